// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/console.h"

#include "ui/application/session.h"
#include "ui/application/windowprompts.h"
#include "ui/dialogs/permissionsdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/errortext.h"

#include <QCoroTask>
#include <QTimer>

#include <utility>

namespace offboarding::ui {

Console::Console(ConsoleOptions options, Prompts *prompts, SecretStore *secrets)
    : m_options(std::move(options)),
      m_ownPrompts(prompts == nullptr ? std::make_unique<WindowPrompts>() : nullptr),
      m_prompts(prompts == nullptr ? m_ownPrompts.get() : prompts),
      m_ownSecrets(secrets == nullptr ? std::make_unique<KeychainStore>() : nullptr),
      m_secrets(secrets == nullptr ? m_ownSecrets.get() : secrets),
      m_controller(m_connections, *m_secrets, *m_prompts), m_demo(m_options.demo)
{
    connect(&m_controller, &ConnectionsController::openRequested, this, &Console::openSaved);
    connect(&m_connections, &ConnectionStore::connectionsChanged, this, &Console::updateConnections);
}

Console::~Console() = default;

MainWindow *Console::window() const
{
    return m_session == nullptr ? nullptr : m_session->window();
}

QWidget *Console::front()
{
    return window() != nullptr ? static_cast<QWidget *>(window()) : m_welcome.get();
}

void Console::open()
{
    m_controller.load();
    if (m_options.opensDemo) {
        openDemo(m_options.dialect);
        return;
    }
    if (m_options.profile.isEmpty()) {
        showWelcome();
        return;
    }
    const std::optional<Connection> wanted = m_connections.findByName(m_options.profile);
    showWelcome(wanted ? QString() : tr("There is no connection with the name “%1”.").arg(m_options.profile));
    if (wanted)
        openConnection(*wanted);
}

void Console::showWelcome(const QString &notice)
{
    if (m_welcome == nullptr) {
        m_welcome = std::make_unique<WelcomePage>();
        WelcomePage *page = m_welcome.get();
        connect(page, &WelcomePage::demoRequested, this, [this] {
            m_welcome->showStarting(tr("Starting the demo organisation…"));
            // After the page has said what goes on.
            QTimer::singleShot(0, this, [this] { openDemo(m_options.dialect); });
        });
        connect(page, &WelcomePage::connectRequested, this,
                [this] { m_controller.addAndOpen(m_welcome.get()); });
        connect(page, &WelcomePage::manageRequested, this, [this] { m_controller.manage(m_welcome.get()); });
        connect(page, &WelcomePage::openRequested, this, &Console::openSaved);
        updateConnections();
    }
    const QString problem = m_controller.loadProblem();
    m_welcome->showNotice(notice.isEmpty() ? problem : notice);
    m_welcome->show();
}

void Console::updateConnections()
{
    if (m_welcome != nullptr)
        m_welcome->setConnections(m_connections.connections());
    if (window() != nullptr)
        window()->setConnections(m_connections.connections());
}

Connection Console::demoConnection(Dialect dialect) const
{
    Connection connection;
    connection.name = tr("Demo organisation");
    connection.environment = Environment::Demo;
    connection.dialect = dialect;
    connection.signInMethod = SignInMethod::ClientCredentials;
    connection.clientId = m_endpoints.clientId;
    // The published API alone answers a client that speaks it; the other address has both.
    connection.apiUrl = dialect == Dialect::Published ? m_endpoints.publishedApiUrl : m_endpoints.apiUrl;
    connection.loginUrl = m_endpoints.loginUrl;
    return connection;
}

void Console::openDemo(Dialect dialect)
{
    if (!m_demo.isRunning()) {
        const Result<demo::DemoEndpoints> endpoints = m_demo.start();
        if (!endpoints) {
            showWelcome(describeBriefly(endpoints.error()));
            return;
        }
        m_endpoints = *endpoints;
    }
    signInToDemo(dialect);
}

void Console::signInToDemo(Dialect dialect)
{
    m_pending = std::make_unique<Session>(demoConnection(dialect), *m_secrets, *m_prompts);
    watch(*m_pending);
    QCoro::connect(m_pending->tokens().signInWithClientSecret(m_endpoints.clientSecret), m_pending.get(),
                   [this](const Result<Identity> &result) {
                       if (result) {
                           adopt();
                           return;
                       }
                       abandon();
                       if (window() == nullptr)
                           showWelcome(describeBriefly(result.error()));
                       else
                           window()->showMessage(describeBriefly(result.error()));
                   });
}

void Console::openSaved(const QUuid &id)
{
    const std::optional<Connection> connection = m_connections.find(id);
    if (!connection)
        return;
    if (window() == nullptr) {
        openConnection(*connection);
        return;
    }
    window()->leave([this, chosen = *connection] { openConnection(chosen); });
}

void Console::openConnection(const Connection &connection)
{
    if (front() == nullptr)
        showWelcome();
    begin(connection);
}

void Console::begin(const Connection &connection)
{
    m_pending = std::make_unique<Session>(connection, *m_secrets, *m_prompts);
    const Result<Done> prepared = m_pending->prepare();
    if (!prepared) {
        m_pending.reset();
        m_prompts->inform(front(), tr("The connection cannot be used"),
                          tr("Put “%1” right in Manage connections….").arg(connection.name),
                          describeBriefly(prepared.error()) + QLatin1Char('\n') +
                              describe(prepared.error()).technical);
        return;
    }
    watch(*m_pending);
    SignInController &signIn = m_pending->signIn();
    connect(&signIn, &SignInController::signedIn, m_pending.get(), [this] { adopt(); });
    connect(&signIn, &SignInController::cancelled, m_pending.get(), [this] { abandon(); });
    connect(&signIn, &SignInController::permissionsRequested, m_pending.get(),
            [dialect = connection.dialect](QWidget *parent) {
                (new PermissionsDialog(dialect, PermissionSet(), parent))->open();
            });
    signIn.start(front());
}

void Console::watch(Session &session)
{
    connect(&session, &Session::organizationRead, this, &Console::remember);
    connect(&session, &Session::secretKept, this, [this, id = session.connection().id](bool isKept) {
        std::optional<Connection> saved = m_connections.find(id);
        if (!saved)
            return;
        saved->keepsSecret = isKept;
        const Result<Connection> done = m_connections.save(*saved);
        if (!done && window() != nullptr)
            window()->showMessage(describeBriefly(done.error()));
    });
    connect(&session, &Session::signedOut, this, [this] { close(tr("Signed out.")); });
}

void Console::remember(const Connection &connection)
{
    std::optional<Connection> saved = m_connections.find(connection.id);
    if (!saved)
        return; // the demo organisation
    saved->organizationId = connection.organizationId;
    saved->organizationName = connection.organizationName;
    // What the server is called is a convenience: if it cannot be written down, it is read again next time.
    m_connections.save(*saved);
}

void Console::adopt()
{
    // Not from within a signal of the session that is about to change its role.
    QTimer::singleShot(0, this, [this, signedIn = m_pending.get()] {
        if (m_pending == nullptr || m_pending.get() != signedIn)
            return;
        SignInController &signIn = m_pending->signIn();
        disconnect(&signIn, &SignInController::signedIn, m_pending.get(), nullptr);
        disconnect(&signIn, &SignInController::cancelled, m_pending.get(), nullptr);
        disconnect(&signIn, &SignInController::permissionsRequested, m_pending.get(), nullptr);
        if (window() != nullptr)
            window()->saveLayout();
        m_controller.setOpenConnection(m_pending->connection().id);
        m_pending->open(m_connections.connections());
        // The new window is there before the old one goes, or the program would end with its last window.
        std::swap(m_session, m_pending);
        m_pending.reset();
        connectWindow();
        if (m_welcome != nullptr)
            m_welcome.release()->deleteLater();
        Q_EMIT windowOpened();
    });
}

void Console::abandon()
{
    QTimer::singleShot(0, this, [this, given = m_pending.get()] {
        if (m_pending.get() == given)
            m_pending.reset();
    });
}

void Console::close(const QString &notice)
{
    QTimer::singleShot(0, this, [this, notice] {
        if (window() != nullptr)
            window()->saveLayout();
        showWelcome(notice);
        m_controller.setOpenConnection({});
        m_session.reset();
    });
}

void Console::connectWindow()
{
    MainWindow *open = window();
    connect(open, &MainWindow::dialectChosen, this, [this](Dialect chosen) {
        // Not from within the window that is about to go.
        QTimer::singleShot(0, this, [this, chosen] { openDemo(chosen); });
    });
    connect(open, &MainWindow::demoRequested, this, [this] {
        window()->leave([this] { QTimer::singleShot(0, this, [this] { openDemo(m_options.dialect); }); });
    });
    connect(open, &MainWindow::planOptionsChosen, this, [this](const PlanOptions &options) {
        std::optional<Connection> saved = m_connections.find(m_session->connection().id);
        if (!saved)
            return; // the demo organisation
        saved->planOptions = options;
        if (const Result<Connection> done = m_connections.save(*saved); !done)
            window()->showMessage(describeBriefly(done.error()));
    });
    connect(open, &MainWindow::connectionRequested, this, &Console::openSaved);
    connect(open, &MainWindow::manageConnectionsRequested, this, [this] { m_controller.manage(window()); });
}

} // namespace offboarding::ui
