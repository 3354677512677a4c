// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/connection.h"

#include <QTest>

namespace offboarding {

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTokenTravelsOnlySafely_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isAllowed");
        const auto row = [](const char *url, bool isAllowed) {
            QTest::newRow(url) << QString::fromUtf8(url) << isAllowed;
        };
        row("https://api.mypurecloud.de", true);
        row("HTTPS://API.MYPURECLOUD.DE/api/v2", true);
        row("https://127.0.0.1:8443", true);
        row("http://127.0.0.1:8080", true);
        row("http://127.8.9.10", true);
        row("http://localhost:8080/prefix", true);
        row("http://LOCALHOST", true);
        row("http://[::1]:8080", true);
        row("http://api.mypurecloud.de", false);
        row("http://10.0.0.1", false);
        row("http://192.168.1.1:8080", false);
        row("http://0.0.0.0", false);
        row("http://[::]", false);
        row("http://[fe80::1]", false);
        row("http://127.0.0.1.evil.example", false);
        row("http://localhost.evil.example", false);
        row("http://evil.example/127.0.0.1", false);
        row("http://localhost@evil.example", false);
        row("http://127.0.0.1:80@evil.example", false);
        row("ftp://127.0.0.1", false);
        row("file:///etc/passwd", false);
        row("ws://127.0.0.1", false);
        row("httpss://api.mypurecloud.de", false);
        row("//127.0.0.1", false);
        row("127.0.0.1", false);
        row("https://", false);
        row("https:///api/v2", false);
        row("http://", false);
        row("", false);
    }

    void theTokenTravelsOnlySafely()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, isAllowed);
        QCOMPARE(isTransportAllowed(QUrl(url)), isAllowed);
    }

    void spellingsOfLoopbackThatAreNoneOfTheBrowserAreNoneHere()
    {
        // An unusual spelling may be either; what counts is that it never means another computer.
        for (const char *text : {"http://0177.0.0.1", "http://2130706433", "http://127.1", "http://0x7f.1"}) {
            const QUrl url(QString::fromLatin1(text));
            if (isTransportAllowed(url))
                QVERIFY2(url.host().startsWith(QStringLiteral("127.")), text);
        }
    }

    void namesAreStable()
    {
        QCOMPARE(dialectName(Dialect::Legacy), QStringLiteral("legacy"));
        QCOMPARE(dialectName(Dialect::Published), QStringLiteral("published"));
        QCOMPARE(environmentName(Environment::Production), QStringLiteral("production"));
        QCOMPARE(environmentName(Environment::Sandbox), QStringLiteral("sandbox"));
        QCOMPARE(environmentName(Environment::Demo), QStringLiteral("demo"));
    }

    void anUnfilledConnectionIsTheStrictOne()
    {
        const Connection connection;
        QCOMPARE(connection.environment, Environment::Production);
        QCOMPARE(connection.dialect, Dialect::Published);
        QVERIFY(!isTransportAllowed(connection.apiUrl));
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ConnectionTest)
#include "tst_connection.moc"
