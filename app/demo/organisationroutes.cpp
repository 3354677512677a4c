// SPDX-License-Identifier: GPL-3.0-or-later
// The organisation itself: limits, queues, groups, presences.
#include "app/demo/faultplan.h"
#include "app/demo/names.h"
#include "app/demo/organisation.h"
#include "app/demo/router.h"
#include "app/demo/userjson.h"

#include <QJsonArray>

#include <functional>

namespace offboarding::demo {

namespace {

QString indexedId(const Directory &directory, IdKind kind, int index)
{
    return directory.ids.make(kind, static_cast<quint32>(index));
}

/// A page of @p total things; @p make gives the n-th.
Reply listing(const HandlerContext &context, int total, int mostPerPage,
              const std::function<QJsonObject(int)> &make)
{
    const Answer<Paging> paging = pagingOf(context.request, mostPerPage);
    if (!paging)
        return Reply::refuse(paging.error());
    QJsonArray entities;
    const int end = static_cast<int>(qMin<qsizetype>(paging->first() + paging->size, total));
    for (int i = static_cast<int>(qMin<qsizetype>(paging->first(), total)); i < end; ++i)
        entities.append(make(i));
    QJsonObject frame = listingFrame(context.request, *paging, total);
    frame.insert(QStringLiteral("entities"), entities);
    return Reply::json(frame);
}

QJsonObject queueJson(const Directory &directory, int queue)
{
    const QueueRecord &record = directory.queue(queue);
    int members = 0;
    int joined = 0;
    for (const UserRecord &user : directory.users) {
        for (const QueueMembership &one : user.queues) {
            if (one.queue != queue || user.state != UserState::Active)
                continue;
            ++members;
            joined += one.joined ? 1 : 0;
        }
    }
    const QString id = directory.queueId(queue);
    const QString divisionId = directory.divisionId(record.division);
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("division"),
             QJsonObject{{QStringLiteral("id"), divisionId},
                         {QStringLiteral("name"), directory.divisions.at(record.division)}}},
            {QStringLiteral("description"), QStringLiteral("Generated queue of the demo organisation")},
            {QStringLiteral("memberCount"), members},
            {QStringLiteral("userMemberCount"), members},
            {QStringLiteral("joinedMemberCount"), joined},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/routing/queues/") + id)}};
}

QJsonObject groupJson(const Directory &directory, int group)
{
    const GroupRecord &record = directory.groups[static_cast<std::size_t>(group)];
    int members = 0;
    for (const UserRecord &user : directory.users)
        members += user.state == UserState::Active && (user.groups & (1U << group)) != 0 ? 1 : 0;
    const QString id = indexedId(directory, IdKind::Group, group);
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("type"), QStringLiteral("official")},
            {QStringLiteral("state"), QStringLiteral("active")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("visibility"), QStringLiteral("public")},
            {QStringLiteral("rolesEnabled"), record.rolesEnabled},
            {QStringLiteral("includeOwners"), false},
            {QStringLiteral("memberCount"), members},
            {QStringLiteral("owners"), QJsonArray()},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/groups/") + id)}};
}

Reply readOrganisation(const HandlerContext &context)
{
    const QString id = context.organisation.organisationId();
    return Reply::json(QJsonObject{{QStringLiteral("id"), id},
                                   {QStringLiteral("name"), Organisation::organisationName()},
                                   {QStringLiteral("thirdPartyOrgName"), QStringLiteral("demo-organisation")},
                                   {QStringLiteral("domain"), QStringLiteral("demo.example")},
                                   {QStringLiteral("defaultLanguage"), QStringLiteral("en-US")},
                                   {QStringLiteral("state"), QStringLiteral("active")},
                                   {QStringLiteral("version"), 1},
                                   {QStringLiteral("selfUri"), QStringLiteral("/api/v2/organizations/me")}});
}

Reply readLimits(const HandlerContext &context)
{
    struct Limit
    {
        const char *space;
        const char *key;
        int value;
    };
    static constexpr std::array<Limit, 4> limits = {{
        {"platform.api", "client.credentials.token.rate.per.minute", 300},
        {"platform.api", "token.rate.per.minute", 300},
        {"platform.api", "org.app.user.rate.per.minute", 3000},
        {"platform.api", "request.bytes.max", 512000},
    }};
    QJsonArray entities;
    for (const Limit &limit : limits) {
        if (context.captured(0) == QLatin1String(limit.space))
            entities.append(QJsonObject{{QStringLiteral("key"), QString::fromLatin1(limit.key)},
                                        {QStringLiteral("namespace"), context.captured(0)},
                                        {QStringLiteral("value"), limit.value}});
    }
    return Reply::json(QJsonObject{{QStringLiteral("entities"), entities}});
}

