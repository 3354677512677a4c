// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/httpexchange.h"
#include "app/domain/identity.h"
#include "app/domain/user.h"
#include "app/references/clearing.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

namespace offboarding {

/// What the admin asked for.
enum class Act { Deactivate, Delete, ForceDelete, Restore, ClearReferences };

QString actName(Act act); ///< "deactivate", "delete", "force-delete", "restore", "clear-references"

enum class StepKind {
    ReadUser,        ///< fresh state and version, right before anything else
    CheckReferences, ///< fresh reference map; refuses to go on while the user is an active participant
    ClearReference,  ///< one participation ended or handed over, then read back
    Deactivate,
    Delete,
    ForceDelete,
    Restore,
    ReadBack,    ///< success is claimed only here
    CheckHistory ///< one ended conversation still names a deactivated user (S8)
};

QString stepKindName(StepKind kind); ///< "read-user", "check-references", …

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
    QList<RequestPreview> requests; ///< exactly what is sent, in order; {version} is re-read right before
    bool isWrite = false;
    bool isDestructive = false;
    int number = -1; ///< position in Plan::steps; given by the runner, no part of the document
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
    CustomerWillBeCut ///< count
};

struct PlanWarning
{
    WarningKind kind = WarningKind::HistoryKeepsName;
    QString userId; ///< empty: about the whole plan
    int count = 0;
};

/// An act as a value: what would be sent, in which order, for whom. Made by Planner, shown by a dialog, run
/// by Runner.
struct Plan
{
    QString id; ///< UUID
    Act act = Act::Deactivate;
    Connection connection;
    QDateTime created; ///< UTC
    QDateTime expires; ///< a preview older than this is not run (two minutes)
    QList<User> users; ///< as read when the plan was made
    QList<PlanStep> steps;
    QList<PlanWarning> warnings;
    QHash<QString, QDateTime> referencesReadAt; ///< UTC, by user id: the reading that the plan rests on
    Identity signedInAs;                        ///< on whose behalf; nobody takes themselves out
    int organizationUsers = -1; ///< users that are not deleted; -1: not known, which refuses bulk

    bool isExpired(const QDateTime &now) const { return now > expires; }
};

inline constexpr int planLifetimeSeconds = 120;

/// The plan as text, one line per step and request: stable, diffable, used by tests and by "Copy plan".
QString planText(const Plan &plan);

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::Plan)
