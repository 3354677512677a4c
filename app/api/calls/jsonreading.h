// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <utility>

namespace offboarding {

/// The body as a JSON object, or BadResponse with the request and, where it is broken, the byte offset.
/// Invalid UTF-8 is a broken body: guessing at names of people is not acceptable.
Result<QJsonObject> jsonObject(const ApiResponse &response);

/// BadResponse at @p response: what was expected and not there.
Error shapeError(const ApiResponse &response, const QString &detail);

/// The BadResponse for a body that is not JSON: what is wrong and at which byte.
Error brokenJsonError(const ApiResponse &response, const QString &parserText);

/// Byte offset of the first byte that is not UTF-8, or -1.
qsizetype firstInvalidUtf8(const QByteArray &bytes);

/// What was odd in one answer, each naming its place; bounded, so that a hostile page cannot flood the
/// screen.
class ReadingNotes
{
public:
    explicit ReadingNotes(QString place) : m_place(std::move(place)) {}
    void add(const QString &what);
    QStringList take();

private:
    QString m_place;
    QStringList m_notes;
    int m_leftOut = 0;
};

/// The date member @p key, noted if it is unreadable or has no zone. @p where names the object for the note.
QDateTime dateOf(const QJsonObject &object, const char *key, const QString &where, ReadingNotes *notes);

/// True if @p text is an ISO date without "Z" or an offset.
bool isWithoutZone(const QString &text);

/// ISO 8601. A date without zone is taken as UTC, as the platform sends all of its dates. Invalid if
/// unreadable.
QDateTime dateFromText(const QString &text);

/// String member bounded to what a table can show; empty if it is absent or of another type.
QString boundedText(const QJsonObject &object, const char *key);

} // namespace offboarding
