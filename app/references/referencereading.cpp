// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/referencereading.h"

#include "app/api/calls/conversationscalls.h"
#include "app/api/calls/personcalls.h"
#include "app/references/clearing.h"
#include "app/references/crosscheck.h"
#include "app/references/detailsreading.h"
#include "app/references/personreading.h"
#include "app/references/surroundings.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace offboarding {

namespace {

constexpr int openSearchDays = 31; ///< a message thread may have been opened weeks ago

Media mediaFromAnalytics(const QString &mediaType)
{
    static const QHash<QString, Media> names{{QStringLiteral("voice"), Media::Call},
                                             {QStringLiteral("callback"), Media::Callback},
                                             {QStringLiteral("chat"), Media::Chat},
                                             {QStringLiteral("email"), Media::Email},
                                             {QStringLiteral("message"), Media::Message},
                                             {QStringLiteral("internalmessage"), Media::InternalMessage},
                                             {QStringLiteral("cobrowse"), Media::Cobrowse},
                                             {QStringLiteral("video"), Media::Video},
                                             {QStringLiteral("screenshare"), Media::ScreenShare},
                                             {QStringLiteral("screenmonitoring"), Media::ScreenMonitoring}};
    return names.value(mediaType.toLower(), Media::Unknown);
}

ConversationReference referenceFrom(const ConversationDetail &detail, const QString &userId)
{
    ConversationReference reference;
    reference.userId = userId;
    reference.conversationId = detail.conversationId;
    reference.media = mediaFromAnalytics(detail.mediaType);
    reference.direction = detail.direction;
    reference.queueId = detail.queueId;
    reference.purpose = detail.purpose;
    reference.participantIds = detail.participantIds;
    reference.state = QStringLiteral("disconnected");
    reference.started = detail.start;
    reference.ended = detail.end;
    return reference;
}

ConversationReference unreadable(const QString &conversationId, const QString &userId, const Error &error)
{
    ConversationReference reference;
    reference.userId = userId;
    reference.conversationId = conversationId;
    reference.state = QStringLiteral("unknown");
    reference.live = true; // unknown is a blocker, not a zero
    reference.error = error;
    return reference;
}

/// Listed by analytics a moment ago and not found any more: it names the user only in the past.
ConversationReference vanished(ConversationReference reference)
{
    reference.state = QStringLiteral("not-found");
    reference.live = false;
    return reference;
}

bool isGone(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Gone;
}

/// The server lists nobody in it. That says nothing about the user while the conversation is said to be going
/// on (@p isSession: agent status says so now).
ConversationReference withoutParticipants(const Conversation &conversation, const QString &userId,
                                          bool isSession)
{
    ConversationReference reference = referenceFrom(conversation, userId);
    reference.state = QStringLiteral("no-participants");
    if (!isSession)
        return reference;
    reference.live = true;
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.place = conversationRequest(conversation.id).line();
    error.detail =
        QStringLiteral("the conversation lists no participants, and agent status says that the user "
                       "is in it");
    reference.error = error;
    return reference;
}

bool isBefore(const ConversationReference &left, const ConversationReference &right)
{
    if (left.isBlocking() != right.isBlocking())
        return left.isBlocking();
    if (left.started != right.started)
        return left.started > right.started;
    return left.conversationId < right.conversationId;
}

/// What the lists name, before anything was read live.
struct Candidates
{
    QStringList ids; ///< to be read live
    QSet<QString> sessions;
    QHash<QString, ConversationReference> details;
};

/// Agent status: what the user is on now (contract §4.2).
void addStatus(const Result<ApiResponse> &response, ReferenceMap *map, Candidates *candidates,
               SourceReading *source)
{
    source->readAt = QDateTime::currentDateTimeUtc();
    if (!response) {
        failReading(source, response.error());
        return;
    }
    const Result<AgentStatus> parsed = parseAgentStatus(*response, map->userId);
    if (!parsed) {
        failReading(source, parsed.error());
        return;
    }
    map->sessionCount = parsed->sessionCount;
    source->count = parsed->sessionCount;
    int named = 0;
    for (const AgentSession &session : parsed->sessions) {
        if (session.conversationId.isEmpty())
            continue;
        ++named;
        candidates->ids.append(session.conversationId);
        candidates->sessions.insert(session.conversationId);
    }
    if (named < parsed->sessionCount)
        cutOffReading(source, response->place,
                      QStringLiteral("%1 sessions, of which %2 name their conversation")
                          .arg(parsed->sessionCount)
                          .arg(named));
}

void addDetails(const DetailsReading &details, bool areAllOpen, const QString &userId, Candidates *candidates)
{
    for (const ConversationDetail &detail : details.found) {
        candidates->details.insert(detail.conversationId, referenceFrom(detail, userId));
        if (areAllOpen || detail.userSegmentOpen || !detail.end.isValid())
            candidates->ids.append(detail.conversationId);
    }
}

/// One conversation as it was read live. Adds to @p map; failures spoil @p source.
void addLive(const LiveConversation &live, const QString &id, const Candidates &candidates, ReferenceMap *map,
             SourceReading *source)
{
    const bool isSession = candidates.sessions.contains(id);
    const QString &userId = map->userId;
    if (live.conversation) {
        const Conversation &conversation = *live.conversation;
        const bool isDeserted = conversation.participants.isEmpty();
        if (!isDeserted && conversation.participantsOf(userId).isEmpty())
            return; // the user is gone from it meanwhile
        ConversationReference reference = isDeserted ? withoutParticipants(conversation, userId, isSession)
                                                     : referenceFrom(conversation, userId);
        reference.readAt = live.readAt;
        if (reference.error)
            failReading(source, *reference.error);
        map->conversations.append(reference);
        return;
    }
    const Error &error = live.conversation.error();
    if (isGone(error) && !isSession) {
        // Analytics lags behind (contract §4.3); the list stays honest about what it named.
        map->conversations.append(vanished(candidates.details.value(id)));
        return;
    }
    // A session that agent status reports now can be hidden by a division: 404 proves nothing there (contract
    // §1.3).
    map->conversations.append(unreadable(id, userId, error));
    failReading(source, error);
    if (isGone(error))
        source->status = SourceStatus::NotPermitted;
}

QStringList gateExpands()
{
    return {QStringLiteral("conversationSummary")};
}

/// GET /users/{id}; a deleted user answers only when asked for as deleted (contract §2.4).
QCoro::Task<Result<UserDetails>> readUserDetails(ReadingBatchPointer batch, QString userId,
                                                 QStringList expands)
{
    ApiRequest request = userDetailsRequest(userId, expands);
    Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    if (!response && isGone(response.error())) {
        ApiRequest again = userDetailsRequest(userId, expands, true);
        response = co_await sendRead(batch, std::move(again));
    }
    if (!response)
        co_return failure(response.error());
    co_return parseUserDetails(*response, userId);
}

/// The counts of the user's own summary against what was read live (contract §4.7). One that is missing
/// decides nothing: expands are best effort.
void addSummary(const Result<UserDetails> &details, const QString &place, ReferenceMap *map)
{
    SourceReading summary = beginReading(sourceNames::conversationSummary);
    if (!details) {
        failReading(&summary, details.error());
        map->furtherSources.append(summary);
        return;
    }
    if (!details->conversations) {
        cutOffReading(&summary, place, QStringLiteral("the answer has no usable \"conversationSummary\""));
        map->furtherSources.append(summary);
        return;
    }
    const ConversationCounts &counts = *details->conversations;
    summary.count = counts.active + counts.afterCallWork;
    if (isMoreThanFound(counts, map->conversations, summary.readAt))
        cutOffReading(&summary, place,
                      QStringLiteral("%1 active and %2 in after-call work, more than the conversations that "
                                     "were found")
                          .arg(counts.active)
                          .arg(counts.afterCallWork));
    map->sources.append(summary);
}

} // namespace

