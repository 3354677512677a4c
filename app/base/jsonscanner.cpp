// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jsonscanner.h"

#include <QStringList>

namespace offboarding {

namespace {

/// Walks over well-formed JSON and notices where it is not; knows brackets, strings and separators only.
class Scanner
{
public:
    Scanner(const QByteArray &json, qsizetype offset) : m_json(json), m_at(offset) {}

    qsizetype position() const { return m_at; }

    void skipBlanks()
    {
        while (m_at < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json.at(m_at)))
            ++m_at;
    }

    bool take(char wanted)
    {
        skipBlanks();
        if (m_at >= m_json.size() || m_json.at(m_at) != wanted)
            return false;
        ++m_at;
        return true;
    }

    bool skipString()
    {
        if (!take('"'))
            return false;
        for (; m_at < m_json.size(); ++m_at) {
            if (m_json.at(m_at) == '\\')
                ++m_at;
            else if (m_json.at(m_at) == '"') {
                ++m_at;
                return true;
            }
        }
        return false;
    }

    bool skipValue(JsonSpan *span)
    {
        skipBlanks();
        span->begin = m_at;
        int depth = 0;
        do {
            skipBlanks();
            if (m_at >= m_json.size())
                return false;
            const char character = m_json.at(m_at);
            if (character == '"') {
                if (!skipString())
                    return false;
            } else if (character == '{' || character == '[') {
                ++depth;
                ++m_at;
            } else if (character == '}' || character == ']') {
                --depth;
                ++m_at;
            } else if (character == ',' || character == ':') {
                if (depth == 0)
                    return false;
                ++m_at;
            } else {
                while (m_at < m_json.size() && !QByteArrayView(" \t\r\n,:{}[]\"").contains(m_json.at(m_at)))
                    ++m_at;
            }
        } while (depth > 0);
        span->end = m_at;
        return depth == 0;
    }

private:
    const QByteArray &m_json;
    qsizetype m_at = 0;
};

} // namespace

std::optional<QList<JsonMember>> jsonMembers(const QByteArray &json, qsizetype offset, qsizetype *end)
{
    QList<JsonMember> members;
    Scanner scanner(json, offset);
    if (!scanner.take('{'))
        return std::nullopt;
    if (!scanner.take('}')) {
        do {
            JsonMember member;
            scanner.skipBlanks();
            const qsizetype begin = scanner.position() + 1;
            if (!scanner.skipString())
                return std::nullopt;
            member.key = json.mid(begin, scanner.position() - 1 - begin);
            if (!scanner.take(':') || !scanner.skipValue(&member.value))
                return std::nullopt;
            members.append(member);
        } while (scanner.take(','));
        if (!scanner.take('}'))
            return std::nullopt;
    }
    if (end != nullptr)
        *end = scanner.position();
    return members;
}

std::optional<QList<JsonSpan>> jsonEntries(const QByteArray &json, qsizetype offset)
{
    QList<JsonSpan> entries;
    Scanner scanner(json, offset);
    if (!scanner.take('['))
        return std::nullopt;
    if (scanner.take(']'))
        return entries;
    do {
        JsonSpan span;
        if (!scanner.skipValue(&span))
            return std::nullopt;
        entries.append(span);
    } while (scanner.take(','));
    return scanner.take(']') ? std::optional(entries) : std::nullopt;
}

qsizetype jsonOffset(const QByteArray &json, const QString &path)
{
    Scanner start(json, 0);
    start.skipBlanks();
    qsizetype offset = start.position();
    // "a[2].b" is the parts "a", "2]" and "b".
    QString parts = path;
    parts.replace(QLatin1Char('['), QStringLiteral("."));
    const QStringList names = parts.split(QLatin1Char('.'), Qt::SkipEmptyParts);
    for (const QString &name : names) {
        bool isFound = false;
        if (name.endsWith(QLatin1Char(']'))) {
            const std::optional<QList<JsonSpan>> entries = jsonEntries(json, offset);
            const int index = name.chopped(1).toInt();
            if (entries && index >= 0 && index < entries->size()) {
                offset = entries->at(index).begin;
                isFound = true;
            }
        } else if (const std::optional<QList<JsonMember>> members = jsonMembers(json, offset)) {
            for (const JsonMember &member : *members) {
                if (!isFound && QString::fromUtf8(member.key) == name) {
                    offset = member.value.begin;
                    isFound = true;
                }
            }
        }
        if (!isFound)
            break;
    }
    return offset;
}

qsizetype jsonMemberCount(QByteArrayView json)
{
    qsizetype count = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (isInString && json.at(i) == '\\')
            ++i;
        else if (json.at(i) == '"')
            isInString = !isInString;
        else if (!isInString && json.at(i) == ':')
            ++count;
    }
    return count;
}

} // namespace offboarding
