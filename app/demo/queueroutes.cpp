// SPDX-License-Identifier: GPL-3.0-or-later
// Queues and their members (contract §6.1). Joining and leaving take a moment; membership itself does not.
#include "app/demo/faultplan.h"
#include "app/demo/listing.h"
#include "app/demo/organisation.h"

namespace offboarding::demo {

namespace {

constexpr int mostMembers = 100;

struct Member
{
    int user = -1;
    QueueMembership membership;
    bool isByGroup = false;
};

/// Directly, or through the group that feeds the queue.
std::optional<Member> memberOf(const Directory &directory, int user, int queue)
{
    const UserRecord &record = directory.user(user);
    for (const QueueMembership &one : record.queues) {
        if (one.queue == queue)
            return Member{user, one, false};
    }
    const int group = directory.queue(queue).memberGroup;
    if (group >= 0 && record.isIn(group))
        return Member{user, {static_cast<qint16>(queue), true, 1}, true};
    return std::nullopt;
}

/// Inactive users stay in their queues: nobody says that a change of state takes them out.
std::vector<Member> membersOf(const Directory &directory, int queue)
{
    std::vector<Member> members;
    for (int user = 0; user < static_cast<int>(directory.users.size()); ++user) {
        if (directory.user(user).state == UserState::Deleted)
            continue;
        if (const std::optional<Member> member = memberOf(directory, user, queue))
            members.push_back(*member);
    }
    return members;
}

QJsonObject queueJson(const Directory &directory, int queue)
{
    const QueueRecord &record = directory.queue(queue);
    const std::vector<Member> members = membersOf(directory, queue);
    const auto joined = std::count_if(members.cbegin(), members.cend(),
                                      [](const Member &one) { return one.membership.joined; });
    QJsonArray groups;
    if (record.memberGroup >= 0)
        groups.append(QJsonObject{{QStringLiteral("id"), directory.groupId(record.memberGroup)},
                                  {QStringLiteral("type"), QStringLiteral("GROUP")}});
    const QString id = directory.queueId(queue);
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("division"), divisionReference(directory, record.division)},
            {QStringLiteral("description"), QStringLiteral("Generated queue of the demo organisation")},
            {QStringLiteral("memberCount"), static_cast<qint64>(members.size())},
            {QStringLiteral("userMemberCount"), static_cast<qint64>(members.size())},
            {QStringLiteral("joinedMemberCount"), static_cast<qint64>(joined)},
            {QStringLiteral("memberGroups"), groups},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/routing/queues/") + id)}};
}

QJsonObject memberJson(const Directory &directory, const Member &member)
{
    return {
        {QStringLiteral("id"), directory.userId(member.user)},
        {QStringLiteral("name"), directory.user(member.user).name},
        {QStringLiteral("user"), userReference(directory, member.user)},
        {QStringLiteral("joined"), member.membership.joined},
        {QStringLiteral("ringNumber"), member.membership.ringNumber},
        {QStringLiteral("memberBy"), member.isByGroup ? QStringLiteral("group") : QStringLiteral("user")}};
}

Answer<int> capturedQueue(const HandlerContext &context, qsizetype index = 0)
{
    const int queue = context.organisation.directory().queueOf(context.captured(index));
    if (queue < 0)
        return refused(notFound(QStringLiteral("queue"), context.captured(index)));
    return queue;
}

Reply listQueues(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const QString name = context.request.parameter(QStringLiteral("name"));
    const QStringList ids = context.request.list(QStringLiteral("id"));
    const QStringList divisions = context.request.list(QStringLiteral("divisionId"));
    std::vector<int> selected;
    for (int i = 0; i < static_cast<int>(directory.queues.size()); ++i) {
        const bool fits =
            name.isEmpty() || FaultPlan::fits(name.toLower(), directory.queue(i).name.toLower());
        const bool isWanted = ids.isEmpty() || ids.contains(directory.queueId(i));
        const QString division = directory.divisionId(directory.queue(i).division);
        if (fits && isWanted && (divisions.isEmpty() || divisions.contains(division)))
            selected.push_back(i);
    }
    return listing(context, static_cast<int>(selected.size()), 500, [&](int index) {
        return queueJson(directory, selected[static_cast<std::size_t>(index)]);
    });
}

Reply readQueue(const HandlerContext &context)
{
    const Answer<int> queue = capturedQueue(context);
    return queue ? Reply::json(queueJson(context.organisation.directory(), *queue))
                 : Reply::refuse(queue.error());
}

/// This listing has no total.
Reply memberListing(const HandlerContext &context, int queue)
{
    const Directory &directory = context.organisation.directory();
    const Answer<Paging> paging = pagingOf(context.request, mostMembers);
    if (!paging)
        return Reply::refuse(paging.error());
    const QString joined = context.request.parameter(QStringLiteral("joined"));
    const QString by = context.request.parameter(QStringLiteral("memberBy"));
    const QString name = context.request.parameter(QStringLiteral("name"));
    std::vector<Member> members = membersOf(directory, queue);
    std::erase_if(members, [&](const Member &one) {
        const bool isJoinedWrong =
            !joined.isEmpty() && (joined == QLatin1String("true")) != one.membership.joined;
        const bool isKindWrong = !by.isEmpty() && (by == QLatin1String("group")) != one.isByGroup;
        const bool isNameWrong =
            !name.isEmpty() && !directory.user(one.user).name.contains(name, Qt::CaseInsensitive);
        return isJoinedWrong || isKindWrong || isNameWrong;
    });
    const auto total = static_cast<qsizetype>(members.size());
    QJsonArray entities;
    for (qsizetype i = paging->first(); i < qMin(paging->first() + paging->size, total); ++i)
        entities.append(memberJson(directory, members[static_cast<std::size_t>(i)]));
    QJsonObject frame = listingFrame(context.request, *paging, total);
    for (const char *name_ : {"total", "pageCount", "lastUri"})
        frame.remove(QLatin1String(name_));
    frame.insert(QStringLiteral("entities"), entities);
    return Reply::json(frame);
}

Reply listMembers(const HandlerContext &context)
{
    const Answer<int> queue = capturedQueue(context);
    return queue ? memberListing(context, *queue) : Reply::refuse(queue.error());
}

/// The bodies of the writes: up to 100 of {"id", …}.
Answer<QJsonArray> entriesOf(const HandlerContext &context)
{
    const QJsonArray entries = context.request.json.toArray();
    if (!context.request.json.isArray() || entries.isEmpty() || entries.size() > mostMembers)
        return refused(badRequest(QStringLiteral("The body must be an array of 1 to 100 members.")));
    return entries;
}

/// Adds members, or with delete=true removes them. At once.
Reply changeMembers(const HandlerContext &context)
{
    const Answer<int> queue = capturedQueue(context);
    if (!queue)
        return Reply::refuse(queue.error());
    const Answer<QJsonArray> entries = entriesOf(context);
    if (!entries)
        return Reply::refuse(entries.error());
    Directory &directory = context.organisation.directory();
    for (const QJsonValue &entry : *entries) {
        const int user = directory.userOf(entry[QLatin1String("id")].toString());
        if (user < 0 || directory.user(user).state == UserState::Deleted)
            return Reply::refuse(notFound(QStringLiteral("user"), entry[QLatin1String("id")].toString()));
    }
    const bool removes = context.request.parameter(QStringLiteral("delete")) == QLatin1String("true");
    for (const QJsonValue &entry : *entries) {
        UserRecord &record = directory.user(directory.userOf(entry[QLatin1String("id")].toString()));
        if (removes)
            std::erase_if(record.queues, [&](const QueueMembership &one) { return one.queue == *queue; });
        else if (!record.membership(*queue))
            record.queues.push_back({static_cast<qint16>(*queue), false, 1});
    }
    return Reply::empty(204);
}

/// Takes effect a moment later; who is no direct member is passed over.
void joinLater(const HandlerContext &context, int user, int queue, bool joined)
{
    Organisation *organisation = &context.organisation;
    organisation->later([organisation, user, queue, joined] {
        if (QueueMembership *membership = organisation->directory().user(user).membership(queue))
            membership->joined = joined;
    });
}

Reply patchMembers(const HandlerContext &context)
{
    const Answer<int> queue = capturedQueue(context);
    if (!queue)
        return Reply::refuse(queue.error());
    const Answer<QJsonArray> entries = entriesOf(context);
    if (!entries)
        return Reply::refuse(entries.error());
    for (const QJsonValue &entry : *entries) {
        const int user = context.organisation.directory().userOf(entry[QLatin1String("id")].toString());
        if (user >= 0 && entry[QLatin1String("joined")].isBool())
            joinLater(context, user, *queue, entry[QLatin1String("joined")].toBool());
    }
    return memberListing(context, *queue);
}

struct Place
{
    int queue = -1;
    Member member;
};

Answer<Place> capturedMember(const HandlerContext &context)
{
    const Answer<int> queue = capturedQueue(context);
    if (!queue)
        return refused(queue.error());
    const int user = context.organisation.directory().userOf(context.captured(1));
    const std::optional<Member> member =
        user < 0 ? std::nullopt : memberOf(context.organisation.directory(), user, *queue);
    if (!member)
        return refused(notFound(QStringLiteral("member"), context.captured(1)));
    return Place{*queue, *member};
}

/// ringNumber or joined, one of them.
Reply patchMember(const HandlerContext &context)
{
    const Answer<Place> place = capturedMember(context);
    if (!place)
        return Reply::refuse(place.error());
    const QJsonValue ring = context.request.json[QLatin1String("ringNumber")];
    const QJsonValue joined = context.request.json[QLatin1String("joined")];
    if (ring.isDouble() == joined.isBool())
        return Reply::refuse(badRequest(QStringLiteral("Change either ringNumber or joined.")));
    if (ring.isDouble() && (ring.toInt() < 1 || ring.toInt() > 6))
        return Reply::refuse(
            badRequest(QStringLiteral("The ring number must be 1 to 6."), QStringLiteral("invalid.value")));
    if (joined.isBool()) {
        joinLater(context, place->member.user, place->queue, joined.toBool());
        return Reply::empty(202);
    }
    Organisation *organisation = &context.organisation;
    const auto number = static_cast<qint8>(ring.toInt());
    organisation->later([organisation, number, user = place->member.user, queue = place->queue] {
        if (QueueMembership *membership = organisation->directory().user(user).membership(queue))
            membership->ringNumber = number;
    });
    return Reply::empty(202);
}

/// Who is a member through a group can only leave the group.
Reply deleteMember(const HandlerContext &context)
{
    const Answer<Place> place = capturedMember(context);
    if (!place)
        return Reply::refuse(place.error());
    if (place->member.isByGroup)
        return Reply::refuse(badRequest(QStringLiteral("This member comes from a group of the queue.")));
    std::erase_if(context.organisation.directory().user(place->member.user).queues,
                  [&](const QueueMembership &one) { return one.queue == place->queue; });
    return Reply::empty(204);
}

QJsonObject userQueueJson(const Directory &directory, const Member &member)
{
    QJsonObject object = queueJson(directory, member.membership.queue);
    object.insert(QStringLiteral("joined"), member.membership.joined);
    return object;
}

/// joined is true by default: ask for both. Says neither memberBy nor ringNumber.
Reply listUserQueues(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    const bool wantsJoined = context.request.parameter(QStringLiteral("joined")) != QLatin1String("false");
    const QStringList divisions = context.request.list(QStringLiteral("divisionId"));
    std::vector<Member> memberships;
    for (int queue = 0; queue < static_cast<int>(directory.queues.size()); ++queue) {
        const std::optional<Member> member = memberOf(directory, *user, queue);
        const bool isWanted =
            divisions.isEmpty() || divisions.contains(directory.divisionId(directory.queue(queue).division));
        if (member && isWanted && member->membership.joined == wantsJoined)
            memberships.push_back(*member);
    }
    return listing(context, static_cast<int>(memberships.size()), 100, [&](int index) {
        return userQueueJson(directory, memberships[static_cast<std::size_t>(index)]);
    });
}

Reply patchUserQueues(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Answer<QJsonArray> entries = entriesOf(context);
    if (!entries)
        return Reply::refuse(entries.error());
    for (const QJsonValue &entry : *entries) {
        const int queue = context.organisation.directory().queueOf(entry[QLatin1String("id")].toString());
        if (queue >= 0 && entry[QLatin1String("joined")].isBool())
            joinLater(context, *user, queue, entry[QLatin1String("joined")].toBool());
    }
    return listUserQueues(context);
}

Reply patchUserQueue(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Answer<int> queue = capturedQueue(context, 1);
    if (!queue)
        return Reply::refuse(queue.error());
    const Directory &directory = context.organisation.directory();
    const std::optional<Member> member = memberOf(directory, *user, *queue);
    if (!member)
        return Reply::refuse(notFound(QStringLiteral("queue of this user"), context.captured(1)));
    const QJsonValue joined = context.request.json[QLatin1String("joined")];
    if (!joined.isBool())
        return Reply::refuse(badRequest(QStringLiteral("The body must say joined.")));
    joinLater(context, *user, *queue, joined.toBool());
    return Reply::json(userQueueJson(directory, *member));
}

} // namespace

