// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/conversation.h"
#include "app/domain/user.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace offboarding {

/// How far one source of references can be trusted. The names are part of the offboardctl contract.
enum class SourceStatus { Fresh, Stale, Failed, NotPermitted, Incomplete };

QString sourceStatusName(SourceStatus status); ///< "fresh", "stale", "failed", "not-permitted", "incomplete"

/// One question put to the server and how it went.
struct SourceReading
{
    QString name; ///< "agent-status", "open-conversations", "recent-conversations", "conversations"
    SourceStatus status = SourceStatus::Failed;
    QDateTime readAt;           ///< UTC
    std::optional<int> count;   ///< empty when not known: never 0
    std::optional<Error> error; ///< for Failed, NotPermitted and Incomplete
};

/// One conversation that names the user.
struct ConversationReference
{
    QString userId;
    QString conversationId;
    Media media = Media::Unknown;
    QString direction;
    QString queueId;
    QString queueName;
    QString purpose;            ///< of the user's participant
    QStringList participantIds; ///< the user can be several participants
    QString state;              ///< Participant::stateText() of the most alive one
    bool live = false;          ///< a live communication of the user, or state could not be read
    bool customerLive = false;
    bool afterCallWork = false;
    bool connected = false; ///< can be handed to a queue
    QDateTime started;
    QDateTime ended;                          ///< invalid while open
    std::optional<Conversation> conversation; ///< as read live; empty for ended ones that were only listed
    std::optional<Error> error;               ///< why the live read failed

    /// Stands in the way of every state change: live, in after-call work, or unknown.
    bool isBlocking() const { return live || afterCallWork || error.has_value(); }
};

/// Everything found that still refers to one user, with the trust of each source.
struct ReferenceMap
{
    QString userId;
    QDateTime readAt; ///< UTC, end of the reading
    QList<ConversationReference> conversations;
    QList<SourceReading> sources;
    std::optional<int> sessionCount; ///< live sessions per agent status; empty: not known

    /// Live conversations, or empty if any source that could know more was not fresh.
    std::optional<int> liveCount() const;
    int knownLiveCount() const;
    int recentCount() const; ///< ended conversations in the list
    bool isComplete() const; ///< every source fresh
    const ConversationReference *find(const QString &conversationId) const;
};

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::ReferenceMap)
