// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/userjson.h"

#include "app/demo/names.h"
#include "app/demo/permissions.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace offboarding::demo {

namespace {

const QStringList &knownExpands()
{
    static const QStringList list =
        QStringLiteral(
            "routingStatus|presence|integrationPresence|conversationSummary|outOfOffice|geolocation|"
            "station|authorization|lasttokenissued|authorization.unusedRoles|team|workPlanBidRanks|"
            "externalContactsSettings|groups|customAttributes|profileSkills|certifications|locations|"
            "skills|languages|languagePreference|employerInfo|biography|dateLastLogin|"
            "dateWelcomeSent")
            .split(QLatin1Char('|'));
    return list;
}

void writeJson(JsonWriter &writer, const QJsonObject &object)
{
    writer.beginObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QByteArray name = it.key().toUtf8();
        writer.key(name.constData());
        if (it->isObject())
            writeJson(writer, it->toObject());
        else if (it->isBool())
            writer.boolean(it->toBool());
        else if (it->isDouble())
            writer.number(it->toInteger());
        else
            writer.string(it->toString());
    }
    writer.endObject();
}

void writeSummary(JsonWriter &writer, const QString &id, const UserExpansion::Load &load)
{
    static constexpr std::array<const char *, 7> names = {"call",    "callback",         "chat", "email",
                                                          "message", "socialExpression", "video"};
    writer.key("conversationSummary");
    writer.beginObject();
    writer.member("userId", id);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool isGenerated = i < static_cast<std::size_t>(mediumCount);
        writer.key(names[i]);
        writer.beginObject();
        writer.key("contactCenter");
        writer.beginObject();
        writer.member("active", isGenerated ? load.active[i] : 0);
        writer.member("acw", isGenerated ? load.wrapping[i] : 0);
        writer.endObject();
        writer.key("enterprise");
        writer.beginObject();
        writer.member("active", qint64(0));
        writer.member("acw", qint64(0));
        writer.endObject();
        writer.endObject();
    }
    writer.endObject();
}

void writeNamed(JsonWriter &writer, const char *key, IdKind kind, quint32 bits, const QStringList &names,
                const Directory &directory)
{
    writer.key(key);
    writer.beginArray();
    for (int i = 0; i < names.size(); ++i) {
        if ((bits & (1U << i)) == 0)
            continue;
        writer.beginObject();
        writer.member("id", directory.ids.make(kind, static_cast<quint32>(i)));
        writer.member("name", names.at(i));
        writer.endObject();
    }
    writer.endArray();
}

/// Skills or languages with their proficiency.
void writeLevels(JsonWriter &writer, const char *key, IdKind kind, const std::vector<LevelRecord> &levels,
                 const QStringList &names, const Directory &directory)
{
    writer.key(key);
    writer.beginArray();
    for (const LevelRecord &one : levels) {
        writer.beginObject();
        writer.member("id", directory.ids.make(kind, one.index));
        writer.member("name", names.at(one.index));
        writer.key("proficiency");
        writer.real(one.proficiency);
        writer.member("state", u"active");
        writer.endObject();
    }
    writer.endArray();
}

QJsonObject station(const Directory &directory, int number)
{
    return {{QStringLiteral("id"), directory.ids.make(IdKind::Station, static_cast<quint32>(number))},
            {QStringLiteral("name"), QStringLiteral("Station %1").arg(number)},
            {QStringLiteral("type"), QStringLiteral("inin_webrtc_softphone")}};
}

