// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/personreading.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

constexpr int queuesPerPage = 100;
constexpr int skillsPerPage = 50; ///< contract §6.4
constexpr int phonesPerPage = 100;
constexpr int workItemsPerPage = 100;
constexpr int mostWorkItemPages = 50;

template <typename Value> struct ValueReading
{
    std::optional<Value> value;
    SourceReading source;
};

/// One request, one value.
template <typename Value>
QCoro::Task<ValueReading<Value>> readValue(ReadingBatchPointer batch, const char *name, ApiRequest request,
                                           std::function<Result<Value>(const ApiResponse &)> parse)
{
    ValueReading<Value> reading;
    reading.source = beginReading(name);
    const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    reading.source.readAt = QDateTime::currentDateTimeUtc();
    if (!response) {
        failReading(&reading.source, response.error());
        co_return reading;
    }
    Result<Value> value = parse(*response);
    if (value)
        reading.value = std::move(*value);
    else
        failReading(&reading.source, value.error());
    co_return reading;
}

/// A list that comes in one piece.
template <typename Row>
QCoro::Task<ListReading<Row>> readWhole(ReadingBatchPointer batch, const char *name, ApiRequest request,
                                        std::function<Result<ListPage<Row>>(const ApiResponse &)> parse)
{
    const QString place = request.line();
    auto task = readValue<ListPage<Row>>(batch, name, std::move(request), std::move(parse));
    const ValueReading<ListPage<Row>> page = co_await task;
    ListReading<Row> reading;
    reading.source = page.source;
    if (!page.value)
        co_return reading;
    reading.rows = page.value->rows;
    if (page.value->unreadable > 0)
        cutOffReading(&reading.source, place,
                      QStringLiteral("%1 entries cannot be read").arg(page.value->unreadable));
    else
        reading.source.count = static_cast<int>(reading.rows.size());
    co_return reading;
}

QCoro::Task<ListReading<SkillLevel>> readSkills(ReadingBatchPointer batch, QString userId, bool isLanguages)
{
    ListPlan<SkillLevel> plan;
    plan.name = isLanguages ? sourceNames::languages : sourceNames::skills;
    plan.pageSize = skillsPerPage;
    plan.request = [userId, isLanguages](int page) {
        return isLanguages ? userLanguagesRequest(userId, page, skillsPerPage)
                           : userSkillsRequest(userId, page, skillsPerPage);
    };
    plan.parse = [](const ApiResponse &response) { return parseSkillLevels(response); };
    plan.key = [](const SkillLevel &level) { return level.id; };
    return readList<SkillLevel>(std::move(batch), std::move(plan));
}

QCoro::Task<ListReading<QueueMembership>> readQueues(ReadingBatchPointer batch, QString userId, bool joined)
{
    ListPlan<QueueMembership> plan;
    plan.name = sourceNames::queues;
    plan.pageSize = queuesPerPage;
    plan.request = [userId, joined](int page) {
        return userQueuesRequest(userId, joined, page, queuesPerPage);
    };
    plan.parse = [joined](const ApiResponse &response) { return parseUserQueues(response, joined); };
    plan.key = [](const QueueMembership &queue) { return queue.id; };
    return readList<QueueMembership>(std::move(batch), std::move(plan));
}

QCoro::Task<ListReading<PhoneReference>> readPhones(ReadingBatchPointer batch, QString userId, PhoneTie tie)
{
    ListPlan<PhoneReference> plan;
    plan.name = sourceNames::phones;
    plan.pageSize = phonesPerPage;
    plan.request = [userId, tie](int page) { return phonesRequest(userId, tie, page, phonesPerPage); };
    plan.parse = [tie](const ApiResponse &response) { return parsePhones(response, tie); };
    plan.key = [](const PhoneReference &phone) { return phone.id; };
    return readList<PhoneReference>(std::move(batch), std::move(plan));
}

