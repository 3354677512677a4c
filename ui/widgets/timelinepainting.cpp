// SPDX-License-Identifier: GPL-3.0-or-later
// How TimelineWidget looks; timelinewidget.cpp holds how it behaves.
#include "ui/widgets/displaytext.h"
#include "ui/widgets/timelinecolors.h"
#include "ui/widgets/timelinewidget.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace offboarding::ui {

namespace {

constexpr int tickSpacing = 80; ///< pixels per tick label

QColor mixed(const QColor &first, const QColor &second, double share)
{
    return QColor::fromRgbF(static_cast<float>(first.redF() * (1 - share) + second.redF() * share),
                            static_cast<float>(first.greenF() * (1 - share) + second.greenF() * share),
                            static_cast<float>(first.blueF() * (1 - share) + second.blueF() * share));
}

/// Who leaves: a door with an arrow, drawn so that it follows palette and scale.
void paintLeaverMark(QPainter *painter, const QRectF &rect, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.4));
    painter->setBrush(Qt::NoBrush);
    const double third = rect.width() / 3;
    painter->drawPolyline(QPolygonF{
        QPointF(rect.left() + 1.6 * third, rect.top() + 1), QPointF(rect.left() + 1, rect.top() + 1),
        QPointF(rect.left() + 1, rect.bottom() - 1), QPointF(rect.left() + 1.6 * third, rect.bottom() - 1)});
    const double middle = rect.center().y();
    painter->drawLine(QPointF(rect.left() + third, middle), QPointF(rect.right() - 1, middle));
    painter->drawLine(QPointF(rect.right() - third, middle - third), QPointF(rect.right() - 1, middle));
    painter->drawLine(QPointF(rect.right() - third, middle + third), QPointF(rect.right() - 1, middle));
    painter->restore();
}

} // namespace

void TimelineWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().base());
    if (!m_timeline.hasTimes) {
        paintNothing(&painter);
        return;
    }
    const QRect visible = visiblePart().isEmpty() ? rect() : visiblePart();
    for (int lane = 0; lane < m_timeline.lanes.size(); ++lane)
        paintLane(&painter, lane, event->rect());
    paintTicks(&painter, visible);
    for (int index = 0; index < m_bars.size(); ++index) {
        if (barRect(index).adjusted(-3, -3, 3, 3).intersects(event->rect()))
            paintBar(&painter, index);
    }
    paintNow(&painter, visible);
    paintLabels(&painter, visible);
    paintAxis(&painter, visible);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(visible.adjusted(1, 1, -1, -1));
    }
}

void TimelineWidget::paintNothing(QPainter *painter) const
{
    painter->setPen(palette().color(QPalette::PlaceholderText));
    const QString text = m_timeline.lanes.isEmpty() ? tr("There is nothing to draw.")
                                                    : tr("The server sent no times for this conversation.");
    painter->drawText(visiblePart(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void TimelineWidget::paintLane(QPainter *painter, int lane, const QRect &visible) const
{
    const TimelineLane &shown = m_timeline.lanes.at(lane);
    const QRect strip(0, laneTop(lane), width(), laneHeight(shown));
    if (!strip.intersects(visible))
        return;
    if (shown.isLeaver) {
        painter->fillRect(strip,
                          mixed(palette().color(QPalette::Base), palette().color(QPalette::Highlight), 0.12));
    } else if (lane % 2 == 1) {
        painter->fillRect(strip, palette().alternateBase());
    }
    painter->setPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.18));
    painter->drawLine(strip.bottomLeft(), strip.bottomRight());
}

void TimelineWidget::paintTicks(QPainter *painter, const QRect &visible) const
{
    painter->setPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.18));
    const int most = std::max(2, static_cast<int>(plotWidth() / tickSpacing));
    const QList<TimelineTick> ticks =
        timelineTicks(m_timeline.begin, m_timeline.end, most, QTimeZone::systemTimeZone());
    for (const TimelineTick &tick : ticks) {
        const int x = static_cast<int>(xOf(tick.at));
        if (x >= visible.left() && x <= visible.right())
            painter->drawLine(x, axisHeight(), x, contentHeight());
    }
}

