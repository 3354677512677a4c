// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/intentions.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QStringList>

#include <functional>

namespace offboarding::ui {

/// The planned deletions of all organisations: what has to be decided first, what is over last. Rows follow
/// the store; countdown and state follow the clock with tick().
class PlannedDeletionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        UserColumn,
        OrganizationColumn,
        DueColumn,
        CountdownColumn,
        StateColumn,
        PlannedByColumn,
        ColumnCount
    };
    enum Role { IdRole = Qt::UserRole };

    /// @p store is borrowed. @p clock: what "now" is, UTC.
    explicit PlannedDeletionModel(const IntentionStore &store, QObject *parent = nullptr,
                                  std::function<QDateTime()> clock = &QDateTime::currentDateTimeUtc);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const Intention *intentionAt(int row) const; ///< null where there is none; until the store changes
    QString idAt(int row) const { return m_ids.value(row); }
    int rowOf(const QString &id) const { return static_cast<int>(m_ids.indexOf(id)); }
    void tick();

private:
    void readAgain();
    QString countdown(const Intention &intention) const;
    QString stateText(const Intention &intention) const;

    const IntentionStore &m_store;
    std::function<QDateTime()> m_clock;
    QStringList m_ids;
};

} // namespace offboarding::ui
