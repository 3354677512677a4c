// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/conversationscalls.h"

#include "app/api/calls/jsonreading.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace offboarding {

namespace {

/// Bounds against a hostile or broken answer; far above what the platform documents.
constexpr int mostParticipants = 2000;
constexpr int mostCommunications = 500;
constexpr int mostSegments = 2000;

struct MediaArray
{
    const char *name;
    Media media;
};

/// Media arrays of a participant (contract §4.6).
constexpr std::array<MediaArray, 11> mediaArrays{{{"calls", Media::Call},
                                                  {"callbacks", Media::Callback},
                                                  {"chats", Media::Chat},
                                                  {"emails", Media::Email},
                                                  {"messages", Media::Message},
                                                  {"internalMessages", Media::InternalMessage},
                                                  {"cobrowsesessions", Media::Cobrowse},
                                                  {"videos", Media::Video},
                                                  {"screenshares", Media::ScreenShare},
                                                  {"screenMonitorings", Media::ScreenMonitoring},
                                                  {"socialExpressions", Media::SocialExpression}}};

/// One parse: where it is, what was odd, and whether anything could not be told apart from "not there".
struct ConversationReader
{
    ReadingNotes *notes;
    QString where;
    QString unreadable; ///< a part whose loss could make a live communication look ended

    void fail(const QString &what)
    {
        if (unreadable.isEmpty())
            unreadable = where + QStringLiteral(": ") + what;
    }
    QDateTime date(const QJsonObject &object, const char *key) const
    {
        return dateOf(object, key, where, notes);
    }
};

Segment segmentFrom(const QJsonObject &object, const ConversationReader &reader)
{
    Segment segment;
    segment.type =
        boundedText(object, object.contains(QLatin1String("segmentType")) ? "segmentType" : "type");
    segment.start =
        reader.date(object, object.contains(QLatin1String("segmentStart")) ? "segmentStart" : "startTime");
    segment.end =
        reader.date(object, object.contains(QLatin1String("segmentEnd")) ? "segmentEnd" : "endTime");
    segment.queueId = boundedText(object, "queueId");
    segment.disconnectType = boundedText(object, "disconnectType");
    return segment;
}

Communication communicationFrom(const QJsonObject &object, Media media, const QString &mediaText,
                                const ConversationReader &reader)
{
    Communication communication;
    communication.id = boundedText(object, "id");
    communication.media = media;
    communication.mediaText = mediaText;
    communication.state = boundedText(object, "state");
    communication.direction = boundedText(object, "direction");
    communication.held = object.value(QLatin1String("held")).toBool();
    communication.muted = object.value(QLatin1String("muted")).toBool();
    communication.connected = reader.date(object, "connectedTime");
    communication.disconnected = reader.date(object, "disconnectedTime");
    communication.disconnectType = boundedText(object, "disconnectType");
    const QJsonValue afterCallWork = object.value(QLatin1String("afterCallWork"));
    const QString workState = boundedText(afterCallWork.toObject(), "state");
    const bool isUnreadable =
        !afterCallWork.isUndefined() && !afterCallWork.isNull() && !afterCallWork.isObject();
    communication.afterCallWorkPending =
        isUnreadable || workState.compare(QLatin1String("pending"), Qt::CaseInsensitive) == 0;
    const QJsonArray segments = object.value(QLatin1String("segments")).toArray();
    for (qsizetype i = 0; i < segments.size() && i < mostSegments; ++i)
        communication.segments.append(segmentFrom(segments.at(i).toObject(), reader));
    return communication;
}

/// Any array of objects that carry a "state" is a media array, also one that this version does not know: a
/// communication that is overlooked would count as cleared.
bool looksLikeMedia(const QJsonArray &array)
{
    return std::any_of(array.cbegin(), array.cend(), [](const QJsonValue &value) {
        return value.toObject().contains(QLatin1String("state"));
    });
}

void readCommunications(const QJsonArray &array, Media media, const QString &name, ConversationReader *reader,
                        Participant *participant)
{
    for (const QJsonValue &value : array) {
        if (!value.isObject()) {
            reader->fail(name + QStringLiteral(" has an entry that is not an object"));
            return;
        }
        if (participant->communications.size() >= mostCommunications) {
            reader->fail(QStringLiteral("more than %1 communications").arg(mostCommunications));
            return;
        }
        participant->communications.append(communicationFrom(value.toObject(), media, name, *reader));
    }
}

void readCommunications(const QJsonObject &object, ConversationReader *reader, Participant *participant)
{
    QSet<QString> known;
    for (const MediaArray &entry : mediaArrays) {
        const QString name = QString::fromLatin1(entry.name);
        known.insert(name);
        const QJsonValue value = object.value(name);
        if (value.isArray())
            readCommunications(value.toArray(), entry.media, name, reader, participant);
        else if (!value.isUndefined() && !value.isNull())
            reader->fail(name + QStringLiteral(" is not a list"));
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (known.contains(member.key()) || !member.value().isArray())
            continue;
        const QJsonArray array = member.value().toArray();
        if (!looksLikeMedia(array))
            continue;
        reader->notes->add(reader->where + QStringLiteral(": unknown media ") + member.key().left(60));
        readCommunications(array, Media::Unknown, member.key(), reader, participant);
    }
}

Participant participantFrom(const QJsonObject &object, ConversationReader *reader)
{
    Participant participant;
    participant.id = boundedText(object, "id");
    participant.userId = boundedText(object, "userId");
    const QJsonValue userId = object.value(QLatin1String("userId"));
    if (!userId.isUndefined() && !userId.isNull() && !userId.isString())
        reader->fail(QStringLiteral("userId is not text"));
    participant.name = boundedText(object, "name");
    participant.purpose = boundedText(object, "purpose");
    participant.queueId = boundedText(object, "queueId");
    participant.queueName = boundedText(object, "queueName");
    participant.address = boundedText(object, "address");
    if (participant.address.isEmpty())
        participant.address = boundedText(object, "ani");
    participant.start = reader->date(object, "startTime");
    participant.end = reader->date(object, "endTime");
    participant.afterCallWorkStart = reader->date(object, "startAcwTime");
    participant.afterCallWorkEnd = reader->date(object, "endAcwTime");
    participant.wrapupRequired = object.value(QLatin1String("wrapupRequired")).toBool();
    readCommunications(object, reader, &participant);
    return participant;
}

/// Two entries about one participant become one. What is alive in either of them is alive: taking a live
/// participant for an ended one is the dangerous mistake.
void mergeInto(Participant *existing, const Participant &other)
{
    for (const Communication &communication : other.communications) {
        const auto known = std::find_if(existing->communications.begin(), existing->communications.end(),
                                        [&](const Communication &one) {
                                            return one.id == communication.id && !one.id.isEmpty() &&
                                                   one.mediaText == communication.mediaText;
                                        });
        if (known == existing->communications.end())
            existing->communications.append(communication);
        else if (communication.isLive() && !known->isLive())
            *known = communication;
        else
            known->afterCallWorkPending = known->afterCallWorkPending || communication.afterCallWorkPending;
    }
    if (!other.end.isValid())
        existing->end = {};
    if (other.afterCallWorkStart.isValid() && !other.afterCallWorkEnd.isValid()) {
        existing->afterCallWorkStart = other.afterCallWorkStart;
        existing->afterCallWorkEnd = {};
    }
}

QJsonObject predicate(const QString &dimension, const QString &op, const QString &value = {})
{
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("dimension")},
                       {QStringLiteral("dimension"), dimension},
                       {QStringLiteral("operator"), op}};
    if (!value.isEmpty())
        object.insert(QStringLiteral("value"), value);
    return object;
}

