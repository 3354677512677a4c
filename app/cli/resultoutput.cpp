// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resultoutput.h"

#include "app/cli/errortext.h"

#include <QFileInfo>

namespace offboarding::cli {

namespace {

ResultFormat formatOf(const QString &name)
{
    if (name == QLatin1String("json"))
        return ResultFormat::Json;
    if (name == QLatin1String("jsonl"))
        return ResultFormat::JsonLines;
    return name == QLatin1String("xlsx") ? ResultFormat::Spreadsheet : ResultFormat::Csv;
}

QString fileProblem(const QString &file)
{
    if (file.isEmpty())
        return QStringLiteral("-o needs the name of a file.");
    const QFileInfo target(file);
    if (target.isDir())
        return QStringLiteral("-o \"%1\" is a folder.").arg(file);
    if (target.exists() && !target.isFile())
        return QStringLiteral(
                   "-o \"%1\" is not a regular file; without -o the results go to standard output.")
            .arg(file);
    const QFileInfo folder(target.absolutePath());
    if (!folder.isDir())
        return QStringLiteral("-o \"%1\": there is no folder %2.").arg(file, folder.filePath());
    if (!folder.isWritable())
        return QStringLiteral("-o \"%1\": the folder %2 may not be written to.").arg(file, folder.filePath());
    return {};
}

} // namespace

QList<OptionDescription> resultOptions(const QStringList &formats)
{
    return {{QStringLiteral("format"),
             formats.join(QLatin1Char('|')),
             QStringLiteral("default: as the ending of -o FILE says, otherwise csv"),
             {}},
            {QStringLiteral("output"), QStringLiteral("FILE"),
             QStringLiteral("write to FILE, whole or not at all, instead of to standard output"),
             QStringLiteral("o")}};
}

Usage<ResultOutput> resultOutput(const Arguments &arguments, const QStringList &formats)
{
    const QString option = QStringLiteral("output");
    ResultOutput output;
    output.file = arguments.value(option);
    if (arguments.has(option)) {
        const QString problem = fileProblem(output.file);
        if (!problem.isEmpty())
            return wrongUsage(problem);
    }
    const Usage<QString> format = choiceOption(arguments, QStringLiteral("format"), formats);
    if (!format)
        return wrongUsage(format.error());
    const QString ending = QFileInfo(output.file).suffix().toLower();
    const bool isByEnding = !arguments.has(QStringLiteral("format")) && formats.contains(ending);
    output.format = formatOf(isByEnding ? ending : *format);
    return output;
}

Result<QByteArray> toBytes(const Results &results, ResultFormat format)
{
    switch (format) {
    case ResultFormat::Csv:
        return toPlainCsv(results.table);
    case ResultFormat::Json:
        return toJson(results.objects);
    case ResultFormat::JsonLines:
        return toJsonLines(results.objects);
    case ResultFormat::Spreadsheet:
        return toSpreadsheet(results.table, results.kinds, results.sheetName);
    }
    return QByteArray();
}

ExitCode deliver(const Results &results, const ResultOutput &output, Terminal &terminal)
{
    const Result<QByteArray> bytes = toBytes(results, output.format);
    if (!bytes) {
        terminal.message(explained(bytes.error()));
        return ExitCode::Partly;
    }
    return deliver(*bytes, output, terminal);
}

ExitCode deliver(const QByteArray &bytes, const ResultOutput &output, Terminal &terminal)
{
    if (output.file.isEmpty())
        return terminal.write(bytes) == Terminal::Written::Yes ? ExitCode::Done : ExitCode::Partly;
    const Result<QByteArray> written = writeReport(output.file, bytes);
    if (!written) {
        terminal.message(explained(written.error()));
        return ExitCode::Partly;
    }
    return ExitCode::Done;
}

} // namespace offboarding::cli
