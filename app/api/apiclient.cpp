// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"

#include "app/api/apiclient_p.h"
#include "app/api/errormapping.h"
#include "app/api/onetimebody.h"
#include "app/api/retrypolicy.h"
#include "app/base/logging.h"
#include "app/base/redaction.h"
#include "app/domain/connection.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QRandomGenerator>
#include <QSslConfiguration>

#include <utility>

namespace offboarding {

namespace {

constexpr int longestLoggedBody = 16'384;
constexpr qint64 readChunk = 64 * 1024;
/// An answer that drips makes progress for ever, so the whole transfer has an end as well: so many time-outs.
constexpr int mostTimeoutsPerTransfer = 10;

Error localError(ErrorKind kind, const QString &detail, const QString &place)
{
    Error error;
    error.kind = kind;
    error.detail = detail;
    error.place = place;
    return error;
}

/// Takes nothing and keeps nothing: the API needs no cookie, and a stored one would be a secret at rest.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// False if an empty or dotted part would let the request name another resource than its builder meant:
/// DELETE /users/ with an empty id is not a request about a user.
bool isPathComplete(const QUrl &url)
{
    const QStringList parts = url.path(QUrl::FullyDecoded).split(QLatin1Char('/'));
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QString &part = parts.at(i);
        if (part.isEmpty() || part == QLatin1String(".") || part == QLatin1String(".."))
            return false;
    }
    return true;
}

int headerNumber(const QNetworkReply &reply, const char *name)
{
    bool isNumber = false;
    const int value = reply.rawHeader(name).trimmed().toInt(&isNumber);
    return isNumber ? value : -1;
}

/// Suspends until ApiClient::Private::complete().
struct JobAwaiter
{
    ApiJobPointer job;
    bool await_ready() const noexcept { return job->isFinished; }
    void await_suspend(std::coroutine_handle<> handle) noexcept { job->waiting = handle; }
    void await_resume() const noexcept {}
};

} // namespace

void ApiJob::resumeWaiting()
{
    if (const std::coroutine_handle<> handle = std::exchange(waiting, {}))
        handle.resume();
}

ApiClient::Private::Private(ApiClient &owner, QUrl url) : q(owner), apiUrl(std::move(url))
{
    clock.start();
    m_network.setCookieJar(new NoCookies(&m_network));
    m_network.setAutoDeleteReplies(false);
    m_gateTimer.setSingleShot(true);
    m_gateTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_gateTimer, &QTimer::timeout, this, &Private::pump);
}

void ApiClient::Private::close()
{
    // A coroutine that waits for an answer must not wait for ever: everything ends here, as cancelled or
    // unknown.
    m_isClosing = true;
    QList<ApiJobPointer> all = m_queue + m_resting + m_flying;
    m_queue.clear();
    m_resting.clear();
    m_flying.clear();
    const QList<ApiJobPointer> done = std::exchange(m_done, {});
    for (const ApiJobPointer &job : done)
        job->resumeWaiting();
    for (const ApiJobPointer &job : all) {
        if (QNetworkReply *const reply = job->reply) {
            reply->disconnect(this);
            reply->abort();
        }
        const bool wasSent = job->attempt > 0 && !job->isRead();
        complete(job, failure(localError(wasSent ? ErrorKind::OutcomeUnknown : ErrorKind::Cancelled,
                                         QStringLiteral("the connection was closed"), job->request.line())));
    }
}

QNetworkRequest ApiClient::Private::networkRequest(const ApiRequest &request) const
{
    QNetworkRequest result(requestUrl(apiUrl, request));
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // HTTP/1.1 only: what Qt sends again by itself is known and prevented there, see OneTimeBody.
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setTransferTimeout(request.timeoutMilliseconds);
    result.setRawHeader("User-Agent", "OffboardingConsole/" OFFBOARDING_VERSION);
    result.setRawHeader("Accept", "application/json");
    if (!accessToken.isEmpty())
        result.setRawHeader("Authorization", "Bearer " + accessToken);
    if (!request.body.isEmpty())
        result.setRawHeader("Content-Type", "application/json");
    if (result.url().scheme() == QLatin1String("https")) {
        QSslConfiguration tls = result.sslConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        result.setSslConfiguration(tls);
    }
    return result;
}