void TimelineWidget::paintBar(QPainter *painter, int index) const
{
    const BarPlace &place = m_bars.at(index);
    const TimelineBar &bar = m_timeline.lanes.at(place.lane).bars.at(place.bar);
    const QRect rect = barRect(index);
    paintTimelineBar(painter, rect, bar.state, palette(), bar.isOpen && !isMirrored());
    const TimelineStyle style = timelineStyle(bar.state, palette());
    QString text = timelineStateName(bar.state);
    if (bar.state == TimelineState::Unknown && !bar.word.isEmpty() && bar.word.size() < 40)
        text = bar.word.simplified();
    // The part in sight carries the label, so that a long bar is never anonymous.
    QRect sight = rect.intersected(visiblePart());
    const int hidden = visiblePart().left() + labelWidth();
    if (!isMirrored() && sight.left() < hidden)
        sight.setLeft(hidden);
    const int needed = fontMetrics().horizontalAdvance(text) + 8;
    if (sight.width() >= needed + 8) {
        const QRect back(sight.left() + 5, rect.center().y() - fontMetrics().height() / 2, needed,
                         fontMetrics().height());
        painter->fillRect(back, style.fill);
        painter->setPen(style.text);
        painter->drawText(back, Qt::AlignCenter | Qt::TextSingleLine, text);
    }
    if (bar.isEndDoubtful) {
        painter->setPen(QPen(palette().color(QPalette::Text), 1.5, Qt::DotLine));
        const int x = isMirrored() ? rect.left() : rect.right();
        painter->drawLine(x, rect.top() - 2, x, rect.bottom() + 2);
    }
    if (index == m_current) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(palette().color(QPalette::Text), 2));
        painter->drawRect(rect.adjusted(-2, -2, 1, 1));
    }
}

void TimelineWidget::paintNow(QPainter *painter, const QRect &visible) const
{
    if (!m_timeline.now)
        return;
    const int x = static_cast<int>(xOf(*m_timeline.now));
    if (x < visible.left() || x > visible.right())
        return;
    painter->setPen(QPen(timelineNowColor(palette()), 2));
    painter->drawLine(x, axisHeight(), x, contentHeight());
}

void TimelineWidget::paintLabels(QPainter *painter, const QRect &visible) const
{
    const int left = isMirrored() ? visible.right() - labelWidth() + 1 : visible.left();
    const int lineHeight = fontMetrics().height();
    const int edge = isMirrored() ? left : left + labelWidth() - 1;
    for (int lane = 0; lane < m_timeline.lanes.size(); ++lane) {
        const TimelineLane &shown = m_timeline.lanes.at(lane);
        const QRect strip(left, laneTop(lane), labelWidth(), laneHeight(shown));
        if (!strip.intersects(visible))
            continue;
        QColor back = palette().color(QPalette::Base);
        if (shown.isLeaver)
            back = mixed(back, palette().color(QPalette::Highlight), 0.12);
        else if (lane % 2 == 1)
            back = palette().color(QPalette::AlternateBase);
        painter->fillRect(strip.adjusted(0, 0, 0, -1), back);
        QRect line(strip.left() + 8, strip.top() + 4, strip.width() - 16, lineHeight);
        const int alignment = static_cast<int>(isMirrored() ? Qt::AlignRight : Qt::AlignLeft) |
                              static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::TextSingleLine);
        painter->save();
        QFont bold = painter->font();
        bold.setBold(shown.isLeaver);
        painter->setFont(bold);
        painter->setPen(palette().color(QPalette::Text));
        painter->drawText(line, alignment,
                          QFontMetrics(bold).elidedText(laneTitle(lane), Qt::ElideRight, line.width()));
        painter->restore();
        line.translate(0, lineHeight);
        painter->setPen(mixed(palette().color(QPalette::Text), back, 0.25));
        QString second = purposeText(shown.purpose).simplified();
        if (shown.isLeaver) {
            const int size = lineHeight - 4;
            const int x = isMirrored() ? line.right() - size : line.left();
            paintLeaverMark(painter, QRectF(x, line.top() + 2, size, size), palette().color(QPalette::Text));
            line.adjust(isMirrored() ? 0 : size + 5, 0, isMirrored() ? -size - 5 : 0, 0);
            second = second.isEmpty() ? tr("leaver") : tr("leaver · %1").arg(second);
        }
        if (shown.bars.isEmpty())
            second = second.isEmpty() ? tr("no times") : tr("%1 · no times").arg(second);
        painter->drawText(line, alignment, fontMetrics().elidedText(second, Qt::ElideRight, line.width()));
    }
    painter->setPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.3));
    painter->drawLine(edge, visible.top(), edge, std::min(visible.bottom(), contentHeight()));
}

