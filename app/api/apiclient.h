// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/base/result.h"
#include "app/domain/httpexchange.h"

#include <QCoroTask>
#include <QObject>
#include <QUrl>

#include <memory>

namespace offboarding {

struct ApiResponse
{
    int status = 0;
    QByteArray body; ///< complete; at most ApiRequest::maximumBytes
    QString correlationId;
    QString place; ///< ApiRequest::line(), for errors found while parsing
};

/// Pauses and counts of retries; tests shorten them.
struct RetrySettings
{
    int mostAttempts = 4;             ///< per request, the first one included; 429 does not count
    int firstPauseMilliseconds = 500; ///< doubled per attempt, with jitter
    int longestRetryAfterSeconds =
        180; ///< a longer Retry-After is an error (some limits are daily, contract §1.4)
};

/// The only owner of a QNetworkAccessManager. One instance per connection; everybody shares its rate gate.
///
/// 429: all requests pause as long as Retry-After says (3 s without one) and go on by themselves.
/// 502, 503, 504, time-out, cut line: sent again only if ApiRequest::idempotent; otherwise OutcomeUnknown.
/// 401: reported; refreshing belongs to the session (app/auth).
/// Redirects are never followed. TLS errors are never ignored; plain http only to loopback.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    explicit ApiClient(QUrl apiUrl, QObject *parent = nullptr);
    ~ApiClient() override;

    QUrl apiUrl() const;
    /// The bearer token; kept in memory only.
    void setAccessToken(const QString &token);
    void setRetrySettings(const RetrySettings &settings);
    void setMostParallelRequests(int count); ///< default 6

    /// Sends @p request when the rate gate lets it. The task always finishes; @p request is kept alive
    /// inside.
    QCoro::Task<Result<ApiResponse>> send(ApiRequest request);

    /// Aborts reads in flight and refuses those that wait, with Cancelled. Writes in flight are awaited.
    void cancelReads();

    RateBudget rateBudget() const;

Q_SIGNALS:
    void exchangeStarted(const offboarding::HttpExchange &exchange);
    void exchangeFinished(const offboarding::HttpExchange &exchange);
    void rateBudgetChanged(const offboarding::RateBudget &budget);
    /// False after a network failure, true after the next answer of any status.
    void reachabilityChanged(bool reachable);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace offboarding
