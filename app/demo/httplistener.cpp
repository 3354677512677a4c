// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httplistener.h"

#include <QHttpServerRequest>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace offboarding::demo {

namespace {

constexpr qsizetype mostLoggedBody = 65536;
constexpr qsizetype mostBody = 512000; // contract §1.3: request.bytes.max

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 413:
        return "Payload Too Large";
    case 415:
        return "Unsupported Media Type";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return status < 400 ? "OK" : "Error";
    }
}

Refusal tooManyRequests(int seconds)
{
    Refusal refusal;
    refusal.status = 429;
    refusal.code = QStringLiteral("too.many.requests.retry.after");
    refusal.message =
        QStringLiteral("Rate limit exceeded the maximum. Retry the request in [%1] seconds").arg(seconds);
    refusal.headers = {{"Retry-After", QByteArray::number(seconds)}};
    return refusal;
}

/// The documented body for a status that a fault rule asks for.
Refusal faultRefusal(const FaultRule &rule)
{
    if (rule.status == 429)
        return tooManyRequests(qMax(1, rule.retryAfterSeconds));
    Refusal refusal;
    refusal.status = rule.status;
    switch (rule.status) {
    case 400:
        refusal.code = QStringLiteral("bad.request");
        break;
    case 401:
        refusal.code = QStringLiteral("bad.credentials");
        break;
    case 403:
        refusal.code = QStringLiteral("missing.any.permissions");
        refusal.message = QStringLiteral("Unable to perform the requested action. You must have at least one "
                                         "of the following permissions assigned: [directory:user:edit]");
        refusal.messageParams = {{QStringLiteral("permissions"), QStringLiteral("directory:user:edit")}};
        break;
    case 404:
        refusal.code = QStringLiteral("not.found");
        break;
    case 409:
        refusal.code = QStringLiteral("general.conflict");
        break;
    case 500:
        refusal.code = QStringLiteral("internal.server.error");
        break;
    case 503:
        refusal.code = QStringLiteral("service.unavailable");
        break;
    case 504:
        refusal.code = QStringLiteral("request.timeout");
        break;
    default:
        refusal.code = QStringLiteral("demo.fault");
        break;
    }
    if (refusal.message.isEmpty())
        refusal.message =
            QStringLiteral("This answer was asked for by a fault rule of the demo organisation.");
    if (rule.retryAfterSeconds > 0)
        refusal.headers = {{"Retry-After", QByteArray::number(rule.retryAfterSeconds)}};
    return refusal;
}

QString methodName(QHttpServerRequest::Method method)
{
    return QString::fromLatin1(
               QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(static_cast<int>(method)))
        .toUpper();
}

} // namespace

quint64 RequestLog::append(RequestRecord record)
{
    const QMutexLocker lock(&m_mutex);
    m_records.append(std::move(record));
    if (m_records.size() > m_most) {
        m_records.removeFirst();
        ++m_dropped;
    }
    return m_dropped + static_cast<quint64>(m_records.size()) - 1;
}

void RequestLog::setStatus(quint64 handle, int status)
{
    const QMutexLocker lock(&m_mutex);
    if (handle >= m_dropped && handle - m_dropped < static_cast<quint64>(m_records.size()))
        m_records[static_cast<qsizetype>(handle - m_dropped)].status = status;
}

QList<RequestRecord> RequestLog::records() const
{
    const QMutexLocker lock(&m_mutex);
    return m_records;
}

void RequestLog::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_dropped += static_cast<quint64>(m_records.size());
    m_records.clear();
}

HttpListener::HttpListener(const DemoOptions &options, RequestLog &log)
    : m_log(log), m_options(options), m_organisation(options),
      m_tokens(m_organisation.directory().ids.make(IdKind::Client, 0),
               options.clientSecret.isEmpty() ? TokenStore::randomText(24) : options.clientSecret,
               options.tokenLifetimeSeconds),
      m_identity(m_options, m_organisation, m_tokens), m_limiter(options.rateLimit), m_faults(options.faults),
      m_latencyMs(options.latencyMs)
{
    m_tokens.setMark(options.secretMark);
    addIdentityRoutes(m_router);
    addUserRoutes(m_router);
    addPersonRoutes(m_router);
    addConversationRoutes(m_router);
    addAnalyticsRoutes(m_router);
    addSearchRoutes(m_router);
    addOrganisationRoutes(m_router);
    addQueueRoutes(m_router);
    addGroupRoutes(m_router);
    addGrantRoutes(m_router);
    addSkillRoutes(m_router);
    addStationRoutes(m_router);
    addAccountRoutes(m_router);
    addWorkItemRoutes(m_router);
    addCallbackRoutes(m_router);
    addWrapupRoutes(m_router);
    addNewUserRoutes(m_router);
    addBackupRoutes(m_router);
    addDashboardRoutes(m_router);
    addReportRoutes(m_router);
}

