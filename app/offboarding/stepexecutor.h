// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/directory/userloader.h"
#include "app/offboarding/administrators.h"
#include "app/offboarding/partrules.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/runner.h"
#include "app/offboarding/runresult.h"
#include "app/offboarding/snapshot.h"
#include "app/offboarding/turns.h"
#include "app/references/referencefinder.h"

#include <QCoroTask>
#include <QPointer>

#include <memory>
#include <optional>

namespace offboarding {

/// What the steps of one user have learned so far; each step hands it to the next.
struct UserProgress
{
    std::optional<User> user;               ///< as read last
    QDateTime userReadAt;                   ///< UTC
    std::optional<ReferenceMap> references; ///< as read last
    int checks = 0;                         ///< references checked so often; the last check decides
    bool isDeletionConfirmed = false;       ///< the server itself said that the deletion was done
    bool hasFailed = false;                 ///< the user's remaining steps are skipped
    std::optional<Snapshot> snapshot;       ///< taken before the first write
    /// Number of the step that had begun to send when the run was cut off; what became of that is read first.
    int interruptedStep = -1;
    std::optional<Error> catchUpError;       ///< a run that goes on could not even read the user
    std::optional<Error> interruptedRefusal; ///< what the server answered to it, if that was recorded
};

/// Takes up the snapshot of a step that ended before the run was cut off: without it nothing may be taken
/// away.
void recall(UserProgress *progress, const StepResult &ended);

/// Carries out one step: re-check, send once, read back. Owned by a shared pointer that each coroutine holds,
/// so that a step in flight can finish although the runner is gone; close() makes it end at its next answer.
class StepExecutor : public std::enable_shared_from_this<StepExecutor>
{
public:
    StepExecutor(ApiClient &client, UserLoader &loader, ReferenceFinder &finder);

    RunnerSettings settings;
    std::shared_ptr<RunJournal> journal; ///< of the run that is going on; null: it has none

    void close() { m_isClosed = true; }
    bool isClosed() const;

    /// Takes up a user in the middle of the steps: what is known about them is read again.
    QCoro::Task<Result<Done>> catchUp(Plan plan, QString userId, std::shared_ptr<UserProgress> progress);

    /// @p progress must stay alive until the task ends.
    QCoro::Task<StepResult> execute(Plan plan, PlanStep step, Decision decision,
                                    std::shared_ptr<UserProgress> progress);

private:
    using Progress = std::shared_ptr<UserProgress>;

    // stepsending.cpp
    /// The only way out for whatever a step changes: recorded first, then sent. Everything that is not a
    /// reading goes through here, so that a run can be resumed without sending anything twice.
    QCoro::Task<Result<ApiResponse>> sendWrite(PlanStep step, ApiRequest request);
    /// Refused for anything that is not a reading.
    QCoro::Task<Result<ApiResponse>> sendRead(ApiRequest request);

    // stepexecutor.cpp: what only reads
    QCoro::Task<StepResult> readUser(Plan plan, PlanStep step, Progress progress);
    QCoro::Task<StepResult> checkReferences(Plan plan, PlanStep step, Progress progress);
    QCoro::Task<StepResult> readBack(Plan plan, PlanStep step, Progress progress);
    QCoro::Task<StepResult> checkHistory(PlanStep step);
    /// Reads until the user is in the state @p wanted, or the time for it is over: then what was read last.
    QCoro::Task<Result<User>> waitForState(QString userId, UserState wanted, int longestMilliseconds);

    // stepclearing.cpp
    QCoro::Task<StepResult> clearReference(Plan plan, PlanStep step, Progress progress);
    QCoro::Task<Result<bool>> waitUntilCleared(PlanStep step, int longestMilliseconds);

    // stepsnapshot.cpp
    QCoro::Task<StepResult> takeSnapshot(Plan plan, PlanStep step, Progress progress);
    QCoro::Task<StepResult> compareSnapshot(PlanStep step);
    QCoro::Task<StepResult> checkReports(Plan plan, PlanStep step, Progress progress);
    QCoro::Task<SurroundingsReading> readEverything(QString userId);

    // stepparts.cpp
    QCoro::Task<StepResult> revokeTokens(Plan plan, PlanStep step, Progress progress);
    QCoro::Task<StepResult> changePart(Plan plan, PlanStep step, Progress progress);
    QCoro::Task<SurroundingsReading> readPart(PlanStep step);
    QCoro::Task<Result<ApiRequest>> versioned(PlanStep step, PartWrite write, int userVersion);
    static StepResult settlePart(StepResult result, const SurroundingsReading &reading,
                                 const QStringList &left, int newcomers, int sent,
                                 const std::optional<Error> &problem);

    // stepchanging.cpp
    QCoro::Task<StepResult> verifyGates(Plan plan, PlanStep step, Decision decision, Progress progress);
    QCoro::Task<StepResult> changeUser(Plan plan, PlanStep step, Decision decision, Progress progress);
    /// What became of a change that was sent before the run was cut off; empty: it demonstrably did not
    /// happen, so it may be sent.
    QCoro::Task<std::optional<StepResult>> settleInterrupted(StepResult result, Progress progress);
    QCoro::Task<AdministratorCensus> countAdministrators(Plan plan, PlanStep step,
                                                         std::shared_ptr<TurnGuard> turn);
    QCoro::Task<Result<Done>> refresh(PlanStep step, Progress progress);
    QCoro::Task<StepResult> settleGone(StepResult result, Error error, Progress progress);

    QPointer<ApiClient> m_client;
    QPointer<UserLoader> m_loader;
    QPointer<ReferenceFinder> m_finder;
    std::unique_ptr<AdministratorFinder> m_administrators;
    std::shared_ptr<Turns> m_administratorTurns = std::make_shared<Turns>();
    bool m_isClosed = false;
};

} // namespace offboarding
