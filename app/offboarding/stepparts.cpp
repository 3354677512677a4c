// SPDX-License-Identifier: GPL-3.0-or-later
// The optional steps of an offboarding, and those of an undo: one part of what is around a person each.
#include "app/api/calls/surroundingcalls.h"
#include "app/offboarding/partrules.h"
#include "app/offboarding/stepexecutor.h"
#include "app/offboarding/steprules.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <chrono>

namespace offboarding {

namespace {

/// What is left to do, in terms of what the plan shows.
struct PartState
{
    QList<PartWrite> todo; ///< shown, and not sent yet
    QStringList left;      ///< sent, and does not show yet
    int newcomers = 0;     ///< nobody was shown these: they stay
};

PartState judge(const Plan &plan, const PlanStep &step, const SurroundingsReading &reading,
                const QSet<QString> &sent)
{
    PartState state;
    for (const PartWrite &write : partWrites(step, reading)) {
        if (!isAsShown(write.request, step, plan.connection))
            ++state.newcomers;
        else if (sent.contains(write.request.line()))
            state.left.append(write.item);
        else
            state.todo.append(write);
    }
    state.left.removeDuplicates();
    return state;
}

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(QStringLiteral("; "));
}

/// Whoever refuses the first will refuse the others.
bool refusesAll(const Error &error)
{
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Unauthorized ||
           error.kind == ErrorKind::Refused;
}

} // namespace

QCoro::Task<SurroundingsReading> StepExecutor::readPart(PlanStep step)
{
    const auto keep = shared_from_this();
    auto batch = std::make_shared<ReadingBatch>(*m_client);
    auto task = readSurroundings(batch, step.userId, partOf(step.kind));
    co_return co_await task;
}

/// The write with the version that it needs, read right before.
QCoro::Task<Result<ApiRequest>> StepExecutor::versioned(PlanStep step, PartWrite write, int userVersion)
{
    const auto keep = shared_from_this();
    if (write.groupId.isEmpty())
        co_return withVersion(step, write, userVersion);
    ApiRequest request = groupRequest(write.groupId);
    const Result<ApiResponse> response = co_await sendRead(std::move(request));
    if (!response)
        co_return failure(response.error());
    const Result<int> version = parseGroupVersion(*response);
    if (!version)
        co_return failure(version.error());
    co_return withVersion(step, write, *version);
}

