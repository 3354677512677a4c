// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/membershipcalls.h"

namespace offboarding {

namespace {

ApiRequest pagedRequest(const char *operation, const QString &path, int pageNumber, int pageSize)
{
    ApiRequest request;
    request.operation = QLatin1String(operation);
    request.path = path;
    request.idempotent = true;
    request.query = {{QStringLiteral("pageSize"), QString::number(pageSize)},
                     {QStringLiteral("pageNumber"), QString::number(pageNumber)}};
    return request;
}

QString userPath(const QString &userId, const char *rest)
{
    return QStringLiteral("/api/v2/users/") + pathPart(userId) + QLatin1String(rest);
}

std::optional<RoleGrant> grantFrom(const QJsonObject &entry, const QString &userId)
{
    const QJsonObject role = objectOf(entry, "role");
    const QJsonObject division = objectOf(entry, "division");
    RoleGrant grant;
    grant.roleId = boundedText(role, "id");
    grant.roleName = boundedText(role, "name");
    grant.divisionId = boundedText(division, "id");
    grant.divisionName = boundedText(division, "name");
    grant.subjectId = boundedText(entry, "subjectId");
    grant.inherited = grant.subjectId != userId;
    if (grant.roleId.isEmpty() || grant.divisionId.isEmpty() || grant.subjectId.isEmpty())
        return {};
    return grant;
}

} // namespace

ApiRequest userQueuesRequest(const QString &userId, bool joined, int pageNumber, int pageSize)
{
    ApiRequest request = pagedRequest("getUserQueues", userPath(userId, "/queues"), pageNumber, pageSize);
    request.query.append(
        {QStringLiteral("joined"), joined ? QStringLiteral("true") : QStringLiteral("false")});
    return request;
}

Result<ListPage<QueueMembership>> parseUserQueues(const ApiResponse &response, bool joined)
{
    const Result<ListFrame> frame = listFrame(response);
    if (!frame)
        return failure(frame.error());
    return readRows<QueueMembership>(
        *frame, [joined](const QJsonObject &entry) -> std::optional<QueueMembership> {
            QueueMembership queue;
            queue.id = boundedText(entry, "id");
            queue.name = boundedText(entry, "name");
            queue.divisionName = boundedText(objectOf(entry, "division"), "name");
            queue.joined = entry.value(QLatin1String("joined")).toBool(joined);
            return queue.id.isEmpty() ? std::nullopt : std::optional<QueueMembership>(queue);
        });
}

ApiRequest userSkillsRequest(const QString &userId, int pageNumber, int pageSize)
{
    return pagedRequest("getUserRoutingskills", userPath(userId, "/routingskills"), pageNumber, pageSize);
}

ApiRequest userLanguagesRequest(const QString &userId, int pageNumber, int pageSize)
{
    return pagedRequest("getUserRoutinglanguages", userPath(userId, "/routinglanguages"), pageNumber,
                        pageSize);
}

Result<ListPage<SkillLevel>> parseSkillLevels(const ApiResponse &response)
{
    const Result<ListFrame> frame = listFrame(response);
    if (!frame)
        return failure(frame.error());
    return readRows<SkillLevel>(*frame, [](const QJsonObject &entry) -> std::optional<SkillLevel> {
        SkillLevel level{boundedText(entry, "id"), boundedText(entry, "name"),
                         entry.value(QLatin1String("proficiency")).toDouble()};
        return level.id.isEmpty() ? std::nullopt : std::optional<SkillLevel>(level);
    });
}

ApiRequest groupsRequest(int pageNumber, int pageSize)
{
    return pagedRequest("getGroups", QStringLiteral("/api/v2/groups"), pageNumber, pageSize);
}

Result<ListPage<GroupRow>> parseGroups(const ApiResponse &response)
{
    const Result<ListFrame> frame = listFrame(response);
    if (!frame)
        return failure(frame.error());
    return readRows<GroupRow>(*frame, [](const QJsonObject &entry) -> std::optional<GroupRow> {
        GroupRow group;
        group.id = boundedText(entry, "id");
        group.name = boundedText(entry, "name");
        group.saysOwners = entry.value(QLatin1String("owners")).isArray();
        for (const QJsonValue &owner : entry.value(QLatin1String("owners")).toArray()) {
            const QString id = boundedText(owner.toObject(), "id");
            if (id.isEmpty())
                return {}; // somebody owns it, and who that is cannot be told
            group.ownerIds.append(id);
        }
        return group.id.isEmpty() ? std::nullopt : std::optional<GroupRow>(group);
    });
}

ApiRequest grantsRequest(const QString &userId)
{
    ApiRequest request;
    request.operation = QStringLiteral("getAuthorizationSubject");
    request.path = QStringLiteral("/api/v2/authorization/subjects/") + pathPart(userId);
    request.idempotent = true;
    return request;
}

Result<ListPage<RoleGrant>> parseGrants(const ApiResponse &response, const QString &userId)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const QString owner = boundedText(*object, "id");
    if (!owner.isEmpty() && owner != userId)
        return failure(shapeError(response, QStringLiteral("the server answered about another subject")));
    const Result<ListFrame> frame = listFrame(response, "grants");
    if (!frame)
        return failure(frame.error());
    return readRows<RoleGrant>(*frame,
                               [&userId](const QJsonObject &entry) { return grantFrom(entry, userId); });
}

} // namespace offboarding
