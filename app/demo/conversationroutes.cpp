// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations: reading, and ending or handing over participations in both dialects (contract §4.6 and §5).
#include "app/demo/conversationjson.h"
#include "app/demo/organisation.h"
#include "app/demo/router.h"

#include <algorithm>

namespace offboarding::demo {

namespace {

struct Place
{
    ConversationRecord conversation; ///< a copy: what stands now
    ParticipantRecord participant;
};

Answer<ConversationRecord> conversationOf(const HandlerContext &context)
{
    const std::optional<ConversationRecord> conversation =
        context.organisation.conversations().read(context.captured(0));
    if (!conversation)
        return refused(notFound(QStringLiteral("conversation"), context.captured(0)));
    return *conversation;
}

Answer<Place> placeOf(const HandlerContext &context)
{
    Answer<ConversationRecord> conversation = conversationOf(context);
    if (!conversation)
        return refused(conversation.error());
    const ParticipantRecord *participant = conversation->participant(context.captured(1));
    if (!participant) {
        Refusal refusal = notFound(QStringLiteral("participant"), context.captured(1));
        refusal.code = QStringLiteral("conversation.error.not.conversation.participant");
        return refused(refusal);
    }
    return Place{*conversation, *participant};
}

Reply readConversation(const HandlerContext &context)
{
    const Answer<ConversationRecord> conversation = conversationOf(context);
    if (!conversation)
        return Reply::refuse(conversation.error());
    return Reply::json(conversationJson(context.organisation.directory(), *conversation));
}

/// legacy: the participant disappears from the conversation. 202: accepted, a moment later done.
Reply deleteParticipant(const HandlerContext &context)
{
    const Answer<Place> place = placeOf(context);
    if (!place)
        return Reply::refuse(place.error());
    context.organisation.removeParticipant(context.captured(0), context.captured(1));
    return Reply::empty(202);
}

Reply changeParticipant(const HandlerContext &context, const Place &place)
{
    const QString conversation = context.captured(0);
    const QString participant = context.captured(1);
    if (!context.request.json.isObject())
        return Reply::refuse(badRequest(QStringLiteral("The body must be an object.")));
    const QJsonObject body = context.request.json.toObject();
    const QJsonValue state = body.value(QLatin1String("state"));
    if (!state.isUndefined()) {
        const QString text = state.toString();
        if (text != QLatin1String("disconnected") && text != QLatin1String("connected"))
            return Reply::refuse(badRequest(QStringLiteral("The state %1 cannot be set.").arg(text.left(60)),
                                            QStringLiteral("invalid.value")));
        if (!place.participant.isLive() && !place.participant.isInAfterCallWork())
            return Reply::refuse(
                badRequest(QStringLiteral("The participant has no active communication."),
                           QStringLiteral("conversation.error.participant.no.active.conversations")));
        if (text == QLatin1String("disconnected"))
            context.organisation.endParticipation(conversation, participant);
        return Reply::empty(202);
    }
    const QJsonValue wrapup = body.value(QLatin1String("wrapup"));
    const bool skips = body.value(QLatin1String("wrapupSkipped")).toBool();
    if (wrapup.isObject() || skips) {
        const QString code = wrapup[QLatin1String("code")].toString();
        if (code.isEmpty() && !skips)
            return Reply::refuse(badRequest(QStringLiteral("A wrap-up code is required."),
                                            QStringLiteral("conversation.error.wrapup.code.required")));
        context.organisation.finishAfterCallWork(conversation, participant, code);
        return Reply::empty(202);
    }
    const QJsonValue held = body.value(QLatin1String("held"));
    const QJsonValue muted = body.value(QLatin1String("muted"));
    if (!held.isBool() && !muted.isBool())
        return Reply::refuse(badRequest(QStringLiteral("The body has nothing to change.")));
    context.organisation.hold(conversation, participant,
                              held.isBool() ? std::optional<bool>(held.toBool()) : std::nullopt,
                              muted.isBool() ? std::optional<bool>(muted.toBool()) : std::nullopt);
    return Reply::empty(202);
}

/// published: {"state":"disconnected"} and the other fields of MediaParticipantRequest.
Reply patchParticipant(const HandlerContext &context)
{
    const Answer<Place> place = placeOf(context);
    return place ? changeParticipant(context, *place) : Reply::refuse(place.error());
}

/// The same under /conversations/{media}s: the conversation must be of that medium.
template <Medium medium> Reply patchMediaParticipant(const HandlerContext &context)
{
    const Answer<Place> place = placeOf(context);
    if (!place)
        return Reply::refuse(place.error());
    if (place->conversation.medium != medium)
        return Reply::refuse(notFound(QStringLiteral("conversation"), context.captured(0)));
    return changeParticipant(context, *place);
}

/// One communication only; 200 with an empty object.
Reply patchCommunication(const HandlerContext &context)
{
    const Answer<Place> place = placeOf(context);
    if (!place)
        return Reply::refuse(place.error());
    const QString &id = context.captured(2);
    const QList<CommunicationRecord> &legs = place->participant.communications;
    const auto leg = std::find_if(legs.cbegin(), legs.cend(),
                                  [&id](const CommunicationRecord &one) { return one.id == id; });
    if (leg == legs.cend())
        return Reply::refuse(notFound(QStringLiteral("communication"), id));
    if (context.request.json[QLatin1String("state")].toString() != QLatin1String("disconnected"))
        return Reply::refuse(badRequest(QStringLiteral("Only the state disconnected can be set here."),
                                        QStringLiteral("invalid.value")));
    if (!leg->isLive())
        return Reply::refuse(badRequest(QStringLiteral("The communication has ended already."),
                                        QStringLiteral("conversation.error.call.disconnected")));
    context.organisation.endCommunication(context.captured(0), context.captured(1), id);
    return Reply::json(QJsonObject());
}

std::optional<Refusal> transferRefusal(const Place &place)
{
    const bool isConnected =
        std::any_of(place.participant.communications.cbegin(), place.participant.communications.cend(),
                    [](const CommunicationRecord &leg) { return leg.state == QLatin1String("connected"); });
    if (isConnected)
        return std::nullopt;
    return badRequest(QStringLiteral("Only a connected communication can be transferred."),
                      QStringLiteral("conversations.error.transfer.not.connected"));
}

Refusal missingDestination()
{
    return badRequest(QStringLiteral("The transfer needs a destination."),
                      QStringLiteral("conversations.error.transfer.destination.required"));
}

Reply toQueue(const HandlerContext &context, const QString &queueId)
{
    const int queue = context.organisation.directory().queueOf(queueId);
    if (queue < 0) {
        Refusal refusal = notFound(QStringLiteral("queue"), queueId);
        refusal.code = QStringLiteral("conversations.error.transfer.queue.not.found");
        return Reply::refuse(refusal);
    }
    context.organisation.handToQueue(context.captured(0), context.captured(1), queue);
    return Reply::empty(202);
}

Reply toAgent(const HandlerContext &context, const Place &place, const QString &userId)
{
    const Directory &directory = context.organisation.directory();
    const int user = directory.userOf(userId);
    if (user < 0 || directory.user(user).state != UserState::Active)
        return Reply::refuse(notFound(QStringLiteral("user"), userId));
    if (user == place.participant.user)
        return Reply::refuse(badRequest(QStringLiteral("The user is on this conversation already."),
                                        QStringLiteral("conversations.error.transfer.same.party")));
    context.organisation.handToAgent(context.captured(0), context.captured(1), user);
    return Reply::empty(202);
}

/// The /replace family: connected media only.
Reply replaceWithAny(const HandlerContext &context)
{
    const Answer<Place> place = placeOf(context);
    if (!place)
        return Reply::refuse(place.error());
    const QString queueId = context.request.json[QLatin1String("queueId")].toString();
    const QString userId = context.request.json[QLatin1String("userId")].toString();
    if (queueId.isEmpty() && userId.isEmpty())
        return Reply::refuse(missingDestination());
    if (const std::optional<Refusal> refusal = transferRefusal(*place))
        return Reply::refuse(*refusal);
    return queueId.isEmpty() ? toAgent(context, *place, userId) : toQueue(context, queueId);
}

Reply replaceWithQueue(const HandlerContext &context)
{
    if (context.request.json[QLatin1String("queueId")].toString().isEmpty())
        return Reply::refuse(missingDestination());
    return replaceWithAny(context);
}

Reply replaceWithAgent(const HandlerContext &context)
{
    if (context.request.json[QLatin1String("userId")].toString().isEmpty())
        return Reply::refuse(missingDestination());
    return replaceWithAny(context);
}

Reply disconnectAll(const HandlerContext &context)
{
    const Answer<ConversationRecord> conversation = conversationOf(context);
    if (!conversation)
        return Reply::refuse(conversation.error());
    context.organisation.disconnectConversation(context.captured(0));
    return Reply::text("\"\"", 202);
}

Reply deleteConversation(const HandlerContext &context)
{
    const Answer<ConversationRecord> conversation = conversationOf(context);
    if (!conversation)
        return Reply::refuse(conversation.error());
    context.organisation.disconnectConversation(context.captured(0));
    return Reply::empty(204);
}

template <Medium medium> Reply patchMediaConversation(const HandlerContext &context)
{
    const Answer<ConversationRecord> conversation = conversationOf(context);
    if (!conversation)
        return Reply::refuse(conversation.error());
    if (conversation->medium != medium)
        return Reply::refuse(notFound(QStringLiteral("conversation"), context.captured(0)));
    if (context.request.json[QLatin1String("state")].toString() != QLatin1String("disconnected"))
        return Reply::refuse(badRequest(QStringLiteral("Only the state disconnected can be set here."),
                                        QStringLiteral("invalid.value")));
    context.organisation.disconnectConversation(context.captured(0));
    // Of the media only calls are documented to answer "accepted" here.
    return Reply::json(conversationJson(context.organisation.directory(), *conversation),
                       medium == Medium::Call ? 202 : 200);
}

Reply listWrapupCodes(const HandlerContext &context)
{
    const Answer<Place> place = placeOf(context);
    if (!place)
        return Reply::refuse(place.error());
    QJsonArray codes;
    for (const char *code : {"Done", "Follow-up", "Wrong number"})
        codes.append(QJsonObject{{QStringLiteral("id"), QString::fromLatin1(code)},
                                 {QStringLiteral("name"), QString::fromLatin1(code)}});
    return Reply::json(codes);
}

template <Medium medium> void addMediaRoutes(Router &router, const char *array)
{
    const QByteArray base = QByteArray("/conversations/") + array + "/{conversationId}";
    const QByteArray participant = base + "/participants/{participantId}";
    const QByteArray communication = participant + "/communications/{communicationId}";
    const QByteArray replace = participant + "/replace";
    RequiredPermissions end = anyOf({"conversation:communication:disconnect"});
    RequiredPermissions change = anyOf({"conversation:participant:wrapup", "conversation:call:record",
                                        "conversation:communication:disconnect"});
    if (medium == Medium::Message)
        end.names.append(QStringLiteral("conversation:message:park"));
    if (medium == Medium::Email)
        change.names.append(QStringLiteral("conversation:email:park"));
    router.add("PATCH", base.constData(), patchMediaConversation<medium>, end);
    router.add("PATCH", participant.constData(), patchMediaParticipant<medium>, change);
    router.add("PATCH", communication.constData(), patchCommunication);
    router.add("POST", replace.constData(), replaceWithAny,
               anyOf({"conversation:communication:blindTransfer"}));
}

} // namespace

void addConversationRoutes(Router &router)
{
    router.add("GET", "/conversations/{conversationId}", readConversation,
               anyOf({"conversation:communication:view"}));
    router.add("DELETE", "/conversations/{conversationId}", deleteConversation,
               anyOf({"conversation:communication:disconnect"}));
    router.add("POST", "/conversations/{conversationId}/disconnect", disconnectAll,
               anyOf({"conversation:communication:disconnect"}));
    router.add("PATCH", "/conversations/{conversationId}/participants/{participantId}", patchParticipant,
               anyOf({"conversation:participant:wrapup", "conversation:call:record",
                      "conversation:communication:disconnect"}));
    router.add("DELETE", "/conversations/{conversationId}/participants/{participantId}", deleteParticipant,
               anyOf({"conversation:communication:disconnect"}), RouteDialect::LegacyOnly);
    router.add("GET", "/conversations/{conversationId}/participants/{participantId}/wrapupcodes",
               listWrapupCodes);
    router.add("POST", "/conversations/{conversationId}/participants/{participantId}/replace", replaceWithAny,
               anyOf({"conversation:communication:blindTransfer"}));
    router.add(
        "POST", "/conversations/{conversationId}/participants/{participantId}/replace/queue",
        replaceWithQueue,
        anyOf({"conversation:communication:blindTransfer", "conversation:communication:blindTransferQueue"}));
    router.add(
        "POST", "/conversations/{conversationId}/participants/{participantId}/replace/agent",
        replaceWithAgent,
        anyOf({"conversation:communication:blindTransfer", "conversation:communication:blindTransferAgent"}));
    // Chats have no paths of their own any more (contract §5.1).
    addMediaRoutes<Medium::Call>(router, "calls");
    addMediaRoutes<Medium::Callback>(router, "callbacks");
    addMediaRoutes<Medium::Email>(router, "emails");
    addMediaRoutes<Medium::Message>(router, "messages");
}

} // namespace offboarding::demo
