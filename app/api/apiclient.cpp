// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"

#include "app/api/apiclient_p.h"
#include "app/api/errormapping.h"
#include "app/api/onetimebody.h"
#include "app/api/retrypolicy.h"
#include "app/base/logging.h"
#include "app/base/redaction.h"
#include "app/domain/connection.h"

#include <QRandomGenerator>
#include <QUrl>

#include <atomic>
#include <utility>

namespace offboarding {

namespace {

constexpr int longestLoggedBody = 16'384;
/// Numbers are never used twice in a program: the log shows the exchanges of
/// several clients.
quint64 nextExchangeNumber()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

/// False if an empty or dotted part would let the request name another resource
/// than its builder meant: DELETE /users/ with an empty id is not a request
/// about a user.
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

QByteArray encodedForm(const SecretForm &form)
{
    QByteArray body;
    for (const auto &[name, value] : form.fields) {
        if (!body.isEmpty())
            body += '&';
        body += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return body;
}

/// What must not show up in an error, even if the server echoes it.
QStringList secretsOf(const SecretForm &form)
{
    static const QStringList harmless{QStringLiteral("grant_type"), QStringLiteral("client_id"),
                                      QStringLiteral("redirect_uri")};
    QStringList secrets{form.basicPassword};
    for (const auto &[name, value] : form.fields) {
        if (!harmless.contains(name))
            secrets.append(value);
    }
    return secrets;
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
    prepareNetwork();
    m_gateTimer.setSingleShot(true);
    m_gateTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_gateTimer, &QTimer::timeout, this, &Private::pump);
}

void ApiClient::Private::close()
{
    // A coroutine that waits for an answer must not wait for ever: everything
    // ends here, as cancelled or unknown.
    m_isClosing = true;
    QList<ApiJobPointer> all = m_queue + m_parked + m_resting + m_flying;
    m_queue.clear();
    m_parked.clear();
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

void ApiClient::Private::enqueue(const ApiJobPointer &job)
{
    job->queued.start();
    if (m_isClosing) {
        // A coroutine that was woken by the closing asks for more: it must not wait
        // for an answer that never comes.
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
    if (isReadOnly && !job->isRead() && job->needsSharedToken()) {
        complete(job, failure(localError(ErrorKind::Refused,
                                         QStringLiteral("the connection is locked: reading only"),
                                         job->request.line())));
        return;
    }
    // What was checked a moment ago goes before what only wants to know.
    if (job->request.longestQueueMilliseconds > 0)
        m_queue.prepend(job);
    else
        m_queue.append(job);
    pump();
}

/// Removes the first request that may go out now from the queue; null: none
/// may.
ApiJobPointer ApiClient::Private::takeNext()
{
    for (qsizetype i = 0; i < m_queue.size(); ++i) {
        if (tokenState != TokenState::Awaited || !m_queue.at(i)->needsSharedToken())
            return m_queue.takeAt(i);
    }
    return {};
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
        const ApiJobPointer job = takeNext();
        if (job == nullptr)
            return;
        if (job->needsSharedToken() && !hasToken())
            comeBackUnsent(job, ErrorKind::Unauthorized, QStringLiteral("not signed in"));
        else if (job->isTooLate())
            comeBackUnsent(job, ErrorKind::RateLimited,
                           QStringLiteral("its turn came too late for what was checked before"));
        else
            start(job);
    }
}

void ApiClient::Private::comeBackUnsent(const ApiJobPointer &job, ErrorKind kind, const QString &why)
{
    // An attempt before this one may have arrived.
    const bool mayHaveArrived = job->attempt > 0 && !job->isRead();
    complete(job, failure(localError(mayHaveArrived ? ErrorKind::OutcomeUnknown : kind, why,
                                     job->request.line())));
}

void ApiClient::Private::start(const ApiJobPointer &job)
{
    ++job->attempt;
    job->body.clear();
    job->isOverdue = false;
    job->hasTouchedServer = false;
    job->tlsErrors.clear();
    job->tokenGeneration = m_tokenGeneration;
    job->exchange = {};
    job->exchange.number = nextExchangeNumber();
    job->exchange.started = QDateTime::currentDateTimeUtc();
    job->exchange.operation = job->request.operation;
    job->exchange.method = httpMethodName(job->request.method);
    job->exchange.target = job->request.target();
    job->exchange.body = job->request.body.left(longestLoggedBody);
    job->exchange.attempt = job->attempt;
    job->elapsed.start();
    gate.requestSent(clock.elapsed());
    m_flying.append(job);

    transmit(job);
    Q_EMIT q.exchangeStarted(job->exchange);
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
    if (retryAfter > settings.longestRetryAfterSeconds)
        gate.requestEnded(); // the limit of one resource, some are daily: nobody
                             // else waits hours for it
    else if (retryAfter >= 0)
        gate.limitHit(now, retryAfter);
    else
        gate.answerReceived(now, headerNumber(*reply, "inin-ratelimit-count"),
                            headerNumber(*reply, "inin-ratelimit-allowed"),
                            headerNumber(*reply, "inin-ratelimit-reset"));
    const int status = job->exchange.status;
    if (status > 0 && status < 500 && status != 401 && status != 429 && job->needsSharedToken() &&
        job->tokenGeneration == m_tokenGeneration)
        m_wasTokenAccepted = true;
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
    if (waitsForToken(job, error))
        return;
    if (error.kind == ErrorKind::RateLimited)
        job->pausedSeconds += error.retryAfterSeconds;
    if (error.kind == ErrorKind::RateLimited && job->pausedSeconds <= settings.longestRetryAfterSeconds) {
        --job->attempt; // refused before it was executed, so it costs no attempt
                        // and writes may go again, too
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
        // At once: the waiting services still exist, and later there would be no
        // client to ask again.
        keep->resumeWaiting();
        return;
    }
    // From the event loop: nobody expects to be resumed from within a call of
    // their own into this client.
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
    for (QList<ApiJobPointer> *list : {&m_queue, &m_parked, &m_resting}) {
        for (qsizetype i = list->size() - 1; i >= 0; --i) {
            if (list->at(i)->isRead() && list->at(i)->needsSharedToken())
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
    d->setAccessToken(token.toUtf8());
}

void ApiClient::setTokenSource(AccessTokenSource *source)
{
    d->tokenSource = source;
    if (source == nullptr && isWaitingForToken())
        d->refuseWaiting();
}

bool ApiClient::isWaitingForToken() const
{
    return d->tokenState == Private::TokenState::Awaited;
}

void ApiClient::refuseWaiting()
{
    d->refuseWaiting();
}

Result<Done> ApiClient::setTransport(const TransportSettings &settings)
{
    return d->setTransport(settings);
}

const TransportSettings &ApiClient::transport() const
{
    return d->transport;
}

void ApiClient::setReadOnly(bool isReadOnly)
{
    d->isReadOnly = isReadOnly;
}

bool ApiClient::isReadOnly() const
{
    return d->isReadOnly;
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

// From enqueue() on only the job is touched: the client may be gone when the
// answer comes.

QCoro::Task<Result<ApiResponse>> ApiClient::send(ApiRequest request)
{
    auto job = std::make_shared<ApiJob>();
    job->request = std::move(request);
    d->enqueue(job);
    JobAwaiter answered{job};
    co_await answered;
    co_return std::move(job->result);
}

QCoro::Task<Result<ApiResponse>> ApiClient::sendWithToken(ApiRequest request, QString token)
{
    auto job = std::make_shared<ApiJob>();
    job->request = std::move(request);
    job->ownToken = token.toUtf8();
    job->secrets.append(token);
    d->enqueue(job);
    JobAwaiter answered{job};
    co_await answered;
    co_return std::move(job->result);
}

QCoro::Task<Result<ApiResponse>> ApiClient::submit(SecretForm form)
{
    auto job = std::make_shared<ApiJob>();
    job->request.operation = form.operation;
    job->request.method = HttpMethod::Post;
    job->request.path = form.path;
    job->request.idempotent = form.idempotent;
    job->request.timeoutMilliseconds = form.timeoutMilliseconds;
    job->form = encodedForm(form);
    job->secrets = secretsOf(form);
    if (!form.basicUser.isEmpty()) {
        const QByteArray pair = form.basicUser.toUtf8() + ':' + form.basicPassword.toUtf8();
        job->basicAuthorization = pair.toBase64();
        job->secrets.append(QString::fromLatin1(job->basicAuthorization));
    }
    d->enqueue(job);
    JobAwaiter answered{job};
    co_await answered;
    co_return std::move(job->result);
}

} // namespace offboarding
