// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plantext.h"

#include <QStringList>

#include <algorithm>

namespace offboarding::cli {

namespace {

constexpr qsizetype mostUsersShown = 20;

struct Words
{
    QString what;
    QString next;
};

QString actText(Act act)
{
    switch (act) {
    case Act::Deactivate:
        return QStringLiteral("Deactivate");
    case Act::Delete:
        return QStringLiteral("Delete");
    case Act::ForceDelete:
        return QStringLiteral("FORCE DELETE");
    case Act::Restore:
        return QStringLiteral("Restore");
    case Act::ClearReferences:
        return QStringLiteral("Clear the references of");
    case Act::Undo:
        break;
    }
    return QStringLiteral("Undo what was done to");
}

Words wordsOf(PlanRefusalKind kind)
{
    const QString planAnew = QStringLiteral("Make a new plan with offboardctl plan.");
    const QString approveIt =
        QStringLiteral("A second person, signed in with another user, approves it: offboardctl "
                       "approve PLAN.json.");
    switch (kind) {
    case PlanRefusalKind::OtherOrganization:
        return {QStringLiteral(
                    "This plan was made for another organisation, or it is not known which one this is."),
                QStringLiteral("Choose the connection that it was made on.")};
    case PlanRefusalKind::OtherApi:
        return {QStringLiteral("This plan was made for another address of the API."),
                QStringLiteral("Choose the connection that it was made on.")};
    case PlanRefusalKind::OtherDialect:
        return {QStringLiteral("This plan has the requests of the other API dialect."),
                QStringLiteral("Give the --dialect that it was made with, or make a new plan.")};
    case PlanRefusalKind::UnknownIdentity:
        return {QStringLiteral("Nobody knows who is signed in, so a plan cannot be run in anybody's name."),
                QStringLiteral("Sign in with an account that may read its own identity.")};
    case PlanRefusalKind::Expired:
        return {QStringLiteral("This plan has expired, or its dates are none that a plan can have."),
                planAnew};
    case PlanRefusalKind::Empty:
        return {QStringLiteral("This plan does nothing: it has no users or no steps."), planAnew};
    case PlanRefusalKind::ApprovalMissing:
        return {QStringLiteral("This plan needs the approval of a second person."), approveIt};
    case PlanRefusalKind::ApprovalOfOtherPlan:
        return {QStringLiteral("The approval in this file was given for another plan."), approveIt};
    case PlanRefusalKind::ApprovalExpired:
        return {QStringLiteral("The approval in this file has expired."), approveIt};
    case PlanRefusalKind::ApprovalByAuthor:
        break;
    }
    return {
        QStringLiteral("The approval is by whoever made the plan: the second person must be another one."),
        approveIt};
}

} // namespace

QString planSummary(const Plan &plan)
{
    const qsizetype writes = std::count_if(plan.steps.cbegin(), plan.steps.cend(),
                                           [](const PlanStep &step) { return step.isWrite; });
    QStringList lines{QStringLiteral("%1 %2 user%3 of %4 (%5, %6):")
                          .arg(actText(plan.act))
                          .arg(plan.users.size())
                          .arg(plan.users.size() == 1 ? QString() : QStringLiteral("s"))
                          .arg(plan.organizationName.isEmpty() ? plan.organizationId : plan.organizationName,
                               environmentName(plan.connection.environment), plan.connection.apiUrl.host())};
    for (qsizetype i = 0; i < plan.users.size() && i < mostUsersShown; ++i)
        lines.append(QStringLiteral("- %1").arg(plan.users.at(i).identity().simplified()));
    if (plan.users.size() > mostUsersShown)
        lines.append(QStringLiteral("- and %1 more").arg(plan.users.size() - mostUsersShown));
    lines.append(QStringLiteral("%1 steps, %2 of them change something.").arg(plan.steps.size()).arg(writes));
    if (!plan.reason.isEmpty())
        lines.append(QStringLiteral("Reason: ") + plan.reason);
    if (!plan.ticket.isEmpty())
        lines.append(QStringLiteral("Ticket: ") + plan.ticket);
    for (const PlanWarning &warning : plan.warnings) {
        QString line = QStringLiteral("Warning: ") + warningName(warning.kind);
        if (warning.count > 0)
            line += QStringLiteral(" %1").arg(warning.count);
        if (!warning.userId.isEmpty())
            line += QStringLiteral(", ") + identityOf(plan, warning.userId);
        lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

QString identityOf(const Plan &plan, const QString &userId)
{
    const auto user = std::find_if(plan.users.cbegin(), plan.users.cend(),
                                   [&userId](const User &one) { return one.id == userId; });
    return user == plan.users.cend() ? userId : user->identity().simplified();
}

QString refusalText(const PlanRefusal &refusal)
{
    const Words words = wordsOf(refusal.kind);
    QString text = words.what + QLatin1Char('\n') + words.next;
    if (!refusal.detail.isEmpty())
        text += QStringLiteral("\n(%1: %2)").arg(planRefusalName(refusal.kind), refusal.detail);
    return text;
}

} // namespace offboarding::cli
