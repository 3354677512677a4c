// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/stepexecutor.h"

#include "app/offboarding/steprules.h"

#include <QCoroTimer>
#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace offboarding {

StepExecutor::StepExecutor(ApiClient &client, UserLoader &loader, ReferenceFinder &finder)
    : m_client(&client), m_loader(&loader), m_finder(&finder),
      m_administrators(std::make_unique<AdministratorFinder>(client))
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
    if (isClosed())
        co_return skipStep(step, Cause::Stopped);
    if (!plan.isForThisConnection)
        co_return endStep(beginStep(step), Outcome::Failed, Cause::GateRefused,
                          QStringLiteral("the plan was not checked against this connection"));
    if (plan.connection.apiUrl != m_client->apiUrl())
        co_return endStep(beginStep(step), Outcome::Failed, Cause::GateRefused,
                          QStringLiteral("the plan was made for another organisation"));
    switch (step.kind) {
    case StepKind::ReadUser:
        co_return co_await readUser(plan, step, progress);
    case StepKind::CheckReferences:
        co_return co_await checkReferences(plan, step, progress);
    case StepKind::ClearReference:
        co_return co_await clearReference(plan, step, progress);
    case StepKind::Deactivate:
    case StepKind::Delete:
    case StepKind::ForceDelete:
    case StepKind::Restore:
        co_return co_await changeUser(plan, step, decision, progress);
    case StepKind::ReadBack:
        co_return co_await readBack(plan, step, progress);
    case StepKind::CheckHistory:
        co_return co_await checkHistory(step);
    case StepKind::Snapshot:
        co_return co_await takeSnapshot(plan, step, progress);
    case StepKind::CompareSnapshot:
        co_return co_await compareSnapshot(step);
    case StepKind::RevokeTokens:
        co_return co_await revokeTokens(plan, step, progress);
    case StepKind::VerifyGates:
        co_return co_await verifyGates(plan, step, decision, progress);
    case StepKind::ReportCheck:
        co_return co_await checkReports(plan, step, progress);
    default:
        break;
    }
    co_return co_await changePart(plan, step, progress);
}

QCoro::Task<StepResult> StepExecutor::readUser(Plan plan, PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    const Result<User> user = co_await m_loader->read(step.userId);
    if (!user)
        co_return failStep(std::move(result), Cause::ServerRefused, user.error());
    progress->user = *user;
    progress->userReadAt = QDateTime::currentDateTimeUtc();
    if (const std::optional<StepRefusal> refusal = userRefusal(plan, step, *user))
        co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);
    if (isAsWanted(plan, *user))
        co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(*user));
    co_return endStep(std::move(result), Outcome::Done, Cause::None, stateDetail(*user));
}

QCoro::Task<StepResult> StepExecutor::checkReferences(Plan plan, PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    // Of a deleted user many sources know nothing any more, and nothing is going to be changed.
    if (progress->user && progress->user->state == UserState::Deleted && isAsWanted(plan, *progress->user))
        co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(*progress->user));
    const ReferenceMap map = co_await m_finder->read(step.userId);
    progress->references = map;
    ++progress->checks;
    const auto planned = std::count_if(plan.steps.cbegin(), plan.steps.cend(), [&](const PlanStep &other) {
        return other.kind == StepKind::CheckReferences && other.userId == step.userId;
    });
    co_return progress->checks < planned ? checkedBeforeClearing(plan, std::move(result), map)
                                         : checkedAfterClearing(plan, std::move(result), map);
}

QCoro::Task<Result<Done>> StepExecutor::catchUp(Plan plan, QString userId, Progress progress)
{
    const auto keep = shared_from_this();
    if (plan.connection.apiUrl != m_client->apiUrl())
        co_return Done{}; // no step of it will be taken
    const Result<User> user = co_await m_loader->read(userId);
    if (!user)
        co_return failure(user.error());
    progress->user = *user;
    progress->userReadAt = QDateTime::currentDateTimeUtc();
    co_return Done{};
}

QCoro::Task<Result<User>> StepExecutor::waitForState(QString userId, UserState wanted,
                                                     int longestMilliseconds)
{
    const auto keep = shared_from_this();
    QElapsedTimer elapsed;
    elapsed.start();
    int pause = settings.firstPollMilliseconds;
    int timesGone = 0;
    while (true) {
        const Result<User> user = co_await m_loader->read(userId);
        if (user && user->state == wanted)
            co_return user;
        // One "not found" may be the moment between two states.
        timesGone = !user && isGone(user.error()) ? timesGone + 1 : 0;
        const bool isOver = isClosed() || elapsed.elapsed() >= longestMilliseconds;
        if (isOver || timesGone > 1)
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
    StepResult result = beginStep(step);
    const UserState wanted = plan.act == Act::Undo ? UserState::Active : wantedState(plan.act);
    const Result<User> user =
        co_await waitForState(step.userId, wanted, settings.longestVerificationMilliseconds);
    if (!user) {
        const Error &error = user.error();
        const bool isGoneForGood = error.kind == ErrorKind::Gone;
        // Found neither as such nor among the deleted ones: that says "deleted" only together with the
        // server's own word. A user out of sight, or a gateway that lost its way, answers 404 just the same.
        const bool isBelieved = isGoneForGood || (isGone(error) && progress->isDeletionConfirmed);
        if (wanted == UserState::Deleted && isBelieved)
            co_return endStep(std::move(result), Outcome::Done, Cause::None,
                              QStringLiteral("not found any more"));
        co_return failStep(std::move(result), Cause::OutcomeUnknown, error);
    }
    progress->user = *user;
    progress->userReadAt = QDateTime::currentDateTimeUtc();
    if (wanted == UserState::Unknown || user->state != wanted)
        co_return endStep(std::move(result), Outcome::Failed, Cause::NotVerified, stateDetail(*user));
    co_return endStep(std::move(result), Outcome::Done, Cause::None, stateDetail(*user));
}

QCoro::Task<StepResult> StepExecutor::checkHistory(PlanStep step)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    const Result<Conversation> conversation = co_await m_finder->readConversation(step.historyConversationId);
    if (!conversation)
        co_return failStep(std::move(result), Cause::ServerRefused, conversation.error());
    const QString detail = QStringLiteral("conversation %1").arg(step.historyConversationId);
    if (conversation->participantsOf(step.userId).isEmpty())
        co_return endStep(std::move(result), Outcome::Failed, Cause::NotVerified, detail);
    co_return endStep(std::move(result), Outcome::Done, Cause::None, detail);
}

} // namespace offboarding
