// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/conversation.h"

namespace offboarding::testing {

inline const QString leaver = QStringLiteral("leaver");

inline Communication communication(const QString &state, Media media = Media::Call)
{
    Communication result;
    result.id = QStringLiteral("communication");
    result.media = media;
    result.state = state;
    return result;
}

inline Participant participant(const QString &id, const QString &purpose, const QString &state,
                               const QString &userId = {})
{
    Participant result;
    result.id = id;
    result.purpose = purpose;
    result.userId = userId;
    result.communications.append(communication(state));
    return result;
}

/// A customer, a queue that is done, and the leaver.
inline Conversation call(const QString &customerState, const QString &leaverState)
{
    Conversation result;
    result.id = QStringLiteral("conversation");
    result.participants = {
        participant(QStringLiteral("p1"), QStringLiteral("customer"), customerState),
        participant(QStringLiteral("p2"), QStringLiteral("acd"), QStringLiteral("disconnected")),
        participant(QStringLiteral("p3"), QStringLiteral("agent"), leaverState, leaver)};
    return result;
}

} // namespace offboarding::testing
