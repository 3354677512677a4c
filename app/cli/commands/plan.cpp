// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/plan.h"

#include "app/cli/errortext.h"
#include "app/cli/plantext.h"
#include "app/cli/resultoutput.h"
#include "app/cli/runservices.h"
#include "app/cli/session.h"
#include "app/cli/telling.h"
#include "app/cli/userarguments.h"
#include "app/leavers/leaverslist.h"
#include "app/leavers/leaververdicts.h"
#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/planner.h"
#include "app/offboarding/planpreview.h"

#include <QBuffer>
#include <QCoroSignal>

#include <array>

namespace offboarding::cli {

namespace {

constexpr qsizetype mostReasonsShown = 50;
constexpr qsizetype longestReason = 1000;

struct StepName
{
    const char *name;
    bool PlanOptions::*tick;
};

constexpr std::array stepNames{StepName{"revoke-tokens", &PlanOptions::revokeTokens},
                               StepName{"go-offline", &PlanOptions::goOffline},
                               StepName{"release-station", &PlanOptions::releaseStation},
                               StepName{"remove-queues", &PlanOptions::removeQueues},
                               StepName{"remove-skills", &PlanOptions::removeSkills},
                               StepName{"remove-languages", &PlanOptions::removeLanguages},
                               StepName{"remove-groups", &PlanOptions::removeGroups},
                               StepName{"remove-roles", &PlanOptions::removeRoles},
                               StepName{"check-reports", &PlanOptions::checkReports}};

Usage<PlanOptions> stepsOption(const QString &text)
{
    PlanOptions options;
    const QStringList names = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (names.isEmpty())
        return wrongUsage(QStringLiteral("--steps needs names with commas between them, or all, or none."));
    for (const QString &name : names) {
        bool isKnown = name == QLatin1String("none");
        for (const StepName &step : stepNames) {
            if (name == QLatin1String("all") || name == QLatin1String(step.name)) {
                options.*(step.tick) = true;
                isKnown = true;
            }
        }
        if (!isKnown) {
            QStringList known;
            for (const StepName &step : stepNames)
                known.append(QLatin1String(step.name));
            return wrongUsage(QStringLiteral("--steps does not know \"%1\". It knows: all, none, %2.")
                                  .arg(name, known.join(QStringLiteral(", "))));
        }
    }
    if (names.contains(QStringLiteral("none")) && names.size() > 1)
        return wrongUsage(QStringLiteral("--steps none stands alone."));
    return options;
}

bool takesOut(Act act)
{
    return act != Act::Restore;
}

/// Everything about a list that somebody has to decide first, or what refuses it as a whole.
QString listProblems(const LeaversInput &input, const LeaversJudgement &judgement)
{
    QStringList lines;
    for (const TripwireHit &hit : judgement.tripwires)
        lines.append(tripwireReason(hit));
    for (qsizetype i = 0; i < judgement.rows.size(); ++i) {
        if (judgement.rows.at(i).isUnresolved)
            lines.append(leaverReason(input.rows.at(i), judgement.rows.at(i)));
    }
    const qsizetype more = lines.size() - mostReasonsShown;
    if (more > 0) {
        lines = lines.mid(0, mostReasonsShown);
        lines.append(QStringLiteral("and %1 more").arg(more));
    }
    return lines.join(QLatin1Char('\n'));
}

/// Whom the list takes out, or the code to end with after a message.
UserChoice chooseLeavers(Terminal &terminal, const LeaversList &list, const PlanCommandOptions &options,
                         const RunServices &services, const Session &session)
{
    LeaversInput input;
    input.act = options.act;
    input.rows = list.rows();
    input.users = services.directory.users();
    input.directory = services.directory.status();
    input.connection = session.connection();
    input.signedInAs = session.identity();
    const LeaversJudgement judgement = judgeLeavers(input);
    for (qsizetype i = 0; i < judgement.rows.size(); ++i) {
        const LeaverJudgement &row = judgement.rows.at(i);
        if (!row.isUnresolved && !row.isChosen)
            terminal.note(QStringLiteral("left out, ") + leaverReason(input.rows.at(i), row));
    }
    UserChoice choice;
    if (judgement.unresolvedCount > 0 || !judgement.tripwires.isEmpty()) {
        const bool isRefused = !judgement.tripwires.isEmpty();
        choice.code = told(terminal, isRefused ? ExitCode::Refused : ExitCode::Usage,
                           QStringLiteral("%1: no plan is made before each row is clear.\n%2")
                               .arg(list.path, listProblems(input, judgement)));
        return choice;
    }
    if (judgement.chosenUserIds.isEmpty()) {
        choice.code =
            told(terminal, ExitCode::Usage, QStringLiteral("%1: nobody is left to act on.").arg(list.path));
        return choice;
    }
    for (const QString &userId : judgement.chosenUserIds) {
        if (const User *user = services.directory.find(userId))
            choice.users.append(*user);
    }
    return choice;
}

/// The rules about who may be taken out, as the runner will check them again.
QString brokenRules(const PlanInput &input)
{
    QStringList ids;
    for (const User &user : input.users)
        ids.append(user.id);
    QStringList lines;
    for (const User &user : input.users) {
        const QList<RuleResult> results = checkOffboardingRules(ruleInput(input, user, ids));
        for (const RuleResult &result : results) {
            if (result.status == GateStatus::Passed)
                continue;
            QString line = QStringLiteral("%1: %2").arg(user.identity(), offboardingRuleName(result.rule));
            if (result.status == GateStatus::Unknown)
                line += QStringLiteral(" could not be checked");
            else if (result.limit > 0)
                line += QStringLiteral(" (%1 of at most %2)").arg(result.count).arg(result.limit);
            lines.append(line);
        }
    }
    const qsizetype more = lines.size() - mostReasonsShown;
    if (more > 0) {
        lines = lines.mid(0, mostReasonsShown);
        lines.append(QStringLiteral("and %1 more").arg(more));
    }
    return lines.join(QLatin1Char('\n'));
}

QCoro::Task<PreparedPlan> prepare(CommandContext context, PlanPreview *preview, Act act, QStringList userIds,
                                  ReadingDepth depth)
{
    Terminal *const terminal = &context.terminal;
    QObject listener;
    QObject::connect(preview, &PlanPreview::progressChanged, &listener,
                     [terminal](quint64, int done, int total) {
                         terminal->progress(QStringLiteral("References read"), done, total);
                     });
    preview->prepare(act, userIds, depth);
    const auto answer = co_await qCoro(preview, &PlanPreview::prepared);
    terminal->clearProgress();
    co_return std::get<1>(answer);
}

QString unreadableText(const PreparedPlan &prepared)
{
    QStringList lines{QStringLiteral("Not every user could be read, so no plan is made.")};
    for (auto one = prepared.unreadableUsers.cbegin(); one != prepared.unreadableUsers.cend(); ++one)
        lines.append(QStringLiteral("%1: %2").arg(prepared.nameOf(one.key()), technical(one.value())));
    return lines.join(QLatin1Char('\n'));
}

ExitCode deliverPlan(Terminal &terminal, const Plan &plan, const QString &file)
{
    if (file.isEmpty()) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (!writePlanText(&buffer, plan))
            return told(terminal, ExitCode::Partly, QStringLiteral("The plan is too large to be written."));
        return terminal.write(buffer.data()) == Terminal::Written::Yes ? ExitCode::Done : ExitCode::Partly;
    }
    const Result<Done> written = writePlan(file, plan);
    if (!written)
        return told(terminal, ExitCode::Partly, explained(written.error()));
    return ExitCode::Done;
}

QCoro::Task<ExitCode> runPlan(CommandContext context)
{
    Terminal &terminal = context.terminal;
    const Usage<PlanCommandOptions> options = planCommandOptions(context.arguments);
    if (!options)
        co_return told(terminal, ExitCode::Usage, options.error());
    std::optional<LeaversList> list;
    if (!options->leaversFile.isEmpty()) {
        const Result<LeaversList> read = readLeavers(options->leaversFile);
        if (!read)
            co_return told(terminal, ExitCode::Usage, explained(read.error()));
        list = *read;
        for (const LeaversNotice notice : list->notices())
            terminal.note(leaversNoticeText(*list, notice));
    }
    Session session(context);
    session.setReadsIdentity(true);
    const ExitCode opened = co_await session.open();
    if (opened != ExitCode::Done)
        co_return opened;
    session.api().setReadOnly(true);
    RunServices services(session.api());
    const ExitCode read = co_await readDirectory(context, &services.loader, &services.directory);
    if (read != ExitCode::Done)
        co_return read;
    UserChoice choice;
    if (list)
        choice = chooseLeavers(terminal, *list, *options, services, session);
    else
        choice = co_await chooseUsers(context, &services.loader, &services.directory);
    if (choice.code != ExitCode::Done)
        co_return choice.code;

    const PlanOptions steps =
        options->steps.value_or(takesOut(options->act) ? session.connection().planOptions : PlanOptions());
    QStringList userIds;
    for (const User &user : choice.users)
        userIds.append(user.id);
    PlanPreview preview(session.connection(), services.directory, services.loader, services.finder);
    preview.setRules(services.administrators, session.identity());
    PreparedPlan prepared =
        co_await prepare(context, &preview, options->act, userIds,
                         steps.isEmpty() ? ReadingDepth::Gates : ReadingDepth::Everything);
    if (context.stop.isRequested())
        co_return told(terminal, ExitCode::Stopped, QStringLiteral("Stopped; no plan was written."));
    if (!prepared.unreadableUsers.isEmpty())
        co_return told(terminal, exitCodeOf(*prepared.unreadableUsers.cbegin()), unreadableText(prepared));
    PlanInput &input = prepared.input;
    input.reason = options->reason;
    input.ticket = options->ticket;
    input.options = steps;
    input.lifetimeSeconds = planDocumentLifetimeSeconds;
    for (const QString &userId : userIds) {
        if (const ReferenceMap *map = prepared.map(userId))
            input.clearing += clearingChoices(*map, options->clearing, session.connection().dialect);
    }
    if (const QString broken = brokenRules(input); !broken.isEmpty())
        co_return told(terminal, ExitCode::Refused,
                       QStringLiteral("No plan is made, because its run would be refused:\n") + broken);
    const Plan plan = makePlan(input);
    const ExitCode delivered = deliverPlan(terminal, plan, options->file);
    if (delivered != ExitCode::Done)
        co_return delivered;
    QString text = planSummary(plan);
    text += QStringLiteral("\nSHA-256 of the plan: %1\nof what it does: %2")
                .arg(planHash(plan), planContentHash(plan));
    if (needsSecondPerson(session.connection(), plan.act))
        text += QStringLiteral("\nA second person has to approve it: offboardctl approve PLAN.json");
    terminal.message(text);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> runApprove(CommandContext context)
{
    Terminal &terminal = context.terminal;
    const QString path = context.arguments.operands.constFirst();
    const Result<Plan> plan = readPlan(path);
    if (!plan)
        co_return told(terminal, ExitCode::Usage, explained(plan.error()));
    Session session(context);
    session.setReadsIdentity(true);
    const ExitCode opened = co_await session.open();
    if (opened != ExitCode::Done)
        co_return opened;
    const Result<Plan> approved = approve(*plan, session.identity(), QDateTime::currentDateTimeUtc());
    if (!approved)
        co_return told(
            terminal, ExitCode::Refused,
            QStringLiteral("This plan was not approved (%1).\nThe second person is signed in with another "
                           "user than the author's, in the same organisation, before the plan expires.\n%2")
                .arg(approved.error().serverCode, approved.error().detail));
    const Result<Done> written = writePlan(path, *approved);
    if (!written)
        co_return told(terminal, ExitCode::Partly, explained(written.error()));
    co_return told(
        terminal, ExitCode::Done,
        QStringLiteral("Approved as %1: %2").arg(session.identity().email, planSummary(*approved)));
}

} // namespace

Usage<PlanCommandOptions> planCommandOptions(const Arguments &arguments)
{
    PlanCommandOptions options;
    const QString action = arguments.value(QStringLiteral("action"));
    if (!arguments.has(QStringLiteral("action")))
        return wrongUsage(QStringLiteral("plan needs --action deactivate, force-delete or restore."));
    bool isKnown = false;
    for (const Act act : {Act::Deactivate, Act::ForceDelete, Act::Restore}) {
        if (actName(act) == action) {
            options.act = act;
            isKnown = true;
        }
    }
    if (!isKnown)
        return wrongUsage(
            QStringLiteral("--action is deactivate, force-delete or restore, not \"%1\".").arg(action));
    options.leaversFile = arguments.value(QStringLiteral("leavers"));
    if (arguments.has(QStringLiteral("leavers")) == !arguments.operands.isEmpty())
        return wrongUsage(arguments.operands.isEmpty()
                              ? QStringLiteral("plan needs USER… or --leavers FILE.csv.")
                              : QStringLiteral("plan takes USER… or --leavers, not both."));
    const Usage<QString> clearing = choiceOption(arguments, QStringLiteral("clear"),
                                                 {QStringLiteral("leave"), QStringLiteral("requeue"),
                                                  QStringLiteral("disconnect"), QStringLiteral("remove")});
    if (!clearing)
        return wrongUsage(clearing.error());
    options.clearing = clearingPolicyFromName(*clearing).value_or(ClearingPolicy::Leave);
    if (!takesOut(options.act) &&
        (options.clearing != ClearingPolicy::Leave || arguments.has(QStringLiteral("steps"))))
        return wrongUsage(QStringLiteral("--clear and --steps have no meaning for restore."));
    options.reason = arguments.value(QStringLiteral("reason")).trimmed();
    options.ticket = arguments.value(QStringLiteral("ticket")).trimmed();
    if (options.reason.size() > longestReason || options.ticket.size() > longestReason)
        return wrongUsage(QStringLiteral("--reason and --ticket may have %1 characters.").arg(longestReason));
    if (arguments.has(QStringLiteral("steps"))) {
        const Usage<PlanOptions> steps = stepsOption(arguments.value(QStringLiteral("steps")));
        if (!steps)
            return wrongUsage(steps.error());
        options.steps = *steps;
    }
    const Usage<ResultOutput> output = resultOutput(arguments, {QStringLiteral("json")});
    if (!output)
        return wrongUsage(output.error());
    options.file = output->file;
    return options;
}

Command planCommand()
{
    QStringList names;
    for (const StepName &step : stepNames)
        names.append(QLatin1String(step.name));
    Command command;
    command.name = QStringLiteral("plan");
    command.operands = QStringLiteral("(USER… | --leavers FILE.csv)");
    command.fewestOperands = 0;
    command.mostOperands = mostUserOperands;
    command.summary = QStringLiteral("Write down what would be done, for whom, with which requests.");
    command.details = {
        QStringLiteral(
            "Nothing is changed. The file is what offboardctl run carries out, exactly; it lives for 24 "
            "hours, carries a SHA-256 of itself and can be compared line by line. USER is an id or an "
            "e-mail address."),
        QStringLiteral(
            "With --leavers each row of the list must name one user for certain; otherwise no plan is made "
            "and the rows are named. Exit status 4: a rule of the connection refuses (protected users, "
            "divisions, limits, the account that is signed in, the last administrator)."),
        QStringLiteral(
            "--clear requeue hands conversations with a live customer back to their queue and ends the "
            "leaver's part in the others; disconnect and remove end the leaver's part. A live customer is "
            "never cut: such a conversation is left, and run refuses that user while it lasts.")};
    command.options = {
        {QStringLiteral("action"),
         QStringLiteral("deactivate|force-delete|restore"),
         QStringLiteral("what to do"),
         {}},
        {QStringLiteral("leavers"),
         QStringLiteral("FILE.csv"),
         QStringLiteral("a list of leavers: CSV, or an export of this program"),
         {}},
        {QStringLiteral("clear"),
         QStringLiteral("requeue|disconnect|remove|leave"),
         QStringLiteral("what happens to their conversations; default: leave"),
         {}},
        {QStringLiteral("steps"),
         QStringLiteral("LIST"),
         QStringLiteral(
             "optional steps, with commas between them: all, none, %1; default: those that the profile has "
             "ticked")
             .arg(names.join(QStringLiteral(", "))),
         {}},
        {QStringLiteral("reason"), QStringLiteral("TEXT"), QStringLiteral("why, for the record"), {}},
        {QStringLiteral("ticket"),
         QStringLiteral("TEXT"),
         QStringLiteral("of the ticket system, for the record"),
         {}},
        {QStringLiteral("output"), QStringLiteral("PLAN.json"), QStringLiteral("instead of standard output"),
         QStringLiteral("o")}};
    command.run = runPlan;
    return command;
}

Command approveCommand()
{
    Command command;
    command.name = QStringLiteral("approve");
    command.operands = QStringLiteral("PLAN.json");
    command.fewestOperands = 1;
    command.mostOperands = 1;
    command.summary = QStringLiteral("Say yes to a plan as a second person.");
    command.details = {QStringLiteral(
        "For connections that ask for four eyes (by default: force delete on production). Whoever "
        "approves is signed in with another user than whoever made the plan. The approval is written "
        "into the file, holds for this plan only and expires after eight hours.")};
    command.run = runApprove;
    return command;
}

} // namespace offboarding::cli
