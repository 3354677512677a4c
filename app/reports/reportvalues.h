// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/user.h"
#include "app/references/referencemap.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace offboarding {

// Values as all reports write them: dates in UTC with milliseconds, what is not known as null.

QJsonValue dateValue(const QDateTime &date);
QString dateText(const QDateTime &date); ///< empty for an invalid date
QJsonValue countValue(const std::optional<int> &count);
QJsonValue errorValue(const std::optional<Error> &error);
QJsonObject sourceValue(const SourceReading &source); ///< {name,status,readAt,count,error}
QJsonObject userReference(const User &user);          ///< {id,name,email,state}

/// Adds {queues:[id], groups:[id], roles:[{roleId,divisionId,inherited}], skills:[id], …} to @p object. A
/// list that could not be read is null, never empty.
void addPerson(const PersonReferences &person, QJsonObject *object);

/// One line of a table about a person: what it is, which one, its name, and more.
struct PersonRow
{
    QString kind; ///< "queue", "group", "role", …
    QString id;
    QString name;
    QString detail;
    bool isReference = true; ///< false: a state of the person, which everybody has
};
QList<PersonRow> personRows(const PersonReferences &person);

} // namespace offboarding
