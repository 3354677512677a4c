// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace offboarding::testing {

QByteArray ReceivedRequest::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark); // left(-1) is empty
}

QString ReceivedRequest::query(const QString &name) const
{
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return {};
    return QUrlQuery(QString::fromUtf8(target.mid(mark + 1))).queryItemValue(name, QUrl::FullyDecoded);
}

ScriptedAnswer ScriptedAnswer::withHeader(const QByteArray &name, const QByteArray &value) const
{
    ScriptedAnswer copy = *this;
    copy.headers.append({name, value});
    return copy;
}

ScriptedAnswer jsonAnswer(const QByteArray &body, int status)
{
    ScriptedAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer.withHeader("Content-Type", "application/json");
}

ScriptedAnswer errorAnswer(int status, const QByteArray &code, const QByteArray &message)
{
    const QJsonObject body{{QStringLiteral("message"), QString::fromUtf8(message)},
                           {QStringLiteral("code"), QString::fromUtf8(code)},
                           {QStringLiteral("status"), status},
                           {QStringLiteral("contextId"), QStringLiteral("context-1")},
                           {QStringLiteral("details"), QJsonArray()},
                           {QStringLiteral("errors"), QJsonArray()}};
    return jsonAnswer(QJsonDocument(body).toJson(QJsonDocument::Compact), status);
}

FaultServer::FaultServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the fault server cannot listen on loopback");
}

FaultServer::~FaultServer()
{
    close();
}

void FaultServer::enqueue(const ScriptedAnswer &answer)
{
    m_script.append(answer);
}

void FaultServer::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

void FaultServer::setGreeting(const QByteArray &bytes)
{
    m_greeting = bytes;
}

void FaultServer::close()
{
    m_server.close();
    const QList<QTcpSocket *> sockets = m_input.keys();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

QUrl FaultServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

int FaultServer::requestCount(const QByteArray &path) const
{
    return static_cast<int>(
        std::count_if(m_requests.cbegin(), m_requests.cend(),
                      [&path](const ReceivedRequest &request) { return request.path() == path; }));
}

void FaultServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_input.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_input.remove(socket);
            socket->deleteLater();
        });
        if (!m_greeting.isEmpty()) {
            socket->write(m_greeting);
            socket->disconnectFromHost();
        }
    }
}

void FaultServer::read(QTcpSocket *socket)
{
    QByteArray &input = m_input[socket];
    input += socket->readAll();
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> lines = input.left(end).split('\n');
    ReceivedRequest request;
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        request.headers.insert(lines.at(i).left(colon).trimmed().toLower(),
                               lines.at(i).mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (input.size() < end + 4 + length)
        return;
    request.body = input.mid(end + 4, length);
    input.remove(0, end + 4 + length);
    m_requests.append(request);
    m_mostAtOnce = std::max(m_mostAtOnce, ++m_waiting);

    ScriptedAnswer next;
    if (!m_script.isEmpty())
        next = m_script.takeFirst();
    else if (m_handler)
        next = m_handler(request);
    else
        next = errorAnswer(404, "not.found", "nothing is scripted for this request");
    answer(socket, next);
}

void FaultServer::answered()
{
    m_waiting = std::max(0, m_waiting - 1);
}

void FaultServer::answer(QTcpSocket *socket, const ScriptedAnswer &answer)
{
    if (answer.isSilent)
        return;
    if (answer.delayMilliseconds <= 0) {
        write(socket, answer);
        return;
    }
    const QPointer<QTcpSocket> guarded(socket);
    QTimer::singleShot(answer.delayMilliseconds, this, [this, guarded, answer] {
        if (guarded != nullptr)
            write(guarded, answer);
        else
            answered();
    });
}

void FaultServer::write(QTcpSocket *socket, const ScriptedAnswer &answer)
{
    answered();
    if (answer.closesAtOnce) {
        socket->abort();
        return;
    }
    if (!answer.verbatim.isEmpty()) {
        socket->write(answer.verbatim);
        socket->disconnectFromHost();
        return;
    }
    const qint64 length = answer.fillerBytes > 0 ? answer.fillerBytes : answer.body.size();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (answer.isLengthAnnounced)
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    else
        head += "Connection: close\r\n";
    socket->write(head + "\r\n");
    if (answer.fillerBytes > 0) {
        stream(socket, answer.fillerBytes);
    } else if (answer.cutAfterBytes >= 0) {
        socket->write(answer.body.left(answer.cutAfterBytes));
        socket->disconnectFromHost();
    } else if (answer.bytesPerTick > 0) {
        drip(socket, answer.body, answer.bytesPerTick);
    } else {
        socket->write(answer.body);
        if (!answer.isLengthAnnounced)
            socket->disconnectFromHost();
    }
}

void FaultServer::stream(QTcpSocket *socket, qint64 left)
{
    constexpr qint64 chunk = 256 * 1024;
    const QPointer<QTcpSocket> guarded(socket);
    while (left > 0 && socket->bytesToWrite() < 4 * chunk) {
        const qint64 size = std::min(chunk, left);
        socket->write(QByteArray(size, ' '));
        m_streamedBytes += size;
        left -= size;
    }
    if (left == 0)
        return;
    QTimer::singleShot(1, this, [this, guarded, left] {
        if (guarded != nullptr && guarded->state() == QAbstractSocket::ConnectedState)
            stream(guarded, left);
    });
}

void FaultServer::drip(QTcpSocket *socket, const QByteArray &rest, int bytesPerTick)
{
    socket->write(rest.left(bytesPerTick));
    const QByteArray later = rest.mid(bytesPerTick);
    if (later.isEmpty())
        return;
    const QPointer<QTcpSocket> guarded(socket);
    QTimer::singleShot(20, this, [this, guarded, later, bytesPerTick] {
        if (guarded != nullptr && guarded->state() == QAbstractSocket::ConnectedState)
            drip(guarded, later, bytesPerTick);
    });
}

} // namespace offboarding::testing
