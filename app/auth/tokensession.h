// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/accesstokensource.h"
#include "app/api/apiclient.h"
#include "app/auth/secretstore.h"
#include "app/base/result.h"
#include "app/domain/connection.h"
#include "app/domain/httpexchange.h"
#include "app/domain/identity.h"

#include <QCoroTask>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace offboarding {

/// Translated plain text of the page on which the browser ends up. Escaped before it is shown.
struct BrowserPageTexts
{
    QString language = QStringLiteral("en"); ///< BCP 47, for <html lang>
    /// The code still has to be exchanged when the page is shown, so it must not claim success.
    QString signedInTitle = QStringLiteral("You can close this page");
    QString signedInText = QStringLiteral("The console goes on with signing you in.");
    QString refusedTitle = QStringLiteral("Not signed in");
    QString refusedText = QStringLiteral("You can close this page. The console says what happened.");
};

struct BrowserSignIn
{
    /// Shows the address in the system's browser; false if that was not possible. The address holds no
    /// secret.
    std::function<bool(const QUrl &)> openBrowser;
    BrowserPageTexts page;
    int timeoutSeconds = 300;
    bool asksForAccount = false; ///< prompt=login: the page asks even if the browser is signed in already
};

/// The sign-in of one connection: gets tokens, renews them before they expire, gives them to the ApiClient,
/// and forgets them. All HTTP goes through ApiClient; token requests never show their body in the HTTP log.
/// Tokens and secrets are in memory and, where Connection::keepsSecret says so, in the SecretStore.
///
/// Work in progress: when the server refuses the token (401), every request of the ApiClient waits while it
/// is renewed once. If that fails, the state is NeedsSignIn and they go on waiting: signing in again (any
/// method of the connection, the same account in the same organisation) lets them go on, stopWaiting() ends
/// them.
///
/// Lifetime: may be destroyed at any time; its tasks finish with Cancelled. The ApiClient and the SecretStore
/// are borrowed and must outlive it.
class TokenSession : public QObject, public AccessTokenSource
{
    Q_OBJECT

public:
    enum class State {
        SignedOut,
        SigningIn,  ///< the first sign-in, or one after NeedsSignIn
        SignedIn,   ///< a token is there; it may be about to be renewed
        NeedsSignIn ///< the token is no longer accepted and could not be renewed; work waits
    };
    Q_ENUM(State)

    /// Makes itself the token source of @p api. Sends nothing.
    TokenSession(Connection connection, ApiClient &api, SecretStore &secrets, QObject *parent = nullptr);
    ~TokenSession() override;

    State state() const;
    /// Who is signed in; empty while SignedOut. Kept in NeedsSignIn: it names who has to come back.
    std::optional<Identity> identity() const;
    /// UTC; invalid when not known (pasted tokens).
    QDateTime expiresAt() const;
    /// True if the token is renewed by itself: a client secret or a refresh token is in memory.
    bool isRenewable() const;
    const Connection &connection() const;
    /// Whether secrets are put into the keychain from now on: what the user ticked for this sign-in.
    void setKeepsSecret(bool keepsSecret);
    /// False: a sign-in asks nobody who the token belongs to, and its identity stays empty. For work that
    /// only reads, so that it needs nothing of the server but what it reads. Default: true.
    void setReadsIdentity(bool readsIdentity);
    /// Of the token endpoint; tests shorten the pauses.
    void setRetrySettings(const RetrySettings &settings);

    // Each of these gets a token, reads who it belongs to (GET /users/me, or /tokens/me for a client, and
    // /organizations/me), and only then hands it to the ApiClient. Errors: Unauthorized (the server does not
    // know the token), BadRequest with serverCode "invalid_grant", "invalid_client", … from the token
    // endpoint, Refused with serverCode "state.mismatch", "access_denied", "browser.not.opened",
    // "other.account" (see above), "redirect.port.taken", Timeout, Cancelled, Keychain, and what
    // ApiClient::send() reports. A second call while one is going on cancels the first.

    /// AuthorizationCode with PKCE (RFC 7636, S256) and a redirect to loopback (RFC 8252).
    QCoro::Task<Result<Identity>> signInWithBrowser(BrowserSignIn options);
    /// ClientCredentials. The secret is put into the keychain after it was accepted, if the connection's
    /// keepsSecret says so.
    QCoro::Task<Result<Identity>> signInWithClientSecret(QString clientSecret);
    /// With what the keychain holds: the client secret or a refresh token. Keychain error if it holds none.
    QCoro::Task<Result<Identity>> signInFromKeychain();
    /// With what is in memory, to go on after NeedsSignIn when only the network was down. Refused with
    /// serverCode "nothing.to.renew" if there is neither a client secret nor a refresh token.
    QCoro::Task<Result<Identity>> signInAgain();
    /// A pasted token; never stored, never renewed.
    QCoro::Task<Result<Identity>> signInWithToken(QString accessToken);
    /// Ends a sign-in that is going on with Cancelled; one that waits for the keychain as soon as the
    /// keychain's own question is answered.
    void cancelSignIn();

    /// Revokes the token at the server (DELETE /tokens/me) and forgets it and the kept refresh token,
    /// whatever the server said; its error is returned. @p forgetsClientSecret removes the kept client
    /// secret, too.
    QCoro::Task<Result<Done>> signOut(bool forgetsClientSecret);

    /// NeedsSignIn only: requests that wait end with Unauthorized (none of them was carried out), and new
    /// ones are refused the same way until somebody signs in.
    void stopWaiting();

    void accessTokenRejected(bool wasAccepted) override;

    /// Seconds before the expiry at which a token that lives @p lifetimeSeconds is renewed: a tenth of its
    /// life, at least 1 and at most 300.
    static int renewalMarginSeconds(int lifetimeSeconds);

Q_SIGNALS:
    void stateChanged(offboarding::TokenSession::State state);
    void signedIn(const offboarding::Identity &identity);
    /// Work waits; @p cause says why the token could not be renewed.
    void signInNeeded(const offboarding::Error &cause);
    /// The token ends at @p expiry and cannot be renewed by itself: a good moment to ask, before work has to
    /// wait. Once per token.
    void expiresSoon(const QDateTime &expiry);
    void signedOut();
    /// The sign-in worked, but the keychain did not take the secret: it has to be typed again next time.
    void secretNotKept(const offboarding::Error &cause);
    /// Of the login server, for the HTTP log; without bodies.
    void exchangeStarted(const offboarding::HttpExchange &exchange);
    void exchangeFinished(const offboarding::HttpExchange &exchange);

private:
    class Private;
    std::shared_ptr<Private> d; ///< shared with the tasks that are going on
};

} // namespace offboarding
