// SPDX-License-Identifier: GPL-3.0-or-later
// Analytics: agent status and conversation details (contract §4.2 to §4.4).
#include "app/demo/analyticsfilter.h"
#include "app/demo/analyticsjson.h"
#include "app/demo/jsonwriter.h"
#include "app/demo/router.h"

#include <QJsonArray>

#include <algorithm>

namespace offboarding::demo {

namespace {

constexpr qint64 longestIntervalMs = 31LL * 24 * 3600 * 1000;
constexpr int mostDetailsPerPage = 100;
constexpr int mostAgents = 50;

Reply readAgentStatus(const HandlerContext &context)
{
    const int user = context.organisation.directory().userOf(context.captured(0));
    if (user < 0)
        return Reply::refuse(notFound(QStringLiteral("user"), context.captured(0)));
    return Reply::json(agentStatusJson(context.organisation, user));
}

/// Values of the userId predicates of a userFilter, clauses included.
QStringList wantedAgents(const QJsonValue &filter)
{
    QStringList ids;
    const auto collect = [&ids](const QJsonValue &predicates) {
        const QJsonArray entries = predicates.toArray();
        for (const QJsonValue &one : entries) {
            if (one[QLatin1String("dimension")].toString() == QLatin1String("userId"))
                ids.append(one[QLatin1String("value")].toString());
        }
    };
    collect(filter[QLatin1String("predicates")]);
    const QJsonArray clauses = filter[QLatin1String("clauses")].toArray();
    for (const QJsonValue &clause : clauses)
        collect(clause[QLatin1String("predicates")]);
    return ids;
}

/// The agents named by userId, or else those with a session; never more than 50.
Reply queryAgentStatus(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const QStringList ids = wantedAgents(context.request.json[QLatin1String("userFilter")]);
    QJsonArray entities;
    for (const QString &id : ids) {
        const int user = directory.userOf(id);
        if (user >= 0 && entities.size() < mostAgents)
            entities.append(agentStatusJson(context.organisation, user));
    }
    for (int user = 0;
         ids.isEmpty() && user < static_cast<int>(directory.users.size()) && entities.size() < mostAgents;
         ++user) {
        if (!context.organisation.conversations().holding(user).empty())
            entities.append(agentStatusJson(context.organisation, user));
    }
    return Reply::json(QJsonObject{{QStringLiteral("entities"), entities}});
}

struct Interval
{
    qint64 from = 0;
    qint64 to = 0;
};

Answer<Interval> intervalOf(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('/'));
    Interval interval;
    if (parts.size() == 2) {
        interval.from = parsedTime(parts.at(0));
        interval.to = parsedTime(parts.at(1));
    }
    if (parts.size() != 2 || interval.from < 0 || interval.to < interval.from)
        return refused(badRequest(QStringLiteral("The interval %1 is not valid.").arg(text.left(80)),
                                  QStringLiteral("invalid.date")));
    if (interval.to - interval.from > longestIntervalMs)
        return refused(badRequest(QStringLiteral("The interval is longer than 31 days."),
                                  QStringLiteral("bad.request")));
    return interval;
}

/// A conversation that fits, as little of it as sorting needs.
struct Hit
{
    qint64 key = 0;
    bool isLive = false;
    quint32 number = 0;
};

Reply queryDetails(const HandlerContext &context)
{
    if (!context.request.json.isObject())
        return Reply::refuse(badRequest(QStringLiteral("The body must be an object.")));
    const QJsonObject query = context.request.json.toObject();
    const Answer<Interval> interval = intervalOf(query.value(QLatin1String("interval")).toString());
    if (!interval)
        return Reply::refuse(interval.error());
    const QJsonValue paging = query.value(QLatin1String("paging"));
    const int size = paging[QLatin1String("pageSize")].toInt(25);
    const int page = paging[QLatin1String("pageNumber")].toInt(1);
    if (size < 1 || size > mostDetailsPerPage || page < 1)
        return Reply::refuse(badRequest(QStringLiteral("pageSize must be 1 to 100 and pageNumber positive."),
                                        QStringLiteral("invalid.value")));
    const Answer<AnalyticsFilter> filter = AnalyticsFilter::make(query);
    if (!filter)
        return Reply::refuse(filter.error());

    const Directory &directory = context.organisation.directory();
    const ConversationBook &book = context.organisation.conversations();
    const bool byEnd = query.value(QLatin1String("orderBy")).toString() == QLatin1String("conversationEnd");
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < book.live.size(); ++i) {
        const ConversationRecord &one = book.live[i];
        if (one.start >= interval->from && one.start < interval->to && filter->matches(directory, one))
            hits.push_back({byEnd ? one.end : one.start, true, static_cast<quint32>(i)});
    }
    for (quint32 number = 0; number < book.ended.size(); ++number) {
        const EndedRecord &record = book.ended[number];
        const qint64 end = directory.base - static_cast<qint64>(record.endedSecondsAgo) * 1000;
        const qint64 start = end - static_cast<qint64>(record.durationSeconds) * 1000;
        if (start < interval->from || start >= interval->to)
            continue;
        const bool isUnchanged = book.isUnchanged(number);
        if (isUnchanged && !filter->mayMatch(directory, record))
            continue;
        if (filter->isEmpty() || filter->matches(directory, book.endedAt(number)))
            hits.push_back({byEnd ? end : start, false, number});
    }
    const bool isDescending = query.value(QLatin1String("order")).toString() == QLatin1String("desc");
    std::stable_sort(hits.begin(), hits.end(), [isDescending](const Hit &left, const Hit &right) {
        return isDescending ? right.key < left.key : left.key < right.key;
    });

