// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on an account: voicemail, external ids, licences, OAuth clients (contract §6.6 and §6.7).
#include "app/demo/jsonwriter.h"
#include "app/demo/listing.h"
#include "app/demo/organisation.h"
#include "app/demo/tokenstore.h"

namespace offboarding::demo {

namespace {

constexpr qint64 hourMs = 3600LL * 1000;
constexpr int mostExternalIds = 100;

/// How many messages lie in the mailbox: the same for the same user.
int voicemailCount(const Directory &directory, int user)
{
    Random random(directory.seed ^ (static_cast<quint64>(user) << 24) ^ 0x70CEULL);
    return random.chance(40) ? 0 : random.below(9);
}

Reply readMailbox(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    const int total = voicemailCount(directory, *user);
    QJsonObject object{{QStringLiteral("id"), context.captured(0)},
                       {QStringLiteral("ownerType"), QStringLiteral("User")},
                       {QStringLiteral("usageSizeBytes"), total * 120000},
                       {QStringLiteral("totalCount"), total},
                       {QStringLiteral("unreadCount"), total / 2},
                       {QStringLiteral("deletedCount"), 0},
                       {QStringLiteral("createdDate"), isoTime(directory.base - 24 * 400 * hourMs)}};
    if (total / 2 > 0) {
        object.insert(QStringLiteral("newestUnreadDate"), isoTime(directory.base - 3 * hourMs));
        object.insert(QStringLiteral("oldestUnreadDate"), isoTime(directory.base - 3 * total * hourMs));
    }
    return Reply::json(object);
}

Reply listMessages(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    const int total = voicemailCount(directory, *user);
    return listing(context, total, 100, [&](int index) {
        return QJsonObject{
            {QStringLiteral("id"), QStringLiteral("%1-%2").arg(context.captured(0)).arg(index)},
            {QStringLiteral("read"), index >= total / 2},
            {QStringLiteral("audioRecordingDurationSeconds"), 12 + index * 7},
            {QStringLiteral("createdDate"), isoTime(directory.base - 3 * (index + 1) * hourMs)}};
    });
}

Reply readVoicemailPolicy(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    return user ? Reply::json(QJsonObject{{QStringLiteral("enabled"), true},
                                          {QStringLiteral("alertTimeoutSeconds"), 20},
                                          {QStringLiteral("sendEmailNotifications"), true}})
                : Reply::refuse(user.error());
}

QJsonArray externalIdsJson(const Directory &directory, int user)
{
    QJsonArray list;
    const QList<ExternalIdRecord> ids = directory.externalIds.value(user);
    for (const ExternalIdRecord &one : ids)
        list.append(QJsonObject{{QStringLiteral("authorityName"), one.authority},
                                {QStringLiteral("externalKey"), one.key}});
    return list;
}

Reply listExternalIds(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    return user ? Reply::json(externalIdsJson(context.organisation.directory(), *user))
                : Reply::refuse(user.error());
}

Reply addExternalId(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    Directory &directory = context.organisation.directory();
    const ExternalIdRecord record{context.request.json[QLatin1String("authorityName")].toString(),
                                  context.request.json[QLatin1String("externalKey")].toString()};
    if (record.authority.isEmpty() || record.key.isEmpty() ||
        directory.externalIds.value(*user).size() >= mostExternalIds)
        return Reply::refuse(
            badRequest(QStringLiteral("Name an authorityName and an externalKey, at most 100 for a user.")));
    for (auto it = directory.externalIds.cbegin(); it != directory.externalIds.cend(); ++it) {
        for (const ExternalIdRecord &one : it.value()) {
            if (one.authority != record.authority || one.key != record.key)
                continue;
            Refusal refusal = badRequest(QStringLiteral("This external id belongs to a user already."),
                                         QStringLiteral("general.conflict"));
            refusal.status = 409;
            return Reply::refuse(refusal);
        }
    }
    directory.externalIds[*user].append(record);
    return Reply::json(externalIdsJson(directory, *user), 201);
}

Reply deleteExternalId(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    QList<ExternalIdRecord> ids = context.organisation.directory().externalIds.value(*user);
    const auto removed = ids.removeIf([&context](const ExternalIdRecord &one) {
        return one.authority == context.captured(1) && one.key == context.captured(2);
    });
    if (removed == 0)
        return Reply::refuse(notFound(QStringLiteral("external id"), context.captured(2)));
    context.organisation.directory().externalIds.insert(*user, ids);
    return Reply::empty(204);
}

/// Licences follow from the roles: whoever has none uses none.
QStringList licencesOf(const Directory &directory, int user)
{
    const quint32 roles = directory.rolesOf(directory.user(user));
    QStringList licences;
    if ((roles & 0x02U) != 0)
        licences.append(QStringLiteral("communicate"));
    if ((roles & 0x0CU) != 0)
        licences.append(QStringLiteral("engage1"));
    if ((roles & 0x30U) != 0)
        licences.append(QStringLiteral("engage3"));
    return licences;
}

QJsonObject licenceJson(const QString &id)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("description"), QStringLiteral("Demo licence %1").arg(id)},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/license/definitions/") + id)}};
}

