// SPDX-License-Identifier: GPL-3.0-or-later
// One exchange on the wire: proxy, TLS, headers, and what came of it.
#include "app/api/apiclient_p.h"
#include "app/api/errormapping.h"
#include "app/api/onetimebody.h"
#include "app/api/retrypolicy.h"
#include "app/base/redaction.h"

#include <QFile>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
#include <QSslCertificate>
#include <QStringList>

#include <utility>

namespace offboarding {

namespace {

constexpr qint64 readChunk = 64 * 1024;
constexpr qint64 refusalMilliseconds = 10'000;
/// Shorter texts are found in any error by chance.
constexpr int shortestSecret = 4;

/// Takes nothing and keeps nothing: the API needs no cookie, and a stored one
/// would be a secret at rest.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// The proxy of this connection only; QNetworkProxyFactory's own switch would
/// be one for the whole program.
class ConnectionProxy : public QNetworkProxyFactory
{
public:
    explicit ConnectionProxy(ProxySettings settings) : m_settings(std::move(settings)) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        // A proxy is another computer: plain http to loopback must not become plain
        // http to the proxy.
        if (m_settings.mode == ProxyMode::None || isLoopbackHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        if (m_settings.mode == ProxyMode::System)
            return systemProxyForQuery(query);
        return {
            QNetworkProxy(QNetworkProxy::HttpProxy, m_settings.host, static_cast<quint16>(m_settings.port))};
    }

private:
    ProxySettings m_settings;
};

TlsCause causeOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::HostNameMismatch:
        return TlsCause::WrongHost;
    case QSslError::CertificateExpired:
        return TlsCause::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsCause::NotYetValid;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return TlsCause::Revoked;
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateRejected:
    case QSslError::InvalidCaCertificate:
        return TlsCause::UnknownAuthority;
    default:
        return TlsCause::Other;
    }
}

/// What to tell first if several things are wrong: a revoked certificate before
/// an unknown authority, and so on.
constexpr TlsCause tlsCausesByWeight[] = {TlsCause::Revoked,          TlsCause::WrongHost,
                                          TlsCause::UnknownAuthority, TlsCause::Expired,
                                          TlsCause::NotYetValid,      TlsCause::Other};

void explainTls(Error &error, const QList<QSslError> &reasons)
{
    if (reasons.isEmpty()) {
        // The handshake broke off before any certificate came: no common version or
        // cipher, or not TLS.
        error.tls = TlsCause::Protocol;
        return;
    }
    QStringList words;
    QList<TlsCause> causes;
    for (const QSslError &reason : reasons) {
        causes.append(causeOf(reason.error()));
        const QString text = boundedServerText(reason.errorString());
        if (!words.contains(text))
            words.append(text);
    }
    for (const TlsCause cause : tlsCausesByWeight) {
        if (causes.contains(cause)) {
            error.tls = cause;
            break;
        }
    }
    const QSslCertificate certificate = reasons.constFirst().certificate();
    error.detail = words.join(QStringLiteral(" "));
    if (!certificate.isNull()) {
        const QString names = certificate.subjectInfo(QSslCertificate::CommonName).join(QStringLiteral(", "));
        const QString issuers =
            certificate.issuerInfo(QSslCertificate::CommonName).join(QStringLiteral(", "));
        error.detail += QStringLiteral(" (certificate of %1, signed by %2, valid until %3)")
                            .arg(boundedServerText(names), boundedServerText(issuers),
                                 certificate.expiryDate().toUTC().toString(Qt::ISODate));
    }
}

void cutOut(QString &text, const QStringList &secrets)
{
    for (const QString &secret : secrets) {
        if (secret.size() >= shortestSecret)
            text.replace(secret, QStringLiteral("[redacted]"));
    }
}

} // namespace

Error localError(ErrorKind kind, const QString &detail, const QString &place)
{
    Error error;
    error.kind = kind;
    error.detail = detail;
    error.place = place;
    return error;
}

TransportSettings transportOf(const Connection &connection, const QString &proxyPassword)
{
    return {connection.extraCaFile, connection.proxy, proxyPassword};
}

void ApiClient::Private::prepareNetwork()
{
    m_network.setCookieJar(new NoCookies(&m_network));
    m_network.setAutoDeleteReplies(false);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setProxyFactory(new ConnectionProxy(transport.proxy));
    connect(&m_network, &QNetworkAccessManager::proxyAuthenticationRequired, this,
            [this](const QNetworkProxy &, QAuthenticator *authenticator) { answerProxy(authenticator); });
}

void ApiClient::Private::answerProxy(QAuthenticator *authenticator)
{
    // Qt remembers what a proxy was given and gives it again by itself, so being asked once more right after
    // means that it was refused. Leaving the question unanswered ends the request; answering it would go
    // round in circles, on a new line each time.
    const bool wasRefused = m_proxyAnswered.isValid() && !m_proxyAnswered.hasExpired(refusalMilliseconds);
    if (transport.proxy.user.isEmpty() || wasRefused)
        return;
    m_proxyAnswered.start();
    authenticator->setUser(transport.proxy.user);
    authenticator->setPassword(transport.proxyPassword);
}

