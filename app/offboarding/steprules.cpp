// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/steprules.h"

#include "app/offboarding/partrules.h"

#include <algorithm>

namespace offboarding {

namespace {

StepResult refusedBySource(StepResult result, const SourceReading &source)
{
    result.error = source.error;
    return endStep(std::move(result), Outcome::Failed, Cause::GateRefused,
                   QStringLiteral("source %1 is %2").arg(source.name, sourceStatusName(source.status)));
}

} // namespace

StepResult beginStep(const PlanStep &step)
{
    StepResult result;
    result.step = step;
    result.started = QDateTime::currentDateTimeUtc();
    return result;
}

StepResult endStep(StepResult result, Outcome outcome, Cause cause, const QString &detail)
{
    result.outcome = outcome;
    result.cause = cause;
    if (!detail.isEmpty())
        result.detail = detail;
    result.finished = QDateTime::currentDateTimeUtc();
    return result;
}

StepResult failStep(StepResult result, Cause cause, const Error &error)
{
    result.error = error;
    return endStep(std::move(result), Outcome::Failed, cause);
}

StepResult skipStep(const PlanStep &step, Cause cause, const QString &detail)
{
    return endStep(beginStep(step), Outcome::Skipped, cause, detail);
}

bool stopsUser(const StepResult &result)
{
    return result.outcome == Outcome::Failed && result.step.kind != StepKind::ClearReference &&
           result.step.kind != StepKind::CheckHistory && !isAside(result.step.kind);
}

UserState wantedState(StepKind kind)
{
    switch (kind) {
    case StepKind::Deactivate:
        return UserState::Inactive;
    case StepKind::Delete:
    case StepKind::ForceDelete:
        return UserState::Deleted;
    case StepKind::Restore:
        return UserState::Active;
    default:
        return UserState::Unknown;
    }
}

UserState wantedState(Act act)
{
    switch (act) {
    case Act::Deactivate:
        return UserState::Inactive;
    case Act::Delete:
    case Act::ForceDelete:
        return UserState::Deleted;
    case Act::Restore:
        return UserState::Active;
    case Act::ClearReferences:
    case Act::Undo:
        break;
    }
    return UserState::Unknown;
}

Act actOf(StepKind kind)
{
    switch (kind) {
    case StepKind::Deactivate:
        return Act::Deactivate;
    case StepKind::Delete:
        return Act::Delete;
    case StepKind::Restore:
        return Act::Restore;
    default:
        return Act::ForceDelete; // the strictest
    }
}

bool isAside(StepKind kind)
{
    return changesPart(kind) || kind == StepKind::RevokeTokens || kind == StepKind::ReportCheck;
}

bool isAsWanted(const Plan &plan, const User &fresh)
{
    return wantedState(plan.act) != UserState::Unknown && fresh.state == wantedState(plan.act);
}

Cause refusedBy(const Error &error)
{
    if (error.kind != ErrorKind::Refused)
        return Cause::ServerRefused;
    return error.serverCode == QLatin1String(notRecordedCode) ? Cause::JournalFailed : Cause::GateRefused;
}

bool isGone(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Gone;
}

QString stateDetail(const User &user)
{
    return QStringLiteral("state %1, version %2").arg(user.stateText).arg(user.version);
}

std::optional<StepRefusal> userRefusal(const Plan &plan, const PlanStep &step, const User &fresh)
{
    const auto planned = std::find_if(plan.users.cbegin(), plan.users.cend(),
                                      [&](const User &user) { return user.id == step.userId; });
    if (planned == plan.users.cend() || fresh.id != step.userId)
        return StepRefusal{Cause::ChangedSincePreview, QStringLiteral("not a user of this plan")};
    const bool isUndone = plan.act == Act::Undo && step.kind == StepKind::Restore;
    if (wantedState(step.kind) != UserState::Unknown && actOf(step.kind) != plan.act && !isUndone)
        return StepRefusal{Cause::GateRefused, QStringLiteral("the step does not belong to the act")};
    if (planned->name != fresh.name || planned->email != fresh.email)
        return StepRefusal{
            Cause::ChangedSincePreview,
            QStringLiteral("the name or the e-mail address changed; %1").arg(stateDetail(fresh))};
    // Already so is nothing to refuse: nothing will be sent.
    if (isAsWanted(plan, fresh))
        return {};
    // Somebody may have brought the user back already; what is left to put back is put back.
    if (plan.act == Act::Undo && fresh.state == UserState::Active)
        return {};
    if (planned->state != fresh.state)
        return StepRefusal{Cause::ChangedSincePreview, stateDetail(fresh)};
    if (plan.act == Act::Deactivate && fresh.state == UserState::Deleted)
        return StepRefusal{Cause::GateRefused, QStringLiteral("a deleted user would come back as inactive")};
    return {};
}

std::optional<StepRefusal> partRefusal(const Plan &plan, const PlanStep &step,
                                       const std::optional<User> &user,
                                       const std::optional<Snapshot> &snapshot)
{
    if (!user)
        return StepRefusal{Cause::EarlierStepFailed, {}};
    if (const std::optional<StepRefusal> refusal = userRefusal(plan, step, *user))
        return refusal;
    const bool needsSnapshot = takesPartAway(step.kind) || step.kind == StepKind::RevokeTokens;
    if (!needsSnapshot || user->state == UserState::Deleted)
        return std::nullopt;
    // Whoever may not be taken out may not be taken apart either. Administrators are counted where rights
    // are taken away.
    AdministratorCensus nobody;
    nobody.isKnown = true;
    if (const std::optional<StepRefusal> refusal = ruleRefusal(plan, step, *user, nobody))
        return refusal;
    if (!snapshot)
        return StepRefusal{Cause::GateRefused, QStringLiteral("there is no snapshot of the user")};
    if (!isKnown(*snapshot, step.kind))
        return StepRefusal{Cause::GateRefused,
                           QStringLiteral("the snapshot does not know what would be changed: %1")
                               .arg(snapshot->unread.join(QStringLiteral("; ")).left(500))};
    return std::nullopt;
}

std::optional<StepRefusal> gateRefusal(const Plan &plan, const PlanStep &step, const Decision &decision,
                                       const User &user, const std::optional<ReferenceMap> &references,
                                       const QDateTime &now)
{
    GateInput input;
    input.act = actOf(step.kind);
    input.environment = plan.connection.environment;
    input.user = user;
    input.organizationName = plan.connection.organizationName;
    input.references = references;
    const auto evidence = decision.evidence.constFind(step.userId);
    if (evidence != decision.evidence.constEnd())
        input.evidence = *evidence;
    input.evidenceNotBefore = plan.referencesReadAt.value(step.userId);
    input.riskAccepted = decision.riskAccepted;
    input.typedIdentity = decision.typedIdentities.value(step.userId, decision.typedIdentity);
    input.typedOrganization = decision.typedOrganization;
    input.now = now;
    input.previewExpires = now; // the preview's age was checked when the run began
    const QList<GateResult> gates = checkGates(input);
    for (const GateResult &gate : gates) {
        if (gate.status != GateStatus::Passed)
            return StepRefusal{Cause::GateRefused,
                               QStringLiteral("gate %1 was not passed").arg(gateName(gate.gate))};
    }
    return {};
}

std::optional<StepRefusal> ruleRefusal(const Plan &plan, const PlanStep &step, const User &fresh,
                                       const AdministratorCensus &administrators)
{
    RuleInput input;
    input.act = actOf(step.kind);
    input.connection = plan.connection;
    input.signedInAs = plan.signedInAs;
    input.user = fresh;
    for (const User &user : plan.users)
        input.chosenUserIds.append(user.id);
    input.organizationUsers = plan.organizationUsers;
    input.administrators = administrators;
    for (const RuleResult &rule : checkOffboardingRules(input)) {
        if (rule.status != GateStatus::Passed)
            return StepRefusal{Cause::GateRefused,
                               QStringLiteral("rule %1 is %2")
                                   .arg(offboardingRuleName(rule.rule), rule.status == GateStatus::Refused
                                                                            ? QStringLiteral("not kept")
                                                                            : QStringLiteral("not known"))};
    }
    return std::nullopt;
}

bool hasComeAlive(const Conversation &conversation, const PlanStep &step)
{
    if (conversation.hasLiveParticipant(step.userId) && !step.wasLive)
        return true;
    return step.clearing.action != ClearingAction::HandToQueue &&
           mayHaveLiveCustomer(conversation, step.userId) && !step.wasCustomerLive;
}

bool isAsShown(const ApiRequest &request, const PlanStep &step, const Connection &connection)
{
    const RequestPreview wanted = request.preview(connection.apiUrl);
    return std::any_of(step.requests.cbegin(), step.requests.cend(), [&](const RequestPreview &shown) {
        return shown.method == wanted.method && shown.target == wanted.target && shown.body == wanted.body;
    });
}

bool isChosen(const Plan &plan, const QString &userId, const QString &conversationId)
{
    return std::any_of(plan.steps.cbegin(), plan.steps.cend(), [&](const PlanStep &step) {
        return step.kind == StepKind::ClearReference && step.userId == userId &&
               step.clearing.conversationId == conversationId;
    });
}

std::optional<SourceReading> firstUnreadable(const ReferenceMap &map)
{
    const auto found =
        std::find_if(map.sources.cbegin(), map.sources.cend(),
                     [](const SourceReading &source) { return source.status != SourceStatus::Fresh; });
    if (found != map.sources.cend())
        return *found;
    if (!map.sources.isEmpty())
        return {};
    SourceReading nothing;
    nothing.name = QStringLiteral("references");
    return nothing;
}

StepResult checkedBeforeClearing(const Plan &plan, StepResult result, const ReferenceMap &map)
{
    if (plan.act != Act::ClearReferences) {
        if (const std::optional<SourceReading> source = firstUnreadable(map))
            return refusedBySource(std::move(result), *source);
        const auto inTheWay = std::count_if(
            map.conversations.cbegin(), map.conversations.cend(), [&](const ConversationReference &r) {
                return r.isBlocking() && !isChosen(plan, r.userId, r.conversationId);
            });
        if (inTheWay > 0)
            return endStep(std::move(result), Outcome::Failed, Cause::GateRefused,
                           QStringLiteral("%1 live conversations that are not cleared").arg(inTheWay));
    }
    return endStep(std::move(result), Outcome::Done, Cause::None,
                   QStringLiteral("%1 live conversations").arg(map.knownLiveCount()));
}

StepResult checkedAfterClearing(const Plan &plan, StepResult result, const ReferenceMap &map)
{
    if (plan.act == Act::ClearReferences) {
        // Informational: conversations that nobody chose are none of this plan's business.
        const auto left = std::count_if(
            map.conversations.cbegin(), map.conversations.cend(), [&](const ConversationReference &r) {
                return r.isBlocking() && isChosen(plan, r.userId, r.conversationId);
            });
        const QString detail = QStringLiteral("%1 of the chosen conversations still hold the user").arg(left);
        if (left > 0)
            return endStep(std::move(result), Outcome::Failed, Cause::NotVerified, detail);
        if (const std::optional<SourceReading> source = firstUnreadable(map))
            return refusedBySource(std::move(result), *source);
        return endStep(std::move(result), Outcome::Done, Cause::None, detail);
    }
    if (const std::optional<SourceReading> source = firstUnreadable(map))
        return refusedBySource(std::move(result), *source);
    const auto blocking = std::count_if(map.conversations.cbegin(), map.conversations.cend(),
                                        [](const ConversationReference &r) { return r.isBlocking(); });
    if (blocking > 0)
        return endStep(std::move(result), Outcome::Failed, Cause::GateRefused,
                       QStringLiteral("%1 live conversations").arg(blocking));
    return endStep(std::move(result), Outcome::Done, Cause::None, QStringLiteral("0 live conversations"));
}

StepResult refusedClearing(StepResult result, ClearingRefusal refusal)
{
    switch (refusal) {
    case ClearingRefusal::AlreadyClear:
        return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo);
    case ClearingRefusal::LiveCustomer:
        return endStep(std::move(result), Outcome::Skipped, Cause::LiveCustomer);
    case ClearingRefusal::NotConnected:
        return endStep(std::move(result), Outcome::Skipped, Cause::NotConnected);
    case ClearingRefusal::EndedNotRemovable:
        return endStep(std::move(result), Outcome::Skipped, Cause::NotRemovable);
    case ClearingRefusal::NoQueue:
    case ClearingRefusal::Unreadable:
    case ClearingRefusal::None:
        break;
    }
    return endStep(std::move(result), Outcome::Skipped, Cause::GateRefused);
}

} // namespace offboarding
