// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/partrules.h"

#include "app/api/calls/surroundingcalls.h"
#include "app/offboarding/personjson.h"

#include <algorithm>

namespace offboarding {

namespace {

QString named(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : QStringLiteral("%1 (%2)").arg(name, id);
}

QString named(const RoleGrant &grant)
{
    return QStringLiteral("%1 in %2")
        .arg(named(grant.roleName, grant.roleId), named(grant.divisionName, grant.divisionId));
}

bool isOffline(const PresenceReference &presence)
{
    return presence.system.compare(QLatin1String("Offline"), Qt::CaseInsensitive) == 0;
}

bool isOffQueue(const RoutingStatusReference &routing)
{
    return routing.status.compare(QLatin1String("OFF_QUEUE"), Qt::CaseInsensitive) == 0;
}

/// The whole chunk as long as one of it is missing: adding what is there changes nothing.
void addLevels(QList<PartWrite> *writes, const QList<SkillLevel> &wanted, const QList<SkillLevel> &current,
               const QString &userId, ApiRequest (*build)(const QString &, const QList<SkillLevel> &))
{
    for (qsizetype first = 0; first < wanted.size(); first += levelsPerRequest) {
        const QList<SkillLevel> chunk = wanted.mid(first, levelsPerRequest);
        QStringList missing;
        for (const SkillLevel &level : chunk) {
            const bool isThere = std::any_of(current.cbegin(), current.cend(), [&](const SkillLevel &one) {
                return one.id == level.id && qFuzzyCompare(one.proficiency + 1, level.proficiency + 1);
            });
            if (!isThere)
                missing.append(named(level.name, level.id));
        }
        if (!missing.isEmpty())
            writes->append({build(userId, chunk), missing.join(QStringLiteral(", ")), {}});
    }
}

void addQueues(QList<PartWrite> *writes, const QList<QueueMembership> &wanted,
               const QList<QueueMembership> &current, const QString &userId)
{
    for (const QueueMembership &queue : wanted) {
        const auto there = std::find_if(current.cbegin(), current.cend(),
                                        [&](const QueueMembership &one) { return one.id == queue.id; });
        const QString name = named(queue.name, queue.id);
        if (there == current.cend())
            writes->append({addQueueMemberRequest(queue.id, userId), name, {}});
        if (queue.joined && (there == current.cend() || !there->joined))
            writes->append({joinQueueRequest(queue.id, userId), name, {}});
    }
}

/// What a step of an undo puts back.
PersonReferences wantedBy(const PlanStep &step)
{
    ObjectReader reader(step.data, {});
    return readPersonReferences(&reader);
}

QList<PartWrite> removals(const PlanStep &step, const PersonReferences &current)
{
    QList<PartWrite> writes;
    const QString &id = step.userId;
    switch (step.kind) {
    case StepKind::SetPresenceOffline: {
        const QString definition = step.data.value(QLatin1String("presenceDefinitionId")).toString();
        if (current.presence && !isOffline(*current.presence))
            writes.append({setPresenceRequest(id, definition), current.presence->system, {}});
        break;
    }
    case StepKind::SetRoutingOff:
        if (current.routingStatus && !isOffQueue(*current.routingStatus))
            writes.append({setRoutingStatusRequest(id, QStringLiteral("OFF_QUEUE")),
                           current.routingStatus->status,
                           {}});
        break;
    case StepKind::ReleaseStation:
        if (current.stations && !current.stations->associated.isEmpty())
            writes.append({releaseStationRequest(id),
                           named(current.stations->associated.name, current.stations->associated.id),
                           {}});
        break;
    case StepKind::RemoveQueues:
        for (const QueueMembership &queue : current.queues.value_or(QList<QueueMembership>()))
            writes.append({removeQueueMemberRequest(queue.id, id), named(queue.name, queue.id), {}});
        break;
    case StepKind::RemoveSkills:
        for (const SkillLevel &level : current.skills.value_or(QList<SkillLevel>()))
            writes.append({removeSkillRequest(id, level.id), named(level.name, level.id), {}});
        break;
    case StepKind::RemoveLanguages:
        for (const SkillLevel &level : current.languages.value_or(QList<SkillLevel>()))
            writes.append({removeLanguageRequest(id, level.id), named(level.name, level.id), {}});
        break;
    case StepKind::RemoveGroups:
        for (const GroupMembership &group : current.groups.value_or(QList<GroupMembership>()))
            writes.append({removeGroupMemberRequest(group.id, id), named(group.name, group.id), {}});
        break;
    case StepKind::RemoveRoles:
        for (const RoleGrant &grant : current.roles.value_or(QList<RoleGrant>())) {
            if (!grant.inherited)
                writes.append({removeGrantRequest(id, grant), named(grant), {}});
        }
        break;
    default:
        break;
    }
    return writes;
}

QList<PartWrite> restorations(const PlanStep &step, const SurroundingsReading &reading)
{
    QList<PartWrite> writes;
    const QString &id = step.userId;
    const PersonReferences wanted = wantedBy(step);
    const PersonReferences &current = reading.person;
    switch (step.kind) {
    case StepKind::RestoreRoles:
        for (const RoleGrant &grant : wanted.roles.value_or(QList<RoleGrant>())) {
            const QList<RoleGrant> held = current.roles.value_or(QList<RoleGrant>());
            const bool isThere = std::any_of(held.cbegin(), held.cend(), [&](const RoleGrant &one) {
                return !one.inherited && one.roleId == grant.roleId && one.divisionId == grant.divisionId;
            });
            if (!grant.inherited && !isThere)
                writes.append({addGrantRequest(id, grant), named(grant), {}});
        }
        break;
    case StepKind::RestoreQueues:
        addQueues(&writes, wanted.queues.value_or(QList<QueueMembership>()),
                  current.queues.value_or(QList<QueueMembership>()), id);
        break;
    case StepKind::RestoreSkills:
        addLevels(&writes, wanted.skills.value_or(QList<SkillLevel>()),
                  current.skills.value_or(QList<SkillLevel>()), id, addSkillsRequest);
        break;
    case StepKind::RestoreLanguages:
        addLevels(&writes, wanted.languages.value_or(QList<SkillLevel>()),
                  current.languages.value_or(QList<SkillLevel>()), id, addLanguagesRequest);
        break;
    case StepKind::RestoreGroups:
        for (const GroupMembership &group : wanted.groups.value_or(QList<GroupMembership>())) {
            const QList<GroupMembership> held = current.groups.value_or(QList<GroupMembership>());
            const bool isThere = std::any_of(held.cbegin(), held.cend(),
                                             [&](const GroupMembership &one) { return one.id == group.id; });
            if (!isThere)
                writes.append({addGroupMemberRequest(group.id, id, std::nullopt), named(group.name, group.id),
                               group.id});
        }
        break;
    case StepKind::RestoreStation:
        if (wanted.stations && !wanted.stations->associated.isEmpty() &&
            (!current.stations || current.stations->associated.id != wanted.stations->associated.id))
            writes.append({associateStationRequest(id, wanted.stations->associated.id),
                           named(wanted.stations->associated.name, wanted.stations->associated.id),
                           {}});
        break;
    case StepKind::RestoreManager: {
        const QString manager = step.data.value(QLatin1String("managerId")).toString();
        if (reading.managerId != manager)
            writes.append({setManagerRequest(id, manager, std::nullopt), manager, {}});
        break;
    }
    case StepKind::RestoreForwarding:
        if (wanted.forwarding && current.forwarding != wanted.forwarding)
            writes.append({setForwardingRequest(id, *wanted.forwarding),
                           wanted.forwarding->targets.join(QLatin1Char(' ')),
                           {}});
        break;
    default:
        break;
    }
    return writes;
}

} // namespace

bool takesPartAway(StepKind kind)
{
    switch (kind) {
    case StepKind::SetPresenceOffline:
    case StepKind::SetRoutingOff:
    case StepKind::ReleaseStation:
    case StepKind::RemoveQueues:
    case StepKind::RemoveSkills:
    case StepKind::RemoveLanguages:
    case StepKind::RemoveGroups:
    case StepKind::RemoveRoles:
        return true;
    default:
        return false;
    }
}

bool changesPart(StepKind kind)
{
    return partOf(kind) != Surroundings();
}

Surroundings partOf(StepKind kind)
{
    switch (kind) {
    case StepKind::SetPresenceOffline:
        return Surrounding::Presence;
    case StepKind::SetRoutingOff:
        return Surrounding::RoutingStatus;
    case StepKind::ReleaseStation:
    case StepKind::RestoreStation:
        return Surrounding::Station;
    case StepKind::RemoveQueues:
    case StepKind::RestoreQueues:
        return Surrounding::Queues;
    case StepKind::RemoveSkills:
    case StepKind::RestoreSkills:
        return Surrounding::Skills;
    case StepKind::RemoveLanguages:
    case StepKind::RestoreLanguages:
        return Surrounding::Languages;
    case StepKind::RemoveGroups:
    case StepKind::RestoreGroups:
        return Surrounding::Groups;
    case StepKind::RemoveRoles:
    case StepKind::RestoreRoles:
        return Surrounding::Roles;
    case StepKind::RestoreManager:
        return Surrounding::Manager;
    case StepKind::RestoreForwarding:
        return Surrounding::Forwarding;
    default:
        return {};
    }
}

QList<PartWrite> partWrites(const PlanStep &step, const SurroundingsReading &current)
{
    return takesPartAway(step.kind) ? removals(step, current.person) : restorations(step, current);
}

QList<ApiRequest> partRequests(const PlanStep &step, const SurroundingsReading &current)
{
    const Surroundings part = partOf(step.kind);
    const QList<PartWrite> writes = partWrites(step, current);
    QList<ApiRequest> requests = surroundingsRequests(step.userId, part, current.person);
    for (const PartWrite &write : writes) {
        if (!write.groupId.isEmpty())
            requests.append(groupRequest(write.groupId));
        requests.append(write.request);
    }
    if (!writes.isEmpty())
        requests += surroundingsRequests(step.userId, part);
    return requests;
}

ApiRequest withVersion(const PlanStep &step, const PartWrite &write, int version)
{
    if (step.kind == StepKind::RestoreGroups)
        return addGroupMemberRequest(write.groupId, step.userId, version);
    if (step.kind == StepKind::RestoreManager)
        return setManagerRequest(step.userId, step.data.value(QLatin1String("managerId")).toString(),
                                 version);
    return write.request;
}

QString partDetail(const PlanStep &step, const SurroundingsReading &current)
{
    if (step.kind != StepKind::RemoveRoles || !current.person.roles)
        return {};
    const auto inherited = std::count_if(current.person.roles->cbegin(), current.person.roles->cend(),
                                         [](const RoleGrant &grant) { return grant.inherited; });
    return inherited == 0 ? QString()
                          : QStringLiteral("%1 inherited roles stay: they come from groups").arg(inherited);
}

QJsonObject restoreData(StepKind kind, const PersonReferences &person,
                        const std::optional<QString> &managerId)
{
    PersonReferences part;
    switch (kind) {
    case StepKind::RestoreRoles:
        if (person.roles) {
            part.roles = QList<RoleGrant>();
            std::copy_if(person.roles->cbegin(), person.roles->cend(), std::back_inserter(*part.roles),
                         [](const RoleGrant &grant) { return !grant.inherited; });
        }
        break;
    case StepKind::RestoreQueues:
        part.queues = person.queues;
        break;
    case StepKind::RestoreSkills:
        part.skills = person.skills;
        break;
    case StepKind::RestoreLanguages:
        part.languages = person.languages;
        break;
    case StepKind::RestoreGroups:
        part.groups = person.groups;
        break;
    case StepKind::RestoreStation:
        part.stations = person.stations;
        break;
    case StepKind::RestoreForwarding:
        part.forwarding = person.forwarding;
        break;
    case StepKind::RestoreManager:
        return {{QStringLiteral("managerId"), managerId.value_or(QString())}};
    default:
        break;
    }
    return personToJson(part);
}

} // namespace offboarding
