// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/directory.h"
#include "app/demo/reply.h"

#include <QJsonArray>

#include <optional>

namespace offboarding::demo {

/// The conversationFilters and segmentFilters of a detail query (contract §4.3). All filters must hold; the
/// segment filters must hold together for one and the same segment.
class AnalyticsFilter
{
public:
    /// Refused with 400 if a dimension or operator is not known here.
    static Answer<AnalyticsFilter> make(const QJsonObject &query);

    bool matches(const Directory &directory, const ConversationRecord &conversation) const;
    /// False if the n-th ended conversation cannot match, told from its few bytes; true means: look closer.
    bool mayMatch(const Directory &directory, const EndedRecord &record) const;
    /// True if every conversation matches.
    bool isEmpty() const { return m_conversation.isEmpty() && m_segment.isEmpty(); }

private:
    enum class Operator { Matches, Exists, NotExists };
    struct Predicate
    {
        QString dimension;
        Operator op = Operator::Matches;
        QString value;
    };
    struct Clause
    {
        bool isOr = false;
        QList<Predicate> predicates;
    };
    struct Filter
    {
        bool isOr = false;
        QList<Predicate> predicates;
        QList<Clause> clauses;
    };

    static Answer<QList<Predicate>> predicatesOf(const QJsonValue &array, bool ofSegment);
    static Answer<QList<Filter>> filtersOf(const QJsonValue &array, bool ofSegment);
    template <typename Facts> static bool holds(const Predicate &predicate, const Facts &facts);
    template <typename Facts> static bool holds(const Filter &filter, const Facts &facts);
    /// The value that every match must have in @p dimension, if there is one.
    std::optional<QString> required(QLatin1String dimension) const;

    QList<Filter> m_conversation;
    QList<Filter> m_segment;
};

} // namespace offboarding::demo