QJsonObject allOf(const QJsonArray &predicates)
{
    return {{QStringLiteral("type"), QStringLiteral("and")}, {QStringLiteral("predicates"), predicates}};
}

void readDetailSession(const QJsonObject &session, ConversationDetail *detail)
{
    if (detail->mediaType.isEmpty())
        detail->mediaType = boundedText(session, "mediaType");
    if (detail->direction.isEmpty())
        detail->direction = boundedText(session, "direction");
    for (const QJsonValue &value : session.value(QLatin1String("segments")).toArray()) {
        const QJsonObject segment = value.toObject();
        const QString queueId = boundedText(segment, "queueId");
        if (!queueId.isEmpty())
            detail->queueId = queueId;
        if (!dateFromText(boundedText(segment, "segmentEnd")).isValid())
            detail->userSegmentOpen = true;
    }
}

} // namespace

ApiRequest conversationRequest(const QString &conversationId)
{
    ApiRequest request;
    request.operation = QStringLiteral("getConversation");
    request.path = QStringLiteral("/api/v2/conversations/") + pathPart(conversationId);
    request.idempotent = true;
    return request;
}

Result<Conversation> parseConversation(const ApiResponse &response, const QString &conversationId)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    Conversation conversation;
    conversation.id = boundedText(*object, "id");
    if (conversation.id.isEmpty())
        return failure(
            shapeError(response, QStringLiteral("the answer is not a conversation: it has no \"id\"")));
    if (conversation.id != conversationId)
        return failure(shapeError(response, QStringLiteral("the server answered with another conversation")));
    if (!object->value(QLatin1String("participants")).isArray())
        return failure(shapeError(response, QStringLiteral("the conversation has no list \"participants\"")));
    ReadingNotes notes(response.place);
    ConversationReader reader{&notes, QStringLiteral("the conversation"), {}};
    conversation.start = reader.date(*object, "startTime");
    conversation.end = reader.date(*object, "endTime");
    conversation.raw = *object;
    QHash<QStringList, qsizetype> rowByIdentity;
    int position = 0;
    for (const QJsonValue &value : object->value(QLatin1String("participants")).toArray()) {
        reader.where = QStringLiteral("participant %1").arg(++position);
        if (conversation.participants.size() >= mostParticipants)
            reader.fail(QStringLiteral("there are more than %1").arg(mostParticipants));
        else if (!value.isObject())
            reader.fail(QStringLiteral("is not an object"));
        Participant participant = participantFrom(value.toObject(), &reader);
        if (!reader.unreadable.isEmpty()) {
            // Nobody may be taken for gone because their entry could not be read.
            return failure(shapeError(response, reader.unreadable));
        }
        // Two entries with one id that speak of different people or parties both stay: none may hide the
        // other.
        const QStringList identity{participant.id, participant.userId, participant.purpose};
        const auto known =
            participant.id.isEmpty() ? rowByIdentity.cend() : rowByIdentity.constFind(identity);
        if (known == rowByIdentity.cend()) {
            rowByIdentity.insert(identity, conversation.participants.size());
            conversation.participants.append(std::move(participant));
            continue;
        }
        notes.add(reader.where + QStringLiteral(" was listed before and is kept once"));
        mergeInto(&conversation.participants[*known], participant);
    }
    conversation.notes = notes.take();
    return conversation;
}

