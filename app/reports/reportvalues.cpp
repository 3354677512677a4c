// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/reportvalues.h"

#include "app/base/redaction.h"

namespace offboarding {

namespace {

QString yesNo(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

/// A list as JSON, or null if it is not known.
template <typename Row, typename Write>
QJsonValue listValue(const std::optional<QList<Row>> &list, Write write)
{
    if (!list)
        return QJsonValue(QJsonValue::Null);
    QJsonArray array;
    for (const Row &row : *list)
        array.append(write(row));
    return array;
}

/// A list of which only the ids are told.
template <typename Row> QJsonValue idsValue(const std::optional<QList<Row>> &list)
{
    return listValue(list, [](const Row &row) { return QJsonValue(row.id); });
}

template <typename Value, typename Write>
QJsonValue objectValue(const std::optional<Value> &value, Write write)
{
    return value ? QJsonValue(write(*value)) : QJsonValue(QJsonValue::Null);
}

QJsonValue idOrNull(const StationReference &station)
{
    return station.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(station.id);
}

QJsonValue callbacksValue(const PersonReferences &person)
{
    return listValue(person.callbacks, [](const ScheduledCallback &callback) {
        return QJsonObject{{QStringLiteral("conversationId"), callback.conversationId},
                           {QStringLiteral("queueId"), callback.queueId},
                           {QStringLiteral("scheduled"), dateValue(callback.scheduled)}};
    });
}

QJsonValue workItemsValue(const PersonReferences &person)
{
    return listValue(person.workItems, [](const WorkItem &item) {
        return QJsonObject{
            {QStringLiteral("id"), item.id},           {QStringLiteral("name"), item.name},
            {QStringLiteral("status"), item.status},   {QStringLiteral("assignment"), item.assignment},
            {QStringLiteral("queueId"), item.queueId}, {QStringLiteral("due"), dateValue(item.due)}};
    });
}

QJsonValue rolesValue(const PersonReferences &person)
{
    return listValue(person.roles, [](const RoleGrant &grant) {
        return QJsonObject{{QStringLiteral("roleId"), grant.roleId},
                           {QStringLiteral("roleName"), grant.roleName},
                           {QStringLiteral("divisionId"), grant.divisionId},
                           {QStringLiteral("divisionName"), grant.divisionName},
                           {QStringLiteral("inherited"), grant.inherited}};
    });
}

QJsonValue stationValue(const PersonReferences &person)
{
    return objectValue(person.stations, [](const Stations &stations) {
        return QJsonObject{{QStringLiteral("associated"), idOrNull(stations.associated)},
                           {QStringLiteral("effective"), idOrNull(stations.effective)},
                           {QStringLiteral("default"), idOrNull(stations.byDefault)},
                           {QStringLiteral("lastAssociated"), idOrNull(stations.lastAssociated)}};
    });
}

QJsonValue forwardingValue(const PersonReferences &person)
{
    return objectValue(person.forwarding, [](const CallForwarding &forwarding) {
        return QJsonObject{{QStringLiteral("enabled"), forwarding.enabled},
                           {QStringLiteral("targets"), QJsonArray::fromStringList(forwarding.targets)},
                           {QStringLiteral("voicemail"), forwarding.voicemail}};
    });
}

QJsonValue outOfOfficeValue(const PersonReferences &person)
{
    return objectValue(person.outOfOffice, [](const OutOfOffice &absence) {
        return QJsonObject{{QStringLiteral("active"), absence.active},
                           {QStringLiteral("indefinite"), absence.indefinite},
                           {QStringLiteral("start"), dateValue(absence.start)},
                           {QStringLiteral("end"), dateValue(absence.end)}};
    });
}

QJsonValue externalIdsValue(const PersonReferences &person)
{
    return listValue(person.externalIds, [](const ExternalId &id) {
        return QJsonObject{{QStringLiteral("authority"), id.authority},
                           {QStringLiteral("key"), id.key},
                           {QStringLiteral("scim"), id.isScim()}};
    });
}

QJsonValue clientsValue(const PersonReferences &person)
{
    return listValue(person.oauthClients, [](const OAuthClientReference &client) {
        return QJsonObject{{QStringLiteral("id"), client.id},
                           {QStringLiteral("name"), client.name},
                           {QStringLiteral("state"), client.state},
                           {QStringLiteral("grantType"), client.grantType}};
    });
}

template <typename Row, typename Write>
void addRows(QList<PersonRow> *rows, const std::optional<QList<Row>> &list, Write write)
{
    if (!list)
        return;
    for (const Row &row : *list)
        rows->append(write(row));
}

/// What everybody has: presence, routing status, absence and when a token was issued last.
void addStates(QList<PersonRow> *rows, const PersonReferences &person)
{
    const auto add = [rows](const char *kind, const QString &id, const QString &name, const QString &detail) {
        rows->append({QLatin1String(kind), id, name, detail, false});
    };
    if (person.presence)
        add("presence", person.presence->definitionId, person.presence->system, person.presence->message);
    if (person.routingStatus)
        add("routing-status", QString(), person.routingStatus->status, dateText(person.routingStatus->since));
    if (person.outOfOffice && person.outOfOffice->active) {
        const OutOfOffice &absence = *person.outOfOffice;
        const QString until = absence.indefinite ? QStringLiteral("without an end") : dateText(absence.end);
        add("out-of-office", QString(), QString(),
            QStringLiteral("from %1, until %2").arg(dateText(absence.start), until));
    }
    if (person.lastTokenIssued && person.lastTokenIssued->isValid())
        add("token", QString(), QString(),
            QStringLiteral("last issued %1").arg(dateText(*person.lastTokenIssued)));
}

void addStations(QList<PersonRow> *rows, const Stations &stations)
{
    const QList<QPair<QString, StationReference>> places{{QStringLiteral("associated"), stations.associated},
                                                         {QStringLiteral("default"), stations.byDefault}};
    for (const auto &[detail, station] : places) {
        if (!station.isEmpty())
            rows->append({QStringLiteral("station"), station.id, station.name, detail});
    }
}

} // namespace

QJsonValue dateValue(const QDateTime &date)
{
    return date.isValid() ? QJsonValue(dateText(date)) : QJsonValue(QJsonValue::Null);
}

QString dateText(const QDateTime &date)
{
    return date.isValid() ? date.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonValue countValue(const std::optional<int> &count)
{
    return count ? QJsonValue(*count) : QJsonValue(QJsonValue::Null);
}

QJsonValue errorValue(const std::optional<Error> &error)
{
    if (!error)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject{{QStringLiteral("kind"), errorKindName(*error)},
                       {QStringLiteral("status"), error->httpStatus},
                       {QStringLiteral("code"), error->serverCode},
                       {QStringLiteral("message"), redacted(error->detail)},
                       {QStringLiteral("correlationId"), error->correlationId},
                       {QStringLiteral("place"), error->place}};
}

QJsonObject sourceValue(const SourceReading &source)
{
    return {{QStringLiteral("name"), source.name},
            {QStringLiteral("status"), sourceStatusName(source.status)},
            {QStringLiteral("readAt"), dateValue(source.readAt)},
            {QStringLiteral("count"), countValue(source.count)},
            {QStringLiteral("error"), errorValue(source.error)}};
}

QJsonObject userReference(const User &user)
{
    return {{QStringLiteral("id"), user.id},
            {QStringLiteral("name"), user.name},
            {QStringLiteral("email"), user.email},
            {QStringLiteral("state"), user.stateText}};
}

void addPerson(const PersonReferences &person, QJsonObject *object)
{
    const auto add = [object](const char *key, const QJsonValue &value) {
        object->insert(QLatin1String(key), value);
    };
    add("callbacks", callbacksValue(person));
    add("workItems", workItemsValue(person));
    add("queues", idsValue(person.queues));
    add("skills", idsValue(person.skills));
    add("languages", idsValue(person.languages));
    add("groups", idsValue(person.groups));
    add("ownedGroups", idsValue(person.ownedGroups));
    add("roles", rolesValue(person));
    add("station", stationValue(person));
    add("phones", idsValue(person.phones));
    add("forwarding", forwardingValue(person));
    add("presence", person.presence ? QJsonValue(person.presence->system) : QJsonValue(QJsonValue::Null));
    add("routingStatus",
        person.routingStatus ? QJsonValue(person.routingStatus->status) : QJsonValue(QJsonValue::Null));
    add("outOfOffice", outOfOfficeValue(person));
    add("lastTokenIssued",
        person.lastTokenIssued ? dateValue(*person.lastTokenIssued) : QJsonValue(QJsonValue::Null));
    add("directReports", idsValue(person.directReports));
    add("voicemail", objectValue(person.mailbox, [](const Mailbox &mailbox) {
            return QJsonObject{{QStringLiteral("total"), mailbox.total},
                               {QStringLiteral("unread"), mailbox.unread},
                               {QStringLiteral("oldestUnread"), dateValue(mailbox.oldestUnread)}};
        }));
    add("externalIds", externalIdsValue(person));
    add("licences", person.licences ? QJsonValue(QJsonArray::fromStringList(*person.licences))
                                    : QJsonValue(QJsonValue::Null));
    add("oauthClients", clientsValue(person));
}

QList<PersonRow> personRows(const PersonReferences &person)
{
    QList<PersonRow> rows;
    addStates(&rows, person);
    addRows(&rows, person.callbacks, [](const ScheduledCallback &one) {
        return PersonRow{QStringLiteral("callback"), one.conversationId, QString(), dateText(one.scheduled)};
    });
    addRows(&rows, person.workItems, [](const WorkItem &one) {
        return PersonRow{QStringLiteral("work-item"), one.id, one.name, one.status};
    });
    addRows(&rows, person.queues, [](const QueueMembership &one) {
        return PersonRow{QStringLiteral("queue"), one.id, one.name,
                         QStringLiteral("joined: %1").arg(yesNo(one.joined))};
    });
    addRows(&rows, person.skills, [](const SkillLevel &one) {
        return PersonRow{QStringLiteral("skill"), one.id, one.name, QString::number(one.proficiency)};
    });
    addRows(&rows, person.languages, [](const SkillLevel &one) {
        return PersonRow{QStringLiteral("language"), one.id, one.name, QString::number(one.proficiency)};
    });
    addRows(&rows, person.groups, [](const GroupMembership &one) {
        return PersonRow{QStringLiteral("group"), one.id, one.name, QString()};
    });
    addRows(&rows, person.ownedGroups, [](const GroupMembership &one) {
        return PersonRow{QStringLiteral("owned-group"), one.id, one.name, QString()};
    });
    addRows(&rows, person.roles, [](const RoleGrant &one) {
        return PersonRow{
            QStringLiteral("role"), one.roleId, one.roleName,
            QStringLiteral("division %1, inherited: %2").arg(one.divisionId, yesNo(one.inherited))};
    });
    if (person.stations)
        addStations(&rows, *person.stations);
    addRows(&rows, person.phones, [](const PhoneReference &one) {
        return PersonRow{QStringLiteral("phone"), one.id, one.name, QString()};
    });
    if (person.forwarding && person.forwarding->enabled)
        rows.append({QStringLiteral("forwarding"), QString(), QString(),
                     person.forwarding->targets.join(QLatin1Char(' '))});
    addRows(&rows, person.directReports, [](const DirectReport &one) {
        return PersonRow{QStringLiteral("direct-report"), one.id, one.name, one.email};
    });
    if (person.mailbox && person.mailbox->total > 0)
        rows.append({QStringLiteral("voicemail"), QString(), QString(),
                     QStringLiteral("%1 messages, %2 unread")
                         .arg(person.mailbox->total)
                         .arg(person.mailbox->unread)});
    addRows(&rows, person.externalIds, [](const ExternalId &one) {
        return PersonRow{QStringLiteral("external-id"), one.key, one.authority, QString()};
    });
    for (const QString &licence : person.licences.value_or(QStringList()))
        rows.append({QStringLiteral("licence"), licence, QString(), QString()});
    addRows(&rows, person.oauthClients, [](const OAuthClientReference &one) {
        return PersonRow{QStringLiteral("oauth-client"), one.id, one.name, one.state};
    });
    return rows;
}

} // namespace offboarding