/// Pages follow each other by cursor (contract §5.5).
QCoro::Task<ListReading<WorkItem>> readWorkItems(ReadingBatchPointer batch, QString userId)
{
    ListReading<WorkItem> reading;
    reading.source = beginReading(sourceNames::workItems);
    QSet<QString> cursors;
    QString after;
    for (int page = 1;; ++page) {
        ApiRequest request = workItemsRequest(userId, after, workItemsPerPage);
        const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
        reading.source.readAt = QDateTime::currentDateTimeUtc();
        if (!response) {
            failReading(&reading.source, response.error());
            co_return reading;
        }
        const Result<ListPage<WorkItem>> parsed = parseWorkItems(*response);
        if (!parsed) {
            failReading(&reading.source, parsed.error());
            co_return reading;
        }
        for (const WorkItem &item : parsed->rows) {
            if (!item.isClosed())
                reading.rows.append(item);
        }
        after = parsed->next;
        const bool isEndless = cursors.contains(after) || page >= mostWorkItemPages;
        if (parsed->unreadable > 0 || (isEndless && !after.isEmpty())) {
            cutOffReading(&reading.source, response->place,
                          parsed->unreadable > 0
                              ? QStringLiteral("%1 entries cannot be read").arg(parsed->unreadable)
                              : QStringLiteral("the list does not end"));
            co_return reading;
        }
        if (after.isEmpty())
            break;
        cursors.insert(after);
    }
    reading.source.count = static_cast<int>(reading.rows.size());
    co_return reading;
}

/// Two lists of one source: what went wrong in either went wrong in the whole.
template <typename Row>
ListReading<Row> joined(ListReading<Row> first, const ListReading<Row> &second,
                        const std::function<void(QList<Row> *, const Row &)> &add)
{
    for (const Row &row : second.rows)
        add(&first.rows, row);
    const SourceStatus status = first.source.status;
    if (status == SourceStatus::Fresh || second.source.status == SourceStatus::Failed)
        first.source = second.source;
    // One list is there and the other is not: what was found is not all.
    if (status != second.source.status && !first.rows.isEmpty())
        first.source.status = SourceStatus::Incomplete;
    first.source.count = first.source.status == SourceStatus::Fresh
                             ? std::optional<int>(static_cast<int>(first.rows.size()))
                             : std::nullopt;
    return first;
}

/// Keeps a list only where something of it was read: a failed one is not an empty one.
template <typename Row>
void keep(PersonReading *reading, const ListReading<Row> &list, std::optional<QList<Row>> *place)
{
    const SourceStatus status = list.source.status;
    if (status == SourceStatus::Fresh || status == SourceStatus::Incomplete)
        *place = list.rows;
    reading->sources.append(list.source);
}

template <typename Value>
void keep(PersonReading *reading, ValueReading<Value> value, std::optional<Value> *place,
          std::optional<int> count)
{
    if (value.source.status == SourceStatus::Fresh)
        value.source.count = count;
    *place = value.value;
    reading->sources.append(value.source);
}

/// A list of the organisation cut down to one user.
template <typename Row, typename Wide>
ListReading<Row> ownOnly(const ListReading<Wide> &all, const char *name,
                         const std::function<std::optional<Row>(const Wide &)> &pick)
{
    ListReading<Row> own;
    own.source = all.source;
    own.source.name = QLatin1String(name);
    for (const Wide &row : all.rows) {
        if (const std::optional<Row> mine = pick(row))
            own.rows.append(*mine);
    }
    if (own.source.status == SourceStatus::Fresh)
        own.source.count = static_cast<int>(own.rows.size());
    return own;
}

void addQueue(QList<QueueMembership> *queues, const QueueMembership &queue)
{
    const auto known = std::find_if(queues->begin(), queues->end(),
                                    [&](const QueueMembership &one) { return one.id == queue.id; });
    if (known == queues->end())
        queues->append(queue);
    else
        known->joined = known->joined || queue.joined;
}

void addPhone(QList<PhoneReference> *phones, const PhoneReference &phone)
{
    const auto known = std::find_if(phones->begin(), phones->end(),
                                    [&](const PhoneReference &one) { return one.id == phone.id; });
    if (known == phones->end()) {
        phones->append(phone);
        return;
    }
    known->isWebRtc = known->isWebRtc || phone.isWebRtc;
    known->isDefaultLine = known->isDefaultLine || phone.isDefaultLine;
}

} // namespace