HttpListener::~HttpListener() = default;

Result<DemoEndpoints> HttpListener::open(quint16 port)
{
    const quint16 main = listen(QHostAddress(QHostAddress::LocalHost), port);
    m_publishedPort = main != 0 ? listen(QHostAddress(QHostAddress::LocalHost), 0) : 0;
    if (main == 0 || m_publishedPort == 0) {
        Error error;
        error.kind = ErrorKind::Network;
        error.detail = QStringLiteral("The demo organisation cannot listen on 127.0.0.1:%1.").arg(port);
        error.place = QStringLiteral("demo organisation");
        return failure(error);
    }
    DemoEndpoints endpoints;
    endpoints.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(main));
    endpoints.loginUrl = endpoints.apiUrl;
    endpoints.publishedApiUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_publishedPort));
    endpoints.clientId = m_tokens.clientId();
    endpoints.token = m_tokens.issue(m_organisation.now(), m_tokens.newGrant(-1, false));
    endpoints.clientSecret = m_tokens.clientSecret();
    return endpoints;
}

QStringList HttpListener::routes() const
{
    return IdentityProvider::routes() + m_router.routes();
}

bool HttpListener::handleRequest(const QHttpServerRequest &httpRequest, QTcpSocket *socket)
{
    const QUrl url = httpRequest.url();
    Request request;
    request.method = methodName(httpRequest.method());
    request.path = url.path(QUrl::FullyEncoded);
    request.query = url.query(QUrl::FullyEncoded);
    request.parameters = QUrlQuery(url);
    request.body = httpRequest.body();
    request.contentType = httpRequest.value("Content-Type");
    request.authorization = httpRequest.value("Authorization");
    request.isPublishedOnly = socket->localPort() == m_publishedPort;
    const QStringList encoded = request.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &segment : encoded)
        request.segments.append(QUrl::fromPercentEncoding(segment.toUtf8()));

    RequestRecord record;
    record.time = QDateTime::currentDateTimeUtc();
    record.method = request.method;
    record.path = request.path;
    record.query = request.query;
    if (!request.path.startsWith(QLatin1String("/oauth/"))) // secrets and codes
        record.body = request.body.left(mostLoggedBody);
    const quint64 handle = m_log.append(record);

    m_organisation.settle();
    const std::optional<FaultRule> fault = m_faults.take(request.method, request.path, request.query);
    Reply reply;
    if (fault && fault->kind == FaultRule::Kind::Status) {
        reply = Reply::refuse(faultRefusal(*fault));
        if (!fault->body.isNull()) {
            reply.refusal.reset();
            reply.body = fault->body;
        }
    } else {
        reply = answer(request);
        if (fault && !fault->body.isNull()) {
            reply.refusal.reset();
            reply.body = fault->body;
        }
    }

    int delay = m_latencyMs;
    if (fault && fault->kind == FaultRule::Kind::Delay)
        delay += fault->delayMs;
    if (delay <= 0) {
        send(socket, request, std::move(reply), fault, handle);
    } else {
        // Tied to the socket: a client that gave up takes its answer with it.
        QTimer::singleShot(delay, socket, [this, socket, request, reply, fault, handle] {
            send(socket, request, reply, fault, handle);
        });
    }
    return true;
}

void HttpListener::missingHandler(const QHttpServerRequest &request, QTcpSocket *socket)
{
    Q_UNUSED(request)
    socket->abort(); // handleRequest() takes every request
}

Reply HttpListener::answer(Request &request)
{
    if (request.body.size() > mostBody) {
        Refusal refusal = badRequest(QStringLiteral("The request body is larger than 512000 bytes."),
                                     QStringLiteral("request.entity.too.large"));
        refusal.status = 413;
        return Reply::refuse(refusal);
    }
    if (const std::optional<Reply> reply = m_identity.answer(request))
        return *reply;
    // Outside the API nobody is asked for a token: there is nothing to protect.
    if (!request.path.startsWith(QLatin1String("/api/v2/")))
        return Reply::refuse(notFound(QStringLiteral("resource"), request.path));
    return answerApi(request);
}

