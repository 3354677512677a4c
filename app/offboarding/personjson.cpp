// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/personjson.h"

#include <QJsonArray>

#include <array>

namespace offboarding {

namespace {

constexpr std::array allStates{UserState::Unknown, UserState::Active, UserState::Inactive,
                               UserState::Deleted};

void add(QJsonObject *object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object->insert(QLatin1String(name), text);
}

/// The objects of a list, each read by @p read, which finishes its reader.
template <typename Row, typename Read>
std::optional<QList<Row>> rowsOf(ObjectReader *reader, const char *name, Read read)
{
    if (!reader->has(name))
        return std::nullopt;
    QList<Row> rows;
    const QString path = reader->pathOf(name);
    const QJsonArray array = reader->array(name);
    for (qsizetype i = 0; i < array.size(); ++i) {
        ObjectReader entry(array.at(i).toObject(), QStringLiteral("%1[%2]").arg(path).arg(i));
        rows.append(read(&entry));
        entry.finish();
        reader->adopt(entry);
    }
    return rows;
}

QueueMembership queueOf(ObjectReader *reader)
{
    QueueMembership queue;
    queue.id = reader->text("id", true);
    queue.name = reader->text("name");
    queue.divisionName = reader->text("divisionName");
    queue.joined = reader->flag("joined");
    return queue;
}

SkillLevel levelOf(ObjectReader *reader)
{
    SkillLevel level;
    level.id = reader->text("id", true);
    level.name = reader->text("name");
    level.proficiency = reader->real("proficiency");
    return level;
}

GroupMembership groupOf(ObjectReader *reader)
{
    GroupMembership group;
    group.id = reader->text("id", true);
    group.name = reader->text("name");
    return group;
}

RoleGrant grantOf(ObjectReader *reader)
{
    RoleGrant grant;
    grant.roleId = reader->text("roleId", true);
    grant.roleName = reader->text("roleName");
    grant.divisionId = reader->text("divisionId", true);
    grant.divisionName = reader->text("divisionName");
    grant.subjectId = reader->text("subjectId");
    grant.inherited = reader->flag("inherited");
    return grant;
}

StationReference stationOf(ObjectReader *outer, const char *name)
{
    ObjectReader reader = outer->object(name);
    StationReference station;
    station.id = reader.text("id");
    station.name = reader.text("name");
    station.type = reader.text("type");
    reader.finish();
    outer->adopt(reader);
    return station;
}

} // namespace

QJsonObject userToJson(const User &user)
{
    QJsonObject object{{QStringLiteral("id"), user.id},
                       {QStringLiteral("state"), userStateName(user.state)},
                       {QStringLiteral("version"), user.version}};
    add(&object, "name", user.name);
    add(&object, "email", user.email);
    add(&object, "department", user.department);
    add(&object, "title", user.title);
    add(&object, "divisionId", user.divisionId);
    add(&object, "divisionName", user.divisionName);
    if (user.stateText != userStateName(user.state))
        object.insert(QStringLiteral("stateText"), user.stateText);
    add(&object, "presence", user.presence);
    add(&object, "routingStatus", user.routingStatus);
    add(&object, "lastLogin", fileDateText(user.lastLogin));
    if (user.liveConversations)
        object.insert(QStringLiteral("liveConversations"), *user.liveConversations);
    return object;
}

User readUser(ObjectReader *reader)
{
    User user;
    user.id = reader->text("id", true);
    if (user.id.isEmpty())
        reader->complain("id", QStringLiteral("must not be empty"));
    user.name = reader->text("name");
    user.email = reader->text("email");
    user.department = reader->text("department");
    user.title = reader->text("title");
    user.divisionId = reader->text("divisionId");
    user.divisionName = reader->text("divisionName");
    user.state = reader->choice("state", allStates, userStateName, UserState::Unknown);
    user.stateText = reader->has("stateText") ? reader->text("stateText") : userStateName(user.state);
    user.version = reader->number("version", 0);
    user.presence = reader->text("presence");
    user.routingStatus = reader->text("routingStatus");
    user.lastLogin = reader->date("lastLogin");
    if (reader->has("liveConversations"))
        user.liveConversations = reader->number("liveConversations", 0);
    reader->finish();
    return user;
}

QJsonArray queuesToJson(const QList<QueueMembership> &queues)
{
    QJsonArray array;
    for (const QueueMembership &queue : queues) {
        QJsonObject object{{QStringLiteral("id"), queue.id}, {QStringLiteral("joined"), queue.joined}};
        add(&object, "name", queue.name);
        add(&object, "divisionName", queue.divisionName);
        array.append(object);
    }
    return array;
}

QJsonArray levelsToJson(const QList<SkillLevel> &levels)
{
    QJsonArray array;
    for (const SkillLevel &level : levels) {
        QJsonObject object{{QStringLiteral("id"), level.id},
                           {QStringLiteral("proficiency"), level.proficiency}};
        add(&object, "name", level.name);
        array.append(object);
    }
    return array;
}

QJsonArray groupsToJson(const QList<GroupMembership> &groups)
{
    QJsonArray array;
    for (const GroupMembership &group : groups) {
        QJsonObject object{{QStringLiteral("id"), group.id}};
        add(&object, "name", group.name);
        array.append(object);
    }
    return array;
}

QJsonArray grantsToJson(const QList<RoleGrant> &grants)
{
    QJsonArray array;
    for (const RoleGrant &grant : grants) {
        QJsonObject object{{QStringLiteral("roleId"), grant.roleId},
                           {QStringLiteral("divisionId"), grant.divisionId},
                           {QStringLiteral("inherited"), grant.inherited}};
        add(&object, "roleName", grant.roleName);
        add(&object, "divisionName", grant.divisionName);
        add(&object, "subjectId", grant.subjectId);
        array.append(object);
    }
    return array;
}

QJsonObject stationToJson(const StationReference &station)
{
    QJsonObject object;
    add(&object, "id", station.id);
    add(&object, "name", station.name);
    add(&object, "type", station.type);
    return object;
}

QJsonObject forwardingToJson(const CallForwarding &forwarding)
{
    return {{QStringLiteral("enabled"), forwarding.enabled},
            {QStringLiteral("targets"), QJsonArray::fromStringList(forwarding.targets)},
            {QStringLiteral("targetTypes"), QJsonArray::fromStringList(forwarding.targetTypes)},
            {QStringLiteral("voicemail"), forwarding.voicemail}};
}

QJsonObject personToJson(const PersonReferences &person)
{
    QJsonObject object;
    if (person.queues)
        object.insert(QStringLiteral("queues"), queuesToJson(*person.queues));
    if (person.skills)
        object.insert(QStringLiteral("skills"), levelsToJson(*person.skills));
    if (person.languages)
        object.insert(QStringLiteral("languages"), levelsToJson(*person.languages));
    if (person.groups)
        object.insert(QStringLiteral("groups"), groupsToJson(*person.groups));
    if (person.roles)
        object.insert(QStringLiteral("roles"), grantsToJson(*person.roles));
    if (person.stations)
        object.insert(
            QStringLiteral("stations"),
            QJsonObject{{QStringLiteral("associated"), stationToJson(person.stations->associated)},
                        {QStringLiteral("effective"), stationToJson(person.stations->effective)},
                        {QStringLiteral("byDefault"), stationToJson(person.stations->byDefault)},
                        {QStringLiteral("lastAssociated"), stationToJson(person.stations->lastAssociated)}});
    if (person.forwarding)
        object.insert(QStringLiteral("forwarding"), forwardingToJson(*person.forwarding));
    if (person.presence) {
        QJsonObject presence{{QStringLiteral("system"), person.presence->system}};
        add(&presence, "definitionId", person.presence->definitionId);
        add(&presence, "message", person.presence->message);
        add(&presence, "since", fileDateText(person.presence->since));
        object.insert(QStringLiteral("presence"), presence);
    }
    if (person.routingStatus) {
        QJsonObject routing{{QStringLiteral("status"), person.routingStatus->status}};
        add(&routing, "since", fileDateText(person.routingStatus->since));
        object.insert(QStringLiteral("routingStatus"), routing);
    }
    return object;
}

PersonReferences readPersonReferences(ObjectReader *reader)
{
    PersonReferences person;
    person.queues = rowsOf<QueueMembership>(reader, "queues", queueOf);
    person.skills = rowsOf<SkillLevel>(reader, "skills", levelOf);
    person.languages = rowsOf<SkillLevel>(reader, "languages", levelOf);
    person.groups = rowsOf<GroupMembership>(reader, "groups", groupOf);
    person.roles = rowsOf<RoleGrant>(reader, "roles", grantOf);
    if (reader->has("stations")) {
        ObjectReader inner = reader->object("stations");
        Stations stations;
        stations.associated = stationOf(&inner, "associated");
        stations.effective = stationOf(&inner, "effective");
        stations.byDefault = stationOf(&inner, "byDefault");
        stations.lastAssociated = stationOf(&inner, "lastAssociated");
        inner.finish();
        reader->adopt(inner);
        person.stations = stations;
    }
    if (reader->has("forwarding")) {
        ObjectReader inner = reader->object("forwarding");
        CallForwarding forwarding;
        forwarding.enabled = inner.flag("enabled");
        forwarding.targets = inner.texts("targets");
        forwarding.targetTypes = inner.texts("targetTypes");
        forwarding.voicemail = inner.text("voicemail");
        inner.finish();
        reader->adopt(inner);
        person.forwarding = forwarding;
    }
    if (reader->has("presence")) {
        ObjectReader inner = reader->object("presence");
        PresenceReference presence;
        presence.system = inner.text("system");
        presence.definitionId = inner.text("definitionId");
        presence.message = inner.text("message");
        presence.since = inner.date("since");
        inner.finish();
        reader->adopt(inner);
        person.presence = presence;
    }
    if (reader->has("routingStatus")) {
        ObjectReader inner = reader->object("routingStatus");
        RoutingStatusReference routing;
        routing.status = inner.text("status");
        routing.since = inner.date("since");
        inner.finish();
        reader->adopt(inner);
        person.routingStatus = routing;
    }
    return person;
}

} // namespace offboarding
