// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/secretstore.h"
#include "app/connections/connectionstore.h"
#include "app/demo/demoserver.h"
#include "ui/application/consoleoptions.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/connections/connectionscontroller.h"

#include <QObject>

#include <memory>

namespace offboarding::ui {

class MainWindow;
class Session;
class WelcomePage;

/// The composition root: builds every service once, passes references down, and takes all of it down in the
/// right order. One connection is open at a time; another one takes its place once it is signed in.
class Console : public QObject
{
    Q_OBJECT

public:
    /// @p prompts: how questions are answered; null: in windows. @p secrets: where secrets are kept; null: in
    /// the desktop's keychain. Both borrowed.
    explicit Console(ConsoleOptions options, Prompts *prompts = nullptr, SecretStore *secrets = nullptr);
    ~Console() override;

    /// Shows the welcome page, or opens the demo organisation or the saved connection that the options name.
    void open();
    /// Starts the demo organisation unless it runs, signs in, and shows its users in @p dialect.
    void openDemo(Dialect dialect);
    /// Signs in to a connection, over the window that is open or the welcome page.
    void openConnection(const Connection &connection);

    MainWindow *window() const; ///< null while there is no connection
    Session *session() const { return m_session.get(); }
    WelcomePage *welcomePage() const { return m_welcome.get(); }
    demo::DemoServer &demoServer() { return m_demo; }
    ConnectionStore &connections() { return m_connections; }

Q_SIGNALS:
    void windowOpened();

private:
    void showWelcome(const QString &notice = {});
    void openSaved(const QUuid &id);
    void signInToDemo(Dialect dialect);
    void begin(const Connection &connection);
    void watch(Session &session);
    void adopt();
    void abandon();
    void close(const QString &notice);
    void connectWindow();
    void remember(const Connection &connection);
    void updateConnections();
    QWidget *front();
    Connection demoConnection(Dialect dialect) const;

    ConsoleOptions m_options;
    std::unique_ptr<Prompts> m_ownPrompts;
    Prompts *m_prompts;
    std::unique_ptr<SecretStore> m_ownSecrets;
    SecretStore *m_secrets;
    ConnectionStore m_connections;
    ConnectionsController m_controller;
    demo::DemoServer m_demo;
    demo::DemoEndpoints m_endpoints;
    std::unique_ptr<WelcomePage> m_welcome;
    std::unique_ptr<Session> m_session; ///< goes before the server that it speaks to
    std::unique_ptr<Session> m_pending; ///< is being signed in
};

} // namespace offboarding::ui
