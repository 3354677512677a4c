// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/dialect.h"
#include "app/offboarding/stepexecutor.h"
#include "app/offboarding/steprules.h"

namespace offboarding {

namespace {

constexpr int mostRefreshes = 3;
/// What was read again on purpose may be this much older than what was merely read a moment ago: otherwise
/// nothing could ever be done on a slow line.
constexpr int slowLineFactor = 10;

ApiRequest changeRequest(const PlanStep &step, const Plan &plan, int version)
{
    const Dialect dialect = plan.connection.dialect;
    ApiRequest request;
    switch (step.kind) {
    case StepKind::Deactivate:
        request = deactivateUserRequest(dialect, step.userId, version, plan.reason);
        break;
    case StepKind::Delete:
        request = deleteUserRequest(dialect, step.userId);
        break;
    case StepKind::ForceDelete:
        request = forceDeleteUserRequest(dialect, step.userId);
        break;
    default:
        request = restoreUserRequest(dialect, step.userId, version);
        break;
    }
    // Whether it is sent again is decided here, after reading: a blind repetition would undo what somebody
    // else did to the user in between.
    request.idempotent = false;
    return request;
}

void forget(UserProgress *progress)
{
    progress->userReadAt = {};
    progress->references.reset();
}

} // namespace

QCoro::Task<StepResult> StepExecutor::changeUser(Plan plan, PlanStep step, Decision decision,
                                                 Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    const UserState wanted = wantedState(step.kind);
    if (!progress->user)
        co_return endStep(std::move(result), Outcome::Failed, Cause::EarlierStepFailed);
    if (progress->interruptedStep == step.number && step.number >= 0) {
        progress->interruptedStep = -1;
        std::optional<StepResult> settled = co_await settleInterrupted(result, progress);
        if (settled)
            co_return std::move(*settled);
    }
    int sends = 0;
    int lateTurns = 0;
    const auto turn = std::make_shared<TurnGuard>();
    while (true) {
        // Before the others: what these readings take must not make the references old.
        const AdministratorCensus administrators = co_await countAdministrators(plan, step, turn);
        if (isClosed())
            co_return endStep(std::move(result), sends == 0 ? Outcome::Skipped : Outcome::Failed,
                              Cause::Stopped);
        if (!administrators.isKnown)
            progress->userReadAt = {}; // perhaps the user is not there any more, which is read at once
        const Result<Done> fresh = co_await refresh(step, progress);
        if (!fresh)
            co_return failStep(std::move(result), sends == 0 ? Cause::ServerRefused : Cause::OutcomeUnknown,
                               fresh.error());
        if (isClosed())
            co_return endStep(std::move(result), sends == 0 ? Outcome::Skipped : Outcome::Failed,
                              Cause::Stopped);
        const User user = *progress->user;
        if (const std::optional<StepRefusal> refusal = userRefusal(plan, step, user))
            co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);
        if (user.state == wanted && sends == 0)
            co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(user));
        if (user.state == wanted)
            co_return endStep(std::move(result), Outcome::Done, Cause::None,
                              QStringLiteral("read back: %1").arg(stateDetail(user)));
        if (const std::optional<StepRefusal> refusal = ruleRefusal(plan, step, user, administrators))
            co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);
        if (const std::optional<StepRefusal> refusal = gateRefusal(
                plan, step, decision, user, progress->references, QDateTime::currentDateTimeUtc()))
            co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);

        ApiRequest request = changeRequest(step, plan, user.version);
        request.longestQueueMilliseconds = settings.oldestReferencesMilliseconds;
        const Result<ApiResponse> response = co_await sendWrite(step, std::move(request));
        if (response) {
            progress->isDeletionConfirmed = wanted == UserState::Deleted;
            result.error.reset();
            co_return endStep(std::move(result), Outcome::Done, Cause::None,
                              QStringLiteral("HTTP %1").arg(response->status));
        }
        const Error error = response.error();
        result.error = error;
        if (isUnsent(error)) {
            if (++lateTurns > mostLateTurns)
                co_return endStep(std::move(result), Outcome::Failed, Cause::ServerRefused);
            forget(progress.get()); // much may have happened while it waited for its turn
            continue;
        }
        if (error.kind == ErrorKind::Cancelled && sends == 0)
            co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
        ++sends;
        if (isClosed())
            co_return endStep(std::move(result), Outcome::Failed, Cause::OutcomeUnknown);
        if (wanted == UserState::Deleted && isGone(error))
            co_return co_await settleGone(std::move(result), error, progress);
        if (error.kind == ErrorKind::OutcomeUnknown) {
            const Result<User> settled =
                co_await waitForState(step.userId, wanted, settings.longestVerificationMilliseconds);
            if (!settled)
                co_return endStep(std::move(result), Outcome::Failed, Cause::OutcomeUnknown,
                                  settled.error().toLogString());
            progress->user = *settled;
            progress->userReadAt = QDateTime::currentDateTimeUtc();
            const QString detail =
                QStringLiteral("no usable answer; read back: %1").arg(stateDetail(*settled));
            if (settled->state == wanted) {
                result.error.reset();
                co_return endStep(std::move(result), Outcome::Done, Cause::None, detail);
            }
            // A deletion is sent once, whatever became of it. Anything else that was read back as not done
            // is tried once more, with every check made anew.
            if (wanted == UserState::Deleted || sends > 1)
                co_return endStep(std::move(result), Outcome::Failed, Cause::NotVerified, detail);
            forget(progress.get());
            continue;
        }
        const bool isStale = error.kind == ErrorKind::Conflict && error.conflict == ConflictCause::Version;
        if (isStale && wanted != UserState::Deleted && sends == 1) {
            // Someone changed the user a moment ago: look again, and go on only if it is what was confirmed.
            forget(progress.get());
            continue;
        }
        if (error.conflict == ConflictCause::References)
            progress->references = co_await m_finder->read(step.userId); // for whoever explains it
        co_return endStep(std::move(result), Outcome::Failed, refusedBy(error));
    }
}

