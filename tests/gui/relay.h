// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace offboarding::testing {

/// A line to a server that can be cut and mended, at an address of its own.
class Relay : public QObject
{
    Q_OBJECT

public:
    Relay();

    void setTarget(const QUrl &target) { m_target = target; }
    quint16 port() const { return m_port; }
    void cut();  ///< ends every connection and takes no new one
    bool mend(); ///< at the same address

private:
    void accept();

    QUrl m_target;
    QTcpServer m_server;
    quint16 m_port = 0;
    QList<QTcpSocket *> m_sockets;
};

} // namespace offboarding::testing