ConversationReference referenceFrom(const Conversation &conversation, const QString &userId)
{
    ConversationReference reference;
    reference.userId = userId;
    reference.conversationId = conversation.id;
    reference.media = conversation.media();
    reference.direction = conversation.direction();
    reference.started = conversation.start;
    reference.ended = conversation.end;
    reference.customerLive = mayHaveLiveCustomer(conversation, userId);
    reference.live = conversation.hasLiveParticipant(userId);
    reference.afterCallWork = !reference.live && conversation.isInAfterCallWork(userId);
    reference.state = QStringLiteral("disconnected");
    reference.queueId = conversation.queueId();
    bool isShownLive = false;
    for (const Participant *participant : conversation.participantsOf(userId)) {
        reference.participantIds.append(participant->id);
        const bool isAlive = participant->isLive() || participant->isInAfterCallWork();
        if (reference.purpose.isEmpty() || (isAlive && !isShownLive)) {
            reference.purpose = participant->purpose;
            reference.state = participant->stateText();
            if (!participant->queueId.isEmpty())
                reference.queueId = participant->queueId;
            isShownLive = isAlive;
        }
        for (const Communication &communication : participant->communications)
            reference.connected = reference.connected || communication.isConnected();
    }
    for (const Participant &participant : conversation.participants) {
        if (participant.queueId == reference.queueId && !participant.queueName.isEmpty())
            reference.queueName = participant.queueName;
    }
    reference.conversation = conversation;
    return reference;
}

