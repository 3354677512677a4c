// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/offboarding/resume.h"
#include "app/reports/runhtml.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace offboarding {

/// The run of a journal whose chain was verified.
struct RecordedRun
{
    QByteArray records;  ///< the whole records of the journal; a torn end is no record
    QString journalHash; ///< of the last one
    RunHistory history;
};

/// Errors are those of journalProblem().
Result<RecordedRun> readRecordedRun(const QString &journalPath);

RunReport reportOn(const RecordedRun &run, const QDateTime &made, const QString &productVersion);

/// The evidence pack: journal, plan, steps as CSV and JSON Lines, and the report as a page and as @p pdf
/// (app/printing makes it of runToHtml()).
Result<QByteArray> evidencePackOf(const RecordedRun &run, const RunReport &report, const QByteArray &pdf);

} // namespace offboarding
