// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/conversation.h"
#include "app/domain/personreferences.h"
#include "app/domain/user.h"
#include "app/references/sourcereading.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace offboarding {

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
    QDateTime readAt;                         ///< UTC, of the live read; invalid when only listed
    std::optional<Conversation> conversation; ///< as read live; empty for ended ones that were only listed
    std::optional<Error> error;               ///< why the live read failed, or why it proves nothing

    /// Stands in the way of every state change: live, in after-call work, or unknown.
    bool isBlocking() const { return live || afterCallWork || error.has_value(); }
};

/// What is around a person, with the trust of each source.
struct PersonReading
{
    PersonReferences person;
    QList<SourceReading> sources; ///< their names are those of sourceNames, in a fixed order

    /// Of the oldest source; invalid if there is none.
    QDateTime readAt() const;
};

/// How much of a map is read.
enum class ReadingDepth {
    Gates,       ///< conversations only: what the gates decide on. Quick.
    Memberships, ///< and what an offboarding may take away (app/references/surroundings.h)
    Everything   ///< what is around the person as well
};

/// Everything found that still refers to one user, with the trust of each source.
struct ReferenceMap
{
    QString userId;
    QDateTime readAt; ///< UTC, end of the reading
    QList<ConversationReference> conversations;
    /// Of the conversations: what the gates decide on. One that is not fresh stands in the way.
    QList<SourceReading> sources;
    std::optional<int> sessionCount; ///< live sessions per agent status; empty: not known
    /// Around the person; empty: was not asked for (ReadingDepth::Gates).
    std::optional<PersonReferences> person;
    /// Of what is around the person, and cross-checks that could not be made. No gate decides on them.
    QList<SourceReading> furtherSources;

    /// Live conversations, or empty if any source that could know more was not fresh.
    std::optional<int> liveCount() const;
    int knownLiveCount() const;
    int recentCount() const; ///< ended conversations in the list
    bool isComplete() const; ///< every one of sources fresh
    QList<SourceReading> allSources() const;
    /// Puts what is around the person into the map, in place of what was there.
    void setAround(const PersonReading &around);
    /// What setAround() would put in place of itself; empty if it was not asked for.
    std::optional<PersonReading> around() const;
    const ConversationReference *find(const QString &conversationId) const;
};

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::ReferenceMap)
