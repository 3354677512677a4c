// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/resume.h"

#include "app/offboarding/plandocument.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/runrecords.h"
#include "app/offboarding/stepexecutor.h"
#include "app/offboarding/steprules.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

/// A run that was stopped, or could not be recorded, is taken up here again.
bool isTakenUpAgain(const StepResult &result)
{
    return result.cause == Cause::Stopped || result.cause == Cause::JournalFailed;
}

class HistoryReader
{
public:
    explicit HistoryReader(QString place) : m_place(std::move(place)) {}

    Result<RunHistory> read(const JournalReading &reading)
    {
        for (const JournalRecord &record : reading.records) {
            m_line = record.number;
            if (const Result<Done> understood = take(record); !understood)
                return failure(understood.error());
            m_history.lastRecord = record.time;
            m_history.hasEnded = record.kind == QLatin1String(recordKinds::runEnded);
        }
        if (m_history.runId.isEmpty())
            return failure(journalError(JournalProblem::NotJournal, m_place,
                                        QStringLiteral("the run never began, so nothing was sent")));
        return std::move(m_history);
    }

private:
    tl::unexpected<Error> fault(const QString &why) const
    {
        return failure(journalError(JournalProblem::Altered, journalPlace(m_place, m_line, 1), why));
    }

    Result<Done> take(const JournalRecord &record)
    {
        const QString &kind = record.kind;
        if (kind == QLatin1String(recordKinds::plan)) {
            m_planText += record.data.value(QLatin1String("text")).toString().toUtf8();
            return Done{};
        }
        if (kind == QLatin1String(recordKinds::runBegun))
            return begin(record);
        if (kind == QLatin1String(recordKinds::resumed))
            ++m_history.resumptions;
        if (kind == QLatin1String(recordKinds::stepBegun) || kind == QLatin1String(recordKinds::request) ||
            kind == QLatin1String(recordKinds::answer) || kind == QLatin1String(recordKinds::stepEnded))
            return takeStep(record);
        return Done{}; // records about the journal itself, and what only people read
    }

    Result<Done> begin(const JournalRecord &record)
    {
        if (!m_history.runId.isEmpty())
            return fault(QStringLiteral("a second run begins here; a journal holds one"));
        Result<Plan> plan = parsePlan(m_planText, m_place);
        if (!plan)
            return failure(plan.error());
        m_planText.clear();
        m_history.planHash = record.data.value(QLatin1String("planHash")).toString();
        if (planHash(*plan) != m_history.planHash)
            return fault(QStringLiteral("the plan is not the one that was begun"));
        m_history.plan = std::move(*plan);
        m_history.runId = record.data.value(QLatin1String("run")).toString();
        m_history.decision = decisionFromJson(record.data.value(QLatin1String("decision")).toObject());
        m_history.begun = record.time;
        return m_history.runId.isEmpty() ? fault(QStringLiteral("the run has no id")) : Result<Done>(Done{});
    }

    Result<Done> takeStep(const JournalRecord &record)
    {
        const int number = record.data.value(QLatin1String("step")).toInt(-1);
        const QList<PlanStep> &steps = m_history.plan.steps;
        if (number < 0 || number >= steps.size() ||
            record.data.value(QLatin1String("user")).toString() != steps.at(number).userId ||
            record.data.value(QLatin1String("kind")).toString() != stepKindName(steps.at(number).kind))
            return fault(QStringLiteral("it names a step that the plan does not have"));
        StepHistory &step = m_history.steps[number];
        if (record.kind == QLatin1String(recordKinds::stepBegun)) {
            step.hasBegun = true;
            step.result.reset();
        } else if (record.kind == QLatin1String(recordKinds::request)) {
            step.mayHaveBeenSent = true;
            step.isConfirmed = false;
            step.refusal.reset();
        } else if (record.kind == QLatin1String(recordKinds::answer)) {
            takeAnswer(record.data, &step);
        } else {
            std::optional<StepResult> result = stepResultFromJson(record.data);
            if (!result)
                return fault(QStringLiteral("an outcome that is not known here"));
            result->step = steps.at(number);
            result->step.number = number;
            step.result = std::move(result);
            if (m_ended.contains(number))
                m_history.order.removeOne(number); // it was taken up again
            m_ended.insert(number);
            m_history.order.append(number);
        }
        return Done{};
    }

