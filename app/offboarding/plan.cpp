// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/plan.h"

#include <QTextStream>

namespace offboarding {

namespace {

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
        break;
    }
    return QStringLiteral("customer-will-be-cut");
}

} // namespace

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
        break;
    }
    return QStringLiteral("clear-references");
}

QString stepKindName(StepKind kind)
{
    switch (kind) {
    case StepKind::ReadUser:
        return QStringLiteral("read-user");
    case StepKind::CheckReferences:
        return QStringLiteral("check-references");
    case StepKind::ClearReference:
        return QStringLiteral("clear-reference");
    case StepKind::Deactivate:
        return QStringLiteral("deactivate");
    case StepKind::Delete:
        return QStringLiteral("delete");
    case StepKind::ForceDelete:
        return QStringLiteral("force-delete");
    case StepKind::Restore:
        return QStringLiteral("restore");
    case StepKind::ReadBack:
        return QStringLiteral("read-back");
    case StepKind::CheckHistory:
        break;
    }
    return QStringLiteral("check-history");
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
