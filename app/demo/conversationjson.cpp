// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/conversationjson.h"

#include "app/demo/jsonwriter.h"

#include <QJsonArray>

namespace offboarding::demo {

namespace {

void insertTime(QJsonObject &object, const QString &name, qint64 time)
{
    if (time != 0)
        object.insert(name, isoTime(time));
}

void insertText(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QJsonObject communicationJson(const CommunicationRecord &leg, const ParticipantRecord &owner)
{
    QJsonArray segments;
    for (const SegmentRecord &segment : leg.segments) {
        QJsonObject one{{QStringLiteral("type"), segment.type}};
        insertTime(one, QStringLiteral("startTime"), segment.start);
        insertTime(one, QStringLiteral("endTime"), segment.end);
        insertText(one, QStringLiteral("disconnectType"), segment.disconnectType);
        segments.append(one);
    }
    const bool isAgent = owner.user >= 0;
    QJsonObject object{{QStringLiteral("id"), leg.id},
                       {QStringLiteral("state"), leg.state},
                       {QStringLiteral("initialState"),
                        leg.alerting != 0 ? QStringLiteral("alerting") : QStringLiteral("connected")},
                       {QStringLiteral("direction"), leg.direction},
                       {QStringLiteral("held"), leg.held},
                       {QStringLiteral("segments"), segments},
                       {QStringLiteral("provider"), QStringLiteral("DEMO")},
                       {QStringLiteral("afterCallWorkRequired"), isAgent}};
    insertTime(object, QStringLiteral("startAlertingTime"), leg.alerting);
    insertTime(object, QStringLiteral("connectedTime"), leg.connected);
    insertTime(object, QStringLiteral("disconnectedTime"), leg.disconnected);
    insertText(object, QStringLiteral("disconnectType"), leg.disconnectType);
    if (leg.held && !leg.segments.isEmpty())
        insertTime(object, QStringLiteral("startHoldTime"), leg.segments.last().start);
    if (isAgent) {
        QJsonObject work{{QStringLiteral("state"), leg.afterCallWork}};
        insertTime(work, QStringLiteral("startTime"), owner.acwStart);
        insertTime(work, QStringLiteral("endTime"), owner.acwEnd);
        object.insert(QStringLiteral("afterCallWork"), work);
    }
    switch (leg.medium) {
    case Medium::Call:
        object.insert(QStringLiteral("muted"), leg.muted);
        object.insert(QStringLiteral("recording"), false);
        break;
    case Medium::Callback:
        insertTime(object, QStringLiteral("callbackScheduledTime"), leg.scheduled);
        object.insert(QStringLiteral("callbackNumbers"), QJsonArray{QStringLiteral("+4901990000000")});
        break;
    case Medium::Email:
        object.insert(QStringLiteral("subject"), QStringLiteral("Demo enquiry"));
        break;
    case Medium::Message:
        object.insert(QStringLiteral("type"), QStringLiteral("webmessaging"));
        break;
    case Medium::Chat:
        break;
    }
    return object;
}

QJsonObject participantJson(const Directory &directory, const ParticipantRecord &one)
{
    QJsonObject object{{QStringLiteral("id"), one.id},
                       {QStringLiteral("name"), one.name},
                       {QStringLiteral("purpose"), one.purpose},
                       {QStringLiteral("wrapupRequired"), one.user >= 0},
                       {QStringLiteral("attributes"), QJsonObject()}};
    insertTime(object, QStringLiteral("startTime"), one.start);
    insertTime(object, QStringLiteral("connectedTime"), one.connected);
    insertTime(object, QStringLiteral("endTime"), one.end);
    insertText(object, QStringLiteral("address"), one.address);
    if (one.user >= 0) {
        const QString id = directory.userId(one.user);
        object.insert(QStringLiteral("userId"), id);
        object.insert(QStringLiteral("userUri"), QString(QLatin1String("/api/v2/users/") + id));
        object.insert(QStringLiteral("wrapupPrompt"), QStringLiteral("optional"));
        insertTime(object, QStringLiteral("startAcwTime"), one.acwStart);
        insertTime(object, QStringLiteral("endAcwTime"), one.acwEnd);
        if (!one.wrapupCode.isEmpty())
            object.insert(QStringLiteral("wrapup"), QJsonObject{{QStringLiteral("code"), one.wrapupCode},
                                                                {QStringLiteral("name"), one.wrapupCode}});
    }
    if (one.queue >= 0) {
        object.insert(QStringLiteral("queueId"), directory.queueId(one.queue));
        object.insert(QStringLiteral("queueName"), directory.queue(one.queue).name);
    }
    // The platform sends every media array, empty when unused.
    QHash<QString, QJsonArray> arrays;
    for (const CommunicationRecord &leg : one.communications)
        arrays[mediumArrayName(leg.medium)].append(communicationJson(leg, one));
    static const QStringList names = {QStringLiteral("calls"),        QStringLiteral("callbacks"),
                                      QStringLiteral("chats"),        QStringLiteral("emails"),
                                      QStringLiteral("messages"),     QStringLiteral("cobrowsesessions"),
                                      QStringLiteral("screenshares"), QStringLiteral("socialExpressions"),
                                      QStringLiteral("videos")};
    for (const QString &name : names)
        object.insert(name, arrays.value(name));
    return object;
}

} // namespace

QString mediumName(Medium medium)
{
    switch (medium) {
    case Medium::Call:
        return QStringLiteral("call");
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

QString mediumArrayName(Medium medium)
{
    return mediumName(medium) + QLatin1Char('s');
}

QJsonObject conversationJson(const Directory &directory, const ConversationRecord &conversation)
{
    QJsonArray participants;
    for (const ParticipantRecord &one : conversation.participants)
        participants.append(participantJson(directory, one));
    const QString divisionId = directory.divisionId(conversation.division);
    QJsonObject object{
        {QStringLiteral("id"), conversation.id},
        {QStringLiteral("startTime"), isoTime(conversation.start)},
        {QStringLiteral("address"), conversation.address},
        {QStringLiteral("participants"), participants},
        {QStringLiteral("recordingState"), QStringLiteral("NONE")},
        {QStringLiteral("recentTransfers"), conversation.transfers},
        {QStringLiteral("securePause"), false},
        {QStringLiteral("divisions"),
         QJsonArray{QJsonObject{{QStringLiteral("division"), QJsonObject{{QStringLiteral("id"), divisionId}}},
                                {QStringLiteral("entities"), QJsonArray()}}}},
        {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/conversations/") + conversation.id)}};
    insertTime(object, QStringLiteral("endTime"), conversation.end);
    return object;
}

} // namespace offboarding::demo
