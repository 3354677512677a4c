// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/tokensession.h"

#include "app/auth/tokensession_p.h"

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

constexpr int longestMarginSeconds = 300;
/// The clock is looked at again and again: a timer stands still while the computer sleeps.
constexpr int longestLookMilliseconds = 15'000;

Error cancelled()
{
    return sessionError(ErrorKind::Cancelled, {}, QStringLiteral("stopped"));
}

SecretForm tokenForm(const char *operation)
{
    SecretForm form;
    form.operation = QLatin1String(operation);
    form.path = QStringLiteral("/oauth/token");
    return form;
}

} // namespace

Error sessionError(ErrorKind kind, const QString &code, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.serverCode = code;
    error.detail = detail;
    error.place = QStringLiteral("sign-in");
    return error;
}

TokenSession::Private::Private(TokenSession &owner, Connection itsConnection, ApiClient &itsApi,
                               SecretStore &itsSecrets)
    : q(&owner), api(&itsApi), secrets(&itsSecrets), connection(std::move(itsConnection)),
      login(std::make_unique<ApiClient>(connection.loginUrl))
{
    expiryTimer.setSingleShot(true);
}

void TokenSession::Private::close()
{
    const Self keep = shared_from_this();
    ++attempt;
    expiryTimer.stop();
    if (api != nullptr)
        api->setTokenSource(nullptr);
    q = nullptr;
    flow.reset();
    if (browsing != nullptr)
        browsing->set(failure(cancelled()));
    login.reset(); // resumes those that wait for it; they find the session closed
    forget();
}

Result<quint64> TokenSession::Private::begin()
{
    cancel();
    if (api == nullptr)
        return failure(cancelled());
    const Result<Done> prepared = login->setTransport(api->transport());
    if (!prepared)
        return failure(prepared.error());
    setState(State::SigningIn);
    return attempt;
}

void TokenSession::Private::cancel()
{
    ++attempt;
    const std::shared_ptr<Browsing> waiting = std::exchange(browsing, {});
    flow.reset();
    fallBack();
    if (waiting != nullptr)
        waiting->set(failure(cancelled()));
}

void TokenSession::Private::fallBack()
{
    if (state == State::SigningIn)
        setState(settledState);
}

void TokenSession::Private::setState(State newState)
{
    if (newState != State::SigningIn)
        settledState = newState;
    if (newState == state)
        return;
    state = newState;
    if (q != nullptr)
        Q_EMIT q->stateChanged(newState);
}

