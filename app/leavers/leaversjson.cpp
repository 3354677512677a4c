// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leaversjson.h"

#include "app/leavers/listfaults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <algorithm>
#include <optional>

namespace offboarding {

namespace {

const QStringList &keys()
{
    static const QStringList list{QStringLiteral("id"), QStringLiteral("email"), QStringLiteral("name"),
                                  QStringLiteral("department"), QStringLiteral("division")};
    return list;
}

constexpr qsizetype identifyingKeys = 3; ///< the first ones of keys()

/// The place of a byte, with the characters before it in its line counted.
TextPlace placeOf(const QByteArray &content, qsizetype offset)
{
    const QByteArray before = content.left(offset);
    const auto line = before.count('\n') + 1;
    const QString rest = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1));
    return {line, rest.toUcs4().size() + 1};
}

/// Where each entry of a valid JSON array begins; the parser keeps no places.
QList<TextPlace> entryPlaces(const QByteArray &content)
{
    QList<TextPlace> places;
    TextPlace place;
    int depth = 0;
    bool isInText = false;
    bool isEscaped = false;
    bool isEntryAwaited = false;
    for (const char byte : content) {
        const bool isSpace = byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
        if (isEntryAwaited && !isSpace && byte != ']') {
            places.append(place);
            isEntryAwaited = false;
        }
        if (isInText) {
            isInText = byte != '"' || isEscaped;
            isEscaped = byte == '\\' && !isEscaped;
        } else if (byte == '"') {
            isInText = true;
        } else if (byte == '[' || byte == '{') {
            isEntryAwaited = ++depth == 1;
        } else if (byte == ']' || byte == '}') {
            --depth;
        } else if (byte == ',' && depth == 1) {
            isEntryAwaited = true;
        }
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++place.column; // the bytes that continue a letter do not count
        }
    }
    return places;
}

/// Puts entries into a table, and says why one cannot be taken.
class EntryReader
{
public:
    explicit EntryReader(const CsvLimits &limits) : m_limits(limits) { m_entries.table.setHeader(keys()); }

    bool add(const QJsonValue &value, qint64 line, TextPlace place)
    {
        if (!value.isObject())
            return refuse(ListProblem::NotAnEntry, place);
        QJsonObject object = value.toObject();
        const QJsonValue user = object.value(QLatin1String("user")); // an export of references
        if (user.isObject())
            object = user.toObject();
        QStringList cells;
        for (const QString &key : keys()) {
            const QString cell = object.value(key).toVariant().toString();
            if (cell.size() > m_limits.longestCell)
                return refuse(ListProblem::CellTooLong, place, m_limits.longestCell);
            cells.append(cell);
            m_characters += cell.size();
        }
        if (std::all_of(cells.cbegin(), cells.cbegin() + identifyingKeys,
                        [](const QString &cell) { return cell.trimmed().isEmpty(); })) {
            ++m_entries.blankEntries;
            return true;
        }
        if (m_entries.table.rowCount() >= m_limits.mostRows)
            return refuse(ListProblem::TooManyRows, place, m_limits.mostRows);
        if (m_characters > m_limits.mostCharacters)
            return refuse(ListProblem::TooMuchText, place, m_limits.mostCharacters);
        m_entries.table.appendRow(line, cells);
        return true;
    }

    bool refuse(ListProblem problem, TextPlace place, qint64 limit = 0)
    {
        ListFault fault;
        fault.problem = problem;
        fault.place = place;
        fault.cell = 1;
        fault.limit = limit;
        m_fault = fault;
        return false;
    }

    bool refuseDamage(const QJsonParseError &error, TextPlace place)
    {
        refuse(ListProblem::DamagedJson, place);
        m_fault->subject = error.errorString();
        return false;
    }

    Result<JsonEntries> result(const QString &path)
    {
        if (!m_fault && m_entries.table.rowCount() == 0)
            refuse(m_entries.blankEntries > 0 ? ListProblem::NoKnownColumns : ListProblem::NoRows, {});
        if (m_fault)
            return failure(listError(path, *m_fault));
        return m_entries;
    }

private:
    CsvLimits m_limits;
    JsonEntries m_entries;
    std::optional<ListFault> m_fault;
    qint64 m_characters = 0;
};

} // namespace

Result<JsonEntries> entriesFromJson(const QByteArray &content, const QString &path, const CsvLimits &limits)
{
    EntryReader reader(limits);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (error.error != QJsonParseError::NoError) {
        reader.refuseDamage(error, placeOf(content, error.offset));
        return reader.result(path);
    }
    const QList<TextPlace> places = entryPlaces(content);
    const QJsonArray array = document.array();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const TextPlace place = places.value(i);
        if (!reader.add(array.at(i), place.line, place))
            break;
    }
    return reader.result(path);
}

Result<JsonEntries> entriesFromJsonLines(const QByteArray &content, const QString &path,
                                         const CsvLimits &limits)
{
    EntryReader reader(limits);
    qint64 line = 0;
    for (qsizetype start = 0; start < content.size();) {
        ++line;
        qsizetype end = content.indexOf('\n', start);
        if (end < 0)
            end = content.size();
        const QByteArray text = content.mid(start, end - start);
        start = end + 1;
        if (text.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (error.error != QJsonParseError::NoError) {
            reader.refuseDamage(error, {line, placeOf(text, error.offset).column});
            break;
        }
        const QJsonValue value = document.isObject() ? QJsonValue(document.object()) : QJsonValue();
        if (!reader.add(value, line, {line, 1}))
            break;
    }
    return reader.result(path);
}

} // namespace offboarding
