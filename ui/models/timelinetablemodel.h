// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/timelinelayout.h"

#include <QAbstractTableModel>

namespace offboarding::ui {

/// The timeline as a table: the same stretches in words, for screen readers and for copying.
class TimelineTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PartyColumn, StateColumn, FromColumn, ToColumn, DurationColumn, RemarkColumn, ColumnCount };

    explicit TimelineTableModel(QObject *parent = nullptr);

    void setTimeline(const TimelineLayout &timeline);
    void setShowAddresses(bool isShown);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Place
    {
        int lane;
        int bar; ///< -1: a participant without any known time
    };

    TimelineLayout m_timeline;
    QList<Place> m_places;
    bool m_showAddresses = false;
};

} // namespace offboarding::ui
