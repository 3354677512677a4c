// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

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
    ClientNotInactive,   ///< an OAuth client is deleted only from the state inactive
    DownstreamFailed,    ///< 424: a service behind the server failed
    ServerFailed,        ///< 5xx on a read
    Other                ///< to be shown raw, with the correlation id
};

/// Classifies by a table: what the server said (its code, its words, its status), in that order. Pure.
Blocker blockerOf(const Error &error);

} // namespace offboarding