ApiRequest agentStatusRequest(const QString &userId)
{
    ApiRequest request;
    request.operation = QStringLiteral("getAnalyticsAgentStatus");
    request.path = QStringLiteral("/api/v2/analytics/agents/%1/status").arg(pathPart(userId));
    request.idempotent = true;
    return request;
}

Result<AgentStatus> parseAgentStatus(const ApiResponse &response, const QString &userId)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const QString owner = boundedText(*object, "userId");
    if (!owner.isEmpty() && owner != userId)
        return failure(shapeError(response, QStringLiteral("the server answered about another user")));
    // Each of the two is optional, but neither may be taken for "none" because it cannot be read.
    const QJsonValue list = object->value(QLatin1String("sessions"));
    const QJsonValue count = object->value(QLatin1String("sessionCount"));
    const bool hasList = !list.isUndefined() && !list.isNull();
    const bool hasCount = !count.isUndefined() && !count.isNull();
    if (hasList && !list.isArray())
        return failure(shapeError(response, QStringLiteral("\"sessions\" is not a list")));
    if (hasCount && count.toInt(-1) < 0)
        return failure(shapeError(response, QStringLiteral("\"sessionCount\" is not a usable number")));
    if (!hasList && !hasCount)
        return failure(shapeError(response, QStringLiteral("the answer does not say how many sessions")));
    const QJsonArray sessions = list.toArray();
    AgentStatus status;
    status.sessionCount = std::max(count.toInt(), static_cast<int>(sessions.size()));
    status.presence = boundedText(*object, "systemPresence");
    status.routingStatus = boundedText(*object, "routingStatus");
    for (const QJsonValue &value : sessions) {
        const QJsonObject entry = value.toObject();
        AgentSession session;
        session.conversationId = boundedText(entry, "conversationId");
        session.mediaType = boundedText(entry, "mediaType");
        session.segmentType = boundedText(entry, "segmentType");
        session.queueId = boundedText(entry, "routedQueueId");
        session.direction = boundedText(entry, "originatingDirection");
        session.start = dateFromText(boundedText(entry, "sessionStart"));
        status.sessions.append(session);
    }
    return status;
}

