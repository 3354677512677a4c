// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/session.h"

#include "ui/shell/mainwindow.h"

namespace offboarding::ui {

Session::Session(const Connection &connection, const QString &accessToken, const QString &signedInAs,
                 Prompts &prompts)
    : m_connection(connection), m_client(connection.apiUrl), m_loader(m_client, m_users),
      m_references(m_client), m_runner(m_client, m_loader, m_references),
      m_preview(m_connection, m_users, m_loader, m_references)
{
    m_client.setAccessToken(accessToken);
    m_window = std::make_unique<MainWindow>(services(), prompts, m_log, signedInAs);
    MainWindow *window = m_window.get();
    QObject::connect(&m_client, &ApiClient::exchangeStarted, &m_log, &HttpLogModel::add);
    QObject::connect(&m_client, &ApiClient::exchangeFinished, &m_log, &HttpLogModel::finish);
    QObject::connect(&m_client, &ApiClient::rateBudgetChanged, window, &MainWindow::setRateBudget);
    QObject::connect(&m_client, &ApiClient::reachabilityChanged, window, &MainWindow::setReachable);
}

Session::~Session() = default;

void Session::load()
{
    m_loader.load();
}

Services Session::services()
{
    return {m_connection, m_users, m_loader, m_references, m_runner, m_preview};
}

} // namespace offboarding::ui