void ApiClient::Private::enqueue(const ApiJobPointer &job)
{
    if (m_isClosing) {
        // A coroutine that was woken by the closing asks for more: it must not wait for an answer that never
        // comes.
        complete(job, failure(localError(ErrorKind::Cancelled, QStringLiteral("the connection was closed"),
                                         job->request.line())));
        return;
    }
    const QUrl url = requestUrl(apiUrl, job->request);
    if (!isPathComplete(url)) {
        complete(job, failure(localError(ErrorKind::Refused, QStringLiteral("an id is empty or not an id"),
                                         job->request.line())));
        return;
    }
    if (!isTransportAllowed(url)) {
        complete(job, failure(localError(ErrorKind::Refused,
                                         QStringLiteral("only https, or http to this computer, is allowed"),
                                         job->request.line())));
        return;
    }
    m_queue.append(job);
    pump();
}

void ApiClient::Private::pump()
{
    while (!m_isClosing && !m_queue.isEmpty() && m_flying.size() < mostParallel) {
        const qint64 wait = gate.waitMilliseconds(clock.elapsed());
        if (wait > 0) {
            if (!m_gateTimer.isActive() || m_gateTimer.remainingTime() > wait)
                m_gateTimer.start(static_cast<int>(std::min<qint64>(wait, 1000)));
            Q_EMIT q.rateBudgetChanged(gate.budget(clock.elapsed()));
            return;
        }
        start(m_queue.takeFirst());
    }
}

void ApiClient::Private::start(const ApiJobPointer &job)
{
    ++job->attempt;
    job->body.clear();
    job->isOverdue = false;
    job->exchange = {};
    job->exchange.number = m_nextNumber++;
    job->exchange.started = QDateTime::currentDateTimeUtc();
    job->exchange.operation = job->request.operation;
    job->exchange.method = httpMethodName(job->request.method);
    job->exchange.target = job->request.target();
    job->exchange.body = job->request.body.left(longestLoggedBody);
    job->exchange.attempt = job->attempt;
    job->elapsed.start();
    gate.requestSent();
    m_flying.append(job);

    transmit(job);
    Q_EMIT q.exchangeStarted(job->exchange);
}

void ApiClient::Private::transmit(const ApiJobPointer &job)
{
    const QByteArray verb = job->exchange.method.toLatin1();
    QNetworkRequest request = networkRequest(job->request);
    QNetworkReply *reply = nullptr;
    if (job->isRead()) {
        reply = m_network.sendCustomRequest(request, verb, job->request.body);
    } else {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, job->request.body.size());
        auto *body = new OneTimeBody(job->request.body);
        reply = m_network.sendCustomRequest(request, verb, body);
        body->setParent(reply);
    }
    job->reply = reply;
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, job] { readSome(job); });
    connect(reply, &QNetworkReply::readyRead, this, [this, job] { readSome(job); });
    connect(reply, &QNetworkReply::finished, this, [this, job] { replyFinished(job); });
    QTimer::singleShot(job->request.timeoutMilliseconds * mostTimeoutsPerTransfer, reply, [job, reply] {
        job->isOverdue = true;
        reply->abort();
    });
}

void ApiClient::Private::readSome(const ApiJobPointer &job)
{
    QNetworkReply *const reply = job->reply;
    if (reply == nullptr || job->isTooLarge)
        return;
    const qint64 announced = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced <= job->request.maximumBytes) {
        if (job->body.isEmpty() && announced > readChunk)
            job->body.reserve(announced);
        QByteArray chunk = reply->read(readChunk);
        while (!chunk.isEmpty() && job->body.size() <= job->request.maximumBytes) {
            job->body += chunk;
            chunk = reply->read(readChunk);
        }
        if (job->body.size() <= job->request.maximumBytes)
            return;
    }
    job->isTooLarge = true;
    job->body.clear();
    reply->abort();
}

