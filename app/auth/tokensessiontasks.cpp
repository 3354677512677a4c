// SPDX-License-Identifier: GPL-3.0-or-later
// What a session does over time. No task touches the session itself: it may be gone after each co_await.
#include "app/auth/tokensession_p.h"

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

Error cancelled()
{
    return sessionError(ErrorKind::Cancelled, {}, QStringLiteral("stopped"));
}

/// The server decided: asking once more would not help.
bool isFinal(const Error &error)
{
    return error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Forbidden ||
           error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::NotFound;
}

/// What somebody copies often has more around it than the token.
QString trimmedToken(const QString &pasted)
{
    QString token = pasted.trimmed();
    if (token.startsWith(QLatin1String("bearer "), Qt::CaseInsensitive))
        token = token.mid(7).trimmed();
    return token;
}

bool isHeaderText(const QString &token)
{
    return !token.isEmpty() && std::all_of(token.cbegin(), token.cend(), [](QChar character) {
        return character.unicode() > 0x20 && character.unicode() < 0x7f;
    });
}

QString fieldOf(const SecretForm &form, const char *name)
{
    for (const auto &[fieldName, value] : form.fields) {
        if (fieldName == QLatin1String(name))
            return value;
    }
    return {};
}

} // namespace

QCoro::Task<void> TokenSession::Private::revoke(QPointer<ApiClient> api, QString token)
{
    if (api == nullptr)
        co_return;
    ApiRequest request = revokeOwnTokenRequest();
    co_await api->sendWithToken(std::move(request), token);
}

QCoro::Task<Result<Identity>> TokenSession::Private::signInWithForm(Self self, quint64 number,
                                                                    SecretForm form, QString clientSecret,
                                                                    bool isFromKeychain)
{
    const QString oldRefreshToken = fieldOf(form, "refresh_token");
    const Result<ApiResponse> response = co_await self->login->submit(std::move(form));
    if (self->isStale(number))
        co_return failure(cancelled());
    if (!response) {
        self->fallBack();
        co_return failure(response.error());
    }
    const Result<TokenAnswer> answer = parseTokenAnswer(*response);
    if (!answer) {
        self->fallBack();
        co_return failure(answer.error());
    }
    TokenAnswer tokens = *answer;
    if (tokens.refreshToken.isEmpty())
        tokens.refreshToken = oldRefreshToken; // a server need not replace it (RFC 6749 §6)
    const Result<Identity> identity =
        co_await adopt(self, number, std::move(tokens), std::move(clientSecret), isFromKeychain);
    co_return identity;
}

QCoro::Task<Result<Identity>> TokenSession::Private::adopt(Self self, quint64 number, TokenAnswer answer,
                                                           QString clientSecret, bool isFromKeychain)
{
    Result<Identity> identity = Identity();
    if (self->readsIdentity)
        identity = co_await readIdentity(self->api, answer.accessToken);
    const bool isPasted = self->connection.signInMethod == SignInMethod::PastedToken;
    if (self->isStale(number)) {
        if (identity && !isPasted)
            revoke(self->api, answer.accessToken); // nobody will use it
        co_return failure(cancelled());
    }
    if (!identity) {
        self->fallBack();
        co_return identity;
    }
    if (identity->isClient && identity->clientId.isEmpty())
        identity->clientId = self->connection.clientId;
    if (self->identity && !self->identity->isSameAccount(*identity)) {
        // What waits was asked for by somebody else, perhaps for another organisation.
        if (!isPasted)
            revoke(self->api, answer.accessToken);
        self->fallBack();
        co_return failure(sessionError(ErrorKind::Refused, QStringLiteral("other.account"),
                                       QStringLiteral("this is another account or organisation than the one "
                                                      "whose work is still open; sign out first")));
    }
    self->identity = *identity;
    self->clientSecret = clientSecret;
    if (answer.refreshToken.isEmpty())
        self->refreshToken.clear();
    self->setState(State::SignedIn);
    if (self->isClosed())
        co_return failure(cancelled());
    self->take(answer);
    const bool keepsSecret = self->connection.keepsSecret;
    if (!self->isClosed())
        Q_EMIT self->q->signedIn(*identity);
    if (keepsSecret && !isFromKeychain && !clientSecret.isEmpty())
        co_await keep(self, SecretKind::ClientSecret, clientSecret);
    if (keepsSecret && clientSecret.isEmpty() && !answer.refreshToken.isEmpty())
        co_await keep(self, SecretKind::RefreshToken, answer.refreshToken);
    co_return identity;
}

