// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "tests/api/tlsserver.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

const QString marker = QStringLiteral("MARKER-transport-token");

ApiRequest readOne()
{
    return userRequest(QStringLiteral("u1"), false);
}

ApiRequest deleteOne()
{
    return deleteUserRequest(Dialect::Published, QStringLiteral("u1"));
}

} // namespace

/// TLS, proxies and redirects, against real servers on loopback with certificates made for this run.
class TestTransport : public QObject
{
    Q_OBJECT

private:
    TestCertificates m_certificates;
    std::unique_ptr<TlsServer> m_server;
    std::unique_ptr<ApiClient> m_client;

    void serve(const char *certificate, const QList<QByteArray> &protocols = {})
    {
        m_server = std::make_unique<TlsServer>();
        QVERIFY(m_server->listen(m_certificates.certificateFile(certificate),
                                 m_certificates.keyFile(certificate), protocols));
        makeClient(m_server->url());
    }

    void makeClient(const QUrl &url)
    {
        m_client = std::make_unique<ApiClient>(url);
        m_client->setAccessToken(marker);
        RetrySettings settings;
        settings.mostAttempts = 2;
        settings.firstPauseMilliseconds = 1;
        m_client->setRetrySettings(settings);
    }

    void trustOwnAuthority()
    {
        TransportSettings transport;
        transport.extraCaFile = m_certificates.authorityFile();
        QVERIFY(m_client->setTransport(transport).has_value());
    }

    Result<ApiResponse> send(ApiRequest request)
    {
        return QCoro::waitFor(m_client->send(std::move(request)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_certificates.make();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void anOwnAuthorityIsTrustedWhenItIsGiven()
    {
        serve("good");
        trustOwnAuthority();
        const auto answer = send(readOne());
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().toLogString()));
        QCOMPARE(answer->body, QByteArray("{}"));
        QVERIFY(m_server->received.contains(QByteArray("Bearer " + marker.toLatin1())));
    }

    void badCertificatesGetNothing_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<int>("cause");
        QTest::newRow("unknown authority")
            << QByteArray("good") << false << static_cast<int>(TlsCause::UnknownAuthority);
        QTest::newRow("wrong host") << QByteArray("elsewhere") << true
                                    << static_cast<int>(TlsCause::WrongHost);
        QTest::newRow("expired") << QByteArray("expired") << true << static_cast<int>(TlsCause::Expired);
    }

