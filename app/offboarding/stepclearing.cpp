// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/clearingrequests.h"
#include "app/offboarding/stepexecutor.h"
#include "app/offboarding/steprules.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <chrono>

namespace offboarding {

namespace {

/// Nothing left to end is what was wanted, once it is read back (contract §5.1).
bool isAlreadyEnded(const Error &error)
{
    return error.serverCode.endsWith(QLatin1String("call.disconnected")) ||
           error.serverCode.endsWith(QLatin1String("participant.no.active.conversations"));
}

/// The first write that has not gone out yet, or none.
std::optional<ApiRequest> nextRequest(const QList<ApiRequest> &requests, const QSet<QString> &sent)
{
    const auto next = std::find_if(requests.cbegin(), requests.cend(),
                                   [&](const ApiRequest &request) { return !sent.contains(request.line()); });
    return next == requests.cend() ? std::nullopt : std::optional<ApiRequest>(*next);
}

} // namespace

QCoro::Task<StepResult> StepExecutor::clearReference(Plan plan, PlanStep step, Progress progress)
{
    const auto keep = shared_from_this();
    StepResult result = beginStep(step);
    const Dialect dialect = plan.connection.dialect;
    if (progress->interruptedStep == step.number && step.number >= 0) {
        // What was sent before the interruption gets its time to show; what still holds the user after it did
        // not arrive.
        progress->interruptedStep = -1;
        const Result<bool> cleared = co_await waitUntilCleared(step, settings.settleMilliseconds);
        if (!cleared)
            co_return failStep(std::move(result), Cause::OutcomeUnknown, cleared.error());
        if (*cleared)
            co_return endStep(std::move(result), Outcome::Done, Cause::None,
                              QStringLiteral("sent before the interruption; read back: cleared"));
    }
    QSet<QString> sent; // a participation is ended at most once
    int lateTurns = 0;
    // The conversation is read again before each write: the user may be in it several times.
    while (true) {
        const Result<Conversation> conversation =
            co_await m_finder->readConversation(step.clearing.conversationId);
        if (isClosed())
            co_return endStep(std::move(result), sent.isEmpty() ? Outcome::Skipped : Outcome::Failed,
                              sent.isEmpty() ? Cause::Stopped : Cause::OutcomeUnknown);
        if (!conversation) {
            const Error &error = conversation.error();
            if (!sent.isEmpty())
                break; // what went out is verified below
            if (error.kind == ErrorKind::Gone)
                co_return endStep(std::move(result), Outcome::Kept, Cause::AlreadySo,
                                  QStringLiteral("gone for good"));
            // 404 can also mean out of sight: whether it still holds the user is for the next check to say.
            if (error.kind == ErrorKind::NotFound) {
                result.error = error;
                co_return endStep(std::move(result), Outcome::Skipped, Cause::ChangedSincePreview,
                                  QStringLiteral("not found any more"));
            }
            co_return failStep(std::move(result), Cause::ServerRefused, error);
        }
        const ClearingRefusal refusal = refusalFor(*conversation, step.clearing, dialect);
        if (refusal == ClearingRefusal::AlreadyClear && !sent.isEmpty())
            break;
        const QList<ApiRequest> writes = clearingRequests(*conversation, step.clearing, dialect);
        const std::optional<ApiRequest> next = nextRequest(writes, sent);
        if (!next && !sent.isEmpty())
            break;
        if (refusal != ClearingRefusal::None)
            co_return refusedClearing(std::move(result), refusal);
        if (hasComeAlive(*conversation, step) || !next || !isAsShown(*next, step, plan.connection))
            co_return endStep(std::move(result), Outcome::Skipped, Cause::ChangedSincePreview);

        ApiRequest request = *next;
        request.longestQueueMilliseconds = settings.oldestReferencesMilliseconds;
        const QString line = request.line();
        const Result<ApiResponse> response = co_await sendWrite(step, std::move(request));
        if (response) {
            sent.insert(line);
            continue;
        }
        const Error &error = response.error();
        if (isUnsent(error)) {
            if (++lateTurns > mostLateTurns)
                co_return failStep(std::move(result), Cause::ServerRefused, error);
            continue; // looked at again: much may have happened while it waited for its turn
        }
        if (error.kind == ErrorKind::Cancelled && sent.isEmpty())
            co_return endStep(std::move(result), Outcome::Skipped, Cause::Stopped);
        sent.insert(line);
        result.error = error;
        // A lost answer is settled by reading, too.
        if (!isGone(error) && error.kind != ErrorKind::OutcomeUnknown && !isAlreadyEnded(error))
            co_return endStep(std::move(result), Outcome::Failed, refusedBy(error));
    }
    const Result<bool> cleared = co_await waitUntilCleared(step, settings.longestVerificationMilliseconds);
    if (!cleared)
        co_return failStep(std::move(result), Cause::OutcomeUnknown, cleared.error());
    if (!*cleared)
        co_return endStep(std::move(result), Outcome::Failed, Cause::NotVerified);
    result.error.reset();
    co_return endStep(std::move(result), Outcome::Done, Cause::None, QStringLiteral("read back: cleared"));
}

QCoro::Task<Result<bool>> StepExecutor::waitUntilCleared(PlanStep step, int longestMilliseconds)
{
    const auto keep = shared_from_this();
    QElapsedTimer elapsed;
    elapsed.start();
    int pause = settings.firstPollMilliseconds;
    while (true) {
        const Result<Conversation> conversation =
            co_await m_finder->readConversation(step.clearing.conversationId);
        if (conversation && isCleared(*conversation, step.userId, step.clearing.action))
            co_return true;
        if (!conversation && conversation.error().kind == ErrorKind::Gone)
            co_return true;
        if (isClosed() || elapsed.elapsed() >= longestMilliseconds) {
            if (!conversation)
                co_return failure(conversation.error());
            co_return false;
        }
        const std::chrono::milliseconds rest(pause);
        co_await QCoro::sleepFor(rest);
        if (isClosed())
            co_return false;
        pause = std::min(pause * 2, 2000);
    }
}

} // namespace offboarding