QCoro::Task<void> TokenSession::Private::keep(Self self, SecretKind kind, QString secret)
{
    if (self->isClosed() || self->secrets == nullptr)
        co_return;
    const SecretKey key{self->connection.id, kind};
    const Result<Done> kept = co_await self->secrets->write(key, secret);
    if (!kept && !self->isClosed())
        Q_EMIT self->q->secretNotKept(kept.error());
}

QCoro::Task<void> TokenSession::Private::renew(Self self)
{
    self->isRenewing = true;
    const quint64 token = self->tokenNumber;
    // A client secret renews as long as it is valid; a refresh token only once.
    const bool usesSecret =
        self->connection.signInMethod == SignInMethod::ClientCredentials && !self->clientSecret.isEmpty();
    SecretForm form =
        usesSecret ? self->clientCredentialsForm(self->clientSecret) : self->refreshForm(self->refreshToken);
    const Result<ApiResponse> response = co_await self->login->submit(std::move(form));
    if (self->isClosed())
        co_return;
    self->isRenewing = false;
    if (self->tokenNumber != token)
        co_return; // signed out, or in anew, meanwhile
    const Result<TokenAnswer> answer =
        response ? parseTokenAnswer(*response) : Result<TokenAnswer>(failure(response.error()));
    if (answer) {
        self->take(*answer);
        if (self->state == State::NeedsSignIn)
            self->setState(State::SignedIn);
        if (!usesSecret && self->connection.keepsSecret && !answer->refreshToken.isEmpty())
            co_await keep(self, SecretKind::RefreshToken, answer->refreshToken);
        co_return;
    }
    if (!usesSecret && isFinal(answer.error()))
        self->refreshToken.clear(); // used up
    if (self->isAwaited) {
        self->needSignIn(answer.error());
        co_return;
    }
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(self->expiry);
    if (!isFinal(answer.error()) && left > 1) {
        self->renewAt = QDateTime::currentDateTimeUtc().addSecs(std::max<qint64>(1, left / 2));
        self->watchExpiry();
        co_return;
    }
    if (!self->wasExpiryAnnounced) {
        self->wasExpiryAnnounced = true;
        Q_EMIT self->q->expiresSoon(self->expiry);
    }
}

QCoro::Task<Result<Identity>> TokenSession::signInWithBrowser(BrowserSignIn options)
{
    const Private::Self self = d;
    const Result<quint64> number = self->begin();
    if (!number)
        co_return failure(number.error());
    self->browsing = std::make_shared<Private::Browsing>();
    const std::shared_ptr<Private::Browsing> browsing = self->browsing;
    self->flow = std::make_unique<BrowserFlow>();
    const BrowserFlow::Finished finished = [browsing](const Result<AuthorizationGrant> &grant) {
        browsing->set(grant);
    };
    self->flow->start(self->connection, options, finished);
    LaterAwaiter<Result<AuthorizationGrant>> answered{browsing};
    co_await answered;
    const Result<AuthorizationGrant> grant = browsing->value();
    if (self->isStale(*number))
        co_return failure(cancelled());
    self->browsing.reset();
    self->flow.release()->deleteLater(); // it is what called us
    if (!grant) {
        self->fallBack();
        co_return failure(grant.error());
    }
    SecretForm form = self->codeForm(*grant);
    const QString noSecret;
    const Result<Identity> identity =
        co_await Private::signInWithForm(self, *number, std::move(form), noSecret, false);
    co_return identity;
}

QCoro::Task<Result<Identity>> TokenSession::signInWithClientSecret(QString clientSecret)
{
    const Private::Self self = d;
    const Result<quint64> number = self->begin();
    if (!number)
        co_return failure(number.error());
    SecretForm form = self->clientCredentialsForm(clientSecret);
    const Result<Identity> identity =
        co_await Private::signInWithForm(self, *number, std::move(form), clientSecret, false);
    co_return identity;
}