void TimelineWidget::paintAxis(QPainter *painter, const QRect &visible) const
{
    const QRect axis(visible.left(), visible.top(), visible.width(), axisHeight());
    painter->fillRect(axis, palette().color(QPalette::Base));
    const int names = labelWidth();
    const int most = std::max(2, static_cast<int>(plotWidth() / tickSpacing));
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QColor nowColor = timelineNowColor(palette());
    QRect nowRect;
    if (m_timeline.now) {
        const QString text = tr("now");
        const int needed = fontMetrics().horizontalAdvance(text) + 8;
        const int x = static_cast<int>(xOf(*m_timeline.now));
        const int first =
            std::clamp(x - needed / 2, axis.left(), std::max(axis.left(), axis.right() - needed));
        if (x >= axis.left() && x <= axis.right())
            nowRect = QRect(first, axis.top() + 4, needed, fontMetrics().height() + 2);
    }
    painter->setPen(palette().color(QPalette::Text));
    QRect previous;
    for (const TimelineTick &tick : timelineTicks(m_timeline.begin, m_timeline.end, most, zone)) {
        const int x = static_cast<int>(xOf(tick.at));
        const int needed = fontMetrics().horizontalAdvance(tick.label) + 8;
        const QRect label(isMirrored() ? x - needed - 2 : x + 2, axis.top() + 4, needed,
                          fontMetrics().height() + 2);
        const bool isUnderNames =
            isMirrored() ? label.right() > axis.right() - names : label.left() < axis.left() + names - 4;
        if (label.intersects(previous) || label.intersects(nowRect.adjusted(-4, 0, 4, 0)) ||
            label.right() > width() || label.left() < 0 || isUnderNames)
            continue;
        previous = label;
        painter->drawText(label, Qt::AlignCenter | Qt::TextSingleLine, tick.label);
        painter->drawLine(x, axis.bottom() - 4, x, axis.bottom());
    }
    if (!nowRect.isNull()) {
        painter->fillRect(nowRect, nowColor);
        painter->setPen(palette().color(QPalette::Base));
        painter->drawText(nowRect, Qt::AlignCenter | Qt::TextSingleLine, tr("now"));
    }
    painter->setPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.4));
    painter->drawLine(axis.bottomLeft(), axis.bottomRight());
    const QRect corner(isMirrored() ? axis.right() - names + 9 : axis.left() + 8, axis.top() + 4, names - 16,
                       fontMetrics().height() + 2);
    painter->setPen(mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.25));
    const QString zoneName = zone.displayName(QDateTime::currentDateTime(), QTimeZone::ShortName, QLocale());
    painter->drawText(
        corner, static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::TextSingleLine),
        fontMetrics().elidedText(tr("Local time (%1)").arg(zoneName), Qt::ElideRight, corner.width()));
}

} // namespace offboarding::ui
