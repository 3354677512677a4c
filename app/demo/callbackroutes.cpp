// SPDX-License-Identifier: GPL-3.0-or-later
// Scheduled callbacks that belong to a user (contract §5.4). Nothing lists them by owner: analytics does.
#include "app/demo/jsonwriter.h"
#include "app/demo/organisation.h"
#include "app/demo/router.h"

namespace offboarding::demo {

namespace {

/// What PatchCallbackRequest asks for, checked.
struct CallbackChange
{
    QString conversationId;
    int owner = -1;
    int queue = -1;     ///< -1: as it is
    qint64 time = 0;    ///< 0: as it is
    QString waitingLeg; ///< communication id: the callback's own id
};

Answer<CallbackChange> changeOf(const HandlerContext &context, const QJsonValue &request)
{
    const Directory &directory = context.organisation.directory();
    CallbackChange change;
    change.conversationId = request[QLatin1String("conversationId")].toString();
    const std::optional<ConversationRecord> conversation =
        context.organisation.conversations().read(change.conversationId);
    if (!conversation || conversation->medium != Medium::Callback)
        return refused(notFound(QStringLiteral("callback"), change.conversationId));
    for (const ParticipantRecord &one : conversation->participants) {
        for (const CommunicationRecord &leg : one.communications) {
            if (one.purpose == QLatin1String("acd") && leg.state == QLatin1String("scheduled"))
                change.waitingLeg = leg.id;
        }
    }
    if (change.waitingLeg.isEmpty())
        return refused(badRequest(QStringLiteral("The callback is not scheduled any more.")));
    const QString agent = request[QLatin1String("agentId")].toString();
    change.owner = directory.userOf(agent);
    if (change.owner < 0 || directory.user(change.owner).state != UserState::Active)
        return refused(notFound(QStringLiteral("user"), agent));
    const QString queue = request[QLatin1String("queueId")].toString();
    change.queue = directory.queueOf(queue);
    if (!queue.isEmpty() && change.queue < 0)
        return refused(notFound(QStringLiteral("queue"), queue));
    const QString time = request[QLatin1String("callbackScheduledTime")].toString();
    change.time = time.isEmpty() ? 0 : parsedTime(time);
    if (change.time < 0)
        return refused(badRequest(QStringLiteral("The time is not valid."), QStringLiteral("invalid.date")));
    return change;
}

QJsonObject apply(const HandlerContext &context, const CallbackChange &change)
{
    ConversationRecord *conversation = context.organisation.conversations().edit(change.conversationId);
    if (conversation) {
        conversation->owner = change.owner;
        for (ParticipantRecord &one : conversation->participants) {
            if (change.queue >= 0 && one.queue >= 0) {
                one.queue = change.queue;
                one.name = context.organisation.directory().queue(change.queue).name;
            }
            for (CommunicationRecord &leg : one.communications)
                leg.scheduled = change.time > 0 ? change.time : leg.scheduled;
        }
    }
    const QJsonObject identifier{{QStringLiteral("type"), QStringLiteral("ACD")},
                                 {QStringLiteral("id"), change.waitingLeg}};
    return {{QStringLiteral("conversation"), QJsonObject{{QStringLiteral("id"), change.conversationId}}},
            {QStringLiteral("callbackIdentifiers"), QJsonArray{identifier}}};
}

Reply patchCallback(const HandlerContext &context)
{
    const Answer<CallbackChange> change = changeOf(context, context.request.json);
    return change ? Reply::json(apply(context, *change)) : Reply::refuse(change.error());
}

/// 200 even if some of them failed: each has its own result.
Reply patchCallbacks(const HandlerContext &context)
{
    const QJsonArray requests = context.request.json[QLatin1String("patchCallbackRequests")].toArray();
    if (requests.isEmpty())
        return Reply::refuse(badRequest(QStringLiteral("The body must have patchCallbackRequests.")));
    QJsonArray results;
    QJsonArray failed;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        const Answer<CallbackChange> change = changeOf(context, requests.at(i));
        if (change) {
            results.append(QJsonObject{{QStringLiteral("entity"), apply(context, *change)}});
            continue;
        }
        failed.append(static_cast<int>(i));
        const QJsonObject error{{QStringLiteral("message"), change.error().message},
                                {QStringLiteral("code"), change.error().code},
                                {QStringLiteral("status"), change.error().status}};
        results.append(QJsonObject{{QStringLiteral("error"), error}});
    }
    return Reply::json(QJsonObject{{QStringLiteral("results"), results},
                                   {QStringLiteral("errorCount"), failed.size()},
                                   {QStringLiteral("errorIndexes"), failed}});
}

Reply disconnectCallbacks(const HandlerContext &context)
{
    const QJsonArray ids = context.request.json[QLatin1String("callbackDisconnectIdentifiers")].toArray();
    if (ids.isEmpty())
        return Reply::refuse(badRequest(QStringLiteral("The body must have callbackDisconnectIdentifiers.")));
    for (const QJsonValue &one : ids)
        context.organisation.disconnectConversation(one[QLatin1String("conversationId")].toString());
    return Reply::empty(202);
}

} // namespace

void addCallbackRoutes(Router &router)
{
    const RequiredPermissions edit = anyOf({"conversation:callback:edit"});
    router.add("PATCH", "/conversations/callbacks", patchCallback, edit);
    router.add("POST", "/conversations/callbacks/bulk/update", patchCallbacks, edit);
    router.add("POST", "/conversations/callbacks/bulk/disconnect", disconnectCallbacks,
               anyOf({"conversation:communication:disconnect"}));
}

} // namespace offboarding::demo
