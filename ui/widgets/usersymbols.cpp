// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/usersymbols.h"

#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

namespace offboarding::ui {

namespace {

/// On the table's background each reaches a contrast of at least 3 to 1, as symbols need.
QColor colorOf(UserState state, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Selected)
        return palette.color(QPalette::HighlightedText);
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    switch (state) {
    case UserState::Active:
        return isDark ? QColor(0x66, 0xbb, 0x6a) : QColor(0x2e, 0x7d, 0x32);
    case UserState::Inactive:
        return isDark ? QColor(0xff, 0xb7, 0x4d) : QColor(0x8a, 0x50, 0x00);
    case UserState::Deleted:
        return isDark ? QColor(0xef, 0x9a, 0x9a) : QColor(0xb3, 0x26, 0x1e);
    case UserState::Unknown:
        break;
    }
    return palette.color(QPalette::Text);
}

class StateEngine : public QIconEngine
{
public:
    explicit StateEngine(UserState state) : m_state(state) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const qreal side = qMin(rect.width(), rect.height());
        painter->translate(rect.center() + QPointF(0.5, 0.5));
        painter->scale(side / 16, side / 16); // drawn on 16 by 16 around the middle
        const QColor color = colorOf(m_state, mode);
        painter->setPen(QPen(color, 2.2, Qt::SolidLine, Qt::RoundCap));
        switch (m_state) {
        case UserState::Active:
            painter->setPen(Qt::NoPen);
            painter->setBrush(color);
            painter->drawEllipse(QPointF(0, 0), 4.5, 4.5);
            break;
        case UserState::Inactive:
            painter->drawLine(QPointF(-2.2, -4), QPointF(-2.2, 4));
            painter->drawLine(QPointF(2.2, -4), QPointF(2.2, 4));
            break;
        case UserState::Deleted:
            painter->drawLine(QPointF(-3.8, -3.8), QPointF(3.8, 3.8));
            painter->drawLine(QPointF(-3.8, 3.8), QPointF(3.8, -3.8));
            break;
        case UserState::Unknown: {
            QFont font = painter->font();
            font.setBold(true);
            font.setPixelSize(13);
            painter->setFont(font);
            painter->drawText(QRectF(-8, -8, 16, 16), Qt::AlignCenter, QStringLiteral("?"));
            break;
        }
        }
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new StateEngine(*this); }

private:
    UserState m_state;
};

} // namespace

QIcon userStateIcon(UserState state)
{
    static QHash<int, QIcon> icons; // a table asks for these for every row that it paints
    QIcon &icon = icons[static_cast<int>(state)];
    if (icon.isNull())
        icon = QIcon(new StateEngine(state));
    return icon;
}

} // namespace offboarding::ui
