// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tlsserver.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>
#include <QtEndian>

namespace offboarding::testing {

namespace {

const QByteArray http2Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr qsizetype frameHead = 9;
constexpr char dataFrame = 0;
constexpr char headersFrame = 1;
constexpr char settingsFrame = 4;
constexpr char pingFrame = 6;
constexpr char endStream = 1; ///< also: acknowledgement
constexpr char endHeaders = 4;

QByteArray frame(char type, char flags, const QByteArray &stream, const QByteArray &payload)
{
    QByteArray result(3, '\0');
    result[1] = static_cast<char>(payload.size() >> 8);
    result[2] = static_cast<char>(payload.size());
    return result + type + flags + stream + payload;
}

} // namespace

QString TestCertificates::certificateFile(const char *name) const
{
    return m_folder.filePath(QLatin1String(name) + QStringLiteral(".pem"));
}

QString TestCertificates::keyFile(const char *name) const
{
    return m_folder.filePath(QLatin1String(name) + QStringLiteral(".key"));
}

QString TestCertificates::run(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        return QStringLiteral("openssl %1: ").arg(arguments.join(QLatin1Char(' '))) +
               QString::fromUtf8(process.readAll());
    return {};
}

QString TestCertificates::makeServer(const QString &name, const QString &alternativeNames, int days) const
{
    QFile extensions(m_folder.filePath(name + QStringLiteral(".ext")));
    if (!extensions.open(QIODevice::WriteOnly))
        return extensions.errorString();
    extensions.write("subjectAltName=" + alternativeNames.toUtf8() + "\nextendedKeyUsage=serverAuth\n");
    extensions.close();
    const QString asked =
        run({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
             QStringLiteral("-nodes"), QStringLiteral("-subj"), QStringLiteral("/CN=") + name,
             QStringLiteral("-keyout"), name + QStringLiteral(".key"), QStringLiteral("-out"),
             name + QStringLiteral(".csr")});
    if (!asked.isEmpty())
        return asked;
    return run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                name + QStringLiteral(".csr"), QStringLiteral("-CA"), QStringLiteral("authority.pem"),
                QStringLiteral("-CAkey"), QStringLiteral("authority.key"), QStringLiteral("-CAcreateserial"),
                QStringLiteral("-days"), QString::number(days), QStringLiteral("-extfile"),
                name + QStringLiteral(".ext"), QStringLiteral("-out"), name + QStringLiteral(".pem")});
}

QString TestCertificates::make()
{
    QString problem = run(
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
         QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("30"),
         QStringLiteral("-subj"), QStringLiteral("/CN=Test authority"), QStringLiteral("-keyout"),
         QStringLiteral("authority.key"), QStringLiteral("-out"), QStringLiteral("authority.pem")});
    if (problem.isEmpty())
        problem = makeServer(QStringLiteral("good"),
                             QStringLiteral("DNS:localhost,DNS:api.example.test,IP:127.0.0.1"), 30);
    if (problem.isEmpty())
        problem = makeServer(QStringLiteral("elsewhere"), QStringLiteral("DNS:elsewhere.example"), 30);
    if (problem.isEmpty())
        problem = makeServer(QStringLiteral("expired"), QStringLiteral("DNS:localhost,IP:127.0.0.1"), -1);
    return problem;
}

TlsServer::TlsServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &TlsServer::accept);
}

bool TlsServer::listen(const QString &certificateFile, const QString &keyFile,
                       const QList<QByteArray> &protocols)
{
    QFile key(keyFile);
    if (!key.open(QIODevice::ReadOnly))
        return false;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificateFile));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    configuration.setAllowedNextProtocols(protocols);
    m_server.setSslConfiguration(configuration);
    return m_server.listen(QHostAddress::LocalHost);
}

QUrl TlsServer::url(const QString &host) const
{
    return QUrl(QStringLiteral("https://%1:%2").arg(host).arg(port()));
}