void writeExpanded(JsonWriter &writer, const Organisation &organisation, int user, const UserRecord &record,
                   const UserExpansion &expansion)
{
    const Directory &directory = organisation.directory();
    const QString id = directory.userId(user);
    if (expansion.has("dateLastLogin") && record.lastLogin != 0)
        writer.member("dateLastLogin", isoTime(record.lastLogin));
    if (expansion.has("presence")) {
        writer.key("presence");
        writeJson(writer, presenceJson(directory, user));
    }
    if (expansion.has("routingStatus")) {
        writer.key("routingStatus");
        writer.beginObject();
        writer.member("userId", id);
        const UserExpansion::Load load = expansion.load(user);
        const bool isBusy =
            std::any_of(load.active.cbegin(), load.active.cend(), [](int n) { return n > 0; });
        const QString derived = isBusy                                         ? QStringLiteral("INTERACTING")
                                : record.presence == QLatin1String("On Queue") ? QStringLiteral("IDLE")
                                                                               : QStringLiteral("OFF_QUEUE");
        writer.member("status", record.routingStatus.isEmpty() ? derived : record.routingStatus);
        writer.member("startTime", isoTime(record.routingSince));
        writer.endObject();
    }
    if (expansion.has("conversationSummary"))
        writeSummary(writer, id, expansion.load(user));
    if (expansion.has("authorization")) {
        writer.key("authorization");
        writer.beginObject();
        writeNamed(writer, "roles", IdKind::Role, directory.rolesOf(record), roleNames(), directory);
        QStringList granted;
        for (int role = 0; role < roleNames().size(); ++role) {
            if ((directory.rolesOf(record) & (1U << role)) != 0)
                granted += rolePermissions(role);
        }
        writer.key("permissions");
        writer.beginArray();
        const PermissionSet permissions(granted); // outlives the loop, which only borrows the list
        for (const QString &permission : permissions.patterns())
            writer.string(permission);
        writer.endArray();
        writer.endObject();
    }
    if (expansion.has("groups")) {
        writer.key("groups");
        writer.beginArray();
        for (int group = 0; group < static_cast<int>(directory.groups.size()); ++group) {
            if (!record.isIn(group))
                continue;
            writer.beginObject();
            writer.member("id", directory.groupId(group));
            writer.member("selfUri", QString(QLatin1String("/api/v2/groups/") + directory.groupId(group)));
            writer.endObject();
        }
        writer.endArray();
    }
    if (expansion.has("skills"))
        writeLevels(writer, "skills", IdKind::Skill, record.skills, skillNames(), directory);
    if (expansion.has("languages"))
        writeLevels(writer, "languages", IdKind::Language, record.languages, languageNames(), directory);
    if (expansion.has("outOfOffice")) {
        writer.key("outOfOffice");
        writeJson(writer, outOfOfficeJson(directory, user));
    }
    if (expansion.has("station")) {
        writer.key("station");
        writeJson(writer, stationsJson(directory, user));
    }
    if (expansion.has("lasttokenissued") && record.lastLogin != 0) {
        writer.key("lastTokenIssued");
        writer.beginObject();
        writer.member("dateIssued", isoTime(record.lastLogin));
        writer.endObject();
    }
}

} // namespace

Answer<UserExpansion> UserExpansion::make(const Organisation &organisation, const QStringList &names)
{
    for (const QString &name : names) {
        if (!knownExpands().contains(name))
            return refused(badRequest(QStringLiteral("The expand value %1 is not known.").arg(name.left(60)),
                                      QStringLiteral("invalid.query.param.value")));
    }
    UserExpansion expansion;
    expansion.m_names = names;
    if (!expansion.has("conversationSummary") && !expansion.has("routingStatus"))
        return expansion;
    for (const ConversationRecord &conversation : organisation.conversations().live) {
        for (const ParticipantRecord &one : conversation.participants) {
            if (one.user < 0)
                continue;
            const auto medium = static_cast<std::size_t>(conversation.medium);
            if (one.isLive())
                ++expansion.m_loads[one.user].active[medium];
            else if (one.isInAfterCallWork())
                ++expansion.m_loads[one.user].wrapping[medium];
        }
    }
    return expansion;
}

bool UserExpansion::has(const char *name) const
{
    return m_names.contains(QLatin1String(name));
}

UserExpansion::Load UserExpansion::load(int user) const
{
    return m_loads.value(user);
}

void writeUser(JsonWriter &writer, const Organisation &organisation, int user, const UserRecord &record,
               const UserExpansion &expansion)
{
    const Directory &directory = organisation.directory();
    const QString id = directory.userId(user);
    const QString divisionId = directory.divisionId(record.division);
    writer.beginObject();
    writer.member("id", id);
    writer.member("name", record.name);
    writer.key("division");
    writer.beginObject();
    writer.member("id", divisionId);
    writer.member("name", directory.divisions.at(record.division));
    writer.member("selfUri", QString(QLatin1String("/api/v2/authorization/divisions/") + divisionId));
    writer.endObject();
    writer.key("chat");
    writer.beginObject();
    writer.member("jabberId", QString(id.left(8) + QLatin1String("@conference.demo.example")));
    writer.endObject();
    if (!record.department.isEmpty())
        writer.member("department", record.department);
    if (!record.email.isEmpty())
        writer.member("email", record.email);
    writer.key("primaryContactInfo");
    writer.beginArray();
    if (!record.email.isEmpty()) {
        writer.beginObject();
        writer.member("address", record.email);
        writer.member("mediaType", u"EMAIL");
        writer.member("type", u"PRIMARY");
        writer.endObject();
    }
    writer.endArray();
    writer.key("addresses");
    writer.beginArray();
    writer.endArray();
    writer.member("state", userStateName(record.state));
    if (!record.title.isEmpty())
        writer.member("title", record.title);
    if (!record.preferredName.isEmpty())
        writer.member("preferredName", record.preferredName);
    if (!record.email.isEmpty())
        writer.member("username", record.email);
    if (record.manager >= 0) {
        const QString managerId = directory.userId(record.manager);
        writer.key("manager");
        writer.beginObject();
        writer.member("id", managerId);
        writer.member("selfUri", QString(QLatin1String("/api/v2/users/") + managerId));
        writer.endObject();
    }
    writer.key("images");
    writer.beginArray();
    writer.endArray();
    writer.member("version", record.version);
    writer.key("acdAutoAnswer");
    writer.boolean(record.acdAutoAnswer);
    writeExpanded(writer, organisation, user, record, expansion);
    writer.member("selfUri", QString(QLatin1String("/api/v2/users/") + id));
    writer.endObject();
}

