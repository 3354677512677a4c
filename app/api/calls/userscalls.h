// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/domain/user.h"

#include <QList>

#include <optional>

namespace offboarding {

struct UserPage
{
    QList<User> users;
    int pageNumber = 0;       ///< 0: the answer does not say
    int pageCount = 0;        ///< 0: the answer does not say
    std::optional<int> total; ///< of the whole listing; empty: the answer does not say, never 0
    QStringList notes;        ///< entries that were left out or odd, each naming its place
};

/// GET /users (contract §2.1). @p state "active", "inactive", "deleted" or "any"; pageSize 1–500. Permission:
/// none.
ApiRequest usersPageRequest(const QString &state, int pageNumber, int pageSize);
/// Tolerates missing fields, unknown states and wrongly typed entries (noted); BadResponse if it is not a
/// listing at all.
Result<UserPage> parseUserPage(const ApiResponse &response);

/// GET /users/{id} (contract §2.4). A deleted user answers only with @p deleted = true. Permission: none.
ApiRequest userRequest(const QString &userId, bool deleted);
Result<User> parseUser(const ApiResponse &response);

/// POST /users/search by e-mail and state: the search index, which lags; never proof of a state (contract
/// §2.3).
ApiRequest searchUserRequest(const QString &email, const QString &state);
/// Ids of the users found. BadResponse unless it says that it found nobody or lists them.
Result<QStringList> parseUserSearch(const ApiResponse &response);

} // namespace offboarding
