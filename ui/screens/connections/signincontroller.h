// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/secretstore.h"
#include "app/auth/tokensession.h"
#include "app/base/result.h"
#include "ui/dialogs/prompts.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace offboarding::ui {

class SignInDialog;
struct SignInInput;

/// Signs one connection in, the first time and whenever the server no longer accepts the token: from the
/// keychain where that is enough, otherwise by asking. Lives as long as the connection is open.
class SignInController : public QObject
{
    Q_OBJECT

public:
    /// Everything is borrowed and must outlive it. @p useProxyPassword hands the password to the transport.
    SignInController(TokenSession &tokens, SecretStore &secrets, Prompts &prompts,
                     std::function<Result<Done>(const QString &)> useProxyPassword,
                     QObject *parent = nullptr);

    /// The first sign-in of the connection: with what the keychain holds, or by asking over @p window.
    void start(QWidget *window);
    /// Again, because the token is not accepted any more (@p cause) or because somebody wants to.
    void startAgain(QWidget *window, const std::optional<Error> &cause);
    bool isOpen() const;

Q_SIGNALS:
    void signedIn(const offboarding::Identity &identity);
    /// The dialog was closed without a sign-in.
    void cancelled();
    /// The keychain holds a secret of this connection from now on, or no longer: to be remembered.
    void secretKept(bool isKept);
    /// The secret is not wanted in the keychain any more, but is still there.
    void secretNotRemoved(const offboarding::Error &cause);
    void permissionsRequested(QWidget *window);

private:
    void openDialog(QWidget *window);
    void readProxyPassword();
    void tryKeychain();
    void signIn(const SignInInput &input);
    void withSecret(const SignInInput &input);
    void rememberTick(bool isTicked);
    void finish(const Result<Identity> &result);
    bool hasSomethingKept() const;
    static BrowserPageTexts pageTexts();

    TokenSession &m_tokens;
    SecretStore &m_secrets;
    Prompts &m_prompts;
    std::function<Result<Done>(const QString &)> m_useProxyPassword;
    QPointer<SignInDialog> m_dialog;
    bool m_keepsSecret;    ///< the keychain holds it, as far as this session knows
    bool m_wasKept = true; ///< the keychain took the secret of the sign-in that is going on
};

} // namespace offboarding::ui
