// SPDX-License-Identifier: GPL-3.0-or-later
// Groups, their members and owners (contract §6.2). Membership changes are accepted, and done a moment later.
#include "app/demo/jsonwriter.h"
#include "app/demo/listing.h"
#include "app/demo/organisation.h"

namespace offboarding::demo {

namespace {

constexpr int mostMembers = 50;

QJsonObject groupJson(const Directory &directory, int group)
{
    const GroupRecord &record = directory.groups[static_cast<std::size_t>(group)];
    int members = 0;
    for (const UserRecord &user : directory.users)
        members += user.state != UserState::Deleted && user.isIn(group) ? 1 : 0;
    QJsonArray owners;
    for (const int owner : record.owners)
        owners.append(userReference(directory, owner));
    const QString id = directory.groupId(group);
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("type"), QStringLiteral("official")},
            {QStringLiteral("state"), QStringLiteral("active")},
            {QStringLiteral("version"), record.version},
            {QStringLiteral("visibility"), QStringLiteral("public")},
            {QStringLiteral("rulesVisible"), true},
            {QStringLiteral("rolesEnabled"), record.role >= 0},
            {QStringLiteral("includeOwners"), false},
            {QStringLiteral("memberCount"), members},
            {QStringLiteral("owners"), owners},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/groups/") + id)}};
}

Answer<int> capturedGroup(const HandlerContext &context)
{
    const int group = context.organisation.directory().groupOf(context.captured(0));
    if (group < 0)
        return refused(notFound(QStringLiteral("group"), context.captured(0)));
    return group;
}

GroupRecord &groupAt(const HandlerContext &context, int group)
{
    return context.organisation.directory().groups[static_cast<std::size_t>(group)];
}

Reply listGroups(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const QStringList ids = context.request.list(QStringLiteral("id"));
    std::vector<int> selected;
    for (int i = 0; i < static_cast<int>(directory.groups.size()); ++i) {
        if (ids.isEmpty() || ids.contains(directory.groupId(i)))
            selected.push_back(i);
    }
    return listing(context, static_cast<int>(selected.size()), 500, [&](int index) {
        return groupJson(directory, selected[static_cast<std::size_t>(index)]);
    });
}

Reply readGroup(const HandlerContext &context)
{
    const Answer<int> group = capturedGroup(context);
    return group ? Reply::json(groupJson(context.organisation.directory(), *group))
                 : Reply::refuse(group.error());
}

Reply listMembers(const HandlerContext &context)
{
    const Answer<int> group = capturedGroup(context);
    if (!group)
        return Reply::refuse(group.error());
    const Directory &directory = context.organisation.directory();
    std::vector<int> members;
    for (int user = 0; user < static_cast<int>(directory.users.size()); ++user) {
        if (directory.user(user).state == UserState::Active && directory.user(user).isIn(*group))
            members.push_back(user);
    }
    return listing(context, static_cast<int>(members.size()), 100, [&](int index) {
        const int user = members[static_cast<std::size_t>(index)];
        QJsonObject object = userReference(directory, user);
        object.insert(QStringLiteral("state"), userStateName(directory.user(user).state));
        object.insert(QStringLiteral("version"), directory.user(user).version);
        return object;
    });
}

/// Indexes of @p ids; refused if one is not there or they are too many.
Answer<QList<int>> usersOf(const HandlerContext &context, const QStringList &ids)
{
    if (ids.isEmpty() || ids.size() > mostMembers)
        return refused(badRequest(QStringLiteral("Name 1 to 50 members.")));
    QList<int> users;
    for (const QString &id : ids) {
        const int user = context.organisation.directory().userOf(id);
        if (user < 0)
            return refused(notFound(QStringLiteral("user"), id));
        users.append(user);
    }
    return users;
}

/// The version in the body; refused if it is missing (400) or not the current one (409).
std::optional<Refusal> versionRefusal(const HandlerContext &context, int group)
{
    const QJsonValue version = context.request.json[QLatin1String("version")];
    if (!version.isDouble())
        return badRequest(QStringLiteral("The body must have a version."));
    const int current = groupAt(context, group).version;
    if (version.toInt(-1) != current)
        return staleVersion(context.captured(0), version.toInt(-1), current);
    return std::nullopt;
}

Reply addMembers(const HandlerContext &context)
{
    const Answer<int> group = capturedGroup(context);
    if (!group)
        return Reply::refuse(group.error());
    QStringList ids;
    const QJsonArray wanted = context.request.json[QLatin1String("memberIds")].toArray();
    for (const QJsonValue &id : wanted)
        ids.append(id.toString());
    const Answer<QList<int>> users = usersOf(context, ids);
    if (!users)
        return Reply::refuse(users.error());
    if (const std::optional<Refusal> refusal = versionRefusal(context, *group))
        return Reply::refuse(*refusal);
    ++groupAt(context, *group).version;
    Organisation *organisation = &context.organisation;
    organisation->later([organisation, group = *group, users = *users] {
        for (const int user : users) {
            UserRecord &record = organisation->directory().user(user);
            record.groups = static_cast<quint16>(record.groups | (1U << group));
        }
    });
    return Reply::json(QJsonObject(), 202);
}

/// Takes no version. A rule takes back at once whom it was that it put there.
Reply removeMembers(const HandlerContext &context)
{
    const Answer<int> group = capturedGroup(context);
    if (!group)
        return Reply::refuse(group.error());
    const Answer<QList<int>> users = usersOf(context, context.request.list(QStringLiteral("ids")));
    if (!users)
        return Reply::refuse(users.error());
    ++groupAt(context, *group).version;
    if (groupAt(context, *group).isDynamic)
        return Reply::json(QJsonObject(), 202);
    Organisation *organisation = &context.organisation;
    organisation->later([organisation, group = *group, users = *users] {
        for (const int user : users) {
            UserRecord &record = organisation->directory().user(user);
            record.groups = static_cast<quint16>(record.groups & ~(1U << group));
        }
    });
    return Reply::json(QJsonObject(), 202);
}

Reply readDynamicSettings(const HandlerContext &context)
{
    const Answer<int> group = capturedGroup(context);
    if (!group || !groupAt(context, *group).isDynamic)
        return Reply::refuse(notFound(QStringLiteral("dynamic group"), context.captured(0)));
    const QString id = context.captured(0);
    return Reply::json(QJsonObject{
        {QStringLiteral("group"),
         QJsonObject{{QStringLiteral("id"), id},
                     {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/groups/") + id)}}},
        {QStringLiteral("dateModified"), isoTime(context.organisation.directory().base)},
        {QStringLiteral("query"), QJsonObject{{QStringLiteral("conditions"), QJsonArray()}}}});
}

/// Owners are changed through the group itself.
Reply putGroup(const HandlerContext &context)
{
    const Answer<int> group = capturedGroup(context);
    if (!group)
        return Reply::refuse(group.error());
    if (const std::optional<Refusal> refusal = versionRefusal(context, *group))
        return Reply::refuse(*refusal);
    Directory &directory = context.organisation.directory();
    const QJsonObject body = context.request.json.toObject();
    std::vector<int> owners = groupAt(context, *group).owners;
    if (body.contains(QLatin1String("ownerIds"))) {
        owners.clear();
        const QJsonArray ids = body.value(QLatin1String("ownerIds")).toArray();
        for (const QJsonValue &id : ids) {
            const int user = directory.userOf(id.toString());
            if (user < 0)
                return Reply::refuse(notFound(QStringLiteral("user"), id.toString()));
            owners.push_back(user);
        }
    }
    GroupRecord &record = groupAt(context, *group);
    record.owners = owners;
    record.name = body.value(QLatin1String("name")).toString(record.name);
    ++record.version;
    return Reply::json(groupJson(directory, *group));
}

} // namespace

void addGroupRoutes(Router &router)
{
    router.add("GET", "/groups", listGroups);
    router.add("GET", "/groups/{groupId}", readGroup);
    router.add("PUT", "/groups/{groupId}", putGroup, anyOf({"directory:group:edit"}));
    router.add("GET", "/groups/{groupId}/members", listMembers);
    router.add("POST", "/groups/{groupId}/members", addMembers);
    router.add("DELETE", "/groups/{groupId}/members", removeMembers);
    router.add("GET", "/groups/{groupId}/dynamicsettings", readDynamicSettings,
               anyOf({"directory:group:view"}));
}

} // namespace offboarding::demo
