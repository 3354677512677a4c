// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinewidget.h"

#include "ui/models/addressmasking.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/timelinecolors.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace offboarding::ui {

namespace {

constexpr int smallestPlotWidth = 220;
constexpr int widest = 120'000; ///< pixels; beyond that painting coordinates lose their precision
constexpr double zoomStep = 1.5;
constexpr int shortestToolTipName = 80;

QString shortened(const QString &text, int length)
{
    const QString line = text.simplified();
    return line.size() > length ? QString(line.left(length) + QChar(0x2026)) : line;
}

/// Escaped, and marked as rich text: a tool tip would otherwise show the escapes themselves.
QString tagged(const QString &plain)
{
    return QLatin1String("<qt>") + plain.toHtmlEscaped() + QLatin1String("</qt>");
}

} // namespace

TimelineWidget::TimelineWidget(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    setObjectName(QStringLiteral("timelineWidget"));
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &TimelineWidget::tick);
    describe();
}

void TimelineWidget::setConversation(const Conversation &conversation, const QString &leaverId,
                                     const QDateTime &now)
{
    const bool isSame = conversation.id == m_conversation.id && leaverId == m_leaverId;
    m_conversation = conversation;
    m_leaverId = leaverId;
    if (!isSame) {
        m_current = -1;
        setZoom(1.0);
    }
    relayout(now);
    if (m_timeline.now)
        m_timer.start();
    else
        m_timer.stop();
}

void TimelineWidget::clear()
{
    m_timer.stop();
    m_conversation = {};
    m_leaverId.clear();
    m_current = -1;
    relayout(QDateTime::currentDateTimeUtc());
}

void TimelineWidget::setShowAddresses(bool isShown)
{
    m_showAddresses = isShown;
    describe();
    update();
}

void TimelineWidget::relayout(const QDateTime &now)
{
    m_timeline = m_conversation.participants.isEmpty() ? TimelineLayout()
                                                       : timelineLayout(m_conversation, m_leaverId, now);
    m_bars.clear();
    m_laneTops.clear();
    int top = axisHeight();
    for (int lane = 0; lane < m_timeline.lanes.size(); ++lane) {
        m_laneTops.append(top);
        top += laneHeight(m_timeline.lanes.at(lane));
        for (int bar = 0; bar < m_timeline.lanes.at(lane).bars.size(); ++bar)
            m_bars.append({lane, bar});
    }
    m_laneTops.append(top);
    m_current = m_current < m_bars.size() ? m_current : -1;
    describe();
    updateGeometry();
    update();
}

void TimelineWidget::tick()
{
    if (isVisible())
        relayout(QDateTime::currentDateTimeUtc());
}

int TimelineWidget::rowHeight() const
{
    return fontMetrics().height() + 8;
}

int TimelineWidget::axisHeight() const
{
    return fontMetrics().height() + 12;
}

int TimelineWidget::labelWidth() const
{
    return fontMetrics().averageCharWidth() * 24;
}

int TimelineWidget::laneHeight(const TimelineLane &lane) const
{
    return std::max(2 * fontMetrics().height() + 8, lane.rowCount * rowHeight() + 8);
}

int TimelineWidget::laneTop(int lane) const
{
    return m_laneTops.value(lane, axisHeight());
}

int TimelineWidget::contentHeight() const
{
    return m_laneTops.isEmpty() ? axisHeight() : m_laneTops.last();
}

double TimelineWidget::plotWidth() const
{
    return std::max(1, width() - labelWidth() - 16);
}

double TimelineWidget::xOf(qint64 time) const
{
    const auto span = static_cast<double>(std::max<qint64>(1, m_timeline.end - m_timeline.begin));
    const double share = static_cast<double>(time - m_timeline.begin) / span;
    const double offset = labelWidth() + 6 + share * plotWidth();
    return isMirrored() ? width() - offset : offset;
}

QRect TimelineWidget::visiblePart() const
{
    const QWidget *viewport = parentWidget();
    return viewport == nullptr ? rect() : viewport->rect().translated(-pos()).intersected(rect());
}

QSize TimelineWidget::minimumSizeHint() const
{
    const int base = std::max(m_fitWidth, labelWidth() + smallestPlotWidth);
    const double wide = labelWidth() + (base - labelWidth()) * m_zoom;
    return {static_cast<int>(std::min<double>(wide, widest)), contentHeight() + 4};
}

QSize TimelineWidget::sizeHint() const
{
    return minimumSizeHint();
}

void TimelineWidget::setFitWidth(int width)
{
    if (m_fitWidth == width)
        return;
    m_fitWidth = width;
    updateGeometry();
}

void TimelineWidget::setZoom(double zoom)
{
    const double bounded = std::clamp(zoom, 1.0, strongestZoom);
    if (std::abs(bounded - m_zoom) < 0.001)
        return;
    m_zoom = bounded;
    updateGeometry();
    update();
    Q_EMIT zoomChanged(m_zoom);
}

void TimelineWidget::zoomIn()
{
    setZoom(m_zoom * zoomStep);
}

void TimelineWidget::zoomOut()
{
    setZoom(m_zoom / zoomStep);
}

QString TimelineWidget::laneTitle(int lane) const
{
    const TimelineLane &shown = m_timeline.lanes.at(lane);
    const QString name = shown.name.isEmpty() ? shown.address : shown.name;
    const QString visible = shown.isOtherParty && !m_showAddresses ? masked(name) : name;
    return visible.trimmed().isEmpty() ? tr("(no name)") : visible.simplified();
}