Reply readLicences(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    QJsonArray licences;
    for (const QString &id : licencesOf(context.organisation.directory(), *user))
        licences.append(licenceJson(id));
    return Reply::json(QJsonObject{
        {QStringLiteral("id"), context.captured(0)},
        {QStringLiteral("licenses"), licences},
        {QStringLiteral("selfUri"), QStringLiteral("/api/v2/license/users/%1").arg(context.captured(0))}});
}

Reply listLicences(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    std::vector<int> users;
    for (int user = 0; user < static_cast<int>(directory.users.size()); ++user) {
        if (!licencesOf(directory, user).isEmpty())
            users.push_back(user);
    }
    return listing(context, static_cast<int>(users.size()), 100, [&](int index) {
        const int user = users[static_cast<std::size_t>(index)];
        return QJsonObject{
            {QStringLiteral("id"), directory.userId(user)},
            {QStringLiteral("licenses"), QJsonArray::fromStringList(licencesOf(directory, user))}};
    });
}

/// A read, in spite of the method: user id → licences.
Reply readManyLicences(const HandlerContext &context)
{
    if (!context.request.json.isArray())
        return Reply::refuse(badRequest(QStringLiteral("The body must be an array of user ids.")));
    const Directory &directory = context.organisation.directory();
    QJsonObject found;
    const QJsonArray ids = context.request.json.toArray();
    for (const QJsonValue &id : ids) {
        const int user = directory.userOf(id.toString());
        if (user >= 0)
            found.insert(id.toString(), QJsonArray::fromStringList(licencesOf(directory, user)));
    }
    return Reply::json(found);
}

Reply listLicenceDefinitions(const HandlerContext &context)
{
    Q_UNUSED(context)
    return Reply::json(QJsonArray{licenceJson(QStringLiteral("communicate")),
                                  licenceJson(QStringLiteral("engage1")),
                                  licenceJson(QStringLiteral("engage3"))});
}

Reply listTrustors(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    return user ? listing(context, QJsonArray(), 100) : Reply::refuse(user.error());
}

/// The demo's own client, and one that a leaver made: it goes on working without them.
QJsonArray clientsJson(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const auto client = [&](const QString &id, const QString &name, int creator) {
        QJsonObject object{
            {QStringLiteral("id"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("accessTokenValiditySeconds"), context.tokens.lifetimeSeconds()},
            {QStringLiteral("authorizedGrantType"), QStringLiteral("CLIENT-CREDENTIALS")},
            {QStringLiteral("state"), QStringLiteral("active")},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/oauth/clients/") + id)}};
        if (creator >= 0)
            object.insert(QStringLiteral("createdBy"),
                          QJsonObject{{QStringLiteral("id"), directory.userId(creator)}});
        return object;
    };
    QJsonArray clients{client(context.tokens.clientId(), QStringLiteral("Demo client"), -1)};
    if (!directory.users.empty())
        clients.append(client(directory.ids.make(IdKind::Client, 1), QStringLiteral("Nightly export"), 0));
    return clients;
}

/// Takes no paging parameters.
Reply listClients(const HandlerContext &context)
{
    const QJsonArray clients = clientsJson(context);
    return Reply::json(QJsonObject{{QStringLiteral("entities"), clients},
                                   {QStringLiteral("pageSize"), clients.size()},
                                   {QStringLiteral("pageNumber"), 1},
                                   {QStringLiteral("total"), clients.size()},
                                   {QStringLiteral("pageCount"), 1},
                                   {QStringLiteral("selfUri"), QStringLiteral("/api/v2/oauth/clients")}});
}

Reply readClient(const HandlerContext &context)
{
    const QJsonArray clients = clientsJson(context);
    for (const QJsonValue &client : clients) {
        if (client[QLatin1String("id")].toString() == context.captured(0))
            return Reply::json(client.toObject());
    }
    return Reply::refuse(notFound(QStringLiteral("client"), context.captured(0)));
}

} // namespace

void addAccountRoutes(Router &router)
{
    const RequiredPermissions licence = anyOf({"authorization:grant:add", "authorization:license:view"});
    const RequiredPermissions client = anyOf({"oauth:client:view"});
    const RequiredPermissions edit = anyOf({"directory:user:edit"});
    router.add("GET", "/voicemail/users/{userId}/mailbox", readMailbox,
               anyOf({"voicemail:mailbox:viewOther"}));
    router.add("GET", "/voicemail/users/{userId}/messages", listMessages,
               anyOf({"voicemail:voicemail:viewOther"}));
    router.add("GET", "/voicemail/userpolicies/{userId}", readVoicemailPolicy,
               anyOf({"telephony:plugin:all", "voicemail:userPolicy:viewOther"}));
    router.add("GET", "/users/{userId}/externalid", listExternalIds);
    router.add("POST", "/users/{userId}/externalid", addExternalId, edit);
    router.add("DELETE", "/users/{userId}/externalid/{authorityName}/{externalKey}", deleteExternalId, edit);
    router.add("GET", "/license/users", listLicences);
    router.add("POST", "/license/users", readManyLicences, licence);
    router.add("GET", "/license/users/{userId}", readLicences, licence);
    router.add("GET", "/license/definitions", listLicenceDefinitions, licence);
    router.add("GET", "/users/{userId}/trustors", listTrustors, allOf({"authorization:orgTrustor:view"}));
    router.add("GET", "/oauth/clients", listClients, client);
    router.add("GET", "/oauth/clients/{clientId}", readClient, client);
}

} // namespace offboarding::demo
