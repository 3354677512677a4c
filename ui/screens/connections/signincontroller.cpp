// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/connections/signincontroller.h"

#include "ui/dialogs/signindialog.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/errortext.h"

#include <QCoroTask>
#include <QLocale>

#include <utility>

namespace offboarding::ui {

SignInController::SignInController(TokenSession &tokens, SecretStore &secrets, Prompts &prompts,
                                   std::function<Result<Done>(const QString &)> useProxyPassword,
                                   QObject *parent)
    : QObject(parent), m_tokens(tokens), m_secrets(secrets), m_prompts(prompts),
      m_useProxyPassword(std::move(useProxyPassword)), m_keepsSecret(tokens.connection().keepsSecret)
{
    connect(&m_tokens, &TokenSession::secretNotKept, this, [this] { m_wasKept = false; });
}

void SignInController::start(QWidget *window)
{
    openDialog(window);
    readProxyPassword();
}

void SignInController::startAgain(QWidget *window, const std::optional<Error> &cause)
{
    if (m_dialog != nullptr) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    openDialog(window);
    const std::optional<Identity> who = m_tokens.identity();
    if (m_tokens.state() == TokenSession::State::NeedsSignIn)
        m_dialog->setWaitingWork(cause ? describe(*cause).title + QLatin1Char('.') : tr("The session ended."),
                                 who ? displayName(*who) : QString());
    // What is in memory is enough if only the line was cut.
    if (m_tokens.isRenewable()) {
        m_dialog->showWorking(tr("Trying with what this session knows…"));
        QCoro::connect(m_tokens.signInAgain(), this,
                       [this](const Result<Identity> &result) { finish(result); });
        return;
    }
    m_dialog->showAsking();
}

bool SignInController::isOpen() const
{
    return m_dialog != nullptr;
}

void SignInController::openDialog(QWidget *window)
{
    m_dialog = new SignInDialog(m_tokens.connection(), window);
    SignInDialog *dialog = m_dialog;
    connect(dialog, &SignInDialog::signInRequested, this, &SignInController::signIn);
    connect(dialog, &SignInDialog::keychainRequested, this, &SignInController::readProxyPassword);
    connect(dialog, &SignInDialog::stopRequested, this, [this] {
        m_tokens.cancelSignIn();
        if (m_dialog != nullptr)
            m_dialog->showAsking();
    });
    connect(dialog, &SignInDialog::giveUpRequested, this, [this] { m_tokens.stopWaiting(); });
    connect(dialog, &SignInDialog::permissionsRequested, this,
            [this, dialog] { Q_EMIT permissionsRequested(dialog); });
    connect(dialog, &QDialog::rejected, this, [this, dialog] {
        if (dialog->isWorking())
            m_tokens.cancelSignIn();
        m_dialog = nullptr;
        Q_EMIT cancelled();
    });
    dialog->open();
}

void SignInController::readProxyPassword()
{
    const Connection &connection = m_tokens.connection();
    const bool needsPassword = connection.proxy.mode != ProxyMode::None && !connection.proxy.user.isEmpty();
    if (!needsPassword || !connection.proxy.keepsPassword) {
        if (needsPassword)
            m_dialog->askForProxyPassword();
        tryKeychain();
        return;
    }
    m_dialog->showWorking(tr("Reading the proxy's password from the keychain…"));
    QCoro::connect(m_secrets.read({connection.id, SecretKind::ProxyPassword}, true), this,
                   [this](const Result<QString> &password) {
                       if (m_dialog == nullptr)
                           return;
                       const Result<Done> used =
                           password ? m_useProxyPassword(*password) : Result<Done>(failure(password.error()));
                       if (used) {
                           tryKeychain();
                           return;
                       }
                       m_dialog->askForProxyPassword();
                       m_dialog->showError(used.error());
                   });
}

bool SignInController::hasSomethingKept() const
{
    const Connection &connection = m_tokens.connection();
    return m_keepsSecret && !connection.id.isNull() && connection.signInMethod != SignInMethod::PastedToken;
}

void SignInController::tryKeychain()
{
    if (!hasSomethingKept()) {
        m_dialog->showAsking();
        return;
    }
    m_dialog->showWorking(tr("Signing in with what the keychain holds…"));
    QCoro::connect(m_tokens.signInFromKeychain(), this, [this](const Result<Identity> &result) {
        // Servers give nothing that renews a person's sign-in unless they are set up to: then there is
        // nothing in the keychain, and nobody has taken it away.
        const bool isNothingThere = !result && result.error().kind == ErrorKind::Keychain &&
                                    (result.error().keychain == KeychainCause::Missing ||
                                     result.error().keychain == KeychainCause::Deleted);
        if (isNothingThere && m_tokens.connection().signInMethod == SignInMethod::AuthorizationCode) {
            if (m_dialog != nullptr)
                m_dialog->showAsking();
            return;
        }
        finish(result);
    });
}

void SignInController::signIn(const SignInInput &input)
{
    if (!input.proxyPassword.isEmpty()) {
        const Result<Done> used = m_useProxyPassword(input.proxyPassword);
        if (!used) {
            m_dialog->showError(used.error());
            return;
        }
    }
    switch (input.method) {
    case SignInMethod::AuthorizationCode: {
        BrowserSignIn options;
        options.page = pageTexts();
        options.asksForAccount = input.asksForAccount;
        options.openBrowser = [this, self = QPointer<SignInController>(this)](const QUrl &address) {
            if (self == nullptr || m_dialog == nullptr)
                return false;
            m_dialog->showBrowser(address, m_prompts.openAddress(address));
            return true; // if no browser opened, the address can be copied
        };
        m_dialog->showWorking(tr("Preparing the sign-in page…"));
        QCoro::connect(m_tokens.signInWithBrowser(std::move(options)), this,
                       [this](const Result<Identity> &result) { finish(result); });
        return;
    }
    case SignInMethod::ClientCredentials:
        withSecret(input);
        return;
    case SignInMethod::PastedToken:
        break;
    }
    m_dialog->showWorking(tr("Asking the server whose token this is…"));
    QCoro::connect(m_tokens.signInWithToken(input.accessToken), this,
                   [this](const Result<Identity> &result) { finish(result); });
}

void SignInController::withSecret(const SignInInput &input)
{
    m_dialog->showWorking(tr("Signing in…"));
    m_wasKept = true; // until the keychain says otherwise
    m_tokens.setKeepsSecret(input.keepsSecret);
    QCoro::connect(m_tokens.signInWithClientSecret(input.clientSecret), this,
                   [this, isKept = input.keepsSecret](const Result<Identity> &result) {
                       if (result)
                           rememberTick(isKept);
                       else
                           m_tokens.setKeepsSecret(m_keepsSecret);
                       finish(result);
                   });
}

/// The tick differs from what the connection said: the keychain and the connection follow it.
void SignInController::rememberTick(bool isTicked)
{
    const Connection &connection = m_tokens.connection();
    if (connection.id.isNull())
        return;
    const bool isKept = isTicked && m_wasKept;
    if (isKept == m_keepsSecret)
        return;
    m_keepsSecret = isKept;
    m_tokens.setKeepsSecret(isKept);
    Q_EMIT secretKept(isKept);
    if (isKept || isTicked)
        return;
    QCoro::connect(m_secrets.remove({connection.id, SecretKind::ClientSecret}), this,
                   [this](const Result<Done> &removed) {
                       if (!removed)
                           Q_EMIT secretNotRemoved(removed.error());
                   });
}

void SignInController::finish(const Result<Identity> &result)
{
    if (!result) {
        if (m_dialog == nullptr)
            return;
        if (result.error().kind == ErrorKind::Cancelled)
            m_dialog->showAsking();
        else
            m_dialog->showError(result.error());
        return;
    }
    if (m_dialog != nullptr) {
        SignInDialog *dialog = m_dialog;
        m_dialog = nullptr;
        dialog->accept();
    }
    Q_EMIT signedIn(*result);
}

BrowserPageTexts SignInController::pageTexts()
{
    BrowserPageTexts texts;
    texts.language = QLocale().bcp47Name();
    texts.signedInTitle = tr("You can close this page");
    texts.signedInText = tr("The console goes on with signing you in.");
    texts.refusedTitle = tr("Not signed in");
    texts.refusedText = tr("You can close this page. The console says what happened.");
    return texts;
}

} // namespace offboarding::ui
