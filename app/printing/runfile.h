// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/offboarding/runresult.h"
#include "app/reports/recordedrun.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace offboarding {

/// What a run can be written as.
enum class RunFormat {
    Csv,
    PlainCsv, ///< without a byte order mark, for programs that read a pipe
    Json,
    JsonLines,
    Spreadsheet,
    Page, ///< HTML
    Pdf,
    Pack ///< evidence pack; only of a run with a journal
};

/// By the ending of a file or the name of a format: "csv", "json", "jsonl", "xlsx", "html", "pdf", "zip" or
/// "pack"; empty: none of them.
std::optional<RunFormat> runFormatFromName(const QString &name);

/// A run of a journal as @p format.
Result<QByteArray> runFile(const RecordedRun &recorded, RunFormat format);

/// @p run as @p format. What can be verified later comes from its journal, where it has one. File error for a
/// pack of a run without a journal. Takes seconds for hundreds of users: windows call it in a thread.
Result<QByteArray> runFile(const RunResult &run, RunFormat format);

} // namespace offboarding
