// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace offboarding {

/// The body as a JSON object, or BadResponse with the request and, where it is broken, the byte offset.
/// Invalid UTF-8 is a broken body: guessing at names of people is not acceptable.
Result<QJsonObject> jsonObject(const ApiResponse &response);

/// BadResponse at @p response: what was expected and not there.
Error shapeError(const ApiResponse &response, const QString &detail);

/// ISO 8601. A date without zone is taken as UTC, as the platform sends all of its dates. Invalid if
/// unreadable.
QDateTime dateFromText(const QString &text);

/// String member bounded to what a table can show; empty if it is absent or of another type.
QString boundedText(const QJsonObject &object, const char *key);

} // namespace offboarding