    QJsonArray conversations;
    const qsizetype first = static_cast<qsizetype>(size) * (page - 1);
    const qsizetype last = qMin(first + size, static_cast<qsizetype>(hits.size()));
    for (qsizetype i = first; i < last; ++i) {
        const Hit &hit = hits[static_cast<std::size_t>(i)];
        conversations.append(analyticsConversationJson(directory, hit.isLive ? book.live[hit.number]
                                                                             : book.endedAt(hit.number)));
    }
    return Reply::json(QJsonObject{{QStringLiteral("conversations"), conversations},
                                   {QStringLiteral("totalHits"), static_cast<qint64>(hits.size())}});
}

Reply readDetails(const HandlerContext &context)
{
    const std::optional<ConversationRecord> conversation =
        context.organisation.conversations().read(context.captured(0));
    if (!conversation)
        return Reply::refuse(notFound(QStringLiteral("conversation"), context.captured(0)));
    return Reply::json(analyticsConversationJson(context.organisation.directory(), *conversation));
}

Reply readManyDetails(const HandlerContext &context)
{
    QJsonArray conversations;
    const QStringList ids = context.request.list(QStringLiteral("id"));
    if (ids.isEmpty() || ids.size() > mostDetailsPerPage)
        return Reply::refuse(badRequest(QStringLiteral("Name 1 to 100 conversations with id."),
                                        QStringLiteral("invalid.query.param.value")));
    for (const QString &id : ids) {
        const std::optional<ConversationRecord> conversation = context.organisation.conversations().read(id);
        if (conversation)
            conversations.append(analyticsConversationJson(context.organisation.directory(), *conversation));
    }
    return Reply::json(QJsonObject{{QStringLiteral("conversations"), conversations}});
}

} // namespace

void addAnalyticsRoutes(Router &router)
{
    router.add("GET", "/analytics/agents/{userId}/status", readAgentStatus,
               anyOf({"analytics:agentState:view"}));
    router.add("POST", "/analytics/agents/status/query", queryAgentStatus,
               anyOf({"analytics:agentState:view"}));
    router.add("POST", "/analytics/conversations/details/query", queryDetails,
               anyOf({"analytics:conversationDetail:view", "analytics:agentConversationDetail:view"}));
    router.add("GET", "/analytics/conversations/details", readManyDetails,
               anyOf({"analytics:conversationDetail:view", "analytics:agentConversationDetail:view"}));
    router.add("GET", "/analytics/conversations/{conversationId}/details", readDetails,
               anyOf({"analytics:conversationDetail:view", "analytics:agentConversationDetail:view"}));
}

} // namespace offboarding::demo