void addQueueRoutes(Router &router)
{
    const RequiredPermissions read = anyOf({"routing:queue:view"});
    const RequiredPermissions readMembers = anyOf(
        {"routing:queue:view", "routing:queue:edit", "routing:queue:readonly", "routing:queueMember:manage"});
    const RequiredPermissions write = anyOf({"routing:queue:edit", "routing:queueMember:manage"});
    const RequiredPermissions join = anyOf({"routing:queue:join", "routing:queueMember:manage"});
    router.add("GET", "/routing/queues", listQueues, read);
    router.add("GET", "/routing/queues/divisionviews", listQueues, allOf({"routing:queue:search"}));
    router.add("GET", "/routing/queues/{queueId}", readQueue, allOf({"routing:queue:view"}));
    router.add("GET", "/routing/queues/{queueId}/members", listMembers, readMembers);
    router.add("POST", "/routing/queues/{queueId}/members", changeMembers, write);
    router.add("PATCH", "/routing/queues/{queueId}/members", patchMembers, write);
    router.add("PATCH", "/routing/queues/{queueId}/members/{memberId}", patchMember, write);
    router.add("DELETE", "/routing/queues/{queueId}/members/{memberId}", deleteMember, write);
    router.add("GET", "/users/{userId}/queues", listUserQueues, read);
    router.add("PATCH", "/users/{userId}/queues", patchUserQueues, join);
    router.add("PATCH", "/users/{userId}/queues/{queueId}", patchUserQueue, join);
}

} // namespace offboarding::demo