void TlsServer::accept()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
        Line line;
        line.isHttp2 = socket->sslConfiguration().nextNegotiatedProtocol() == "h2";
        m_lines.insert(socket, line);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QSslSocket::disconnected, this, [this, socket] {
            m_lines.remove(socket);
            socket->deleteLater();
        });
        read(socket);
    }
}

void TlsServer::read(QSslSocket *socket)
{
    if (!m_lines.contains(socket))
        return;
    Line &line = m_lines[socket];
    const QByteArray bytes = socket->readAll();
    received += bytes;
    line.input += bytes;
    if (line.isHttp2) {
        readHttp2(socket, line);
        return;
    }
    const qsizetype end = line.input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    line.input.clear();
    ++requests;
    socket->write(answer);
}

void TlsServer::readHttp2(QSslSocket *socket, Line &line)
{
    if (!line.hasPreface) {
        if (line.input.size() < http2Preface.size())
            return;
        line.input.remove(0, http2Preface.size());
        line.hasPreface = true;
        socket->write(frame(settingsFrame, 0, QByteArray(4, '\0'), {}));
    }
    while (line.input.size() >= frameHead) {
        const qsizetype size = static_cast<uchar>(line.input.at(0)) << 16 |
                               static_cast<uchar>(line.input.at(1)) << 8 |
                               static_cast<uchar>(line.input.at(2));
        if (line.input.size() < frameHead + size)
            return;
        const char type = line.input.at(3);
        const char flags = line.input.at(4);
        const QByteArray stream = line.input.mid(5, 4);
        const QByteArray payload = line.input.mid(frameHead, size);
        line.input.remove(0, frameHead + size);
        if ((type == settingsFrame || type == pingFrame) && (flags & endStream) == 0)
            socket->write(frame(type, endStream, stream, type == pingFrame ? payload : QByteArray()));
        if (type == headersFrame) {
            ++requests;
            ++http2Requests;
            if (cutsLines) {
                m_lines.remove(socket);
                socket->abort();
                return;
            }
        }
        if ((type == headersFrame || type == dataFrame) && (flags & endStream) != 0)
            answerHttp2(socket, stream);
    }
}

void TlsServer::answerHttp2(QSslSocket *socket, const QByteArray &stream)
{
    const QByteArray status200 = "\x88"; // the static table's entry 8 (RFC 7541, appendix A)
    socket->write(frame(headersFrame, endHeaders, stream, status200));
    socket->write(frame(dataFrame, endStream, stream, "{}"));
}

TestProxy::TestProxy(quint16 targetPort, QObject *parent) : QObject(parent), m_target(targetPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TestProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
}

void TestProxy::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void TestProxy::read(QTcpSocket *socket)
{
    QByteArray &input = m_input[socket];
    input += socket->readAll();
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = input.left(end);
    m_input.remove(socket);
    received += head + "\r\n";
    const QByteArray wanted = "Basic " + QByteArray(user + ':' + password).toBase64();
    if (!head.startsWith("CONNECT ")) {
        socket->write("HTTP/1.1 405 Tunnels only\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
    } else if (!head.toLower().contains(QByteArray("proxy-authorization: " + wanted).toLower())) {
        socket->write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
                      "Content-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
    } else {
        tunnel(socket);
    }
}

void TestProxy::tunnel(QTcpSocket *socket)
{
    ++tunnels;
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    auto *target = new QTcpSocket(socket);
    connect(target, &QTcpSocket::connected, socket,
            [socket] { socket->write("HTTP/1.1 200 Connected\r\n\r\n"); });
    connect(target, &QTcpSocket::readyRead, socket, [socket, target] { socket->write(target->readAll()); });
    connect(socket, &QTcpSocket::readyRead, target, [socket, target] { target->write(socket->readAll()); });
    connect(target, &QTcpSocket::disconnected, socket, &QTcpSocket::disconnectFromHost);
    target->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace offboarding::testing