QCoro::Task<PersonReading> readPerson(ReadingBatchPointer batch, QString userId)
{
    // All begun at once; the batch bounds how many are under way.
    auto joinedTask = readQueues(batch, userId, true);
    auto unjoinedTask = readQueues(batch, userId, false);
    auto skillsTask = readSkills(batch, userId, false);
    auto languagesTask = readSkills(batch, userId, true);
    auto grantsTask =
        readWhole<RoleGrant>(batch, sourceNames::roles, grantsRequest(userId),
                             [userId](const ApiResponse &response) { return parseGrants(response, userId); });
    auto stationTask =
        readValue<Stations>(batch, sourceNames::station, stationRequest(userId), parseStations);
    auto webRtcTask = readPhones(batch, userId, PhoneTie::WebRtcUser);
    auto lineTask = readPhones(batch, userId, PhoneTie::DefaultLine);
    auto forwardingTask =
        readValue<CallForwarding>(batch, sourceNames::forwarding, forwardingRequest(userId), parseForwarding);
    auto reportsTask = readWhole<DirectReport>(batch, sourceNames::directReports,
                                               directReportsRequest(userId), parseDirectReports);
    auto mailboxTask =
        readValue<Mailbox>(batch, sourceNames::voicemail, mailboxRequest(userId), parseMailbox);
    auto externalTask =
        readWhole<ExternalId>(batch, sourceNames::externalIds, externalIdsRequest(userId), parseExternalIds);
    auto licencesTask =
        readWhole<QString>(batch, sourceNames::licences, licencesRequest(userId), parseLicences);
    auto itemsTask = readWorkItems(batch, userId);
    auto clientsTask = readOAuthClients(batch);
    auto callbacksTask = readOwnedCallbacks(batch);

    PersonReading reading;
    PersonReferences &person = reading.person;
    const ListReading<OwnedCallback> callbacks = co_await callbacksTask;
    const std::function<std::optional<ScheduledCallback>(const OwnedCallback &)> isMyCallback =
        [&userId](const OwnedCallback &owned) -> std::optional<ScheduledCallback> {
        return owned.ownerIds.contains(userId) ? std::optional<ScheduledCallback>(owned.callback)
                                               : std::nullopt;
    };
    keep(&reading, ownOnly(callbacks, sourceNames::callbacks, isMyCallback), &person.callbacks);
    const ListReading<WorkItem> items = co_await itemsTask;
    keep(&reading, items, &person.workItems);

    const ListReading<QueueMembership> joinedQueues = co_await joinedTask;
    const ListReading<QueueMembership> otherQueues = co_await unjoinedTask;
    keep(&reading, joined<QueueMembership>(joinedQueues, otherQueues, addQueue), &person.queues);
    const ListReading<SkillLevel> skills = co_await skillsTask;
    keep(&reading, skills, &person.skills);
    const ListReading<SkillLevel> languages = co_await languagesTask;
    keep(&reading, languages, &person.languages);
    const ListReading<RoleGrant> grants = co_await grantsTask;
    keep(&reading, grants, &person.roles);

    const ValueReading<Stations> stations = co_await stationTask;
    const int stationCount = stations.value ? (stations.value->associated.isEmpty() ? 0 : 1) +
                                                  (stations.value->byDefault.isEmpty() ? 0 : 1)
                                            : 0;
    keep(&reading, stations, &person.stations, stationCount);
    const ListReading<PhoneReference> webRtcPhones = co_await webRtcTask;
    const ListReading<PhoneReference> linePhones = co_await lineTask;
    keep(&reading, joined<PhoneReference>(webRtcPhones, linePhones, addPhone), &person.phones);
    const ValueReading<CallForwarding> forwarding = co_await forwardingTask;
    keep(&reading, forwarding, &person.forwarding, forwarding.value && forwarding.value->enabled ? 1 : 0);

    const ListReading<DirectReport> reports = co_await reportsTask;
    keep(&reading, reports, &person.directReports);
    const ValueReading<Mailbox> mailbox = co_await mailboxTask;
    keep(&reading, mailbox, &person.mailbox, mailbox.value ? mailbox.value->total : 0);
    const ListReading<ExternalId> externalIds = co_await externalTask;
    keep(&reading, externalIds, &person.externalIds);
    const ListReading<QString> licences = co_await licencesTask;
    keep(&reading, licences, &person.licences);

    const ListReading<OAuthClientRow> clients = co_await clientsTask;
    const std::function<std::optional<OAuthClientReference>(const OAuthClientRow &)> isMyClient =
        [&userId](const OAuthClientRow &row) -> std::optional<OAuthClientReference> {
        return row.createdById == userId ? std::optional<OAuthClientReference>(row.client) : std::nullopt;
    };
    keep(&reading, ownOnly(clients, sourceNames::oauthClients, isMyClient), &person.oauthClients);
    co_return reading;
}

