// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/httpexchange.h"
#include "app/domain/identity.h"
#include "app/domain/user.h"
#include "app/references/clearing.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <array>

namespace offboarding {

/// What the admin asked for. Undo puts back what a run changed.
enum class Act { Deactivate, Delete, ForceDelete, Restore, ClearReferences, Undo };

/// "deactivate", "delete", "force-delete", "restore", "clear-references", "undo": part of the file format.
QString actName(Act act);

inline constexpr std::array allActs{Act::Deactivate, Act::Delete,          Act::ForceDelete,
                                    Act::Restore,    Act::ClearReferences, Act::Undo};

enum class StepKind {
    ReadUser,           ///< fresh state and version, right before anything else
    Snapshot,           ///< everything around the user as it is before the first write; sends no write
    RevokeTokens,       ///< every access token of the user; cannot be undone, and need not be
    SetPresenceOffline, ///< presence "Offline"
    SetRoutingOff,      ///< routing status OFF_QUEUE
    ReleaseStation,     ///< signed off the phone
    CheckReferences,    ///< fresh reference map; refuses to go on while the user is an active participant
    ClearReference,     ///< one participation ended or handed over, then read back
    RemoveQueues,
    RemoveSkills,
    RemoveLanguages,
    RemoveGroups,
    RemoveRoles, ///< direct grants; inherited ones cannot be taken away from the user
    Deactivate,
    VerifyGates, ///< force delete only: every gate once more, before the deletion is begun
    Delete,
    ForceDelete,
    Restore,
    ReadBack,     ///< success is claimed only here
    CheckHistory, ///< one ended conversation still names a deactivated user (S8)
    ReportCheck,  ///< the search index has caught up (S7); proves nothing about the state
    // Of an undo: what the snapshot holds is put back, and then compared.
    RestoreRoles,
    RestoreQueues,
    RestoreSkills,
    RestoreLanguages,
    RestoreGroups,
    RestoreStation,
    RestoreManager,
    RestoreForwarding,
    CompareSnapshot ///< what still differs from the snapshot, field by field
};

/// "read-user", "check-references", …: part of the file format.
QString stepKindName(StepKind kind);

inline constexpr std::array allStepKinds{StepKind::ReadUser,          StepKind::Snapshot,
                                         StepKind::RevokeTokens,      StepKind::SetPresenceOffline,
                                         StepKind::SetRoutingOff,     StepKind::ReleaseStation,
                                         StepKind::CheckReferences,   StepKind::ClearReference,
                                         StepKind::RemoveQueues,      StepKind::RemoveSkills,
                                         StepKind::RemoveLanguages,   StepKind::RemoveGroups,
                                         StepKind::RemoveRoles,       StepKind::Deactivate,
                                         StepKind::VerifyGates,       StepKind::Delete,
                                         StepKind::ForceDelete,       StepKind::Restore,
                                         StepKind::ReadBack,          StepKind::CheckHistory,
                                         StepKind::ReportCheck,       StepKind::RestoreRoles,
                                         StepKind::RestoreQueues,     StepKind::RestoreSkills,
                                         StepKind::RestoreLanguages,  StepKind::RestoreGroups,
                                         StepKind::RestoreStation,    StepKind::RestoreManager,
                                         StepKind::RestoreForwarding, StepKind::CompareSnapshot};

/// Of the plan file; older ones are read, newer ones refused.
inline constexpr int planFormatVersion = 1;
inline constexpr int planLifetimeSeconds = 120;               ///< of a preview
inline constexpr int planDocumentLifetimeSeconds = 24 * 3600; ///< of a plan that is written to a file

struct PlanStep
{
    StepKind kind = StepKind::ReadUser;
    QString userId;
    ClearingChoice clearing;        ///< for ClearReference
    QString participantId;          ///< for ClearReference: as previewed
    Media media = Media::Unknown;   ///< for ClearReference
    bool wasLive = false;           ///< for ClearReference: the user's participation when previewed
    bool wasCustomerLive = false;   ///< for ClearReference: a customer's participation when previewed
    QString historyConversationId;  ///< for CheckHistory
    QJsonObject data;               ///< of an undo: what is put back, or the snapshot to compare with
    QList<RequestPreview> requests; ///< exactly what is sent, in order; {version} is re-read right before
    bool isWrite = false;
    bool isDestructive = false;
    int number = -1; ///< position in Plan::steps; given by the runner, no part of the document

