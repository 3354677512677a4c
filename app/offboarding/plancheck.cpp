// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/plancheck.h"

#include "app/offboarding/plandocument.h"

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

/// Clocks of two computers differ a little.
constexpr int clockSlackSeconds = 300;

bool isKnown(const Identity &identity)
{
    return identity.isClient ? !identity.clientId.isEmpty() : !identity.userId.isEmpty();
}

/// What the session says comes first; a saved connection may be of last year.
QString organizationOf(const Connection &here, const Identity &signedInAs)
{
    return signedInAs.organizationId.isEmpty() ? here.organizationId : signedInAs.organizationId;
}

QUrl comparable(const QUrl &apiUrl)
{
    return apiUrl.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash);
}

/// A demo organisation is made anew for each command, on another port; the organisation was compared before.
bool isSameApi(const Connection &planned, const Connection &here)
{
    const bool areDemos = planned.environment == Environment::Demo && here.environment == Environment::Demo &&
                          isLoopbackHost(planned.apiUrl.host()) && isLoopbackHost(here.apiUrl.host());
    return areDemos || comparable(planned.apiUrl) == comparable(here.apiUrl);
}

/// Dated so that it outlives every plan: nobody's clock does that.
bool isPastItsTime(const Plan &plan, const QDateTime &now)
{
    return !plan.created.isValid() || !plan.expires.isValid() || plan.isExpired(now) ||
           plan.created > now.addSecs(clockSlackSeconds) ||
           plan.created.secsTo(plan.expires) > planDocumentLifetimeSeconds;
}

/// Where the author is a client, whoever runs it must not be the only person who ever saw it.
bool isFirstPerson(const QString &userId, const Plan &plan, const Identity &signedInAs)
{
    const Identity &first = plan.author.userId.isEmpty() ? signedInAs : plan.author;
    return userId.isEmpty() || userId == first.userId;
}

PlanRefusalKind judge(const Approval &approval, const Plan &plan, const QString &hash,
                      const Identity &signedInAs, const QDateTime &now, bool *isGood)
{
    *isGood = false;
    if (approval.planHash != hash || approval.organizationId != plan.organizationId)
        return PlanRefusalKind::ApprovalOfOtherPlan;
    if (isFirstPerson(approval.userId, plan, signedInAs))
        return PlanRefusalKind::ApprovalByAuthor;
    if (!approval.approved.isValid() || !approval.expires.isValid() || now > approval.expires ||
        approval.approved > now.addSecs(clockSlackSeconds) ||
        approval.approved.secsTo(approval.expires) > approvalLifetimeSeconds)
        return PlanRefusalKind::ApprovalExpired;
    *isGood = true;
    return PlanRefusalKind::ApprovalMissing;
}

Error refusedApproval(PlanRefusalKind kind, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.serverCode = planRefusalName(kind);
    error.detail = detail;
    return error;
}

} // namespace

QString planRefusalName(PlanRefusalKind kind)
{
    switch (kind) {
    case PlanRefusalKind::OtherOrganization:
        return QStringLiteral("other-organization");
    case PlanRefusalKind::OtherApi:
        return QStringLiteral("other-api");
    case PlanRefusalKind::OtherDialect:
        return QStringLiteral("other-dialect");
    case PlanRefusalKind::UnknownIdentity:
        return QStringLiteral("unknown-identity");
    case PlanRefusalKind::Expired:
        return QStringLiteral("expired");
    case PlanRefusalKind::Empty:
        return QStringLiteral("empty");
    case PlanRefusalKind::ApprovalMissing:
        return QStringLiteral("approval-missing");
    case PlanRefusalKind::ApprovalOfOtherPlan:
        return QStringLiteral("approval-of-other-plan");
    case PlanRefusalKind::ApprovalExpired:
        return QStringLiteral("approval-expired");
    case PlanRefusalKind::ApprovalByAuthor:
        break;
    }
    return QStringLiteral("approval-by-author");
}

bool needsSecondPerson(const Connection &connection, Act act)
{
    switch (connection.secondPerson) {
    case SecondPerson::ByEnvironment:
        return act == Act::ForceDelete && connection.environment == Environment::Production;
    case SecondPerson::ForceDelete:
        return act == Act::ForceDelete;
    case SecondPerson::EveryRun:
        return true;
    case SecondPerson::Never:
        break;
    }
    return false;
}

