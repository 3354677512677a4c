// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/plan.h"
#include "app/offboarding/runresult.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace offboarding {

/// Something that a run changed, or may have changed.
enum class UndoSubject {
    State,
    Roles,
    Groups,
    Queues,
    Skills,
    Languages,
    Station,
    DefaultStation,
    Manager,
    Forwarding,
    Division,
    Presence,
    Tokens,
    Conversation ///< ended, handed over, or a participant taken out
};

QString undoSubjectName(UndoSubject subject); ///< "state", "roles", …

/// Why something cannot be put back. Text is made at the screen.
enum class UndoObstacle {
    None,             ///< it can be put back
    NoSnapshot,       ///< nobody knows what was there
    NotRead,          ///< the snapshot does not have this part
    WasNotActive,     ///< bringing back a deleted user makes them active, which they were not
    GroupsBringIt,    ///< inherited: it comes back with its group, or not at all
    IsGone,           ///< a queue that does not exist any more
    RevokedForGood,   ///< tokens: whoever is active signs in again
    ConversationOver, ///< nobody can be put back into a conversation
    UpToThePerson,    ///< presence and routing status: people set these themselves
    ByHand            ///< the platform can do it, this program does not
};

QString undoObstacleName(UndoObstacle obstacle); ///< "", "no-snapshot", …

struct UndoItem
{
    QString userId;
    UndoSubject subject = UndoSubject::State;
    UndoObstacle obstacle = UndoObstacle::None;
    QString item;  ///< what, with name and id where there are several; empty: all of it. Server text: hostile
    int count = 0; ///< of things that are put back, where there are several

    bool canBePutBack() const { return obstacle == UndoObstacle::None; }
    bool operator==(const UndoItem &other) const = default;
};

/// What an undo needs to know of a run: no journal, only values.
struct UndoInput
{
    Plan plan;               ///< that was run
    QList<StepResult> steps; ///< that ended, in order; a Snapshot step carries its snapshot in `data`
    /// Steps that were begun and never ended: they may have done something.
    QList<PlanStep> unfinished;
    Connection connection; ///< at hand; must be the organisation of the run
    Identity signedInAs;
    QDateTime now; ///< UTC
    QString planId;
    int lifetimeSeconds = planLifetimeSeconds;
    /// Ids of the queues that exist; empty optional: not known, then the server will tell.
    std::optional<QSet<QString>> queueIds;
};

/// What can be put back and what cannot, user by user in the order of the run, and the plan that does it: an
/// ordinary one (Act::Undo), which Runner runs. Its last step per user compares with the snapshot, and fails
/// if anything that lasts is different. A plan without steps: there is nothing to put back.
struct UndoPreview
{
    QList<UndoItem> items;
    Plan plan;
};

/// Pure. Only what the run has done, or may have done, is touched.
UndoPreview undoPreview(const UndoInput &input);

} // namespace offboarding
