// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/domain/connection.h"
#include "app/domain/conversation.h"
#include "app/references/clearing.h"

#include <QList>

namespace offboarding {

/// The writes that take the user out of @p conversation as it is now, one per participation that still needs
/// it. Pure: the preview shows what this returns for the conversation as previewed, the runner sends what it
/// returns for the conversation as read right before.
QList<ApiRequest> clearingRequests(const Conversation &conversation, const ClearingChoice &choice,
                                   Dialect dialect);

} // namespace offboarding
