// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statussign.h"

#include <QColor>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QWidget>

namespace offboarding::ui {

namespace {

QColor signColour(StatusSign sign, bool isDark)
{
    switch (sign) {
    case StatusSign::Passed:
        return isDark ? QColor(0x6c, 0xcf, 0x7e) : QColor(0x1b, 0x7a, 0x34);
    case StatusSign::Refused:
        return isDark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x1b, 0x1b);
    case StatusSign::Unknown:
    case StatusSign::Warning:
        break;
    }
    return isDark ? QColor(0xff, 0xc1, 0x4d) : QColor(0x9a, 0x62, 0x00);
}

void paintPassed(QPainter *painter)
{
    painter->drawEllipse(QPointF(8, 8), 6.6, 6.6);
    painter->drawPolyline(QPolygonF({QPointF(4.8, 8.2), QPointF(7.1, 10.6), QPointF(11.3, 5.6)}));
}

void paintRefused(QPainter *painter)
{
    painter->drawPolygon(
        QPolygonF({QPointF(5.2, 1.4), QPointF(10.8, 1.4), QPointF(14.6, 5.2), QPointF(14.6, 10.8),
                   QPointF(10.8, 14.6), QPointF(5.2, 14.6), QPointF(1.4, 10.8), QPointF(1.4, 5.2)}));
    painter->drawLine(QPointF(5.4, 5.4), QPointF(10.6, 10.6));
    painter->drawLine(QPointF(10.6, 5.4), QPointF(5.4, 10.6));
}

void paintUnknown(QPainter *painter)
{
    painter->drawRoundedRect(QRectF(1.4, 1.4, 13.2, 13.2), 3, 3);
    QPainterPath mark(QPointF(5.9, 6.2));
    mark.cubicTo(QPointF(6.0, 3.2), QPointF(10.2, 3.4), QPointF(10.1, 6.0));
    mark.cubicTo(QPointF(10.0, 7.6), QPointF(8.0, 7.6), QPointF(8.0, 9.6));
    painter->drawPath(mark);
    painter->drawPoint(QPointF(8, 12));
}

void paintWarning(QPainter *painter)
{
    painter->drawPolygon(QPolygonF({QPointF(8, 1.8), QPointF(14.8, 14.2), QPointF(1.2, 14.2)}));
    painter->drawLine(QPointF(8, 6), QPointF(8, 9.6));
    painter->drawPoint(QPointF(8, 12));
}

} // namespace

QPixmap statusSign(StatusSign sign, const QWidget *widget, int size)
{
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap pixmap(qRound(size * ratio), qRound(size * ratio));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    const bool isDark = widget->palette().color(QPalette::Window).lightness() < 128;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 16.0, size / 16.0);
    painter.setPen(QPen(signColour(sign, isDark), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (sign) {
    case StatusSign::Passed:
        paintPassed(&painter);
        break;
    case StatusSign::Refused:
        paintRefused(&painter);
        break;
    case StatusSign::Unknown:
        paintUnknown(&painter);
        break;
    case StatusSign::Warning:
        paintWarning(&painter);
        break;
    }
    return pixmap;
}

} // namespace offboarding::ui
