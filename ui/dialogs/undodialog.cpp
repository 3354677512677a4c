// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/undodialog.h"

#include "app/offboarding/plancheck.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/environmentmark.h"
#include "ui/widgets/guardedbutton.h"
#include "ui/widgets/requestview.h"
#include "ui/widgets/statussign.h"
#include "ui/widgets/undotext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

enum Column { AnswerColumn, UserColumn, SubjectColumn, ItemColumn, ReasonColumn, ColumnCount };

constexpr int signSize = 16;
constexpr int widestColumn = 210;

QString whichOf(const UndoItem &item)
{
    if (!item.item.isEmpty())
        return inOneLine(item.item);
    return item.count > 0 ? QString::number(item.count) : QString();
}

} // namespace

UndoDialog::UndoDialog(const UndoPreview &preview, const Plan &undone, const Connection &here,
                       QWidget *parent)
    : QDialog(parent), m_preview(preview), m_undone(undone), m_here(here), m_reason(new QLabel(this)),
      m_confirm(new GuardedButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("undoDialog"));
    setWindowTitle(tr("Undo run"));
    setSizeGripEnabled(true);

    auto *strip = new EnvironmentStrip(this);
    strip->setConnection(m_here);
    const auto count = static_cast<int>(m_preview.plan.users.size());
    auto *headline =
        new QLabel(m_undone.users.size() == 1
                       ? tr("Put back what “%1” changed about %2 in %3?")
                             .arg(displayText(m_undone.act), inOneLine(m_undone.users.first().identity()),
                                  inOneLine(organizationOf(m_here)))
                       : tr("Put back what “%1” changed about %n user(s) in %2?", nullptr,
                            static_cast<int>(m_undone.users.size()))
                             .arg(displayText(m_undone.act), inOneLine(organizationOf(m_here))),
                   this);
    headline->setObjectName(QStringLiteral("headlineLabel"));
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    headline->setFont(bold);
    auto *explanation =
        new QLabel(tr("It is a run of its own: each thing is read before and after, and at the end "
                      "everything is compared "
                      "with what was kept before the run. What still differs is listed then."),
                   this);
    m_reason->setObjectName(QStringLiteral("reasonLabel"));
    for (QLabel *label : {headline, explanation, m_reason}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }

    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("undoTabWidget"));
    tabs->addTab(createItems(), tr("What can be put &back"));
    auto *requests = new RequestView(this);
    requests->setPlan(m_preview.plan);
    tabs->addTab(requests, tr("Re&quests"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancelPushButton"));
    cancel->setText(tr("Cancel"));
    cancel->setDefault(true);
    buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (needsSecondPerson(m_here, Act::Undo)) {
        QPushButton *save = buttons->addButton(tr("&Save plan…"), QDialogButtonBox::ActionRole);
        save->setObjectName(QStringLiteral("savePlanPushButton"));
        save->setAutoDefault(false);
        save->setEnabled(!m_preview.plan.steps.isEmpty());
        connect(save, &QPushButton::clicked, this, &UndoDialog::savePlanRequested);
    }
    m_confirm->setObjectName(QStringLiteral("confirmPushButton"));
    m_confirm->setName(tr("Put back for %n user(s)", nullptr, count));
    auto *bottom = new QHBoxLayout;
    bottom->addStretch();
    bottom->addWidget(m_confirm);
    bottom->addSpacing(32);
    bottom->addWidget(buttons);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(strip);
    layout->addWidget(headline);
    layout->addWidget(explanation);
    layout->addWidget(tabs, 1);
    layout->addWidget(m_reason);
    layout->addLayout(bottom);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        updateState(); // a second may have passed since the button was last looked at
        if (!refusal().isEmpty())
            return;
        const Plan plan = m_preview.plan;
        accept();
        Q_EMIT confirmed(plan);
    });
    connect(&m_tick, &QTimer::timeout, this, &UndoDialog::updateState);
    m_tick.start(1000);
    updateState();
    cancel->setFocus(Qt::OtherFocusReason);
    const QSize available = screen()->availableSize();
    resize(std::min(1000, available.width() - 40), std::min(540, available.height() - 60));
}

QTableWidget *UndoDialog::createItems()
{
    auto *table = new QTableWidget(0, ColumnCount, this);
    table->setObjectName(QStringLiteral("undoItemsTableWidget"));
    table->setAccessibleName(tr("What can be put back"));
    table->setHorizontalHeaderLabels({tr("Put back"), tr("User"), tr("What"), tr("Which"), tr("Reason")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);

    QHash<QString, QString> names;
    for (const User &user : m_undone.users)
        names.insert(user.id, inOneLine(user.identity()));
    // What is lost comes first: that is what one has to know before.
    QList<UndoItem> items = m_preview.items;
    std::stable_sort(items.begin(), items.end(), [](const UndoItem &a, const UndoItem &b) {
        return !a.canBePutBack() && b.canBePutBack();
    });
    table->setRowCount(static_cast<int>(items.size()));
    for (int row = 0; row < items.size(); ++row) {
        const UndoItem &item = items.at(row);
        const QStringList texts{item.canBePutBack() ? tr("Yes") : tr("No"),
                                names.value(item.userId, item.userId), displayText(item.subject),
                                whichOf(item), displayText(item.obstacle)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *cell = new QTableWidgetItem(texts.at(column));
            cell->setToolTip(texts.at(column).toHtmlEscaped());
            table->setItem(row, column, cell);
        }
        table->item(row, AnswerColumn)
            ->setIcon(
                statusSign(item.canBePutBack() ? StatusSign::Passed : StatusSign::Refused, this, signSize));
    }
    table->resizeColumnsToContents();
    for (int column = 0; column < ReasonColumn; ++column)
        table->setColumnWidth(column, std::min(table->columnWidth(column), widestColumn));
    return table;
}

void UndoDialog::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    updateState();
}

QString UndoDialog::refusal() const
{
    if (m_preview.plan.steps.isEmpty())
        return tr("There is nothing that could be put back.");
    if (needsSecondPerson(m_here, Act::Undo))
        return tr("A second person has to approve this: choose Save plan…, let them open it with Open plan… "
                  "and approve it, then open it here and run it.");
    if (m_isLocked)
        return tr("The connection is read-only: close this, unlock it, and start again.");
    if (m_preview.plan.isExpired(QDateTime::currentDateTimeUtc()))
        return tr("The preview is older than two minutes: close this, and start again.");
    return {};
}

void UndoDialog::updateState()
{
    const QString reason = refusal();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_confirm->setEnabled(reason.isEmpty());
    m_confirm->setAccessibleDescription(reason);
}

} // namespace offboarding::ui
