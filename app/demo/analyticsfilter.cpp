// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/analyticsfilter.h"

#include "app/demo/analyticsjson.h"
#include "app/demo/jsonwriter.h"

#include <algorithm>

namespace offboarding::demo {

namespace {

// All that the API knows. What is not generated has no value in any conversation.
const QStringList &conversationDimensions()
{
    static const QStringList list =
        QStringLiteral("accessAttribute|conversationEnd|conversationId|conversationInitiator|"
                       "conversationStart|customerParticipation|divisionId|externalTag|"
                       "mediaStatsMinConversationMos|originatingDirection|originatingSocialMediaPublic")
            .split(QLatin1Char('|'));
    return list;
}

const QStringList &segmentDimensions()
{
    static const QStringList list =
        QStringLiteral("addressFrom|addressTo|agentAssistantId|agentOwned|ani|authenticated|"
                       "bargedParticipantId|callbackNumber|callbackScheduledTime|canonicalExternalContactId|"
                       "cleared|coachedParticipantId|conference|deliveryPushed|deliveryStatus|"
                       "destinationAddress|destinationConversationId|detectedSpeechEnd|detectedSpeechStart|"
                       "direction|disconnectType|dnis|edgeId|engagementSource|errorCode|exitReason|"
                       "extendedDeliveryStatus|externalContactId|externalOrganizationId|flaggedReason|"
                       "flowId|flowName|flowOutType|flowOutcome|flowOutcomeId|flowOutcomeValue|flowVersion|"
                       "groupId|journeyActionId|journeyActionMapId|journeyCustomerId|journeyCustomerIdType|"
                       "journeyCustomerSessionId|mediaCount|mediaType|messageType|monitoredParticipantId|"
                       "outboundCampaignId|outboundContactId|outboundContactListId|participantName|"
                       "protocolCallId|provider|purpose|queueId|recording|remote|remoteNameDisplayable|"
                       "requestedLanguageId|requestedRouting|requestedRoutingSkillId|scoredAgentId|"
                       "screenMonitoredUserId|screenRecording|scriptId|segmentEnd|segmentType|sessionDnis|"
                       "sipResponseCode|skillExpressionId|snippetRecording|subject|teamId|"
                       "transferTargetAddress|transferTargetName|transferType|usedRouting|userId|wrapUpCode|"
                       "wrapUpNote")
            .split(QLatin1Char('|'));
    return list;
}

/// Values of a conversation by dimension; an empty string means: has none.
struct ConversationFacts
{
    const Directory &directory;
    const ConversationRecord &conversation;

    QString operator()(const QString &dimension) const
    {
        if (dimension == QLatin1String("conversationId"))
            return conversation.id;
        if (dimension == QLatin1String("conversationStart"))
            return isoTime(conversation.start);
        if (dimension == QLatin1String("conversationEnd"))
            return isoTime(conversation.end);
        if (dimension == QLatin1String("originatingDirection"))
            return conversation.direction;
        if (dimension == QLatin1String("divisionId"))
            return directory.divisionId(conversation.division);
        return {};
    }
};

struct SegmentFacts
{
    const Directory &directory;
    const ConversationRecord &conversation;
    const ParticipantRecord &owner;
    const CommunicationRecord &leg;
    const SegmentRecord &segment;

