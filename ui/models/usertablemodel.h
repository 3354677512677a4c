// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userquery.h"
#include "app/directory/userstore.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace offboarding::ui {

/// The users table: rows of a UserStore that pass the filter, in order. Filters and sorts by UserQuery,
/// because a proxy model takes seconds where this takes milliseconds. Never asks the server for anything.
class UserTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { UserIdRole = Qt::UserRole, StateRole };

    explicit UserTableModel(const UserStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const UserFilter &filter() const { return m_filter; }
    void setFilter(const UserFilter &filter);
    const UserSort &sorting() const { return m_sort; }

    QString userIdAt(int row) const;        ///< empty if there is no such row
    int rowOf(const QString &userId) const; ///< -1 if it is not visible
    QStringList visibleIds() const;

    /// Stable name of a column, for settings and exports.
    static QString columnKey(UserColumn column);
    static QString columnTitle(UserColumn column);
    /// What the table shows; a value that is not known says so and is never 0.
    static QString displayValue(const User &user, UserColumn column);

private:
    void rebuild(); ///< keeps persistent indexes, and with them the selection, on the same users
    void appended(int first, int last);
    void changed(int storeRow);

    const UserStore &m_store;
    UserFilter m_filter;
    UserSort m_sort;
    QList<int> m_rows; ///< store rows, in the order shown
    QStringList m_ids; ///< user id of each row as last shown: the store may have moved on
};

} // namespace offboarding::ui