QCoro::Task<StepResult> StepExecutor::changePart(Plan plan, PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    if (const std::optional<StepRefusal> refusal =
            partRefusal(plan, step, progress->user, progress->snapshot))
        co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);
    if (takesPartAway(step.kind) && progress->user->state == UserState::Deleted)
        co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(*progress->user));

    // A group may be what makes somebody an administrator. The other parts take no rights away.
    const bool takesRights = step.kind == StepKind::RemoveRoles || step.kind == StepKind::RemoveGroups;
    const auto turn = std::make_shared<TurnGuard>(); // until what was taken away is read back
    if (takesRights) {
        const AdministratorCensus administrators = co_await countAdministrators(plan, step, turn);
        if (isClosed())
            co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
        if (const std::optional<StepRefusal> refusal =
                ruleRefusal(plan, step, *progress->user, administrators))
            co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);
    }

    QSet<QString> sent;      // each write goes out at most once
    QSet<QString> conflicts; // … or twice, if somebody else changed the group in between
    std::optional<Error> problem;
    bool isRefused = false;
    int lateTurns = 0;
    int pause = settings.firstPollMilliseconds;
    QElapsedTimer sinceLastWrite;
    // What is there is read before the first write, and again until what was sent shows.
    while (true) {
        const SurroundingsReading reading = co_await readPart(step);
        if (isClosed())
            co_return endStep(std::move(result), sent.isEmpty() ? Outcome::Skipped : Outcome::Failed,
                              sent.isEmpty() ? Cause::Stopped : Cause::OutcomeUnknown);
        if (const std::optional<SourceReading> unread = reading.firstUnread()) {
            result.error = unread->error;
            co_return endStep(std::move(result), Outcome::Failed,
                              sent.isEmpty() ? Cause::ServerRefused : Cause::OutcomeUnknown,
                              QStringLiteral("%1 could not be read").arg(unread->name));
        }
        const PartState state = judge(plan, step, reading, sent);
        if (state.todo.isEmpty() || isRefused) {
            const bool isOver = isRefused || (problem && problem->kind != ErrorKind::OutcomeUnknown) ||
                                (sinceLastWrite.isValid() &&
                                 sinceLastWrite.elapsed() >= settings.longestVerificationMilliseconds);
            if (!state.left.isEmpty() && !isOver) {
                const std::chrono::milliseconds rest(pause);
                co_await QCoro::sleepFor(rest);
                pause = std::min(pause * 2, 2000);
                continue;
            }
            QStringList left = state.left;
            for (const PartWrite &write : state.todo)
                left.append(write.item);
            co_return settlePart(std::move(result), reading, left, state.newcomers,
                                 static_cast<int>(sent.size()), problem);
        }
        for (const PartWrite &write : state.todo) {
            if (isClosed())
                break;
            const int userVersion = reading.user ? reading.user->version : 0;
            Result<ApiRequest> request = co_await versioned(step, write, userVersion);
            const QString line = write.request.line();
            if (!request) {
                problem = request.error();
                sent.insert(line); // there is nothing more to try about it
                continue;
            }
            request->idempotent = false;
            request->longestQueueMilliseconds = settings.oldestReferencesMilliseconds;
            sent.insert(line);
            progress->userReadAt = {}; // the user's version may grow with it
            const Result<ApiResponse> response = co_await sendWrite(step, std::move(*request));
            sinceLastWrite.start();
            if (response)
                continue;
            const Error &error = response.error();
            const bool isStale =
                error.kind == ErrorKind::Conflict && error.conflict == ConflictCause::Version;
            if (isUnsent(error) && ++lateTurns <= mostLateTurns) {
                sent.remove(line); // looked at again: much may have happened while it waited for its turn
                break;
            }
            if (isStale && !conflicts.contains(line)) {
                conflicts.insert(line);
                sent.remove(line);
                continue;
            }
            if (takesPartAway(step.kind) && isGone(error))
                continue; // already gone, which the next reading shows
            if (error.kind == ErrorKind::Cancelled && sent.size() == 1)
                co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
            problem = error;
            isRefused = refusesAll(error) || isUnsent(error);
            if (isRefused)
                break;
        }
    }
}

StepResult StepExecutor::settlePart(StepResult result, const SurroundingsReading &reading,
                                    const QStringList &left, int newcomers, int sent,
                                    const std::optional<Error> &problem)
{
    const QString stays = partDetail(result.step, reading);
    if (!left.isEmpty()) {
        result.error = problem;
        const bool isRefused = problem && problem->kind != ErrorKind::OutcomeUnknown;
        const QString names = left.join(QStringLiteral(", ")).left(500);
        return endStep(std::move(result), Outcome::Failed,
                       isRefused ? refusedBy(*problem) : Cause::NotVerified,
                       joined({QStringLiteral("not done for: %1").arg(names), stays}));
    }
    if (newcomers > 0)
        return endStep(
            std::move(result), Outcome::Failed, Cause::ChangedSincePreview,
            joined({QStringLiteral("%1 that the plan does not name were left").arg(newcomers), stays}));
    if (sent == 0)
        return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stays);
    return endStep(std::move(result), Outcome::Done, Cause::None,
                   joined({QStringLiteral("%1 sent, read back").arg(sent), stays}));
}

QCoro::Task<StepResult> StepExecutor::revokeTokens(Plan plan, PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    if (const std::optional<StepRefusal> refusal =
            partRefusal(plan, step, progress->user, progress->snapshot))
        co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);
    if (progress->user->state == UserState::Deleted)
        co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(*progress->user));
    ApiRequest request = revokeTokensRequest(step.userId);
    const Result<ApiResponse> response = co_await sendWrite(step, std::move(request));
    if (response)
        co_return endStep(std::move(result), Outcome::Done, Cause::None,
                          QStringLiteral("HTTP %1; tokens cannot be read back").arg(response->status));
    const Error &error = response.error();
    if (error.kind == ErrorKind::Cancelled)
        co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
    const bool isUnknown = error.kind == ErrorKind::OutcomeUnknown;
    co_return failStep(std::move(result), isUnknown ? Cause::OutcomeUnknown : refusedBy(error), error);
}

} // namespace offboarding
