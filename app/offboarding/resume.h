// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/journal/journalreading.h"
#include "app/offboarding/runner.h"
#include "app/offboarding/runresult.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace offboarding {

class RunJournal;
struct UserProgress;

/// What the journal says about one step.
struct StepHistory
{
    bool hasBegun = false;
    /// A write was recorded, and the server did not refuse it as far as is known: it may have arrived.
    bool mayHaveBeenSent = false;
    bool isConfirmed = false;         ///< the server said yes to the last write
    std::optional<Error> refusal;     ///< the server said no to the last write
    std::optional<StepResult> result; ///< how it ended, if it did; the last time, if it was taken up again
};

/// A run as its journal tells it, whether it came to its end or not.
struct RunHistory
{
    QString runId;
    Plan plan; ///< read from a file: rebased() onto the connection at hand before anything of it is run
    QString planHash;
    Decision decision;
    QDateTime begun;               ///< UTC
    QDateTime lastRecord;          ///< UTC
    QHash<int, StepHistory> steps; ///< by PlanStep::number
    QList<int> order;              ///< of the steps that ended, in order of their end
    int resumptions = 0;           ///< how often somebody went on with it
    bool hasEnded = false;         ///< the last thing recorded is its end

    /// Neither ended nor passed over: begun or not, they are done when the run goes on. Steps that were
    /// skipped because somebody stopped the run, or because the journal could not be written, are open, and
    /// with them those of the same user that follow.
    QList<int> openSteps() const;
    bool isFinished() const { return openSteps().isEmpty(); }
    /// The run as far as it came, for reports, evidence and undo.
    RunResult result(const QString &journalPath = {}) const;
    /// What the steps that ended have found out, for those that are open; by user id, of users with open
    /// steps.
    QHash<QString, UserProgress> progress() const;
};

/// The run that @p reading is the journal of; @p place names the file in errors. Fails if it never came to
/// run-begun (then nothing was ever sent), if the plan is not what was begun, or if a record is not
/// understood. The errors are those of journalProblem().
Result<RunHistory> readRunHistory(const JournalReading &reading, const QString &place);

/// The file of the journal opened to go on, and what it says. InUse while another process runs it.
struct ResumableRun
{
    std::shared_ptr<RunJournal> journal;
    RunHistory history;
};
Result<ResumableRun> openRun(const QString &journalPath);

} // namespace offboarding
