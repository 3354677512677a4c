// SPDX-License-Identifier: GPL-3.0-or-later
// One run from its beginning to its end: lanes that take user after user, and step after step of each.
#include "app/offboarding/plancheck.h"
#include "app/offboarding/runbeginning.h"
#include "app/offboarding/runner.h"
#include "app/offboarding/runner_p.h"
#include "app/offboarding/runrecords.h"
#include "app/offboarding/steprules.h"

#include <QCoroTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>
#include <vector>

namespace offboarding {

namespace {

/// Waiting for a window of the rate limit, or for the end of a pause.
constexpr std::chrono::milliseconds shortRest(20);
constexpr int mostUnwritten = 256;
/// A limit that does not even hold so many users of the plan is too small to be divided up.
constexpr int leastUsersPerWindow = 10;

/// Four eyes: whoever hands over the plan may have forgotten to ask, the run must not.
bool isUnapproved(const Plan &plan, const QDateTime &now)
{
    return checkApproval(plan, plan.connection, plan.signedInAs, now).has_value();
}

int requestsOf(const Plan &plan, const QList<int> &numbers)
{
    int requests = 0;
    for (const int number : numbers)
        requests += static_cast<int>(plan.steps.at(number).requests.size());
    return requests;
}

} // namespace

QCoro::Task<> Runner::execute(QString runId)
{
    const QPointer<Runner> self(this);
    const auto shared = d;
    const RunPointer run = shared->find(runId);
    run->result.state = RunState::Running;
    if (!run->result.started.isValid())
        run->result.started = QDateTime::currentDateTimeUtc();
    run->result.steps.reserve(run->result.plan.steps.size());
    shared->executor->journal = run->journal;
    Q_EMIT runStarted(runId);
    Q_EMIT runStateChanged(runId);
    if (self == nullptr)
        co_return;
    // The age of the preview was checked when the run began; one that is gone on with was confirmed anew.
    run->isExpired = !run->isGoingOn && run->result.plan.isExpired(run->result.started);
    run->isUnapproved = !run->isGoingOn && isUnapproved(run->result.plan, run->result.started);
    const bool hasBegun = co_await begin(runId);
    if (!hasBegun)
        co_return;

    const auto lanes = std::clamp<qsizetype>(shared->executor->settings.parallelUsers, 1, 64);
    std::vector<QCoro::Task<>> atWork;
    for (qsizetype lane = 0; lane < std::min(lanes, run->users.size()) && self != nullptr; ++lane)
        atWork.push_back(workOff(runId));
    for (QCoro::Task<> &lane : atWork)
        co_await lane;
    if (self == nullptr)
        co_return;
    RunResult ended = run->result;
    ended.state = RunState::Finished;
    ended.finished = QDateTime::currentDateTimeUtc();
    // It is over only when the journal says so and is free for others.
    if (run->journal != nullptr) {
        QList<JournalEntry> end{runEndedRecord(ended)};
        const Result<Done> recorded = co_await run->journal->record(std::move(end));
        if (!recorded && !run->result.journalError)
            run->result.journalError = recorded.error();
        shared->executor->journal.reset();
        run->journal.reset();
        if (self == nullptr)
            co_return;
    }
    run->result.state = RunState::Finished;
    run->result.finished = ended.finished;
    Q_EMIT runStateChanged(runId);
    if (self == nullptr)
        co_return;
    Q_EMIT runFinished(runId);
}

/// Puts the plan on the disk before anything of it happens. False: the runner is gone.
QCoro::Task<bool> Runner::begin(QString runId)
{
    const QPointer<Runner> self(this);
    const RunPointer run = d->find(runId);
    if (run->journal == nullptr)
        co_return true;
    Result<Done> recorded = Done{};
    if (run->isGoingOn) {
        QList<JournalEntry> entries{resumedRecord(runId)};
        recorded = co_await run->journal->record(std::move(entries));
    } else {
        const Plan plan = run->result.plan;
        const Decision decision = run->decision;
        std::function<Result<Done>(Journal &)> writing = [runId, plan, decision](Journal &journal) {
            return writeBeginning(journal, runId, plan, decision);
        };
        recorded = co_await run->journal->record(std::move(writing));
    }
    if (!recorded)
        run->result.journalError = recorded.error();
    co_return self != nullptr;
}

/// One of the lanes: takes user after user until none is left.
QCoro::Task<> Runner::workOff(QString runId)
{
    const QPointer<Runner> self(this);
    const auto shared = d;
    const RunPointer run = shared->find(runId);
    while (run->nextUser < run->users.size()) {
        const UserSteps user = run->users.at(run->nextUser++);
        const int needed = requestsOf(run->result.plan, user.numbers);
        const bool isReady = co_await mayGoOn(runId, needed);
        if (!isReady)
            co_return;
        run->reserved += needed;
        if (user.isTakenUp && !user.progress->hasFailed && !run->isStopWanted) {
            const Result<Done> known =
                co_await shared->executor->catchUp(run->result.plan, user.userId, user.progress);
            if (self == nullptr)
                co_return;
            user.progress->catchUpError = known ? std::nullopt : std::optional<Error>(known.error());
        }
        for (const int number : user.numbers) {
            bool goesOn = co_await mayGoOn(runId, 0);
            if (goesOn)
                goesOn = co_await takeStep(runId, number, user.progress);
            if (!goesOn)
                co_return;
            run->reserved -= static_cast<int>(run->result.plan.steps.at(number).requests.size());
        }
    }
}

/// Waits while the run is paused, and before a user is begun until the rate limit has room for all
/// @p requests of theirs: what was read before a window ended would be too old to act on in the next one, and
/// would have to be read again. False: the runner is gone.
QCoro::Task<bool> Runner::mayGoOn(QString runId, int requests)
{
    const QPointer<Runner> self(this);
    const auto shared = d;
    const RunPointer run = shared->find(runId);
    while (!run->isStopWanted) {
        if (run->isPauseWanted) {
            if (run->busy == 0 && run->result.state == RunState::Running) {
                run->result.state = RunState::Paused;
                if (run->journal != nullptr)
                    run->journal->note(plainRecord(recordKinds::paused));
                Q_EMIT runStateChanged(runId);
            }
        } else {
            const RateBudget budget = shared->client == nullptr ? RateBudget() : shared->client->rateBudget();
            const int free = budget.allowed - budget.used - run->reserved;
            const bool isDivided = requests > 0 && budget.allowed >= requests * leastUsersPerWindow;
            if (!isDivided || free >= requests)
                break;
        }
        const auto rest = shortRest;
        co_await QCoro::sleepFor(rest);
        if (self == nullptr)
            co_return false;
    }
    if (run->result.state == RunState::Paused) {
        run->result.state = RunState::Running;
        if (run->journal != nullptr)
            run->journal->note(plainRecord(recordKinds::unpaused));
        Q_EMIT runStateChanged(runId);
    }
    co_return self != nullptr;
}

/// False: the runner is gone.
QCoro::Task<bool> Runner::takeStep(QString runId, int index, std::shared_ptr<UserProgress> progress)
{
    const QPointer<Runner> self(this);
    const auto shared = d;
    const RunPointer run = shared->find(runId);
    const std::shared_ptr<RunJournal> journal = run->journal;
    PlanStep step = run->result.plan.steps.at(index);
    step.number = index;
    if (journal != nullptr && journal->failure() && !run->result.journalError)
        run->result.journalError = journal->failure();

    bool isTaken = false;
    StepResult result;
    if (run->isStopWanted) {
        result = skipStep(step, Cause::Stopped);
    } else if (run->result.journalError) {
        result = skipStep(step, Cause::JournalFailed, run->result.journalError->toLogString());
    } else if (run->isExpired) {
        result = skipStep(step, Cause::GateRefused, QStringLiteral("the preview is too old"));
    } else if (run->isUnapproved) {
        result = skipStep(step, Cause::GateRefused, QStringLiteral("no second person has approved the plan"));
    } else if (progress->hasFailed) {
        result = skipStep(step, Cause::EarlierStepFailed);
    } else if (progress->catchUpError) {
        result = failStep(beginStep(step), Cause::OutcomeUnknown, *progress->catchUpError);
    } else {
        isTaken = true;
        ++run->busy;
        if (journal != nullptr)
            journal->note(stepBegunRecord(step));
        Q_EMIT stepStarted(runId, index);
        result = co_await shared->executor->execute(run->result.plan, step, run->decision, progress);
        --run->busy;
    }
    progress->hasFailed = progress->hasFailed || stopsUser(result);
    // Of a step that was passed over nothing can get lost; but thousands of them must not pile up before the
    // disk.
    const bool isAwaited = isTaken || index % mostUnwritten == 0;
    if (journal != nullptr && !isAwaited)
        journal->note(stepEndedRecord(result));
    if (journal != nullptr && isAwaited) {
        QList<JournalEntry> entries{stepEndedRecord(result)};
        const Result<Done> recorded = co_await journal->record(std::move(entries));
        if (!recorded && !run->result.journalError)
            run->result.journalError = recorded.error();
    }
    run->result.steps.append(result);
    if (self == nullptr)
        co_return false;
    Q_EMIT stepFinished(runId, result);
    co_return self != nullptr;
}

} // namespace offboarding
