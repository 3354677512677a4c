// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/report.h"

#include "app/cli/errortext.h"
#include "app/cli/journaltext.h"
#include "app/cli/resultoutput.h"
#include "app/journal/journalreading.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/resume.h"
#include "app/printing/pdf.h"
#include "app/reports/evidencepack.h"
#include "app/reports/reports.h"
#include "app/reports/runhtml.h"
#include "app/reports/spreadsheet.h"
#include "app/reports/table.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

namespace offboarding::cli {

namespace {

ExitCode told(Terminal &terminal, ExitCode code, const QString &text)
{
    terminal.message(text);
    return code;
}

QStringList formats()
{
    return {QStringLiteral("html"),  QStringLiteral("pdf"),  QStringLiteral("csv"), QStringLiteral("json"),
            QStringLiteral("jsonl"), QStringLiteral("xlsx"), QStringLiteral("pack")};
}

ColumnKinds runColumnKinds()
{
    ColumnKinds kinds;
    kinds.dates = {QStringLiteral("time")};
    return kinds;
}

/// A journal as it was read, and what it tells.
struct JournalFile
{
    QByteArray bytes;
    JournalReading reading;
    RunHistory history;
};

Result<JournalFile> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(journalError(JournalProblem::Missing, path, file.errorString()));
    JournalFile whole;
    whole.bytes = file.readAll();
    QBuffer buffer(&whole.bytes);
    buffer.open(QIODevice::ReadOnly);
    const Result<JournalReading> reading = readJournal(buffer, path);
    if (!reading)
        return failure(reading.error());
    whole.reading = *reading;
    const Result<RunHistory> history = readRunHistory(whole.reading, path);
    if (!history)
        return failure(history.error());
    whole.history = *history;
    return whole;
}

RunReport reportOf(const JournalFile &journal)
{
    RunReport report;
    report.run = journal.history.result();
    report.planHash = journal.history.planHash;
    report.journalHash = QString::fromLatin1(journal.reading.scan.lastHash);
    report.made = QDateTime::currentDateTimeUtc();
    report.productVersion = QStringLiteral(OFFBOARDING_VERSION);
    return report;
}

Result<QByteArray> pdfOf(const RunReport &report)
{
    return toPdf(runToHtml(report), QStringLiteral("Run %1").arg(report.run.id));
}

Result<QByteArray> packOf(const JournalFile &journal, const RunReport &report)
{
    const Result<QByteArray> pdf = pdfOf(report);
    if (!pdf)
        return failure(pdf.error());
    QByteArray planText;
    QBuffer buffer(&planText);
    buffer.open(QIODevice::WriteOnly);
    if (!writePlanText(&buffer, journal.history.plan))
        return failure(journalError(JournalProblem::TooLarge, QStringLiteral("plan.json"),
                                    QStringLiteral("the plan is too large to be written")));
    EvidencePack pack;
    pack.made = report.made;
    pack.productVersion = report.productVersion;
    pack.runId = report.run.id;
    pack.planHash = report.planHash;
    pack.journalHash = report.journalHash;
    // A torn end is no record; the pack holds what is proved.
    const QByteArray records = journal.bytes.left(journal.reading.scan.completeBytes);
    pack.files = {{QString::fromLatin1(evidenceJournalName), records},
                  {QStringLiteral("plan.json"), planText},
                  {QStringLiteral("steps.csv"), toCsv(runToTable(report.run))},
                  {QStringLiteral("steps.jsonl"), toJsonLines(runToJson(report.run))},
                  {QStringLiteral("report.html"), runToHtml(report).toUtf8()},
                  {QStringLiteral("report.pdf"), *pdf}};
    return toEvidencePack(pack);
}

Result<QByteArray> bytesOf(const QString &format, const JournalFile &journal)
{
    const RunReport report = reportOf(journal);
    if (format == QLatin1String("html"))
        return runToHtml(report).toUtf8();
    if (format == QLatin1String("pdf"))
        return pdfOf(report);
    if (format == QLatin1String("pack"))
        return packOf(journal, report);
    if (format == QLatin1String("json"))
        return toJson(runToJson(report.run));
    if (format == QLatin1String("jsonl"))
        return toJsonLines(runToJson(report.run));
    if (format == QLatin1String("xlsx"))
        return toSpreadsheet(runToTable(report.run), runColumnKinds(), QStringLiteral("steps"));
    return toPlainCsv(runToTable(report.run));
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
    const Result<JournalFile> journal = readWhole(path);
    if (!journal)
        co_return told(terminal, exitCodeOfJournal(journal.error()),
                       QStringLiteral("No report can be made of this journal.\n") +
                           technical(journal.error()));
    const Result<QByteArray> bytes = bytesOf(format, *journal);
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