QCoro::Task<Result<Identity>> TokenSession::signInFromKeychain()
{
    const Private::Self self = d;
    const Result<quint64> number = self->begin();
    if (!number)
        co_return failure(number.error());
    const bool isClient = self->connection.signInMethod == SignInMethod::ClientCredentials;
    const SecretKey key{self->connection.id, isClient ? SecretKind::ClientSecret : SecretKind::RefreshToken};
    const Result<QString> secret = co_await self->secrets->read(key, self->connection.keepsSecret);
    if (self->isStale(*number))
        co_return failure(cancelled());
    if (!secret) {
        self->fallBack();
        co_return failure(secret.error());
    }
    SecretForm form = isClient ? self->clientCredentialsForm(*secret) : self->refreshForm(*secret);
    const QString clientSecret = isClient ? *secret : QString();
    const Result<Identity> identity =
        co_await Private::signInWithForm(self, *number, std::move(form), clientSecret, true);
    co_return identity;
}

QCoro::Task<Result<Identity>> TokenSession::signInAgain()
{
    const Private::Self self = d;
    const bool usesSecret = !self->clientSecret.isEmpty();
    if (!usesSecret && self->refreshToken.isEmpty())
        co_return failure(
            sessionError(ErrorKind::Refused, QStringLiteral("nothing.to.renew"),
                         QStringLiteral("neither a client secret nor a refresh token is there")));
    const Result<quint64> number = self->begin();
    if (!number)
        co_return failure(number.error());
    const QString clientSecret = self->clientSecret;
    SecretForm form =
        usesSecret ? self->clientCredentialsForm(clientSecret) : self->refreshForm(self->refreshToken);
    const Result<Identity> identity =
        co_await Private::signInWithForm(self, *number, std::move(form), clientSecret, true);
    co_return identity;
}

QCoro::Task<Result<Identity>> TokenSession::signInWithToken(QString accessToken)
{
    const Private::Self self = d;
    const QString token = trimmedToken(accessToken);
    if (!isHeaderText(token))
        co_return failure(sessionError(ErrorKind::Refused, QStringLiteral("not.a.token"),
                                       QStringLiteral("this is not an access token")));
    const Result<quint64> number = self->begin();
    if (!number)
        co_return failure(number.error());
    TokenAnswer answer;
    answer.accessToken = token;
    const QString noSecret;
    const Result<Identity> identity =
        co_await Private::adopt(self, *number, std::move(answer), noSecret, true);
    co_return identity;
}

QCoro::Task<Result<Done>> TokenSession::signOut(bool forgetsClientSecret)
{
    const Private::Self self = d;
    self->cancel();
    const QString token = self->accessToken;
    const bool keepsSecret = self->connection.keepsSecret;
    const QPointer<ApiClient> api = self->api;
    const QPointer<SecretStore> secrets = self->secrets;
    self->forget();
    self->identity.reset();
    if (api != nullptr)
        api->setAccessToken({}); // what waits ends, and nothing more goes out
    self->setState(State::SignedOut);
    std::optional<Error> first;
    if (!token.isEmpty() && api != nullptr) {
        ApiRequest request = revokeOwnTokenRequest();
        const Result<ApiResponse> revoked = co_await api->sendWithToken(std::move(request), token);
        // 401: the server has forgotten it already.
        if (!revoked && revoked.error().kind != ErrorKind::Unauthorized)
            first = revoked.error();
    }
    const SecretKey refreshKey{self->connection.id, SecretKind::RefreshToken};
    if (keepsSecret && secrets != nullptr) {
        const Result<Done> removed = co_await secrets->remove(refreshKey);
        if (!removed && !first)
            first = removed.error();
    }
    const SecretKey secretKey{self->connection.id, SecretKind::ClientSecret};
    if (keepsSecret && forgetsClientSecret && secrets != nullptr) {
        const Result<Done> removed = co_await secrets->remove(secretKey);
        if (!removed && !first)
            first = removed.error();
    }
    if (!self->isClosed())
        Q_EMIT self->q->signedOut();
    if (first)
        co_return failure(*first);
    co_return Done{};
}

} // namespace offboarding