QString TimelineWidget::barText(int index) const
{
    if (index < 0 || index >= m_bars.size())
        return {};
    const BarPlace &place = m_bars.at(index);
    const TimelineLane &lane = m_timeline.lanes.at(place.lane);
    const TimelineBar &bar = lane.bars.at(place.bar);
    QString state = timelineStateName(bar.state);
    if (bar.state == TimelineState::Unknown && !bar.word.isEmpty())
        state = tr("Unknown (%1)").arg(shortened(bar.word, shortestToolTipName));
    const QString name = shortened(laneTitle(place.lane), shortestToolTipName);
    const QString party = lane.isLeaver ? tr("%1, leaver").arg(name) : name;
    const QLocale locale;
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(bar.begin);
    const QString from = locale.toString(begin, QStringLiteral("d MMM HH:mm:ss"));
    const QString to = bar.isOpen ? tr("now, still going on")
                                  : locale.toString(QDateTime::fromMSecsSinceEpoch(bar.end),
                                                    QStringLiteral("d MMM HH:mm:ss"));
    QString text = tr("%1: %2, %3 to %4, %5").arg(party, state, from, to, timelineDuration(bar.duration()));
    if (bar.isEndDoubtful)
        text += QLatin1String(". ") + tr("The server's end of it is missing or before its start.");
    return text;
}

QRect TimelineWidget::barRect(int index) const
{
    if (index < 0 || index >= m_bars.size())
        return {};
    const BarPlace &place = m_bars.at(index);
    const TimelineLane &lane = m_timeline.lanes.at(place.lane);
    const TimelineBar &bar = lane.bars.at(place.bar);
    const double first = xOf(bar.begin);
    const double last = xOf(bar.end);
    const int left = static_cast<int>(std::floor(std::min(first, last)));
    // A stretch without length stays visible and can be hit.
    const int across = std::max(5, static_cast<int>(std::ceil(std::abs(last - first))));
    const int free = laneHeight(lane) - lane.rowCount * rowHeight();
    return {left, laneTop(place.lane) + free / 2 + bar.row * rowHeight() + 2, across, rowHeight() - 4};
}

int TimelineWidget::barAt(const QPoint &position) const
{
    for (int index = static_cast<int>(m_bars.size()) - 1; index >= 0; --index) {
        if (barRect(index).contains(position))
            return index;
    }
    return -1;
}

void TimelineWidget::setCurrentBar(int index)
{
    if (m_bars.isEmpty())
        return;
    m_current = std::clamp(index, 0, static_cast<int>(m_bars.size()) - 1);
    describe();
    update();
    Q_EMIT currentBarChanged(barRect(m_current));
}

void TimelineWidget::describe()
{
    QString text;
    if (m_current >= 0)
        text = tr("Segment %1 of %2. %3").arg(m_current + 1).arg(barCount()).arg(barText(m_current));
    else if (m_bars.isEmpty())
        text = tr("There is nothing to draw.");
    else
        text = tr("%n segment(s). The arrow keys move between them.", nullptr, barCount());
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

void TimelineWidget::keyPressEvent(QKeyEvent *event)
{
    const int backward = isMirrored() ? Qt::Key_Right : Qt::Key_Left;
    const int forward = isMirrored() ? Qt::Key_Left : Qt::Key_Right;
    if (event->key() == forward)
        setCurrentBar(m_current + 1);
    else if (event->key() == backward)
        setCurrentBar(m_current - 1);
    else if (event->key() == Qt::Key_Home)
        setCurrentBar(0);
    else if (event->key() == Qt::Key_End)
        setCurrentBar(barCount() - 1);
    else if (event->key() == Qt::Key_Plus)
        zoomIn();
    else if (event->key() == Qt::Key_Minus)
        zoomOut();
    else if (event->key() == Qt::Key_0)
        setZoom(1.0);
    else
        QWidget::keyPressEvent(event);
}

void TimelineWidget::mousePressEvent(QMouseEvent *event)
{
    const int index = barAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0)
        setCurrentBar(index);
    QWidget::mousePressEvent(event);
}

void TimelineWidget::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // the scroll area scrolls
        return;
    }
    const int turned = event->angleDelta().y();
    if (turned > 0)
        zoomIn();
    else if (turned < 0)
        zoomOut();
    event->accept();
}

bool TimelineWidget::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = barAt(help->pos());
        if (index < 0) {
            QToolTip::hideText();
            event->ignore();
        } else {
            QToolTip::showText(help->globalPos(), tagged(barText(index)), this, barRect(index));
        }
        return true;
    }
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LocaleChange:
        relayout(m_timeline.now ? QDateTime::fromMSecsSinceEpoch(*m_timeline.now, Qt::UTC)
                                : QDateTime::currentDateTimeUtc());
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void TimelineWidget::moveEvent(QMoveEvent *event)
{
    // Names and axis are painted where the visible part begins, so scrolling changes them.
    update();
    QWidget::moveEvent(event);
}

void TimelineWidget::focusInEvent(QFocusEvent *event)
{
    if (m_current < 0 && !m_bars.isEmpty() && event->reason() != Qt::MouseFocusReason)
        setCurrentBar(0);
    QWidget::focusInEvent(event);
}

} // namespace offboarding::ui
