// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/ownershipcalls.h"

#include <QJsonDocument>

namespace offboarding {

namespace {

QJsonObject dimension(const QString &name, const QString &op, const QString &value = {})
{
    QJsonObject predicate{{QStringLiteral("type"), QStringLiteral("dimension")},
                          {QStringLiteral("dimension"), name},
                          {QStringLiteral("operator"), op}};
    if (!value.isEmpty())
        predicate.insert(QStringLiteral("value"), value);
    return predicate;
}

QJsonArray allOf(const QJsonArray &predicates)
{
    return {QJsonObject{{QStringLiteral("type"), QStringLiteral("and")},
                        {QStringLiteral("predicates"), predicates}}};
}

void readCallbackSession(const QJsonObject &session, OwnedCallback *owned)
{
    const QDateTime scheduled = plainDateOf(session, "callbackScheduledTime");
    if (scheduled.isValid())
        owned->callback.scheduled = scheduled;
    for (const QJsonValue &value : session.value(QLatin1String("segments")).toArray()) {
        const QJsonObject segment = value.toObject();
        const QString queueId = boundedText(segment, "queueId");
        if (!queueId.isEmpty())
            owned->callback.queueId = queueId;
        for (const QString &id : textsOf(segment, "requestedRoutingUserIds")) {
            if (!owned->ownerIds.contains(id))
                owned->ownerIds.append(id);
        }
    }
}

} // namespace

ApiRequest phonesRequest(const QString &userId, PhoneTie tie, int pageNumber, int pageSize)
{
    ApiRequest request;
    request.operation = QStringLiteral("getTelephonyProvidersEdgesPhones");
    request.path = QStringLiteral("/api/v2/telephony/providers/edges/phones");
    request.idempotent = true;
    request.query = {{QStringLiteral("pageSize"), QString::number(pageSize)},
                     {QStringLiteral("pageNumber"), QString::number(pageNumber)},
                     // The names on the wire: the SDKs only call their arguments webRtcUserId and so on.
                     {tie == PhoneTie::WebRtcUser ? QStringLiteral("webRtcUser.id")
                                                  : QStringLiteral("lines.defaultForUser.id"),
                      userId}};
    return request;
}

Result<ListPage<PhoneReference>> parsePhones(const ApiResponse &response, PhoneTie tie)
{
    const Result<ListFrame> frame = listFrame(response);
    if (!frame)
        return failure(frame.error());
    return readRows<PhoneReference>(*frame, [tie](const QJsonObject &entry) -> std::optional<PhoneReference> {
        PhoneReference phone{boundedText(entry, "id"), boundedText(entry, "name"),
                             tie == PhoneTie::WebRtcUser, tie == PhoneTie::DefaultLine};
        return phone.id.isEmpty() ? std::nullopt : std::optional<PhoneReference>(phone);
    });
}

ApiRequest oauthClientsRequest()
{
    ApiRequest request;
    request.operation = QStringLiteral("getOauthClients");
    request.path = QStringLiteral("/api/v2/oauth/clients");
    request.idempotent = true;
    return request;
}

Result<ListPage<OAuthClientRow>> parseOAuthClients(const ApiResponse &response)
{
    const Result<ListFrame> frame = listFrame(response);
    if (!frame)
        return failure(frame.error());
    return readRows<OAuthClientRow>(*frame, [](const QJsonObject &entry) -> std::optional<OAuthClientRow> {
        OAuthClientRow row;
        row.client = {boundedText(entry, "id"), boundedText(entry, "name"), boundedText(entry, "state"),
                      boundedText(entry, "authorizedGrantType")};
        row.createdById = boundedText(objectOf(entry, "createdBy"), "id");
        return row.client.id.isEmpty() ? std::nullopt : std::optional<OAuthClientRow>(row);
    });
}

ApiRequest workItemsRequest(const QString &userId, const QString &after, int pageSize)
{
    const QJsonObject assignee{{QStringLiteral("name"), QStringLiteral("assigneeId")},
                               {QStringLiteral("type"), QStringLiteral("String")},
                               {QStringLiteral("operator"), QStringLiteral("EQ")},
                               {QStringLiteral("values"), QJsonArray{userId}}};
    QJsonObject body{{QStringLiteral("filters"), QJsonArray{assignee}},
                     {QStringLiteral("pageSize"), pageSize}};
    if (!after.isEmpty())
        body.insert(QStringLiteral("after"), after);
    ApiRequest request;
    request.operation = QStringLiteral("postTaskmanagementWorkitemsQuery");
    request.method = HttpMethod::Post;
    request.path = QStringLiteral("/api/v2/taskmanagement/workitems/query");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.idempotent = true; // a query changes nothing
    return request;
}

Result<ListPage<WorkItem>> parseWorkItems(const ApiResponse &response)
{
    const Result<ListFrame> frame = listFrame(response);
    if (!frame)
        return failure(frame.error());
    return readRows<WorkItem>(*frame, [](const QJsonObject &entry) -> std::optional<WorkItem> {
        WorkItem item;
        item.id = boundedText(entry, "id");
        item.name = boundedText(entry, "name");
        item.status = boundedText(entry, "statusCategory");
        item.assignment = boundedText(entry, "assignmentState");
        item.queueId = boundedText(objectOf(entry, "queue"), "id");
        item.due = plainDateOf(entry, "dateDue");
        return item.id.isEmpty() ? std::nullopt : std::optional<WorkItem>(item);
    });
}

ApiRequest ownedCallbacksRequest(const QDateTime &from, const QDateTime &to, int pageNumber, int pageSize)
{
    const QString interval =
        from.toUTC().toString(Qt::ISODateWithMs) + QLatin1Char('/') + to.toUTC().toString(Qt::ISODateWithMs);
    const QString matches = QStringLiteral("matches");
    const QJsonObject body{
        {QStringLiteral("interval"), interval},
        {QStringLiteral("order"), QStringLiteral("desc")},
        {QStringLiteral("orderBy"), QStringLiteral("conversationStart")},
        {QStringLiteral("paging"),
         QJsonObject{{QStringLiteral("pageSize"), pageSize}, {QStringLiteral("pageNumber"), pageNumber}}},
        {QStringLiteral("conversationFilters"),
         allOf({dimension(QStringLiteral("conversationEnd"), QStringLiteral("notExists"))})},
        {QStringLiteral("segmentFilters"),
         allOf({dimension(QStringLiteral("mediaType"), matches, QStringLiteral("callback")),
                dimension(QStringLiteral("agentOwned"), matches, QStringLiteral("true"))})}};
    ApiRequest request;
    request.operation = QStringLiteral("postAnalyticsConversationsDetailsQuery");
    request.method = HttpMethod::Post;
    request.path = QStringLiteral("/api/v2/analytics/conversations/details/query");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.idempotent = true; // a query changes nothing
    return request;
}

Result<ListPage<OwnedCallback>> parseOwnedCallbacks(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    // With no hit the platform leaves the list out.
    const QJsonValue list = object->value(QLatin1String("conversations"));
    const std::optional<int> total = countOf(*object, "totalHits");
    if (!list.isArray() && !(list.isUndefined() && (total || object->isEmpty())))
        return failure(shapeError(response, QStringLiteral("the answer has no list \"conversations\"")));
    ListFrame frame;
    frame.entries = list.toArray();
    frame.total = total;
    return readRows<OwnedCallback>(frame, [](const QJsonObject &entry) -> std::optional<OwnedCallback> {
        OwnedCallback owned;
        owned.callback.conversationId = boundedText(entry, "conversationId");
        for (const QJsonValue &participant : entry.value(QLatin1String("participants")).toArray()) {
            for (const QJsonValue &session :
                 participant.toObject().value(QLatin1String("sessions")).toArray())
                readCallbackSession(session.toObject(), &owned);
        }
        return owned.callback.conversationId.isEmpty() ? std::nullopt : std::optional<OwnedCallback>(owned);
    });
}

} // namespace offboarding
