// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/listreading.h"
#include "app/domain/personreferences.h"

#include <QList>
#include <QString>

#include <optional>

namespace offboarding {

// What changes around a person, the same in both dialects (contract §1.2, §6). None of these is marked
// idempotent: whether one is sent again is decided after reading. 202 means accepted, not done: read back.

/// DELETE /tokens/{userId}, 204. Nobody lists tokens, so it cannot be read back. Permission:
/// oauth:token:delete.
ApiRequest revokeTokensRequest(const QString &userId);

/// GET /presence/definitions, a page of 500. Permission: presence:presenceDefinition:view.
ApiRequest presenceDefinitionsRequest();
/// The id of the system presence "Offline"; empty if the answer does not have it.
Result<QString> parseOfflinePresence(const ApiResponse &response);
/// PATCH /users/{id}/presences/purecloud, 200. Permission: none published.
ApiRequest setPresenceRequest(const QString &userId, const QString &definitionId);
/// PUT /users/{id}/routingstatus {"status"}, 200. Permission: none published.
ApiRequest setRoutingStatusRequest(const QString &userId, const QString &status);

/// DELETE /users/{id}/station/associatedstation, 202. Permission: telephony:station:disassociate.
ApiRequest releaseStationRequest(const QString &userId);
/// PUT /users/{id}/station/associatedstation/{stationId}, 202. Permission:
/// telephony:otherStationAssociation:edit.
ApiRequest associateStationRequest(const QString &userId, const QString &stationId);

/// DELETE /routing/queues/{queueId}/members/{userId}, 204. A member who comes from a group of the queue is
/// refused. Permission: routing:queue:edit or routing:queueMember:manage.
ApiRequest removeQueueMemberRequest(const QString &queueId, const QString &userId);
/// POST /routing/queues/{queueId}/members?delete=false [{"id"}], 204; not joined.
ApiRequest addQueueMemberRequest(const QString &queueId, const QString &userId);
/// PATCH /routing/queues/{queueId}/members/{userId} {"joined":true}, 202.
ApiRequest joinQueueRequest(const QString &queueId, const QString &userId);

/// DELETE /users/{id}/routingskills/{skillId}, 200. Permission: routing:skill:assign.
ApiRequest removeSkillRequest(const QString &userId, const QString &skillId);
/// DELETE /users/{id}/routinglanguages/{languageId}, 204. Permission: that or routing:language:assign.
ApiRequest removeLanguageRequest(const QString &userId, const QString &languageId);
/// PATCH …/bulk adds and updates, 200; at most levelsPerRequest of them.
ApiRequest addSkillsRequest(const QString &userId, const QList<SkillLevel> &levels);
ApiRequest addLanguagesRequest(const QString &userId, const QList<SkillLevel> &levels);
inline constexpr int levelsPerRequest = 50; ///< contract §6.4

/// DELETE /groups/{groupId}/members?ids={userId}, 202; takes no version. Permission: none published. A group
/// with a rule takes the user back.
ApiRequest removeGroupMemberRequest(const QString &groupId, const QString &userId);
/// GET /groups/{groupId}: for the version that adding needs. Permission: none published.
ApiRequest groupRequest(const QString &groupId);
Result<int> parseGroupVersion(const ApiResponse &response);
/// POST /groups/{groupId}/members {"memberIds","version"}, 202; 409 for a stale version. Without @p version,
/// as plans show it: the version is read right before.
ApiRequest addGroupMemberRequest(const QString &groupId, const QString &userId, std::optional<int> version);

/// DELETE /authorization/subjects/{userId}/divisions/{divisionId}/roles/{roleId}, 204. One by one, because
/// bulkremove fails as a whole if one of them does not exist any more. Permission:
/// authorization:grant:delete.
ApiRequest removeGrantRequest(const QString &userId, const RoleGrant &grant);
/// POST …/divisions/{divisionId}/roles/{roleId}?subjectType=PC_USER, 204. Permission:
/// authorization:grant:add.
ApiRequest addGrantRequest(const QString &userId, const RoleGrant &grant);

/// PATCH /users/{id} {"manager","version"}, 200; an empty @p managerId: none. Permission:
/// directory:user:edit. Without @p version as above.
ApiRequest setManagerRequest(const QString &userId, const QString &managerId, std::optional<int> version);

/// PUT /users/{id}/callforwarding, 200. Permission: conversation:callForwarding:edit.
ApiRequest setForwardingRequest(const QString &userId, const CallForwarding &forwarding);

} // namespace offboarding
