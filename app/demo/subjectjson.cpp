// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/subjectjson.h"

#include "app/demo/jsonwriter.h"
#include "app/demo/names.h"

namespace offboarding::demo {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr quint32 clientRole = 1000; // an index that no role of a user has

QJsonObject grantJson(const Directory &directory, const QString &subjectId, const QJsonObject &role,
                      int division)
{
    const QJsonObject where{{QStringLiteral("id"), directory.divisionId(division)},
                            {QStringLiteral("name"), directory.divisions.at(division)}};
    return {{QStringLiteral("subjectId"), subjectId},
            {QStringLiteral("division"), where},
            {QStringLiteral("role"), role},
            {QStringLiteral("grantMadeAt"), isoTime(directory.base - 400 * dayMs)}};
}

QJsonObject roleJson(const Directory &directory, int role)
{
    return {{QStringLiteral("id"), directory.ids.make(IdKind::Role, static_cast<quint32>(role))},
            {QStringLiteral("name"), roleNames().at(role)},
            {QStringLiteral("policies"), policiesJson(rolePermissions(role))},
            {QStringLiteral("default"), true}};
}

} // namespace

QJsonArray policiesJson(const QStringList &permissions)
{
    QJsonArray policies;
    for (const QString &permission : permissions) {
        const QStringList parts = permission.split(QLatin1Char(':'));
        if (parts.size() == 3)
            policies.append(QJsonObject{{QStringLiteral("domain"), parts.at(0)},
                                        {QStringLiteral("entityName"), parts.at(1)},
                                        {QStringLiteral("actions"), QJsonArray{parts.at(2)}}});
    }
    return policies;
}

QJsonObject userSubjectJson(const Organisation &organisation, int user)
{
    const Directory &directory = organisation.directory();
    const UserRecord &record = directory.user(user);
    const QString id = directory.userId(user);
    QJsonArray grants;
    for (const GrantRecord &one : record.grants)
        grants.append(grantJson(directory, id, roleJson(directory, one.role), one.division));
    for (int group = 0; group < static_cast<int>(directory.groups.size()); ++group) {
        const int role = directory.groups[static_cast<std::size_t>(group)].role;
        if (record.isIn(group) && role >= 0)
            grants.append(grantJson(directory, directory.groupId(group), roleJson(directory, role), 0));
    }
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("grants"), grants},
            {QStringLiteral("version"), record.version},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/authorization/subjects/") + id)}};
}

QJsonObject clientSubjectJson(const Organisation &organisation, const QString &clientId,
                              const PermissionSet &permissions)
{
    const Directory &directory = organisation.directory();
    const QJsonObject role{{QStringLiteral("id"), directory.ids.make(IdKind::Role, clientRole)},
                           {QStringLiteral("name"), QStringLiteral("Demo client")},
                           {QStringLiteral("policies"), policiesJson(permissions.patterns())},
                           {QStringLiteral("default"), false}};
    return {{QStringLiteral("id"), clientId},
            {QStringLiteral("name"), QStringLiteral("Demo client")},
            {QStringLiteral("grants"), QJsonArray{grantJson(directory, clientId, role, 0)}},
            {QStringLiteral("version"), 1},
            {QStringLiteral("selfUri"), QStringLiteral("/api/v2/authorization/subjects/me")}};
}

} // namespace offboarding::demo
