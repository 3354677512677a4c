// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/gates.h"
#include "app/offboarding/offboardingrules.h"
#include "app/offboarding/runner.h"
#include "app/offboarding/runresult.h"
#include "app/offboarding/snapshot.h"
#include "app/references/clearing.h"

#include <QString>

#include <optional>

namespace offboarding {

// What the runner decides from what it has read: pure functions, so that every refusal can be tested by
// itself.

/// So often a write may lose its turn to the rate limit, and everything is checked again, before it is given
/// up.
inline constexpr int mostLateTurns = 20;

StepResult beginStep(const PlanStep &step);
StepResult endStep(StepResult result, Outcome outcome, Cause cause = Cause::None, const QString &detail = {});
StepResult failStep(StepResult result, Cause cause, const Error &error);
StepResult skipStep(const PlanStep &step, Cause cause, const QString &detail = {});

/// What comes after @p result is skipped for this user. A participation that stays is no reason to leave the
/// others; the check of references that follows decides.
bool stopsUser(const StepResult &result);

/// Unknown for a step or act that changes no state.
UserState wantedState(StepKind kind);
UserState wantedState(Act act);
/// The act whose gates a changing step must pass; never taken from the plan, which may say something milder.
Act actOf(StepKind kind);

/// Steps beside the act itself: one that fails is told, but a leaver must not keep access because a phone
/// could not be released.
bool isAside(StepKind kind);

bool isAsWanted(const Plan &plan, const User &fresh); ///< in the state that the act asks for
/// Error::serverCode of a request that was not sent because the journal did not take it.
inline constexpr char notRecordedCode[] = "journal.not-written";

/// Who said no: the journal, the product itself, before anything was sent, or the server.
Cause refusedBy(const Error &error);
bool isGone(const Error &error); ///< 404 or 410
QString stateDetail(const User &user);

/// A step did not come to its write. Detail is for the report.
struct StepRefusal
{
    Cause cause = Cause::GateRefused;
    QString detail;
};

/// Why nothing may be done to @p fresh, if so: its name or e-mail address is not the one that was confirmed,
/// it is in a state that nobody was shown, or deactivating would bring a deleted user back.
std::optional<StepRefusal> userRefusal(const Plan &plan, const PlanStep &step, const User &fresh);

/// Why a step that changes what is around the user must not begin: nobody read the user, or (unless it puts
/// something back) there is no snapshot, or the snapshot does not know what would be changed.
std::optional<StepRefusal> partRefusal(const Plan &plan, const PlanStep &step,
                                       const std::optional<User> &user,
                                       const std::optional<Snapshot> &snapshot);

/// The first gate of @p step that is not passed now.
std::optional<StepRefusal> gateRefusal(const Plan &plan, const PlanStep &step, const Decision &decision,
                                       const User &user, const std::optional<ReferenceMap> &references,
                                       const QDateTime &now);

/// The first rule about who may be taken out that @p fresh breaks, or of which nobody knows whether it does.
std::optional<StepRefusal> ruleRefusal(const Plan &plan, const PlanStep &step, const User &fresh,
                                       const AdministratorCensus &administrators);

/// The user or the customer came alive after the preview: what was approved is not what would be cut.
bool hasComeAlive(const Conversation &conversation, const PlanStep &step);

/// True if @p request is one of those that the plan shows for @p step.
bool isAsShown(const ApiRequest &request, const PlanStep &step, const Connection &connection);

/// A clearing step of @p plan names this conversation of the user.
bool isChosen(const Plan &plan, const QString &userId, const QString &conversationId);

/// The source that makes the whole reading unusable; a reading without sources is one that failed.
std::optional<SourceReading> firstUnreadable(const ReferenceMap &map);

/// The check that comes before anything is cut: what the plan does not clear, or what cannot be seen, would
/// make the change impossible anyway, and nobody may be cut for nothing.
StepResult checkedBeforeClearing(const Plan &plan, StepResult result, const ReferenceMap &map);
/// The check right before the change, or the proof after clearing.
StepResult checkedAfterClearing(const Plan &plan, StepResult result, const ReferenceMap &map);

StepResult refusedClearing(StepResult result, ClearingRefusal refusal);

} // namespace offboarding
