// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/preview/timelineview.h"

#include "ui/models/timelinetablemodel.h"
#include "ui/widgets/timelinecolors.h"
#include "ui/widgets/timelinewidget.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

/// What each colour and pattern means; wraps to as many lines as it needs.
class TimelineLegend : public QWidget
{
public:
    explicit TimelineLegend(QWidget *parent) : QWidget(parent)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override { return {260, heightForWidth(260)}; }
    QSize minimumSizeHint() const override { return {120, fontMetrics().height() + 6}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return walk(nullptr, width); }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        walk(&painter, width());
    }

private:
    int walk(QPainter *painter, int width) const
    {
        const int line = fontMetrics().height() + 6;
        int x = 0;
        int y = 0;
        for (const TimelineState state :
             {TimelineState::Alerting, TimelineState::Connected, TimelineState::Held, TimelineState::WrapUp,
              TimelineState::Waiting, TimelineState::Unknown}) {
            const QString name = timelineStateName(state);
            const int needed = 24 + fontMetrics().horizontalAdvance(name) + 14;
            if (x > 0 && x + needed > width) {
                x = 0;
                y += line;
            }
            if (painter != nullptr) {
                const bool isMirrored = layoutDirection() == Qt::RightToLeft;
                const int left = isMirrored ? width - x - needed : x;
                paintTimelineBar(painter, QRectF(isMirrored ? left + needed - 20 : left, y + 4, 18, line - 8),
                                 state, palette());
                painter->setPen(palette().color(QPalette::WindowText));
                painter->drawText(QRect(isMirrored ? left : left + 23, y, needed - 23, line),
                                  static_cast<int>(Qt::AlignVCenter) |
                                      static_cast<int>(isMirrored ? Qt::AlignRight : Qt::AlignLeft),
                                  name);
            }
            x += needed;
        }
        return y + line;
    }
};

} // namespace

TimelineView::TimelineView(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    m_timeline = new TimelineWidget;
    m_scrollArea = new QScrollArea(this);
    m_scrollArea->setWidgetResizable(true);
    m_scrollArea->setFocusPolicy(Qt::NoFocus);
    m_scrollArea->setWidget(m_timeline);
    m_scrollArea->viewport()->installEventFilter(this);
    m_model = new TimelineTableModel(this);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("timelineTableView"));
    m_table->setAccessibleName(tr("Timeline as table"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_scrollArea);
    m_stack->addWidget(m_table);

    const auto button = [this](const QString &text, const QString &name, auto slot) {
        auto *made = new QToolButton(this);
        made->setText(text);
        made->setAccessibleName(name);
        made->setToolTip(name);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, m_timeline, slot);
        return made;
    };
    auto *row = new QHBoxLayout;
    QToolButton *zoomOut = button(QString(QChar(0x2212)), tr("Zoom out"), &TimelineWidget::zoomOut);
    QToolButton *zoomIn = button(QStringLiteral("+"), tr("Zoom in"), &TimelineWidget::zoomIn);
    QToolButton *fit =
        button(tr("Fit"), tr("Fit the whole conversation"), [this] { m_timeline->setZoom(1.0); });
    m_asTable = new QToolButton(this);
    m_asTable->setObjectName(QStringLiteral("timelineAsTableToolButton"));
    m_asTable->setText(tr("Show as table"));
    m_asTable->setCheckable(true);
    row->addWidget(zoomOut);
    row->addWidget(zoomIn);
    row->addWidget(fit);
    row->addStretch(1);
    row->addWidget(m_asTable);
    layout->addLayout(row);
    layout->addWidget(m_stack, 1);
    QWidget *meaning = legend();
    layout->addWidget(meaning);

    const auto updateButtons = [this, zoomIn, zoomOut, fit] {
        zoomIn->setEnabled(!isShownAsTable() && m_timeline->zoom() < TimelineWidget::strongestZoom);
        zoomOut->setEnabled(!isShownAsTable() && m_timeline->zoom() > 1.0);
        zoomOut->setObjectName(QStringLiteral("zoomOutToolButton"));
        zoomIn->setObjectName(QStringLiteral("zoomInToolButton"));
        fit->setObjectName(QStringLiteral("fitToolButton"));
        fit->setEnabled(zoomOut->isEnabled());
    };
    connect(m_timeline, &TimelineWidget::zoomChanged, this, updateButtons);
    connect(m_timeline, &TimelineWidget::currentBarChanged, this, [this](const QRect &rect) {
        // The names cover the left part, so the segment has to be brought out from under them.
        const QPoint middle = rect.center();
        m_scrollArea->ensureVisible(middle.x(), middle.y(),
                                    std::min(m_scrollArea->viewport()->width() / 2, rect.width() / 2 + 260),
                                    rect.height());
    });
    connect(m_asTable, &QToolButton::toggled, this, [this, meaning, updateButtons](bool isTable) {
        m_stack->setCurrentWidget(isTable ? static_cast<QWidget *>(m_table) : m_scrollArea);
        if (isTable) {
            m_model->setTimeline(m_timeline->timeline());
            m_table->resizeColumnsToContents();
        }
        meaning->setVisible(!isTable);
        updateButtons();
    });
    updateButtons();
}

QWidget *TimelineView::legend()
{
    auto *made = new TimelineLegend(this);
    made->setAccessibleName(tr("Legend of the timeline"));
    return made;
}

void TimelineView::setConversation(const Conversation &conversation, const QString &leaverId)
{
    m_timeline->setConversation(conversation, leaverId);
    if (isShownAsTable())
        m_model->setTimeline(m_timeline->timeline());
}

void TimelineView::clear()
{
    m_timeline->clear();
    m_model->setTimeline({});
}

void TimelineView::setShowAddresses(bool isShown)
{
    m_timeline->setShowAddresses(isShown);
    m_model->setShowAddresses(isShown);
}

bool TimelineView::isShownAsTable() const
{
    return m_asTable->isChecked();
}

void TimelineView::setShownAsTable(bool isTable)
{
    m_asTable->setChecked(isTable);
}

bool TimelineView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scrollArea->viewport() && event->type() == QEvent::Resize)
        m_timeline->setFitWidth(m_scrollArea->viewport()->width());
    return QWidget::eventFilter(watched, event);
}

} // namespace offboarding::ui
