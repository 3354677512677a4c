// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/csvparser.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

constexpr QChar lineFeed(0x0A);
constexpr QChar carriageReturn(0x0D);
constexpr QChar quote(0x22);

bool isBlank(const QStringList &cells)
{
    return std::all_of(cells.cbegin(), cells.cend(),
                       [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

/// An address or an id: no name of a column, but somebody's.
bool looksLikeSomebody(const QString &cell)
{
    static const QRegularExpression address(QStringLiteral(R"(\S@\S+\.\S)"));
    static const QRegularExpression identifier(
        QStringLiteral("\\A[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = cell.trimmed();
    return address.match(text).hasMatch() || identifier.match(text).hasMatch();
}

} // namespace

QString listProblemName(ListProblem problem)
{
    switch (problem) {
    case ListProblem::Empty:
        return QStringLiteral("leavers.empty");
    case ListProblem::NoHeader:
        return QStringLiteral("leavers.no-header");
    case ListProblem::NoRows:
        return QStringLiteral("leavers.no-rows");
    case ListProblem::DuplicateHeader:
        return QStringLiteral("leavers.duplicate-header");
    case ListProblem::OpenQuote:
        return QStringLiteral("leavers.open-quote");
    case ListProblem::QuoteInCell:
        return QStringLiteral("leavers.quote-in-cell");
    case ListProblem::TextAfterQuote:
        return QStringLiteral("leavers.text-after-quote");
    case ListProblem::MissingCells:
        return QStringLiteral("leavers.missing-cells");
    case ListProblem::ExtraCells:
        return QStringLiteral("leavers.extra-cells");
    case ListProblem::NullCharacter:
        return QStringLiteral("leavers.null-character");
    case ListProblem::DamagedText:
        return QStringLiteral("leavers.damaged-text");
    case ListProblem::CellTooLong:
        return QStringLiteral("leavers.cell-too-long");
    case ListProblem::TooManyCells:
        return QStringLiteral("leavers.too-many-cells");
    case ListProblem::TooManyRows:
        return QStringLiteral("leavers.too-many-rows");
    case ListProblem::TooMuchText:
        return QStringLiteral("leavers.too-much-text");
    case ListProblem::Spreadsheet:
        return QStringLiteral("leavers.spreadsheet");
    case ListProblem::DamagedJson:
        return QStringLiteral("leavers.damaged-json");
    case ListProblem::NotAnEntry:
        return QStringLiteral("leavers.not-an-entry");
    case ListProblem::NoKnownColumns:
        break;
    }
    return QStringLiteral("leavers.no-known-columns");
}

CsvParser::CsvParser(QChar delimiter, CsvLimits limits) : m_delimiter(delimiter), m_limits(limits) {}

bool CsvParser::refuse(ListProblem problem, TextPlace place, qint64 limit)
{
    ListFault fault;
    fault.problem = problem;
    fault.place = place;
    fault.cell = static_cast<int>(m_cells.size()) + 1;
    fault.limit = limit;
    m_fault = fault;
    return false;
}

bool CsvParser::feed(QStringView text)
{
    if (m_fault || m_hasEnded)
        return false;
    for (const QChar character : text) {
        if (!take(character))
            return false;
    }
    return true;
}

bool CsvParser::take(QChar character)
{
    if (!checkText(character))
        return false;
    if (character == lineFeed && m_afterReturn) {
        // The second half of a line's end: the line was counted already. Within quotes it is part of the
        // cell.
        m_afterReturn = false;
        return m_state == State::Quoted ? append(character) : true;
    }
    m_afterReturn = false;
    const bool isTaken = m_state == State::Quoted ? takeQuoted(character) : takePlain(character);
    if (isTaken)
        advance(character);
    if (isTaken && m_cells.isEmpty() && m_state == State::CellStart && m_cell.isEmpty())
        startRow();
    return isTaken;
}

bool CsvParser::checkText(QChar character)
{
    // The place moves on with the second half only: a lonely first half stands here, too.
    if (m_afterHighHalf != character.isLowSurrogate())
        return refuse(ListProblem::DamagedText, m_place);
    m_afterHighHalf = character.isHighSurrogate();
    if (character.isNull())
        return refuse(ListProblem::NullCharacter, m_place);
    if (m_expectsDamage && character == QChar(QChar::ReplacementCharacter))
        return refuse(ListProblem::DamagedText, m_place);
    return true;
}

bool CsvParser::takeQuoted(QChar character)
{
    if (character == quote) {
        m_state = State::QuoteInQuoted;
        return true;
    }
    return append(character);
}

bool CsvParser::takePlain(QChar character)
{
    if (character == m_delimiter)
        return endCell();
    if (character == lineFeed || character == carriageReturn)
        return endCell() && endRow();
    if (m_state == State::CellStart)
        m_cellPlace = m_place;
    if (character == quote) {
        if (m_state == State::Bare)
            return refuse(ListProblem::QuoteInCell, m_place);
        const bool isDoubled = m_state == State::QuoteInQuoted;
        m_state = State::Quoted;
        return isDoubled ? append(character) : true;
    }
    if (m_state == State::QuoteInQuoted)
        return refuse(ListProblem::TextAfterQuote, m_place);
    m_state = State::Bare;
    return append(character);
}

bool CsvParser::append(QChar character)
{
    if (m_cell.size() >= m_limits.longestCell)
        return refuse(ListProblem::CellTooLong, m_cellPlace, m_limits.longestCell);
    if (m_table.characterCount() + m_rowCharacters >= m_limits.mostCharacters)
        return refuse(ListProblem::TooMuchText, m_place, m_limits.mostCharacters);
    m_cell += character;
    ++m_rowCharacters;
    return true;
}

void CsvParser::advance(QChar character)
{
    m_afterReturn = character == carriageReturn;
    if (character == lineFeed || character == carriageReturn) {
        ++m_place.line;
        m_place.column = 1;
    } else if (!character.isHighSurrogate()) {
        ++m_place.column; // a pair is one character: it counts with its second half
    }
    if (m_state == State::CellStart)
        m_cellPlace = m_place;
}

void CsvParser::startRow()
{
    m_rowPlace = m_place;
}

bool CsvParser::endCell()
{
    if (m_state == State::CellStart)
        m_cellPlace = m_place; // an empty cell
    if (m_cells.size() >= m_limits.mostCells)
        return refuse(ListProblem::TooManyCells, m_cellPlace, m_limits.mostCells);
    if (m_hasHeader && m_cells.size() == m_table.header().size())
        m_extraPlace = m_cellPlace;
    if (!m_hasHeader)
        m_cellPlaces.append(m_cellPlace);
    m_cells.append(m_cell);
    m_cell.clear();
    m_state = State::CellStart;
    return true;
}

bool CsvParser::endRow()
{
    const QStringList cells = std::exchange(m_cells, {});
    m_rowCharacters = 0;
    if (isBlank(cells)) {
        // The line that a file ends with is no row at all.
        m_blankRows += m_hasHeader && cells.size() > 1 ? 1 : 0;
        m_cellPlaces.clear();
        return true;
    }
    if (!m_hasHeader) {
        m_table.setHeader(cells);
        m_hasHeader = true;
        return acceptHeader();
    }
    const qsizetype columns = m_table.header().size();
    if (cells.size() != columns) {
        const bool isShort = cells.size() < columns;
        refuse(isShort ? ListProblem::MissingCells : ListProblem::ExtraCells,
               isShort ? m_place : m_extraPlace, columns);
        m_fault->cell = static_cast<int>(isShort ? cells.size() : columns + 1);
        return false;
    }
    if (m_table.rowCount() >= m_limits.mostRows) {
        refuse(ListProblem::TooManyRows, m_rowPlace, m_limits.mostRows);
        return false;
    }
    m_table.appendRow(m_rowPlace.line, cells);
    return true;
}

bool CsvParser::acceptHeader()
{
    QHash<QString, qsizetype> columns;
    const QStringList &header = m_table.header();
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString name = header.at(i).trimmed().toCaseFolded();
        const bool isSomebody = looksLikeSomebody(name);
        if (!isSomebody && (name.isEmpty() || !columns.contains(name))) {
            columns.insert(name, i);
            continue;
        }
        refuse(isSomebody ? ListProblem::NoHeader : ListProblem::DuplicateHeader, m_cellPlaces.value(i));
        m_fault->cell = static_cast<int>(i) + 1;
        m_fault->subject = header.at(i).trimmed();
        return false;
    }
    return true;
}

bool CsvParser::end()
{
    if (m_fault || m_hasEnded)
        return !m_fault;
    m_hasEnded = true;
    if (m_afterHighHalf || m_expectsDamage)
        return refuse(ListProblem::DamagedText, m_place);
    if (m_state == State::Quoted)
        return refuse(ListProblem::OpenQuote, m_cellPlace);
    const bool isRowOpen = !m_cells.isEmpty() || m_state != State::CellStart;
    if (isRowOpen && !(endCell() && endRow()))
        return false;
    if (!m_hasHeader)
        return refuse(ListProblem::Empty, {});
    if (m_table.rowCount() == 0)
        return refuse(ListProblem::NoRows, m_place);
    return true;
}

} // namespace offboarding