Result<ApiResponse> ApiClient::Private::resultOf(ApiJob &job, const QNetworkReply &reply, int *retryAfter)
{
    const QString place = job.request.line();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    job.exchange.status = status;
    job.exchange.correlationId = boundedServerText(QString::fromUtf8(reply.rawHeader("ININ-Correlation-Id")));
    if (job.isTooLarge) {
        Error error = localError(
            ErrorKind::BadResponse,
            QStringLiteral("the answer is larger than %1 bytes").arg(job.request.maximumBytes), place);
        error.httpStatus = status;
        return failure(error);
    }
    if (job.isCancelled)
        return failure(localError(ErrorKind::Cancelled, QStringLiteral("stopped"), place));
    if (status == 429) {
        *retryAfter = retryAfterSeconds(reply.rawHeader("Retry-After"));
        Error error = errorFromAnswer(status, job.body, job.exchange.correlationId, place);
        error.retryAfterSeconds = *retryAfter;
        return failure(error);
    }
    if (status >= 400)
        return failure(errorFromAnswer(status, job.body, job.exchange.correlationId, place));
    if (status >= 300) {
        const QUrl target = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        Error error = localError(ErrorKind::BadResponse,
                                 QStringLiteral("the server redirected to %1; redirects are not followed")
                                     .arg(boundedServerText(reply.url().resolved(target).host())),
                                 place);
        error.httpStatus = status;
        error.correlationId = job.exchange.correlationId;
        return failure(error);
    }
    if (job.isOverdue)
        return failure(localError(ErrorKind::Timeout,
                                  QStringLiteral("the answer did not end within %1 ms")
                                      .arg(job.request.timeoutMilliseconds * mostTimeoutsPerTransfer),
                                  place));
    if (reply.error() ==
        QNetworkReply::OperationCanceledError) // Qt 6.4 reports its transfer time-out like this
        return failure(
            localError(ErrorKind::Timeout,
                       QStringLiteral("no progress for %1 ms").arg(job.request.timeoutMilliseconds), place));
    job.hasNeverLeft = reply.error() == QNetworkReply::ConnectionRefusedError ||
                       reply.error() == QNetworkReply::HostNotFoundError;
    if (reply.error() != QNetworkReply::NoError)
        return failure(errorFromNetwork(reply.error(), reply.errorString(), place));
    return ApiResponse{status, std::move(job.body), job.exchange.correlationId, place};
}

void ApiClient::Private::replyFinished(const ApiJobPointer &job)
{
    QNetworkReply *const reply = job->reply;
    if (reply == nullptr || !m_flying.removeOne(job))
        return;
    if (reply->isOpen() && !job->isTooLarge && !job->isCancelled)
        readSome(job);
    int retryAfter = -1;
    const qint64 received = job->body.size();
    Result<ApiResponse> result = resultOf(*job, *reply, &retryAfter);
    const qint64 now = clock.elapsed();
    if (retryAfter >= 0)
        gate.limitHit(now, retryAfter);
    else
        gate.answerReceived(now, headerNumber(*reply, "inin-ratelimit-count"),
                            headerNumber(*reply, "inin-ratelimit-allowed"),
                            headerNumber(*reply, "inin-ratelimit-reset"));
    reply->deleteLater();
    job->reply = nullptr;

    job->exchange.finished = true;
    job->exchange.durationMilliseconds = static_cast<int>(job->elapsed.elapsed());
    job->exchange.receivedBytes = received;
    job->exchange.outcome = result ? QStringLiteral("ok") : errorKindName(result.error());
    Q_EMIT q.exchangeFinished(job->exchange);
    Q_EMIT q.rateBudgetChanged(gate.budget(now));
    if (job->exchange.status > 0)
        setReachable(true);
    else if (!result && result.error().kind == ErrorKind::Network)
        setReachable(false);
    const QPointer<Private> self(this); // whoever waits for the result may close the connection
    settle(job, result);
    if (self != nullptr)
        pump();
}

