// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/listreading.h"

#include <QJsonDocument>

#include <cmath>

namespace offboarding {

namespace {

ListFrame frameOf(const QJsonObject &object, const QJsonArray &entries)
{
    ListFrame frame;
    frame.entries = entries;
    frame.pageCount = countOf(object, "pageCount").value_or(0);
    frame.total = countOf(object, "total");
    frame.next = boundedText(object, "after");
    return frame;
}

} // namespace

Result<ListFrame> listFrame(const ApiResponse &response, const char *member)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const QJsonValue list = object->value(QLatin1String(member));
    if (!list.isArray())
        return failure(
            shapeError(response, QStringLiteral("the answer has no list \"%1\"").arg(QLatin1String(member))));
    return frameOf(*object, list.toArray());
}

Result<ListFrame> plainList(const ApiResponse &response)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &parseError);
    if (parseError.error != QJsonParseError::NoError || firstInvalidUtf8(response.body) >= 0)
        return failure(brokenJsonError(response, parseError.errorString()));
    if (document.isArray())
        return frameOf({}, document.array());
    return listFrame(response);
}

QJsonObject objectOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

QStringList textsOf(const QJsonObject &object, const char *key)
{
    QStringList texts;
    for (const QJsonValue &value : object.value(QLatin1String(key)).toArray()) {
        if (value.isString())
            texts.append(value.toString().left(2000));
    }
    return texts;
}

std::optional<int> countOf(const QJsonObject &object, const char *key)
{
    constexpr double most = 1e9;
    const double number = object.value(QLatin1String(key)).toDouble(-1);
    if (!std::isfinite(number) || number < 0 || number > most)
        return {};
    return static_cast<int>(number);
}

QDateTime plainDateOf(const QJsonObject &object, const char *key)
{
    const QString text = object.value(QLatin1String(key)).toString();
    return text.isEmpty() ? QDateTime() : dateFromText(text.left(100));
}

} // namespace offboarding
