// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace offboarding::ui {

/// Paints the counts of a run (done, kept, skipped, failed, waiting) as one stacked bar with its numbers.
/// Parts differ by hatching as well as by colour.
class RunBarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p countsRole holds a QList<int> of the five counts.
    RunBarDelegate(int countsRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int m_countsRole;
};

} // namespace offboarding::ui
