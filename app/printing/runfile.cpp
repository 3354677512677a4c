// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/runfile.h"

#include "app/offboarding/plandocument.h"
#include "app/printing/pdf.h"
#include "app/reports/reports.h"
#include "app/reports/runhtml.h"
#include "app/reports/spreadsheet.h"
#include "app/reports/table.h"

#include <QDateTime>
#include <QHash>

namespace offboarding {

namespace {

RunReport reportWithoutJournal(const RunResult &run)
{
    RunReport report;
    report.run = run;
    report.planHash = planHash(run.plan);
    report.made = QDateTime::currentDateTimeUtc();
    report.productVersion = QStringLiteral(OFFBOARDING_VERSION);
    return report;
}

Result<QByteArray> fileOf(const RunReport &report, const RecordedRun *recorded, RunFormat format)
{
    const auto pdf = [&report] {
        return toPdf(runToHtml(report), QStringLiteral("Run %1").arg(report.run.id));
    };
    switch (format) {
    case RunFormat::Csv:
        return toCsv(runToTable(report.run));
    case RunFormat::PlainCsv:
        return toPlainCsv(runToTable(report.run));
    case RunFormat::Json:
        return toJson(runToJson(report.run));
    case RunFormat::JsonLines:
        return toJsonLines(runToJson(report.run));
    case RunFormat::Spreadsheet: {
        ColumnKinds kinds;
        kinds.dates = {QStringLiteral("time")};
        return toSpreadsheet(runToTable(report.run), kinds, QStringLiteral("steps"));
    }
    case RunFormat::Page:
        return runToHtml(report).toUtf8();
    case RunFormat::Pdf:
        return pdf();
    case RunFormat::Pack:
        break;
    }
    if (recorded == nullptr) {
        Error error;
        error.kind = ErrorKind::File;
        error.place = report.run.id;
        error.detail = QStringLiteral("a run without a journal has no evidence that could be verified");
        return failure(error);
    }
    const Result<QByteArray> printed = pdf();
    return printed ? evidencePackOf(*recorded, report, *printed) : printed;
}

} // namespace

std::optional<RunFormat> runFormatFromName(const QString &name)
{
    static const QHash<QString, RunFormat> formats{
        {QStringLiteral("csv"), RunFormat::Csv},         {QStringLiteral("json"), RunFormat::Json},
        {QStringLiteral("jsonl"), RunFormat::JsonLines}, {QStringLiteral("xlsx"), RunFormat::Spreadsheet},
        {QStringLiteral("html"), RunFormat::Page},       {QStringLiteral("pdf"), RunFormat::Pdf},
        {QStringLiteral("zip"), RunFormat::Pack},        {QStringLiteral("pack"), RunFormat::Pack}};
    const auto found = formats.constFind(name.toLower());
    return found == formats.constEnd() ? std::nullopt : std::optional(*found);
}

Result<QByteArray> runFile(const RecordedRun &recorded, RunFormat format)
{
    const RunReport report =
        reportOn(recorded, QDateTime::currentDateTimeUtc(), QStringLiteral(OFFBOARDING_VERSION));
    return fileOf(report, &recorded, format);
}

Result<QByteArray> runFile(const RunResult &run, RunFormat format)
{
    if (run.journal.isEmpty())
        return fileOf(reportWithoutJournal(run), nullptr, format);
    const Result<RecordedRun> recorded = readRecordedRun(run.journal);
    return recorded ? runFile(*recorded, format) : Result<QByteArray>(failure(recorded.error()));
}

} // namespace offboarding
