// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/reports/spreadsheet.h"
#include "app/reports/table.h"

#include <QJsonArray>
#include <QStringList>

namespace offboarding::cli {

enum class ResultFormat { Csv, Json, JsonLines, Spreadsheet };

/// Where the results of a command go, and as what.
struct ResultOutput
{
    ResultFormat format = ResultFormat::Csv;
    QString file; ///< empty: standard output
};

/// --format (one of @p formats: "csv", "json", "jsonl", "xlsx") and -o.
QList<OptionDescription> resultOptions(const QStringList &formats);

/// Without --format the file's ending decides, where it is that of a format; otherwise CSV. Refuses a file in
/// a folder that does not exist, before anything is asked of a server.
Usage<ResultOutput> resultOutput(const Arguments &arguments, const QStringList &formats);

/// The same results in every form.
struct Results
{
    ReportTable table;
    ColumnKinds kinds;
    QJsonArray objects;
    QString sheetName;
};

/// @p results as bytes of @p format. CSV without a byte order mark: programs read it.
Result<QByteArray> toBytes(const Results &results, ResultFormat format);

/// Writes @p results whole or not at all and says so where that is not seen. Done or Partly, after a message;
/// Partly without one if the reader of standard output has gone.
ExitCode deliver(const Results &results, const ResultOutput &output, Terminal &terminal);
/// The same with results that are bytes of output.format already.
ExitCode deliver(const QByteArray &bytes, const ResultOutput &output, Terminal &terminal);

} // namespace offboarding::cli
