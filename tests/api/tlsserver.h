// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSslServer>
#include <QString>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>

class QSslSocket;
class QTcpSocket;

namespace offboarding::testing {

/// Certificates made by the openssl command for one test run: an authority of its own and servers signed by
/// it.
class TestCertificates
{
public:
    /// Empty if all went well; otherwise what openssl said.
    QString make();
    QString authorityFile() const { return file("authority.pem"); }
    /// "good" (localhost, 127.0.0.1, api.example.test), "elsewhere" (another name), "expired".
    QString certificateFile(const char *name) const;
    QString keyFile(const char *name) const;

private:
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QString run(const QStringList &arguments) const;
    QString makeServer(const QString &name, const QString &alternativeNames, int days) const;

    QTemporaryDir m_folder;
};

/// A TLS server on loopback that answers every request the same way, in HTTP/1.1 or HTTP/2.
class TlsServer : public QObject
{
    Q_OBJECT

public:
    explicit TlsServer(QObject *parent = nullptr);

    /// @p protocols for ALPN, e.g. {"h2"}.
    bool listen(const QString &certificateFile, const QString &keyFile,
                const QList<QByteArray> &protocols = {});
    quint16 port() const { return m_server.serverPort(); }
    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;

    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"; ///< HTTP/1.1
    bool cutsLines = false; ///< HTTP/2: takes the request and closes the connection

    int requests = 0;      ///< complete heads, either version
    int http2Requests = 0; ///< of these
    QByteArray received;   ///< all bytes after decryption

private:
    struct Line
    {
        QByteArray input;
        bool isHttp2 = false;
        bool hasPreface = false;
    };

    void accept();
    void read(QSslSocket *socket);
    void readHttp2(QSslSocket *socket, Line &line);
    void answerHttp2(QSslSocket *socket, const QByteArray &stream);

    QHash<QSslSocket *, Line> m_lines; ///< outlives the server, whose sockets still say that they go
    QSslServer m_server;
};

/// An HTTP proxy that asks for a password and leads every tunnel to one port.
class TestProxy : public QObject
{
    Q_OBJECT

public:
    explicit TestProxy(quint16 targetPort, QObject *parent = nullptr);
    quint16 port() const { return m_server.serverPort(); }

    QByteArray user = "proxyuser";
    QByteArray password = "MARKER-proxy-password";
    QByteArray received; ///< heads only
    int tunnels = 0;

private:
    void accept();
    void read(QTcpSocket *socket);
    void tunnel(QTcpSocket *socket);

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_input;
    quint16 m_target = 0;
};

} // namespace offboarding::testing
