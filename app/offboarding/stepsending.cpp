// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runrecords.h"
#include "app/offboarding/stepexecutor.h"
#include "app/offboarding/steprules.h"

namespace offboarding {

namespace {

Error unsentError(ErrorKind kind, const QString &why, const ApiRequest &request)
{
    Error error;
    error.kind = kind;
    error.detail = why;
    error.place = request.line();
    return error;
}

} // namespace

QCoro::Task<Result<ApiResponse>> StepExecutor::sendWrite(PlanStep step, ApiRequest request)
{
    const auto keep = shared_from_this();
    if (isClosed())
        co_return failure(
            unsentError(ErrorKind::Cancelled, QStringLiteral("the connection was closed"), request));
    const std::shared_ptr<RunJournal> recorder = journal;
    if (recorder == nullptr)
        co_return co_await m_client->send(std::move(request));

    // Other users of the run may have hit the full disk first.
    Result<Done> recorded = Done{};
    if (recorder->failure()) {
        recorded = failure(*recorder->failure());
    } else {
        QList<JournalEntry> entries{requestRecord(step, request)};
        recorded = co_await recorder->record(std::move(entries));
    }
    if (!recorded) {
        Error error = unsentError(ErrorKind::Refused, recorded.error().toLogString(), request);
        error.serverCode = QString::fromLatin1(notRecordedCode);
        co_return failure(error);
    }
    if (isClosed())
        co_return failure(
            unsentError(ErrorKind::Cancelled, QStringLiteral("the connection was closed"), request));
    ApiRequest sending = request;
    Result<ApiResponse> response = co_await m_client->send(std::move(sending));
    recorder->note(answerRecord(step, request, response));
    co_return response;
}

QCoro::Task<Result<ApiResponse>> StepExecutor::sendRead(ApiRequest request)
{
    const auto keep = shared_from_this();
    if (isClosed())
        co_return failure(
            unsentError(ErrorKind::Cancelled, QStringLiteral("the connection was closed"), request));
    const bool isRead =
        request.method == HttpMethod::Get || (request.method == HttpMethod::Post && request.idempotent);
    if (!isRead)
        co_return failure(
            unsentError(ErrorKind::Refused, QStringLiteral("a write that nobody recorded"), request));
    co_return co_await m_client->send(std::move(request));
}

} // namespace offboarding
