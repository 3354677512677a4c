// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/leavers/leaverstable.h"

#include <QChar>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace offboarding {

/// A place in a text file as editors count: lines from 1, and in a line the characters (Unicode code points,
/// a tab is one) from 1. The byte order mark does not count; CR, LF and CRLF each end a line, within quotes
/// too.
struct TextPlace
{
    qint64 line = 1;
    qint64 column = 1;

    bool operator==(const TextPlace &other) const = default;
};

/// What a list is refused for. The names are stable: Error::serverCode of the refusal.
enum class ListProblem {
    Empty,           ///< nothing but white space
    NoHeader,        ///< the first line names no columns, it lists somebody already
    NoRows,          ///< a header, and nobody below it
    DuplicateHeader, ///< two columns have the same name; place: the second one
    OpenQuote,       ///< a quote that is never closed; place: the quote
    QuoteInCell,     ///< a quote in a cell that does not begin with one
    TextAfterQuote,  ///< something other than a delimiter after the closing quote
    MissingCells,    ///< a row with fewer cells than the header; place: its end
    ExtraCells,      ///< a row with more cells than the header; place: the first one too many
    NullCharacter,   ///< a NUL: no text file
    DamagedText,     ///< bytes that are no text in the file's encoding
    CellTooLong,     ///< place: the beginning of the cell
    TooManyCells,    ///< more columns than CsvLimits::mostCells
    TooManyRows,     ///< place: the first row too many
    TooMuchText,     ///< more characters than are kept
    Spreadsheet,     ///< a workbook (or another ZIP file) instead of a text file
    DamagedJson,     ///< place: where the parser gave up
    NotAnEntry,      ///< a JSON value that is no object
    NoKnownColumns   ///< JSON objects that are none of this program's exports
};
QString listProblemName(ListProblem problem); ///< "leavers.open-quote", …

struct ListFault
{
    ListProblem problem = ListProblem::Empty;
    TextPlace place;
    int cell = 0;    ///< number of the cell in its row, from 1; 0: says nothing
    QString subject; ///< the duplicated name; hostile plain text
    qint64 limit = 0;
};

/// Bounds of a list, so that a hostile or mistaken file costs neither memory nor time.
struct CsvLimits
{
    int mostRows = 20'000;                     ///< without the header; more than any run may hold
    int mostCells = 500;                       ///< of a row
    int longestCell = 32'767;                  ///< characters: the longest cell of a spreadsheet
    qint64 mostCharacters = 8LL * 1024 * 1024; ///< of all cells together
};

/// Reads RFC 4180 text piece by piece, strictly: what cannot be read without guessing is refused, for a guess
/// could shift somebody else's address into a row. Blank rows are left out and counted.
///
/// Written here because neither Qt nor Debian's libraries have a reader that works on pieces, keeps line and
/// column, and is bounded.
class CsvParser
{
public:
    explicit CsvParser(QChar delimiter, CsvLimits limits = {});

    /// False: nothing more is read, see fault(). Pieces may end anywhere, between a CR and its LF too.
    bool feed(QStringView text);
    bool end(); ///< after the last piece
    /// From now on U+FFFD is the trace of bytes that are no text, and refused.
    void expectDamage() { m_expectsDamage = true; }

    const std::optional<ListFault> &fault() const { return m_fault; }
    const LeaversTable &table() const { return m_table; }
    int blankRows() const { return m_blankRows; }
    TextPlace place() const { return m_place; } ///< of the next character

private:
    enum class State { CellStart, Bare, Quoted, QuoteInQuoted };

    bool take(QChar character);
    bool takePlain(QChar character);
    bool takeQuoted(QChar character);
    bool checkText(QChar character);
    bool append(QChar character);
    bool endCell();
    bool endRow();
    bool acceptHeader();
    void advance(QChar character);
    void startRow();
    bool refuse(ListProblem problem, TextPlace place, qint64 limit = 0);

    QChar m_delimiter;
    CsvLimits m_limits;
    LeaversTable m_table;
    std::optional<ListFault> m_fault;
    State m_state = State::CellStart;
    TextPlace m_place;
    TextPlace m_rowPlace;
    TextPlace m_cellPlace;
    QList<TextPlace> m_cellPlaces; ///< of the header
    TextPlace m_extraPlace;
    QString m_cell;
    QStringList m_cells;
    qint64 m_rowCharacters = 0;
    int m_extraCells = 0;
    int m_blankRows = 0;
    bool m_hasHeader = false;
    bool m_afterReturn = false;   ///< a LF now belongs to the CR before it
    bool m_afterHighHalf = false; ///< the second half of a surrogate pair must follow
    bool m_expectsDamage = false;
    bool m_hasEnded = false;
};

} // namespace offboarding
