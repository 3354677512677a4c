// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/analyticsjson.h"

#include "app/demo/jsonwriter.h"
#include "app/demo/userjson.h"

#include <QJsonArray>

namespace offboarding::demo {

namespace {

QJsonObject segmentJson(const Directory &directory, const ConversationRecord &conversation,
                        const ParticipantRecord &owner, const SegmentRecord &segment)
{
    QJsonObject object{{QStringLiteral("segmentType"), segment.type},
                       {QStringLiteral("segmentStart"), isoTime(segment.start)},
                       {QStringLiteral("conference"), false}};
    if (segment.end != 0)
        object.insert(QStringLiteral("segmentEnd"), isoTime(segment.end));
    if (!segment.disconnectType.isEmpty())
        object.insert(QStringLiteral("disconnectType"), segment.disconnectType);
    if (owner.queue >= 0)
        object.insert(QStringLiteral("queueId"), directory.queueId(owner.queue));
    if (isAgentOwned(conversation, owner))
        object.insert(QStringLiteral("requestedRoutingUserIds"),
                      QJsonArray{directory.userId(conversation.owner)});
    return object;
}

QJsonObject sessionJson(const Directory &directory, const ConversationRecord &conversation,
                        const ParticipantRecord &owner, const CommunicationRecord &leg, bool isLast)
{
    QJsonArray segments;
    for (const SegmentRecord &segment : leg.segments)
        segments.append(segmentJson(directory, conversation, owner, segment));
    if (isLast && owner.acwStart != 0) {
        const SegmentRecord wrapup{QStringLiteral("wrapup"), owner.acwStart, owner.acwEnd, QString()};
        QJsonObject one = segmentJson(directory, conversation, owner, wrapup);
        if (!owner.wrapupCode.isEmpty())
            one.insert(QStringLiteral("wrapUpCode"), owner.wrapupCode);
        segments.append(one);
    }
    QJsonObject object{{QStringLiteral("sessionId"), leg.id},
                       {QStringLiteral("mediaType"), analyticsMediaType(leg.medium)},
                       {QStringLiteral("direction"), leg.direction},
                       {QStringLiteral("provider"), QStringLiteral("DEMO")},
                       {QStringLiteral("segments"), segments}};
    if (!owner.address.isEmpty())
        object.insert(QStringLiteral("addressFrom"), owner.address);
    if (leg.scheduled != 0)
        object.insert(QStringLiteral("callbackScheduledTime"), isoTime(leg.scheduled));
    if (leg.medium == Medium::Callback)
        object.insert(QStringLiteral("agentOwned"), isAgentOwned(conversation, owner));
    return object;
}

/// The type of what is going on now: the open segment, or wrapup.
QString openSegmentType(const ParticipantRecord &owner, const CommunicationRecord &leg)
{
    if (!leg.isLive())
        return owner.isInAfterCallWork() ? QStringLiteral("wrapup") : QStringLiteral("unknown");
    return leg.segments.isEmpty() ? QStringLiteral("unknown") : leg.segments.last().type;
}

} // namespace

bool isAgentOwned(const ConversationRecord &conversation, const ParticipantRecord &participant)
{
    return conversation.owner >= 0 && participant.purpose == QLatin1String("acd");
}

QString analyticsMediaType(Medium medium)
{
    switch (medium) {
    case Medium::Call:
        return QStringLiteral("voice");
    case Medium::Callback:
        return QStringLiteral("callback");
    case Medium::Chat:
        return QStringLiteral("chat");
    case Medium::Email:
        return QStringLiteral("email");
    case Medium::Message:
        break;
    }
    return QStringLiteral("message");
}

QJsonObject analyticsConversationJson(const Directory &directory, const ConversationRecord &conversation)
{
    QJsonArray participants;
    for (const ParticipantRecord &one : conversation.participants) {
        QJsonArray sessions;
        for (qsizetype i = 0; i < one.communications.size(); ++i)
            sessions.append(sessionJson(directory, conversation, one, one.communications.at(i),
                                        i + 1 == one.communications.size()));
        QJsonObject object{{QStringLiteral("participantId"), one.id},
                           {QStringLiteral("participantName"), one.name},
                           {QStringLiteral("purpose"), one.purpose},
                           {QStringLiteral("sessions"), sessions}};
        if (one.user >= 0)
            object.insert(QStringLiteral("userId"), directory.userId(one.user));
        participants.append(object);
    }
    QJsonObject object{
        {QStringLiteral("conversationId"), conversation.id},
        {QStringLiteral("conversationStart"), isoTime(conversation.start)},
        {QStringLiteral("divisionIds"), QJsonArray{directory.divisionId(conversation.division)}},
        {QStringLiteral("originatingDirection"), conversation.direction},
        {QStringLiteral("participants"), participants}};
    if (conversation.end != 0)
        object.insert(QStringLiteral("conversationEnd"), isoTime(conversation.end));
    return object;
}

QJsonObject agentStatusJson(const Organisation &organisation, int user)
{
    const Directory &directory = organisation.directory();
    const UserRecord &record = directory.user(user);
    QJsonArray sessions;
    for (const std::size_t index : organisation.conversations().holding(user)) {
        const ConversationRecord &conversation = organisation.conversations().live[index];
        for (const ParticipantRecord &one : conversation.participants) {
            if (one.user != user || (!one.isLive() && !one.isInAfterCallWork()))
                continue;
            for (const CommunicationRecord &leg : one.communications) {
                if (one.isLive() && !leg.isLive())
                    continue;
                const qint64 since =
                    leg.isLive() && !leg.segments.isEmpty() ? leg.segments.last().start : one.acwStart;
                QJsonObject session{{QStringLiteral("conversationId"), conversation.id},
                                    {QStringLiteral("sessionId"), leg.id},
                                    {QStringLiteral("sessionStart"), isoTime(one.start)},
                                    {QStringLiteral("segmentStart"), isoTime(since)},
                                    {QStringLiteral("segmentType"), openSegmentType(one, leg)},
                                    {QStringLiteral("originatingDirection"), conversation.direction},
                                    {QStringLiteral("mediaType"), analyticsMediaType(leg.medium)}};
                if (one.queue >= 0)
                    session.insert(QStringLiteral("routedQueueId"), directory.queueId(one.queue));
                sessions.append(session);
            }
        }
    }
    QJsonObject object{{QStringLiteral("userId"), directory.userId(user)},
                       {QStringLiteral("userName"), record.name},
                       {QStringLiteral("divisionId"), directory.divisionId(record.division)},
                       {QStringLiteral("sessionCount"), sessions.size()},
                       {QStringLiteral("sessions"), sessions},
                       {QStringLiteral("systemPresence"),
                        record.presence.toUpper().replace(QLatin1Char(' '), QLatin1Char('_'))},
                       {QStringLiteral("presenceDate"), isoTime(record.presenceSince)},
                       {QStringLiteral("routingStatus"), routingStatusOf(organisation, user)},
                       {QStringLiteral("routingStatusDate"), isoTime(record.routingSince)},
                       {QStringLiteral("isOutOfOffice"), false}};
    if (record.manager >= 0)
        object.insert(QStringLiteral("managerId"), directory.userId(record.manager));
    return object;
}

} // namespace offboarding::demo