Reply HttpListener::answerApi(Request &request)
{
    const QString token = TokenStore::bearer(request.authorization);
    const std::optional<Caller> caller = m_identity.caller(token);
    if (!caller) {
        const bool isMissing = request.authorization.isEmpty();
        Refusal refusal = badRequest(
            isMissing ? QStringLiteral("No authentication bearer token specified in authorization header.")
                      : QStringLiteral("Invalid login credentials."),
            isMissing ? QStringLiteral("authentication.required") : QStringLiteral("bad.credentials"));
        refusal.status = 401;
        refusal.headers = {{"WWW-Authenticate", "Bearer realm=\"PureCloud\""}};
        return Reply::refuse(refusal);
    }
    const RequestLimiter::Verdict verdict = m_limiter.count(token, m_organisation.now());
    const QList<QPair<QByteArray, QByteArray>> rateHeaders = {
        {"inin-ratelimit-count", QByteArray::number(verdict.count)},
        {"inin-ratelimit-allowed", QByteArray::number(verdict.allowed)},
        {"inin-ratelimit-reset", QByteArray::number(verdict.resetSeconds)}};
    const auto withRate = [&rateHeaders](Reply reply) {
        reply.headers += rateHeaders;
        return reply;
    };
    if (!verdict.isAllowed)
        return withRate(Reply::refuse(tooManyRequests(verdict.resetSeconds)));

    const Router::Match match = m_router.find(request.method, request.segments, request.isPublishedOnly);
    if (!match.handler && match.allowedMethods.isEmpty())
        return withRate(Reply::refuse(notFound(QStringLiteral("resource"), request.path)));
    if (!match.handler) {
        Refusal refusal = badRequest(QStringLiteral("The method %1 is not allowed here.").arg(request.method),
                                     QStringLiteral("method.not.allowed"));
        refusal.status = 405;
        refusal.headers = {{"Allow", match.allowedMethods.join(QLatin1String(", ")).toLatin1()}};
        return withRate(Reply::refuse(refusal));
    }
    if (const std::optional<Refusal> refusal = permissionRefusal(caller->permissions, match.required))
        return withRate(Reply::refuse(*refusal));
    const bool takesBody = request.method == QLatin1String("POST") ||
                           request.method == QLatin1String("PUT") || request.method == QLatin1String("PATCH");
    if (takesBody && !request.body.isEmpty()) {
        if (!request.contentType.startsWith("application/json")) {
            Refusal refusal = badRequest(QStringLiteral("The content type must be application/json."),
                                         QStringLiteral("unsupported.media.type"));
            refusal.status = 415;
            return withRate(Reply::refuse(refusal));
        }
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
        if (error.error != QJsonParseError::NoError)
            return withRate(Reply::refuse(badRequest(QStringLiteral("The body is not JSON: %1 at byte %2.")
                                                         .arg(error.errorString())
                                                         .arg(error.offset))));
        request.json = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    request.captured = match.captured;
    const HandlerContext context{m_organisation, m_tokens, *caller, request};
    return withRate(match.handler(context));
}

void HttpListener::send(QTcpSocket *socket, const Request &request, Reply reply,
                        const std::optional<FaultRule> &fault, quint64 logHandle)
{
    const QString correlation = QStringLiteral("demo-%1").arg(++m_correlation, 12, 10, QLatin1Char('0'));
    if (reply.refusal)
        reply.body = errorBody(*reply.refusal, correlation);
    const FaultRule::Kind kind = fault ? fault->kind : FaultRule::Kind::Status;
    if (kind == FaultRule::Kind::InvalidJson)
        reply.body.truncate(reply.body.size() / 2);
    else if (kind == FaultRule::Kind::InvalidUtf8)
        reply.body = withInvalidUtf8(std::move(reply.body));

    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonPhrase(reply.status) + "\r\n";
    if (!reply.body.isEmpty())
        head += "Content-Type: " + reply.contentType + "\r\n";
    if (reply.status != 204)
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    head += "ININ-Correlation-Id: " + correlation.toLatin1() + "\r\n";
    head += "Cache-Control: no-store\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    head += "\r\n";

    m_log.setStatus(logHandle, reply.status);
    socket->write(head);
    if (kind == FaultRule::Kind::CutLine) {
        socket->write(reply.body.left(reply.body.size() / 2));
        socket->disconnectFromHost(); // after what was written
        return;
    }
    if (request.method != QLatin1String("HEAD"))
        socket->write(reply.body);
}

} // namespace offboarding::demo
