// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/jsonreading.h"

#include "app/base/redaction.h"

#include <QJsonDocument>
#include <QStringDecoder>
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

Result<QJsonObject> jsonObject(const ApiResponse &response)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(response.body);
    Q_UNUSED(text)
    if (decoder.hasError())
        return failure(shapeError(response, QStringLiteral("the answer is not valid UTF-8")));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return failure(
            shapeError(response, QStringLiteral("the answer is not valid JSON: %1 at byte %2 of %3")
                                     .arg(parseError.errorString())
                                     .arg(parseError.offset)
                                     .arg(response.body.size())));
    if (!document.isObject())
        return failure(shapeError(response, QStringLiteral("the answer is not a JSON object")));
    return document.object();
}

QDateTime dateFromText(const QString &text)
{
    if (text.isEmpty())
        return {};
    QDateTime date = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!date.isValid())
        return {};
    if (date.timeSpec() == Qt::LocalTime)
        date.setTimeSpec(Qt::UTC);
    return date.toUTC();
}

QString boundedText(const QJsonObject &object, const char *key)
{
    const QString text = object.value(QLatin1String(key)).toString();
    return text.size() > longestServerText ? text.left(longestServerText) + QChar(0x2026) : text;
}

} // namespace offboarding
