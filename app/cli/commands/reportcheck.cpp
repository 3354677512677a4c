// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/reportcheck.h"

#include "app/cli/errortext.h"
#include "app/cli/session.h"
#include "app/cli/userarguments.h"
#include "app/reports/reportcheck.h"

#include <algorithm>

namespace offboarding::cli {

namespace {

constexpr qint64 longestWaitSeconds = 3600;

QStringList formats()
{
    return {QStringLiteral("csv"), QStringLiteral("json")};
}

/// What is always so, and no fault of this reading.
bool isUnavoidable(const UnreadableDefinition &unreadable)
{
    return unreadable.why == UnreadableDefinition::Why::NoApi;
}

QString identityOf(const ReportCheckReading &reading, const QString &userId)
{
    for (const User &user : reading.users) {
        if (user.id == userId)
            return user.identity();
    }
    return userId;
}

QString indexText(const ReportCheckReading &reading, const IndexReading &index)
{
    const QString who = identityOf(reading, index.userId);
    if (index.state == IndexState::Behind)
        return QStringLiteral("The search index is still behind for %1: looked %2 times in %3 seconds. "
                              "Lists and reports that use it show an older state; check again later.")
            .arg(who)
            .arg(index.attempts)
            .arg(index.elapsedMilliseconds / 1000);
    return QStringLiteral("Whether the search index has caught up with %1 is not known.\n").arg(who) +
           (index.error ? explained(*index.error) : QString());
}

QString sourceText(const SourceReading &source)
{
    return QStringLiteral("%1 could not be read completely (%2): how many show a user is not known.\n")
               .arg(source.name, sourceStatusName(source.status)) +
           (source.error ? explained(*source.error) : QString());
}

QString unreadableText(const UnreadableDefinition &unreadable)
{
    const QString count = unreadable.count > 0 ? QString::number(unreadable.count) : QStringLiteral("some");
    return QStringLiteral("Not looked into: %1 of kind %2 (%3). %4")
        .arg(count, reportDefinitionKindName(unreadable.kind), unreadableReasonName(unreadable.why),
             unreadable.detail)
        .trimmed();
}

void tellProblems(const ReportCheckReading &reading, Terminal &terminal)
{
    for (const IndexReading &index : reading.index) {
        if (index.state != IndexState::Agrees)
            terminal.message(indexText(reading, index));
    }
    for (const SourceReading &source : reading.sources) {
        if (source.status != SourceStatus::Fresh)
            terminal.message(sourceText(source));
    }
    for (const UnreadableDefinition &unreadable : reading.unreadable) {
        if (!isUnavoidable(unreadable))
            terminal.message(unreadableText(unreadable));
    }
}

QCoro::Task<ExitCode> runReportCheck(CommandContext context)
{
    const Usage<ReportCheckOptions> options = reportCheckOptions(context.arguments);
    if (!options) {
        context.terminal.message(options.error());
        co_return ExitCode::Usage;
    }
    Session session(context);
    const ExitCode opened = co_await session.open();
    if (opened != ExitCode::Done)
        co_return opened;
    session.api().setReadOnly(true);
    const UserChoice choice = co_await chooseUsers(context, &session.api());
    if (choice.code != ExitCode::Done)
        co_return choice.code;

    ReportChecker checker(session.api());
    IndexPatience patience;
    patience.longestMilliseconds = static_cast<int>(options->waitSeconds * 1000);
    checker.setPatience(patience);
    Terminal *const terminal = &context.terminal;
    QObject::connect(&checker, &ReportChecker::progressChanged, &checker, [terminal](int done, int total) {
        terminal->progress(QStringLiteral("Sources and users checked"), done, total);
    });
    QObject::connect(&context.stop, &StopSignal::requested, &checker, &ReportChecker::stop);
    const ReportCheckReading reading = co_await checker.read(choice.users);
    terminal->clearProgress();
    if (context.stop.isRequested()) {
        terminal->message(QStringLiteral("Stopped before everything was read; nothing was written."));
        co_return ExitCode::Stopped;
    }

    // What could not be read stands in the results as such, so they can be kept in a file all the same.
    const QByteArray bytes = options->output.format == ResultFormat::Json
                                 ? toJson(reportCheckToJson(reading))
                                 : toPlainCsv(reportCheckToTable(reading));
    const ExitCode delivered = deliver(bytes, options->output, *terminal);
    tellProblems(reading, *terminal);
    if (delivered != ExitCode::Done)
        co_return delivered;
    if (!options->output.file.isEmpty())
        terminal->message(QStringLiteral("%1 finding(s) written to %2.")
                              .arg(reportFindings(reading).size())
                              .arg(options->output.file));
    co_return reportCheckCode(reading);
}

} // namespace

Usage<ReportCheckOptions> reportCheckOptions(const Arguments &arguments)
{
    ReportCheckOptions options;
    const Usage<qint64> wait =
        numberOption(arguments, QStringLiteral("wait"), 0, longestWaitSeconds, options.waitSeconds);
    if (!wait)
        return wrongUsage(wait.error());
    options.waitSeconds = *wait;
    const Usage<ResultOutput> output = resultOutput(arguments, formats());
    if (!output)
        return wrongUsage(output.error());
    options.output = *output;
    return options;
}

ExitCode reportCheckCode(const ReportCheckReading &reading)
{
    const bool isIndexed =
        std::all_of(reading.index.cbegin(), reading.index.cend(),
                    [](const IndexReading &index) { return index.state == IndexState::Agrees; });
    const bool isLookedInto =
        std::all_of(reading.unreadable.cbegin(), reading.unreadable.cend(), isUnavoidable);
    if (isIndexed && isLookedInto && reading.isComplete())
        return ExitCode::Done;
    const bool isForbidden =
        !reading.sources.isEmpty() &&
        std::all_of(reading.sources.cbegin(), reading.sources.cend(), [](const SourceReading &source) {
            return source.error && exitCodeOf(*source.error) == ExitCode::NotPermitted;
        });
    return isForbidden ? ExitCode::NotPermitted : ExitCode::Partly;
}

Command reportCheckCommand()
{
    Command command;
    command.name = QStringLiteral("report-check");
    command.operands = QStringLiteral("USER…");
    command.fewestOperands = 1;
    command.mostOperands = mostUserOperands;
    command.summary =
        QStringLiteral("Tell why reports may still show users: the search index, and report definitions.");
    command.details = {
        QStringLiteral("USER is an id or an e-mail address. Nothing is changed."),
        QStringLiteral(
            "The state that a direct read reports is looked up in the search index until both agree, at "
            "most for --wait seconds. Report exports, dashboards and alert rules are listed that name a "
            "user, or that do not exclude inactive users, each with its owner and what to change. What "
            "cannot be read is listed as such, never left out; exports of other people have no API at "
            "all."),
        QStringLiteral(
            "Exit status: 0 if everything that can be listed was read and the index agrees, whatever was "
            "found; 1 if the index is behind or something could not be read; 3 if no definition may be "
            "read.")};
    command.options = {
        {QStringLiteral("wait"),
         QStringLiteral("SECONDS"),
         QStringLiteral("how long the search index is given to catch up; default: 180, 0: one look"),
         {}}};
    command.options += resultOptions(formats());
    command.run = runReportCheck;
    return command;
}

} // namespace offboarding::cli
