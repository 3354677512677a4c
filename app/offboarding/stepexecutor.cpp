// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/stepexecutor.h"

#include "app/api/dialect.h"
#include "app/offboarding/clearingrequests.h"

#include <QCoroTimer>
#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace offboarding {

namespace {

StepResult begin(const PlanStep &step)
{
    StepResult result;
    result.step = step;
    result.started = QDateTime::currentDateTimeUtc();
    return result;
}

StepResult end(StepResult result, Outcome outcome, Cause cause = Cause::None, const QString &detail = {})
{
    result.outcome = outcome;
    result.cause = cause;
    if (!detail.isEmpty())
        result.detail = detail;
    result.finished = QDateTime::currentDateTimeUtc();
    return result;
}

StepResult endWithError(StepResult result, Cause cause, const Error &error)
{
    result.error = error;
    return end(std::move(result), Outcome::Failed, cause);
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
        break;
    }
    return UserState::Unknown;
}

bool isGone(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Gone;
}

QString stateDetail(const User &user)
{
    return QStringLiteral("state %1, version %2").arg(user.stateText).arg(user.version);
}

ApiRequest changeRequest(const PlanStep &step, Dialect dialect, int version)
{
    switch (step.kind) {
    case StepKind::Deactivate:
        return deactivateUserRequest(dialect, step.userId, version);
    case StepKind::Delete:
        return deleteUserRequest(dialect, step.userId);
    case StepKind::ForceDelete:
        return forceDeleteUserRequest(dialect, step.userId);
    default:
        return restoreUserRequest(dialect, step.userId, version);
    }
}

/// The user or the customer came alive after the preview: what was approved is not what would be cut.
bool hasComeAlive(const Conversation &conversation, const PlanStep &step)
{
    if (conversation.hasLiveParticipant(step.userId) && !step.wasLive)
        return true;
    return step.clearing.action != ClearingAction::HandToQueue &&
           mayHaveLiveCustomer(conversation, step.userId) && !step.wasCustomerLive;
}

/// The identity and the state that were confirmed must be those that are changed.
bool isOther(const Plan &plan, const User &fresh)
{
    const auto planned = std::find_if(plan.users.cbegin(), plan.users.cend(),
                                      [&](const User &user) { return user.id == fresh.id; });
    return planned == plan.users.cend() || planned->state != fresh.state || planned->email != fresh.email ||
           planned->name != fresh.name;
}

bool isChosen(const Plan &plan, const QString &userId, const QString &conversationId)
{
    return std::any_of(plan.steps.cbegin(), plan.steps.cend(), [&](const PlanStep &step) {
        return step.kind == StepKind::ClearReference && step.userId == userId &&
               step.clearing.conversationId == conversationId;
    });
}

const SourceReading *firstUnreadable(const ReferenceMap &map)
{
    const auto found =
        std::find_if(map.sources.cbegin(), map.sources.cend(),
                     [](const SourceReading &source) { return source.status != SourceStatus::Fresh; });
    return found == map.sources.cend() ? nullptr : &*found;
}

StepResult refusedBySource(StepResult result, const SourceReading &source)
{
    result.error = source.error;
    return end(std::move(result), Outcome::Failed, Cause::GateRefused,
               QStringLiteral("source %1 is %2").arg(source.name, sourceStatusName(source.status)));
}

StepResult refused(StepResult result, ClearingRefusal refusal)
{
    switch (refusal) {
    case ClearingRefusal::AlreadyClear:
        return end(std::move(result), Outcome::Kept, Cause::AlreadySo);
    case ClearingRefusal::LiveCustomer:
        return end(std::move(result), Outcome::Skipped, Cause::LiveCustomer);
    case ClearingRefusal::NotConnected:
        return end(std::move(result), Outcome::Skipped, Cause::NotConnected);
    case ClearingRefusal::EndedNotRemovable:
        return end(std::move(result), Outcome::Skipped, Cause::NotRemovable);
    case ClearingRefusal::NoQueue:
    case ClearingRefusal::Unreadable:
    case ClearingRefusal::None:
        break;
    }
    return end(std::move(result), Outcome::Skipped, Cause::GateRefused);
}

} // namespace