SecretForm TokenSession::Private::clientCredentialsForm(const QString &secret) const
{
    SecretForm form = tokenForm("tokenClientCredentials");
    form.fields = {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")}};
    form.basicUser = connection.clientId;
    form.basicPassword = secret;
    form.idempotent = true; // asking twice gives two tokens, and the first is forgotten
    return form;
}

SecretForm TokenSession::Private::refreshForm(const QString &token) const
{
    SecretForm form = tokenForm("tokenRefresh");
    form.fields = {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                   {QStringLiteral("refresh_token"), token}};
    // A client with a secret proves itself with it; a PKCE client has none and names itself (RFC 6749 §6).
    if (clientSecret.isEmpty()) {
        form.fields.append({QStringLiteral("client_id"), connection.clientId});
    } else {
        form.basicUser = connection.clientId;
        form.basicPassword = clientSecret;
    }
    return form;
}

SecretForm TokenSession::Private::codeForm(const AuthorizationGrant &grant) const
{
    SecretForm form = tokenForm("tokenAuthorizationCode");
    form.fields = {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                   {QStringLiteral("code"), grant.code},
                   {QStringLiteral("code_verifier"), grant.verifier},
                   {QStringLiteral("client_id"), connection.clientId},
                   {QStringLiteral("redirect_uri"), grant.redirectUrl}};
    return form;
}

void TokenSession::Private::take(const TokenAnswer &answer)
{
    ++tokenNumber;
    accessToken = answer.accessToken;
    if (!answer.refreshToken.isEmpty())
        refreshToken = answer.refreshToken;
    const int lifetime = answer.lifetimeSeconds;
    expiry = lifetime > 0 ? QDateTime::currentDateTimeUtc().addSecs(lifetime) : QDateTime();
    renewAt = lifetime > 0 ? expiry.addSecs(-renewalMarginSeconds(lifetime)) : QDateTime();
    wasExpiryAnnounced = false;
    isAwaited = false;
    if (api != nullptr)
        api->setAccessToken(accessToken);
    watchExpiry();
}

void TokenSession::Private::watchExpiry()
{
    if (!renewAt.isValid() || isClosed()) {
        expiryTimer.stop();
        return;
    }
    const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(renewAt);
    expiryTimer.start(static_cast<int>(std::clamp<qint64>(left, 0, longestLookMilliseconds)));
}

void TokenSession::Private::expiryTick()
{
    if (QDateTime::currentDateTimeUtc() < renewAt) {
        watchExpiry();
        return;
    }
    renewAt = {};
    if (q != nullptr && q->isRenewable()) {
        renewNow();
    } else if (q != nullptr && !wasExpiryAnnounced) {
        wasExpiryAnnounced = true;
        Q_EMIT q->expiresSoon(expiry);
    }
}

void TokenSession::Private::renewNow()
{
    if (!isRenewing && !isClosed())
        renew(shared_from_this());
}

void TokenSession::Private::needSignIn(const Error &cause)
{
    // Somebody may be signing in at this very moment; if that fails, this is what it falls back to.
    if (state == State::SigningIn)
        settledState = State::NeedsSignIn;
    else
        setState(State::NeedsSignIn);
    if (q != nullptr)
        Q_EMIT q->signInNeeded(cause);
}

void TokenSession::Private::forget()
{
    ++tokenNumber;
    for (QString *secret : {&accessToken, &refreshToken, &clientSecret}) {
        secret->fill(QLatin1Char('0'));
        secret->clear();
    }
    expiry = {};
    renewAt = {};
    isAwaited = false;
    expiryTimer.stop();
}

TokenSession::TokenSession(Connection connection, ApiClient &api, SecretStore &secrets, QObject *parent)
    : QObject(parent), d(std::make_shared<Private>(*this, std::move(connection), api, secrets))
{
    Private *const self = d.get();
    connect(&self->expiryTimer, &QTimer::timeout, this, [self] { self->expiryTick(); });
    connect(self->login.get(), &ApiClient::exchangeStarted, this, &TokenSession::exchangeStarted);
    connect(self->login.get(), &ApiClient::exchangeFinished, this, &TokenSession::exchangeFinished);
    api.setTokenSource(this);
}

TokenSession::~TokenSession()
{
    d->close();
}

TokenSession::State TokenSession::state() const
{
    return d->state;
}

std::optional<Identity> TokenSession::identity() const
{
    return d->identity;
}

QDateTime TokenSession::expiresAt() const
{
    return d->expiry;
}

bool TokenSession::isRenewable() const
{
    return !d->clientSecret.isEmpty() || !d->refreshToken.isEmpty();
}

const Connection &TokenSession::connection() const
{
    return d->connection;
}

void TokenSession::setKeepsSecret(bool keepsSecret)
{
    d->connection.keepsSecret = keepsSecret;
}

void TokenSession::setReadsIdentity(bool readsIdentity)
{
    d->readsIdentity = readsIdentity;
}

void TokenSession::setRetrySettings(const RetrySettings &settings)
{
    d->login->setRetrySettings(settings);
}

void TokenSession::cancelSignIn()
{
    d->cancel();
}

void TokenSession::stopWaiting()
{
    if (d->state == State::NeedsSignIn && d->api != nullptr)
        d->api->refuseWaiting();
}

void TokenSession::accessTokenRejected(bool wasAccepted)
{
    d->isAwaited = true;
    // A token that was never accepted came the same way as the next one would: somebody has to look at it.
    if (isRenewable() && wasAccepted) {
        d->renewNow();
        return;
    }
    if (d->isRenewing)
        return; // its end decides
    d->needSignIn(sessionError(ErrorKind::Unauthorized, QStringLiteral("token.rejected"),
                               QStringLiteral("the server does not accept the token any more")));
}

int TokenSession::renewalMarginSeconds(int lifetimeSeconds)
{
    return std::clamp(lifetimeSeconds / 10, 1, longestMarginSeconds);
}

} // namespace offboarding
