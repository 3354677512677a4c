// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/run.h"

#include "app/cli/confirmation.h"
#include "app/cli/errortext.h"
#include "app/cli/evidencefiles.h"
#include "app/cli/journaltext.h"
#include "app/cli/plantext.h"
#include "app/cli/runservices.h"
#include "app/cli/runwatch.h"
#include "app/cli/session.h"
#include "app/cli/telling.h"
#include "app/journal/journal.h"
#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runjournal.h"

#include <QFileInfo>

namespace offboarding::cli {

namespace {

QCoro::Task<ExitCode> runRun(CommandContext context)
{
    Terminal &terminal = context.terminal;
    const QString journalPath = context.arguments.value(QStringLiteral("journal"));
    if (journalPath.isEmpty())
        co_return told(terminal, ExitCode::Usage,
                       QStringLiteral("run needs --journal FILE: what is not recorded is not done."));
    if (QFileInfo::exists(journalPath))
        co_return told(terminal, ExitCode::Usage,
                       QStringLiteral("\"%1\" is there already, and a journal is never written over.\nGive "
                                      "another name, or go on with that run: offboardctl resume %1.")
                           .arg(journalPath));
    const Result<Plan> read = readPlan(context.arguments.operands.constFirst());
    if (!read)
        co_return told(terminal, ExitCode::Usage, explained(read.error()));

    Session session(context);
    session.setReadsIdentity(true);
    const ExitCode opened = co_await session.open();
    if (opened != ExitCode::Done)
        co_return opened;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const std::optional<PlanRefusal> refusal =
            checkPlan(*read, session.connection(), session.identity(), now))
        co_return told(terminal, ExitCode::Refused, refusalText(*refusal));
    const Plan plan = rebased(*read, session.connection(), session.identity());

    std::optional<Decision> decision = confirmed(context, plan);
    if (!decision)
        co_return ExitCode::Usage;
    RunServices services(session.api());
    if (plan.act == Act::ForceDelete) {
        const QString folder = journalPath + QStringLiteral(".evidence");
        const Result<QHash<QString, EvidenceFile>> evidence =
            co_await writeEvidence(context, &services.finder, plan, folder);
        if (!evidence)
            co_return told(terminal, ExitCode::Refused,
                           QStringLiteral("The evidence could not be written, so nobody is deleted.\n") +
                               explained(evidence.error()));
        if (context.stop.isRequested())
            co_return told(terminal, ExitCode::Stopped, QStringLiteral("Stopped; nothing was changed."));
        decision->evidence = *evidence;
    }
    Result<std::unique_ptr<Journal>> created = Journal::create(journalPath);
    if (!created)
        co_return told(terminal, ExitCode::Usage,
                       QStringLiteral("The journal cannot be written, so nothing was done.\n") +
                           explained(created.error()));
    auto journal = std::make_shared<RunJournal>(std::move(*created));
    session.setFinishesReading(true);
    const QString runId = services.runner.run(plan, *decision, journal);
    const ExitCode code = co_await watchRun(context, &services.runner, runId);
    co_return code;
}

QCoro::Task<ExitCode> runResume(CommandContext context)
{
    Terminal &terminal = context.terminal;
    const QString path = context.arguments.operands.constFirst();
    Result<ResumableRun> run = openRun(path);
    if (!run)
        co_return told(terminal, exitCodeOfJournal(run.error()),
                       QStringLiteral("This run cannot be resumed.\n") + explained(run.error()));
    if (run->history.isFinished()) {
        const RunResult result = run->history.result(path);
        co_return told(terminal, exitCodeOf(result),
                       QStringLiteral("This run has come to its end; nothing is left to do.\n") +
                           runSummary(result));
    }
    Session session(context);
    session.setReadsIdentity(true);
    const ExitCode opened = co_await session.open();
    if (opened != ExitCode::Done)
        co_return opened;
    // A plan that expired while its run was interrupted is finished all the same: half-offboarded users are
    // worse.
    const QDateTime then = run->history.begun;
    if (const std::optional<PlanRefusal> refusal =
            checkPlan(run->history.plan, session.connection(), session.identity(), then))
        co_return told(terminal, ExitCode::Refused, refusalText(*refusal));
    run->history.plan = rebased(run->history.plan, session.connection(), session.identity());
    RunServices services(session.api());
    const std::shared_ptr<RunJournal> journal = run->journal;
    session.setFinishesReading(true);
    const QString runId = services.runner.goOn(std::move(run->history), journal);
    const ExitCode code = co_await watchRun(context, &services.runner, runId);
    co_return code;
}

OptionDescription progressOption()
{
    return {QStringLiteral("progress"),
            {},
            QStringLiteral("print one JSON line per finished step: time, userId, step, outcome (done, kept, "
                           "skipped, failed), cause"),
            {}};
}

} // namespace

Command runPlanCommand()
{
    Command command;
    command.name = QStringLiteral("run");
    command.operands = QStringLiteral("PLAN.json");
    command.fewestOperands = 1;
    command.mostOperands = 1;
    command.summary = QStringLiteral("Carry out exactly what a plan file says.");
    command.details = {
        QStringLiteral(
            "An edited, expired or foreign plan is refused, and so is one that lacks the approval of a "
            "second person where the connection asks for it. Every gate is checked again right before "
            "its write, each write is recorded in the journal before it is sent, and success is "
            "claimed only after reading back."),
        QStringLiteral(
            "Ctrl-C stops before the next step (exit status 5); offboardctl resume goes on. For a "
            "force delete what refers to each user is written to the folder JOURNAL.evidence first."),
        QStringLiteral("Exit status 0: every step done or so already, and verified. 4: gates refused, and "
                       "nothing else went wrong. 1: other steps failed or were skipped; they are listed.")};
    command.options = {
        {QStringLiteral("journal"),
         QStringLiteral("FILE"),
         QStringLiteral("the record of the run; must not exist yet"),
         {}},
        {QStringLiteral("yes"),
         {},
         QStringLiteral("do not ask; for a force delete this also accepts that historical look-ups "
                        "may break"),
         {}},
        progressOption()};
    command.run = runRun;
    return command;
}

Command resumeCommand()
{
    Command command;
    command.name = QStringLiteral("resume");
    command.operands = QStringLiteral("JOURNAL");
    command.fewestOperands = 1;
    command.mostOperands = 1;
    command.summary = QStringLiteral("Go on with a run after a crash or a stop.");
    command.details = {
        QStringLiteral(
            "What had begun and has no end in the journal is read back at the server first. A destructive "
            "request that arrived is not sent again. The gates are checked as ever."),
        QStringLiteral("Exit status as for run; 6 if the journal was altered.")};
    command.options = {progressOption()};
    command.run = runResume;
    return command;
}

} // namespace offboarding::cli