StepExecutor::StepExecutor(ApiClient &client, UserLoader &loader, ReferenceFinder &finder)
    : m_client(&client), m_loader(&loader), m_finder(&finder)
{
}

bool StepExecutor::isClosed() const
{
    return m_isClosed || m_client == nullptr || m_loader == nullptr || m_finder == nullptr;
}

QCoro::Task<StepResult> StepExecutor::execute(Plan plan, PlanStep step, Decision decision,
                                              std::shared_ptr<UserProgress> progress)
{
    const auto keep = shared_from_this();
    switch (step.kind) {
    case StepKind::ReadUser:
        co_return co_await readUser(plan, step, progress);
    case StepKind::CheckReferences:
        co_return co_await checkReferences(plan, step, progress);
    case StepKind::ClearReference:
        co_return co_await clearReference(plan, step);
    case StepKind::Deactivate:
    case StepKind::Delete:
    case StepKind::ForceDelete:
    case StepKind::Restore:
        co_return co_await changeUser(plan, step, decision, progress);
    case StepKind::ReadBack:
        co_return co_await readBack(plan, step, progress);
    case StepKind::CheckHistory:
        break;
    }
    co_return co_await checkHistory(step);
}

QCoro::Task<StepResult> StepExecutor::readUser(Plan plan, PlanStep step, Progress progress)
{
    StepResult result = begin(step);
    const Result<User> user = co_await m_loader->read(step.userId);
    if (!user)
        co_return endWithError(std::move(result), Cause::ServerRefused, user.error());
    progress->user = *user;
    progress->userReadAt = QDateTime::currentDateTimeUtc();
    const QString detail = stateDetail(*user);
    const bool isAsWanted = plan.act != Act::ClearReferences && user->state == wantedState(plan.act);
    if (isAsWanted)
        co_return end(std::move(result), Outcome::Kept, Cause::AlreadySo, detail);
    if (isOther(plan, *user))
        co_return end(std::move(result), Outcome::Failed, Cause::ChangedSincePreview, detail);
    co_return end(std::move(result), Outcome::Done, Cause::None, detail);
}

QCoro::Task<StepResult> StepExecutor::checkReferences(Plan plan, PlanStep step, Progress progress)
{
    StepResult result = begin(step);
    const ReferenceMap map = co_await m_finder->read(step.userId);
    progress->references = map;
    ++progress->checks;
    const auto planned = std::count_if(plan.steps.cbegin(), plan.steps.cend(), [&](const PlanStep &other) {
        return other.kind == StepKind::CheckReferences && other.userId == step.userId;
    });
    if (progress->checks < planned)
        co_return checkedBeforeClearing(plan, std::move(result), map);
    co_return checkedAfterClearing(plan, std::move(result), map);
}

/// Before anything is cut: what the plan does not clear, or what cannot be seen, would make the change
/// impossible anyway, and nobody may be cut for nothing.
StepResult StepExecutor::checkedBeforeClearing(const Plan &plan, StepResult result,
                                               const ReferenceMap &map) const
{
    if (plan.act != Act::ClearReferences) {
        if (const SourceReading *source = firstUnreadable(map))
            return refusedBySource(std::move(result), *source);
        const auto inTheWay = std::count_if(
            map.conversations.cbegin(), map.conversations.cend(), [&](const ConversationReference &r) {
                return r.isBlocking() && !isChosen(plan, r.userId, r.conversationId);
            });
        if (inTheWay > 0)
            return end(std::move(result), Outcome::Failed, Cause::GateRefused,
                       QStringLiteral("%1 live conversations that are not cleared").arg(inTheWay));
    }
    return end(std::move(result), Outcome::Done, Cause::None,
               QStringLiteral("%1 live conversations").arg(map.knownLiveCount()));
}