Result<Done> ApiClient::Private::setTransport(const TransportSettings &newTransport)
{
    if (!newTransport.extraCaFile.isEmpty()) {
        QFile file(newTransport.extraCaFile);
        if (!file.open(QIODevice::ReadOnly))
            return failure(localError(ErrorKind::File, file.errorString(), newTransport.extraCaFile));
        if (QSslCertificate::fromDevice(&file, QSsl::Pem).isEmpty())
            return failure(localError(ErrorKind::File, QStringLiteral("there is no PEM certificate in it"),
                                      newTransport.extraCaFile));
    }
    transport = newTransport;
    m_tls.reset();
    m_proxyAnswered.invalidate();
    m_network.setProxyFactory(new ConnectionProxy(transport.proxy));
    m_network.clearAccessCache(); // lines that were opened under the old
                                  // settings, and old proxy passwords
    return Done{};
}

bool ApiClient::Private::isProxied(const QUrl &url) const
{
    ConnectionProxy proxies(transport.proxy);
    const QList<QNetworkProxy> found = proxies.queryProxy(QNetworkProxyQuery(url));
    return !found.isEmpty() && found.constFirst().type() != QNetworkProxy::NoProxy;
}

const QSslConfiguration &ApiClient::Private::tlsConfiguration()
{
    if (!m_tls) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        if (!transport.extraCaFile.isEmpty()) {
            // Setting any authority switches the search in the system's folder off,
            // so all are named.
            tls.setCaCertificates(QSslConfiguration::systemCaCertificates() +
                                  QSslCertificate::fromPath(transport.extraCaFile, QSsl::Pem));
        }
        m_tls = tls;
    }
    return *m_tls;
}

QNetworkRequest ApiClient::Private::networkRequest(const ApiJob &job)
{
    QNetworkRequest result(requestUrl(apiUrl, job.request));
    const bool isSecure = result.url().scheme() == QLatin1String("https");
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // What Qt sends again by itself in HTTP/1.1 is prevented, see OneTimeBody; in
    // HTTP/2 it sends nothing again. Both are tested
    // (tests/api/tst_apiclient.cpp, tst_transport.cpp).
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, isSecure);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setTransferTimeout(job.request.timeoutMilliseconds);
    result.setRawHeader("User-Agent", "OffboardingConsole/" OFFBOARDING_VERSION);
    result.setRawHeader("Accept", "application/json");
    const QByteArray token = job.ownToken.value_or(job.form ? QByteArray() : m_accessToken);
    if (!token.isEmpty())
        result.setRawHeader("Authorization", "Bearer " + token);
    else if (!job.basicAuthorization.isEmpty())
        result.setRawHeader("Authorization", "Basic " + job.basicAuthorization);
    if (job.form)
        result.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
    else if (!job.request.body.isEmpty())
        result.setRawHeader("Content-Type", "application/json");
    if (isSecure)
        result.setSslConfiguration(tlsConfiguration());
    return result;
}

void ApiClient::Private::transmit(const ApiJobPointer &job)
{
    const QByteArray verb = job->exchange.method.toLatin1();
    const QByteArray content = job->form.value_or(job->request.body);
    QNetworkRequest request = networkRequest(*job);
    QNetworkReply *reply = nullptr;
    if (job->isRead()) {
        reply = m_network.sendCustomRequest(request, verb, content);
    } else {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, content.size());
        auto *body = new OneTimeBody(content);
        reply = m_network.sendCustomRequest(request, verb, body);
        body->setParent(reply);
    }
    job->reply = reply;
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, job] { readSome(job); });
    connect(reply, &QNetworkReply::readyRead, this, [this, job] { readSome(job); });
    connect(reply, &QNetworkReply::finished, this, [this, job] { replyFinished(job); });
    connect(reply, &QNetworkReply::sslErrors, this,
            [job](const QList<QSslError> &errors) { job->tlsErrors = errors; });
    const auto touch = [job] { job->hasTouchedServer = true; };
    connect(reply, &QNetworkReply::encrypted, this, touch);
    connect(reply, &QNetworkReply::requestSent, this, touch);
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
    Result<ApiResponse> result = readResult(job, reply, retryAfter);
    if (!result) {
        QStringList secrets = job.secrets;
        if (job.needsSharedToken())
            secrets.append(QString::fromUtf8(m_accessToken));
        for (QString *text : {&result.error().detail, &result.error().serverCode,
                              &result.error().correlationId, &result.error().missingPermission})
            cutOut(*text, secrets);
        for (QString &text : result.error().referencedIds)
            cutOut(text, secrets);
        cutOut(job.exchange.correlationId, secrets);
    }
    return result;
}

Result<ApiResponse> ApiClient::Private::readResult(ApiJob &job, const QNetworkReply &reply, int *retryAfter)
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
    if (reply.error() == QNetworkReply::OperationCanceledError) // Qt 6.4 reports its transfer
                                                                // time-out like this
        return failure(
            localError(ErrorKind::Timeout,
                       QStringLiteral("no progress for %1 ms").arg(job.request.timeoutMilliseconds), place));
    job.hasNeverLeft = reply.error() == QNetworkReply::ConnectionRefusedError ||
                       reply.error() == QNetworkReply::HostNotFoundError;
    if (reply.error() != QNetworkReply::NoError) {
        Error error = errorFromNetwork(reply.error(), reply.errorString(), place);
        if (error.kind == ErrorKind::Tls)
            explainTls(error, job.tlsErrors);
        // Qt 6.4 knows no better name for a proxy that does not open the tunnel.
        if (reply.error() == QNetworkReply::UnknownNetworkError && !job.hasTouchedServer &&
            isProxied(reply.url()))
            error.kind = ErrorKind::Proxy;
        return failure(error);
    }
    return ApiResponse{status, std::move(job.body), job.exchange.correlationId, place};
}

} // namespace offboarding
