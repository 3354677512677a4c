// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/snapshot.h"

#include <QJsonArray>
#include <QMap>

namespace offboarding {

namespace {

/// What can be compared: items by key, each with a value and a name to show.
struct Item
{
    QString name;
    QString value;
};
using Items = QMap<QString, Item>;

QString named(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : QStringLiteral("%1 (%2)").arg(name, id);
}

Items items(const QList<QueueMembership> &queues)
{
    Items result;
    for (const QueueMembership &queue : queues)
        result.insert(queue.id, {named(queue.name, queue.id),
                                 queue.joined ? QStringLiteral("joined") : QStringLiteral("not joined")});
    return result;
}

Items items(const QList<SkillLevel> &levels)
{
    Items result;
    for (const SkillLevel &level : levels)
        result.insert(level.id, {named(level.name, level.id), QString::number(level.proficiency)});
    return result;
}

Items items(const QList<GroupMembership> &groups)
{
    Items result;
    for (const GroupMembership &group : groups)
        result.insert(group.id, {named(group.name, group.id), QStringLiteral("member")});
    return result;
}

Items items(const QList<RoleGrant> &grants)
{
    Items result;
    for (const RoleGrant &grant : grants) {
        const QString key = grant.roleId + QLatin1Char('@') + grant.divisionId + QLatin1Char('@') +
                            (grant.inherited ? grant.subjectId : QString());
        const QString name =
            QStringLiteral("%1 in %2")
                .arg(named(grant.roleName, grant.roleId), named(grant.divisionName, grant.divisionId));
        result.insert(key, {name, grant.inherited ? QStringLiteral("inherited") : QStringLiteral("direct")});
    }
    return result;
}

QString text(const CallForwarding &forwarding)
{
    return QStringLiteral("%1 %2 %3")
        .arg(forwarding.enabled ? QStringLiteral("on") : QStringLiteral("off"),
             forwarding.targets.join(QLatin1Char(' ')), forwarding.voicemail)
        .simplified();
}

class Comparison
{
public:
    QList<SnapshotDifference> found;

    void compare(const char *field, const QString &before, const QString &now, bool isPassing = false)
    {
        if (before != now)
            found.append({QLatin1String(field), {}, before, now, true, isPassing});
    }

    void unknown(const char *field, bool isPassing = false)
    {
        found.append({QLatin1String(field), {}, {}, {}, false, isPassing});
    }

    template <typename Value, typename Text>
    void compare(const char *field, const std::optional<Value> &before, const std::optional<Value> &now,
                 Text textOf, bool isPassing = false)
    {
        if (before && now)
            compare(field, textOf(*before), textOf(*now), isPassing);
        else
            unknown(field, isPassing);
    }