StepResult StepExecutor::checkedAfterClearing(const Plan &plan, StepResult result,
                                              const ReferenceMap &map) const
{
    if (plan.act == Act::ClearReferences) {
        // Informational: conversations that nobody chose are none of this plan's business.
        const auto left = std::count_if(
            map.conversations.cbegin(), map.conversations.cend(), [&](const ConversationReference &r) {
                return r.isBlocking() && isChosen(plan, r.userId, r.conversationId);
            });
        const QString detail = QStringLiteral("%1 of the chosen conversations still hold the user").arg(left);
        if (left > 0)
            return end(std::move(result), Outcome::Failed, Cause::NotVerified, detail);
        if (const SourceReading *source = firstUnreadable(map))
            return refusedBySource(std::move(result), *source);
        return end(std::move(result), Outcome::Done, Cause::None, detail);
    }
    if (const SourceReading *source = firstUnreadable(map))
        return refusedBySource(std::move(result), *source);
    const auto blocking = std::count_if(map.conversations.cbegin(), map.conversations.cend(),
                                        [](const ConversationReference &r) { return r.isBlocking(); });
    if (blocking > 0)
        return end(std::move(result), Outcome::Failed, Cause::GateRefused,
                   QStringLiteral("%1 live conversations").arg(blocking));
    return end(std::move(result), Outcome::Done, Cause::None, QStringLiteral("0 live conversations"));
}

QCoro::Task<Result<bool>> StepExecutor::waitUntilCleared(PlanStep step)
{
    const auto keep = shared_from_this();
    QElapsedTimer elapsed;
    elapsed.start();
    int pause = settings.firstPollMilliseconds;
    while (true) {
        const Result<Conversation> conversation =
            co_await m_finder->readConversation(step.clearing.conversationId);
        if (conversation && isCleared(*conversation, step.userId, step.clearing.action))
            co_return true;
        if (!conversation && isGone(conversation.error()))
            co_return true;
        if (isClosed() || elapsed.elapsed() >= settings.longestVerificationMilliseconds) {
            if (!conversation)
                co_return failure(conversation.error());
            co_return false;
        }
        const std::chrono::milliseconds rest(pause);
        co_await QCoro::sleepFor(rest);
        if (isClosed())
            co_return false;
        pause = std::min(pause * 2, 2000);
    }
}

QCoro::Task<StepResult> StepExecutor::clearReference(Plan plan, PlanStep step)
{
    const auto keep = shared_from_this();
    StepResult result = begin(step);
    const Dialect dialect = plan.connection.dialect;
    const Result<Conversation> conversation =
        co_await m_finder->readConversation(step.clearing.conversationId);
    if (!conversation) {
        if (isGone(conversation.error()))
            co_return end(std::move(result), Outcome::Kept, Cause::AlreadySo,
                          QStringLiteral("not found any more"));
        co_return endWithError(std::move(result), Cause::ServerRefused, conversation.error());
    }
    const ClearingRefusal refusal = refusalFor(*conversation, step.clearing, dialect);
    if (refusal != ClearingRefusal::None)
        co_return refused(std::move(result), refusal);
    if (hasComeAlive(*conversation, step))
        co_return end(std::move(result), Outcome::Skipped, Cause::ChangedSincePreview);

    const QList<ApiRequest> requests = clearingRequests(*conversation, step.clearing, dialect);
    for (const ApiRequest &planned : requests) {
        if (isClosed())
            co_return end(std::move(result), Outcome::Skipped, Cause::Stopped);
        ApiRequest request = planned;
        const Result<ApiResponse> response = co_await m_client->send(std::move(request));
        if (response)
            continue;
        // Already ended or gone counts as done once it is read back (contract §5.1); a lost answer is settled
        // there too.
        const Error &error = response.error();
        const bool isSettledByReading = isGone(error) || error.kind == ErrorKind::OutcomeUnknown ||
                                        error.serverCode.endsWith(QLatin1String("call.disconnected"));
        if (!isSettledByReading)
            co_return endWithError(std::move(result), Cause::ServerRefused, error);
        result.error = error;
    }
    const Result<bool> cleared = co_await waitUntilCleared(step);
    if (!cleared)
        co_return endWithError(std::move(result), Cause::OutcomeUnknown, cleared.error());
    if (!*cleared)
        co_return end(std::move(result), Outcome::Failed, Cause::NotVerified);
    result.error.reset();
    co_return end(std::move(result), Outcome::Done, Cause::None, QStringLiteral("read back: cleared"));
}

