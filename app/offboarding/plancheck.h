// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/offboarding/plan.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace offboarding {

/// How long an approval lasts; never longer than the plan.
inline constexpr int approvalLifetimeSeconds = 8 * 3600;

/// Why a plan is not run here and now. Text is made at the screen.
enum class PlanRefusalKind {
    OtherOrganization,   ///< made for another one, or it is not known which one this is
    OtherApi,            ///< made for another address: its requests would go elsewhere
    OtherDialect,        ///< its requests are those of the other dialect
    UnknownIdentity,     ///< nobody knows who runs it
    Expired,             ///< or dated so that it would live longer than plans do
    Empty,               ///< no users or no steps
    ApprovalMissing,     ///< a second person has to approve it
    ApprovalOfOtherPlan, ///< for another hash or organisation
    ApprovalExpired,
    ApprovalByAuthor ///< the second person is the first one
};

QString planRefusalName(PlanRefusalKind kind); ///< "other-organization", "expired", …

struct PlanRefusal
{
    PlanRefusalKind kind = PlanRefusalKind::Empty;
    QString detail; ///< facts: both organisations, the date, …; hostile plain text, not translated

    bool operator==(const PlanRefusal &other) const = default;
};

/// Whether @p act on @p connection needs the approval of a second person (Connection::secondPerson).
bool needsSecondPerson(const Connection &connection, Act act);

/// Pure. The first reason not to run @p plan on the connection @p here, signed in as @p signedInAs; empty: it
/// may be run, rebased() first if it comes from a file. Gates, rules and limits are the runner's, later.
std::optional<PlanRefusal> checkPlan(const Plan &plan, const Connection &here, const Identity &signedInAs,
                                     const QDateTime &now);

/// Pure. What the approvals of @p plan lack at @p now; empty where none is needed.
std::optional<PlanRefusal> checkApproval(const Plan &plan, const Connection &here, const Identity &signedInAs,
                                         const QDateTime &now);

/// @p plan with one approval more, which replaces an older one by the same person. Refused
/// (ErrorKind::Refused, Error::serverCode is planRefusalName()) for the author, a client without a person, an
/// unknown identity, another organisation and an expired plan.
Result<Plan> approve(Plan plan, const Identity &approver, const QDateTime &now);

/// @p plan with limits, protected users, allowed divisions, environment and names of the connection @p here,
/// run by @p signedInAs: nothing of these is believed that a file says. Call checkPlan() before.
Plan rebased(Plan plan, const Connection &here, const Identity &signedInAs);

} // namespace offboarding
