// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/surroundings.h"

#include "app/api/calls/membershipcalls.h"
#include "app/api/calls/personcalls.h"

#include <algorithm>

namespace offboarding {

namespace {

constexpr int queuesPerPage = 100;
constexpr int levelsPerPage = 50; ///< contract §6.4

QStringList detailExpands()
{
    return {QStringLiteral("presence"), QStringLiteral("routingStatus"), QStringLiteral("groups")};
}

const QStringList &groupExpands()
{
    static const QStringList expands{QStringLiteral("groups")};
    return expands;
}

bool isFresh(const SourceReading &source)
{
    return source.status == SourceStatus::Fresh;
}

void fail(SurroundingsReading *reading, const char *name, const Error &error)
{
    SourceReading source = beginReading(name);
    failReading(&source, error);
    reading->sources.append(source);
}

void succeed(SurroundingsReading *reading, const char *name, int count)
{
    SourceReading source = beginReading(name);
    source.count = count;
    reading->sources.append(source);
}

/// One request, one value; the parser says what it is worth.
template <typename Value>
void keep(SurroundingsReading *reading, const char *name, const Result<Value> &value,
          std::optional<Value> *place)
{
    if (!value) {
        fail(reading, name, value.error());
        return;
    }
    *place = *value;
    succeed(reading, name, 1);
}

template <typename Value>
Result<Value> parsed(const Result<ApiResponse> &response, Result<Value> (*parse)(const ApiResponse &))
{
    if (!response)
        return failure(response.error());
    return parse(*response);
}

ListPlan<QueueMembership> queuesPlan(const QString &userId, bool joined)
{
    ListPlan<QueueMembership> plan;
    plan.name = sourceNames::queues;
    plan.pageSize = queuesPerPage;
    plan.request = [userId, joined](int page) {
        return userQueuesRequest(userId, joined, page, queuesPerPage);
    };
    plan.parse = [joined](const ApiResponse &response) { return parseUserQueues(response, joined); };
    plan.key = [](const QueueMembership &queue) { return queue.id; };
    return plan;
}

ListPlan<SkillLevel> levelsPlan(const QString &userId, bool isLanguages)
{
    ListPlan<SkillLevel> plan;
    plan.name = isLanguages ? sourceNames::languages : sourceNames::skills;
    plan.pageSize = levelsPerPage;
    plan.request = [userId, isLanguages](int page) {
        return isLanguages ? userLanguagesRequest(userId, page, levelsPerPage)
                           : userSkillsRequest(userId, page, levelsPerPage);
    };
    plan.parse = [](const ApiResponse &response) { return parseSkillLevels(response); };
    plan.key = [](const SkillLevel &level) { return level.id; };
    return plan;
}

QCoro::Task<Done> readQueues(ReadingBatchPointer batch, QString userId, SurroundingsReading *reading)
{
    auto joinedTask = readList<QueueMembership>(batch, queuesPlan(userId, true));
    auto otherTask = readList<QueueMembership>(batch, queuesPlan(userId, false));
    const ListReading<QueueMembership> joined = co_await joinedTask;
    const ListReading<QueueMembership> other = co_await otherTask;
    if (!isFresh(joined.source) || !isFresh(other.source)) {
        reading->sources.append(isFresh(joined.source) ? other.source : joined.source);
        co_return Done{};
    }
    QList<QueueMembership> queues = joined.rows;
    for (const QueueMembership &queue : other.rows) {
        const bool isKnown = std::any_of(queues.cbegin(), queues.cend(),
                                         [&](const QueueMembership &one) { return one.id == queue.id; });
        if (!isKnown)
            queues.append(queue);
    }
    succeed(reading, sourceNames::queues, static_cast<int>(queues.size()));
    reading->person.queues = queues;
    co_return Done{};
}

QCoro::Task<Done> readLevels(ReadingBatchPointer batch, QString userId, bool isLanguages,
                             SurroundingsReading *reading)
{
    auto task = readList<SkillLevel>(batch, levelsPlan(userId, isLanguages));
    const ListReading<SkillLevel> levels = co_await task;
    reading->sources.append(levels.source);
    if (isFresh(levels.source))
        (isLanguages ? reading->person.languages : reading->person.skills) = levels.rows;
    co_return Done{};
}

QCoro::Task<Done> readRoles(ReadingBatchPointer batch, QString userId, SurroundingsReading *reading)
{
    ApiRequest request = grantsRequest(userId);
    const QString place = request.line();
    const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    if (!response) {
        fail(reading, sourceNames::roles, response.error());
        co_return Done{};
    }
    const Result<ListPage<RoleGrant>> page = parseGrants(*response, userId);
    if (!page) {
        fail(reading, sourceNames::roles, page.error());
        co_return Done{};
    }
    SourceReading source = beginReading(sourceNames::roles);
    source.count = static_cast<int>(page->rows.size());
    if (page->unreadable > 0)
        cutOffReading(&source, place, QStringLiteral("%1 grants cannot be read").arg(page->unreadable));
    else
        reading->person.roles = page->rows;
    reading->sources.append(source);
    co_return Done{};
}

void keepGroups(SurroundingsReading *reading, const UserDetails &details, const QString &place)
{
    if (!details.groupIds) {
        SourceReading source = beginReading(sourceNames::groups);
        cutOffReading(&source, place, QStringLiteral("the answer has no usable list \"groups\""));
        reading->sources.append(source);
        return;
    }
    QList<GroupMembership> groups;
    for (const QString &id : *details.groupIds)
        groups.append({id, {}});
    succeed(reading, sourceNames::groups, static_cast<int>(groups.size()));
    reading->person.groups = groups;
}

/// The user with the blocks of @p expands; of a deleted one as well.
QCoro::Task<Result<UserDetails>> readDetails(ReadingBatchPointer batch, QString userId, QStringList expands)
{
    ApiRequest request = userDetailsRequest(userId, expands);
    Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    if (!response && response.error().kind == ErrorKind::NotFound) {
        ApiRequest again = userDetailsRequest(userId, expands, true);
        response = co_await sendRead(batch, std::move(again));
    }
    if (!response)
        co_return failure(response.error());
    co_return parseUserDetails(*response, userId);
}

QCoro::Task<Done> readPresence(ReadingBatchPointer batch, QString userId, SurroundingsReading *reading)
{
    ApiRequest request = presenceRequest(userId);
    const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    keep(reading, sourceNames::presence, parsed<PresenceReference>(response, parsePresence),
         &reading->person.presence);
    co_return Done{};
}

QCoro::Task<Done> readRoutingStatus(ReadingBatchPointer batch, QString userId, SurroundingsReading *reading)
{
    ApiRequest request = routingStatusRequest(userId);
    const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    keep(reading, sourceNames::routingStatus, parsed<RoutingStatusReference>(response, parseRoutingStatus),
         &reading->person.routingStatus);
    co_return Done{};
}

QCoro::Task<Done> readUserPart(ReadingBatchPointer batch, QString userId, Surroundings parts,
                               SurroundingsReading *reading)
{
    const QStringList expands = parts.testFlag(Surrounding::Details) ? detailExpands() : groupExpands();
    const QString place = userDetailsRequest(userId, expands).line();
    auto task = readDetails(batch, userId, expands);
    const Result<UserDetails> details = co_await task;
    if (!details) {
        fail(reading, sourceNames::user, details.error());
        co_return Done{};
    }
    reading->user = details->user;
    reading->managerId = details->managerId;
    if (!details->managerId) {
        SourceReading source = beginReading(sourceNames::user);
        cutOffReading(&source, place, QStringLiteral("the manager cannot be read"));
        reading->sources.append(source);
    } else {
        succeed(reading, sourceNames::user, 1);
    }
    if (parts & (Surrounding::Details | Surrounding::Groups))
        keepGroups(reading, *details, place);
    if (!parts.testFlag(Surrounding::Details))
        co_return Done{};
    // Expands are best effort (contract §2.1): what is missing has an endpoint of its own.
    if (details->presence) {
        reading->person.presence = details->presence;
        succeed(reading, sourceNames::presence, 1);
    } else {
        auto presenceTask = readPresence(batch, userId, reading);
        co_await presenceTask;
    }
    if (details->routingStatus) {
        reading->person.routingStatus = details->routingStatus;
        succeed(reading, sourceNames::routingStatus, 1);
    } else {
        auto routingTask = readRoutingStatus(batch, userId, reading);
        co_await routingTask;
    }
    co_return Done{};
}

QCoro::Task<Done> readStation(ReadingBatchPointer batch, QString userId, SurroundingsReading *reading)
{
    ApiRequest request = stationRequest(userId);
    const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    keep(reading, sourceNames::station, parsed<Stations>(response, parseStations), &reading->person.stations);
    co_return Done{};
}

QCoro::Task<Done> readForwarding(ReadingBatchPointer batch, QString userId, SurroundingsReading *reading)
{
    ApiRequest request = forwardingRequest(userId);
    const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    keep(reading, sourceNames::forwarding, parsed<CallForwarding>(response, parseForwarding),
         &reading->person.forwarding);
    co_return Done{};
}

bool needsUser(Surroundings parts)
{
    return parts & (Surrounding::Details | Surrounding::Groups | Surrounding::Manager);
}

qsizetype pagesOf(qsizetype rows, qsizetype perPage)
{
    return std::max<qsizetype>(1, (rows + perPage - 1) / perPage);
}

} // namespace

std::optional<SourceReading> SurroundingsReading::firstUnread() const
{
    const auto unread = std::find_if(sources.cbegin(), sources.cend(),
                                     [](const SourceReading &one) { return !isFresh(one); });
    return unread == sources.cend() ? std::nullopt : std::optional(*unread);
}

QCoro::Task<SurroundingsReading> readSurroundings(ReadingBatchPointer batch, QString userId,
                                                  Surroundings parts)
{
    // The tasks write into it one after the other: everything runs in one thread, and all of them have ended
    // before it goes.
    SurroundingsReading reading;
    std::vector<QCoro::Task<Done>> tasks;
    if (needsUser(parts))
        tasks.push_back(readUserPart(batch, userId, parts, &reading));
    if (parts.testFlag(Surrounding::Presence))
        tasks.push_back(readPresence(batch, userId, &reading));
    if (parts.testFlag(Surrounding::RoutingStatus))
        tasks.push_back(readRoutingStatus(batch, userId, &reading));
    if (parts.testFlag(Surrounding::Queues))
        tasks.push_back(readQueues(batch, userId, &reading));
    if (parts.testFlag(Surrounding::Skills))
        tasks.push_back(readLevels(batch, userId, false, &reading));
    if (parts.testFlag(Surrounding::Languages))
        tasks.push_back(readLevels(batch, userId, true, &reading));
    if (parts.testFlag(Surrounding::Roles))
        tasks.push_back(readRoles(batch, userId, &reading));
    if (parts.testFlag(Surrounding::Station))
        tasks.push_back(readStation(batch, userId, &reading));
    if (parts.testFlag(Surrounding::Forwarding))
        tasks.push_back(readForwarding(batch, userId, &reading));
    for (QCoro::Task<Done> &task : tasks)
        co_await task;
    std::stable_sort(reading.sources.begin(), reading.sources.end(),
                     [](const SourceReading &left, const SourceReading &right) {
                         return left.name < right.name; // whichever answered first
                     });
    reading.readAt = QDateTime::currentDateTimeUtc();
    co_return reading;
}

QList<ApiRequest> surroundingsRequests(const QString &userId, Surroundings parts,
                                       const PersonReferences &known)
{
    QList<ApiRequest> requests;
    const auto addPages = [&](const ListPlan<SkillLevel> &plan,
                              const std::optional<QList<SkillLevel>> &rows) {
        for (qsizetype page = 1; page <= pagesOf(rows ? rows->size() : 0, levelsPerPage); ++page)
            requests.append(plan.request(static_cast<int>(page)));
    };
    if (needsUser(parts))
        requests.append(userDetailsRequest(userId, parts.testFlag(Surrounding::Details) ? detailExpands()
                                                                                        : groupExpands()));
    if (parts.testFlag(Surrounding::Presence))
        requests.append(presenceRequest(userId));
    if (parts.testFlag(Surrounding::RoutingStatus))
        requests.append(routingStatusRequest(userId));
    if (parts.testFlag(Surrounding::Queues)) {
        for (const bool joined : {true, false}) {
            const ListPlan<QueueMembership> plan = queuesPlan(userId, joined);
            const auto rows =
                known.queues
                    ? std::count_if(known.queues->cbegin(), known.queues->cend(),
                                    [joined](const QueueMembership &one) { return one.joined == joined; })
                    : 0;
            for (qsizetype page = 1; page <= pagesOf(rows, queuesPerPage); ++page)
                requests.append(plan.request(static_cast<int>(page)));
        }
    }
    if (parts.testFlag(Surrounding::Skills))
        addPages(levelsPlan(userId, false), known.skills);
    if (parts.testFlag(Surrounding::Languages))
        addPages(levelsPlan(userId, true), known.languages);
    if (parts.testFlag(Surrounding::Roles))
        requests.append(grantsRequest(userId));
    if (parts.testFlag(Surrounding::Station))
        requests.append(stationRequest(userId));
    if (parts.testFlag(Surrounding::Forwarding))
        requests.append(forwardingRequest(userId));
    return requests;
}

} // namespace offboarding
