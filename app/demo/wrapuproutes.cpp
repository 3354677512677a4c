// SPDX-License-Identifier: GPL-3.0-or-later
// Wrap-up, parking, and the rarer ways to move a participation (contract §5.1 and §5.3).
#include "app/demo/conversationjson.h"
#include "app/demo/identityprovider.h"
#include "app/demo/listing.h"
#include "app/demo/organisation.h"

namespace offboarding::demo {

namespace {

struct Place
{
    ConversationRecord conversation;
    ParticipantRecord participant;
};

Answer<Place> capturedPlace(const HandlerContext &context)
{
    std::optional<ConversationRecord> conversation =
        context.organisation.conversations().read(context.captured(0));
    if (!conversation)
        return refused(notFound(QStringLiteral("conversation"), context.captured(0)));
    const ParticipantRecord *participant = conversation->participant(context.captured(1));
    if (!participant) {
        Refusal refusal = notFound(QStringLiteral("participant"), context.captured(1));
        refusal.code = QStringLiteral("conversation.error.not.conversation.participant");
        return refused(refusal);
    }
    return Place{*conversation, *participant};
}

std::optional<Refusal> communicationRefusal(const HandlerContext &context, const Place &place)
{
    const QList<CommunicationRecord> &legs = place.participant.communications;
    const bool isThere = std::any_of(legs.cbegin(), legs.cend(), [&context](const CommunicationRecord &one) {
        return one.id == context.captured(2);
    });
    return isThere ? std::nullopt
                   : std::optional<Refusal>(notFound(QStringLiteral("communication"), context.captured(2)));
}

Reply readWrapup(const HandlerContext &context)
{
    const Answer<Place> place = capturedPlace(context);
    if (!place)
        return Reply::refuse(place.error());
    QJsonObject wrapup;
    if (!place->participant.wrapupCode.isEmpty())
        wrapup = {{QStringLiteral("code"), place->participant.wrapupCode},
                  {QStringLiteral("name"), place->participant.wrapupCode}};
    return Reply::json(wrapup);
}

/// Closes the after-call work of one communication; 202.
Reply postWrapup(const HandlerContext &context)
{
    const Answer<Place> place = capturedPlace(context);
    if (!place)
        return Reply::refuse(place.error());
    if (const std::optional<Refusal> refusal = communicationRefusal(context, *place))
        return Reply::refuse(*refusal);
    const QString code = context.request.json[QLatin1String("code")].toString();
    if (code.isEmpty())
        return Reply::refuse(badRequest(QStringLiteral("A wrap-up code is required."),
                                        QStringLiteral("conversation.error.wrapup.code.required")));
    context.organisation.finishAfterCallWork(context.captured(0), context.captured(1), code);
    return Reply::empty(202);
}

/// Applies only while the communication is connected.
Reply patchAfterCallWork(const HandlerContext &context)
{
    const Answer<Place> place = capturedPlace(context);
    if (!place)
        return Reply::refuse(place.error());
    if (const std::optional<Refusal> refusal = communicationRefusal(context, *place))
        return Reply::refuse(*refusal);
    const QJsonValue required = context.request.json[QLatin1String("afterCallWorkRequired")];
    if (!required.isBool() || !place->participant.isLive())
        return Reply::refuse(badRequest(
            QStringLiteral("afterCallWorkRequired can be set for a connected communication only.")));
    return Reply::json(QJsonObject{{QStringLiteral("afterCallWorkRequired"), required}});
}

/// A message or an e-mail is put aside ("parked") or taken up again ("connected").
template <Medium medium> Reply patchParkingState(const HandlerContext &context)
{
    const Answer<Place> place = capturedPlace(context);
    if (!place)
        return Reply::refuse(place.error());
    if (place->conversation.medium != medium)
        return Reply::refuse(notFound(QStringLiteral("conversation"), context.captured(0)));
    const QString state = context.request.json[QLatin1String("state")].toString();
    if (state != QLatin1String("parked") && state != QLatin1String("connected"))
        return Reply::refuse(
            badRequest(QStringLiteral("The state %1 cannot be set here.").arg(state.left(60)),
                       QStringLiteral("invalid.value")));
    if (!place->participant.isLive())
        return Reply::refuse(
            badRequest(QStringLiteral("The participant has no active communication."),
                       QStringLiteral("conversation.error.participant.no.active.conversations")));
    context.organisation.park(context.captured(0), context.captured(1), state);
    return Reply::empty(204);
}

/// Gives an interaction that waits in a queue to an agent.
Reply assign(const HandlerContext &context)
{
    const std::optional<ConversationRecord> conversation =
        context.organisation.conversations().read(context.captured(0));
    if (!conversation)
        return Reply::refuse(notFound(QStringLiteral("conversation"), context.captured(0)));
    const QString id = context.request.json[QLatin1String("id")].toString();
    const int user = context.organisation.directory().userOf(id);
    if (user < 0 || context.organisation.directory().user(user).state != UserState::Active)
        return Reply::refuse(notFound(QStringLiteral("user"), id));
    for (const ParticipantRecord &one : conversation->participants) {
        if (one.purpose != QLatin1String("acd") || !one.isLive())
            continue;
        context.organisation.handToAgent(context.captured(0), one.id, user);
        return Reply::text("\"\"", 202);
    }
    return Reply::refuse(badRequest(QStringLiteral("The conversation does not wait in a queue.")));
}

/// To an address outside, which joins as an external participant.
Reply transfer(const HandlerContext &context)
{
    const Answer<Place> place = capturedPlace(context);
    if (!place)
        return Reply::refuse(place.error());
    const QString address = context.request.json[QLatin1String("address")].toString();
    if (address.isEmpty())
        return Reply::refuse(badRequest(QStringLiteral("The transfer needs a destination."),
                                        QStringLiteral("conversations.error.transfer.destination.required")));
    const bool isConnected =
        std::any_of(place->participant.communications.cbegin(), place->participant.communications.cend(),
                    [](const CommunicationRecord &leg) { return leg.state == QLatin1String("connected"); });
    if (!isConnected)
        return Reply::refuse(badRequest(QStringLiteral("Only a connected communication can be transferred."),
                                        QStringLiteral("conversations.error.transfer.not.connected")));
    context.organisation.handToAddress(context.captured(0), context.captured(1), address);
    return Reply::empty(202);
}

/// The caller's own conversations, never anybody else's.
Reply listOwnConversations(const HandlerContext &context)
{
    if (context.caller.user < 0)
        return Reply::refuse(badRequest(
            QStringLiteral("This request requires a user context. Client credentials cannot be used for it."),
            QStringLiteral("not.a.user")));
    const ConversationBook &book = context.organisation.conversations();
    QJsonArray entities;
    for (const std::size_t index : book.holding(context.caller.user))
        entities.append(conversationJson(context.organisation.directory(), book.live[index]));
    return listing(context, entities, 100);
}

} // namespace

void addWrapupRoutes(Router &router)
{
    const RequiredPermissions wrapup = anyOf({"conversation:participant:wrapup"});
    router.add("GET", "/conversations", listOwnConversations);
    router.add("GET", "/conversations/{conversationId}/participants/{participantId}/wrapup", readWrapup);
    for (const char *media : {"calls", "callbacks", "emails", "messages"}) {
        const QByteArray path = QByteArray("/conversations/") + media +
                                "/{conversationId}/participants/{participantId}/communications/"
                                "{communicationId}/wrapup";
        router.add("POST", path.constData(), postWrapup, wrapup);
    }
    router.add("PATCH",
               "/conversations/aftercallwork/{conversationId}/participants/{participantId}/communications/"
               "{communicationId}",
               patchAfterCallWork, wrapup);
    router.add("PATCH", "/conversations/emails/{conversationId}/participants/{participantId}/parkingstate",
               patchParkingState<Medium::Email>, anyOf({"conversation:email:park"}));
    router.add("PATCH", "/conversations/messages/{conversationId}/participants/{participantId}/parkingstate",
               patchParkingState<Medium::Message>, anyOf({"conversation:message:park"}));
    router.add("POST", "/conversations/{conversationId}/assign", assign,
               anyOf({"conversation:call:pull", "conversation:call:assign", "conversation:callback:pull",
                      "conversation:callback:assign", "conversation:webchat:pull",
                      "conversation:webchat:assign", "conversation:email:pull", "conversation:email:assign",
                      "conversation:message:pull", "conversation:message:assign"}));
    router.add("POST", "/conversations/{conversationId}/participants/{participantId}/transfer", transfer,
               anyOf({"conversation:communication:blindTransfer"}));
}

} // namespace offboarding::demo
