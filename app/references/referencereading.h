// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/references/referencemap.h"

#include <QCoroTask>

namespace offboarding {

/// Reads everything that refers to one user (contract §4). Touches nothing but @p client, which must outlive
/// the task.
///
/// Whether the user is live in a conversation is decided only by GET /conversations/{id}, never by analytics.
/// @p recentDays are split at the 31 days that one query may span. Open conversations are looked for that far
/// back too, because a query selects conversations by their start.
QCoro::Task<ReferenceMap> readReferences(ApiClient *client, QString userId, int recentDays);

/// What @p conversation means for @p userId; pure.
ConversationReference referenceFrom(const Conversation &conversation, const QString &userId);

} // namespace offboarding
