// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conversationicons.h"

#include <QHash>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace offboarding::ui {

namespace {

constexpr int iconSize = 16;

template <typename Paint> QIcon painted(const QColor &color, Paint paint)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(iconSize * scale, iconSize * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.6));
        painter.setBrush(Qt::NoBrush);
        paint(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

void paintLiveness(QPainter *painter, Liveness liveness, const QColor &color)
{
    const QRectF disc(3, 3, 10, 10);
    switch (liveness) {
    case Liveness::Live:
        painter->setBrush(color);
        painter->drawEllipse(disc);
        break;
    case Liveness::AfterCallWork:
        painter->drawEllipse(disc);
        painter->setBrush(color);
        painter->drawPie(disc, 90 * 16, 180 * 16);
        break;
    case Liveness::Unknown: {
        painter->drawPolygon(QPolygonF{QPointF(8, 1.5), QPointF(15, 14), QPointF(1, 14)});
        QFont font = painter->font();
        font.setPixelSize(10);
        font.setBold(true);
        painter->setFont(font);
        painter->drawText(QRectF(0, 4, 16, 10), Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
    case Liveness::Ended:
        painter->drawEllipse(disc.adjusted(1, 1, -1, -1));
        break;
    }
}

} // namespace

Liveness livenessOf(const ConversationReference &reference)
{
    if (reference.error.has_value())
        return Liveness::Unknown;
    if (reference.live)
        return Liveness::Live;
    return reference.afterCallWork ? Liveness::AfterCallWork : Liveness::Ended;
}

QIcon livenessIcon(Liveness liveness, const QPalette &palette)
{
    static QHash<quint64, QIcon> icons; // a table asks for these for every row that it paints
    const QColor color = palette.color(QPalette::Text);
    const quint64 key = (static_cast<quint64>(color.rgba()) << 8U) | static_cast<quint64>(liveness);
    auto found = icons.find(key);
    if (found == icons.end()) {
        found = icons.insert(
            key, painted(color, [&](QPainter *painter) { paintLiveness(painter, liveness, color); }));
    }
    return *found;
}

QIcon leaverIcon(const QPalette &palette)
{
    return painted(palette.color(QPalette::Text), [](QPainter *painter) {
        painter->drawPolyline(QPolygonF{QPointF(8, 2), QPointF(2, 2), QPointF(2, 14), QPointF(8, 14)});
        painter->drawLine(QPointF(6, 8), QPointF(14, 8));
        painter->drawPolyline(QPolygonF{QPointF(10.5, 4.5), QPointF(14, 8), QPointF(10.5, 11.5)});
    });
}

} // namespace offboarding::ui
