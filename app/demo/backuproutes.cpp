// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands in for whom in direct routing, and skill groups (contract §6.4 and §6.5).
#include "app/demo/listing.h"
#include "app/demo/organisation.h"

namespace offboarding::demo {

namespace {

/// Also says who relies on this user.
Reply readBackup(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    QList<int> others;
    for (auto it = directory.backups.cbegin(); it != directory.backups.cend(); ++it) {
        if (it.value() == *user)
            others.append(it.key());
    }
    std::sort(others.begin(), others.end());
    QJsonArray backedUp;
    for (const int other : others)
        backedUp.append(directory.userId(other));
    QJsonObject object{{QStringLiteral("waitForAgent"), false},
                       {QStringLiteral("agentWaitSeconds"), 0},
                       {QStringLiteral("backedUpUsers"), backedUp}};
    if (directory.backups.contains(*user))
        object.insert(QStringLiteral("userId"), directory.userId(directory.backups.value(*user)));
    return Reply::json(object);
}

Reply putBackup(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const QString id = context.request.json[QLatin1String("userId")].toString();
    const int backup = context.organisation.directory().userOf(id);
    if (backup < 0)
        return Reply::refuse(notFound(QStringLiteral("user"), id));
    context.organisation.directory().backups.insert(*user, backup);
    return readBackup(context);
}

Reply deleteBackup(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    context.organisation.directory().backups.remove(*user);
    return Reply::empty(204);
}

/// None are generated: memberships would follow the skills.
Reply listSkillGroups(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    return user ? Reply::json(QJsonObject{{QStringLiteral("entities"), QJsonArray()},
                                          {QStringLiteral("selfUri"), context.request.path}})
                : Reply::refuse(user.error());
}

} // namespace

void addBackupRoutes(Router &router)
{
    const char *settings = "/routing/users/{userId}/directroutingbackup/settings";
    router.add("GET", settings, readBackup, anyOf({"routing:directRoutingBackup:view"}));
    router.add("PUT", settings, putBackup, anyOf({"routing:directRoutingBackup:edit"}));
    router.add("DELETE", settings, deleteBackup, anyOf({"routing:directRoutingBackup:delete"}));
    router.add("GET", "/users/{userId}/skillgroups", listSkillGroups, anyOf({"routing:skillGroup:view"}));
}

} // namespace offboarding::demo
