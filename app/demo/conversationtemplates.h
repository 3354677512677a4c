// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/directory.h"

namespace offboarding::demo {

/// How a generated live conversation stands.
enum class LiveShape {
    Waiting,       ///< customer in the queue, nobody there yet
    Alerting,      ///< offered to the agent
    Connected,     ///< agent and customer talk
    Held,          ///< the customer is on hold
    AfterCallWork, ///< everybody left, the agent still writes the wrap-up
    Returned,      ///< held, and the agent is two participants: transferred away and back
    Scheduled,     ///< a callback for later that belongs to the user, who is no participant yet
    Left           ///< the agent left; a message conversation stays open for the customer
};

struct LivePlan
{
    Medium medium = Medium::Call;
    LiveShape shape = LiveShape::Connected;
    int user = -1; ///< -1 only for Waiting
    int queue = 0;
    qint64 start = 0;
    bool outbound = false;
};

/// The conversation that @p plan describes; @p number is its place in the live sequence.
ConversationRecord makeLiveConversation(const Directory &directory, const LivePlan &plan, quint32 number);

/// The whole of an ended conversation; @p number is its place in the ended sequence. The same every time.
ConversationRecord expandEndedConversation(const Directory &directory, const EndedRecord &record,
                                           quint32 number);

/// A new participant id or communication id of @p conversation.
QString nextParticipantId(const Directory &directory, ConversationRecord &conversation);
QString nextCommunicationId(const Directory &directory, ConversationRecord &conversation);

/// Appends an acd participant that waits in @p queue from @p now on.
void appendWaitingInQueue(const Directory &directory, ConversationRecord &conversation, int queue,
                          qint64 now);

} // namespace offboarding::demo
