// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/references/referencemap.h"

#include <QString>

namespace offboarding {

/// How a leaver is taken out of one conversation.
enum class ClearingAction {
    HandToQueue,
    Disconnect, ///< the leaver's leg
    Remove,
    EndConversation, ///< drops every party; never suggested, and only with the tick
    Leave
};

/// "requeue", "disconnect", "remove", "end-conversation", "leave"
QString clearingActionName(ClearingAction action);

/// What the admin chose for one conversation.
struct ClearingChoice
{
    QString userId;
    QString conversationId;
    ClearingAction action = ClearingAction::Leave;
    QString queueId;                 ///< for HandToQueue
    QString queueName;               ///< for HandToQueue; shown only
    bool mayCutLiveCustomer = false; ///< ticked for this very conversation; EndConversation always needs it

    bool operator==(const ClearingChoice &other) const = default;
};

/// Why a choice must not be carried out now.
enum class ClearingRefusal {
    None,
    LiveCustomer, ///< customer and leaver both live (or everybody is to be dropped), and not ticked
    NotConnected, ///< only a connected communication can be handed over
    NoQueue,
    EndedNotRemovable, ///< the published dialect cannot change ended conversations
    AlreadyClear,      ///< nothing left to do: counts as kept
    Unreadable         ///< the conversation could not be read: unknown is a blocker
};

/// The safest action that clears @p reference: hand to a queue where a customer is live and the media allows
/// it, leave where it would cut a live customer, else the dialect's way of ending the participation.
ClearingAction suggestedAction(const ConversationReference &reference, Dialect dialect);

/// True where an ended participant can be taken out of a conversation (legacy only; the API table has no
/// other way).
bool canClearEnded(Dialect dialect);

/// True unless it is certain that ending the participation of @p userId cuts nobody from outside. A party of
/// an unknown kind counts as a customer, and one whose communications cannot be read counts as live.
bool mayHaveLiveCustomer(const Conversation &conversation, const QString &userId);

/// The live-customer guard and the other rules, on a conversation as read right before the write. Pure.
/// A conversation whose customer leg cannot be told apart counts as live.
ClearingRefusal refusalFor(const Conversation &conversation, const ClearingChoice &choice, Dialect dialect);

/// Cleared only if the user is absent from the participants or every communication of theirs has ended,
/// and no after-call work is pending. For Remove: absent.
bool isCleared(const Conversation &conversation, const QString &userId, ClearingAction action);

} // namespace offboarding
