// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/crosscheck.h"

#include <algorithm>

namespace offboarding {

namespace {

constexpr int lagSeconds = 120;

/// Live communications of the user in one conversation; one at least if it is live at all. The platform may
/// count either.
int weightOf(const ConversationReference &reference)
{
    int communications = 0;
    if (reference.conversation) {
        for (const Participant *participant : reference.conversation->participantsOf(reference.userId)) {
            communications += static_cast<int>(
                std::count_if(participant->communications.cbegin(), participant->communications.cend(),
                              [](const Communication &communication) { return communication.isLive(); }));
        }
    }
    return std::max(1, communications);
}

bool endedJustNow(const ConversationReference &reference, const QDateTime &now)
{
    if (!reference.conversation)
        return false;
    QDateTime last;
    for (const Participant *participant : reference.conversation->participantsOf(reference.userId)) {
        last = std::max(last, participant->end);
        last = std::max(last, participant->afterCallWorkEnd);
        for (const Communication &communication : participant->communications)
            last = std::max(last, communication.disconnected);
    }
    return last.isValid() && last.secsTo(now) <= lagSeconds;
}

} // namespace

bool isMoreThanFound(const ConversationCounts &counts, const QList<ConversationReference> &found,
                     const QDateTime &now)
{
    int explained = 0;
    for (const ConversationReference &reference : found) {
        if (reference.isBlocking())
            explained += weightOf(reference);
        else if (endedJustNow(reference, now))
            ++explained;
    }
    return counts.active + counts.afterCallWork > explained;
}

} // namespace offboarding
