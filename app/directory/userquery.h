// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userstore.h"

#include <QList>
#include <QString>

#include <optional>

namespace offboarding {

/// Columns of the users table, in their default order.
enum class UserColumn {
    Name,
    Email,
    Department,
    Title,
    Division,
    State,
    Presence,
    RoutingStatus,
    LiveConversations,
    LastLogin,
    Id
};
inline constexpr int userColumnCount = 11;

struct UserFilter
{
    QString text; ///< words, all of which must occur in name, e-mail, department, title or id
    std::optional<UserState> state; ///< empty: all

    bool operator==(const UserFilter &other) const = default;
};

struct UserSort
{
    UserColumn column = UserColumn::Name;
    Qt::SortOrder order = Qt::AscendingOrder;

    bool operator==(const UserSort &other) const = default;
};

/// Rows of the store that match, in order. Pure; ties are broken by id, so that the order is always the same.
QList<int> visibleRows(const UserStore &store, const UserFilter &filter, const UserSort &sort);

} // namespace offboarding
