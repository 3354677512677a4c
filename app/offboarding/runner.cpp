// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runner.h"

#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/runrecords.h"
#include "app/offboarding/stepexecutor.h"
#include "app/offboarding/steprules.h"

#include <QCoroTimer>
#include <QIODevice>
#include <QPointer>
#include <QUuid>

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

/// The steps that are still to be taken of one user, in their order.
struct UserSteps
{
    QString userId;
    QList<int> numbers;
    std::shared_ptr<UserProgress> progress;
    bool isTakenUp = false; ///< some of the steps ended before the run was cut off
};

} // namespace

struct ActiveRun
{
    RunResult result;
    Decision decision;
    std::shared_ptr<RunJournal> journal; ///< null: none
    QList<UserSteps> users;
    qsizetype nextUser = 0;
    int busy = 0;     ///< users in the middle of a step
    int reserved = 0; ///< requests that the users who have begun still need
    bool isGoingOn = false;
    bool isExpired = false;
    bool isUnapproved = false;
    bool isPauseWanted = false;
    bool isStopWanted = false;
};

namespace {

using RunPointer = std::shared_ptr<ActiveRun>;

/// Appends the plan document in pieces, so that a large plan is never in memory as one text.
class PlanPieces : public QIODevice
{
public:
    explicit PlanPieces(Journal &journal) : m_journal(journal) { open(QIODevice::WriteOnly); }
    ~PlanPieces() override = default;

    /// What is left of the text; then whether everything was taken.
    Result<Done> finish()
    {
        if (m_written && !m_piece.isEmpty())
            append(m_piece.size());
        return m_written;
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_piece.append(data, size);
        // At the end of a line, so that no character is cut in two.
        const qsizetype end = m_piece.size() > pieceBytes ? m_piece.lastIndexOf('\n') + 1 : 0;
        if (end > 0 && m_written)
            append(end);
        return m_written ? size : -1;
    }

private:
    static constexpr qsizetype pieceBytes = 256 * 1024;

    void append(qsizetype size)
    {
        QJsonObject data;
        data.insert(QStringLiteral("text"), QString::fromUtf8(m_piece.constData(), size));
        m_piece.remove(0, size);
        m_written = m_journal.append(QLatin1String(recordKinds::plan), data);
    }

    Journal &m_journal;
    QByteArray m_piece;
    Result<Done> m_written = Done{};
};

/// The plan, and then that its run has begun.
Result<Done> writeBeginning(Journal &journal, const QString &runId, const Plan &plan,
                            const Decision &decision)
{
    PlanPieces pieces(journal);
    const bool isPlanWritten = writePlanText(&pieces, plan);
    if (const Result<Done> taken = pieces.finish(); !taken)
        return taken;
    if (!isPlanWritten)
        return failure(journalError(JournalProblem::NotWritten, journal.path(),
                                    QStringLiteral("the plan cannot be written as a document")));
    return journal.append({runBegunRecord(runId, planHash(plan), decision)});
}

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

class Runner::Private
{
public:
    Private(std::shared_ptr<StepExecutor> stepExecutor, ApiClient &apiClient)
        : executor(std::move(stepExecutor)), client(&apiClient)
    {
    }

    RunPointer find(const QString &runId) const
    {
        const auto found = std::find_if(runs.cbegin(), runs.cend(),
                                        [&](const RunPointer &run) { return run->result.id == runId; });
        return found == runs.cend() ? nullptr : *found;
    }

    std::shared_ptr<StepExecutor> executor;
    QPointer<ApiClient> client;
    QList<RunPointer> runs; ///< newest first
    bool isWorking = false;
};

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

QCoro::Task<> Runner::execute(QString runId)
{
    const QPointer<Runner> self(this);
    const auto shared = d;
    const RunPointer run = shared->find(runId);
    run->result.state = RunState::Running;
    if (!run->result.started.isValid())
        run->result.started = QDateTime::currentDateTimeUtc();
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
