// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/referencereading.h"

#include "app/api/calls/conversationscalls.h"
#include "app/references/clearing.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace offboarding {

namespace {

constexpr int longestIntervalDays = 31; ///< contract §4.3
constexpr int rowsPerPage = 100;        ///< what conversationDetailsRequest asks for
constexpr int mostPages = 80;           ///< deep paging fails at about 8,000 rows (contract §4.3)
constexpr int openSearchDays = 31;      ///< a message thread may have been opened weeks ago

struct Details
{
    QList<ConversationDetail> found;
    SourceReading source;
};

/// The total is approximate: only a page that is not full ends the list, together with it.
bool isLastPage(const ConversationDetailPage &page, int number)
{
    return page.rows == 0 || (page.rows < rowsPerPage && number * rowsPerPage >= page.totalHits);
}

/// Why the list is short after page @p number, which brought @p fresh of the @p listed rows; empty if it is
/// not.
QString flawOf(const ConversationDetailPage &page, int number, qsizetype fresh, qsizetype listed)
{
    if (page.unreadable > 0)
        return QStringLiteral("page %1: %2 rows have no conversation id").arg(number).arg(page.unreadable);
    if (isLastPage(page, number)) {
        // Conversations come and go while the pages are read; a tenth is more than that.
        const qsizetype missing = page.totalHits - listed;
        return missing * 10 <= page.totalHits ? QString()
                                              : QStringLiteral("the server promised %1 rows and listed %2")
                                                    .arg(page.totalHits)
                                                    .arg(listed);
    }
    if (fresh == 0)
        return QStringLiteral("page %1 brought nothing new").arg(number);
    return number < mostPages ? QString() : QStringLiteral("more than %1 rows").arg(number * rowsPerPage);
}

QCoro::Task<Details> readDetails(ApiClient *client, QString userId, int days, bool openOnly, const char *name)
{
    Details details;
    details.source = beginReading(name);
    QSet<QString> known;
    QDateTime to = QDateTime::currentDateTimeUtc().addSecs(60); // clocks differ a little
    const QDateTime begin = to.addDays(-days);
    while (to > begin) {
        const QDateTime from = std::max(begin, to.addDays(-longestIntervalDays));
        QSet<QString> listed; // of this interval: the neighbour lists the day that they share, too
        for (int page = 1;; ++page) {
            ApiRequest request = conversationDetailsRequest(userId, from, to, openOnly, page);
            const Result<ApiResponse> response = co_await client->send(std::move(request));
            if (!response) {
                failReading(&details.source, response.error());
                co_return details;
            }
            const Result<ConversationDetailPage> parsed = parseConversationDetails(*response, userId);
            if (!parsed) {
                failReading(&details.source, parsed.error());
                co_return details;
            }
            // Pages shift while data changes, so every row is taken once (contract §4.3).
            const qsizetype before = listed.size();
            for (const ConversationDetail &detail : parsed->conversations) {
                listed.insert(detail.conversationId);
                if (known.contains(detail.conversationId))
                    continue;
                known.insert(detail.conversationId);
                details.found.append(detail);
            }
            const QString flaw = flawOf(*parsed, page, listed.size() - before, listed.size());
            if (!flaw.isEmpty()) {
                cutOffReading(&details.source, response->place, flaw);
                co_return details;
            }
            if (isLastPage(*parsed, page))
                break;
        }
        to = from;
    }
    details.source.count = static_cast<int>(details.found.size());
    details.source.readAt = QDateTime::currentDateTimeUtc();
    co_return details;
}

QCoro::Task<Result<Conversation>> readLive(ApiClient *client, QString conversationId)
{
    ApiRequest request = conversationRequest(conversationId);
    const Result<ApiResponse> response = co_await client->send(std::move(request));
    if (!response)
        co_return failure(response.error());
    co_return parseConversation(*response, conversationId);
}

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

bool isBefore(const ConversationReference &left, const ConversationReference &right)
{
    if (left.isBlocking() != right.isBlocking())
        return left.isBlocking();
    if (left.started != right.started)
        return left.started > right.started;
    return left.conversationId < right.conversationId;
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

QCoro::Task<ReferenceMap> readReferences(ApiClient *client, QString userId, int recentDays)
{
    ReferenceMap map;
    map.userId = userId;

    // Named first: a temporary inside a co_await expression is destroyed twice by GCC 12.
    auto openTask = readDetails(client, userId, openSearchDays, true, "open-conversations");
    auto recentTask = readDetails(client, userId, recentDays, false, "recent-conversations");
    SourceReading status = beginReading("agent-status");
    ApiRequest statusRequest = agentStatusRequest(userId);
    const Result<ApiResponse> statusResponse = co_await client->send(std::move(statusRequest));
    QStringList openIds;
    QSet<QString> sessionIds;
    if (!statusResponse) {
        failReading(&status, statusResponse.error());
    } else if (const Result<AgentStatus> parsed = parseAgentStatus(*statusResponse, userId); !parsed) {
        failReading(&status, parsed.error());
    } else {
        map.sessionCount = parsed->sessionCount;
        status.count = parsed->sessionCount;
        int named = 0;
        for (const AgentSession &session : parsed->sessions) {
            if (session.conversationId.isEmpty())
                continue;
            ++named;
            openIds.append(session.conversationId);
            sessionIds.insert(session.conversationId);
        }
        if (named < parsed->sessionCount) {
            cutOffReading(&status, statusResponse->place,
                          QStringLiteral("%1 sessions, of which %2 name their conversation")
                              .arg(parsed->sessionCount)
                              .arg(named));
        }
    }
    map.sources.append(status);

    const Details open = co_await openTask;
    QHash<QString, ConversationReference> details;
    for (const ConversationDetail &detail : open.found) {
        openIds.append(detail.conversationId);
        details.insert(detail.conversationId, referenceFrom(detail, userId));
    }
    map.sources.append(open.source);
    const Details recent = co_await recentTask;
    for (const ConversationDetail &detail : recent.found) {
        details.insert(detail.conversationId, referenceFrom(detail, userId));
        if (detail.userSegmentOpen || !detail.end.isValid())
            openIds.append(detail.conversationId);
    }
    openIds.removeDuplicates();

    SourceReading live = beginReading("conversations");
    std::vector<QCoro::Task<Result<Conversation>>> reads;
    reads.reserve(static_cast<size_t>(openIds.size()));
    for (const QString &id : std::as_const(openIds))
        reads.push_back(readLive(client, id));
    int liveReads = 0;
    QSet<QString> listed;
    for (qsizetype i = 0; i < openIds.size(); ++i) {
        const Result<Conversation> conversation = co_await reads[static_cast<size_t>(i)];
        const QString id = openIds.at(i);
        if (conversation) {
            ++liveReads;
            if (conversation->participantsOf(userId).isEmpty())
                continue; // the leaver is gone from it meanwhile
            map.conversations.append(referenceFrom(*conversation, userId));
            listed.insert(id);
        } else if (isGone(conversation.error()) && !sessionIds.contains(id)) {
            ++liveReads; // analytics lags behind (contract §4.3); the list stays honest about what it named
            map.conversations.append(vanished(details.value(id)));
            listed.insert(id);
        } else {
            // A session that agent status reports now can be hidden by a division: 404 proves nothing there
            // (contract §1.3).
            map.conversations.append(unreadable(id, userId, conversation.error()));
            listed.insert(id);
            failReading(&live, conversation.error());
            if (isGone(conversation.error()))
                live.status = SourceStatus::NotPermitted;
        }
    }
    if (live.status == SourceStatus::Fresh)
        live.count = liveReads;
    map.sources.append(recent.source);
    map.sources.append(live);
    for (const ConversationDetail &detail : recent.found) {
        if (!listed.contains(detail.conversationId) && !openIds.contains(detail.conversationId))
            map.conversations.append(referenceFrom(detail, userId));
    }
    std::sort(map.conversations.begin(), map.conversations.end(), isBefore);
    map.readAt = QDateTime::currentDateTimeUtc();
    co_return map;
}

} // namespace offboarding