QCoro::Task<PersonReading> readAround(ReadingBatchPointer batch, QString userId)
{
    auto personTask = readPerson(batch, userId);
    auto detailsTask = readUserDetails(batch, userId, personExpands());
    PersonReading around = co_await personTask;
    const Result<UserDetails> details = co_await detailsTask;
    auto completeTask = completePerson(batch, userId, std::move(around), details);
    co_return co_await completeTask;
}

QList<ApiRequest> referenceRequests(const QString &userId, int recentDays, const QDateTime &now)
{
    QList<ApiRequest> requests{agentStatusRequest(userId)};
    requests += detailsRequests(userId, openSearchDays, true, now);
    requests += detailsRequests(userId, recentDays, false, now);
    requests.append(userDetailsRequest(userId, gateExpands()));
    return requests;
}

QCoro::Task<ReferenceMap> readReferences(ReadingBatchPointer batch, QString userId, int recentDays,
                                         ReadingDepth depth)
{
    const bool isDeep = depth == ReadingDepth::Everything;
    ReferenceMap map;
    map.userId = userId;
    Candidates candidates;

    // Named first: a temporary inside a co_await expression is destroyed twice by GCC 12.
    ApiRequest statusRequest = agentStatusRequest(userId);
    auto statusTask = sendRead(batch, std::move(statusRequest));
    auto openTask = readDetails(batch, userId, openSearchDays, true, sourceNames::openConversations);
    auto recentTask = readDetails(batch, userId, recentDays, false, sourceNames::recentConversations);
    std::optional<QCoro::Task<PersonReading>> personTask;
    if (isDeep)
        personTask = readPerson(batch, userId);
    std::optional<QCoro::Task<SurroundingsReading>> surroundingsTask;
    if (depth == ReadingDepth::Memberships)
        surroundingsTask = readSurroundings(batch, userId, allSurroundings);

    SourceReading status = beginReading(sourceNames::agentStatus);
    const Result<ApiResponse> statusResponse = co_await statusTask;
    addStatus(statusResponse, &map, &candidates, &status);
    map.sources.append(status);
    const DetailsReading open = co_await openTask;
    addDetails(open, true, userId, &candidates);
    map.sources.append(open.source);
    const DetailsReading recent = co_await recentTask;
    addDetails(recent, false, userId, &candidates);
    map.sources.append(recent.source);
    candidates.ids.removeDuplicates();

    std::vector<QCoro::Task<LiveConversation>> reads;
    reads.reserve(static_cast<size_t>(candidates.ids.size()));
    for (const QString &id : std::as_const(candidates.ids))
        reads.push_back(readLive(batch, id));
    // Together with the live reads, so that both speak of the same moment.
    QStringList expands = gateExpands();
    if (isDeep)
        expands += personExpands();
    auto detailsTask = readUserDetails(batch, userId, expands);

    SourceReading live = beginReading(sourceNames::conversations);
    for (qsizetype i = 0; i < candidates.ids.size(); ++i) {
        const LiveConversation conversation = co_await reads[static_cast<size_t>(i)];
        live.readAt = std::min(live.readAt, conversation.readAt); // as old as the oldest of them
        addLive(conversation, candidates.ids.at(i), candidates, &map, &live);
    }
    if (live.status == SourceStatus::Fresh)
        live.count = static_cast<int>(candidates.ids.size());
    map.sources.append(live);
    const Result<UserDetails> details = co_await detailsTask;
    addSummary(details, userDetailsRequest(userId, expands).line(), &map);

    for (const ConversationDetail &detail : recent.found) {
        if (!candidates.ids.contains(detail.conversationId))
            map.conversations.append(referenceFrom(detail, userId));
    }
    std::sort(map.conversations.begin(), map.conversations.end(), isBefore);
    if (personTask) {
        PersonReading around = co_await *personTask;
        auto completeTask = completePerson(batch, userId, std::move(around), details);
        around = co_await completeTask;
        map.setAround(around);
    }
    if (surroundingsTask) {
        const SurroundingsReading around = co_await *surroundingsTask;
        map.person = around.person;
        map.furtherSources += around.sources;
    }
    map.readAt = QDateTime::currentDateTimeUtc();
    co_return map;
}

} // namespace offboarding