/// Everything that the deletion will check, once before it is begun: a force delete must not start what it
/// would not finish.
QCoro::Task<StepResult> StepExecutor::verifyGates(Plan plan, PlanStep step, Decision decision,
                                                  Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    if (!progress->user)
        co_return endStep(std::move(result), Outcome::Failed, Cause::EarlierStepFailed);
    if (isAsWanted(plan, *progress->user))
        co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(*progress->user));
    const std::optional<bool> administers = co_await m_administrators->administers(step.userId);
    if (isClosed())
        co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
    const Result<Done> fresh = co_await refresh(step, progress);
    if (!fresh)
        co_return failStep(std::move(result), Cause::ServerRefused, fresh.error());
    if (isClosed())
        co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
    const User user = *progress->user;
    std::optional<StepRefusal> refusal = userRefusal(plan, step, user);
    // Whether administrators are left is counted right before the deletion, where it decides.
    AdministratorCensus administrators;
    administrators.isKnown = administers.has_value();
    if (!refusal)
        refusal = ruleRefusal(plan, step, user, administrators);
    if (!refusal)
        refusal =
            gateRefusal(plan, step, decision, user, progress->references, QDateTime::currentDateTimeUtc());
    if (refusal)
        co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);
    co_return endStep(std::move(result), Outcome::Done, Cause::None,
                      QStringLiteral("every gate was passed; %1").arg(stateDetail(user)));
}

/// Who administers, as far as the rules about @p step need to know it at this very moment.
/// Of administrators only one at a time is counted and changed, so that two of them can never each be counted
/// as the one that is left: @p turn is held until the change is answered.
QCoro::Task<AdministratorCensus> StepExecutor::countAdministrators(Plan plan, PlanStep step,
                                                                   std::shared_ptr<TurnGuard> turn)
{
    const auto keep = shared_from_this();
    AdministratorCensus census;
    if (actOf(step.kind) == Act::Restore || m_administrators == nullptr)
        co_return census;
    const std::optional<bool> isOne = co_await m_administrators->administers(step.userId);
    census.isKnown = isOne.has_value();
    if (isClosed() || !isOne.value_or(false))
        co_return census;
    if (!turn->isHeld()) {
        Turns::Awaiter awaited{m_administratorTurns};
        co_await awaited;
        turn->hold(m_administratorTurns);
    }
    // An administrator: somebody has to be left who is not taken out by this run, too.
    QStringList everybody;
    for (const User &user : plan.users)
        everybody.append(user.id);
    census = co_await m_administrators->find(everybody);
    co_return census;
}