QByteArray userBody(const Organisation &organisation, int user, const UserExpansion &expansion)
{
    JsonWriter writer(2048);
    writeUser(writer, organisation, user, organisation.directory().user(user), expansion);
    return writer.take();
}

QJsonObject userStateJson(const UserRecord &record)
{
    QJsonObject object{{QStringLiteral("state"), userStateName(record.state)},
                       {QStringLiteral("version"), record.version}};
    if (!record.stateChangeReason.isEmpty())
        object.insert(QStringLiteral("stateChangeReason"), record.stateChangeReason);
    if (record.stateChanged != 0)
        object.insert(QStringLiteral("stateChangeDate"), isoTime(record.stateChanged));
    return object;
}

QString routingStatusOf(const Organisation &organisation, int user)
{
    const UserRecord &record = organisation.directory().user(user);
    if (!record.routingStatus.isEmpty())
        return record.routingStatus;
    if (!organisation.conversations().holding(user).empty())
        return QStringLiteral("INTERACTING");
    return record.presence == QLatin1String("On Queue") ? QStringLiteral("IDLE")
                                                        : QStringLiteral("OFF_QUEUE");
}

QString presenceId(const Directory &directory, const QString &systemPresence)
{
    // One definition per system presence: its id depends on the name only.
    quint32 number = 0;
    for (const QChar character : systemPresence)
        number = (number * 31U + character.unicode()) & 0xFFFFFFU;
    return directory.ids.make(IdKind::Presence, number);
}

QJsonObject presenceJson(const Directory &directory, int user)
{
    const UserRecord &record = directory.user(user);
    const QString id = directory.userId(user);
    return {{QStringLiteral("id"), id},
            {QStringLiteral("source"), QStringLiteral("PURECLOUD")},
            {QStringLiteral("primary"), true},
            {QStringLiteral("presenceDefinition"),
             QJsonObject{{QStringLiteral("id"), presenceId(directory, record.presence)},
                         {QStringLiteral("systemPresence"), record.presence}}},
            {QStringLiteral("message"), record.presenceMessage},
            {QStringLiteral("modifiedDate"), isoTime(record.presenceSince)},
            {QStringLiteral("selfUri"),
             QString(QLatin1String("/api/v2/users/") + id + QLatin1String("/presences/PURECLOUD"))}};
}

QJsonObject outOfOfficeJson(const Directory &directory, int user)
{
    const AbsenceRecord absence = directory.absences.value(user);
    QJsonObject object{{QStringLiteral("id"), directory.userId(user)},
                       {QStringLiteral("active"), absence.active},
                       {QStringLiteral("indefinite"), absence.indefinite}};
    if (absence.start != 0)
        object.insert(QStringLiteral("startDate"), isoTime(absence.start));
    if (absence.end != 0)
        object.insert(QStringLiteral("endDate"), isoTime(absence.end));
    return object;
}

QJsonObject stationsJson(const Directory &directory, int user)
{
    const UserRecord &record = directory.user(user);
    QJsonObject object;
    if (record.station >= 0) {
        QJsonObject associated = station(directory, record.station);
        associated.insert(QStringLiteral("associatedDate"), isoTime(record.presenceSince));
        object.insert(QStringLiteral("associatedStation"), associated);
        object.insert(QStringLiteral("effectiveStation"), station(directory, record.station));
    }
    if (record.lastStation >= 0)
        object.insert(QStringLiteral("lastAssociatedStation"), station(directory, record.lastStation));
    if (record.defaultStation >= 0)
        object.insert(QStringLiteral("defaultStation"), station(directory, record.defaultStation));
    return object;
}

} // namespace offboarding::demo