Reply listQueues(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const QString name = context.request.parameter(QStringLiteral("name"));
    std::vector<int> selected;
    for (std::size_t i = 0; i < directory.queues.size(); ++i) {
        if (name.isEmpty() || FaultPlan::fits(name.toLower(), directory.queues[i].name.toLower()))
            selected.push_back(static_cast<int>(i));
    }
    return listing(context, static_cast<int>(selected.size()), 500, [&](int index) {
        return queueJson(directory, selected[static_cast<std::size_t>(index)]);
    });
}

Reply readQueue(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const int queue = directory.queueOf(context.captured(0));
    if (queue < 0)
        return Reply::refuse(notFound(QStringLiteral("queue"), context.captured(0)));
    return Reply::json(queueJson(directory, queue));
}

Reply listQueueMembers(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const int queue = directory.queueOf(context.captured(0));
    if (queue < 0)
        return Reply::refuse(notFound(QStringLiteral("queue"), context.captured(0)));
    const Answer<Paging> paging = pagingOf(context.request, 100);
    if (!paging)
        return Reply::refuse(paging.error());
    const QString wanted = context.request.parameter(QStringLiteral("joined"));
    QJsonArray all;
    for (std::size_t i = 0; i < directory.users.size(); ++i) {
        const UserRecord &user = directory.users[i];
        for (const QueueMembership &one : user.queues) {
            const bool isWanted = wanted.isEmpty() || (wanted == QLatin1String("true")) == one.joined;
            if (one.queue != queue || user.state != UserState::Active || !isWanted)
                continue;
            all.append(QJsonObject{{QStringLiteral("id"), directory.userId(static_cast<int>(i))},
                                   {QStringLiteral("name"), user.name},
                                   {QStringLiteral("joined"), one.joined},
                                   {QStringLiteral("ringNumber"), 1},
                                   {QStringLiteral("memberBy"), QStringLiteral("user")}});
        }
    }
    QJsonArray entities;
    for (qsizetype i = paging->first(); i < qMin(paging->first() + paging->size, all.size()); ++i)
        entities.append(all.at(i));
    QJsonObject frame = listingFrame(context.request, *paging, all.size());
    frame.remove(QStringLiteral("total")); // this listing has none (contract §6.1)
    frame.insert(QStringLiteral("entities"), entities);
    return Reply::json(frame);
}

Reply listGroups(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const QStringList ids = context.request.list(QStringLiteral("id"));
    std::vector<int> selected;
    for (int i = 0; i < static_cast<int>(directory.groups.size()); ++i) {
        if (ids.isEmpty() || ids.contains(indexedId(directory, IdKind::Group, i)))
            selected.push_back(i);
    }
    return listing(context, static_cast<int>(selected.size()), 500, [&](int index) {
        return groupJson(directory, selected[static_cast<std::size_t>(index)]);
    });
}

Reply readGroup(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const int group = directory.ids.indexOf(IdKind::Group, context.captured(0));
    if (group < 0 || static_cast<std::size_t>(group) >= directory.groups.size())
        return Reply::refuse(notFound(QStringLiteral("group"), context.captured(0)));
    return Reply::json(groupJson(directory, group));
}

Reply listPresenceDefinitions(const HandlerContext &context)
{
    const QStringList &names = systemPresences();
    const Directory &directory = context.organisation.directory();
    return listing(context, static_cast<int>(names.size()), 500, [&](int index) {
        const QString &name = names.at(index);
        return QJsonObject{{QStringLiteral("id"), presenceId(directory, name)},
                           {QStringLiteral("systemPresence"), name},
                           {QStringLiteral("type"), QStringLiteral("System")},
                           {QStringLiteral("deactivated"), false}};
    });
}

} // namespace

void addOrganisationRoutes(Router &router)
{
    router.add("GET", "/organizations/me", readOrganisation);
    router.add("GET", "/organizations/limits/namespaces/{namespaceName}", readLimits);
    router.add("GET", "/routing/queues", listQueues, anyOf({"routing:queue:view"}));
    router.add("GET", "/routing/queues/{queueId}", readQueue, allOf({"routing:queue:view"}));
    router.add("GET", "/routing/queues/{queueId}/members", listQueueMembers,
               anyOf({"routing:queue:view", "routing:queue:edit", "routing:queue:readonly",
                      "routing:queueMember:manage"}));
    router.add("GET", "/groups", listGroups);
    router.add("GET", "/groups/{groupId}", readGroup);
    router.add("GET", "/presence/definitions", listPresenceDefinitions,
               allOf({"presence:presenceDefinition:view"}));
}

} // namespace offboarding::demo
