// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/auth/secretstore.h"
#include "app/auth/tokensession.h"
#include "app/connections/writelock.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "app/domain/connection.h"
#include "app/offboarding/administrators.h"
#include "app/offboarding/intentions.h"
#include "app/offboarding/planpreview.h"
#include "app/offboarding/runner.h"
#include "app/references/referencefinder.h"
#include "app/references/reportchecker.h"
#include "ui/models/httplogmodel.h"
#include "ui/screens/connections/signincontroller.h"
#include "ui/screens/services.h"

#include <QObject>

#include <memory>

namespace offboarding::ui {

class MainWindow;
class Prompts;

/// Everything that lives as long as one connection, in the order in which it depends on each other: what is
/// listed last goes first, the window before all. It is there before anybody is signed in; the window comes
/// after that.
class Session : public QObject
{
    Q_OBJECT

public:
    /// @p secrets and @p prompts are borrowed. Sends nothing.
    Session(const Connection &connection, SecretStore &secrets, Prompts &prompts, QObject *parent = nullptr);
    ~Session() override;

    /// Why the connection cannot be used as it is set up (its file of certificates, for instance).
    Result<Done> prepare() { return useProxyPassword({}); }
    SignInController &signIn() { return *m_signIn; }
    TokenSession &tokens() { return m_tokens; }
    /// With the name of its organisation once somebody is signed in.
    const Connection &connection() const { return m_connection; }

    /// After the sign-in: shows the window and reads the users.
    void open(const QList<Connection> &saved);
    MainWindow *window() const { return m_window.get(); } ///< null before open()
    Services services();                                  ///< after open()
    HttpLogModel &log() { return m_log; }
    WriteLock &lock() { return m_lock; }
    bool isBusy() const { return m_runner.isRunning(); }

Q_SIGNALS:
    /// The organisation behind the connection is known now, or has another name than before.
    void organizationRead(const offboarding::Connection &connection);
    void secretKept(bool isKept);
    void signedOut(); ///< the token is forgotten; nothing can be done with this session any more

private:
    Result<Done> useProxyPassword(const QString &password);
    void watchTokens();
    void connectWindow();
    void identified(const Identity &identity);
    void askAgain(const std::optional<Error> &cause);
    void showAccount();
    void signOut(bool forgetsClientSecret);
    void followWork();

    Connection m_connection;
    SecretStore &m_secrets;
    Prompts &m_prompts;
    HttpLogModel m_log;
    ApiClient m_client;
    TokenSession m_tokens;
    WriteLock m_lock;
    UserStore m_users;
    UserLoader m_loader;
    ReferenceFinder m_references;
    ReportChecker m_reports;
    AdministratorFinder m_administrators;
    Runner m_runner;
    IntentionStore m_intentions; ///< every session has its own: they share the file
    std::unique_ptr<PlanPreview>
        m_preview; ///< from open() on: it carries the connection with its organisation
    std::unique_ptr<SignInController> m_signIn;
    std::unique_ptr<MainWindow> m_window;
    bool m_isWorking = false; ///< a run holds the lock open
};

} // namespace offboarding::ui
