// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/clearingpolicy.h"

#include <array>

namespace offboarding {

namespace {

constexpr std::array allPolicies{ClearingPolicy::Leave, ClearingPolicy::Requeue, ClearingPolicy::Disconnect,
                                 ClearingPolicy::Remove};

ClearingAction actionFor(const ConversationReference &reference, ClearingPolicy policy, Dialect dialect)
{
    if (reference.error) // what cannot be read is not touched
        return ClearingAction::Leave;
    if (!reference.isBlocking()) {
        const bool isRemovable = policy == ClearingPolicy::Remove && canClearEnded(dialect);
        return isRemovable ? ClearingAction::Remove : ClearingAction::Leave;
    }
    // The suggestion never cuts a live customer.
    const ClearingAction suggested = suggestedAction(reference, dialect);
    switch (policy) {
    case ClearingPolicy::Leave:
        return ClearingAction::Leave;
    case ClearingPolicy::Requeue:
        return suggested == ClearingAction::HandToQueue && reference.queueId.isEmpty() ? ClearingAction::Leave
                                                                                       : suggested;
    case ClearingPolicy::Disconnect:
        return reference.live && reference.customerLive ? ClearingAction::Leave : ClearingAction::Disconnect;
    case ClearingPolicy::Remove:
        break;
    }
    if (reference.live && reference.customerLive)
        return ClearingAction::Leave;
    return dialect == Dialect::Legacy ? ClearingAction::Remove : ClearingAction::Disconnect;
}

} // namespace

QString clearingPolicyName(ClearingPolicy policy)
{
    switch (policy) {
    case ClearingPolicy::Leave:
        return QStringLiteral("leave");
    case ClearingPolicy::Requeue:
        return QStringLiteral("requeue");
    case ClearingPolicy::Disconnect:
        return QStringLiteral("disconnect");
    case ClearingPolicy::Remove:
        break;
    }
    return QStringLiteral("remove");
}

std::optional<ClearingPolicy> clearingPolicyFromName(const QString &name)
{
    for (const ClearingPolicy policy : allPolicies) {
        if (clearingPolicyName(policy) == name)
            return policy;
    }
    return std::nullopt;
}

QList<ClearingChoice> clearingChoices(const ReferenceMap &map, ClearingPolicy policy, Dialect dialect)
{
    QList<ClearingChoice> choices;
    for (const ConversationReference &reference : map.conversations) {
        ClearingChoice choice;
        choice.action = actionFor(reference, policy, dialect);
        if (choice.action == ClearingAction::Leave)
            continue;
        choice.userId = map.userId;
        choice.conversationId = reference.conversationId;
        if (choice.action == ClearingAction::HandToQueue) {
            choice.queueId = reference.queueId;
            choice.queueName = reference.queueName;
        }
        choices.append(choice);
    }
    return choices;
}

} // namespace offboarding
