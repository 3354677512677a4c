// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/clearing.h"

#include <algorithm>

namespace offboarding {

namespace {

/// Everybody who may be a customer: the parties that are known not to be one are agents, users and machinery.
bool mayBeCustomer(const Participant &participant)
{
    if (participant.isCustomer())
        return true;
    static const QStringList known{
        QStringLiteral("agent"), QStringLiteral("user"),     QStringLiteral("acd"),
        QStringLiteral("ivr"),   QStringLiteral("workflow"), QStringLiteral("botflow"),
        QStringLiteral("group"), QStringLiteral("station"),  QStringLiteral("voicemail")};
    return participant.userId.isEmpty() && !known.contains(participant.purpose.toLower());
}

/// True if a participant id of the user also stands for somebody else: a request about it could hit either.
bool isIdShared(const Conversation &conversation, const QString &userId)
{
    for (const Participant *mine : conversation.participantsOf(userId)) {
        for (const Participant &other : conversation.participants) {
            if (other.id == mine->id && other.userId != userId)
                return true;
        }
    }
    return false;
}

bool hasConnectedParticipant(const Conversation &conversation, const QString &userId)
{
    for (const Participant *participant : conversation.participantsOf(userId)) {
        for (const Communication &communication : participant->communications) {
            if (communication.isConnected())
                return true;
        }
    }
    return false;
}

} // namespace

bool mayHaveLiveCustomer(const Conversation &conversation, const QString &userId)
{
    return std::any_of(conversation.participants.cbegin(), conversation.participants.cend(),
                       [&](const Participant &participant) {
                           return participant.userId != userId && mayBeCustomer(participant) &&
                                  participant.isLive();
                       });
}

QString clearingActionName(ClearingAction action)
{
    switch (action) {
    case ClearingAction::HandToQueue:
        return QStringLiteral("requeue");
    case ClearingAction::Disconnect:
        return QStringLiteral("disconnect");
    case ClearingAction::Remove:
        return QStringLiteral("remove");
    case ClearingAction::EndConversation:
        return QStringLiteral("end-conversation");
    case ClearingAction::Leave:
        break;
    }
    return QStringLiteral("leave");
}

ClearingAction suggestedAction(const ConversationReference &reference, Dialect dialect)
{
    if (reference.error.has_value())
        return ClearingAction::Leave;
    if (reference.live && reference.customerLive)
        return reference.connected ? ClearingAction::HandToQueue : ClearingAction::Leave;
    if (canClearEnded(dialect))
        return ClearingAction::Remove;
    return reference.isBlocking() ? ClearingAction::Disconnect : ClearingAction::Leave;
}

bool canClearEnded(Dialect dialect)
{
    return dialect == Dialect::Legacy;
}

ClearingRefusal refusalFor(const Conversation &conversation, const ClearingChoice &choice, Dialect dialect)
{
    if (choice.userId.isEmpty() || conversation.id.isEmpty())
        return ClearingRefusal::Unreadable; // an empty id would match the parties from outside
    if (choice.conversationId != conversation.id)
        return ClearingRefusal::Unreadable; // a tick is for the very conversation that it was set for
    if (choice.action != ClearingAction::Leave && conversation.participants.isEmpty() &&
        conversation.isOpen())
        return ClearingRefusal::Unreadable; // going on, and nobody in it: nothing can be told from that
    if (choice.action == ClearingAction::Leave || isCleared(conversation, choice.userId, choice.action))
        return ClearingRefusal::AlreadyClear;
    if (isIdShared(conversation, choice.userId))
        return ClearingRefusal::Unreadable;
    // Drops colleagues and customers alike, whoever of them is known to be live.
    if (choice.action == ClearingAction::EndConversation)
        return choice.mayCutLiveCustomer ? ClearingRefusal::None : ClearingRefusal::LiveCustomer;
    const bool isLive = conversation.hasLiveParticipant(choice.userId);
    if (choice.action == ClearingAction::HandToQueue) {
        if (choice.queueId.isEmpty())
            return ClearingRefusal::NoQueue;
        return hasConnectedParticipant(conversation, choice.userId) ? ClearingRefusal::None
                                                                    : ClearingRefusal::NotConnected;
    }
    if (isLive && mayHaveLiveCustomer(conversation, choice.userId) && !choice.mayCutLiveCustomer)
        return ClearingRefusal::LiveCustomer;
    if (choice.action == ClearingAction::Remove && dialect == Dialect::Published)
        return ClearingRefusal::EndedNotRemovable;
    return ClearingRefusal::None;
}

bool isCleared(const Conversation &conversation, const QString &userId, ClearingAction action)
{
    if (userId.isEmpty())
        return false; // it would speak of the parties from outside
    if (action == ClearingAction::Remove)
        return conversation.participantsOf(userId).isEmpty();
    return !conversation.hasLiveParticipant(userId) && !conversation.isInAfterCallWork(userId);
}

} // namespace offboarding