void ApiClient::Private::settle(const ApiJobPointer &job, const Result<ApiResponse> &result)
{
    if (result) {
        complete(job, result);
        return;
    }
    const Error &error = result.error();
    qCDebug(logApi).noquote() << error.toLogString();
    if (error.kind == ErrorKind::RateLimited)
        job->pausedSeconds += error.retryAfterSeconds;
    if (error.kind == ErrorKind::RateLimited && job->pausedSeconds <= settings.longestRetryAfterSeconds) {
        --job->attempt; // refused before it was executed, so it costs no attempt and writes may go again, too
        m_queue.prepend(job);
        return;
    }
    if (isWorthRetrying(error, job->request.idempotent, job->attempt, settings.mostAttempts)) {
        retryLater(job, retryPauseMilliseconds(job->attempt, settings.firstPauseMilliseconds,
                                               QRandomGenerator::global()->generateDouble()));
        return;
    }
    complete(job, job->isRead() || job->hasNeverLeft ? result : failure(asWriteOutcome(error)));
}

void ApiClient::Private::retryLater(const ApiJobPointer &job, int milliseconds)
{
    m_resting.append(job);
    QTimer::singleShot(milliseconds, this, [this, job] {
        if (!m_resting.removeOne(job))
            return;
        m_queue.prepend(job);
        pump();
    });
}

void ApiClient::Private::complete(const ApiJobPointer &job, Result<ApiResponse> result)
{
    const ApiJobPointer keep = job; // the waiting coroutine may drop the last other reference
    job->result = std::move(result);
    job->isFinished = true;
    if (m_isClosing) {
        // At once: the waiting services still exist, and later there would be no client to ask again.
        keep->resumeWaiting();
        return;
    }
    // From the event loop: nobody expects to be resumed from within a call of their own into this client.
    m_done.append(keep);
    QMetaObject::invokeMethod(
        this,
        [this, keep] {
            if (m_done.removeOne(keep))
                keep->resumeWaiting();
        },
        Qt::QueuedConnection);
}

void ApiClient::Private::setReachable(bool reachable)
{
    if (reachable == m_isReachable)
        return;
    m_isReachable = reachable;
    Q_EMIT q.reachabilityChanged(reachable);
}

void ApiClient::Private::cancelReads()
{
    QList<ApiJobPointer> waiting;
    for (QList<ApiJobPointer> *list : {&m_queue, &m_resting}) {
        for (qsizetype i = list->size() - 1; i >= 0; --i) {
            if (list->at(i)->isRead())
                waiting.append(list->takeAt(i));
        }
    }
    const QList<ApiJobPointer> flying = m_flying;
    for (const ApiJobPointer &job : flying) {
        QNetworkReply *const reply = job->reply;
        if (job->isRead() && reply != nullptr) {
            job->isCancelled = true;
            reply->abort();
        }
    }
    for (const ApiJobPointer &job : waiting)
        complete(job,
                 failure(localError(ErrorKind::Cancelled, QStringLiteral("stopped"), job->request.line())));
}

ApiClient::ApiClient(QUrl apiUrl, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(apiUrl)))
{
}

ApiClient::~ApiClient()
{
    d->close();
}

QUrl ApiClient::apiUrl() const
{
    return d->apiUrl;
}

void ApiClient::setAccessToken(const QString &token)
{
    d->accessToken = token.toUtf8();
}

void ApiClient::setRetrySettings(const RetrySettings &settings)
{
    d->settings = settings;
}

void ApiClient::setMostParallelRequests(int count)
{
    d->mostParallel = std::max(1, count);
}

RateBudget ApiClient::rateBudget() const
{
    return d->gate.budget(d->clock.elapsed());
}

void ApiClient::cancelReads()
{
    d->cancelReads();
}

QCoro::Task<Result<ApiResponse>> ApiClient::send(ApiRequest request)
{
    auto job = std::make_shared<ApiJob>();
    job->request = std::move(request);
    d->enqueue(job);
    // From here on only the job is touched: the client may be gone when the answer comes.
    JobAwaiter answered{job};
    co_await answered;
    co_return std::move(job->result);
}

} // namespace offboarding