    static void takeAnswer(const QJsonObject &data, StepHistory *step)
    {
        if (!data.contains(QLatin1String("error"))) {
            step->isConfirmed = true;
            return;
        }
        Error error = errorFromJson(data.value(QLatin1String("error")).toObject());
        const bool wasSent = data.value(QLatin1String("sent")).toBool(true);
        if (!wasSent || error.kind == ErrorKind::Cancelled)
            step->mayHaveBeenSent = false;
        else if (error.kind != ErrorKind::OutcomeUnknown)
            step->refusal = std::move(error);
    }

    QString m_place;
    qint64 m_line = 0;
    QByteArray m_planText;
    QSet<int> m_ended;
    RunHistory m_history;
};

} // namespace

QList<int> RunHistory::openSteps() const
{
    QList<int> open;
    QSet<QString> takenUp;
    for (int number = 0; number < plan.steps.size(); ++number) {
        const QString &userId = plan.steps.at(number).userId;
        const auto step = steps.constFind(number);
        const bool isEnded = step != steps.constEnd() && step->result && !isTakenUpAgain(*step->result);
        if (isEnded && !takenUp.contains(userId))
            continue;
        takenUp.insert(userId);
        open.append(number);
    }
    return open;
}

RunResult RunHistory::result(const QString &journalPath) const
{
    RunResult run;
    run.id = runId;
    run.plan = plan;
    run.started = begun;
    run.journal = journalPath;
    const QList<int> open = openSteps();
    const QSet<int> isOpen(open.cbegin(), open.cend());
    for (const int number : order) {
        const auto step = steps.constFind(number);
        if (step == steps.constEnd() || !step->result)
            continue;
        // Steps that were only passed over show as what they were in a run that ended, and are done anew when
        // it goes on.
        if (!isOpen.contains(number) || hasEnded)
            run.steps.append(*step->result);
    }
    // Killed after its last step and before it could say so, it has come to its end all the same.
    const bool isOver = hasEnded || open.isEmpty();
    run.state = isOver ? RunState::Finished : RunState::Waiting;
    run.finished = isOver ? lastRecord : QDateTime();
    return run;
}

QHash<QString, UserProgress> RunHistory::progress() const
{
    QHash<QString, UserProgress> users;
    const QList<int> open = openSteps();
    const QSet<int> isOpen(open.cbegin(), open.cend());
    for (const int number : open)
        users.insert(plan.steps.at(number).userId, {});
    for (int number = 0; number < plan.steps.size(); ++number) {
        const PlanStep &planned = plan.steps.at(number);
        const auto step = steps.constFind(number);
        const auto user = users.find(planned.userId);
        if (user == users.end() || step == steps.constEnd())
            continue;
        if (planned.kind == StepKind::Delete || planned.kind == StepKind::ForceDelete)
            user->isDeletionConfirmed = user->isDeletionConfirmed || step->isConfirmed;
        if (isOpen.contains(number)) {
            if (step->mayHaveBeenSent && user->interruptedStep < 0) {
                user->interruptedStep = number;
                user->interruptedRefusal = step->refusal;
            }
            continue;
        }
        if (!step->result)
            continue;
        if (planned.kind == StepKind::CheckReferences)
            ++user->checks;
        recall(&*user, *step->result);
        user->hasFailed = user->hasFailed || stopsUser(*step->result);
    }
    return users;
}

Result<RunHistory> readRunHistory(const JournalReading &reading, const QString &place)
{
    return HistoryReader(place).read(reading);
}

Result<ResumableRun> openRun(const QString &journalPath)
{
    Result<Journal::Opened> opened = Journal::open(journalPath);
    if (!opened)
        return failure(opened.error());
    Result<RunHistory> history = readRunHistory(opened->reading, journalPath);
    if (!history)
        return failure(history.error());
    ResumableRun run;
    run.history = std::move(*history);
    run.journal = std::make_shared<RunJournal>(std::move(opened->journal));
    return run;
}

} // namespace offboarding
