// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/dialect.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace offboarding {

namespace {

QString userPath(const QString &userId)
{
    return QStringLiteral("/api/v2/users/") + pathPart(userId);
}

QString participantPath(const QString &conversationId, const QString &participantId)
{
    return QStringLiteral("/api/v2/conversations/%1/participants/%2")
        .arg(pathPart(conversationId), pathPart(participantId));
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Setting a state is repeatable in both dialects: legacy names the target state only, published is guarded
/// by version.
ApiRequest stateRequest(Dialect dialect, const QString &userId, int version, const QString &state)
{
    ApiRequest request;
    request.path = userPath(userId);
    request.idempotent = true;
    if (dialect == Dialect::Legacy) {
        request.operation = QStringLiteral("putUser");
        request.method = HttpMethod::Put;
        request.body = compact({{QStringLiteral("status"), state}});
    } else {
        request.operation = QStringLiteral("patchUser");
        request.method = HttpMethod::Patch;
        // State is applied alone (contract §3 rule 2), so nothing else is sent.
        request.body = compact({{QStringLiteral("state"), state}, {QStringLiteral("version"), version}});
    }
    return request;
}

} // namespace

ApiRequest deactivateUserRequest(Dialect dialect, const QString &userId, int version, const QString &reason)
{
    ApiRequest request = stateRequest(dialect, userId, version, QStringLiteral("inactive"));
    const QString word = stateChangeReason(reason);
    if (dialect == Dialect::Legacy || word.isEmpty())
        return request;
    request.operation = QStringLiteral("putUserState");
    request.method = HttpMethod::Put;
    request.path += QStringLiteral("/state");
    request.body = compact({{QStringLiteral("state"), QStringLiteral("inactive")},
                            {QStringLiteral("stateChangeReason"), word},
                            {QStringLiteral("version"), version}});
    return request;
}

QString stateChangeReason(const QString &reason)
{
    for (const char *word : {"Voluntary", "Seasonal", "Leave", "Performance", "Conduct", "Unknown"}) {
        if (reason.trimmed().compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return QLatin1String(word);
    }
    return {};
}

ApiRequest restoreUserRequest(Dialect dialect, const QString &userId, int version)
{
    return stateRequest(dialect, userId, version, QStringLiteral("active"));
}

ApiRequest deleteUserRequest(Dialect dialect, const QString &userId)
{
    Q_UNUSED(dialect) // the same in both; the parameter keeps the table complete
    ApiRequest request;
    request.operation = QStringLiteral("deleteUser");
    request.method = HttpMethod::Delete;
    request.path = userPath(userId);
    return request;
}

ApiRequest forceDeleteUserRequest(Dialect dialect, const QString &userId)
{
    ApiRequest request = deleteUserRequest(dialect, userId);
    if (dialect == Dialect::Legacy)
        request.query.append({QStringLiteral("force"), QStringLiteral("true")});
    return request;
}

ApiRequest endParticipationRequest(Dialect dialect, const QString &conversationId,
                                   const QString &participantId)
{
    if (dialect == Dialect::Published)
        return disconnectParticipantRequest(conversationId, participantId);
    ApiRequest request;
    request.operation = QStringLiteral("deleteConversationParticipant");
    request.method = HttpMethod::Delete;
    request.path = participantPath(conversationId, participantId);
    return request;
}

ApiRequest disconnectParticipantRequest(const QString &conversationId, const QString &participantId)
{
    ApiRequest request;
    request.operation = QStringLiteral("patchConversationParticipant");
    request.method = HttpMethod::Patch;
    request.path = participantPath(conversationId, participantId);
    request.body = compact({{QStringLiteral("state"), QStringLiteral("disconnected")}});
    return request;
}

ApiRequest skipAfterCallWorkRequest(const QString &conversationId, const QString &participantId)
{
    ApiRequest request = disconnectParticipantRequest(conversationId, participantId);
    request.body = compact({{QStringLiteral("wrapupSkipped"), true}});
    return request;
}

ApiRequest handToQueueRequest(const QString &conversationId, const QString &participantId,
                              const QString &queueId)
{
    ApiRequest request;
    request.operation = QStringLiteral("postConversationParticipantReplaceQueue");
    request.method = HttpMethod::Post;
    request.path = participantPath(conversationId, participantId) + QStringLiteral("/replace/queue");
    request.body = compact({{QStringLiteral("queueId"), queueId},
                            {QStringLiteral("transferType"), QStringLiteral("Unattended")}});
    return request;
}

} // namespace offboarding
