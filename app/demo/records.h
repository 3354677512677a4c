// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/user.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <array>

namespace offboarding::demo {

// The state of the demo organisation as plain values. Times are milliseconds since 1970 UTC; 0 means "not".
// References between records are indexes; ids are derived from them (see Identifiers).

/// The media of generated conversations. The order is that of the media arrays in a participant.
enum class Medium : quint8 { Call, Callback, Chat, Email, Message };
inline constexpr int mediumCount = 5;

struct QueueMembership
{
    qint16 queue = -1; ///< -1: no membership in this slot
    bool joined = false;
};

struct UserRecord
{
    QString name;
    QString email; ///< empty: the user has none
    QString department;
    QString title;
    QString preferredName;
    QString presence;        ///< system presence, e.g. "Available"
    QString presenceMessage; ///< free text beside the presence
    QString routingStatus;   ///< empty: derived from the live conversations
    QString stateChangeReason;
    qint64 lastLogin = 0;
    qint64 presenceSince = 0;
    qint64 routingSince = 0;
    qint64 stateChanged = 0;
    int version = 1;
    int manager = -1;
    int station = -1;        ///< associated station
    int defaultStation = -1; ///< default station
    qint16 division = 0;     ///< 0 is Home
    quint16 directRoles = 0; ///< bit n: role n granted directly
    quint16 groups = 0;      ///< bit n: member of group n
    quint16 skills = 0;      ///< bit n: skill n
    quint16 languages = 0;   ///< bit n: language n
    std::array<QueueMembership, 4> queues{};
    UserState state = UserState::Active;
    bool acdAutoAnswer = false;
    /// A write that only the published API has has touched this user or one of their participations: ended
    /// participations do not stand in the way of a delete any more (see Organisation::deletionReferences).
    bool judgedAsPublished = false;
};

struct SegmentRecord
{
    QString type; ///< alert, interact, hold, wrapup, …
    qint64 start = 0;
    qint64 end = 0;         ///< 0: open
    QString disconnectType; ///< platform spelling, e.g. "peer"; empty while open
};

struct CommunicationRecord
{
    QString id;
    Medium medium = Medium::Call;
    QString state; ///< alerting, connected, disconnected, …
    QString direction;
    bool held = false;
    bool muted = false;
    qint64 alerting = 0;
    qint64 connected = 0;
    qint64 disconnected = 0;
    QString disconnectType;
    QString afterCallWork; ///< notApplicable, pending, complete, skipped
    qint64 scheduled = 0;  ///< callbacks
    QList<SegmentRecord> segments;

    bool isLive() const;
};

struct ParticipantRecord
{
    QString id;
    int user = -1;
    QString name;
    QString purpose;
    int queue = -1;
    QString address;
    qint64 start = 0;
    qint64 end = 0;
    qint64 connected = 0;
    qint64 acwStart = 0;
    qint64 acwEnd = 0;
    QString wrapupCode;
    QList<CommunicationRecord> communications;

    bool isLive() const;
    bool isInAfterCallWork() const { return acwStart != 0 && acwEnd == 0 && !isLive(); }
};

struct ConversationRecord
{
    QString id;
    qint64 start = 0;
    qint64 end = 0;
    Medium medium = Medium::Call;
    QString direction;
    QString address;
    int division = 0;
    bool isLiveKind = true; ///< which id sequence its parts use
    quint32 number = 0;     ///< index within that sequence
    quint32 nextPart = 0;   ///< next free number for participants and communications
    QList<ParticipantRecord> participants;
    QJsonArray transfers;

    bool isOpen() const { return end == 0; }
    ParticipantRecord *participant(QStringView participantId);
    /// The user is there: a live communication or open after-call work.
    bool holds(int user) const;
    /// The user is one of the participants, ended or not.
    bool names(int user) const;
};

/// An ended conversation in a few bytes; ConversationBook expands it when somebody asks.
struct EndedRecord
{
    qint32 user = 0;
    quint32 endedSecondsAgo = 0; ///< counted from the start of the server
    quint32 durationSeconds = 0;
    quint8 queue = 0;
    Medium medium = Medium::Call;
    bool outbound = false;
    bool held = false; ///< the customer was on hold in between
};

struct QueueRecord
{
    QString name;
    int division = 0;
};

struct GroupRecord
{
    QString name;
    bool rolesEnabled = false;
    int role = -1; ///< role that the members inherit, or -1
};

} // namespace offboarding::demo
