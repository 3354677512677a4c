// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QList>

namespace offboarding {

/// What an answer that stands in the way means for the admin: finer than ErrorKind where the next action
/// differs. Text is made at the screen.
enum class Blocker {
    StillReferenced,     ///< 409 on delete: interactions refer to the user
    SessionAlive,        ///< a forced delete while the user has a session
    ChangedMeanwhile,    ///< 409 or 400 on update: a stale version
    Duplicate,           ///< 409: another object has that name or address
    OtherConflict,       ///< 409 that says neither
    SessionEnded,        ///< 401
    PermissionMissing,   ///< 403
    NotInDivision,       ///< 403: the permission is there, but not for this division
    AlreadyGone,         ///< 404
    GoneForGood,         ///< 410
    LimitReached,        ///< 429
    OutcomeUnknown,      ///< a write without a usable answer
    NotConnected,        ///< only a connected communication can be handed over
    QueueGone,           ///< the queue to hand over to does not exist any more
    SameParty,           ///< a hand-over to whoever has it already
    AlreadyDisconnected, ///< the communication ended before: as good as done
    CannotDisconnect,    ///< this kind of call cannot be ended from outside
    NotAParticipant,     ///< the user is not in the conversation any more
    WrapupCodeRequired,  ///< after-call work needs a code before it can be closed
    WrapupNotSkippable,  ///< after-call work cannot be skipped here
    NoUser,              ///< the token belongs to no user
    TooLarge,            ///< the server would not send or take so much
    InvalidValue,        ///< a value that the server does not accept
    DownstreamFailed,    ///< 424: a service behind the server failed
    ServerFailed,        ///< 5xx on a read
    Other                ///< to be shown raw, with the correlation id
};

/// What the admin can do next about a blocker. A screen offers those that it can carry out.
enum class NextAction {
    ClearReferences,   ///< take the user out of the conversations, or choose another way of doing it
    DeactivateInstead, ///< of deleting
    ReadAgain,         ///< read back, compare, then decide
    SignIn,
    CopyPermissions, ///< for an administrator who can grant them
    CopyForSupport   ///< status, code, message and correlation id, for the vendor's support
};

/// Classifies by a table: what the server said (its code, its words, its status), in that order. Pure.
Blocker blockerOf(const Error &error);

/// By a table ("Blockers explained"), the most useful one first; empty where nothing is left to do or it goes
/// on by itself.
QList<NextAction> nextActions(Blocker blocker);

} // namespace offboarding
