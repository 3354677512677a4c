// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace offboarding {

/// Media of a communication. Unknown keeps the server's word in Communication::mediaText.
enum class Media {
    Unknown,
    Call,
    Callback,
    Chat,
    Email,
    Message,
    InternalMessage,
    Cobrowse,
    Video,
    ScreenShare,
    ScreenMonitoring,
    SocialExpression
};

QString mediaName(Media media); ///< "call", "callback", …; the words of `references --format json`

/// One stretch of a communication in one segment type (interact, hold, alert, wrapup …).
struct Segment
{
    QString type;
    QDateTime start; ///< UTC
    QDateTime end;   ///< invalid while open; may lie before start if the server says so
    QString queueId;
    QString disconnectType;
};

/// One entry of a participant's media arrays (GET /conversations/{id}): what the platform calls a
/// communication.
struct Communication
{
    QString id;
    Media media = Media::Unknown;
    QString mediaText; ///< the name of the array it came from
    QString state;     ///< alerting, connected, disconnected, … as the server spelled it
    QString direction; ///< inbound, outbound
    bool held = false;
    bool muted = false;
    QDateTime connected;
    QDateTime disconnected;
    QString disconnectType;
    bool afterCallWorkPending = false;
    QList<Segment> segments;

    /// Any state but disconnected, terminated and none. A state this version does not know counts as live.
    bool isLive() const;
    /// A state in which the platform can hand the communication over (connected media only).
    bool isConnected() const;
};

struct Participant
{
    QString id;
    QString userId;
    QString name;
    QString purpose; ///< agent, user, customer, external, acd, ivr, …
    QString queueId;
    QString queueName;
    QString address; ///< number, address or handle of the party
    QDateTime start;
    QDateTime end; ///< invalid while the participant is there
    QDateTime afterCallWorkStart;
    QDateTime afterCallWorkEnd;
    bool wrapupRequired = false;
    QList<Communication> communications;

    /// Any live communication; or none at all that this version can read, and no end: that is not known to be
    /// over.
    bool isLive() const;
    bool isCustomer() const;        ///< purpose customer or external
    bool isInAfterCallWork() const; ///< after-call work begun and not ended, nothing live
    /// The state to show: the most alive communication's state, "wrapup" in after-call work, "unknown" if it
    /// is live by lack of knowledge, else "disconnected".
    QString stateText() const;
};

/// A conversation as GET /conversations/{id} answers it.
struct Conversation
{
    QString id;
    QDateTime start;
    QDateTime end; ///< invalid while active
    QList<Participant> participants;
    QJsonObject raw;   ///< the body as read, for the preview
    QStringList notes; ///< what was odd in the body, each naming its place

    bool isOpen() const { return !end.isValid(); }
    QList<const Participant *>
    participantsOf(const QString &userId) const; ///< borrowed; valid while this object lives
    bool hasLiveParticipant(const QString &userId) const;
    bool isInAfterCallWork(const QString &userId) const;
    bool hasLiveCustomer() const; ///< a customer or external party with a live communication
    Media media() const;          ///< of the first live communication, else of the first one
    QString direction() const;
    QString queueId() const; ///< of the user-facing participant or the last queue that routed it
};

/// A queue that a conversation can be handed to.
struct Queue
{
    QString id;
    QString name;
    QString divisionName;
};

} // namespace offboarding
