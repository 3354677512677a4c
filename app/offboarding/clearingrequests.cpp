// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/clearingrequests.h"

#include "app/api/calls/clearingcalls.h"
#include "app/api/dialect.h"

#include <algorithm>

namespace offboarding {

QList<ApiRequest> clearingRequests(const Conversation &conversation, const ClearingChoice &choice,
                                   Dialect dialect)
{
    QList<ApiRequest> requests;
    if (choice.userId.isEmpty())
        return requests; // the parties from outside have no user id either
    if (choice.action == ClearingAction::EndConversation) {
        if (!isCleared(conversation, choice.userId, choice.action))
            requests.append(disconnectConversationRequest(conversation.id));
        return requests;
    }
    for (const Participant *participant : conversation.participantsOf(choice.userId)) {
        const bool isConnected =
            std::any_of(participant->communications.cbegin(), participant->communications.cend(),
                        [](const Communication &communication) { return communication.isConnected(); });
        switch (choice.action) {
        case ClearingAction::HandToQueue:
            if (isConnected)
                requests.append(handToQueueRequest(conversation.id, participant->id, choice.queueId));
            break;
        case ClearingAction::Remove:
            requests.append(endParticipationRequest(dialect, conversation.id, participant->id));
            break;
        case ClearingAction::Disconnect:
            if (participant->isLive())
                requests.append(disconnectParticipantRequest(conversation.id, participant->id));
            else if (participant->isInAfterCallWork())
                requests.append(skipAfterCallWorkRequest(conversation.id, participant->id));
            break;
        case ClearingAction::EndConversation:
        case ClearingAction::Leave:
            break;
        }
    }
    return requests;
}

} // namespace offboarding
