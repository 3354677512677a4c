// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace offboarding {

// What refers to a person outside of conversations (contract §5.4, §5.5, §6). All strings are the server's:
// hostile plain text, empty when absent. Dates are UTC, invalid when absent.

/// GET /users/{id}/queues: a queue that the user is a member of.
struct QueueMembership
{
    QString id;
    QString name; ///< empty for a queue that cannot be seen or is gone
    QString divisionName;
    bool joined = false; ///< on queue there; a member who is not joined is still a member

    bool operator==(const QueueMembership &other) const = default;
};

/// A routing skill or language.
struct SkillLevel
{
    QString id;
    QString name;
    double proficiency = 0; ///< 0.0 to 5.0

    bool operator==(const SkillLevel &other) const = default;
};

struct GroupMembership
{
    QString id;
    QString name; ///< empty if the listing of groups does not have it

    bool operator==(const GroupMembership &other) const = default;
};

/// One role in one division.
struct RoleGrant
{
    QString roleId;
    QString roleName;
    QString divisionId;
    QString divisionName;
    QString subjectId;      ///< who holds the grant: the user, or the group that hands it on
    bool inherited = false; ///< by a group; cannot be taken away from the user alone

    bool operator==(const RoleGrant &other) const = default;
};

struct StationReference
{
    QString id;
    QString name;
    QString type;

    bool isEmpty() const { return id.isEmpty(); }
    bool operator==(const StationReference &other) const = default;
};

/// GET /users/{id}/station; empty ones: none.
struct Stations
{
    StationReference associated;
    StationReference effective;
    StationReference byDefault;
    StationReference lastAssociated;

    bool operator==(const Stations &other) const = default;
};

/// A phone that is tied to the user.
struct PhoneReference
{
    QString id;
    QString name;
    bool isWebRtc = false;      ///< the user's own WebRTC phone
    bool isDefaultLine = false; ///< one of its lines is the user's default

    bool operator==(const PhoneReference &other) const = default;
};

struct CallForwarding
{
    bool enabled = false;
    QStringList targets;     ///< numbers and stations, as the server spells them
    QStringList targetTypes; ///< STATION or PHONENUMBER, one per target
    QString voicemail;       ///< PURECLOUD, LASTCALL, NONE

    bool operator==(const CallForwarding &other) const = default;
};

struct PresenceReference
{
    QString system; ///< "Available", "Offline", …
    QString definitionId;
    QString message;
    QDateTime since;

    bool operator==(const PresenceReference &other) const = default;
};

struct RoutingStatusReference
{
    QString status; ///< OFF_QUEUE, IDLE, INTERACTING, NOT_RESPONDING, COMMUNICATING
    QDateTime since;

    bool operator==(const RoutingStatusReference &other) const = default;
};

struct OutOfOffice
{
    bool active = false;
    bool indefinite = false;
    QDateTime start;
    QDateTime end;

    bool operator==(const OutOfOffice &other) const = default;
};

/// A person who names the user as manager.
struct DirectReport
{
    QString id;
    QString name;
    QString email;

    bool operator==(const DirectReport &other) const = default;
};

struct Mailbox
{
    int total = 0;
    int unread = 0;
    QDateTime oldestUnread;

    bool operator==(const Mailbox &other) const = default;
};

struct ExternalId
{
    QString authority;
    QString key;

    /// Kept by an identity provider that provisions the organisation: it may undo what is changed by hand.
    bool isScim() const { return authority.startsWith(QLatin1String("x-pc:scimv2")); }
    bool operator==(const ExternalId &other) const = default;
};

/// An OAuth client that the user created. It goes on working when the user is gone.
struct OAuthClientReference
{
    QString id;
    QString name;
    QString state; ///< active, disabled, inactive
    QString grantType;

    bool operator==(const OAuthClientReference &other) const = default;
};

/// A callback that waits for this user and nobody else.
struct ScheduledCallback
{
    QString conversationId;
    QString queueId;
    QDateTime scheduled;

    bool operator==(const ScheduledCallback &other) const = default;
};

/// A work item of the task management that is assigned to the user.
struct WorkItem
{
    QString id;
    QString name;
    QString status;     ///< category: Open, InProgress, Waiting, Closed
    QString assignment; ///< Connected, Parked, …
    QString queueId;
    QDateTime due;

    bool isClosed() const { return status.compare(QLatin1String("Closed"), Qt::CaseInsensitive) == 0; }
    bool operator==(const WorkItem &other) const = default;
};

/// Everything around one person. An empty optional is "not known" (the source says why), never "none".
struct PersonReferences
{
    std::optional<QList<ScheduledCallback>> callbacks;
    std::optional<QList<WorkItem>> workItems; ///< that are not closed
    std::optional<QList<QueueMembership>> queues;
    std::optional<QList<SkillLevel>> skills;
    std::optional<QList<SkillLevel>> languages;
    std::optional<QList<GroupMembership>> groups;
    std::optional<QList<GroupMembership>> ownedGroups;
    std::optional<QList<RoleGrant>> roles;
    std::optional<Stations> stations;
    std::optional<QList<PhoneReference>> phones;
    std::optional<CallForwarding> forwarding;
    std::optional<PresenceReference> presence;
    std::optional<RoutingStatusReference> routingStatus;
    std::optional<OutOfOffice> outOfOffice;
    std::optional<QDateTime> lastTokenIssued; ///< invalid inside: the server names none
    std::optional<QList<DirectReport>> directReports;
    std::optional<Mailbox> mailbox;
    std::optional<QList<ExternalId>> externalIds;
    std::optional<QStringList> licences;
    std::optional<QList<OAuthClientReference>> oauthClients;

    bool operator==(const PersonReferences &other) const = default;
};

} // namespace offboarding
