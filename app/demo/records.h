// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/user.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <vector>

namespace offboarding::demo {

// The state of the demo organisation as plain values. Times are milliseconds since 1970 UTC; 0 means "not".
// References between records are indexes; ids are derived from them (see Identifiers).

/// The media of generated conversations. The order is that of the media arrays in a participant.
enum class Medium : quint8 { Call, Callback, Chat, Email, Message };
inline constexpr int mediumCount = 5;

struct QueueMembership
{
    qint16 queue = 0;
    bool joined = false;
    qint8 ringNumber = 1;
};

/// A skill or a language of a user.
struct LevelRecord
{
    quint8 index = 0;
    double proficiency = 0; ///< 0 to 5
};

struct GrantRecord
{
    quint8 role = 0;
    qint16 division = 0;
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
    int station = -1; ///< associated station
    int lastStation = -1;
    int defaultStation = -1;
    qint16 division = 0;             ///< 0 is Home
    quint16 groups = 0;              ///< bit n: member of group n
    std::vector<GrantRecord> grants; ///< direct ones
    std::vector<LevelRecord> skills;
    std::vector<LevelRecord> languages;
    std::vector<QueueMembership> queues; ///< direct ones
    UserState state = UserState::Active;
    bool acdAutoAnswer = false;
    /// A write that only the published API has has touched this user or one of their participations: ended
    /// participations do not stand in the way of a delete any more (see Organisation::deletionReferences).
    bool judgedAsPublished = false;

    /// Bit n: role n is granted directly, in whatever division.
    quint32 directRoles() const
    {
        quint32 bits = 0;
        for (const GrantRecord &one : grants)
            bits |= 1U << one.role;
        return bits;
    }
    bool isIn(int group) const { return (groups & (1U << group)) != 0; }
    QueueMembership *membership(int queue)
    {
        const auto found = std::find_if(queues.begin(), queues.end(),
                                        [queue](const QueueMembership &one) { return one.queue == queue; });
        return found == queues.end() ? nullptr : &*found;
    }
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
    int owner = -1;         ///< user to whom a scheduled callback belongs, or -1
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
    int memberGroup = -1; ///< group whose members are members of the queue, or -1
};

struct GroupRecord
{
    QString name;
    int role = -1;          ///< role that the members inherit, or -1
    bool isDynamic = false; ///< a rule decides who is in: it takes back who is removed
    int version = 1;
    std::vector<int> owners; ///< users
};

/// Where calls of a user go instead.
struct ForwardingRecord
{
    bool enabled = false;
    QString targetType = QStringLiteral("PHONENUMBER"); ///< or STATION
    QString target;                                     ///< empty: none
    QString voicemail = QStringLiteral("PURECLOUD");    ///< PURECLOUD, LASTCALL, NONE
    qint64 modified = 0;
};

struct AbsenceRecord
{
    bool active = false;
    bool indefinite = false;
    qint64 start = 0;
    qint64 end = 0;
};

struct ExternalIdRecord
{
    QString authority;
    QString key;
};

struct WorkItemRecord
{
    QString name;
    int assignee = -1; ///< user, or -1
    int queue = 0;
    qint64 created = 0;
    qint64 due = 0;
    QString status = QStringLiteral("Open"); ///< status category: Open, InProgress, Waiting, Closed
    QString assignment = QStringLiteral("Connected");
};

} // namespace offboarding::demo
