// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/recordedrun.h"

#include "app/journal/journalreading.h"
#include "app/offboarding/plandocument.h"
#include "app/reports/evidencepack.h"
#include "app/reports/reports.h"
#include "app/reports/table.h"

#include <QBuffer>
#include <QFile>

namespace offboarding {

Result<RecordedRun> readRecordedRun(const QString &journalPath)
{
    QFile file(journalPath);
    if (!file.open(QIODevice::ReadOnly))
        return failure(journalError(JournalProblem::Missing, journalPath, file.errorString()));
    RecordedRun run;
    run.records = file.readAll();
    QBuffer buffer(&run.records);
    buffer.open(QIODevice::ReadOnly);
    const Result<JournalReading> reading = readJournal(buffer, journalPath);
    if (!reading)
        return failure(reading.error());
    buffer.close();
    const Result<RunHistory> history = readRunHistory(*reading, journalPath);
    if (!history)
        return failure(history.error());
    run.history = *history;
    run.journalHash = QString::fromLatin1(reading->scan.lastHash);
    run.records.truncate(reading->scan.completeBytes);
    return run;
}

RunReport reportOn(const RecordedRun &run, const QDateTime &made, const QString &productVersion)
{
    RunReport report;
    report.run = run.history.result();
    report.planHash = run.history.planHash;
    report.journalHash = run.journalHash;
    report.made = made;
    report.productVersion = productVersion;
    return report;
}

Result<QByteArray> evidencePackOf(const RecordedRun &run, const RunReport &report, const QByteArray &pdf)
{
    QByteArray planText;
    QBuffer buffer(&planText);
    buffer.open(QIODevice::WriteOnly);
    if (!writePlanText(&buffer, run.history.plan))
        return failure(journalError(JournalProblem::TooLarge, QStringLiteral("plan.json"),
                                    QStringLiteral("the plan is too large to be written")));
    EvidencePack pack;
    pack.made = report.made;
    pack.productVersion = report.productVersion;
    pack.runId = report.run.id;
    pack.planHash = report.planHash;
    pack.journalHash = report.journalHash;
    pack.files = {{QString::fromLatin1(evidenceJournalName), run.records},
                  {QStringLiteral("plan.json"), planText},
                  {QStringLiteral("steps.csv"), toCsv(runToTable(report.run))},
                  {QStringLiteral("steps.jsonl"), toJsonLines(runToJson(report.run))},
                  {QStringLiteral("report.html"), runToHtml(report).toUtf8()},
                  {QStringLiteral("report.pdf"), pdf}};
    return toEvidencePack(pack);
}

} // namespace offboarding
