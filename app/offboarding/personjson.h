// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/objectreader.h"
#include "app/domain/personreferences.h"
#include "app/domain/user.h"

#include <QJsonObject>

namespace offboarding {

// How files of ours keep users and what is around them: lossless and strict, unlike the reports, which are
// for people.

QJsonObject userToJson(const User &user);
/// Finishes @p reader.
User readUser(ObjectReader *reader);

/// What a snapshot keeps: presence, routing status, queues, skills, languages, groups, roles, stations and
/// forwarding. What is not known is left out.
QJsonObject personToJson(const PersonReferences &person);
PersonReferences readPersonReferences(ObjectReader *reader);

QJsonArray queuesToJson(const QList<QueueMembership> &queues);
QJsonArray levelsToJson(const QList<SkillLevel> &levels);
QJsonArray groupsToJson(const QList<GroupMembership> &groups);
QJsonArray grantsToJson(const QList<RoleGrant> &grants);
QJsonObject stationToJson(const StationReference &station);
QJsonObject forwardingToJson(const CallForwarding &forwarding);

} // namespace offboarding