ApiRequest conversationDetailsRequest(const QString &userId, const QDateTime &from, const QDateTime &to,
                                      bool openOnly, int pageNumber)
{
    const QString interval =
        from.toUTC().toString(Qt::ISODateWithMs) + QLatin1Char('/') + to.toUTC().toString(Qt::ISODateWithMs);
    QJsonArray segmentPredicates{predicate(QStringLiteral("userId"), QStringLiteral("matches"), userId)};
    QJsonObject body{{QStringLiteral("interval"), interval},
                     {QStringLiteral("order"), QStringLiteral("desc")},
                     {QStringLiteral("orderBy"), QStringLiteral("conversationStart")},
                     {QStringLiteral("paging"), QJsonObject{{QStringLiteral("pageSize"), 100},
                                                            {QStringLiteral("pageNumber"), pageNumber}}}};
    if (openOnly) {
        segmentPredicates.append(predicate(QStringLiteral("segmentEnd"), QStringLiteral("notExists")));
        body.insert(
            QStringLiteral("conversationFilters"),
            QJsonArray{allOf({predicate(QStringLiteral("conversationEnd"), QStringLiteral("notExists"))})});
    }
    body.insert(QStringLiteral("segmentFilters"), QJsonArray{allOf(segmentPredicates)});

    ApiRequest request;
    request.operation = QStringLiteral("postAnalyticsConversationsDetailsQuery");
    request.method = HttpMethod::Post;
    request.path = QStringLiteral("/api/v2/analytics/conversations/details/query");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.idempotent = true; // a query changes nothing
    return request;
}

Result<ConversationDetailPage> parseConversationDetails(const ApiResponse &response, const QString &userId)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    // With no hit the platform leaves the list out; anything else in its place is not an answer to this
    // query, nor is an object that says something else.
    const QJsonValue list = object->value(QLatin1String("conversations"));
    const QJsonValue total = object->value(QLatin1String("totalHits"));
    const bool hasList = !list.isUndefined() && !list.isNull();
    if (hasList && !list.isArray())
        return failure(shapeError(response, QStringLiteral("\"conversations\" is not a list")));
    if (!hasList && !total.isDouble() && !object->isEmpty())
        return failure(shapeError(response, QStringLiteral("the answer has no list \"conversations\"")));
    ConversationDetailPage page;
    page.totalHits = static_cast<int>(std::clamp(total.toDouble(), 0.0, 1e9));
    page.rows = static_cast<int>(list.toArray().size());
    for (const QJsonValue &value : list.toArray()) {
        const QJsonObject entry = value.toObject();
        ConversationDetail detail;
        detail.conversationId = boundedText(entry, "conversationId");
        if (detail.conversationId.isEmpty()) {
            ++page.unreadable;
            continue;
        }
        detail.start = dateFromText(boundedText(entry, "conversationStart"));
        detail.end = dateFromText(boundedText(entry, "conversationEnd"));
        detail.direction = boundedText(entry, "originatingDirection");
        for (const QJsonValue &participantValue : entry.value(QLatin1String("participants")).toArray()) {
            const QJsonObject participant = participantValue.toObject();
            if (boundedText(participant, "userId") != userId)
                continue;
            detail.participantIds.append(boundedText(participant, "participantId"));
            detail.purpose = boundedText(participant, "purpose");
            for (const QJsonValue &session : participant.value(QLatin1String("sessions")).toArray())
                readDetailSession(session.toObject(), &detail);
        }
        page.conversations.append(detail);
    }
    return page;
}

ApiRequest queuesRequest(int pageNumber, int pageSize)
{
    ApiRequest request;
    request.operation = QStringLiteral("getRoutingQueues");
    request.path = QStringLiteral("/api/v2/routing/queues");
    request.idempotent = true;
    request.query = {{QStringLiteral("pageSize"), QString::number(pageSize)},
                     {QStringLiteral("pageNumber"), QString::number(pageNumber)}};
    return request;
}

Result<QueuePage> parseQueuePage(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    if (!object->value(QLatin1String("entities")).isArray())
        return failure(shapeError(response, QStringLiteral("the answer has no list \"entities\"")));
    QueuePage page;
    page.rows = static_cast<int>(object->value(QLatin1String("entities")).toArray().size());
    page.pageCount = object->value(QLatin1String("pageCount")).toInt();
    for (const QJsonValue &value : object->value(QLatin1String("entities")).toArray()) {
        const QJsonObject entry = value.toObject();
        Queue queue;
        queue.id = boundedText(entry, "id");
        queue.name = boundedText(entry, "name");
        queue.divisionName = boundedText(entry.value(QLatin1String("division")).toObject(), "name");
        if (!queue.id.isEmpty())
            page.queues.append(queue);
    }
    return page;
}

ApiRequest organizationRequest()
{
    ApiRequest request;
    request.operation = QStringLiteral("getOrganizationsMe");
    request.path = QStringLiteral("/api/v2/organizations/me");
    request.idempotent = true;
    return request;
}

Result<Organization> parseOrganization(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    Organization organization{boundedText(*object, "id"), boundedText(*object, "name")};
    if (organization.id.isEmpty())
        return failure(
            shapeError(response, QStringLiteral("the answer is not an organisation: it has no \"id\"")));
    return organization;
}

} // namespace offboarding
