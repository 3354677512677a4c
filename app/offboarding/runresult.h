// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/offboarding/plan.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QSet>
#include <QStringList>

#include <optional>

namespace offboarding {

/// The four outcomes of a step (the words of `run --progress`).
enum class Outcome { Done, Kept, Skipped, Failed };

QString outcomeName(Outcome outcome); ///< "done", "kept", "skipped", "failed"

/// Why a step did not simply succeed. Text is made at the screen.
enum class Cause {
    None,
    AlreadySo,           ///< kept: the target was already in the wanted state
    GateRefused,         ///< a live conversation, a live session, an unreadable source, an expired preview
    LiveCustomer,        ///< the live-customer guard refused
    ChangedSincePreview, ///< the conversation or user is not what was previewed
    NotConnected,        ///< cannot be handed over
    NotRemovable,
    EarlierStepFailed,
    Stopped,        ///< the admin stopped the run
    ServerRefused,  ///< see error
    OutcomeUnknown, ///< written, but reading back could not settle it
    NotVerified,    ///< reading back shows that it did not happen
    JournalFailed   ///< what was about to be sent could not be recorded first, so it was not sent
};

QString causeName(Cause cause); ///< "gate-refused", "changed", …; empty for None

struct StepResult
{
    PlanStep step;
    Outcome outcome = Outcome::Skipped;
    Cause cause = Cause::None;
    std::optional<Error> error;
    QDateTime started;
    QDateTime finished;
    QString detail; ///< facts for the report, e.g. the state that was read back; not translated
    QJsonObject
        data; ///< what later steps, a resumed run or an undo need, e.g. a snapshot; kept in the journal
};

enum class RunState { Waiting, Running, Paused, Stopping, Finished };

/// A run and what came of it so far.
struct RunResult
{
    QString id;
    Plan plan;
    RunState state = RunState::Waiting;
    QDateTime started;
    QDateTime finished;
    QList<StepResult> steps; ///< finished steps, in order of completion
    QString journal;         ///< path of its journal; empty: it has none
    /// What could not be recorded first. Nothing more was sent after that.
    std::optional<Error> journalError;
    int count(Outcome outcome) const;
    int waiting() const; ///< steps not finished yet
    /// True only if every step is done or kept, and each user of the plan is proven.
    bool isVerified() const;
    /// The proof was done after the last write: the read-back, or the check of references after clearing.
    bool isProven(const QString &userId) const;
    /// Users of the plan whose final read-back was done, in the order of the plan.
    QStringList verifiedUserIds() const;
};

/// Users are worked on in parallel; whoever lists them wants the order of the plan.
QStringList inPlanOrder(const Plan &plan, const QSet<QString> &userIds);

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::RunResult)
Q_DECLARE_METATYPE(offboarding::StepResult)
