// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/api/rategate.h"

#include <QElapsedTimer>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <coroutine>
#include <memory>

namespace offboarding {

/// One request on its way, from the queue to its result. Kept alive by the coroutine that waits for it.
class ApiJob : public QObject
{
    Q_OBJECT

public:
    ApiRequest request;
    HttpExchange exchange;
    QElapsedTimer elapsed;
    QPointer<QNetworkReply> reply;
    QByteArray body;
    int attempt = 0;
    int pausedSeconds = 0; ///< asked for by 429 answers to this request so far
    bool isTooLarge = false;
    bool isOverdue = false; ///< made progress, but would not end
    bool isCancelled = false;
    bool isFinished = false;
    bool hasNeverLeft = false; ///< no connection was made, so the server cannot have seen it
    Result<ApiResponse> result;
    std::coroutine_handle<> waiting; ///< who is resumed when the result is there

    /// Reads may be aborted at any time; what the server does not change by it.
    bool isRead() const
    {
        return request.method == HttpMethod::Get ||
               (request.method == HttpMethod::Post && request.idempotent);
    }

    void resumeWaiting();
};

using ApiJobPointer = std::shared_ptr<ApiJob>;

class ApiClient::Private : public QObject
{
public:
    Private(ApiClient &owner, QUrl url);

    /// Ends every request; whoever asks for more after this is answered Cancelled.
    void close();
    void enqueue(const ApiJobPointer &job);
    void cancelReads();

    ApiClient &q;
    QUrl apiUrl;
    QByteArray accessToken;
    RetrySettings settings;
    int mostParallel = 6;
    RateGate gate;
    QElapsedTimer clock;

private:
    void pump();
    void start(const ApiJobPointer &job);
    void transmit(const ApiJobPointer &job);
    void readSome(const ApiJobPointer &job);
    void replyFinished(const ApiJobPointer &job);
    void settle(const ApiJobPointer &job, const Result<ApiResponse> &result);
    void complete(const ApiJobPointer &job, Result<ApiResponse> result);
    void retryLater(const ApiJobPointer &job, int milliseconds);
    void setReachable(bool reachable);
    Result<ApiResponse> resultOf(ApiJob &job, const QNetworkReply &reply, int *retryAfter);
    QNetworkRequest networkRequest(const ApiRequest &request) const;

    QNetworkAccessManager m_network;
    QList<ApiJobPointer> m_queue;
    QList<ApiJobPointer> m_flying;
    QList<ApiJobPointer> m_resting; ///< waiting for their next attempt
    QList<ApiJobPointer> m_done;    ///< result there, waiting coroutine not resumed yet
    QTimer m_gateTimer;
    quint64 m_nextNumber = 1;
    bool m_isReachable = true;
    bool m_isClosing = false;
};

} // namespace offboarding
