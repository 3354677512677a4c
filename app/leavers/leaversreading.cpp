// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leaversjson.h"
#include "app/leavers/leaverslist.h"
#include "app/leavers/listfaults.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace offboarding {

namespace {

constexpr qint64 pieceSize = 64 * 1024;
constexpr qint64 mostBytes = 64LL * 1024 * 1024;

constexpr std::array<char16_t, 3> delimiters{u',', u';', u'\t'};

/// The cells of the first line that is not blank, as @p delimiter would part them.
QStringList firstCells(QStringView start, QChar delimiter)
{
    QStringList cells;
    QString cell;
    bool isQuoted = false;
    for (const QChar character : start) {
        const bool isLineEnd = character == QLatin1Char('\n') || character == QLatin1Char('\r');
        if (character == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (isQuoted) {
            cell += character;
        } else if (character == delimiter) {
            cells.append(cell);
            cell.clear();
        } else if (isLineEnd && (!cells.isEmpty() || !cell.trimmed().isEmpty())) {
            break;
        } else if (!isLineEnd) {
            cell += character;
        }
    }
    cells.append(cell);
    return cells;
}

/// The delimiter under which most headings are known; among equals the one that parts the line most often.
QChar detectedDelimiter(QStringView start)
{
    QChar best(delimiters.front());
    std::pair<qsizetype, qsizetype> bestScore{-1, -1};
    for (const char16_t candidate : delimiters) {
        const QStringList cells = firstCells(start, QChar(candidate));
        QList<LeaverField> ambiguous;
        const LeaverColumns columns = recognisedColumns(cells, &ambiguous);
        const auto known = std::count_if(columns.columns.cbegin(), columns.columns.cend(),
                                         [](int column) { return column >= 0; });
        const std::pair<qsizetype, qsizetype> score{known + ambiguous.size(), cells.size()};
        if (score > bestScore) {
            best = QChar(candidate);
            bestScore = score;
        }
    }
    return best;
}

/// Excel's own first line, "sep=;", which names the delimiter and is no header.
std::optional<QChar> namedDelimiter(QStringView start)
{
    const bool isNamed =
        start.size() > 4 && start.startsWith(QLatin1String("sep="), Qt::CaseInsensitive) &&
        std::find(delimiters.cbegin(), delimiters.cend(), start.at(4).unicode()) != delimiters.cend();
    const QChar after = start.size() > 5 ? start.at(5) : QChar(u'\n');
    if (!isNamed || (after != QLatin1Char('\n') && after != QLatin1Char('\r')))
        return std::nullopt;
    return start.at(4);
}

class ListReader
{
public:
    ListReader(const QString &path, const CsvLimits &limits) : m_limits(limits), m_file(path)
    {
        m_list.path = path;
    }

    Result<LeaversList> read()
    {
        const QFileInfo info(m_file);
        if (!info.exists())
            return failure(listFileError(m_list.path, QStringLiteral("there is no such file")));
        // A pipe or a device could make the reader wait for ever.
        if (!info.isFile())
            return failure(listFileError(m_list.path, QStringLiteral("not a regular file")));
        if (!m_file.open(QIODevice::ReadOnly))
            return failure(listFileError(m_list.path, m_file.errorString()));
        const QByteArray start = m_file.peek(pieceSize);
        if (start.startsWith("PK\x03\x04"))
            return refused(ListProblem::Spreadsheet);
        const EncodingGuess guess = guessEncoding(start);
        m_list.encoding = guess.encoding;
        m_list.hasMark = guess.markBytes > 0;
        m_list.isUtf16Guessed = !m_list.hasMark && guess.encoding != TextEncoding::Utf8;
        const QByteArray text = start.mid(guess.markBytes).trimmed();
        const bool isNamedCsv = m_list.path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
        if (guess.encoding == TextEncoding::Utf8 && !isNamedCsv &&
            (text.startsWith('[') || text.startsWith('{')))
            return readJson(guess.markBytes, text.startsWith('['));
        Result<bool> isText = readCsv(guess.markBytes);
        if (isText && !*isText) {
            m_list.encoding = TextEncoding::Windows1252;
            isText = readCsv(0);
        }
        if (!isText)
            return failure(isText.error());
        m_list.columns = recognisedColumns(m_list.table.header(), &m_list.ambiguous);
        return m_list;
    }

private:
    tl::unexpected<Error> refused(ListProblem problem) const
    {
        ListFault fault;
        fault.problem = problem;
        return failure(listError(m_list.path, fault));
    }

    Error tooMuch(TextPlace place) const
    {
        ListFault fault;
        fault.problem = ListProblem::TooMuchText;
        fault.place = place;
        fault.limit = mostBytes;
        return listError(m_list.path, fault);
    }

    /// False: it is not UTF-8, and does not claim to be; it has to be read again as something else.
    Result<bool> readCsv(int markBytes)
    {
        const bool mayBeOther = m_list.encoding == TextEncoding::Utf8 && !m_list.hasMark;
        TextDecoder decoder(m_list.encoding);
        std::optional<CsvParser> parser;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!m_file.seek(0))
            return failure(listFileError(m_list.path, m_file.errorString()));
        qsizetype skipped = markBytes;
        qint64 bytes = 0;
        while (!m_file.atEnd()) {
            const QByteArray piece = m_file.read(pieceSize);
            if (piece.isEmpty())
                break;
            hash.addData(piece);
            QString text = decoder.decode(QByteArrayView(piece).sliced(skipped));
            skipped = 0;
            if (decoder.isBroken() && mayBeOther)
                return false;
            if (!parser)
                parser.emplace(begin(&text), m_limits);
            if (decoder.isBroken())
                parser->expectDamage();
            if (!parser->feed(text))
                return failure(listError(m_list.path, *parser->fault()));
            bytes += piece.size();
            if (bytes > mostBytes)
                return failure(tooMuch(parser->place()));
        }
        if (m_file.error() != QFileDevice::NoError)
            return failure(listFileError(m_list.path, m_file.errorString()));
        decoder.end();
        if (decoder.isBroken() && mayBeOther)
            return false;
        if (!parser)
            parser.emplace(QLatin1Char(','), m_limits);
        if (decoder.isBroken())
            parser->expectDamage();
        if (!parser->end())
            return failure(listError(m_list.path, *parser->fault()));
        m_list.table = parser->table();
        m_list.blankRows = parser->blankRows();
        m_list.digest = hash.result().toHex();
        return true;
    }

    /// Finds the delimiter in the first piece; blanks out Excel's line, so that places stay right.
    QChar begin(QString *text)
    {
        if (const std::optional<QChar> named = namedDelimiter(*text)) {
            m_list.delimiter = *named;
            text->remove(0, 5);
        } else {
            m_list.delimiter = detectedDelimiter(*text);
        }
        return m_list.delimiter;
    }

    Result<LeaversList> readJson(int markBytes, bool isArray)
    {
        if (m_file.size() > mostBytes)
            return failure(tooMuch({}));
        const QByteArray content = m_file.read(mostBytes + 1);
        if (m_file.error() != QFileDevice::NoError)
            return failure(listFileError(m_list.path, m_file.errorString()));
        m_list.kind = isArray ? ListKind::Json : ListKind::JsonLines;
        const QByteArray text = content.mid(markBytes);
        Result<JsonEntries> entries = isArray ? entriesFromJson(text, m_list.path, m_limits)
                                              : entriesFromJsonLines(text, m_list.path, m_limits);
        if (!entries)
            return failure(entries.error());
        m_list.table = entries->table;
        m_list.blankRows = entries->blankEntries;
        m_list.columns = recognisedColumns(m_list.table.header());
        m_list.digest = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        return m_list;
    }

    CsvLimits m_limits;
    QFile m_file;
    LeaversList m_list;
};

} // namespace

Result<LeaversList> readLeavers(const QString &path, const CsvLimits &limits)
{
    return ListReader(path, limits).read();
}

} // namespace offboarding
