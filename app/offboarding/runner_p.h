// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/runner.h"
#include "app/offboarding/stepexecutor.h"

#include <QList>
#include <QPointer>

#include <algorithm>
#include <memory>

namespace offboarding {

/// The steps that are still to be taken of one user, in their order.
struct UserSteps
{
    QString userId;
    QList<int> numbers;
    std::shared_ptr<UserProgress> progress;
    bool isTakenUp = false; ///< some of the steps ended before the run was cut off
};

struct ActiveRun
{
    RunResult result;
    Decision decision;
    std::shared_ptr<RunJournal> journal; ///< null: none
    QList<UserSteps> users;
    qsizetype nextUser = 0;
    int busy = 0;     ///< users in the middle of a step
    int reserved = 0; ///< requests that the users who have begun still need
    bool isGoingOn = false;
    bool isExpired = false;
    bool isUnapproved = false;
    bool isPauseWanted = false;
    bool isStopWanted = false;
};

using RunPointer = std::shared_ptr<ActiveRun>;

class Runner::Private
{
public:
    Private(std::shared_ptr<StepExecutor> stepExecutor, ApiClient &apiClient)
        : executor(std::move(stepExecutor)), client(&apiClient)
    {
    }

    RunPointer find(const QString &runId) const
    {
        const auto found = std::find_if(runs.cbegin(), runs.cend(),
                                        [&](const RunPointer &run) { return run->result.id == runId; });
        return found == runs.cend() ? nullptr : *found;
    }

    std::shared_ptr<StepExecutor> executor;
    QPointer<ApiClient> client;
    QList<RunPointer> runs; ///< newest first
    bool isWorking = false;
};

} // namespace offboarding
