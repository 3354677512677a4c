// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/accesstokensource.h"
#include "app/api/apiclient.h"
#include "app/api/rategate.h"

#include <QAuthenticator>
#include <QElapsedTimer>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <coroutine>
#include <memory>
#include <optional>

namespace offboarding {

/// An answer that drips makes progress for ever, so the whole transfer has an
/// end as well: so many time-outs.
inline constexpr int mostTimeoutsPerTransfer = 10;

/// One request on its way, from the queue to its result. Kept alive by the
/// coroutine that waits for it.
class ApiJob : public QObject
{
    Q_OBJECT

public:
    ApiRequest request;
    HttpExchange exchange;
    QElapsedTimer elapsed;
    QElapsedTimer queued;
    QPointer<QNetworkReply> reply;
    QByteArray body;
    std::optional<QByteArray> ownToken; ///< instead of the client's; never waits for another
    std::optional<QByteArray> form;     ///< sent instead of request.body, and never shown
    QByteArray basicAuthorization;      ///< of a form
    QStringList secrets;                ///< cut out of every error
    quint64 tokenGeneration = 0;        ///< of the token it was last sent with
    int rejections = 0;                 ///< tokens that were refused for it
    int attempt = 0;
    int pausedSeconds = 0; ///< asked for by 429 answers to this request so far
    bool isTooLarge = false;
    bool isOverdue = false; ///< made progress, but would not end
    bool isCancelled = false;
    bool hasTouchedServer = false; ///< of the last attempt: a handshake was made or something was sent
    bool isFinished = false;
    bool hasNeverLeft = false;  ///< no connection was made, so the server cannot have seen it
    QList<QSslError> tlsErrors; ///< of the last attempt
    Result<ApiResponse> result;
    std::coroutine_handle<> waiting; ///< who is resumed when the result is there

    /// Reads may be aborted at any time; what the server does not change by it.
    bool isRead() const
    {
        return request.method == HttpMethod::Get ||
               (request.method == HttpMethod::Post && request.idempotent);
    }
    /// Depends on the token that all share, so it waits while there is none.
    bool needsSharedToken() const { return !ownToken && !form; }

    /// What was checked before it was asked for may not be true any more.
    bool isTooLate() const
    {
        return request.longestQueueMilliseconds > 0 && queued.elapsed() > request.longestQueueMilliseconds;
    }

    void resumeWaiting();
};

using ApiJobPointer = std::shared_ptr<ApiJob>;

Error localError(ErrorKind kind, const QString &detail, const QString &place);

class ApiClient::Private : public QObject
{
public:
    Private(ApiClient &owner, QUrl url);

    /// Ends every request; whoever asks for more after this is answered
    /// Cancelled.
    void close();
    void enqueue(const ApiJobPointer &job);
    void cancelReads();

    void setAccessToken(const QByteArray &token);
    void refuseWaiting();
    Result<Done> setTransport(const TransportSettings &newTransport);

    /// Whether the token that all share may be used.
    enum class TokenState {
        Usable,
        Awaited, ///< the source was asked for another one
        GivenUp  ///< nobody will sign in
    };

    ApiClient &q;
    QUrl apiUrl;
    AccessTokenSource *tokenSource = nullptr;
    TokenState tokenState = TokenState::Usable;
    RetrySettings settings;
    TransportSettings transport;
    int mostParallel = 6;
    bool isReadOnly = false;
    RateGate gate;
    QElapsedTimer clock;

private:
    // apiclient.cpp: the queue
    void pump();
    ApiJobPointer takeNext();
    void start(const ApiJobPointer &job);
    void comeBackUnsent(const ApiJobPointer &job, ErrorKind kind, const QString &why);
    void replyFinished(const ApiJobPointer &job);
    void settle(const ApiJobPointer &job, const Result<ApiResponse> &result);
    void complete(const ApiJobPointer &job, Result<ApiResponse> result);
    void retryLater(const ApiJobPointer &job, int milliseconds);
    void setReachable(bool reachable);

    // apiclienttokens.cpp: requests that wait for a token
    bool hasToken() const;
    bool waitsForToken(const ApiJobPointer &job, const Error &error);
    void setTokenState(TokenState state);

    // apiclienttransport.cpp: one exchange on the wire
    void prepareNetwork();
    void transmit(const ApiJobPointer &job);
    void readSome(const ApiJobPointer &job);
    Result<ApiResponse> resultOf(ApiJob &job, const QNetworkReply &reply, int *retryAfter);
    Result<ApiResponse> readResult(ApiJob &job, const QNetworkReply &reply, int *retryAfter);
    QNetworkRequest networkRequest(const ApiJob &job);
    const QSslConfiguration &tlsConfiguration();
    void answerProxy(QAuthenticator *authenticator);
    bool isProxied(const QUrl &url) const;

    QNetworkAccessManager m_network;
    std::optional<QSslConfiguration> m_tls; ///< made when first needed: loading the authorities takes time
    QElapsedTimer m_proxyAnswered;          ///< since the proxy was last given user and password
    QByteArray m_accessToken;
    quint64 m_tokenGeneration = 1;
    bool m_wasTokenAccepted = false;
    QList<ApiJobPointer> m_queue;
    QList<ApiJobPointer> m_flying;
    QList<ApiJobPointer> m_resting; ///< waiting for their next attempt
    QList<ApiJobPointer> m_parked;  ///< refused with 401, waiting for the next token
    QList<ApiJobPointer> m_done;    ///< result there, waiting coroutine not resumed yet
    QTimer m_gateTimer;
    bool m_isReachable = true;
    bool m_isClosing = false;
};

} // namespace offboarding
