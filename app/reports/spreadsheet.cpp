// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/spreadsheet.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <xlsxwriter.h>

#include <algorithm>
#include <vector>

namespace offboarding {

namespace {

constexpr qsizetype mostRows = LXW_ROW_MAX - 1; // below the titles
constexpr qsizetype longestCell = 32'767;       // of the file format, in UTF-16 units
constexpr int widestColumn = 60;                // characters
constexpr int narrowestColumn = 8;

enum class Kind { Text, Number, Date };

Error sheetError(const QString &detail)
{
    Error error;
    error.kind = ErrorKind::File;
    error.place = QStringLiteral("spreadsheet");
    error.detail = detail;
    return error;
}

/// What a cell can hold: no NUL and nothing that is not a character in XML 1.0; the library escapes the rest.
QByteArray cellText(const QString &text)
{
    QString clean = text.left(longestCell);
    clean.remove(QChar(0));
    for (QChar &character : clean) {
        if (character.unicode() >= 0xFFFE)
            character = QChar(QChar::ReplacementCharacter);
    }
    return clean.toUtf8(); // halves of surrogate pairs become replacement characters
}

class Sheet
{
public:
    Sheet(lxw_workbook *book, lxw_worksheet *sheet) : m_sheet(sheet)
    {
        m_title = workbook_add_format(book);
        format_set_bold(m_title);
        m_date = workbook_add_format(book);
        format_set_num_format(m_date, "yyyy-mm-dd hh:mm:ss");
    }

    bool writeTitle(lxw_col_t column, const QString &text)
    {
        return isWritten(worksheet_write_string(m_sheet, 0, column, cellText(text).constData(), m_title));
    }

    bool write(lxw_row_t row, lxw_col_t column, const QString &text, Kind kind)
    {
        if (text.isEmpty())
            return true;
        if (kind == Kind::Number) {
            bool isNumber = false;
            const int number = text.toInt(&isNumber);
            if (isNumber)
                return isWritten(worksheet_write_number(m_sheet, row, column, number, nullptr));
        }
        if (kind == Kind::Date) {
            const QDateTime date = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
            if (date.isValid() && date.date().year() >= 1900 && date.date().year() <= 9999)
                return writeDate(row, column, date);
        }
        return isWritten(worksheet_write_string(m_sheet, row, column, cellText(text).constData(), nullptr));
    }

    void finish(const ReportTable &table, const std::vector<int> &widths)
    {
        const auto columns = static_cast<lxw_col_t>(table.columns.size());
        for (lxw_col_t column = 0; column < columns; ++column)
            worksheet_set_column(m_sheet, column, column, widths[column], nullptr);
        worksheet_freeze_panes(m_sheet, 1, 0);
        if (columns > 0)
            worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                                 static_cast<lxw_col_t>(columns - 1));
    }

private:
    static bool isWritten(lxw_error error) { return error == LXW_NO_ERROR; }

    bool writeDate(lxw_row_t row, lxw_col_t column, const QDateTime &date)
    {
        lxw_datetime moment{};
        moment.year = date.date().year();
        moment.month = date.date().month();
        moment.day = date.date().day();
        moment.hour = date.time().hour();
        moment.min = date.time().minute();
        moment.sec = date.time().second() + date.time().msec() / 1000.0;
        return isWritten(worksheet_write_datetime(m_sheet, row, column, &moment, m_date));
    }

    lxw_worksheet *m_sheet;
    lxw_format *m_title = nullptr;
    lxw_format *m_date = nullptr;
};

Kind kindOf(const QString &column, const ColumnKinds &kinds)
{
    if (kinds.numbers.contains(column))
        return Kind::Number;
    return kinds.dates.contains(column) ? Kind::Date : Kind::Text;
}

/// Writes all cells; false if one could not be written.
bool fill(Sheet *sheet, const ReportTable &table, const ColumnKinds &kinds)
{
    std::vector<Kind> columnKinds;
    std::vector<int> widths;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        columnKinds.push_back(kindOf(table.columns.at(column), kinds));
        widths.push_back(std::max(narrowestColumn, static_cast<int>(table.columns.at(column).size()) + 3));
        if (!sheet->writeTitle(static_cast<lxw_col_t>(column), table.columns.at(column)))
            return false;
    }
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const QStringList &cells = table.rows.at(row);
        const qsizetype count = std::min(cells.size(), table.columns.size());
        for (qsizetype column = 0; column < count; ++column) {
            const auto index = static_cast<size_t>(column);
            widths[index] =
                std::max(widths[index],
                         static_cast<int>(std::min<qsizetype>(cells.at(column).size() + 2, widestColumn)));
            if (!sheet->write(static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(column),
                              cells.at(column), columnKinds[index]))
                return false;
        }
    }
    sheet->finish(table, widths);
    return true;
}

} // namespace

ColumnKinds userColumnKinds()
{
    return {{QStringLiteral("version"), QStringLiteral("liveConversations")}, {QStringLiteral("lastLogin")}};
}

Result<QByteArray> toSpreadsheet(const ReportTable &table, const ColumnKinds &kinds, const QString &sheetName)
{
    if (table.rows.size() > mostRows)
        return failure(sheetError(
            QStringLiteral("%1 rows are more than a sheet holds (%2)").arg(table.rows.size()).arg(mostRows)));
    // The library of Debian 12 writes to files only. The folder can be entered by its owner only.
    const QTemporaryDir folder;
    if (!folder.isValid())
        return failure(sheetError(folder.errorString()));
    const QString path = folder.filePath(QStringLiteral("sheet.xlsx"));
    const QByteArray encodedPath = QFile::encodeName(path);
    QByteArray encodedFolder = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = encodedFolder.data();
    lxw_workbook *book = workbook_new_opt(encodedPath.constData(), &options);
    if (book == nullptr)
        return failure(sheetError(QStringLiteral("not enough memory")));
    lxw_worksheet *worksheet = workbook_add_worksheet(book, cellText(sheetName).constData());
    bool isFilled = false;
    if (worksheet != nullptr) {
        Sheet sheet(book, worksheet);
        isFilled = fill(&sheet, table, kinds);
    }
    const lxw_error closed = workbook_close(book); // frees it, too
    if (!isFilled || closed != LXW_NO_ERROR)
        return failure(sheetError(QString::fromUtf8(lxw_strerror(closed))));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(sheetError(file.errorString()));
    const QByteArray content = file.readAll();
    if (content.size() != file.size())
        return failure(sheetError(file.errorString()));
    return content;
}

} // namespace offboarding
