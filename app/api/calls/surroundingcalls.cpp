// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/surroundingcalls.h"

#include "app/api/calls/jsonreading.h"

#include <QJsonDocument>

namespace offboarding {

namespace {

/// Shown in plans where a version is read right before it is sent.
QJsonValue versionValue(std::optional<int> version)
{
    return version ? QJsonValue(*version) : QJsonValue(QStringLiteral("{version}"));
}

ApiRequest writeRequest(const char *operation, HttpMethod method, const QString &path)
{
    ApiRequest request;
    request.operation = QLatin1String(operation);
    request.method = method;
    request.path = path;
    return request;
}

void setBody(ApiRequest *request, const QJsonObject &object)
{
    request->body = QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void setBody(ApiRequest *request, const QJsonArray &array)
{
    request->body = QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QString userPath(const QString &userId, const QString &rest)
{
    return QStringLiteral("/api/v2/users/") + pathPart(userId) + rest;
}

QString queuePath(const QString &queueId)
{
    return QStringLiteral("/api/v2/routing/queues/%1/members").arg(pathPart(queueId));
}

QString groupPath(const QString &groupId)
{
    return QStringLiteral("/api/v2/groups/") + pathPart(groupId);
}

QString grantPath(const QString &userId, const RoleGrant &grant)
{
    return QStringLiteral("/api/v2/authorization/subjects/%1/divisions/%2/roles/%3")
        .arg(pathPart(userId), pathPart(grant.divisionId), pathPart(grant.roleId));
}

ApiRequest addLevels(const char *operation, const QString &path, const QList<SkillLevel> &levels)
{
    ApiRequest request = writeRequest(operation, HttpMethod::Patch, path);
    QJsonArray entries;
    for (const SkillLevel &level : levels)
        entries.append(QJsonObject{{QStringLiteral("id"), level.id},
                                   {QStringLiteral("proficiency"), level.proficiency}});
    setBody(&request, entries);
    return request;
}

} // namespace

ApiRequest revokeTokensRequest(const QString &userId)
{
    return writeRequest("deleteToken", HttpMethod::Delete,
                        QStringLiteral("/api/v2/tokens/") + pathPart(userId));
}

ApiRequest presenceDefinitionsRequest()
{
    ApiRequest request = writeRequest("getPresenceDefinitions0", HttpMethod::Get,
                                      QStringLiteral("/api/v2/presence/definitions"));
    request.idempotent = true;
    return request;
}

Result<QString> parseOfflinePresence(const ApiResponse &response)
{
    const Result<ListFrame> frame = listFrame(response);
    if (!frame)
        return failure(frame.error());
    for (const QJsonValue &value : frame->entries) {
        const QJsonObject entry = value.toObject();
        const bool isOffline =
            boundedText(entry, "systemPresence").compare(QLatin1String("Offline"), Qt::CaseInsensitive) == 0;
        // An organisation may have presences of its own under the same system presence; the system's is
        // the one that everybody has.
        const bool isOwn =
            boundedText(entry, "type").compare(QLatin1String("User"), Qt::CaseInsensitive) == 0;
        const bool isOff = entry.value(QLatin1String("deactivated")).toBool();
        if (isOffline && !isOwn && !isOff)
            return boundedText(entry, "id");
    }
    return QString();
}

ApiRequest setPresenceRequest(const QString &userId, const QString &definitionId)
{
    ApiRequest request = writeRequest("patchUserPresencesPurecloud", HttpMethod::Patch,
                                      userPath(userId, QStringLiteral("/presences/purecloud")));
    setBody(&request, QJsonObject{{QStringLiteral("presenceDefinition"),
                                   QJsonObject{{QStringLiteral("id"), definitionId}}}});
    return request;
}

ApiRequest setRoutingStatusRequest(const QString &userId, const QString &status)
{
    ApiRequest request = writeRequest("putUserRoutingstatus", HttpMethod::Put,
                                      userPath(userId, QStringLiteral("/routingstatus")));
    setBody(&request, QJsonObject{{QStringLiteral("status"), status}});
    return request;
}

ApiRequest releaseStationRequest(const QString &userId)
{
    return writeRequest("deleteUserStationAssociatedstation", HttpMethod::Delete,
                        userPath(userId, QStringLiteral("/station/associatedstation")));
}

ApiRequest associateStationRequest(const QString &userId, const QString &stationId)
{
    return writeRequest(
        "putUserStationAssociatedstationStationId", HttpMethod::Put,
        userPath(userId, QStringLiteral("/station/associatedstation/") + pathPart(stationId)));
}

ApiRequest removeQueueMemberRequest(const QString &queueId, const QString &userId)
{
    return writeRequest("deleteRoutingQueueMember", HttpMethod::Delete,
                        queuePath(queueId) + QLatin1Char('/') + pathPart(userId));
}

ApiRequest addQueueMemberRequest(const QString &queueId, const QString &userId)
{
    ApiRequest request = writeRequest("postRoutingQueueMembers", HttpMethod::Post, queuePath(queueId));
    request.query.append({QStringLiteral("delete"), QStringLiteral("false")});
    setBody(&request, QJsonArray{QJsonObject{{QStringLiteral("id"), userId}}});
    return request;
}

ApiRequest joinQueueRequest(const QString &queueId, const QString &userId)
{
    ApiRequest request = writeRequest("patchRoutingQueueMember", HttpMethod::Patch,
                                      queuePath(queueId) + QLatin1Char('/') + pathPart(userId));
    setBody(&request, QJsonObject{{QStringLiteral("joined"), true}});
    return request;
}

ApiRequest removeSkillRequest(const QString &userId, const QString &skillId)
{
    return writeRequest("deleteUserRoutingskill", HttpMethod::Delete,
                        userPath(userId, QStringLiteral("/routingskills/") + pathPart(skillId)));
}

ApiRequest removeLanguageRequest(const QString &userId, const QString &languageId)
{
    return writeRequest("deleteUserRoutinglanguage", HttpMethod::Delete,
                        userPath(userId, QStringLiteral("/routinglanguages/") + pathPart(languageId)));
}

ApiRequest addSkillsRequest(const QString &userId, const QList<SkillLevel> &levels)
{
    return addLevels("patchUserRoutingskillsBulk", userPath(userId, QStringLiteral("/routingskills/bulk")),
                     levels);
}

ApiRequest addLanguagesRequest(const QString &userId, const QList<SkillLevel> &levels)
{
    return addLevels("patchUserRoutinglanguagesBulk",
                     userPath(userId, QStringLiteral("/routinglanguages/bulk")), levels);
}

ApiRequest removeGroupMemberRequest(const QString &groupId, const QString &userId)
{
    ApiRequest request = writeRequest("deleteGroupMembers", HttpMethod::Delete,
                                      groupPath(groupId) + QStringLiteral("/members"));
    request.query.append({QStringLiteral("ids"), userId});
    return request;
}

ApiRequest groupRequest(const QString &groupId)
{
    ApiRequest request = writeRequest("getGroup", HttpMethod::Get, groupPath(groupId));
    request.idempotent = true;
    return request;
}

Result<int> parseGroupVersion(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const std::optional<int> version = countOf(*object, "version");
    if (!version)
        return failure(shapeError(response, QStringLiteral("the group has no version")));
    return *version;
}

ApiRequest addGroupMemberRequest(const QString &groupId, const QString &userId, std::optional<int> version)
{
    ApiRequest request =
        writeRequest("postGroupMembers", HttpMethod::Post, groupPath(groupId) + QStringLiteral("/members"));
    setBody(&request, QJsonObject{{QStringLiteral("memberIds"), QJsonArray{userId}},
                                  {QStringLiteral("version"), versionValue(version)}});
    return request;
}

ApiRequest removeGrantRequest(const QString &userId, const RoleGrant &grant)
{
    return writeRequest("deleteAuthorizationSubjectDivisionRole", HttpMethod::Delete,
                        grantPath(userId, grant));
}

ApiRequest addGrantRequest(const QString &userId, const RoleGrant &grant)
{
    ApiRequest request =
        writeRequest("postAuthorizationSubjectDivisionRole", HttpMethod::Post, grantPath(userId, grant));
    request.query.append({QStringLiteral("subjectType"), QStringLiteral("PC_USER")});
    return request;
}

ApiRequest setManagerRequest(const QString &userId, const QString &managerId, std::optional<int> version)
{
    ApiRequest request = writeRequest("patchUser", HttpMethod::Patch, userPath(userId, {}));
    setBody(&request, QJsonObject{{QStringLiteral("manager"), managerId},
                                  {QStringLiteral("version"), versionValue(version)}});
    return request;
}

ApiRequest setForwardingRequest(const QString &userId, const CallForwarding &forwarding)
{
    ApiRequest request = writeRequest("putUserCallforwarding", HttpMethod::Put,
                                      userPath(userId, QStringLiteral("/callforwarding")));
    QJsonArray targets;
    for (qsizetype i = 0; i < forwarding.targets.size(); ++i)
        targets.append(QJsonObject{{QStringLiteral("type"), forwarding.targetTypes.value(i)},
                                   {QStringLiteral("value"), forwarding.targets.at(i)}});
    QJsonObject body{{QStringLiteral("enabled"), forwarding.enabled}};
    if (!targets.isEmpty())
        body.insert(QStringLiteral("calls"), QJsonArray{QJsonObject{{QStringLiteral("targets"), targets}}});
    if (!forwarding.voicemail.isEmpty())
        body.insert(QStringLiteral("voicemail"), forwarding.voicemail);
    setBody(&request, body);
    return request;
}

} // namespace offboarding
