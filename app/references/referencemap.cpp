// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/referencemap.h"

#include <algorithm>

namespace offboarding {

namespace {

/// The cross-check of the conversations, which is not about the surroundings.
bool isSummary(const SourceReading &source)
{
    return source.name == QLatin1String(sourceNames::conversationSummary);
}

} // namespace

QDateTime PersonReading::readAt() const
{
    QDateTime oldest;
    for (const SourceReading &source : sources) {
        if (!oldest.isValid() || source.readAt < oldest)
            oldest = source.readAt;
    }
    return oldest;
}

std::optional<int> ReferenceMap::liveCount() const
{
    if (!isComplete())
        return {};
    return knownLiveCount();
}

int ReferenceMap::knownLiveCount() const
{
    return static_cast<int>(
        std::count_if(conversations.cbegin(), conversations.cend(),
                      [](const ConversationReference &reference) { return reference.live; }));
}

int ReferenceMap::recentCount() const
{
    return static_cast<int>(
        std::count_if(conversations.cbegin(), conversations.cend(),
                      [](const ConversationReference &reference) { return !reference.isBlocking(); }));
}

bool ReferenceMap::isComplete() const
{
    return !sources.isEmpty() &&
           std::all_of(sources.cbegin(), sources.cend(),
                       [](const SourceReading &source) { return source.status == SourceStatus::Fresh; });
}

QList<SourceReading> ReferenceMap::allSources() const
{
    return sources + furtherSources;
}

void ReferenceMap::setAround(const PersonReading &around)
{
    person = around.person;
    furtherSources.removeIf([](const SourceReading &source) { return !isSummary(source); });
    furtherSources += around.sources;
}

std::optional<PersonReading> ReferenceMap::around() const
{
    if (!person)
        return {};
    PersonReading around{*person, furtherSources};
    around.sources.removeIf(isSummary);
    return around;
}

const ConversationReference *ReferenceMap::find(const QString &conversationId) const
{
    const auto found =
        std::find_if(conversations.cbegin(), conversations.cend(),
                     [&](const ConversationReference &r) { return r.conversationId == conversationId; });
    return found == conversations.cend() ? nullptr : &*found;
}

} // namespace offboarding
