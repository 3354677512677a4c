// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept before the first write, and what it is compared with after an undo.
#include "app/api/calls/userscalls.h"
#include "app/offboarding/stepexecutor.h"
#include "app/offboarding/steprules.h"

#include <algorithm>

namespace offboarding {

QCoro::Task<SurroundingsReading> StepExecutor::readEverything(QString userId)
{
    const auto keep = shared_from_this();
    auto batch = std::make_shared<ReadingBatch>(*m_client);
    auto task = readSurroundings(batch, userId, allSurroundings);
    co_return co_await task;
}

QCoro::Task<StepResult> StepExecutor::takeSnapshot(Plan plan, PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    // Of a deleted user hardly anything can be read, and nothing is going to be changed.
    if (progress->user && progress->user->state == UserState::Deleted && isAsWanted(plan, *progress->user))
        co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo, stateDetail(*progress->user));
    const SurroundingsReading reading = co_await readEverything(step.userId);
    if (isClosed())
        co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
    const std::optional<Snapshot> snapshot = snapshotOf(reading);
    if (!snapshot) {
        if (const std::optional<SourceReading> unread = reading.firstUnread())
            result.error = unread->error;
        co_return endStep(std::move(result), Outcome::Failed, Cause::ServerRefused,
                          QStringLiteral("the user could not be read"));
    }
    if (const std::optional<StepRefusal> refusal = userRefusal(plan, step, snapshot->user))
        co_return endStep(std::move(result), Outcome::Failed, refusal->cause, refusal->detail);
    progress->snapshot = *snapshot;
    result.data = QJsonObject{{QStringLiteral("snapshot"), snapshotToJson(*snapshot)}};
    const QString unread = snapshot->unread.join(QStringLiteral("; ")).left(1000);
    co_return endStep(std::move(result), Outcome::Done, Cause::None,
                      unread.isEmpty() ? QStringLiteral("complete")
                                       : QStringLiteral("not read: %1").arg(unread));
}

QCoro::Task<StepResult> StepExecutor::compareSnapshot(PlanStep step)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    const Result<Snapshot> before =
        snapshotFromJson(step.data.value(QLatin1String("snapshot")).toObject(), QStringLiteral("snapshot"));
    if (!before)
        co_return failStep(std::move(result), Cause::GateRefused, before.error());
    const SurroundingsReading reading = co_await readEverything(step.userId);
    if (isClosed())
        co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
    const std::optional<Snapshot> now = snapshotOf(reading);
    if (!now) {
        if (const std::optional<SourceReading> unread = reading.firstUnread())
            result.error = unread->error;
        co_return endStep(std::move(result), Outcome::Failed, Cause::ServerRefused,
                          QStringLiteral("the user could not be read"));
    }
    const QList<SnapshotDifference> found = differences(*before, *now);
    result.data = differencesToJson(found);
    const auto lasting = std::count_if(found.cbegin(), found.cend(),
                                       [](const SnapshotDifference &one) { return !one.isPassing; });
    QStringList fields;
    for (const SnapshotDifference &difference : found)
        fields.append(difference.item.isEmpty()
                          ? difference.field
                          : QString(difference.field + QLatin1Char(' ') + difference.item));
    const QString names = fields.join(QStringLiteral(", ")).left(1000);
    if (lasting > 0)
        co_return endStep(std::move(result), Outcome::Failed, Cause::NotVerified,
                          QStringLiteral("%1 differences: %2").arg(found.size()).arg(names));
    co_return endStep(std::move(result), Outcome::Done, Cause::None,
                      found.isEmpty() ? QStringLiteral("everything is as it was")
                                      : QStringLiteral("as it was, but for: %1").arg(names));
}

QCoro::Task<StepResult> StepExecutor::checkReports(Plan plan, PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    if (!progress->user)
        co_return endStep(std::move(result), Outcome::Failed, Cause::EarlierStepFailed);
    const QString state = userStateName(wantedState(plan.act));
    ApiRequest request = searchUserRequest(progress->user->email, state);
    const Result<ApiResponse> response = co_await sendRead(std::move(request));
    if (!response)
        co_return failStep(std::move(result), Cause::ServerRefused, response.error());
    const Result<QStringList> found = parseUserSearch(*response);
    if (!found)
        co_return failStep(std::move(result), Cause::ServerRefused, found.error());
    // The index lags behind and proves nothing (contract §2.3): what is done here is the look at it.
    co_return endStep(std::move(result), Outcome::Done, Cause::None,
                      found->contains(step.userId)
                          ? QStringLiteral("the search index says %1").arg(state)
                          : QStringLiteral("the search index does not say %1 yet").arg(state));
}

void recall(UserProgress *progress, const StepResult &ended)
{
    if (ended.step.kind != StepKind::Snapshot || ended.outcome != Outcome::Done)
        return;
    const Result<Snapshot> snapshot =
        snapshotFromJson(ended.data.value(QLatin1String("snapshot")).toObject(), QStringLiteral("snapshot"));
    if (snapshot)
        progress->snapshot = *snapshot;
}

} // namespace offboarding
