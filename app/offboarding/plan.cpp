// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/plan.h"

#include <QSet>
#include <QTextStream>

namespace offboarding {

QString warningName(WarningKind kind)
{
    switch (kind) {
    case WarningKind::LiveConversations:
        return QStringLiteral("live-conversations");
    case WarningKind::UnreadableReferences:
        return QStringLiteral("unreadable-references");
    case WarningKind::RecentConversations:
        return QStringLiteral("recent-conversations");
    case WarningKind::HistoryKeepsName:
        return QStringLiteral("history-keeps-name");
    case WarningKind::RolesAreLost:
        return QStringLiteral("roles-are-lost");
    case WarningKind::DeletionCost:
        return QStringLiteral("deletion-cost");
    case WarningKind::ProductionOrganization:
        return QStringLiteral("production-organization");
    case WarningKind::UserWithoutEmail:
        return QStringLiteral("user-without-email");
    case WarningKind::LookAlikeNames:
        return QStringLiteral("look-alike-names");
    case WarningKind::AlreadyInState:
        return QStringLiteral("already-in-state");
    case WarningKind::CustomerWillBeCut:
        return QStringLiteral("customer-will-be-cut");
    case WarningKind::SurroundingsUnread:
        break;
    }
    return QStringLiteral("surroundings-unread");
}

QString actName(Act act)
{
    switch (act) {
    case Act::Deactivate:
        return QStringLiteral("deactivate");
    case Act::Delete:
        return QStringLiteral("delete");
    case Act::ForceDelete:
        return QStringLiteral("force-delete");
    case Act::Restore:
        return QStringLiteral("restore");
    case Act::ClearReferences:
        return QStringLiteral("clear-references");
    case Act::Undo:
        break;
    }
    return QStringLiteral("undo");
}

QString stepKindName(StepKind kind)
{
    switch (kind) {
    case StepKind::ReadUser:
        return QStringLiteral("read-user");
    case StepKind::Snapshot:
        return QStringLiteral("snapshot");
    case StepKind::RevokeTokens:
        return QStringLiteral("revoke-tokens");
    case StepKind::SetPresenceOffline:
        return QStringLiteral("presence-offline");
    case StepKind::SetRoutingOff:
        return QStringLiteral("routing-off");
    case StepKind::ReleaseStation:
        return QStringLiteral("release-station");
    case StepKind::CheckReferences:
        return QStringLiteral("check-references");
    case StepKind::ClearReference:
        return QStringLiteral("clear-reference");
    case StepKind::RemoveQueues:
        return QStringLiteral("remove-queues");
    case StepKind::RemoveSkills:
        return QStringLiteral("remove-skills");
    case StepKind::RemoveLanguages:
        return QStringLiteral("remove-languages");
    case StepKind::RemoveGroups:
        return QStringLiteral("remove-groups");
    case StepKind::RemoveRoles:
        return QStringLiteral("remove-roles");
    case StepKind::Deactivate:
        return QStringLiteral("deactivate");
    case StepKind::VerifyGates:
        return QStringLiteral("verify-gates");
    case StepKind::Delete:
        return QStringLiteral("delete");
    case StepKind::ForceDelete:
        return QStringLiteral("force-delete");
    case StepKind::Restore:
        return QStringLiteral("restore");
    case StepKind::ReadBack:
        return QStringLiteral("read-back");
    case StepKind::CheckHistory:
        return QStringLiteral("check-history");
    case StepKind::ReportCheck:
        return QStringLiteral("report-check");
    case StepKind::RestoreRoles:
        return QStringLiteral("restore-roles");
    case StepKind::RestoreQueues:
        return QStringLiteral("restore-queues");
    case StepKind::RestoreSkills:
        return QStringLiteral("restore-skills");
    case StepKind::RestoreLanguages:
        return QStringLiteral("restore-languages");
    case StepKind::RestoreGroups:
        return QStringLiteral("restore-groups");
    case StepKind::RestoreStation:
        return QStringLiteral("restore-station");
    case StepKind::RestoreManager:
        return QStringLiteral("restore-manager");
    case StepKind::RestoreForwarding:
        return QStringLiteral("restore-forwarding");
    case StepKind::CompareSnapshot:
        break;
    }
    return QStringLiteral("compare-snapshot");
}

Connection described(const Connection &connection)
{
    Connection result;
    result.id = connection.id;
    result.name = connection.name;
    result.apiUrl = connection.apiUrl;
    result.dialect = connection.dialect;
    result.environment = connection.environment;
    result.organizationId = connection.organizationId;
    result.organizationName = connection.organizationName;
    return result;
}

void shareTexts(Plan *plan, qsizetype first)
{
    QSet<QString> targets;
    QSet<QByteArray> bodies;
    for (qsizetype i = first; i < plan->steps.size(); ++i) {
        QList<RequestPreview> &requests = plan->steps[i].requests;
        for (RequestPreview &request : requests) {
            request.target.squeeze();
            request.target = *targets.insert(request.target);
            if (!request.body.isEmpty())
                request.body = *bodies.insert(request.body);
        }
        requests.squeeze();
    }
}

QString planText(const Plan &plan)
{
    QString text;
    QTextStream out(&text);
    out << "act " << actName(plan.act) << '\n';
    out << "dialect " << dialectName(plan.connection.dialect) << '\n';
    out << "environment " << environmentName(plan.connection.environment) << '\n';
    for (const User &user : plan.users)
        out << "user " << user.id << ' ' << userStateName(user.state) << " version " << user.version << '\n';
    for (const PlanWarning &warning : plan.warnings) {
        out << "warning " << warningName(warning.kind);
        if (!warning.userId.isEmpty())
            out << ' ' << warning.userId;
        if (warning.count > 0)
            out << ' ' << warning.count;
        out << '\n';
    }
    for (const PlanStep &step : plan.steps) {
        out << "step " << stepKindName(step.kind) << ' ' << step.userId;
        if (step.kind == StepKind::ClearReference)
            out << ' ' << clearingActionName(step.clearing.action) << ' ' << step.clearing.conversationId;
        out << '\n';
        for (const RequestPreview &request : step.requests) {
            out << "  " << request.line();
            if (!request.body.isEmpty())
                out << ' ' << QString::fromUtf8(request.body);
            out << '\n';
        }
    }
    return text;
}

} // namespace offboarding
