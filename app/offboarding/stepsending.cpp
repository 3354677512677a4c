// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/stepexecutor.h"

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
    Q_UNUSED(step)
    if (isClosed())
        co_return failure(
            unsentError(ErrorKind::Cancelled, QStringLiteral("the connection was closed"), request));
    co_return co_await m_client->send(std::move(request));
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