    template <typename Row>
    void compareLists(const char *field, const std::optional<QList<Row>> &before,
                      const std::optional<QList<Row>> &now)
    {
        if (!before || !now) {
            unknown(field);
            return;
        }
        const Items old = items(*before);
        const Items current = items(*now);
        for (auto item = old.constBegin(); item != old.constEnd(); ++item) {
            const QString value = current.value(item.key()).value;
            if (value != item->value)
                found.append({QLatin1String(field), item->name, item->value, value, true, false});
        }
        for (auto item = current.constBegin(); item != current.constEnd(); ++item) {
            if (!old.contains(item.key()))
                found.append({QLatin1String(field), item->name, {}, item->value, true, false});
        }
    }
};

} // namespace

std::optional<Snapshot> snapshotOf(const SurroundingsReading &reading)
{
    if (!reading.user)
        return std::nullopt;
    Snapshot snapshot;
    snapshot.user = *reading.user;
    snapshot.managerId = reading.managerId;
    snapshot.person = reading.person;
    snapshot.readAt = reading.readAt;
    for (const SourceReading &source : reading.sources) {
        if (source.status == SourceStatus::Fresh)
            continue;
        const QString why = source.error ? source.error->toLogString() : QString();
        snapshot.unread.append(
            QStringLiteral("%1 %2: %3").arg(source.name, sourceStatusName(source.status), why).left(500));
    }
    return snapshot;
}

bool isKnown(const Snapshot &snapshot, StepKind kind)
{
    const PersonReferences &person = snapshot.person;
    switch (kind) {
    case StepKind::SetPresenceOffline:
        return person.presence.has_value();
    case StepKind::SetRoutingOff:
        return person.routingStatus.has_value();
    case StepKind::ReleaseStation:
    case StepKind::RestoreStation:
        return person.stations.has_value();
    case StepKind::RemoveQueues:
    case StepKind::RestoreQueues:
        return person.queues.has_value();
    case StepKind::RemoveSkills:
    case StepKind::RestoreSkills:
        return person.skills.has_value();
    case StepKind::RemoveLanguages:
    case StepKind::RestoreLanguages:
        return person.languages.has_value();
    case StepKind::RemoveGroups:
    case StepKind::RestoreGroups:
        return person.groups.has_value();
    case StepKind::RemoveRoles:
    case StepKind::RestoreRoles:
        return person.roles.has_value();
    case StepKind::RestoreManager:
        return snapshot.managerId.has_value();
    case StepKind::RestoreForwarding:
        return person.forwarding.has_value();
    default:
        return true;
    }
}

QList<SnapshotDifference> differences(const Snapshot &before, const Snapshot &now)
{
    Comparison comparison;
    comparison.compare("state", before.user.stateText, now.user.stateText);
    comparison.compare("division", named(before.user.divisionName, before.user.divisionId),
                       named(now.user.divisionName, now.user.divisionId));
    comparison.compare("name", before.user.name, now.user.name);
    comparison.compare("email", before.user.email, now.user.email);
    comparison.compare("manager", before.managerId, now.managerId, [](const QString &id) { return id; });
    comparison.compareLists("roles", before.person.roles, now.person.roles);
    comparison.compareLists("groups", before.person.groups, now.person.groups);
    comparison.compareLists("queues", before.person.queues, now.person.queues);
    comparison.compareLists("skills", before.person.skills, now.person.skills);
    comparison.compareLists("languages", before.person.languages, now.person.languages);
    const auto station = [](const Stations &stations) {
        return stations.associated.isEmpty() ? QString()
                                             : named(stations.associated.name, stations.associated.id);
    };
    comparison.compare("station", before.person.stations, now.person.stations, station);
    const auto byDefault = [](const Stations &stations) {
        return stations.byDefault.isEmpty() ? QString()
                                            : named(stations.byDefault.name, stations.byDefault.id);
    };
    if (before.person.stations && now.person.stations)
        comparison.compare("default-station", before.person.stations, now.person.stations, byDefault);
    comparison.compare("forwarding", before.person.forwarding, now.person.forwarding, text);
    comparison.compare(
        "presence", before.person.presence, now.person.presence,
        [](const PresenceReference &presence) { return presence.system; }, true);
    comparison.compare(
        "routing-status", before.person.routingStatus, now.person.routingStatus,
        [](const RoutingStatusReference &routing) { return routing.status; }, true);
    return comparison.found;
}

QJsonObject differencesToJson(const QList<SnapshotDifference> &differences)
{
    QJsonArray array;
    for (const SnapshotDifference &difference : differences)
        array.append(QJsonObject{{QStringLiteral("field"), difference.field},
                                 {QStringLiteral("item"), difference.item},
                                 {QStringLiteral("before"), difference.before},
                                 {QStringLiteral("now"), difference.now},
                                 {QStringLiteral("isKnown"), difference.isKnown},
                                 {QStringLiteral("isPassing"), difference.isPassing}});
    return {{QStringLiteral("differences"), array}};
}

QList<SnapshotDifference> differencesFromJson(const QJsonObject &data)
{
    QList<SnapshotDifference> result;
    const QJsonArray array = data.value(QLatin1String("differences")).toArray();
    for (const QJsonValue &value : array) {
        SnapshotDifference difference;
        difference.field = value[QLatin1String("field")].toString();
        difference.item = value[QLatin1String("item")].toString();
        difference.before = value[QLatin1String("before")].toString();
        difference.now = value[QLatin1String("now")].toString();
        difference.isKnown = value[QLatin1String("isKnown")].toBool();
        difference.isPassing = value[QLatin1String("isPassing")].toBool();
        if (!difference.field.isEmpty())
            result.append(difference);
    }
    return result;
}

} // namespace offboarding
