// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds a person: queues, roles, skills, station, presence, routing status (contract §6).
#include "app/demo/names.h"
#include "app/demo/organisation.h"
#include "app/demo/router.h"
#include "app/demo/subjectjson.h"
#include "app/demo/userjson.h"

#include <QJsonArray>

#include <algorithm>

namespace offboarding::demo {

namespace {

Answer<int> userOf(const HandlerContext &context)
{
    const int user = context.organisation.directory().userOf(context.captured(0));
    if (user < 0)
        return refused(notFound(QStringLiteral("user"), context.captured(0)));
    return user;
}

/// One page of entities that are all at hand.
Reply pageOf(const HandlerContext &context, const QJsonArray &all, int most)
{
    const Answer<Paging> paging = pagingOf(context.request, most);
    if (!paging)
        return Reply::refuse(paging.error());
    QJsonArray entities;
    for (qsizetype i = paging->first(); i < qMin(paging->first() + paging->size, all.size()); ++i)
        entities.append(all.at(i));
    QJsonObject frame = listingFrame(context.request, *paging, all.size());
    frame.insert(QStringLiteral("entities"), entities);
    return Reply::json(frame);
}

/// joined is true by default: ask for both.
Reply listUserQueues(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    const bool wantsJoined = context.request.parameter(QStringLiteral("joined")) != QLatin1String("false");
    QJsonArray all;
    for (const QueueMembership &one : directory.user(*user).queues) {
        if (one.queue < 0 || one.joined != wantsJoined)
            continue;
        const QueueRecord &queue = directory.queue(one.queue);
        all.append(
            QJsonObject{{QStringLiteral("id"), directory.queueId(one.queue)},
                        {QStringLiteral("name"), queue.name},
                        {QStringLiteral("joined"), one.joined},
                        {QStringLiteral("division"),
                         QJsonObject{{QStringLiteral("id"), directory.divisionId(queue.division)},
                                     {QStringLiteral("name"), directory.divisions.at(queue.division)}}}});
    }
    return pageOf(context, all, 100);
}

Reply readSubject(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    return user ? Reply::json(userSubjectJson(context.organisation, *user)) : Reply::refuse(user.error());
}

Reply listBits(const HandlerContext &context, IdKind kind, quint32 bits, const QStringList &names)
{
    const Directory &directory = context.organisation.directory();
    QJsonArray all;
    for (int i = 0; i < names.size(); ++i) {
        if ((bits & (1U << i)) == 0)
            continue;
        all.append(QJsonObject{{QStringLiteral("id"), directory.ids.make(kind, static_cast<quint32>(i))},
                               {QStringLiteral("name"), names.at(i)},
                               {QStringLiteral("proficiency"), 1 + i % 5},
                               {QStringLiteral("state"), QStringLiteral("active")}});
    }
    return pageOf(context, all, 50);
}

Reply listSkills(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    return user ? listBits(context, IdKind::Skill, context.organisation.directory().user(*user).skills,
                           skillNames())
                : Reply::refuse(user.error());
}

Reply listLanguages(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    return user ? listBits(context, IdKind::Language, context.organisation.directory().user(*user).languages,
                           languageNames())
                : Reply::refuse(user.error());
}

Reply readStation(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    return user ? Reply::json(stationsJson(context.organisation.directory(), *user))
                : Reply::refuse(user.error());
}

Reply deleteAssociatedStation(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    if (!user)
        return Reply::refuse(user.error());
    context.organisation.directory().user(*user).station = -1;
    return Reply::empty(202);
}

/// Answers OFF_QUEUE even for an id that nobody has: no proof that a user exists (contract §6.5).
Reply readRoutingStatus(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
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
    const Answer<int> user = userOf(context);
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

Reply readPresence(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    return user ? Reply::json(presenceJson(context.organisation.directory(), *user))
                : Reply::refuse(user.error());
}

Reply patchPresence(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    if (!user)
        return Reply::refuse(user.error());
    Directory &directory = context.organisation.directory();
    UserRecord &record = directory.user(*user);
    const QString id =
        context.request.json[QLatin1String("presenceDefinition")][QLatin1String("id")].toString();
    if (!id.isEmpty()) {
        const auto name = std::find_if(systemPresences().cbegin(), systemPresences().cend(),
                                       [&](const QString &one) { return presenceId(directory, one) == id; });
        if (name == systemPresences().cend())
            return Reply::refuse(notFound(QStringLiteral("presence definition"), id));
        record.presence = *name;
        record.presenceSince = context.organisation.now();
    }
    record.presenceMessage = context.request.json[QLatin1String("message")].toString(record.presenceMessage);
    return Reply::json(presenceJson(directory, *user));
}

Reply listDirectReports(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
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
    const Answer<int> user = userOf(context);
    return user ? Reply::json(
                      QJsonObject{{QStringLiteral("active"), false}, {QStringLiteral("indefinite"), false}})
                : Reply::refuse(user.error());
}

Reply readCallForwarding(const HandlerContext &context)
{
    const Answer<int> user = userOf(context);
    return user ? Reply::json(QJsonObject{{QStringLiteral("enabled"), false},
                                          {QStringLiteral("calls"), QJsonArray()},
                                          {QStringLiteral("voicemail"), QStringLiteral("PURECLOUD")}})
                : Reply::refuse(user.error());
}

} // namespace

void addPersonRoutes(Router &router)
{
    router.add("GET", "/users/{userId}/queues", listUserQueues, anyOf({"routing:queue:view"}));
    router.add("GET", "/authorization/subjects/{subjectId}", readSubject,
               anyOf({"authorization:grant:view"}));
    router.add("GET", "/users/{userId}/routingskills", listSkills);
    router.add("GET", "/users/{userId}/routinglanguages", listLanguages);
    router.add("GET", "/users/{userId}/station", readStation,
               anyOf({"telephony:otherStationAssociation:view"}));
    router.add("DELETE", "/users/{userId}/station/associatedstation", deleteAssociatedStation,
               anyOf({"telephony:station:disassociate"}));
    router.add("GET", "/users/{userId}/routingstatus", readRoutingStatus);
    router.add("PUT", "/users/{userId}/routingstatus", putRoutingStatus);
    router.add("GET", "/users/{userId}/presences/purecloud", readPresence);
    router.add("PATCH", "/users/{userId}/presences/purecloud", patchPresence);
    router.add("GET", "/users/{userId}/directreports", listDirectReports);
    router.add("GET", "/users/{userId}/outofoffice", readOutOfOffice);
    router.add("GET", "/users/{userId}/callforwarding", readCallForwarding,
               anyOf({"conversation:callForwarding:view"}));
}

} // namespace offboarding::demo
