// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/base/result.h"
#include "app/domain/connection.h"
#include "app/domain/httpexchange.h"

#include <QCoroTask>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
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

/// How requests reach the server.
struct TransportSettings
{
    QString extraCaFile;   ///< PEM; certificate authorities besides the system's; empty: none
    ProxySettings proxy;   ///< loopback addresses never go through it
    QString proxyPassword; ///< in memory only
};

/// What @p connection says about transport; the password comes from the keychain.
TransportSettings transportOf(const Connection &connection, const QString &proxyPassword = {});

/// A form with secrets, for the token endpoint (contract §1.2). Not an ApiRequest, because those are printed,
/// planned and copied as curl: of this one nothing but the operation and the path ever shows.
struct SecretForm
{
    QString operation;                     ///< "tokenClientCredentials", …
    QString path;                          ///< below the client's address, "/oauth/token"
    QList<QPair<QString, QString>> fields; ///< unencoded
    QString basicUser;                     ///< sent as Basic authorization if not empty
    QString basicPassword;
    bool idempotent = false; ///< may be sent again when the outcome is unknown
    int timeoutMilliseconds = 30'000;
};

class AccessTokenSource;

/// The only owner of a QNetworkAccessManager. One instance per connection; everybody shares its rate gate.
///
/// 429: all requests pause as long as Retry-After says (3 s without one) and go on by themselves. Told to
/// wait longer than RetrySettings::longestRetryAfterSeconds, that request fails and the others go on.
///
/// 502, 503, 504, time-out, cut line: sent again only if ApiRequest::idempotent; otherwise OutcomeUnknown.
///
/// 401: without a token source it is reported. With one, the source is asked once per token, whatever the
/// number of requests that were refused with it; they and all later ones wait, writes included (a 401 means
/// that nothing was carried out), and are sent again with the next token. A request that three tokens in a
/// row were refused for is reported as Unauthorized.
///
/// Redirects are never followed, so no token reaches another origin. TLS 1.2 or newer; TLS errors are never
/// ignored; plain http only to loopback. HTTP/2 where the server has it. Secrets that a server echoes are cut
/// out of errors.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    explicit ApiClient(QUrl apiUrl, QObject *parent = nullptr);
    ~ApiClient() override;

    QUrl apiUrl() const;
    /// The bearer token; kept in memory only. Lets waiting requests go on. An empty one: requests go out
    /// without, or, with a token source, are refused as Unauthorized without being sent.
    void setAccessToken(const QString &token);
    /// Borrowed; null: none. It must outlive the client or be taken away before it dies.
    void setTokenSource(AccessTokenSource *source);
    /// True between a 401 that the source was asked about and the next token.
    bool isWaitingForToken() const;
    /// Nobody will sign in: what waits for a token, and every later request until the next token, ends with
    /// Unauthorized. None of them was carried out.
    void refuseWaiting();

    /// Applies to requests from now on. File error if the CA file cannot be read or holds no certificate;
    /// nothing was changed then.
    Result<Done> setTransport(const TransportSettings &settings);
    const TransportSettings &transport() const;

    /// While true, every write is Refused before it is sent: the last line behind a locked production
    /// connection. Does not concern submit() and sendWithToken(), nor what is on its way.
    void setReadOnly(bool isReadOnly);
    bool isReadOnly() const;

    void setRetrySettings(const RetrySettings &settings);
    void setMostParallelRequests(int count); ///< default 6

    /// Sends @p request when the rate gate lets it. The task always finishes; @p request is kept alive
    /// inside.
    QCoro::Task<Result<ApiResponse>> send(ApiRequest request);
    /// The same with a token of its own, also while others wait for theirs: to learn who a new token belongs
    /// to, and to revoke one. A 401 is reported.
    QCoro::Task<Result<ApiResponse>> sendWithToken(ApiRequest request, QString token);
    /// Posts @p form without any bearer token, also while others wait. A 401 is reported.
    QCoro::Task<Result<ApiResponse>> submit(SecretForm form);

    /// Aborts reads in flight and refuses those that wait, with Cancelled. Writes in flight are awaited.
    void cancelReads();

    RateBudget rateBudget() const;

Q_SIGNALS:
    void exchangeStarted(const offboarding::HttpExchange &exchange);
    void exchangeFinished(const offboarding::HttpExchange &exchange);
    void rateBudgetChanged(const offboarding::RateBudget &budget);
    /// False after a network failure, true after the next answer of any status.
    void reachabilityChanged(bool reachable);
    void waitingForTokenChanged(bool isWaiting);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace offboarding