QCoro::Task<StepResult> StepExecutor::changeUser(Plan plan, PlanStep step, Decision decision,
                                                 Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = begin(step);
    const UserState wanted = wantedState(step.kind);
    if (!progress->user)
        co_return end(std::move(result), Outcome::Skipped, Cause::EarlierStepFailed);
    const Result<Done> fresh = co_await refresh(step, progress);
    if (!fresh)
        co_return endWithError(std::move(result), Cause::ServerRefused, fresh.error());
    if (isClosed())
        co_return end(std::move(result), Outcome::Skipped, Cause::Stopped);
    if (progress->user->state == wanted)
        co_return end(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(*progress->user));
    if (isOther(plan, *progress->user))
        co_return end(std::move(result), Outcome::Failed, Cause::ChangedSincePreview,
                      stateDetail(*progress->user));

    if (step.kind != StepKind::Restore) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        GateInput input;
        input.act = plan.act;
        input.environment = plan.connection.environment;
        input.user = *progress->user;
        input.organizationName = plan.connection.organizationName;
        input.references = progress->references;
        const auto evidence = decision.evidence.constFind(step.userId);
        if (evidence != decision.evidence.constEnd())
            input.evidence = *evidence;
        input.evidenceNotBefore = plan.referencesReadAt.value(step.userId);
        input.riskAccepted = decision.riskAccepted;
        input.typedIdentity = decision.typedIdentity;
        input.typedOrganization = decision.typedOrganization;
        input.now = now;
        input.previewExpires = now; // the preview's age was checked when the run began
        for (const GateResult &gate : checkGates(input)) {
            if (gate.status != GateStatus::Passed)
                co_return end(std::move(result), Outcome::Failed, Cause::GateRefused,
                              QStringLiteral("gate %1 was not passed").arg(gateName(gate.gate)));
        }
    }

    for (int attempt = 1;; ++attempt) {
        if (isClosed())
            co_return end(std::move(result), Outcome::Skipped, Cause::Stopped);
        ApiRequest request = changeRequest(step, plan.connection.dialect, progress->user->version);
        const Result<ApiResponse> response = co_await m_client->send(std::move(request));
        if (response)
            co_return end(std::move(result), Outcome::Done, Cause::None,
                          QStringLiteral("HTTP %1").arg(response->status));
        const Error error = response.error();
        if (isClosed())
            co_return endWithError(std::move(result), Cause::OutcomeUnknown, error);
        if (error.kind == ErrorKind::OutcomeUnknown) {
            result.error = error;
            co_return co_await settleUnknown(std::move(result), wanted, progress);
        }
        if (wanted == UserState::Deleted && isGone(error))
            co_return end(std::move(result), Outcome::Kept, Cause::AlreadySo, QStringLiteral("already gone"));
        // A deletion is sent once, whatever the answer.
        const bool isStale = error.kind == ErrorKind::Conflict && error.conflict == ConflictCause::Version &&
                             wanted != UserState::Deleted;
        if (!isStale || attempt > 1) {
            if (error.conflict == ConflictCause::References)
                progress->references = co_await m_finder->read(step.userId);
            co_return endWithError(std::move(result), Cause::ServerRefused, error);
        }
        // Someone changed the user a moment ago: look again, and go on only if the state is what was
        // confirmed.
        const Result<User> again = co_await m_loader->read(step.userId);
        if (!again)
            co_return endWithError(std::move(result), Cause::ServerRefused, again.error());
        progress->user = *again;
        // The client repeats a guarded write whose answer was lost; the second one then finds a newer
        // version.
        if (again->state == wanted)
            co_return end(std::move(result), Outcome::Done, Cause::None,
                          QStringLiteral("stale version; read back: %1").arg(stateDetail(*again)));
        if (isOther(plan, *again))
            co_return end(std::move(result), Outcome::Failed, Cause::ChangedSincePreview,
                          stateDetail(*again));
    }
}

