// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/session.h"

#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/prompts.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"

#include <QCoroTask>

#include <utility>

namespace offboarding::ui {

Session::Session(const Connection &connection, SecretStore &secrets, Prompts &prompts, QObject *parent)
    : QObject(parent), m_connection(connection), m_secrets(secrets), m_prompts(prompts),
      m_client(connection.apiUrl), m_tokens(connection, m_client, secrets), m_lock(connection),
      m_loader(m_client, m_users), m_references(m_client), m_reports(m_client), m_administrators(m_client),
      m_runner(m_client, m_loader, m_references)
{
    m_client.setReadOnly(m_lock.isLocked());
    connect(&m_lock, &WriteLock::lockChanged, &m_client, &ApiClient::setReadOnly);
    connect(&m_client, &ApiClient::exchangeStarted, &m_log, &HttpLogModel::add);
    connect(&m_client, &ApiClient::exchangeFinished, &m_log, &HttpLogModel::finish);
    connect(&m_tokens, &TokenSession::exchangeStarted, &m_log, &HttpLogModel::add);
    connect(&m_tokens, &TokenSession::exchangeFinished, &m_log, &HttpLogModel::finish);
    connect(&m_runner, &Runner::runStateChanged, this, &Session::followWork);
    m_signIn =
        std::make_unique<SignInController>(m_tokens, m_secrets, m_prompts, [this](const QString &password) {
            return useProxyPassword(password);
        });
    connect(m_signIn.get(), &SignInController::secretKept, this, &Session::secretKept);
    watchTokens();
}

Session::~Session() = default;

Result<Done> Session::useProxyPassword(const QString &password)
{
    return m_client.setTransport(transportOf(m_connection, password));
}

void Session::watchTokens()
{
    connect(&m_tokens, &TokenSession::signedIn, this, &Session::identified);
    connect(&m_tokens, &TokenSession::signInNeeded, this, [this](const Error &cause) { askAgain(cause); });
    connect(&m_tokens, &TokenSession::expiresSoon, this, [this](const QDateTime &expiry) {
        if (m_window != nullptr)
            m_window->setSignInNotice(
                tr("The sign-in ends at %1 and is not renewed by itself. Sign in again before, or "
                   "work will have to wait then.")
                    .arg(localTime(expiry)));
    });
    const auto notKept = [this](const Error &cause) {
        if (m_window != nullptr)
            m_window->showMessage(describeBriefly(cause));
    };
    connect(&m_tokens, &TokenSession::secretNotKept, this, notKept);
    connect(m_signIn.get(), &SignInController::secretNotRemoved, this, notKept);
}

void Session::identified(const Identity &identity)
{
    const bool isNews = m_connection.organizationId != identity.organizationId ||
                        m_connection.organizationName != identity.organizationName;
    m_connection.organizationId = identity.organizationId;
    m_connection.organizationName = identity.organizationName;
    if (m_window != nullptr) {
        m_preview->setRules(m_administrators, identity);
        m_window->setIdentity(identity);
        m_window->setSignInNotice({});
    }
    if (isNews)
        Q_EMIT organizationRead(m_connection);
}

void Session::askAgain(const std::optional<Error> &cause)
{
    if (m_window == nullptr)
        return;
    if (m_tokens.state() == TokenSession::State::NeedsSignIn)
        m_window->setSignInNotice(
            tr("The server no longer accepts the sign-in. What is going on waits; sign in again and it "
               "goes on."));
    m_signIn->startAgain(m_window.get(), cause);
}

void Session::open(const QList<Connection> &saved)
{
    m_preview = std::make_unique<PlanPreview>(m_connection, m_users, m_loader, m_references);
    m_window = std::make_unique<MainWindow>(services(), m_prompts, m_log);
    m_window->setConnections(saved);
    if (const std::optional<Identity> identity = m_tokens.identity()) {
        m_preview->setRules(m_administrators, *identity);
        m_window->setIdentity(*identity);
    }
    connectWindow();
    m_window->show();
    m_loader.load();
}

void Session::connectWindow()
{
    MainWindow *window = m_window.get();
    connect(&m_client, &ApiClient::rateBudgetChanged, window, &MainWindow::setRateBudget);
    connect(&m_client, &ApiClient::reachabilityChanged, window, &MainWindow::setReachable);
    connect(window, &MainWindow::accountRequested, this, &Session::showAccount);
    connect(window, &MainWindow::signInRequested, this, [this] { askAgain({}); });
    connect(window, &MainWindow::signOutRequested, this, [this] { signOut(false); });
    connect(window, &MainWindow::runsStopping, this, [this] {
        if (m_tokens.state() == TokenSession::State::NeedsSignIn)
            m_tokens.stopWaiting();
    });
    connect(m_signIn.get(), &SignInController::permissionsRequested, window, &MainWindow::showPermissions);
}

void Session::showAccount()
{
    const std::optional<Identity> identity = m_tokens.identity();
    if (!identity)
        return;
    auto *dialog = new AccountDialog(m_connection, *identity, m_tokens.expiresAt(), m_tokens.isRenewable(),
                                     m_window.get());
    connect(dialog, &AccountDialog::permissionsRequested, m_window.get(),
            [this, dialog] { m_window->showPermissions(dialog); });
    connect(dialog, &AccountDialog::signInRequested, this, [this] { askAgain({}); });
    connect(dialog, &AccountDialog::signOutRequested, this, &Session::signOut);
    dialog->open();
}

void Session::signOut(bool forgetsClientSecret)
{
    m_window->leave([this, forgetsClientSecret] {
        QCoro::connect(
            m_tokens.signOut(forgetsClientSecret), this,
            [this, forgetsClientSecret](const Result<Done> &done) {
                if (forgetsClientSecret)
                    Q_EMIT secretKept(false);
                if (done) {
                    Q_EMIT signedOut();
                    return;
                }
                m_prompts.inform(
                    m_window.get(), tr("Signed out here"),
                    tr("The token is forgotten here, but it was not certain that the server took it back."),
                    describeBriefly(done.error()));
                Q_EMIT signedOut();
            });
    });
}

void Session::followWork()
{
    const bool isWorking = m_runner.isRunning();
    if (isWorking == std::exchange(m_isWorking, isWorking))
        return;
    if (isWorking)
        m_lock.beginWork();
    else
        m_lock.endWork();
}

Services Session::services()
{
    return Services{m_connection, m_users,    m_loader, m_references,  m_runner,
                    *m_preview,   &m_reports, &m_lock,  &m_intentions, RunFolder()};
}

} // namespace offboarding::ui
