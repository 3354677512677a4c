// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/table.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

namespace offboarding {

namespace {

/// Spreadsheets evaluate a cell whose first visible character is one of these; the full-width and small forms
/// and the minus sign too, since some editions fold them.
bool startsFormula(const QString &cell)
{
    static const QString starters =
        QStringLiteral("=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212");
    for (const QChar character : cell) {
        if (starters.contains(character))
            return true;
        const bool isInvisible = character.isSpace() || character.category() == QChar::Other_Format ||
                                 character.category() == QChar::Other_Control;
        if (!isInvisible)
            return false;
    }
    return false;
}

bool isPlainNumber(const QString &cell)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\A-?\d{1,15}(\.\d{1,15})?\z)"));
    return pattern.match(cell).hasMatch();
}

QByteArray csvCell(const QString &cell)
{
    QString text = startsFormula(cell) && !isPlainNumber(cell) ? QLatin1Char('\'') + cell : cell;
    text.remove(QChar(0));
    const bool needsQuotes = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) ||
                             text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r')) ||
                             text.contains(QLatin1Char(';')) || text.contains(QLatin1Char('\t')) ||
                             text.startsWith(QLatin1Char(' ')) || text.endsWith(QLatin1Char(' '));
    if (!needsQuotes)
        return text.toUtf8();
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return '"' + text.toUtf8() + '"';
}

void appendRow(const QStringList &cells, QByteArray *csv)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            *csv += ',';
        *csv += csvCell(cells.at(i));
    }
    *csv += "\r\n";
}

} // namespace

QByteArray toCsv(const ReportTable &table)
{
    return "\xEF\xBB\xBF" + toPlainCsv(table);
}

QByteArray toPlainCsv(const ReportTable &table)
{
    QByteArray csv;
    appendRow(table.columns, &csv);
    for (const QStringList &row : table.rows)
        appendRow(row, &csv);
    return csv;
}

QByteArray toJson(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QByteArray toJsonLines(const QJsonArray &array)
{
    QByteArray lines;
    for (const QJsonValue &value : array)
        lines += QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact) + '\n';
    return lines;
}

Result<QByteArray> writeReport(const QString &path, const QByteArray &content)
{
    const auto fileError = [&path](const QString &detail) {
        Error error;
        error.kind = ErrorKind::File;
        error.place = path;
        error.detail = detail;
        return failure(error);
    };
    const QFileInfo target(path);
    // What is renamed over a device, a pipe or a socket replaces it.
    if (target.exists() && !target.isFile())
        return fileError(QStringLiteral("not a regular file"));
    QSaveFile file(path);
    // Without a temporary file beside the target nothing could be taken back; so no direct writing as a
    // fallback.
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(file.errorString());
    // Reports hold names and addresses: for others to read only if the admin made the file so before.
    if (!target.exists() && !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fileError(file.errorString());
    if (file.write(content) != content.size()) {
        const QString detail = file.errorString();
        file.cancelWriting();
        return fileError(detail);
    }
    if (!file.commit())
        return fileError(file.errorString());
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

} // namespace offboarding
