// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/tokensession.h"
#include "app/base/result.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace offboarding {

/// What the browser brought back, ready for the token endpoint. All of it is secret.
struct AuthorizationGrant
{
    QString code;
    QString verifier; ///< of the PKCE challenge that the code is bound to
    QString redirectUrl;
};

/// code_verifier: 86 unreserved characters out of 64 random bytes (RFC 7636 §4.1).
QString makeCodeVerifier();
/// code_challenge of method S256 (RFC 7636 §4.2): 43 characters.
QString codeChallenge(const QString &verifier);

/// The first half of the authorisation code flow: the address for the browser, and what it comes back with.
/// Qt NetworkAuth builds the address and takes the answer; it never exchanges the code, because its network
/// manager would be a second one.
class BrowserFlow : public QObject
{
    Q_OBJECT

public:
    using Finished = std::function<void(const Result<AuthorizationGrant> &)>;

    explicit BrowserFlow(QObject *parent = nullptr);

    /// @p finished is called exactly once, unless the flow is destroyed before; it may destroy the flow.
    void start(const Connection &connection, const BrowserSignIn &options, Finished finished);
    /// Ends it with Cancelled.
    void cancel();

private:
    void receive(const QVariantMap &values);
    void finish(const Result<AuthorizationGrant> &result);

    Finished m_finished;
    AuthorizationGrant m_grant;
    QString m_state;
    std::function<void()> m_showSignedIn;
    QTimer m_timeout;
};

} // namespace offboarding
