// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/browserflow.h"

#include "app/auth/loopbackreceiver.h"
#include "app/base/redaction.h"

#include <QCryptographicHash>
#include <QOAuth2AuthorizationCodeFlow>
#include <QPointer>
#include <QRandomGenerator>
#include <QVariantMap>

#include <array>
#include <utility>

namespace offboarding {

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// @p words times four bytes of the system's generator: Qt's own state is eight letters of a seeded one.
QString randomText(int words)
{
    QByteArray bytes;
    for (int i = 0; i < words; ++i) {
        const quint32 word = QRandomGenerator::system()->generate();
        bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    return QString::fromLatin1(bytes.toBase64(urlSafe));
}

Error signInError(ErrorKind kind, const QString &code, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.serverCode = code;
    error.detail = detail;
    error.place = QStringLiteral("sign-in in the browser");
    return error;
}

QUrl endpoint(const QUrl &loginUrl, const QString &path)
{
    return QUrl(loginUrl.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo |
                                  QUrl::StripTrailingSlash | QUrl::FullyEncoded) +
                path);
}

/// Qt's flow without its second half: what the browser brings back is judged by BrowserFlow.
class AddressFlow : public QOAuth2AuthorizationCodeFlow
{
public:
    using QOAuth2AuthorizationCodeFlow::QOAuth2AuthorizationCodeFlow;
    QUrl address() { return buildAuthenticateUrl(); }
};

} // namespace

QString makeCodeVerifier()
{
    return randomText(16);
}

QString codeChallenge(const QString &verifier)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256).toBase64(urlSafe));
}

BrowserFlow::BrowserFlow(QObject *parent) : QObject(parent)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        finish(failure(signInError(ErrorKind::Timeout, QStringLiteral("browser.timeout"),
                                   QStringLiteral("nobody came back from the browser in time"))));
    });
}

void BrowserFlow::start(const Connection &connection, const BrowserSignIn &options, Finished finished)
{
    m_finished = std::move(finished);
    auto *receiver = new LoopbackReceiver(connection.redirectUrl, options.page, this);
    if (!receiver->listen()) {
        finish(failure(
            signInError(ErrorKind::Refused, QStringLiteral("redirect.port.taken"), receiver->errorString())));
        return;
    }
    m_grant.verifier = makeCodeVerifier();
    m_grant.redirectUrl = receiver->callback();
    m_state = randomText(8);
    m_showSignedIn = [receiver] { receiver->showSignedIn(); };

    auto *flow = new AddressFlow(this);
    flow->setAuthorizationUrl(endpoint(connection.loginUrl, QStringLiteral("/oauth/authorize")));
    flow->setClientIdentifier(connection.clientId);
    flow->setReplyHandler(receiver);
    flow->setState(m_state);
    const QString challenge = codeChallenge(m_grant.verifier);
    const bool asksForAccount = options.asksForAccount;
    flow->setModifyParametersFunction(
        [challenge, asksForAccount](QAbstractOAuth::Stage, QMultiMap<QString, QVariant> *parameters) {
            parameters->remove(QStringLiteral("scope")); // the client's own scopes apply
            parameters->insert(QStringLiteral("code_challenge"), challenge);
            parameters->insert(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
            if (asksForAccount)
                parameters->insert(QStringLiteral("prompt"), QStringLiteral("login"));
        });
    connect(flow, &QAbstractOAuth2::authorizationCallbackReceived, this, &BrowserFlow::receive);
    const QUrl address = flow->address();
    m_timeout.start(options.timeoutSeconds * 1000);
    const QPointer<BrowserFlow> self(this);
    const bool isOpen = options.openBrowser && options.openBrowser(address);
    if (self != nullptr && !isOpen)
        finish(failure(signInError(ErrorKind::Refused, QStringLiteral("browser.not.opened"),
                                   QStringLiteral("the browser could not be opened"))));
}

void BrowserFlow::receive(const QVariantMap &values)
{
    // The state first: an answer to somebody else's question is not even read.
    if (values.value(QStringLiteral("state")).toString() != m_state) {
        finish(failure(signInError(ErrorKind::Refused, QStringLiteral("state.mismatch"),
                                   QStringLiteral("the browser came back with an answer that does not belong "
                                                  "to this sign-in"))));
        return;
    }
    const QString error = values.value(QStringLiteral("error")).toString();
    if (!error.isEmpty()) {
        finish(failure(
            signInError(ErrorKind::Refused, boundedServerText(error),
                        boundedServerText(values.value(QStringLiteral("error_description")).toString()))));
        return;
    }
    m_grant.code = values.value(QStringLiteral("code")).toString();
    if (m_grant.code.isEmpty()) {
        finish(failure(signInError(ErrorKind::BadResponse, {}, QStringLiteral("no code came back"))));
        return;
    }
    m_showSignedIn();
    finish(m_grant);
}

void BrowserFlow::cancel()
{
    finish(failure(signInError(ErrorKind::Cancelled, {}, QStringLiteral("stopped"))));
}

void BrowserFlow::finish(const Result<AuthorizationGrant> &result)
{
    m_timeout.stop();
    const Finished finished = std::exchange(m_finished, {});
    if (!finished)
        return;
    // From the event loop: the page for the browser is written first, and whoever waits may destroy this.
    QMetaObject::invokeMethod(
        this, [finished, result] { finished(result); }, Qt::QueuedConnection);
}

} // namespace offboarding
