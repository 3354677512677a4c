// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/directory/userloader.h"
#include "app/offboarding/gates.h"
#include "app/offboarding/runresult.h"
#include "app/references/referencefinder.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

#include <memory>

namespace offboarding {

class RunJournal;
struct ActiveRun;
struct RunHistory;
struct UserProgress;

/// What the admin confirmed besides the plan; needed again when a gate is re-checked before its write.
struct Decision
{
    bool riskAccepted = false;
    QString typedIdentity;
    QString typedOrganization;
    /// Of a plan with several users: what was typed (or confirmed as a list) for each, by user id; wins over
    /// typedIdentity.
    QHash<QString, QString> typedIdentities;
    QHash<QString, EvidenceFile> evidence; ///< by user id
};

/// How long a change that was accepted may take to show; tests shorten it.
struct RunnerSettings
{
    int longestVerificationMilliseconds = 15'000;
    int firstPollMilliseconds = 250;          ///< doubled up to two seconds
    int oldestReferencesMilliseconds = 3'000; ///< older references are read again right before a change
    int parallelUsers = 6; ///< worked on at the same time; of each, one step after the other
    /// How long something that was sent before a crash may take to show, before it counts as not arrived.
    int settleMilliseconds = 2'000;
};

/// Executes plans, one run after the other: several users in parallel, the steps of each in their order.
/// Outlives every window.
///
/// With a journal, every write request is on the disk before it is sent. What cannot be recorded is not sent:
/// the step fails with Cause::JournalFailed, and so does the rest of the run.
///
/// Before each write the gate of that step is checked again on freshly read data; after it the object is read
/// back. A destructive request is sent at most once per step: an unknown outcome is settled by reading, never
/// by repeating. A version conflict is re-read and tried again once if the user's state did not change
/// meanwhile.
class Runner : public QObject
{
    Q_OBJECT

public:
    Runner(ApiClient &client, UserLoader &loader, ReferenceFinder &finder, QObject *parent = nullptr);
    ~Runner() override;

    /// Queues the plan and returns the run's id.
    QString run(Plan plan, Decision decision, std::shared_ptr<RunJournal> journal = {});
    /// Goes on with a run that was read from its journal (app/offboarding/resume.h): steps that ended stay as
    /// they are, one that had begun to send is read back first. @p journal is the same file, opened again.
    /// Returns the run's id, the one it always had.
    QString goOn(RunHistory history, std::shared_ptr<RunJournal> journal);
    void pause(const QString &runId); ///< before the next step
    void resume(const QString &runId);
    void stop(const QString &runId); ///< before the next step; a request in flight is awaited and recorded
    bool isRunning() const;
    void setSettings(const RunnerSettings &settings); ///< for the steps that follow

    QList<RunResult> runs() const; ///< newest first
    const RunResult *find(const QString &runId) const;
    /// A plan of the failed and skipped users of a run, to be planned anew.
    QStringList unfinishedUserIds(const QString &runId) const;

Q_SIGNALS:
    void runStarted(const QString &runId);
    void stepStarted(const QString &runId, int stepIndex);
    void stepFinished(const QString &runId, const offboarding::StepResult &result);
    void runStateChanged(const QString &runId);
    void runFinished(const QString &runId);

private:
    QString enqueue(const std::shared_ptr<ActiveRun> &added);
    QCoro::Task<> work();
    QCoro::Task<> execute(QString runId);
    QCoro::Task<bool> begin(QString runId);
    QCoro::Task<> workOff(QString runId);
    QCoro::Task<bool> mayGoOn(QString runId, int requests);
    QCoro::Task<bool> takeStep(QString runId, int index, std::shared_ptr<UserProgress> progress);

    class Private;
    std::shared_ptr<Private>
        d; ///< shared with the running coroutine, which may outlive the runner by one answer
};

} // namespace offboarding
