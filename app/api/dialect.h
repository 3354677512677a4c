// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/domain/connection.h"

#include <QString>

namespace offboarding {

// The one table of the two API dialects. No other code knows how they differ in their requests.
// Sources: legacy: the source documents as in the requirements; published: Platform API v2 (contract §3, §5).

/// legacy: PUT /users/{id} {"status":"inactive"}; published: PATCH /users/{id}
/// {"state":"inactive","version":n}.
/// @p version comes from the read right before; ignored by legacy. Both are safe to repeat.
/// With a @p reason that stateChangeReason() knows, published is PUT /users/{id}/state
/// {"state","stateChangeReason","version"}, the only call that records why (contract §3 rule 4); legacy has
/// no place for it.
ApiRequest deactivateUserRequest(Dialect dialect, const QString &userId, int version,
                                 const QString &reason = {});

/// The platform's word for @p reason, whatever its case: Voluntary, Seasonal, Leave, Performance, Conduct or
/// Unknown; empty for any other text, which only the plan and the reports keep.
QString stateChangeReason(const QString &reason);

/// legacy: PUT /users/{id} {"status":"active"}; published: PATCH /users/{id} {"state":"active","version":n}.
ApiRequest restoreUserRequest(Dialect dialect, const QString &userId, int version);

/// DELETE /users/{id} in both. Never repeated blindly: not idempotent for the product.
ApiRequest deleteUserRequest(Dialect dialect, const QString &userId);

/// legacy: DELETE /users/{id}?force=true; published: the same as deleteUserRequest (the sequence is the
/// plan's).
ApiRequest forceDeleteUserRequest(Dialect dialect, const QString &userId);

/// legacy: DELETE /conversations/{c}/participants/{p}; published: PATCH … {"state":"disconnected"}. 202: read
/// back.
ApiRequest endParticipationRequest(Dialect dialect, const QString &conversationId,
                                   const QString &participantId);

/// PATCH /conversations/{c}/participants/{p} {"state":"disconnected"} in both dialects. 202: read back.
ApiRequest disconnectParticipantRequest(const QString &conversationId, const QString &participantId);

/// PATCH /conversations/{c}/participants/{p} {"wrapupSkipped":true}: ends after-call work that is still
/// pending. 202: read back. Refused with conversation.error.wrapup.cannot.skip where a wrap-up code is
/// mandatory.
ApiRequest skipAfterCallWorkRequest(const QString &conversationId, const QString &participantId);

/// POST /conversations/{c}/participants/{p}/replace/queue {"queueId","transferType":"Unattended"}; connected
/// media only.
ApiRequest handToQueueRequest(const QString &conversationId, const QString &participantId,
                              const QString &queueId);

} // namespace offboarding
