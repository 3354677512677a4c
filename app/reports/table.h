// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace offboarding {

/// A report as rows of text, ready for CSV. Column keys are stable names, titles may be translated.
struct ReportTable
{
    QStringList columns;
    QList<QStringList> rows;
};

enum class ReportFormat { Csv, Json };

/// RFC 4180: CRLF, quoted where needed, UTF-8 with byte order mark. A cell that a spreadsheet would read as a
/// formula (first character = + - @ tab CR, also after spaces or full-width forms) is prefixed with an
/// apostrophe, except plain numbers.
QByteArray toCsv(const ReportTable &table);
/// The same for programs that read the pipe, without the byte order mark: it would become part of the first
/// column's name.
QByteArray toPlainCsv(const ReportTable &table);

/// Indented JSON, UTF-8.
QByteArray toJson(const QJsonArray &array);
QByteArray toJson(const QJsonObject &object); ///< for a report that is more than a list
/// One compact object per line (JSON Lines), UTF-8, each line ended.
QByteArray toJsonLines(const QJsonArray &array);

/// Written whole or not at all (QSaveFile). Returns the SHA-256 of what was written. Error kind File, place =
/// path. A new file can be read by its owner only; one that is replaced keeps its permissions. Only regular
/// files are replaced.
Result<QByteArray> writeReport(const QString &path, const QByteArray &content);

} // namespace offboarding
