// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/tokensession.h"

#include <QAbstractOAuthReplyHandler>
#include <QHash>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace offboarding {

/// Takes the browser back after the sign-in page (RFC 8252 §7.3): one port on loopback, one answer, then
/// closed. Plugged into Qt's authorisation code flow in place of QOAuthHttpServerReplyHandler, which reads
/// without a bound, writes an address with the code into the log if its path is odd, and can be destroyed
/// before its page has left.
class LoopbackReceiver : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    /// @p redirectUrl as registered, with port; empty: 127.0.0.1 with a free port.
    LoopbackReceiver(const QUrl &redirectUrl, BrowserPageTexts texts, QObject *parent);

    /// False if the port is taken; errorString() says why.
    bool listen();
    QString errorString() const { return m_server.errorString(); }
    /// The redirect address, exactly as the server has to see it.
    QString callback() const override;

    /// To be called from within callbackReceived(): which page the browser is shown. Refused if not called.
    void showSignedIn() { m_isSignedIn = true; }

public Q_SLOTS:
    void networkReplyFinished(QNetworkReply *reply) override; ///< never used: tokens come through ApiClient

private:
    void accept();
    void read(QTcpSocket *socket);
    void receive(QTcpSocket *socket, const QByteArray &head);
    static void write(QTcpSocket *socket, int status, const QByteArray &body);
    QByteArray page() const;

    QUrl m_redirectUrl;
    BrowserPageTexts m_texts;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_input;
    bool m_isSignedIn = false;
    bool m_isUsed = false;
};

} // namespace offboarding
