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
    int entries = 0;          ///< on this page, those that were left out included
    QStringList notes;        ///< entries that were left out or odd, each naming its place
};

/// GET /users (contract §2.1). @p state "active", "inactive", "deleted" or "any"; pageSize 1–500. Permission:
/// none.
ApiRequest usersPageRequest(const QString &state, int pageNumber, int pageSize);
/// Tolerates missing fields, unknown states and wrongly typed entries (noted); BadResponse if it is not a
/// listing at all.
Result<UserPage> parseUserPage(const ApiResponse &response);

/// One page of a listing by cursor.
struct UserCursorPage
{
    QList<User> users;
    QString cursor; ///< of the next page; empty: this was the last one
    QStringList notes;
};

/// GET /users/query (contract §2.2): pages without numbers and without an end at 10,000 users. An empty
/// @p cursor asks for the first page. Needs directory:user:view in every division; otherwise 403.
ApiRequest usersCursorRequest(const QString &state, const QString &cursor, int pageSize);
/// As parseUserPage(). The cursor is the answer's, or else the one in its nextUri.
Result<UserCursorPage> parseUserCursorPage(const ApiResponse &response);

/// GET /users/{id} (contract §2.4). A deleted user answers only with @p deleted = true. Permission: none.
ApiRequest userRequest(const QString &userId, bool deleted);
Result<User> parseUser(const ApiResponse &response);

/// POST /users/search by e-mail and state: the search index, which lags; never proof of a state (contract
/// §2.3).
ApiRequest searchUserRequest(const QString &email, const QString &state);
/// Ids of the users found. BadResponse unless it says that it found nobody or lists them.
Result<QStringList> parseUserSearch(const ApiResponse &response);

} // namespace offboarding