namespace {

/// A block of the user's own answer, or what its endpoint says.
template <typename Value>
QCoro::Task<ValueReading<Value>> blockOr(ReadingBatchPointer batch, const char *name,
                                         std::optional<Value> block, ApiRequest request,
                                         std::function<Result<Value>(const ApiResponse &)> parse)
{
    if (!block) {
        auto task = readValue<Value>(batch, name, std::move(request), std::move(parse));
        ValueReading<Value> asked = co_await task;
        co_return asked;
    }
    ValueReading<Value> reading;
    reading.source = beginReading(name);
    reading.value = std::move(block);
    co_return reading;
}

void addGroups(PersonReading *reading, const QString &userId, const Result<UserDetails> &details,
               const QString &place, const ListReading<GroupRow> &all)
{
    ListReading<GroupMembership> mine;
    mine.source = beginReading(sourceNames::groups);
    int hidden = 0;
    if (!details) {
        failReading(&mine.source, details.error());
    } else if (!details->groupIds) {
        cutOffReading(&mine.source, place, QStringLiteral("the answer has no usable list \"groups\""));
    } else {
        for (const QString &id : *details->groupIds) {
            const auto known = std::find_if(all.rows.cbegin(), all.rows.cend(),
                                            [&](const GroupRow &row) { return row.id == id; });
            hidden += known == all.rows.cend() ? 1 : 0;
            mine.rows.append({id, known == all.rows.cend() ? QString() : known->name});
        }
        mine.source.count = static_cast<int>(mine.rows.size());
    }
    const bool isNothingRead = !details || !details->groupIds;
    if (isNothingRead)
        reading->sources.append(mine.source); // an unread list is not an empty one
    else
        keep(reading, mine, &reading->person.groups);

    const std::function<std::optional<GroupMembership>(const GroupRow &)> isOwned =
        [&userId](const GroupRow &row) -> std::optional<GroupMembership> {
        return row.ownerIds.contains(userId)
                   ? std::optional<GroupMembership>(GroupMembership{row.id, row.name})
                   : std::nullopt;
    };
    ListReading<GroupMembership> owned = ownOnly(all, sourceNames::ownedGroups, isOwned);
    const bool saysOwners =
        all.rows.isEmpty() ||
        std::any_of(all.rows.cbegin(), all.rows.cend(), [](const GroupRow &row) { return row.saysOwners; });
    if (owned.source.status == SourceStatus::Fresh && !saysOwners)
        cutOffReading(&owned.source, QStringLiteral("GET /api/v2/groups"),
                      QStringLiteral("the listing does not say who owns the groups"));
    else if (owned.source.status == SourceStatus::Fresh && hidden > 0)
        cutOffReading(&owned.source, QStringLiteral("GET /api/v2/groups"),
                      QStringLiteral("%1 groups of the user are not in the listing").arg(hidden));
    keep(reading, owned, &reading->person.ownedGroups);
}

void addTokens(PersonReading *reading, const Result<UserDetails> &details, const QString &place)
{
    // Nobody lists tokens; how many are alive is never known.
    SourceReading tokens = beginReading(sourceNames::tokens);
    if (!details)
        failReading(&tokens, details.error());
    else if (details->lastTokenIssued)
        reading->person.lastTokenIssued = details->lastTokenIssued;
    else if (details->groupIds) // expands were answered, and this one names no token
        reading->person.lastTokenIssued = QDateTime();
    else
        cutOffReading(&tokens, place, QStringLiteral("the answer does not say when a token was issued"));
    reading->sources.append(tokens);
}

} // namespace

QCoro::Task<PersonReading> completePerson(ReadingBatchPointer batch, QString userId, PersonReading reading,
                                          Result<UserDetails> details)
{
    const UserDetails known = details ? *details : UserDetails();
    auto groupsTask = readGroups(batch);
    auto presenceTask = blockOr<PresenceReference>(batch, sourceNames::presence, known.presence,
                                                   presenceRequest(userId), parsePresence);
    auto routingTask = blockOr<RoutingStatusReference>(batch, sourceNames::routingStatus, known.routingStatus,
                                                       routingStatusRequest(userId), parseRoutingStatus);
    auto absenceTask = blockOr<OutOfOffice>(batch, sourceNames::outOfOffice, known.outOfOffice,
                                            outOfOfficeRequest(userId), parseOutOfOffice);
    const QString place = userDetailsRequest(userId, personExpands()).line();
    const ListReading<GroupRow> groups = co_await groupsTask;
    addGroups(&reading, userId, details, place, groups);
    const ValueReading<PresenceReference> presence = co_await presenceTask;
    keep(&reading, presence, &reading.person.presence, std::nullopt);
    const ValueReading<RoutingStatusReference> routing = co_await routingTask;
    keep(&reading, routing, &reading.person.routingStatus, std::nullopt);
    const ValueReading<OutOfOffice> absence = co_await absenceTask;
    keep(&reading, absence, &reading.person.outOfOffice, absence.value && absence.value->active ? 1 : 0);
    addTokens(&reading, details, place);
    co_return reading;
}

} // namespace offboarding
