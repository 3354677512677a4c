// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/references/readingbatch.h"
#include "app/references/referencemap.h"

#include <QCoroTask>
#include <QDateTime>
#include <QList>

namespace offboarding {

/// How far back ended conversations are looked for, unless somebody chose otherwise.
inline constexpr int defaultRecentDays = 7;

/// Reads everything that refers to one user (contract §4, and with ReadingDepth::Everything §5.4, §5.5, §6).
/// The client of @p batch must outlive the task.
///
/// Whether the user is live in a conversation is decided only by GET /conversations/{id}, never by analytics.
/// @p recentDays are split at the 31 days that one query may span. Open conversations are looked for that far
/// back too, because a query selects conversations by their start. If the user's conversationSummary counts
/// more than was found, it is kept as incomplete: what stands in the way may have been overlooked.
QCoro::Task<ReferenceMap> readReferences(ReadingBatchPointer batch, QString userId, int recentDays,
                                         ReadingDepth depth);

/// What readReferences() asks at @p now with ReadingDepth::Gates, for plans that show it: the conversations
/// that these answers name are read besides, and long lists have further pages.
QList<ApiRequest> referenceRequests(const QString &userId, int recentDays, const QDateTime &now);

/// What is around the user alone (contract §5.4, §5.5, §6), as readReferences() reads it.
QCoro::Task<PersonReading> readAround(ReadingBatchPointer batch, QString userId);

/// What @p conversation means for @p userId; pure.
ConversationReference referenceFrom(const Conversation &conversation, const QString &userId);

} // namespace offboarding
