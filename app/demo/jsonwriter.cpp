// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jsonwriter.h"

#include <QDateTime>
#include <QLocale>

namespace offboarding::demo {

QString isoTime(qint64 millisecondsSinceEpoch)
{
    if (millisecondsSinceEpoch == 0)
        return {};
    // Howard Hinnant's civil-from-days; QDateTime::toString takes longer than the rest of a user's JSON.
    const qint64 days = millisecondsSinceEpoch / 86400000;
    qint64 rest = millisecondsSinceEpoch % 86400000;
    const qint64 shifted = days + 719468;
    const qint64 era = shifted / 146097;
    const qint64 dayOfEra = shifted - era * 146097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 shiftedMonth = (5 * dayOfYear + 2) / 153;
    const qint64 day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
    const qint64 month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    const qint64 year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);

    QString text(24, QLatin1Char('0'));
    QChar *out = text.data();
    const auto put = [out](qsizetype at, qint64 value, int digits) {
        for (qsizetype i = at + digits - 1; i >= at; --i) {
            out[i] = QLatin1Char(static_cast<char>('0' + value % 10));
            value /= 10;
        }
    };
    put(0, year, 4);
    out[4] = QLatin1Char('-');
    put(5, month, 2);
    out[7] = QLatin1Char('-');
    put(8, day, 2);
    out[10] = QLatin1Char('T');
    put(11, rest / 3600000, 2);
    out[13] = QLatin1Char(':');
    put(14, rest / 60000 % 60, 2);
    out[16] = QLatin1Char(':');
    put(17, rest / 1000 % 60, 2);
    out[19] = QLatin1Char('.');
    put(20, rest % 1000, 3);
    out[23] = QLatin1Char('Z');
    return text;
}

qint64 parsedTime(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : -1;
}

void JsonWriter::separate()
{
    if (m_text.isEmpty())
        return;
    const char last = m_text.back();
    if (last != '{' && last != '[' && last != ':')
        m_text.append(',');
}

void JsonWriter::beginObject()
{
    separate();
    m_text.append('{');
}

void JsonWriter::beginArray()
{
    separate();
    m_text.append('[');
}

void JsonWriter::key(const char *name)
{
    separate();
    m_text.append('"');
    m_text.append(name);
    m_text.append("\":", 2);
}

void JsonWriter::string(QStringView value)
{
    static constexpr char digits[] = "0123456789abcdef";
    separate();
    m_text.append('"');
    const QByteArray utf8 = value.toUtf8();
    for (const char character : utf8) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte == '"' || byte == '\\') {
            m_text.append('\\');
            m_text.append(character);
        } else if (byte < 0x20) {
            m_text.append("\\u00", 4);
            m_text.append(digits[byte >> 4]);
            m_text.append(digits[byte & 0x0FU]);
        } else {
            m_text.append(character);
        }
    }
    m_text.append('"');
}

void JsonWriter::number(qint64 value)
{
    separate();
    m_text.append(QByteArray::number(value));
}

void JsonWriter::real(double value)
{
    separate();
    m_text.append(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_text.append(value ? "true" : "false");
}

void JsonWriter::member(const char *name, QStringView value)
{
    key(name);
    string(value);
}

void JsonWriter::member(const char *name, qint64 value)
{
    key(name);
    number(value);
}

} // namespace offboarding::demo
