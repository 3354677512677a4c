// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/browserflow.h"
#include "app/auth/identitycalls.h"
#include "app/auth/tokensession.h"

#include <QPointer>
#include <QTimer>

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace offboarding {

/// A value that comes later, at most once. Whoever is first sets it: the browser, or the one who cancels.
template <typename Value> class Later
{
public:
    void set(Value value)
    {
        if (m_value)
            return;
        m_value = std::move(value);
        if (const std::coroutine_handle<> handle = std::exchange(m_waiting, {}))
            handle.resume();
    }
    bool isSet() const { return m_value.has_value(); }
    void setWaiting(std::coroutine_handle<> handle) { m_waiting = handle; }
    const Value &value() const { return *m_value; }

private:
    std::optional<Value> m_value;
    std::coroutine_handle<> m_waiting;
};

template <typename Value> struct LaterAwaiter
{
    std::shared_ptr<Later<Value>> later;
    bool await_ready() const noexcept { return later->isSet(); }
    void await_suspend(std::coroutine_handle<> handle) noexcept { later->setWaiting(handle); }
    void await_resume() const noexcept {}
};

/// Shared by the session and its tasks: a task that is resumed after the session is gone finds isClosed() and
/// ends.
class TokenSession::Private : public std::enable_shared_from_this<TokenSession::Private>
{
public:
    using Self = std::shared_ptr<Private>;
    using Browsing = Later<Result<AuthorizationGrant>>;

    Private(TokenSession &owner, Connection itsConnection, ApiClient &itsApi, SecretStore &itsSecrets);

    void close();
    bool isClosed() const { return q == nullptr; }
    bool isStale(quint64 number) const { return isClosed() || number != attempt; }

    /// Begins a sign-in: cancels the one before. The number of the attempt, or why it cannot begin.
    Result<quint64> begin();
    void cancel();
    /// The sign-in is over without success: back to what was before.
    void fallBack();
    void setState(State newState);

    SecretForm clientCredentialsForm(const QString &secret) const;
    SecretForm refreshForm(const QString &token) const;
    SecretForm codeForm(const AuthorizationGrant &grant) const;

    void take(const TokenAnswer &answer);
    void watchExpiry();
    void expiryTick();
    void renewNow();
    void needSignIn(const Error &cause);
    void forget();

    // Tasks. Each takes what it works on as a value.
    static QCoro::Task<Result<Identity>> signInWithForm(Self self, quint64 number, SecretForm form,
                                                        QString clientSecret, bool isFromKeychain);
    static QCoro::Task<Result<Identity>> adopt(Self self, quint64 number, TokenAnswer answer,
                                               QString clientSecret, bool isFromKeychain);
    static QCoro::Task<void> keep(Self self, SecretKind kind, QString secret);
    static QCoro::Task<void> renew(Self self);
    static QCoro::Task<void> revoke(QPointer<ApiClient> api, QString token);

    QPointer<TokenSession> q;
    QPointer<ApiClient> api;
    QPointer<SecretStore> secrets;
    Connection connection;
    std::unique_ptr<ApiClient> login;
    std::unique_ptr<BrowserFlow> flow;
    std::shared_ptr<Browsing> browsing;
    State state = State::SignedOut;
    State settledState = State::SignedOut; ///< what a failed sign-in falls back to
    std::optional<Identity> identity;
    QString accessToken;
    QString refreshToken;
    QString clientSecret;
    QDateTime expiry;
    QDateTime renewAt; ///< invalid: not to be renewed
    bool wasExpiryAnnounced = false;
    bool readsIdentity = true;
    bool isRenewing = false;
    bool isAwaited = false; ///< the ApiClient's requests wait for a token
    quint64 attempt = 0;
    quint64 tokenNumber = 0; ///< grows with every token and every sign-out
    QTimer expiryTimer;
};

Error sessionError(ErrorKind kind, const QString &code, const QString &detail);

} // namespace offboarding
