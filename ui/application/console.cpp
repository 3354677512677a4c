// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/console.h"

#include "ui/application/session.h"
#include "ui/application/windowprompts.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/errortext.h"

#include <QTimer>

#include <utility>

namespace offboarding::ui {

Console::Console(ConsoleOptions options, Prompts *prompts)
    : m_options(std::move(options)),
      m_ownPrompts(prompts == nullptr ? std::make_unique<WindowPrompts>() : nullptr),
      m_prompts(prompts == nullptr ? m_ownPrompts.get() : prompts), m_demo(m_options.demo)
{
}

Console::~Console() = default;

MainWindow *Console::window() const
{
    return m_session == nullptr ? nullptr : &m_session->window();
}

void Console::open()
{
    if (m_options.opensDemo)
        openDemo(m_options.dialect);
    else
        showWelcome();
}

void Console::showWelcome()
{
    if (m_welcome == nullptr) {
        m_welcome = std::make_unique<WelcomePage>();
        connect(m_welcome.get(), &WelcomePage::demoRequested, this, [this] {
            m_welcome->showStarting();
            // After the page has said what goes on.
            QTimer::singleShot(0, this, [this] { openDemo(m_options.dialect); });
        });
    }
    m_welcome->show();
}

Connection Console::demoConnection(Dialect dialect) const
{
    Connection connection;
    connection.name = tr("Demo organisation");
    connection.environment = Environment::Demo;
    connection.dialect = dialect;
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
            showWelcome();
            m_welcome->showFailure(describeBriefly(endpoints.error()));
            return;
        }
        m_endpoints = *endpoints;
    }
    auto session =
        std::make_unique<Session>(demoConnection(dialect), m_endpoints.token, tr("demo client"), *m_prompts);
    MainWindow *window = &session->window();
    connect(window, &MainWindow::dialectChosen, this, [this](Dialect chosen) {
        // Not from within the window that is about to go.
        QTimer::singleShot(0, this, [this, chosen] {
            m_session->window().saveLayout();
            openDemo(chosen);
        });
    });
    window->show();
    session->load();
    // The new window is there before the old one goes, or the program would end with its last window.
    m_session = std::move(session);
    if (m_welcome != nullptr)
        m_welcome.release()->deleteLater();
}

} // namespace offboarding::ui
