// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runner.h"

#include "app/offboarding/stepexecutor.h"
#include "app/offboarding/steprules.h"

#include <QCoroTimer>
#include <QPointer>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace offboarding {

namespace {

struct Run
{
    RunResult result;
    Decision decision;
    bool isPauseWanted = false;
    bool isStopWanted = false;
};

using RunPointer = std::shared_ptr<Run>;

/// A participation that stays is no reason to leave the others; the check of references that follows decides.
bool stopsUser(const StepResult &result)
{
    return result.outcome == Outcome::Failed && result.step.kind != StepKind::ClearReference &&
           result.step.kind != StepKind::CheckHistory;
}

} // namespace

class Runner::Private
{
public:
    explicit Private(std::shared_ptr<StepExecutor> stepExecutor) : executor(std::move(stepExecutor)) {}

    RunPointer find(const QString &runId) const
    {
        const auto found = std::find_if(runs.cbegin(), runs.cend(),
                                        [&](const RunPointer &run) { return run->result.id == runId; });
        return found == runs.cend() ? nullptr : *found;
    }

    std::shared_ptr<StepExecutor> executor;
    QList<RunPointer> runs; ///< newest first
    bool isWorking = false;
};

Runner::Runner(ApiClient &client, UserLoader &loader, ReferenceFinder &finder, QObject *parent)
    : QObject(parent), d(std::make_shared<Private>(std::make_shared<StepExecutor>(client, loader, finder)))
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

QString Runner::run(Plan plan, Decision decision)
{
    auto added = std::make_shared<Run>();
    added->result.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    added->result.plan = std::move(plan);
    added->decision = std::move(decision);
    d->runs.prepend(added);
    Q_EMIT runStateChanged(added->result.id);
    if (!d->isWorking)
        work();
    return added->result.id;
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

QCoro::Task<> Runner::execute(QString runId)
{
    const QPointer<Runner> self(this);
    const auto shared = d;
    const RunPointer run = shared->find(runId);
    run->result.state = RunState::Running;
    run->result.started = QDateTime::currentDateTimeUtc();
    Q_EMIT runStarted(runId);
    Q_EMIT runStateChanged(runId);
    const bool isExpired = run->result.plan.isExpired(run->result.started);

    QHash<QString, std::shared_ptr<UserProgress>> progress;
    for (int index = 0; index < run->result.plan.steps.size(); ++index) {
        const PlanStep step = run->result.plan.steps.at(index);
        while (run->isPauseWanted && !run->isStopWanted) {
            if (run->result.state != RunState::Paused) {
                run->result.state = RunState::Paused;
                Q_EMIT runStateChanged(runId);
            }
            const std::chrono::milliseconds rest(50);
            co_await QCoro::sleepFor(rest);
            if (self == nullptr)
                co_return;
        }
        if (run->result.state == RunState::Paused) {
            run->result.state = RunState::Running;
            Q_EMIT runStateChanged(runId);
        }
        std::shared_ptr<UserProgress> &user = progress[step.userId];
        if (user == nullptr)
            user = std::make_shared<UserProgress>();
        const std::shared_ptr<UserProgress> current = user;

        StepResult result;
        if (run->isStopWanted) {
            result = skipStep(step, Cause::Stopped);
        } else if (isExpired) {
            result = skipStep(step, Cause::GateRefused, QStringLiteral("the preview is too old"));
        } else if (current->hasFailed) {
            result = skipStep(step, Cause::EarlierStepFailed);
        } else {
            Q_EMIT stepStarted(runId, index);
            result = co_await shared->executor->execute(run->result.plan, step, run->decision, current);
        }
        current->hasFailed = current->hasFailed || stopsUser(result);
        run->result.steps.append(result);
        if (self == nullptr)
            co_return;
        Q_EMIT stepFinished(runId, result);
        if (self == nullptr)
            co_return;
    }
    run->result.state = RunState::Finished;
    run->result.finished = QDateTime::currentDateTimeUtc();
    Q_EMIT runStateChanged(runId);
    Q_EMIT runFinished(runId);
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
    QStringList ids;
    const RunPointer run = d->find(runId);
    if (run == nullptr)
        return ids;
    for (const StepResult &step : run->result.steps) {
        const bool isFinished = step.outcome == Outcome::Done || step.outcome == Outcome::Kept;
        const bool isProofOnly = step.step.kind == StepKind::CheckHistory;
        if (!isFinished && !isProofOnly && !ids.contains(step.step.userId))
            ids.append(step.step.userId);
    }
    return ids;
}

} // namespace offboarding