/// Reads user and references again if they are too old to act on: after a pause, or after long clearing.
QCoro::Task<Result<Done>> StepExecutor::refresh(PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addMSecs(-settings.oldestReferencesMilliseconds);
    if (progress->userReadAt < oldest) {
        const Result<User> user = co_await m_loader->read(step.userId);
        if (!user)
            co_return failure(user.error());
        progress->user = *user;
        progress->userReadAt = QDateTime::currentDateTimeUtc();
    }
    const bool isOld = !progress->references || progress->references->readAt < oldest;
    if (isOld && step.kind != StepKind::Restore && !isClosed())
        progress->references = co_await m_finder->read(step.userId);
    co_return Done{};
}

QCoro::Task<StepResult> StepExecutor::settleUnknown(StepResult result, UserState wanted, Progress progress)
{
    const auto keep = shared_from_this();
    const Result<User> user = co_await waitForState(result.step.userId, wanted);
    if (!user)
        co_return end(std::move(result), Outcome::Failed, Cause::OutcomeUnknown, user.error().toLogString());
    progress->user = *user;
    if (user->state == wanted)
        co_return end(std::move(result), Outcome::Done, Cause::None,
                      QStringLiteral("the answer was lost; read back: %1").arg(stateDetail(*user)));
    co_return end(std::move(result), Outcome::Failed, Cause::NotVerified,
                  QStringLiteral("the answer was lost; read back: %1").arg(stateDetail(*user)));
}

QCoro::Task<Result<User>> StepExecutor::waitForState(QString userId, UserState wanted)
{
    const auto keep = shared_from_this();
    QElapsedTimer elapsed;
    elapsed.start();
    int pause = settings.firstPollMilliseconds;
    while (true) {
        const Result<User> user = co_await m_loader->read(userId);
        if (user && user->state == wanted)
            co_return user;
        const bool isOver = isClosed() || elapsed.elapsed() >= settings.longestVerificationMilliseconds;
        if (isOver || (!user && isGone(user.error())))
            co_return user;
        const std::chrono::milliseconds rest(pause);
        co_await QCoro::sleepFor(rest);
        if (isClosed())
            co_return user;
        pause = std::min(pause * 2, 2000);
    }
}

QCoro::Task<StepResult> StepExecutor::readBack(Plan plan, PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = begin(step);
    const UserState wanted = wantedState(plan.act);
    const Result<User> user = co_await waitForState(step.userId, wanted);
    if (!user) {
        // Deleted and not even listed among the deleted ones: gone for good is more than was asked for.
        if (wanted == UserState::Deleted && isGone(user.error()))
            co_return end(std::move(result), Outcome::Done, Cause::None,
                          QStringLiteral("not found any more"));
        co_return endWithError(std::move(result), Cause::OutcomeUnknown, user.error());
    }
    progress->user = *user;
    if (user->state != wanted)
        co_return end(std::move(result), Outcome::Failed, Cause::NotVerified, stateDetail(*user));
    co_return end(std::move(result), Outcome::Done, Cause::None, stateDetail(*user));
}

QCoro::Task<StepResult> StepExecutor::checkHistory(PlanStep step)
{
    const auto keep = shared_from_this();
    StepResult result = begin(step);
    const Result<Conversation> conversation = co_await m_finder->readConversation(step.historyConversationId);
    if (!conversation)
        co_return endWithError(std::move(result), Cause::ServerRefused, conversation.error());
    const QString detail = QStringLiteral("conversation %1").arg(step.historyConversationId);
    if (conversation->participantsOf(step.userId).isEmpty())
        co_return end(std::move(result), Outcome::Failed, Cause::NotVerified, detail);
    co_return end(std::move(result), Outcome::Done, Cause::None, detail);
}

} // namespace offboarding
