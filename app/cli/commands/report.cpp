// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/report.h"

#include "app/cli/errortext.h"
#include "app/cli/journaltext.h"
#include "app/cli/resultoutput.h"
#include "app/cli/telling.h"
#include "app/printing/runfile.h"
#include "app/reports/recordedrun.h"
#include "app/reports/table.h"

#include <QFileInfo>

namespace offboarding::cli {

namespace {

QStringList formats()
{
    return {QStringLiteral("html"),  QStringLiteral("pdf"),  QStringLiteral("csv"), QStringLiteral("json"),
            QStringLiteral("jsonl"), QStringLiteral("xlsx"), QStringLiteral("pack")};
}

bool isBinary(const QString &format)
{
    return format == QLatin1String("pdf") || format == QLatin1String("pack") ||
           format == QLatin1String("xlsx");
}

QCoro::Task<ExitCode> runReport(CommandContext context)
{
    Terminal &terminal = context.terminal;
    const Usage<ResultOutput> output = resultOutput(context.arguments, formats());
    if (!output)
        co_return told(terminal, ExitCode::Usage, output.error());
    QString format = context.arguments.value(QStringLiteral("format"));
    if (format.isEmpty()) {
        const QString ending = QFileInfo(output->file).suffix().toLower();
        format = ending == QLatin1String("zip") ? QStringLiteral("pack")
                 : formats().contains(ending)   ? ending
                                                : QStringLiteral("html");
    }
    if (isBinary(format) && output->file.isEmpty() && terminal.isOutputTerminal())
        co_return told(terminal, ExitCode::Usage,
                       QStringLiteral("%1 cannot be shown on a terminal: give -o FILE.").arg(format));
    const QString path = context.arguments.operands.constFirst();
    const Result<RecordedRun> journal = readRecordedRun(path);
    if (!journal)
        co_return told(terminal, exitCodeOfJournal(journal.error()),
                       QStringLiteral("No report can be made of this journal.\n") +
                           technical(journal.error()));
    const RunFormat chosen = runFormatFromName(format).value_or(RunFormat::Page);
    const Result<QByteArray> bytes =
        runFile(*journal, chosen == RunFormat::Csv ? RunFormat::PlainCsv : chosen);
    if (!bytes)
        co_return told(terminal, ExitCode::Partly, explained(bytes.error()));
    if (!journal->history.hasEnded)
        terminal.note(QStringLiteral("the run in %1 has not come to its end; the report says so").arg(path));
    if (output->file.isEmpty())
        co_return terminal.write(*bytes) == Terminal::Written::Yes ? ExitCode::Done : ExitCode::Partly;
    const Result<QByteArray> written = writeReport(output->file, *bytes);
    if (!written)
        co_return told(terminal, ExitCode::Partly, explained(written.error()));
    co_return ExitCode::Done;
}

} // namespace

Command reportCommand()
{
    Command command;
    command.name = QStringLiteral("report");
    command.operands = QStringLiteral("JOURNAL");
    command.fewestOperands = 1;
    command.mostOperands = 1;
    command.usesConnection = false;
    command.summary = QStringLiteral("Make a report or an evidence pack of a run's journal.");
    command.details = {
        QStringLiteral(
            "html and pdf show the run as a bar and each user's steps as a timeline; csv, json, jsonl and "
            "xlsx have one row per step. pack is a ZIP file with all of that, the plan and the journal, "
            "with a manifest; offboardctl verify tells whether a single byte of it was changed."),
        QStringLiteral("A journal that was altered makes no report (exit status 6).")};
    command.options = {{QStringLiteral("format"),
                        formats().join(QLatin1Char('|')),
                        QStringLiteral("default: as the ending of -o FILE says (.zip: pack), otherwise html"),
                        {}},
                       {QStringLiteral("output"), QStringLiteral("FILE"),
                        QStringLiteral("write to FILE, whole or not at all, instead of to standard output"),
                        QStringLiteral("o")}};
    command.run = runReport;
    return command;
}

} // namespace offboarding::cli
