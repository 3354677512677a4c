// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinecolors.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace offboarding::ui {

namespace {

struct TimelineStateTexts
{
    Q_DECLARE_TR_FUNCTIONS(TimelineStateTexts)
};

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < 0.18;
}

QColor lightFill(TimelineState state)
{
    switch (state) {
    case TimelineState::Alerting:
        return QColor(0x9a, 0x4b, 0x00);
    case TimelineState::Connected:
        return QColor(0x17, 0x6b, 0x3a);
    case TimelineState::Held:
        return QColor(0x7b, 0x2c, 0xbf);
    case TimelineState::WrapUp:
        return QColor(0x1f, 0x56, 0xc4);
    case TimelineState::Waiting:
        return QColor(0x55, 0x62, 0x70);
    case TimelineState::Unknown:
        break;
    }
    return QColor(0x8c, 0x1d, 0x40);
}

QColor darkFill(TimelineState state)
{
    switch (state) {
    case TimelineState::Alerting:
        return QColor(0xff, 0xb8, 0x4d);
    case TimelineState::Connected:
        return QColor(0x62, 0xd2, 0x8b);
    case TimelineState::Held:
        return QColor(0xcf, 0xa6, 0xff);
    case TimelineState::WrapUp:
        return QColor(0x83, 0xb6, 0xff);
    case TimelineState::Waiting:
        return QColor(0xa9, 0xb6, 0xc3);
    case TimelineState::Unknown:
        break;
    }
    return QColor(0xff, 0x9d, 0xb8);
}

Qt::BrushStyle patternOf(TimelineState state)
{
    switch (state) {
    case TimelineState::Alerting:
        return Qt::BDiagPattern;
    case TimelineState::Connected:
        return Qt::NoBrush;
    case TimelineState::Held:
        return Qt::VerPattern;
    case TimelineState::WrapUp:
        return Qt::FDiagPattern;
    case TimelineState::Waiting:
        return Qt::HorPattern;
    case TimelineState::Unknown:
        break;
    }
    return Qt::DiagCrossPattern;
}

} // namespace

TimelineStyle timelineStyle(TimelineState state, const QPalette &palette)
{
    if (isDark(palette))
        return {darkFill(state), QColor(Qt::black), patternOf(state)};
    return {lightFill(state), QColor(Qt::white), patternOf(state)};
}

QColor timelineNowColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xff, 0x8a, 0x80) : QColor(0xb7, 0x1c, 0x1c);
}

double contrastRatio(const QColor &left, const QColor &right)
{
    const auto [darker, lighter] = std::minmax({luminance(left), luminance(right)}); // a list: it copies
    return (lighter + 0.05) / (darker + 0.05);
}

QString timelineStateName(TimelineState state)
{
    switch (state) {
    case TimelineState::Alerting:
        return TimelineStateTexts::tr("Ringing");
    case TimelineState::Connected:
        return TimelineStateTexts::tr("Connected");
    case TimelineState::Held:
        return TimelineStateTexts::tr("On hold");
    case TimelineState::WrapUp:
        return TimelineStateTexts::tr("After-call work");
    case TimelineState::Waiting:
        return TimelineStateTexts::tr("Waiting");
    case TimelineState::Unknown:
        break;
    }
    return TimelineStateTexts::tr("Unknown");
}

void paintTimelineBar(QPainter *painter, const QRectF &rect, TimelineState state, const QPalette &palette,
                      bool isOpen)
{
    const TimelineStyle style = timelineStyle(state, palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    constexpr double radius = 3;
    if (isOpen && rect.width() > 12) {
        // An arrow head: it goes on.
        const double head = std::min(6.0, rect.height() / 2);
        outline.moveTo(rect.topLeft());
        outline.lineTo(rect.right() - head, rect.top());
        outline.lineTo(rect.right(), rect.center().y());
        outline.lineTo(rect.right() - head, rect.bottom());
        outline.lineTo(rect.bottomLeft());
        outline.closeSubpath();
    } else {
        outline.addRoundedRect(rect, std::min(radius, rect.width() / 2), radius);
    }
    painter->fillPath(outline, style.fill);
    if (style.pattern != Qt::NoBrush) {
        QColor lines = style.text;
        lines.setAlphaF(0.38F);
        painter->fillPath(outline, QBrush(lines, style.pattern));
    }
    painter->restore();
}

} // namespace offboarding::ui
