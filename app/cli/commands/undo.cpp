// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/undo.h"

#include "app/cli/confirmation.h"
#include "app/cli/errortext.h"
#include "app/cli/journaltext.h"
#include "app/cli/plantext.h"
#include "app/cli/runservices.h"
#include "app/cli/runwatch.h"
#include "app/cli/session.h"
#include "app/cli/telling.h"
#include "app/journal/journal.h"
#include "app/journal/journalreading.h"
#include "app/offboarding/plancheck.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/snapshot.h"
#include "app/offboarding/undo.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace offboarding::cli {

namespace {

constexpr qsizetype mostLinesShown = 100;

QString shortened(QStringList lines)
{
    const qsizetype more = lines.size() - mostLinesShown;
    if (more > 0) {
        lines = lines.mid(0, mostLinesShown);
        lines.append(QStringLiteral("and %1 more").arg(more));
    }
    return lines.join(QLatin1Char('\n'));
}

QString itemText(const Plan &plan, const UndoItem &item)
{
    QString line = identityOf(plan, item.userId) + QStringLiteral(": ") + undoSubjectName(item.subject);
    if (!item.item.isEmpty())
        line += QLatin1Char(' ') + item.item;
    return item.canBePutBack() ? line
                               : QString(line + QStringLiteral(" (%1)").arg(undoObstacleName(item.obstacle)));
}

/// Nobody expects a conversation or a token back: they are told, but they make no undo a failure.
bool isLoss(const UndoItem &item)
{
    switch (item.obstacle) {
    case UndoObstacle::None:
    case UndoObstacle::RevokedForGood:
    case UndoObstacle::ConversationOver:
    case UndoObstacle::UpToThePerson:
        return false;
    default:
        return true;
    }
}

/// What stays as it is, with the reason, before anything is done.
QString obstacles(const Plan &plan, const QList<UndoItem> &items)
{
    QStringList lines;
    for (const UndoItem &item : items) {
        if (!item.canBePutBack())
            lines.append(itemText(plan, item));
    }
    return shortened(lines);
}

QString remaining(const RunResult &run)
{
    QStringList lines;
    for (const StepResult &step : run.steps) {
        if (step.step.kind != StepKind::CompareSnapshot)
            continue;
        const QList<SnapshotDifference> found = differencesFromJson(step.data);
        for (const SnapshotDifference &one : found) {
            QString line = identityOf(run.plan, step.step.userId) + QStringLiteral(": ") + one.field;
            if (!one.item.isEmpty())
                line += QLatin1Char(' ') + one.item;
            line += one.isKnown ? QStringLiteral(": was \"%1\", is \"%2\"").arg(one.before, one.now)
                                : QStringLiteral(": not known");
            lines.append(line);
        }
    }
    return shortened(lines);
}

UndoInput inputOf(const RunHistory &history, const Session &session)
{
    UndoInput input;
    input.plan = history.plan;
    input.steps = history.result().steps;
    for (const PlanStep &step : history.plan.steps) {
        const StepHistory known = history.steps.value(step.number);
        if (known.hasBegun && !known.result)
            input.unfinished.append(step);
    }
    input.connection = session.connection();
    input.signedInAs = session.identity();
    input.now = QDateTime::currentDateTimeUtc();
    input.planId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return input;
}

QCoro::Task<ExitCode> runUndo(CommandContext context)
{
    Terminal &terminal = context.terminal;
    const QString path = context.arguments.operands.constFirst();
    const QString undoPath = context.arguments.has(QStringLiteral("journal"))
                                 ? context.arguments.value(QStringLiteral("journal"))
                                 : QString(path + QStringLiteral(".undo"));
    if (undoPath.isEmpty() || QFileInfo::exists(undoPath))
        co_return told(
            terminal, ExitCode::Usage,
            QStringLiteral("The journal of an undo must be a new file, and \"%1\" is there already. Give "
                           "another one with --journal, or go on with it: offboardctl resume %1.")
                .arg(undoPath));
    const Result<JournalReading> reading = readJournal(path);
    const Result<RunHistory> history =
        reading ? readRunHistory(*reading, path) : Result<RunHistory>(failure(reading.error()));
    if (!history)
        co_return told(terminal, exitCodeOfJournal(history.error()),
                       QStringLiteral("Nothing can be undone from this journal.\n") +
                           technical(history.error()));
    Session session(context);
    session.setReadsIdentity(true);
    const ExitCode opened = co_await session.open();
    if (opened != ExitCode::Done)
        co_return opened;
    if (session.connection().organizationId != history->plan.organizationId)
        co_return told(
            terminal, ExitCode::Refused,
            QStringLiteral("This run was made in another organisation.\nChoose the connection that it "
                           "was made on."));
    RunServices services(session.api());
    UndoInput input = inputOf(*history, session);
    const Result<QList<Queue>> queues = co_await services.finder.queues();
    if (queues) {
        QSet<QString> ids;
        for (const Queue &queue : *queues)
            ids.insert(queue.id);
        input.queueIds = ids;
    }
    const UndoPreview preview = undoPreview(input);
    const QString stays = obstacles(history->plan, preview.items);
    if (!stays.isEmpty())
        terminal.message(QStringLiteral("This cannot be put back:\n") + stays);
    const bool losesSomething = std::any_of(preview.items.cbegin(), preview.items.cend(), isLoss);
    if (preview.plan.steps.isEmpty())
        co_return told(terminal, losesSomething ? ExitCode::Partly : ExitCode::Done,
                       QStringLiteral("There is nothing to put back."));
    const std::optional<Decision> decision = confirmed(context, preview.plan);
    if (!decision)
        co_return ExitCode::Usage;
    Result<std::unique_ptr<Journal>> created = Journal::create(undoPath);
    if (!created)
        co_return told(terminal, ExitCode::Usage,
                       QStringLiteral("The journal cannot be written, so nothing was done.\n") +
                           explained(created.error()));
    auto journal = std::make_shared<RunJournal>(std::move(*created));
    session.setFinishesReading(true);
    const QString runId = services.runner.run(preview.plan, *decision, journal);
    const ExitCode code = co_await watchRun(context, &services.runner, runId);
    if (const RunResult *run = services.runner.find(runId)) {
        const QString differences = remaining(*run);
        if (!differences.isEmpty())
            terminal.message(QStringLiteral("This still differs from before:\n") + differences);
    }
    const bool isIncomplete = losesSomething && code == ExitCode::Done;
    co_return isIncomplete ? ExitCode::Partly : code;
}

} // namespace

Command undoCommand()
{
    Command command;
    command.name = QStringLiteral("undo");
    command.operands = QStringLiteral("JOURNAL");
    command.fewestOperands = 1;
    command.mostOperands = 1;
    command.summary = QStringLiteral("Put back what the snapshot of a run holds.");
    command.details = {
        QStringLiteral(
            "Tells first what cannot be put back, and why; then does the rest as a run of its own with a "
            "journal of its own, and lists what still differs from before, field by field."),
        QStringLiteral(
            "Exit status as for run; 1 if something could not be put back; 6 if the journal was altered.")};
    command.options = {{QStringLiteral("journal"),
                        QStringLiteral("FILE"),
                        QStringLiteral("the record of the undo; must not exist yet; default: JOURNAL.undo"),
                        {}},
                       {QStringLiteral("yes"), {}, QStringLiteral("do not ask"), {}},
                       {QStringLiteral("progress"),
                        {},
                        QStringLiteral("print one JSON line per finished step, as run does"),
                        {}}};
    command.run = runUndo;
    return command;
}

} // namespace offboarding::cli
