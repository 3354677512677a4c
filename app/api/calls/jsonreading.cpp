// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/jsonreading.h"

#include "app/base/redaction.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace offboarding {

Error shapeError(const ApiResponse &response, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.httpStatus = response.status;
    error.correlationId = response.correlationId;
    error.place = response.place;
    error.detail = detail;
    return error;
}

qsizetype firstInvalidUtf8(const QByteArray &bytes)
{
    const auto isContinuation = [&bytes](qsizetype at) {
        return at < bytes.size() && (static_cast<uchar>(bytes.at(at)) & 0xc0) == 0x80;
    };
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto lead = static_cast<uchar>(bytes.at(at));
        const auto second = at + 1 < bytes.size() ? static_cast<uchar>(bytes.at(at + 1)) : uchar(0);
        int length = 0;
        if (lead < 0x80)
            length = 1;
        else if (lead >= 0xc2 && lead <= 0xdf)
            length = 2;
        else if (lead >= 0xe0 && lead <= 0xef)
            length = 3;
        else if (lead >= 0xf0 && lead <= 0xf4)
            length = 4;
        // Overlong forms, surrogates and code points past U+10FFFF show in the second byte.
        const bool isForbidden = length == 0 || (lead == 0xe0 && second < 0xa0) ||
                                 (lead == 0xed && second > 0x9f) || (lead == 0xf0 && second < 0x90) ||
                                 (lead == 0xf4 && second > 0x8f);
        if (isForbidden)
            return at;
        for (int i = 1; i < length; ++i) {
            if (!isContinuation(at + i))
                return at;
        }
        at += length;
    }
    return -1;
}

Error brokenJsonError(const ApiResponse &response, const QString &parserText)
{
    if (response.body.isEmpty())
        return shapeError(response, QStringLiteral("the answer is empty where JSON was expected"));
    const qsizetype invalid = firstInvalidUtf8(response.body);
    if (invalid >= 0)
        return shapeError(response, QStringLiteral("the answer is not valid UTF-8: byte %1 of %2")
                                        .arg(invalid)
                                        .arg(response.body.size()));
    QJsonParseError parseError;
    QJsonDocument::fromJson(response.body, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return shapeError(response, QStringLiteral("the answer is not valid JSON: %1 at byte %2 of %3")
                                        .arg(parseError.errorString())
                                        .arg(parseError.offset)
                                        .arg(response.body.size()));
    return shapeError(response, QStringLiteral("the answer is not valid JSON: %1 (%2 bytes)")
                                    .arg(parserText)
                                    .arg(response.body.size()));
}

Result<QJsonObject> jsonObject(const ApiResponse &response)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &parseError);
    if (parseError.error != QJsonParseError::NoError || firstInvalidUtf8(response.body) >= 0)
        return failure(brokenJsonError(response, parseError.errorString()));
    if (!document.isObject())
        return failure(shapeError(response, QStringLiteral("the answer is not a JSON object")));
    return document.object();
}

void ReadingNotes::add(const QString &what)
{
    constexpr int most = 50;
    if (m_notes.size() < most)
        m_notes.append(m_place + QStringLiteral(": ") + boundedServerText(what.left(300)));
    else
        ++m_leftOut;
}

QStringList ReadingNotes::take()
{
    if (m_leftOut > 0)
        m_notes.append(m_place + QStringLiteral(": %1 more oddities").arg(m_leftOut));
    m_leftOut = 0;
    return std::exchange(m_notes, {});
}

namespace {

constexpr qsizetype dateLength = 10; ///< yyyy-MM-dd

/// Told from the text, never by way of local time: an hour that summer time skips here exists in UTC.
bool isZoneMissing(const QString &text)
{
    const QString time = text.mid(dateLength);
    return !time.endsWith(QLatin1Char('Z'), Qt::CaseInsensitive) && !time.contains(QLatin1Char('+')) &&
           !time.contains(QLatin1Char('-'));
}

} // namespace

bool isWithoutZone(const QString &text)
{
    return isZoneMissing(text) && dateFromText(text).isValid();
}

QDateTime dateOf(const QJsonObject &object, const char *key, const QString &where, ReadingNotes *notes)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isUndefined() || value.isNull())
        return {};
    const QString text = value.toString();
    const QDateTime date = dateFromText(text);
    if (!date.isValid())
        notes->add(
            QStringLiteral("%1: %2 is not a date: \"%3\"").arg(where, QLatin1String(key), text.left(60)));
    else if (isWithoutZone(text))
        notes->add(QStringLiteral("%1: %2 has no zone and was taken as UTC").arg(where, QLatin1String(key)));
    return date;
}

QDateTime dateFromText(const QString &text)
{
    if (text.size() == dateLength) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime();
    }
    const QString zoned = isZoneMissing(text) ? QString(text + QLatin1Char('Z')) : text;
    const QDateTime date = QDateTime::fromString(zoned, Qt::ISODateWithMs);
    return date.isValid() ? date.toUTC() : QDateTime();
}

QString boundedText(const QJsonObject &object, const char *key)
{
    const QString text = object.value(QLatin1String(key)).toString();
    return text.size() > longestServerText ? text.left(longestServerText) + QChar(0x2026) : text;
}

} // namespace offboarding
