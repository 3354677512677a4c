// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/connectionoptions.h"

#include <QTemporaryFile>
#include <QTest>

using namespace offboarding;
using namespace offboarding::cli;

namespace {

Arguments with(const QHash<QString, QString> &options)
{
    Arguments arguments;
    arguments.options = options;
    return arguments;
}

Arguments withApi(const char *url)
{
    return with({{QStringLiteral("api-url"), QString::fromLatin1(url)}});
}

} // namespace

class TestConnectionOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRestFollowsFromTheApi_data()
    {
        QTest::addColumn<QString>("api");
        QTest::addColumn<QString>("login");
        QTest::addColumn<bool>("isPublished");
        const auto row = [](const char *api, const char *login, bool isPublished) {
            QTest::newRow(api) << QString::fromLatin1(api) << QString::fromLatin1(login) << isPublished;
        };
        row("https://api.mypurecloud.de", "https://login.mypurecloud.de", true);
        row("https://api.usw2.pure.cloud", "https://login.usw2.pure.cloud", true);
        row("http://127.0.0.1:8080", "http://127.0.0.1:8080", false);
        row("http://localhost:8080", "http://localhost:8080", false);
        row("http://[::1]:8080", "http://[::1]:8080", false);
        row("https://gateway.example/genesys", "https://gateway.example/genesys", false);
    }

    void theRestFollowsFromTheApi()
    {
        QFETCH(const QString, api);
        QFETCH(const QString, login);
        QFETCH(const bool, isPublished);
        Arguments arguments = with({{QStringLiteral("api-url"), api}});
        const Usage<ConnectionChoice> choice = connectionChoice(arguments);
        QVERIFY2(choice, choice ? "" : qPrintable(choice.error()));
        QVERIFY(choice->kind == ConnectionChoice::Kind::Address);
        QCOMPARE(choice->connection.apiUrl, QUrl(api));
        QCOMPARE(choice->connection.loginUrl, QUrl(login));
        QCOMPARE(choice->connection.dialect == Dialect::Published, isPublished);
        arguments.options.insert(QStringLiteral("login-url"), QStringLiteral("https://login.example"));
        arguments.options.insert(QStringLiteral("dialect"), QStringLiteral("published"));
        const Usage<ConnectionChoice> given = connectionChoice(arguments);
        QVERIFY(given);
        QCOMPARE(given->connection.loginUrl, QUrl(QStringLiteral("https://login.example")));
        QVERIFY(given->connection.dialect == Dialect::Published);
    }

    void addressesAreChecked_data()
    {
        QTest::addColumn<QString>("api");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *api, const char *says) {
            QTest::newRow(api) << QString::fromLatin1(api) << QString::fromLatin1(says);
        };
        row("http://example.com", "plain http is allowed to this computer");
        row("http://127.0.0.1.example.com", "plain http");
        row("http://10.0.0.1:8080", "plain http");
        row("https://user:geheim@api.mypurecloud.de", "no user name and no password");
        row("https://api.mypurecloud.de?access_token=geheim", "ends before");
        row("api.mypurecloud.de", "a complete address");
        row("ftp://api.mypurecloud.de", "a complete address");
        row("https://", "a complete address");
        row("file:///etc/passwd", "a complete address");
        row("", "needs a value");
    }

    void addressesAreChecked()
    {
        QFETCH(const QString, api);
        QFETCH(const QString, says);
        const Usage<ConnectionChoice> choice = connectionChoice(with({{QStringLiteral("api-url"), api}}));
        QVERIFY(!choice);
        QVERIFY2(choice.error().contains(says), qPrintable(choice.error()));
        QVERIFY(choice.error().contains(QStringLiteral("--api-url")));
        QVERIFY(!choice.error().contains(QStringLiteral("geheim")));

        const Usage<ConnectionChoice> login =
            connectionChoice(with({{QStringLiteral("api-url"), QStringLiteral("https://api.mypurecloud.de")},
                                   {QStringLiteral("login-url"), api}}));
        QVERIFY(!login);
        QVERIFY2(login.error().contains(QStringLiteral("--login-url")), qPrintable(login.error()));
    }

    void exactlyOneOrganisationIsNamed()
    {
        QVERIFY(connectionChoice(Arguments()).error().contains(QStringLiteral("Which organisation?")));
        Arguments two = withApi("https://api.mypurecloud.de");
        two.options.insert(QStringLiteral("demo"), QString());
        QVERIFY(connectionChoice(two).error().contains(QStringLiteral("exclude each other")));
        const Usage<ConnectionChoice> demo = connectionChoice(with(
            {{QStringLiteral("demo"), QString()}, {QStringLiteral("dialect"), QStringLiteral("published")}}));
        QVERIFY(demo && demo->kind == ConnectionChoice::Kind::Demo && demo->dialect == Dialect::Published);
        const Usage<ConnectionChoice> profile =
            connectionChoice(with({{QStringLiteral("profile"), QStringLiteral("Test org")}}));
        QVERIFY(profile && profile->kind == ConnectionChoice::Kind::Profile && !profile->dialect);
        QCOMPARE(profile->profile, QStringLiteral("Test org"));
    }

    void whatHasNoMeaningIsRefused()
    {
        const auto demoWith = [](const char *name, const char *value) {
            return connectionChoice(with({{QStringLiteral("demo"), QString()},
                                          {QString::fromLatin1(name), QString::fromLatin1(value)}}));
        };
        QVERIFY(demoWith("login-url", "https://x.example")
                    .error()
                    .contains(QStringLiteral("belongs to --api-url")));
        QVERIFY(demoWith("ca-file", "/x").error().contains(QStringLiteral("--ca-file")));
        QVERIFY(demoWith("dialect", "klingon").error().contains(QStringLiteral("legacy, published")));
    }

    void aCaFileHasToHoldCertificates()
    {
        Arguments arguments = withApi("https://api.mypurecloud.de");
        arguments.options.insert(QStringLiteral("ca-file"), QStringLiteral("/nowhere/ca.pem"));
        QVERIFY(connectionChoice(arguments).error().contains(QStringLiteral("does not exist")));
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("not a certificate");
        file.close();
        arguments.options.insert(QStringLiteral("ca-file"), file.fileName());
        QVERIFY(connectionChoice(arguments).error().contains(QStringLiteral("no certificate")));
    }
};

QTEST_GUILESS_MAIN(TestConnectionOptions)
#include "tst_connectionoptions.moc"