std::optional<PlanRefusal> checkPlan(const Plan &plan, const Connection &here, const Identity &signedInAs,
                                     const QDateTime &now)
{
    if (plan.users.isEmpty() || plan.steps.isEmpty())
        return PlanRefusal{PlanRefusalKind::Empty, {}};
    const QString organization = organizationOf(here, signedInAs);
    if (organization.isEmpty() || plan.organizationId != organization)
        return PlanRefusal{PlanRefusalKind::OtherOrganization,
                           QStringLiteral("made for %1 (%2), this is %3")
                               .arg(plan.organizationName, plan.organizationId, organization)};
    if (!isSameApi(plan.plannedOn, here))
        return PlanRefusal{PlanRefusalKind::OtherApi,
                           QStringLiteral("made for %1, this is %2")
                               .arg(plan.plannedOn.apiUrl.toString(), here.apiUrl.toString())};
    if (plan.plannedOn.dialect != here.dialect)
        return PlanRefusal{PlanRefusalKind::OtherDialect,
                           QStringLiteral("made for %1, this is %2")
                               .arg(dialectName(plan.plannedOn.dialect), dialectName(here.dialect))};
    if (!isKnown(signedInAs))
        return PlanRefusal{PlanRefusalKind::UnknownIdentity, {}};
    if (isPastItsTime(plan, now))
        return PlanRefusal{PlanRefusalKind::Expired, plan.expires.toUTC().toString(Qt::ISODate)};
    return checkApproval(plan, here, signedInAs, now);
}

std::optional<PlanRefusal> checkApproval(const Plan &plan, const Connection &here, const Identity &signedInAs,
                                         const QDateTime &now)
{
    if (!needsSecondPerson(here, plan.act))
        return std::nullopt;
    PlanRefusal refusal{PlanRefusalKind::ApprovalMissing, {}};
    if (plan.approvals.isEmpty())
        return refusal;
    const QString hash = planHash(plan);
    for (const Approval &approval : plan.approvals) {
        bool isGood = false;
        refusal = {judge(approval, plan, hash, signedInAs, now, &isGood), approval.userId};
        if (isGood)
            return std::nullopt;
    }
    return refusal;
}

Result<Plan> approve(Plan plan, const Identity &approver, const QDateTime &now)
{
    if (approver.isClient || approver.userId.isEmpty())
        return failure(refusedApproval(PlanRefusalKind::UnknownIdentity,
                                       approver.isClient ? QStringLiteral("a client is no person")
                                                         : QStringLiteral("nobody knows who approves")));
    if (approver.organizationId.isEmpty() || approver.organizationId != plan.organizationId)
        return failure(refusedApproval(PlanRefusalKind::OtherOrganization, plan.organizationId));
    if (approver.userId == plan.author.userId)
        return failure(refusedApproval(PlanRefusalKind::ApprovalByAuthor, plan.author.userId));
    if (isPastItsTime(plan, now))
        return failure(refusedApproval(PlanRefusalKind::Expired, plan.expires.toUTC().toString(Qt::ISODate)));
    Approval approval;
    approval.planHash = planHash(plan);
    approval.userId = approver.userId;
    approval.name = approver.name;
    approval.email = approver.email;
    approval.organizationId = approver.organizationId;
    approval.approved = now.toUTC();
    approval.expires = std::min(approval.approved.addSecs(approvalLifetimeSeconds), plan.expires.toUTC());
    plan.approvals.removeIf([&](const Approval &older) { return older.userId == approval.userId; });
    plan.approvals.append(approval);
    return plan;
}

Plan rebased(Plan plan, const Connection &here, const Identity &signedInAs)
{
    plan.connection = here;
    plan.signedInAs = signedInAs;
    plan.isForThisConnection = true;
    // The addresses are the same or those of another demo organisation; what is shown is where it goes.
    for (PlanStep &step : plan.steps) {
        for (RequestPreview &request : step.requests)
            request.apiUrl = here.apiUrl;
    }
    return plan;
}

} // namespace offboarding
