// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userlisting.h"

#include <optional>

namespace offboarding::testing {

constexpr int perPage = 10;

/// A page with the users first … first + count - 1. Without @p pageCount, as many pages as @p total needs.
inline UserPage page(int number, int first, int count, std::optional<int> total, int pageCount = -1)
{
    UserPage result;
    result.pageNumber = number;
    result.total = total;
    result.entries = count;
    result.pageCount = pageCount >= 0 ? pageCount : (total.value_or(0) + perPage - 1) / perPage;
    for (int i = 0; i < count; ++i) {
        User user;
        user.id = QStringLiteral("u%1").arg(first + i);
        result.users.append(user);
    }
    return result;
}

inline UserListing listing()
{
    return UserListing(QStringLiteral("any"));
}

inline Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.detail = QStringLiteral("why");
    return error;
}

/// Reads like the loader: what is unread, until nothing is; @p server answers a page number. Returns how
/// often.
template <typename Server> int readAll(UserListing *list, Server server)
{
    int reads = 0;
    QList<int> wanted{1};
    while (!wanted.isEmpty() && reads < 5000) {
        list->add(server(wanted.first()), wanted.first());
        ++reads;
        wanted = list->unreadPages();
    }
    return reads;
}

} // namespace offboarding::testing
