// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/permissiontable.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace offboarding {

namespace {

struct Row
{
    const char *operation;
    bool needsAll;
    const char *permissions; ///< separated by blanks; the first is the narrowest
};

/// Contract, machine-readable twin, `operations[].permissions`; operations that are sent, and the side steps
/// of §6.
constexpr Row table[] = {
    {"getUsers", false, ""},
    {"getUser", false, ""},
    {"getUsersMe", false, ""},
    {"postUsersSearch", false, "directory:user:view"},
    // Spelled putUser in the legacy dialect, see app/api/dialect.h.
    {"putUser", false, "directory:user:edit directory:organization:admin admin"},
    {"patchUser", false, "directory:user:edit directory:organization:admin admin"},
    {"putUserState", false, "directory:user:edit"},
    {"getUserState", false, "directory:userStateChange:view"},
    {"deleteUser", false, "directory:user:delete directory:organization:admin admin"},
    {"getOrganizationsMe", false, ""},
    {"getTokensMe", false, ""},
    {"deleteTokensMe", false, ""},
    {"deleteToken", false, "oauth:token:delete"},
    {"getAuthorizationSubjectsMe", false, ""},
    {"getAuthorizationSubject", false, "authorization:grant:view"},
    {"getAuthorizationDivisionspermittedPagedMe", false, ""},
    {"getAnalyticsAgentStatus", false, "analytics:agentState:view"},
    {"postAnalyticsConversationsDetailsQuery", false,
     "analytics:conversationDetail:view analytics:agentConversationDetail:view"},
    {"getConversation", false, "conversation:communication:view"},
    // The contract names conversation:participant:wrapup, too, but holding only that one does not imply the
    // right to disconnect (contract §5.1).
    {"deleteConversationParticipant", false,
     "conversation:communication:disconnect conversation:call:record"},
    {"patchConversationParticipant", false, "conversation:communication:disconnect conversation:call:record"},
    {"postConversationParticipantReplaceQueue", false,
     "conversation:communication:blindTransfer conversation:communication:blindTransferQueue"},
    {"postConversationDisconnect", false, "conversation:communication:disconnect"},
    {"getAnalyticsReportingExports", true, "analytics:dataExport:view"},
    {"getAnalyticsReportingSettingsDashboardsQuery", true, "analytics:dashboardConfigurations:view"},
    {"getAnalyticsReportingSettingsUserDashboards", true, "analytics:dashboardConfigurations:viewPrivate"},
    {"getAnalyticsReportingDashboardsUser", true, "analytics:dashboardConfigurations:view"},
    {"postAlertingRulesQuery", true, "alerting:rule:view"},
    {"getRoutingQueues", false, "routing:queue:view"},
    {"getRoutingQueue", false, "routing:queue:view"},
    {"patchConversationsCallbacks", false, "conversation:callback:edit"},
    {"postConversationsCallbacksBulkDisconnect", false, "conversation:communication:disconnect"},
    {"postConversationsCallbacksBulkUpdate", false, "conversation:callback:edit"},
    {"getUserQueues", false, "routing:queue:view"},
    {"patchUserQueues", false, "routing:queueMember:manage routing:queue:join"},
    {"patchUserQueue", false, "routing:queueMember:manage routing:queue:join"},
    {"getRoutingQueueMembers", false,
     "routing:queue:view routing:queueMember:manage routing:queue:readonly routing:queue:edit"},
    {"patchRoutingQueueMembers", false, "routing:queueMember:manage routing:queue:edit"},
    {"postRoutingQueueMembers", false, "routing:queueMember:manage routing:queue:edit"},
    {"patchRoutingQueueMember", false, "routing:queueMember:manage routing:queue:edit"},
    {"deleteRoutingQueueMember", false, "routing:queueMember:manage routing:queue:edit"},
    {"getGroupDynamicsettings", false, "directory:group:view"},
    {"postAuthorizationSubjectBulkadd", false, "authorization:grant:add"},
    {"postAuthorizationSubjectBulkremove", false, "authorization:grant:delete"},
    {"postAuthorizationSubjectBulkreplace", true, "authorization:grant:add authorization:grant:delete"},
    {"postAuthorizationSubjectDivisionRole", false, "authorization:grant:add"},
    {"deleteAuthorizationSubjectDivisionRole", false, "authorization:grant:delete"},
    {"postUserRoutingskills", false, "routing:skill:assign"},
    {"patchUserRoutingskillsBulk", false, "routing:skill:assign"},
    {"putUserRoutingskillsBulk", false, "routing:skill:assign"},
    {"deleteUserRoutingskill", false, "routing:skill:assign"},
    {"postUserRoutinglanguages", false, "routing:skill:assign routing:language:assign"},
    {"patchUserRoutinglanguagesBulk", false, "routing:skill:assign routing:language:assign"},
    {"deleteUserRoutinglanguage", false, "routing:skill:assign routing:language:assign"},
    {"getUserSkillgroups", false, "routing:skillGroup:view"},
    {"getUserStation", false, "telephony:otherStationAssociation:view"},
    {"deleteUserStationAssociatedstation", false, "telephony:station:disassociate"},
    {"putUserStationAssociatedstationStationId", false, "telephony:otherStationAssociation:edit"},
    {"deleteUserStationDefaultstation", false, "telephony:plugin:all telephony:phone:assign"},
    {"putUserStationDefaultstationStationId", false, "telephony:plugin:all telephony:phone:assign"},
    {"deleteStationAssociateduser", false, "telephony:station:disassociate"},
    {"getUserCallforwarding", false, "conversation:callForwarding:view"},
    {"putUserCallforwarding", false, "conversation:callForwarding:edit"},
    {"patchUserCallforwarding", false, "conversation:callForwarding:edit"},
    {"postTaskmanagementWorkitemsQuery", false, "workitems:workitem:view"},
    {"postTaskmanagementWorkitemDisconnect", false, "workitems:workitem:disconnect"},
    {"patchTaskmanagementWorkitemAssignment", false, "workitems:workitem:pull workitems:workitem:assign"},
    {"putGroup", false, "directory:group:edit"},
    {"getGroup", false, ""},
    {"postGroupMembers", false, ""},
    {"deleteGroupMembers", false, ""},
    {"patchUserPresencesPurecloud", false, ""},
    {"putUserRoutingstatus", false, ""},
    {"getPresenceDefinitions0", false, "presence:presenceDefinition:view"},
    {"getUserDirectreports", false, ""},
    {"getUserExternalid", false, ""},
    {"getUserOutofoffice", false, ""},
    {"getUserPresencesPurecloud", false, ""},
    {"getUserRoutinglanguages", false, ""},
    {"getUserRoutingskills", false, ""},
    {"getUserRoutingstatus", false, ""},
    {"getGroups", false, ""},
    {"getUsersQuery", false, "directory:user:view"},
    {"getLicenseUser", false, "authorization:license:view authorization:grant:add"},
    {"getOauthClients", false, "oauth:client:view"},
    {"getTelephonyProvidersEdgesPhones", false, "telephony:plugin:all"},
    {"getVoicemailUserMailbox", false, "voicemail:mailbox:viewOther"},
};

PermissionNeed needOf(const Row &row)
{
    return {row.needsAll, QString::fromLatin1(row.permissions).split(QLatin1Char(' '), Qt::SkipEmptyParts)};
}

const QHash<QString, PermissionNeed> &needs()
{
    static const QHash<QString, PermissionNeed> byOperation = [] {
        QHash<QString, PermissionNeed> result;
        for (const Row &row : table)
            result.insert(QString::fromLatin1(row.operation), needOf(row));
        return result;
    }();
    return byOperation;
}

/// Of needs that nothing in @p chosen covers: what has to be added.
QStringList additions(const PermissionNeed &need, const PermissionSet &chosen)
{
    if (isPermitted(need, chosen))
        return {};
    if (!need.needsAll)
        return {need.permissions.constFirst()};
    QStringList missing;
    std::copy_if(need.permissions.cbegin(), need.permissions.cend(), std::back_inserter(missing),
                 [&chosen](const QString &one) { return !chosen.allows(one); });
    return missing;
}

/// What has to be added to @p granted so that all @p operations are permitted.
QStringList additionsFor(const QStringList &operations, const PermissionSet &granted)
{
    QStringList added;
    // Needs without a choice come first: they may satisfy those with one.
    for (const bool hasChoice : {false, true}) {
        for (const QString &operation : operations) {
            const auto need = needs().constFind(operation);
            if (need == needs().constEnd() || need->permissions.isEmpty() ||
                hasChoice != (!need->needsAll && need->permissions.size() > 1))
                continue;
            added += additions(*need, PermissionSet(granted.granted() + added));
        }
    }
    added.sort();
    added.removeDuplicates();
    return added;
}

} // namespace

std::optional<PermissionNeed> permissionNeed(const QString &operation)
{
    const auto found = needs().constFind(operation);
    return found == needs().constEnd() ? std::nullopt : std::optional(*found);
}

bool isPermitted(const PermissionNeed &need, const PermissionSet &granted)
{
    const auto isGranted = [&granted](const QString &one) { return granted.allows(one); };
    if (need.permissions.isEmpty())
        return true;
    return need.needsAll ? std::all_of(need.permissions.cbegin(), need.permissions.cend(), isGranted)
                         : std::any_of(need.permissions.cbegin(), need.permissions.cend(), isGranted);
}

QStringList leastPermissions(const QStringList &operations)
{
    return additionsFor(operations, PermissionSet(QStringList()));
}

QStringList missingPermissions(const QStringList &operations, const PermissionSet &granted)
{
    return granted.isKnown() ? additionsFor(operations, granted) : QStringList();
}

QStringList knownPermissions()
{
    QSet<QString> all;
    for (const PermissionNeed &need : needs())
        all.unite(QSet<QString>(need.permissions.cbegin(), need.permissions.cend()));
    QStringList sorted(all.cbegin(), all.cend());
    sorted.sort();
    return sorted;
}

} // namespace offboarding
