// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/user.h"
#include "app/leavers/leaverslist.h"

#include <QHash>
#include <QList>

namespace offboarding {

/// Users who could be meant by rows that name nobody for certain, by the index of the row: those whose name
/// or whose e-mail address before the @ is the same to a hurried eye or one letter apart, in either order of
/// given and family name. Indexes into @p users, in their order; not more than @p most per row. @p wanted:
/// indexes of the rows in question.
QHash<qsizetype, QList<qsizetype>> similarUsers(const QList<LeaverRow> &rows, const QList<qsizetype> &wanted,
                                                const QList<User> &users, int most);

} // namespace offboarding
