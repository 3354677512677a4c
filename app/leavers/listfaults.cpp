// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/listfaults.h"

#include "app/leavers/leaverslist.h"

#include <QRegularExpression>

namespace offboarding {

namespace {

constexpr qsizetype longestSubject = 80;

QString sentence(const ListFault &fault)
{
    const QString cell = QString::number(fault.cell);
    const QString limit = QString::number(fault.limit);
    switch (fault.problem) {
    case ListProblem::Empty:
        return QStringLiteral("The file is empty: there is no header and nobody below it.");
    case ListProblem::NoHeader:
        return QStringLiteral("The first line must name the columns (for instance id, email, name), but "
                              "it lists somebody already: \"%1\". Put a header above it.")
            .arg(fault.subject.left(longestSubject));
    case ListProblem::NoRows:
        return QStringLiteral("There is a header, but nobody below it.");
    case ListProblem::DuplicateHeader:
        return QStringLiteral("Two columns have the name \"%1\". Give each a name of its own.")
            .arg(fault.subject.left(longestSubject));
    case ListProblem::OpenQuote:
        return QStringLiteral("The quote that opens here is never closed.");
    case ListProblem::QuoteInCell:
        return QStringLiteral("A quote inside cell %1, which does not begin with one. Put the whole cell "
                              "in quotes and double the quotes inside.")
            .arg(cell);
    case ListProblem::TextAfterQuote:
        return QStringLiteral("After the closing quote of cell %1 there is more text. Double the quotes "
                              "that belong to the cell.")
            .arg(cell);
    case ListProblem::MissingCells:
        return QStringLiteral("This row has %1 cells, the header has %2.").arg(cell, limit);
    case ListProblem::ExtraCells:
        return QStringLiteral("This row has more cells than the header, which has %1. A cell with a "
                              "delimiter in it must be in quotes.")
            .arg(limit);
    case ListProblem::NullCharacter:
        return QStringLiteral("There is a NUL character: this is not a text file, or it is damaged.");
    case ListProblem::DamagedText:
        return QStringLiteral("What stands here is no text in the file's encoding. Save the list again "
                              "as CSV in UTF-8.");
    case ListProblem::CellTooLong:
        return QStringLiteral("Cell %1, which begins here, has more than %2 characters. Is a closing "
                              "quote missing?")
            .arg(cell, limit);
    case ListProblem::TooManyCells:
        return QStringLiteral("A row has more than %1 cells.").arg(limit);
    case ListProblem::TooManyRows:
        return QStringLiteral("The list has more than %1 rows. Split it.").arg(limit);
    case ListProblem::TooMuchText:
        return QStringLiteral("The list has more than %1 characters. Leave out the columns that are not "
                              "needed, or split it.")
            .arg(limit);
    case ListProblem::Spreadsheet:
        return QStringLiteral("This is a spreadsheet or a ZIP file. Save the sheet as CSV (UTF-8) and "
                              "import that.");
    case ListProblem::DamagedJson:
        return QStringLiteral("This is not valid JSON: %1.").arg(fault.subject.left(longestSubject));
    case ListProblem::NotAnEntry:
        return QStringLiteral("What stands here is no user: the list must hold JSON objects only.");
    case ListProblem::NoKnownColumns:
        break;
    }
    return QStringLiteral("No entry has an id, an email or a name: this is none of the exports of users.");
}

} // namespace

Error listError(const QString &path, const ListFault &fault)
{
    Error error;
    error.kind = ErrorKind::File;
    error.serverCode = listProblemName(fault.problem);
    error.detail = sentence(fault);
    error.place =
        QStringLiteral("%1 line %2 column %3").arg(path).arg(fault.place.line).arg(fault.place.column);
    return error;
}

Error listFileError(const QString &path, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::File;
    error.detail = detail;
    error.place = path;
    return error;
}

std::optional<TextPlace> textPlaceOf(const Error &error)
{
    static const QRegularExpression pattern(QStringLiteral(" line (\\d+) column (\\d+)\\z"));
    const auto match = pattern.match(error.place);
    if (!match.hasMatch())
        return std::nullopt;
    return TextPlace{match.captured(1).toLongLong(), match.captured(2).toLongLong()};
}

} // namespace offboarding