    bool operator==(const PlanStep &other) const = default;
};

/// What the admin should know before saying yes. Text is made at the screen.
enum class WarningKind {
    LiveConversations,    ///< count
    UnreadableReferences, ///< count of sources that could not be read
    RecentConversations,  ///< count: a plain delete will be refused with 409
    HistoryKeepsName,     ///< S8
    RolesAreLost,         ///< inactive strips direct roles
    DeletionCost,         ///< S9
    ProductionOrganization,
    UserWithoutEmail,
    LookAlikeNames, ///< others have nearly the same name
    AlreadyInState,
    CustomerWillBeCut, ///< count
    SurroundingsUnread ///< count of ticked steps that are refused: what they would change was not read
};

/// "live-conversations", "unreadable-references", …: part of the file format.
QString warningName(WarningKind kind);

inline constexpr std::array allWarningKinds{
    WarningKind::LiveConversations,      WarningKind::UnreadableReferences, WarningKind::RecentConversations,
    WarningKind::HistoryKeepsName,       WarningKind::RolesAreLost,         WarningKind::DeletionCost,
    WarningKind::ProductionOrganization, WarningKind::UserWithoutEmail,     WarningKind::LookAlikeNames,
    WarningKind::AlreadyInState,         WarningKind::CustomerWillBeCut,    WarningKind::SurroundingsUnread};

struct PlanWarning
{
    WarningKind kind = WarningKind::HistoryKeepsName;
    QString userId; ///< empty: about the whole plan
    int count = 0;

    bool operator==(const PlanWarning &other) const = default;
};

/// A second person has seen the plan and says yes (four eyes). Bound to the plan by its hash.
struct Approval
{
    QString planHash; ///< planHash() of what was approved
    QString userId;   ///< of the second person; never the author's
    QString name;
    QString email;
    QDateTime approved; ///< UTC
    QDateTime expires;  ///< UTC
    QString organizationId;

    bool operator==(const Approval &other) const = default;
};

/// An act as a value: what would be sent, in which order, for whom. Made by Planner, shown by a dialog, run
/// by Runner.
struct Plan
{
    int formatVersion = planFormatVersion; ///< of the file that it was read from
    QString id;                            ///< UUID
    Act act = Act::Deactivate;
    Connection connection; ///< that it runs on: its limits, protected users and environment count
    /// That it was made on, as described(); part of the hash. Of a plan from a file both are the same until
    /// it is rebased().
    Connection plannedOn;
    QString organizationId; ///< of the organisation that it was made for
    QString organizationName;
    Identity author;   ///< who made it
    QString reason;    ///< as typed; empty: none
    QString ticket;    ///< as typed; empty: none
    QDateTime created; ///< UTC
    QDateTime expires; ///< UTC. A preview is not run after two minutes, a document after a day.
    PlanOptions options;
    QList<User> users; ///< as read when the plan was made
    QList<PlanStep> steps;
    QList<PlanWarning> warnings;
    QHash<QString, QDateTime> referencesReadAt; ///< UTC, by user id: the reading that the plan rests on
    Identity signedInAs;                        ///< who runs it; nobody takes themselves out
    int organizationUsers = -1; ///< users that are not deleted; -1: not known, which refuses bulk

    QList<Approval> approvals; ///< not part of the hash
    /// False for a plan that was read from a file and not rebased(): nothing of it is run, because limits,
    /// protected users and who runs it are not known.
    bool isForThisConnection = true;

    bool isExpired(const QDateTime &now) const { return now > expires; }
    bool operator==(const Plan &other) const = default;
};

/// What a plan file keeps of a connection: id, name, API address, dialect, environment and organisation.
Connection described(const Connection &connection);

/// Keeps equal texts of the requests of steps from @p first on once, and no room to grow: a plan for 10,000
/// users has half a million requests, most of which are read twice.
void shareTexts(Plan *plan, qsizetype first);

/// The plan as text, one line per step and request: stable, diffable, used by tests and by "Copy plan".
QString planText(const Plan &plan);

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::Plan)