    void badCertificatesGetNothing()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(bool, isTrusted);
        QFETCH(int, cause);
        serve(certificate.constData());
        if (isTrusted)
            trustOwnAuthority();
        for (const ApiRequest &request : {readOne(), deleteOne()}) {
            const auto answer = send(request);
            QVERIFY(!answer.has_value());
            QCOMPARE(answer.error().kind, ErrorKind::Tls); // never "outcome unknown": nothing was sent
            QCOMPARE(static_cast<int>(answer.error().tls), cause);
            QVERIFY2(answer.error().detail.size() > 20, qPrintable(answer.error().detail));
            QVERIFY2(answer.error().detail.contains(QStringLiteral("Test authority")),
                     qPrintable(answer.error().detail));
        }
        QVERIFY(!m_server->received.contains("Bearer"));
        QCOMPARE(m_server->requests, 0);
    }

    void anOldProtocolIsRefused()
    {
        QProcess server;
        server.setProcessChannelMode(QProcess::MergedChannels);
        server.start(QStringLiteral("openssl"),
                     {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0"),
                      QStringLiteral("-cert"), m_certificates.certificateFile("good"), QStringLiteral("-key"),
                      m_certificates.keyFile("good"), QStringLiteral("-tls1_1"), QStringLiteral("-cipher"),
                      QStringLiteral("DEFAULT@SECLEVEL=0"), QStringLiteral("-www")});
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((output += server.readAll()).contains("ACCEPT 127.0.0.1:"), 10'000);
        const qsizetype colon = output.indexOf(':', output.indexOf("ACCEPT "));
        const int port = output.mid(colon + 1, output.indexOf('\n', colon) - colon - 1).trimmed().toInt();
        QVERIFY(port > 0);
        // It works for whoever accepts the old protocol, so it is the client that refuses.
        QProcess oldClient;
        oldClient.start(QStringLiteral("openssl"),
                        {QStringLiteral("s_client"), QStringLiteral("-connect"),
                         QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("-tls1_1"),
                         QStringLiteral("-cipher"), QStringLiteral("DEFAULT@SECLEVEL=0")});
        oldClient.closeWriteChannel();
        QVERIFY(oldClient.waitForFinished(10'000));
        QVERIFY(oldClient.readAllStandardOutput().contains("Protocol  : TLSv1.1"));

        makeClient(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port)));
        trustOwnAuthority();
        const auto answer = send(deleteOne());
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::Tls);
        QCOMPARE(answer.error().tls, TlsCause::Protocol);
        server.kill();
        QVERIFY(server.waitForFinished(10'000));
    }

    void aRedirectTakesTheTokenNowhere()
    {
        FaultServer other;
        TlsServer otherTls;
        QVERIFY(otherTls.listen(m_certificates.certificateFile("good"), m_certificates.keyFile("good")));
        serve("good");
        trustOwnAuthority();
        for (const int status : {301, 302, 303, 307, 308}) {
            for (const QUrl &target :
                 {other.url(), otherTls.url(QStringLiteral("localhost")), m_server->url()}) {
                m_server->requests = 0;
                m_server->answer = "HTTP/1.1 " + QByteArray::number(status) +
                                   " Elsewhere\r\nLocation: " + target.toEncoded() +
                                   "/api/v2/users/u1\r\nContent-Length: 0\r\n\r\n";
                for (const ApiRequest &request : {readOne(), deleteOne()}) {
                    const auto answer = send(request);
                    QVERIFY(!answer.has_value());
                }
                QCOMPARE(m_server->requests, 2); // not followed on the same server either
            }
        }
        QCOMPARE(other.requests().size(), 0);
        QCOMPARE(otherTls.requests, 0);
    }

    void plainHttpGoesToThisComputerOnly()
    {
        makeClient(QUrl(QStringLiteral("http://api.example.test")));
        QCOMPARE(send(readOne()).error().kind, ErrorKind::Refused);
    }

    void aFileWithoutAuthoritiesIsRefused()
    {
        serve("good");
        TransportSettings transport;
        transport.extraCaFile = m_certificates.keyFile("good");
        const auto result = m_client->setTransport(transport);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::File);
        transport.extraCaFile = QStringLiteral("/no/such/file.pem");
        QVERIFY(!m_client->setTransport(transport).has_value());
        QVERIFY(m_client->transport().extraCaFile.isEmpty());
    }

    // Proxy

    void aProxyGetsItsPasswordAndNotTheToken()
    {
        serve("good");
        TestProxy proxy(m_server->port());
        makeClient(QUrl(QStringLiteral("https://api.example.test")));
        TransportSettings transport;
        transport.extraCaFile = m_certificates.authorityFile();
        transport.proxy = {ProxyMode::Manual, QStringLiteral("127.0.0.1"), proxy.port(),
                           QString::fromLatin1(proxy.user), false};
        transport.proxyPassword = QString::fromLatin1(proxy.password);
        QVERIFY(m_client->setTransport(transport).has_value());
        const auto answer = send(readOne());
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().toLogString()));
        QVERIFY(proxy.received.contains("CONNECT api.example.test:443"));
        QVERIFY(!proxy.received.contains("MARKER-transport"));
        QVERIFY(m_server->received.contains(QByteArray("Bearer " + marker.toLatin1())));
        QVERIFY(!m_server->received.toLower().contains("proxy-auth"));
    }

    void aProxyThatRefusesIsNamed_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::newRow("nobody") << QString() << QString();
        QTest::newRow("wrong password") << "proxyuser"
                                        << "MARKER-wrong";
    }

    void aProxyThatRefusesIsNamed()
    {
        QFETCH(QString, user);
        QFETCH(QString, password);
        serve("good");
        TestProxy proxy(m_server->port());
        makeClient(QUrl(QStringLiteral("https://api.example.test")));
        TransportSettings transport;
        transport.extraCaFile = m_certificates.authorityFile();
        transport.proxy = {ProxyMode::Manual, QStringLiteral("127.0.0.1"), proxy.port(), user, false};
        transport.proxyPassword = password;
        QVERIFY(m_client->setTransport(transport).has_value());
        for (const ApiRequest &request : {readOne(), deleteOne()}) {
            const auto answer = send(request);
            QVERIFY(!answer.has_value());
            QCOMPARE(answer.error().kind, ErrorKind::Proxy);
            QVERIFY(!answer.error().toLogString().contains(QLatin1String("MARKER")));
        }
        QCOMPARE(proxy.tunnels, 0);
        QCOMPARE(m_server->requests, 0);
    }

    void aProxyThatIsNotThereIsNamed()
    {
        makeClient(QUrl(QStringLiteral("https://api.example.test")));
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        TransportSettings transport;
        transport.proxy = {ProxyMode::Manual, QStringLiteral("127.0.0.1"), probe.serverPort(), {}, false};
        probe.close();
        QVERIFY(m_client->setTransport(transport).has_value());
        const auto answer = send(deleteOne());
        QVERIFY(!answer.has_value());
        QVERIFY2(answer.error().kind == ErrorKind::Proxy, qPrintable(answer.error().toLogString()));
    }

    void loopbackNeverGoesThroughAProxy()
    {
        serve("good");
        TestProxy proxy(m_server->port());
        TransportSettings transport;
        transport.extraCaFile = m_certificates.authorityFile();
        transport.proxy = {ProxyMode::Manual, QStringLiteral("127.0.0.1"), proxy.port(), {}, false};
        QVERIFY(m_client->setTransport(transport).has_value());
        QVERIFY(send(readOne()).has_value());
        QVERIFY(proxy.received.isEmpty());
    }

    void theSystemsProxyIsUsed()
    {
        serve("good");
        TestProxy proxy(m_server->port());
        const QByteArray before = qgetenv("https_proxy");
        qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
        makeClient(QUrl(QStringLiteral("https://api.example.test")));
        TransportSettings transport;
        transport.extraCaFile = m_certificates.authorityFile();
        transport.proxy.user = QString::fromLatin1(proxy.user);
        transport.proxyPassword = QString::fromLatin1(proxy.password);
        QVERIFY(m_client->setTransport(transport).has_value());
        const auto answer = send(readOne());
        qputenv("https_proxy", before);
        qunsetenv("http_proxy");
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().toLogString()));
        QCOMPARE(proxy.tunnels, 1);
    }

    // HTTP/2

    void http2IsUsedWhereTheServerHasIt()
    {
        serve("good", {"h2", "http/1.1"});
        trustOwnAuthority();
        QVERIFY(send(readOne()).has_value());
        QVERIFY(send(deleteOne()).has_value());
        QVERIFY(send(deactivateUserRequest(Dialect::Published, QStringLiteral("u1"), 3)).has_value());
        QCOMPARE(m_server->http2Requests, 3);
        QVERIFY(m_server->received.contains("{\"state\":\"inactive\",\"version\":3}"));
    }

    void aCutHttp2LineNeverSendsAWriteTwice()
    {
        serve("good", {"h2"});
        trustOwnAuthority();
        m_server->cutsLines = true;
        const auto answer = send(deleteOne());
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(m_server->http2Requests, 1);
        // A read is tried again, as often as the client says and no more.
        m_server->http2Requests = 0;
        QVERIFY(!send(readOne()).has_value());
        QCOMPARE(m_server->http2Requests, 2);
        // On a line that is open already, too.
        m_server->cutsLines = false;
        QVERIFY(send(readOne()).has_value());
        m_server->http2Requests = 0;
        m_server->cutsLines = true;
        QCOMPARE(send(deleteOne()).error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(m_server->http2Requests, 1);
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
