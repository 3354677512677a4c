// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/router.h"

#include <functional>

namespace offboarding::demo {

/// The page of @p total things that the request asks for; @p make gives the n-th. 400 for a page size above
/// @p mostPerPage.
Reply listing(const HandlerContext &context, int total, int mostPerPage,
              const std::function<QJsonObject(int)> &make, int defaultSize = 25);
/// The same for entities that are all at hand.
Reply listing(const HandlerContext &context, const QJsonArray &all, int mostPerPage, int defaultSize = 25);

/// Index of the user that the route's capture @p index names, in whatever state; 404 if there is none.
Answer<int> capturedUser(const HandlerContext &context, qsizetype index = 0);

/// {"id", "name", "selfUri"} of a user.
QJsonObject userReference(const Directory &directory, int user);
QJsonObject divisionReference(const Directory &directory, int division);

} // namespace offboarding::demo
