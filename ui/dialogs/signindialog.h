// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/connection.h"

#include <QDialog>
#include <QString>
#include <QUrl>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace offboarding::ui {

/// How the admin wants to sign in this time. Handed on at once and kept nowhere.
struct SignInInput
{
    SignInMethod method = SignInMethod::AuthorizationCode;
    bool asksForAccount = false; ///< AuthorizationCode: the page asks who it is
    QString clientSecret;        ///< ClientCredentials
    bool keepsSecret = false;    ///< ClientCredentials: keep it in the keychain once it was accepted
    QString accessToken;         ///< PastedToken
    QString proxyPassword;       ///< empty: the one that is known stays
};

/// Asks for what one sign-in needs, shows how far it is, and says what went wrong and what to do. Never shows
/// or copies a secret.
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    SignInDialog(const Connection &connection, QWidget *parent);

    /// Work waits for this sign-in: says why, and who has to come back. Closing lets it go on waiting.
    void setWaitingWork(const QString &reason, const QString &account);
    void askForProxyPassword();
    /// Back to the questions.
    void showAsking();
    void showWorking(const QString &text);
    /// The page was shown in the browser, or could not be: then it is opened by hand.
    void showBrowser(const QUrl &address, bool wasOpened);
    /// Back to the questions, with what happened, what it means and what to do.
    void showError(const Error &error);
    bool isWorking() const { return m_isWorking; }

Q_SIGNALS:
    void signInRequested(const offboarding::ui::SignInInput &input);
    void keychainRequested();    ///< try what the keychain holds, again
    void stopRequested();        ///< ends the sign-in that is going on
    void giveUpRequested();      ///< ends the work that waits; the dialog is closed already
    void permissionsRequested(); ///< "Copy required permissions"

private:
    QWidget *buildBrowserPage();
    QWidget *buildSecretPage();
    QWidget *buildTokenPage();
    QWidget *buildProgress();
    QWidget *buildError();
    void setWorking(bool isWorking);
    void updateButtons();
    void submit();
    SignInMethod method() const;

    Connection m_connection;
    bool m_isWorking = false;
    bool m_hasWaitingWork = false;
    QUrl m_address;
    QString m_details;

    QLabel *m_reason;
    QWidget *m_methodRow;
    QComboBox *m_method;
    QStackedWidget *m_pages;
    QCheckBox *m_otherAccount;
    QLineEdit *m_secret;
    QCheckBox *m_keep;
    QLineEdit *m_token;
    QWidget *m_proxyRow;
    QLineEdit *m_proxyPassword;
    QWidget *m_progressPart = nullptr;
    QLabel *m_status;
    QProgressBar *m_progress;
    QPushButton *m_copyAddress;
    QWidget *m_errorPart = nullptr;
    QLabel *m_errorTitle;
    QLabel *m_errorText;
    QLabel *m_errorDetails;
    QPushButton *m_keychain;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_giveUp = nullptr;
};

} // namespace offboarding::ui