    QString operator()(const QString &dimension) const
    {
        if (dimension == QLatin1String("userId"))
            return owner.user >= 0 ? directory.userId(owner.user) : QString();
        if (dimension == QLatin1String("queueId"))
            return owner.queue >= 0 ? directory.queueId(owner.queue) : QString();
        if (dimension == QLatin1String("segmentStart"))
            return isoTime(segment.start);
        if (dimension == QLatin1String("segmentEnd"))
            return isoTime(segment.end);
        if (dimension == QLatin1String("segmentType"))
            return segment.type;
        if (dimension == QLatin1String("mediaType"))
            return analyticsMediaType(leg.medium);
        if (dimension == QLatin1String("purpose"))
            return owner.purpose;
        if (dimension == QLatin1String("direction"))
            return leg.direction;
        if (dimension == QLatin1String("disconnectType"))
            return segment.disconnectType;
        if (dimension == QLatin1String("wrapUpCode"))
            return owner.wrapupCode;
        if (dimension == QLatin1String("agentOwned"))
            return isAgentOwned(conversation, owner) ? QStringLiteral("true") : QStringLiteral("false");
        if (dimension == QLatin1String("callbackScheduledTime"))
            return isoTime(leg.scheduled);
        return {};
    }
};

} // namespace

Answer<QList<AnalyticsFilter::Predicate>> AnalyticsFilter::predicatesOf(const QJsonValue &array,
                                                                        bool ofSegment)
{
    QList<Predicate> predicates;
    const QJsonArray entries = array.toArray();
    for (const QJsonValue &entry : entries) {
        Predicate predicate;
        predicate.dimension = entry[QLatin1String("dimension")].toString();
        const QStringList &known = ofSegment ? segmentDimensions() : conversationDimensions();
        if (!known.contains(predicate.dimension))
            return refused(badRequest(
                QStringLiteral("The dimension %1 is not known here.").arg(predicate.dimension.left(60)),
                QStringLiteral("bad.request")));
        const QString op = entry[QLatin1String("operator")].toString(QStringLiteral("matches"));
        predicate.value = entry[QLatin1String("value")].toString();
        if (op == QLatin1String("exists"))
            predicate.op = Operator::Exists;
        else if (op == QLatin1String("notExists"))
            predicate.op = Operator::NotExists;
        else if (op != QLatin1String("matches"))
            return refused(badRequest(QStringLiteral("The operator %1 is not known.").arg(op.left(60))));
        predicates.append(predicate);
    }
    return predicates;
}

Answer<QList<AnalyticsFilter::Filter>> AnalyticsFilter::filtersOf(const QJsonValue &array, bool ofSegment)
{
    QList<Filter> filters;
    const QJsonArray entries = array.toArray();
    for (const QJsonValue &entry : entries) {
        Filter filter;
        filter.isOr = entry[QLatin1String("type")].toString() == QLatin1String("or");
        Answer<QList<Predicate>> predicates = predicatesOf(entry[QLatin1String("predicates")], ofSegment);
        if (!predicates)
            return refused(predicates.error());
        filter.predicates = *predicates;
        const QJsonArray clauses = entry[QLatin1String("clauses")].toArray();
        for (const QJsonValue &one : clauses) {
            Answer<QList<Predicate>> inner = predicatesOf(one[QLatin1String("predicates")], ofSegment);
            if (!inner)
                return refused(inner.error());
            filter.clauses.append({one[QLatin1String("type")].toString() == QLatin1String("or"), *inner});
        }
        filters.append(filter);
    }
    return filters;
}

Answer<AnalyticsFilter> AnalyticsFilter::make(const QJsonObject &query)
{
    AnalyticsFilter filter;
    Answer<QList<Filter>> conversation = filtersOf(query.value(QLatin1String("conversationFilters")), false);
    if (!conversation)
        return refused(conversation.error());
    Answer<QList<Filter>> segment = filtersOf(query.value(QLatin1String("segmentFilters")), true);
    if (!segment)
        return refused(segment.error());
    filter.m_conversation = *conversation;
    filter.m_segment = *segment;
    return filter;
}

template <typename Facts> bool AnalyticsFilter::holds(const Predicate &predicate, const Facts &facts)
{
    const QString value = facts(predicate.dimension);
    switch (predicate.op) {
    case Operator::Exists:
        return !value.isEmpty();
    case Operator::NotExists:
        return value.isEmpty();
    case Operator::Matches:
        break;
    }
    return value == predicate.value;
}

template <typename Facts> bool AnalyticsFilter::holds(const Filter &filter, const Facts &facts)
{
    const auto one = [&facts](const Predicate &predicate) { return holds(predicate, facts); };
    const auto clause = [&one](const Clause &each) {
        return each.isOr ? std::any_of(each.predicates.cbegin(), each.predicates.cend(), one)
                         : std::all_of(each.predicates.cbegin(), each.predicates.cend(), one);
    };
    if (filter.isOr)
        return std::any_of(filter.predicates.cbegin(), filter.predicates.cend(), one) ||
               std::any_of(filter.clauses.cbegin(), filter.clauses.cend(), clause);
    return std::all_of(filter.predicates.cbegin(), filter.predicates.cend(), one) &&
           std::all_of(filter.clauses.cbegin(), filter.clauses.cend(), clause);
}

bool AnalyticsFilter::matches(const Directory &directory, const ConversationRecord &conversation) const
{
    const ConversationFacts facts{directory, conversation};
    for (const Filter &filter : m_conversation) {
        if (!holds(filter, facts))
            return false;
    }
    if (m_segment.isEmpty())
        return true;
    const auto fits = [this](const SegmentFacts &segment) {
        return std::all_of(m_segment.cbegin(), m_segment.cend(),
                           [&segment](const Filter &filter) { return holds(filter, segment); });
    };
    for (const ParticipantRecord &one : conversation.participants) {
        for (const CommunicationRecord &leg : one.communications) {
            for (const SegmentRecord &segment : leg.segments) {
                if (fits({directory, conversation, one, leg, segment}))
                    return true;
            }
            if (one.acwStart != 0) {
                const SegmentRecord wrapup{QStringLiteral("wrapup"), one.acwStart, one.acwEnd, QString()};
                if (fits({directory, conversation, one, leg, wrapup}))
                    return true;
            }
        }
    }
    return false;
}

std::optional<QString> AnalyticsFilter::required(QLatin1String dimension) const
{
    for (const QList<Filter> *filters : {&m_conversation, &m_segment}) {
        for (const Filter &filter : *filters) {
            if (filter.isOr && filter.predicates.size() + filter.clauses.size() > 1)
                continue;
            for (const Predicate &predicate : filter.predicates) {
                if (predicate.dimension == dimension && predicate.op == Operator::Matches)
                    return predicate.value;
            }
        }
    }
    return std::nullopt;
}

bool AnalyticsFilter::mayMatch(const Directory &directory, const EndedRecord &record) const
{
    for (const Filter &filter : m_conversation) {
        for (const Predicate &predicate : filter.predicates) {
            if (!filter.isOr && predicate.dimension == QLatin1String("conversationEnd") &&
                predicate.op == Operator::NotExists)
                return false;
        }
    }
    const std::optional<QString> user = required(QLatin1String("userId"));
    if (user && directory.userOf(*user) != record.user)
        return false;
    const std::optional<QString> queue = required(QLatin1String("queueId"));
    if (queue && directory.queueOf(*queue) != record.queue)
        return false;
    const std::optional<QString> medium = required(QLatin1String("mediaType"));
    return !medium || *medium == analyticsMediaType(record.medium);
}

} // namespace offboarding::demo
