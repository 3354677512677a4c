// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runner.h"

#include "app/offboarding/resume.h"
#include "app/offboarding/runner_p.h"
#include "app/offboarding/runrecords.h"

#include <QCoroTimer>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <utility>

namespace offboarding {

namespace {

/// The users of @p plan with those of @p numbers that are theirs. Users keep the order of the plan.
QList<UserSteps> stepsByUser(const Plan &plan, const QList<int> &numbers)
{
    QList<UserSteps> users;
    QHash<QString, qsizetype> known;
    for (const int number : numbers) {
        const QString &userId = plan.steps.at(number).userId;
        const auto found = known.constFind(userId);
        if (found != known.constEnd()) {
            users[*found].numbers.append(number);
            continue;
        }
        known.insert(userId, users.size());
        users.append({userId, {number}, std::make_shared<UserProgress>(), false});
    }
    return users;
}

QList<int> allNumbers(const Plan &plan)
{
    QList<int> numbers;
    numbers.reserve(plan.steps.size());
    for (int number = 0; number < plan.steps.size(); ++number)
        numbers.append(number);
    return numbers;
}

} // namespace

Runner::Runner(ApiClient &client, UserLoader &loader, ReferenceFinder &finder, QObject *parent)
    : QObject(parent),
      d(std::make_shared<Private>(std::make_shared<StepExecutor>(client, loader, finder), client))
{
}

Runner::~Runner()
{
    d->executor->close();
}

void Runner::setSettings(const RunnerSettings &settings)
{
    d->executor->settings = settings;
}

QString Runner::run(Plan plan, Decision decision, std::shared_ptr<RunJournal> journal)
{
    auto added = std::make_shared<ActiveRun>();
    added->result.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    added->result.plan = std::move(plan);
    added->decision = std::move(decision);
    added->journal = std::move(journal);
    added->users = stepsByUser(added->result.plan, allNumbers(added->result.plan));
    return enqueue(added);
}

QString Runner::goOn(RunHistory history, std::shared_ptr<RunJournal> journal)
{
    auto added = std::make_shared<ActiveRun>();
    history.hasEnded = false;
    added->result = history.result();
    added->decision = history.decision;
    added->journal = std::move(journal);
    added->isGoingOn = true;
    added->users = stepsByUser(added->result.plan, history.openSteps());
    QSet<QString> takenUp;
    for (const StepResult &step : std::as_const(added->result.steps))
        takenUp.insert(step.step.userId);
    const QHash<QString, UserProgress> progress = history.progress();
    for (UserSteps &user : added->users) {
        *user.progress = progress.value(user.userId);
        user.isTakenUp = takenUp.contains(user.userId);
    }
    d->runs.removeIf([&](const RunPointer &run) {
        return run->result.id == history.runId && run->result.state == RunState::Finished;
    });
    return enqueue(added);
}

QString Runner::enqueue(const std::shared_ptr<ActiveRun> &added)
{
    added->result.state = RunState::Waiting;
    if (added->journal != nullptr)
        added->result.journal = added->journal->path();
    const QString runId = added->result.id;
    d->runs.prepend(added);
    Q_EMIT runStateChanged(runId);
    if (!d->isWorking)
        work();
    return runId;
}

QCoro::Task<> Runner::work()
{
    const QPointer<Runner> self(this);
    const auto shared = d;
    shared->isWorking = true;
    // Lets run() return its id before the first signal of the run.
    const std::chrono::milliseconds soon(0);
    co_await QCoro::sleepFor(soon);
    while (self != nullptr) {
        const auto waiting =
            std::find_if(shared->runs.crbegin(), shared->runs.crend(),
                         [](const RunPointer &run) { return run->result.state == RunState::Waiting; });
        if (waiting == shared->runs.crend())
            break;
        const QString runId = (*waiting)->result.id;
        co_await execute(runId);
    }
    shared->isWorking = false;
}

void Runner::pause(const QString &runId)
{
    if (const RunPointer run = d->find(runId); run != nullptr && run->result.state == RunState::Running)
        run->isPauseWanted = true;
}

void Runner::resume(const QString &runId)
{
    if (const RunPointer run = d->find(runId))
        run->isPauseWanted = false;
}

void Runner::stop(const QString &runId)
{
    const RunPointer run = d->find(runId);
    if (run == nullptr || run->result.state == RunState::Finished)
        return;
    run->isStopWanted = true;
    if (run->journal != nullptr && run->result.state != RunState::Waiting)
        run->journal->note(plainRecord(recordKinds::stopped));
    if (run->result.state != RunState::Waiting)
        run->result.state = RunState::Stopping;
    Q_EMIT runStateChanged(runId);
}

bool Runner::isRunning() const
{
    return std::any_of(d->runs.cbegin(), d->runs.cend(),
                       [](const RunPointer &run) { return run->result.state != RunState::Finished; });
}

QList<RunResult> Runner::runs() const
{
    QList<RunResult> results;
    for (const RunPointer &run : d->runs)
        results.append(run->result);
    return results;
}

const RunResult *Runner::find(const QString &runId) const
{
    const RunPointer run = d->find(runId);
    return run == nullptr ? nullptr : &run->result;
}

QStringList Runner::unfinishedUserIds(const QString &runId) const
{
    const RunPointer run = d->find(runId);
    if (run == nullptr)
        return {};
    QSet<QString> ids;
    for (const StepResult &step : run->result.steps) {
        const bool isFinished = step.outcome == Outcome::Done || step.outcome == Outcome::Kept;
        const bool isProofOnly = step.step.kind == StepKind::CheckHistory;
        if (!isFinished && !isProofOnly)
            ids.insert(step.step.userId);
    }
    return inPlanOrder(run->result.plan, ids);
}

} // namespace offboarding
