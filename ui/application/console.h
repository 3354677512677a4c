// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoserver.h"
#include "ui/application/consoleoptions.h"
#include "ui/dialogs/prompts.h"

#include <QObject>

#include <memory>

namespace offboarding::ui {

class MainWindow;
class Session;
class WelcomePage;

/// The composition root: builds every service once, passes references down, and takes all of it down in the
/// right order.
class Console : public QObject
{
    Q_OBJECT

public:
    /// @p prompts: how questions are answered; null: in windows. Borrowed.
    explicit Console(ConsoleOptions options, Prompts *prompts = nullptr);
    ~Console() override;

    /// Shows the welcome page, or the demo organisation's users if the options say so.
    void open();
    /// Starts the demo organisation unless it runs, and shows its users in @p dialect.
    void openDemo(Dialect dialect);

    MainWindow *window() const; ///< null while there is no connection
    Session *session() const { return m_session.get(); }
    WelcomePage *welcomePage() const { return m_welcome.get(); }
    demo::DemoServer &demoServer() { return m_demo; }

private:
    void showWelcome();
    Connection demoConnection(Dialect dialect) const;

    ConsoleOptions m_options;
    std::unique_ptr<Prompts> m_ownPrompts;
    Prompts *m_prompts;
    demo::DemoServer m_demo;
    demo::DemoEndpoints m_endpoints;
    std::unique_ptr<WelcomePage> m_welcome;
    std::unique_ptr<Session> m_session; ///< goes before the server that it speaks to
};

} // namespace offboarding::ui
