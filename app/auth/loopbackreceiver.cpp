// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/loopbackreceiver.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>
#include <QVariantMap>

#include <utility>

namespace offboarding {

namespace {

constexpr qsizetype longestHead = 16 * 1024;
constexpr int longestConnectionMilliseconds = 10'000;

} // namespace

LoopbackReceiver::LoopbackReceiver(const QUrl &redirectUrl, BrowserPageTexts texts, QObject *parent)
    : QAbstractOAuthReplyHandler(parent), m_redirectUrl(redirectUrl), m_texts(std::move(texts))
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackReceiver::accept);
}

bool LoopbackReceiver::listen()
{
    const bool isVersion6 = QHostAddress(m_redirectUrl.host()) == QHostAddress(QHostAddress::LocalHostIPv6);
    const QHostAddress address(isVersion6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost);
    return m_server.listen(address, static_cast<quint16>(m_redirectUrl.port(0)));
}

QString LoopbackReceiver::callback() const
{
    if (!m_redirectUrl.isEmpty())
        return m_redirectUrl.toString(QUrl::FullyEncoded);
    return QStringLiteral("http://127.0.0.1:%1/callback").arg(m_server.serverPort());
}

void LoopbackReceiver::networkReplyFinished(QNetworkReply *reply)
{
    Q_UNUSED(reply)
}

void LoopbackReceiver::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        // Not a child of the server: the page has to leave even if the sign-in is over by then.
        socket->setParent(nullptr);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(longestConnectionMilliseconds, socket, [socket] { socket->abort(); });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QObject::destroyed, this, [this, socket] { m_input.remove(socket); });
        read(socket);
    }
}

void LoopbackReceiver::read(QTcpSocket *socket)
{
    QByteArray &input = m_input[socket];
    input += socket->read(longestHead + 1 - input.size());
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end >= 0)
        receive(socket, input.left(end));
    else if (input.size() > longestHead)
        write(socket, 431, {});
}

void LoopbackReceiver::receive(QTcpSocket *socket, const QByteArray &head)
{
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    const QByteArray requestLine = head.left(head.indexOf('\r'));
    const QList<QByteArray> parts = requestLine.split(' ');
    if (parts.size() != 3 || parts.at(0) != "GET") {
        write(socket, 405, {});
        return;
    }
    const QUrl target(QString::fromLatin1(parts.at(1)), QUrl::StrictMode);
    const QString wanted = QUrl(callback()).path();
    const QUrlQuery query(target);
    const bool isAnswer =
        query.hasQueryItem(QStringLiteral("code")) || query.hasQueryItem(QStringLiteral("error"));
    // A browser asks for more than that, a picture for its tab for example.
    if (m_isUsed || !target.isValid() || target.path() != (wanted.isEmpty() ? QStringLiteral("/") : wanted) ||
        !isAnswer) {
        write(socket, 404, {});
        return;
    }
    m_isUsed = true;
    m_server.close();
    QVariantMap values;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        // Twice the same name is nothing that an honest server sends.
        values.insert(name, values.contains(name) ? QString() : value);
    }
    const QPointer<LoopbackReceiver> self(this);
    Q_EMIT callbackReceived(values);
    if (self != nullptr)
        write(socket, 200, page());
}

QByteArray LoopbackReceiver::page() const
{
    const QString title = m_isSignedIn ? m_texts.signedInTitle : m_texts.refusedTitle;
    const QString text = m_isSignedIn ? m_texts.signedInText : m_texts.refusedText;
    return QStringLiteral(
               "<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2</title>"
               "<style>body{font-family:sans-serif;margin:4em auto;max-width:30em;text-align:center}"
               "</style></head><body><h1>%2</h1><p>%3</p></body></html>\n")
        .arg(m_texts.language.toHtmlEscaped(), title.toHtmlEscaped(), text.toHtmlEscaped())
        .toUtf8();
}

void LoopbackReceiver::write(QTcpSocket *socket, int status, const QByteArray &body)
{
    // The address in the browser holds the code, so nobody is to keep it or pass it on.
    socket->write("HTTP/1.1 " + QByteArray::number(status) + (status == 200 ? " OK\r\n" : " Refused\r\n") +
                  "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                  "Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
                  "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
                  "Connection: close\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

} // namespace offboarding
