// SPDX-License-Identifier: GPL-3.0-or-later
// How a person can be reached: presence, routing status, forwarding, out of office, reports (contract §6.5).
#include "app/demo/listing.h"
#include "app/demo/names.h"
#include "app/demo/organisation.h"
#include "app/demo/userjson.h"

namespace offboarding::demo {

namespace {

/// Answers OFF_QUEUE even for an id that nobody has: no proof that a user exists.
Reply readRoutingStatus(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    QJsonObject object{{QStringLiteral("userId"), context.captured(0)},
                       {QStringLiteral("status"), QStringLiteral("OFF_QUEUE")}};
    if (user) {
        object.insert(QStringLiteral("status"), routingStatusOf(context.organisation, *user));
        object.insert(QStringLiteral("startTime"),
                      isoTime(context.organisation.directory().user(*user).routingSince));
    }
    return Reply::json(object);
}

Reply putRoutingStatus(const HandlerContext &context)
{
    static const QStringList known = {QStringLiteral("OFF_QUEUE"), QStringLiteral("IDLE"),
                                      QStringLiteral("INTERACTING"), QStringLiteral("NOT_RESPONDING"),
                                      QStringLiteral("COMMUNICATING")};
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const QString status = context.request.json[QLatin1String("status")].toString();
    if (!known.contains(status))
        return Reply::refuse(
            badRequest(QStringLiteral("The value %1 is not a routing status.").arg(status.left(60)),
                       QStringLiteral("invalid.value")));
    UserRecord &record = context.organisation.directory().user(*user);
    record.routingStatus = status;
    record.routingSince = context.organisation.now();
    return readRoutingStatus(context);
}

/// Only one source of presences is generated.
Answer<int> userOfPresence(const HandlerContext &context)
{
    const bool isKnown = context.request.captured.size() < 2 ||
                         context.captured(1).compare(QLatin1String("purecloud"), Qt::CaseInsensitive) == 0;
    if (!isKnown)
        return refused(notFound(QStringLiteral("presence source"), context.captured(1)));
    return capturedUser(context);
}

Reply readPresence(const HandlerContext &context)
{
    const Answer<int> user = userOfPresence(context);
    return user ? Reply::json(presenceJson(context.organisation.directory(), *user))
                : Reply::refuse(user.error());
}

std::optional<Refusal> setPresence(const HandlerContext &context, int user, const QJsonValue &wanted)
{
    Directory &directory = context.organisation.directory();
    UserRecord &record = directory.user(user);
    const QString id = wanted[QLatin1String("presenceDefinition")][QLatin1String("id")].toString();
    if (!id.isEmpty()) {
        const auto name = std::find_if(systemPresences().cbegin(), systemPresences().cend(),
                                       [&](const QString &one) { return presenceId(directory, one) == id; });
        if (name == systemPresences().cend())
            return notFound(QStringLiteral("presence definition"), id);
        record.presence = *name;
        record.presenceSince = context.organisation.now();
    }
    record.presenceMessage = wanted[QLatin1String("message")].toString(record.presenceMessage);
    return std::nullopt;
}

Reply patchPresence(const HandlerContext &context)
{
    const Answer<int> user = userOfPresence(context);
    if (!user)
        return Reply::refuse(user.error());
    if (const std::optional<Refusal> refusal = setPresence(context, *user, context.request.json))
        return Reply::refuse(*refusal);
    return Reply::json(presenceJson(context.organisation.directory(), *user));
}

/// The id of an entry is the user's.
Reply putPresences(const HandlerContext &context)
{
    const QJsonArray entries = context.request.json.toArray();
    if (!context.request.json.isArray() || entries.isEmpty())
        return Reply::refuse(badRequest(QStringLiteral("The body must be an array.")));
    QJsonArray changed;
    for (const QJsonValue &entry : entries) {
        const int user = context.organisation.directory().userOf(entry[QLatin1String("id")].toString());
        if (user < 0)
            return Reply::refuse(notFound(QStringLiteral("user"), entry[QLatin1String("id")].toString()));
        if (const std::optional<Refusal> refusal = setPresence(context, user, entry))
            return Reply::refuse(*refusal);
        changed.append(presenceJson(context.organisation.directory(), user));
    }
    return Reply::json(changed);
}

/// Who still names this user as manager.
Reply listDirectReports(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    JsonWriter writer(1024);
    writer.beginArray();
    for (std::size_t i = 0; i < directory.users.size(); ++i) {
        const UserRecord &one = directory.users[i];
        if (one.manager == *user && one.state != UserState::Deleted)
            writeUser(writer, context.organisation, static_cast<int>(i), one, UserExpansion());
    }
    writer.endArray();
    return Reply::text(writer.take());
}

Reply readOutOfOffice(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    return user ? Reply::json(outOfOfficeJson(context.organisation.directory(), *user))
                : Reply::refuse(user.error());
}

Reply putOutOfOffice(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const QJsonObject body = context.request.json.toObject();
    AbsenceRecord absence;
    absence.active = body.value(QLatin1String("active")).toBool();
    absence.indefinite = body.value(QLatin1String("indefinite")).toBool();
    absence.start = qMax<qint64>(0, parsedTime(body.value(QLatin1String("startDate")).toString()));
    absence.end = qMax<qint64>(0, parsedTime(body.value(QLatin1String("endDate")).toString()));
    context.organisation.directory().absences.insert(*user, absence);
    return readOutOfOffice(context);
}

Reply readForwarding(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    const ForwardingRecord record = directory.forwardings.value(*user);
    QJsonArray calls;
    if (!record.target.isEmpty()) {
        const QJsonObject target{{QStringLiteral("type"), record.targetType},
                                 {QStringLiteral("value"), record.target}};
        calls.append(QJsonObject{{QStringLiteral("targets"), QJsonArray{target}}});
    }
    QJsonObject object{{QStringLiteral("user"), userReference(directory, *user)},
                       {QStringLiteral("enabled"), record.enabled},
                       {QStringLiteral("calls"), calls},
                       {QStringLiteral("voicemail"), record.voicemail},
                       {QStringLiteral("selfUri"),
                        QStringLiteral("/api/v2/users/%1/callforwarding").arg(context.captured(0))}};
    if (record.modified != 0)
        object.insert(QStringLiteral("modifiedDate"), isoTime(record.modified));
    return Reply::json(object);
}

/// PUT replaces the whole, PATCH what is in the body.
template <bool replaces> Reply changeForwarding(const HandlerContext &context)
{
    static const QStringList voicemails = {QStringLiteral("PURECLOUD"), QStringLiteral("LASTCALL"),
                                           QStringLiteral("NONE")};
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const QJsonObject body = context.request.json.toObject();
    ForwardingRecord record =
        replaces ? ForwardingRecord() : context.organisation.directory().forwardings.value(*user);
    const QJsonValue enabled = body.value(QLatin1String("enabled"));
    if (replaces && !enabled.isBool())
        return Reply::refuse(badRequest(QStringLiteral("The body must say enabled.")));
    record.enabled = enabled.toBool(record.enabled);
    if (body.contains(QLatin1String("calls"))) {
        const QJsonValue target = body.value(QLatin1String("calls"))[0][QLatin1String("targets")][0];
        record.target = target[QLatin1String("value")].toString();
        record.targetType = target[QLatin1String("type")].toString(QStringLiteral("PHONENUMBER"));
    }
    record.voicemail = body.value(QLatin1String("voicemail")).toString(record.voicemail);
    if (!voicemails.contains(record.voicemail))
        return Reply::refuse(badRequest(
            QStringLiteral("The value %1 is not a voicemail setting.").arg(record.voicemail.left(60)),
            QStringLiteral("invalid.value")));
    if (record.enabled && record.target.isEmpty())
        return Reply::refuse(badRequest(QStringLiteral("Forwarding needs a target.")));
    record.modified = context.organisation.now();
    context.organisation.directory().forwardings.insert(*user, record);
    return readForwarding(context);
}

} // namespace

void addPersonRoutes(Router &router)
{
    const RequiredPermissions forward = anyOf({"conversation:callForwarding:edit"});
    router.add("GET", "/users/{userId}/routingstatus", readRoutingStatus);
    router.add("PUT", "/users/{userId}/routingstatus", putRoutingStatus);
    router.add("GET", "/users/{userId}/presences/purecloud", readPresence);
    router.add("PATCH", "/users/{userId}/presences/purecloud", patchPresence);
    router.add("GET", "/users/{userId}/presences/{sourceId}", readPresence);
    router.add("PATCH", "/users/{userId}/presences/{sourceId}", patchPresence);
    router.add("PUT", "/users/presences/bulk", putPresences, anyOf({"presence:userPresence:edit"}));
    router.add("GET", "/users/{userId}/directreports", listDirectReports);
    router.add("GET", "/users/{userId}/outofoffice", readOutOfOffice);
    router.add("PUT", "/users/{userId}/outofoffice", putOutOfOffice);
    router.add("GET", "/users/{userId}/callforwarding", readForwarding,
               anyOf({"conversation:callForwarding:view"}));
    router.add("PUT", "/users/{userId}/callforwarding", changeForwarding<true>, forward);
    router.add("PATCH", "/users/{userId}/callforwarding", changeForwarding<false>, forward);
}

} // namespace offboarding::demo
