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

/// What the admin confirmed besides the plan; needed again when a gate is re-checked before its write.
struct Decision
{
    bool riskAccepted = false;
    QString typedIdentity;
    QString typedOrganization;
    QHash<QString, EvidenceFile> evidence; ///< by user id
};

/// How long a change that was accepted may take to show; tests shorten it.
struct RunnerSettings
{
    int longestVerificationMilliseconds = 15'000;
    int firstPollMilliseconds = 250;          ///< doubled up to two seconds
    int oldestReferencesMilliseconds = 3'000; ///< older references are read again right before a change
};

/// Executes plans, one run after the other, step by step. Outlives every window.
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
    QString run(Plan plan, Decision decision);
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
    QCoro::Task<> work();
    QCoro::Task<> execute(QString runId);

    class Private;
    std::shared_ptr<Private>
        d; ///< shared with the running coroutine, which may outlive the runner by one answer
};

} // namespace offboarding
