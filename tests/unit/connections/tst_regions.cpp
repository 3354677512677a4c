// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/regions.h"

#include <QSet>
#include <QTest>

using namespace offboarding;

class TestRegions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allEighteenAreThereOnce()
    {
        QSet<QString> hosts;
        QSet<QString> names;
        for (const Region &region : regions()) {
            hosts.insert(region.host);
            names.insert(region.awsName);
        }
        QCOMPARE(regions().size(), 18);
        QCOMPARE(hosts.size(), 18);
        QCOMPARE(names.size(), 18);
    }

    void addressesAndDialect_data()
    {
        QTest::addColumn<QString>("apiUrl");
        QTest::addColumn<QString>("loginUrl");
        QTest::addColumn<bool>("isRegion");
        const auto row = [](const char *name, const char *api, const char *login, bool isRegion) {
            QTest::newRow(name) << QString::fromUtf8(api) << QString::fromUtf8(login) << isRegion;
        };
        row("frankfurt", "https://api.mypurecloud.de", "https://login.mypurecloud.de", true);
        row("fedramp", "https://api.use2.us-gov-pure.cloud", "https://login.use2.us-gov-pure.cloud", true);
        row("sovereign", "https://api.edee1.eusc-pure.cloud", "https://login.edee1.eusc-pure.cloud", true);
        row("slash", "https://api.mypurecloud.ie/", "https://login.mypurecloud.ie", true);
        row("gateway", "https://gateway.example.com/x", "https://gateway.example.com/x", false);
        row("demo", "http://127.0.0.1:4711", "http://127.0.0.1:4711", false);
        row("look-alike", "https://api.mypurecloud.de.example.com", "https://api.mypurecloud.de.example.com",
            false);
        row("not secure", "http://api.mypurecloud.de", "http://api.mypurecloud.de", false);
        row("port", "https://api.mypurecloud.de:8443", "https://api.mypurecloud.de:8443", false);
    }

    void addressesAndDialect()
    {
        QFETCH(QString, apiUrl);
        QFETCH(QString, loginUrl);
        QFETCH(bool, isRegion);
        QCOMPARE(derivedLoginUrl(QUrl(apiUrl)).toString(), loginUrl);
        QCOMPARE(defaultDialect(QUrl(apiUrl)), isRegion ? Dialect::Published : Dialect::Legacy);
        QCOMPARE(regionOfApiUrl(QUrl(apiUrl)) != nullptr, isRegion);
    }

    void applyingARegionFillsBothAddresses()
    {
        Connection connection;
        connection.regionHost = QStringLiteral("MyPureCloud.com.au");
        applyRegion(connection);
        QCOMPARE(connection.regionHost, QStringLiteral("mypurecloud.com.au"));
        QCOMPARE(connection.apiUrl, QUrl(QStringLiteral("https://api.mypurecloud.com.au")));
        QCOMPARE(connection.loginUrl, QUrl(QStringLiteral("https://login.mypurecloud.com.au")));
        Connection own;
        own.apiUrl = QUrl(QStringLiteral("https://gateway.example.com"));
        applyRegion(own);
        QCOMPARE(own.apiUrl, QUrl(QStringLiteral("https://gateway.example.com")));
    }
};

QTEST_GUILESS_MAIN(TestRegions)
#include "tst_regions.moc"
