// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace offboarding::demo {

/// "2026-11-24T15:55:52.123Z"; an empty string for 0 ("not").
QString isoTime(qint64 millisecondsSinceEpoch);
/// Milliseconds since 1970 UTC of an ISO-8601 time; -1 if it is none.
qint64 parsedTime(const QString &text);

/// Writes JSON text front to back. For the one body that is large and asked for often, the users' pages;
/// everything else is small enough for QJsonDocument. The caller opens and closes in the right order.
class JsonWriter
{
public:
    explicit JsonWriter(qsizetype reserve) { m_text.reserve(reserve); }

    void beginObject();
    void endObject() { m_text.append('}'); }
    void beginArray();
    void endArray() { m_text.append(']'); }
    void key(const char *name); ///< plain ASCII without quotes
    void string(QStringView value);
    void number(qint64 value);
    void real(double value);
    void boolean(bool value);
    void member(const char *name, QStringView value);
    void member(const char *name, qint64 value);

    QByteArray take() { return std::move(m_text); }

private:
    void separate();
    QByteArray m_text;
};

} // namespace offboarding::demo
