// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/listreading.h"
#include "app/domain/personreferences.h"

namespace offboarding {

/// GET /users/{id}/queues (contract §6.1). @p joined defaults to true on the server: ask both. Permission:
/// routing:queue:view.
ApiRequest userQueuesRequest(const QString &userId, bool joined, int pageNumber, int pageSize);
Result<ListPage<QueueMembership>> parseUserQueues(const ApiResponse &response, bool joined);

/// GET /users/{id}/routingskills and /routinglanguages (contract §6.4); at most 50 per page. Permission:
/// none.
ApiRequest userSkillsRequest(const QString &userId, int pageNumber, int pageSize);
ApiRequest userLanguagesRequest(const QString &userId, int pageNumber, int pageSize);
Result<ListPage<SkillLevel>> parseSkillLevels(const ApiResponse &response);

/// A group as the listing of all groups has it.
struct GroupRow
{
    QString id;
    QString name;
    QStringList ownerIds;
    bool saysOwners = false; ///< the entry has a list of owners, empty or not
};

/// GET /groups (contract §6.2); at most 500 per page. Permission: none; hidden groups are not listed.
ApiRequest groupsRequest(int pageNumber, int pageSize);
Result<ListPage<GroupRow>> parseGroups(const ApiResponse &response);

/// GET /authorization/subjects/{id} (contract §6.3). Permission: authorization:grant:view.
ApiRequest grantsRequest(const QString &userId);
/// A grant whose subject is not @p userId is inherited. Unreadable: without role, division or subject.
Result<ListPage<RoleGrant>> parseGrants(const ApiResponse &response, const QString &userId);

} // namespace offboarding
