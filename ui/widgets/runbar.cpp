// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/runbar.h"

#include <QApplication>
#include <QPainter>

#include <array>
#include <numeric>

namespace offboarding::ui {

RunBarDelegate::RunBarDelegate(int countsRole, QObject *parent)
    : QStyledItemDelegate(parent), m_countsRole(countsRole)
{
}

void RunBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const auto counts = index.data(m_countsRole).value<QList<int>>();
    const int total = std::accumulate(counts.cbegin(), counts.cend(), 0);
    const QRect bar = option.rect.adjusted(4, 4, -4, -4);
    if (total == 0 || counts.size() < 5 || bar.width() < 20)
        return;
    struct Part
    {
        QColor color;
        Qt::BrushStyle pattern;
    };
    const bool isDark = option.palette.color(QPalette::Base).lightness() < 128;
    const std::array<Part, 5> parts{
        {{isDark ? QColor(0x4c, 0xaf, 0x50) : QColor(0x2e, 0x7d, 0x32), Qt::SolidPattern},
         {isDark ? QColor(0x64, 0xb5, 0xf6) : QColor(0x15, 0x65, 0xc0), Qt::Dense4Pattern},
         {QColor(0x9e, 0x9e, 0x9e), Qt::BDiagPattern},
         {isDark ? QColor(0xef, 0x53, 0x50) : QColor(0xc6, 0x28, 0x28), Qt::DiagCrossPattern},
         {option.palette.color(QPalette::Mid), Qt::NoBrush}}};
    painter->save();
    int left = bar.left();
    int sum = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        sum += counts.at(static_cast<qsizetype>(i));
        const int right = bar.left() + bar.width() * sum / total;
        if (right > left)
            painter->fillRect(QRect(left, bar.top(), right - left, bar.height()),
                              QBrush(parts[i].color, parts[i].pattern));
        left = right;
    }
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawRect(bar.adjusted(0, 0, -1, -1));
    const QRect label = painter->fontMetrics().boundingRect(text).adjusted(-4, 0, 4, 0);
    QRect plate(QPoint(0, 0), label.size());
    plate.moveCenter(bar.center());
    painter->fillRect(plate.intersected(bar.adjusted(1, 1, -1, -1)), option.palette.color(QPalette::Base));
    painter->drawText(bar, Qt::AlignCenter, text);
    painter->restore();
}

} // namespace offboarding::ui
