// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/personcalls.h"
#include "app/references/referencemap.h"

#include <QDateTime>

namespace offboarding {

/// True if a count of @p counts cannot be explained by what was read live: somewhere is a conversation that
/// no list named. A conversation that ended within the last two minutes explains one, because counts lag
/// (contract §4.3). Fewer than were found is no contradiction: the live read settles that. Pure.
bool isMoreThanFound(const ConversationCounts &counts, const QList<ConversationReference> &found,
                     const QDateTime &now);

} // namespace offboarding
