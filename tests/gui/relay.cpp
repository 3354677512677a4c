// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/relay.h"

#include <QTcpSocket>

#include <utility>

namespace offboarding::testing {

Relay::Relay()
{
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::accept);
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

void Relay::cut()
{
    m_server.close();
    const QList<QTcpSocket *> sockets = std::exchange(m_sockets, {});
    for (QTcpSocket *socket : sockets) {
        socket->abort();
        socket->deleteLater();
    }
}

bool Relay::mend()
{
    return m_server.listen(QHostAddress::LocalHost, m_port);
}

void Relay::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *server = new QTcpSocket(this);
        m_sockets.append({client, server});
        connect(client, &QTcpSocket::readyRead, server,
                [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(m_target.host(), static_cast<quint16>(m_target.port()));
    }
}

} // namespace offboarding::testing