QCoro::Task<std::optional<StepResult>> StepExecutor::settleInterrupted(StepResult result, Progress progress)
{
    const auto keep = shared_from_this();
    const UserState wanted = wantedState(result.step.kind);
    const Result<User> user = co_await waitForState(result.step.userId, wanted, settings.settleMilliseconds);
    if (isClosed())
        co_return endStep(std::move(result), Outcome::Failed, Cause::OutcomeUnknown);
    if (!user) {
        const bool isGoneForGood = user.error().kind == ErrorKind::Gone;
        const bool isBelieved = isGoneForGood || (isGone(user.error()) && progress->isDeletionConfirmed);
        if (wanted == UserState::Deleted && isBelieved)
            co_return endStep(std::move(result), Outcome::Done, Cause::None,
                              QStringLiteral("sent before the interruption; not found any more"));
        // Not seen is not undone: it is not sent again on a guess.
        co_return failStep(std::move(result), Cause::OutcomeUnknown, user.error());
    }
    progress->user = *user;
    progress->userReadAt = QDateTime::currentDateTimeUtc();
    if (user->state == wanted)
        co_return endStep(
            std::move(result), Outcome::Done, Cause::None,
            QStringLiteral("sent before the interruption; read back: %1").arg(stateDetail(*user)));
    // A deletion that arrived is not sent again, whatever the answer was.
    if (progress->interruptedRefusal && wanted == UserState::Deleted)
        co_return failStep(std::move(result), refusedBy(*progress->interruptedRefusal),
                           *progress->interruptedRefusal);
    co_return std::nullopt;
}

/// A deletion was answered "not found": already gone is believed only when it is read back.
QCoro::Task<StepResult> StepExecutor::settleGone(StepResult result, Error error, Progress progress)
{
    const auto keep = shared_from_this();
    result.error = error;
    const Result<User> user = co_await waitForState(result.step.userId, UserState::Deleted,
                                                    settings.longestVerificationMilliseconds);
    if (!user && user.error().kind == ErrorKind::Gone)
        co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo,
                          QStringLiteral("gone for good"));
    if (!user)
        co_return endStep(std::move(result), Outcome::Failed, Cause::OutcomeUnknown,
                          QStringLiteral("found neither as such nor among the deleted users"));
    progress->user = *user;
    progress->userReadAt = QDateTime::currentDateTimeUtc();
    if (user->state != UserState::Deleted)
        co_return endStep(std::move(result), Outcome::Failed, Cause::NotVerified, stateDetail(*user));
    result.error.reset();
    co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(*user));
}

/// Reads what is too old to act on: after a pause, after long clearing, or because something went wrong. The
/// user comes last, being the quickest to read.
QCoro::Task<Result<Done>> StepExecutor::refresh(PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    const bool needsReferences = step.kind != StepKind::Restore;
    for (int round = 0; round < mostRefreshes; ++round) {
        const int longest = settings.oldestReferencesMilliseconds * (round == 0 ? 1 : slowLineFactor);
        const QDateTime oldest = QDateTime::currentDateTimeUtc().addMSecs(-longest);
        const bool isMapOld =
            needsReferences && (!progress->references || progress->references->readAt < oldest);
        const bool isUserOld = !progress->userReadAt.isValid() || progress->userReadAt < oldest;
        if (isClosed() || (!isMapOld && !isUserOld))
            co_return Done{};
        if (isMapOld)
            progress->references = co_await m_finder->read(step.userId);
        if (isClosed())
            co_return Done{};
        const Result<User> user = co_await m_loader->read(step.userId);
        if (!user)
            co_return failure(user.error());
        progress->user = *user;
        progress->userReadAt = QDateTime::currentDateTimeUtc();
    }
    Error error;
    error.kind = ErrorKind::Timeout;
    error.place = QStringLiteral("user %1").arg(step.userId);
    error.detail = QStringLiteral("what was read was too old to act on by the time it was there");
    co_return failure(error);
}

} // namespace offboarding
