// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/actpermissions.h"

#include "app/api/calls/conversationscalls.h"
#include "app/api/calls/membershipcalls.h"
#include "app/api/calls/personcalls.h"
#include "app/api/calls/surroundingcalls.h"
#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "app/api/permissiontable.h"

namespace offboarding {

namespace {

/// Operations are asked of the functions that build the requests, so that they cannot drift apart.
QStringList clearingOperations(Dialect dialect)
{
    const QString id = QStringLiteral("id");
    return {endParticipationRequest(dialect, id, id).operation,
            disconnectParticipantRequest(id, id).operation, handToQueueRequest(id, id, id).operation};
}

/// What ticked steps read and write.
QStringList optionalOperations(const PlanOptions &options)
{
    const QString id = QStringLiteral("id");
    QStringList operations;
    if (options.revokeTokens)
        operations.append(revokeTokensRequest(id).operation);
    if (options.goOffline)
        operations += {presenceDefinitionsRequest().operation, setPresenceRequest(id, id).operation,
                       setRoutingStatusRequest(id, id).operation};
    if (options.releaseStation)
        operations += {stationRequest(id).operation, releaseStationRequest(id).operation};
    if (options.removeQueues)
        operations +=
            {userQueuesRequest(id, true, 1, 1).operation, removeQueueMemberRequest(id, id).operation};
    if (options.removeSkills)
        operations.append(removeSkillRequest(id, id).operation);
    if (options.removeLanguages)
        operations.append(removeLanguageRequest(id, id).operation);
    if (options.removeGroups)
        operations.append(removeGroupMemberRequest(id, id).operation);
    if (options.removeRoles)
        operations += {grantsRequest(id).operation, removeGrantRequest(id, {}).operation};
    if (options.checkReports)
        operations.append(searchUserRequest(id, id).operation);
    return operations;
}

} // namespace

QStringList operationsOf(Act act, Dialect dialect, const PlanOptions &options)
{
    const QString id = QStringLiteral("id");
    // Every act reads the user before and after.
    QStringList operations{userRequest(id, false).operation};
    if (act != Act::Restore)
        operations +=
            {QStringLiteral("getAnalyticsAgentStatus"),
             QStringLiteral("postAnalyticsConversationsDetailsQuery"), QStringLiteral("getConversation")};
    switch (act) {
    case Act::Deactivate:
        operations.append(deactivateUserRequest(dialect, id, 1).operation);
        break;
    case Act::Delete:
        operations.append(deleteUserRequest(dialect, id).operation);
        break;
    case Act::ForceDelete:
        operations.append(forceDeleteUserRequest(dialect, id).operation);
        // In the published dialect it is a sequence that begins with clearing (requirements, two dialects).
        if (dialect == Dialect::Published)
            operations += clearingOperations(dialect);
        break;
    case Act::Restore:
        operations.append(restoreUserRequest(dialect, id, 1).operation);
        break;
    case Act::ClearReferences:
        operations += clearingOperations(dialect);
        operations.append(QStringLiteral("getRoutingQueues"));
        break;
    case Act::Undo:
        operations.append(restoreUserRequest(dialect, id, 1).operation);
        break;
    }
    if (act == Act::Deactivate || act == Act::Delete || act == Act::ForceDelete)
        operations += optionalOperations(options);
    operations.removeDuplicates();
    return operations;
}

QStringList missingForAct(Act act, Dialect dialect, const PermissionSet &granted, const PlanOptions &options)
{
    return missingPermissions(operationsOf(act, dialect, options), granted);
}

QString requiredPermissionsText(const QList<Act> &acts, Dialect dialect)
{
    QStringList operations;
    for (const Act act : acts)
        operations += operationsOf(act, dialect);
    return leastPermissions(operations).join(QLatin1Char('\n'));
}

} // namespace offboarding
