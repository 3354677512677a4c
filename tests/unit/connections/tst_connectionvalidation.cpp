// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/connectionvalidation.h"
#include "app/connections/regions.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace offboarding;

namespace {

Connection good()
{
    Connection connection;
    connection.id = QUuid::createUuid();
    connection.name = QStringLiteral("ACME");
    connection.regionHost = QStringLiteral("mypurecloud.de");
    applyRegion(connection);
    connection.clientId = QStringLiteral("f2b1c3d4");
    return connection;
}

Connection withUrl(const char *url)
{
    Connection connection = good();
    connection.regionHost.clear();
    connection.apiUrl = QUrl(QString::fromUtf8(url));
    return connection;
}

using Change = std::function<void(Connection &)>;

Change address(const char *url)
{
    return [url](Connection &connection) { connection = withUrl(url); };
}

} // namespace

class TestConnectionValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatIsFine()
    {
        QCOMPARE(validate(good(), {}), QList<FieldError>());
        for (const char *url :
             {"http://127.0.0.1:8080", "http://[::1]:8080", "https://gateway.example.com/genesys"})
            QCOMPARE(validate(withUrl(url), {}), QList<FieldError>());
        Connection pasted = good();
        pasted.signInMethod = SignInMethod::PastedToken;
        pasted.clientId.clear();
        QCOMPARE(validate(pasted, {}), QList<FieldError>());
    }

    void namesTheField_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const Change &change, const char *field, const char *problem) {
            QTest::newRow(name) << change << QString::fromUtf8(field) << QString::fromUtf8(problem);
        };
        row(
            "no name", [](Connection &c) { c.name = QStringLiteral("  "); }, "name", "empty");
        row(
            "long name", [](Connection &c) { c.name = QString(81, QLatin1Char('x')); }, "name", "too-long");
        row(
            "line break", [](Connection &c) { c.name = QStringLiteral("a\nb"); }, "name",
            "holds-control-characters");
        row(
            "region", [](Connection &c) { c.regionHost = QStringLiteral("x.y"); }, "region",
            "unknown-region");
        row(
            "address beside the region",
            [](Connection &c) { c.apiUrl = QUrl(QStringLiteral("https://e.vil")); }, "apiUrl",
            "not-of-region");
        row("no address", address(""), "apiUrl", "empty");
        row("plain http", address("http://api.example.com"), "apiUrl", "not-secure");
        row("loopback look-alike", address("http://127.0.0.1.example.com"), "apiUrl", "not-secure");
        row("localhost look-alike", address("http://localhost.example.com"), "apiUrl", "not-secure");
        row("password in address", address("https://me:pw@example.com"), "apiUrl", "holds-user-info");
        row("query in address", address("https://api.example.com?a=b"), "apiUrl", "holds-query");
        row("another scheme", address("file:///etc/passwd"), "apiUrl", "not-an-address");
        row("no scheme", address("api.example.com"), "apiUrl", "not-an-address");
        row(
            "login",
            [](Connection &c) {
                c = withUrl("https://api.example.com");
                c.loginUrl = QUrl(QStringLiteral("http://login.example.com"));
            },
            "loginUrl", "not-secure");
        row(
            "no client", [](Connection &c) { c.clientId.clear(); }, "clientId", "empty");
        row(
            "redirect elsewhere",
            [](Connection &c) { c.redirectUrl = QUrl(QStringLiteral("https://example.com:8080/b")); },
            "redirectUrl", "not-loopback");
        row(
            "redirect without port",
            [](Connection &c) { c.redirectUrl = QUrl(QStringLiteral("http://localhost/b")); }, "redirectUrl",
            "out-of-range");
        row(
            "empty protected user", [](Connection &c) { c.protectedUsers = QStringList{QString()}; },
            "protectedUsers", "empty");
        row(
            "no users", [](Connection &c) { c.limits.mostUsersPerRun = 0; }, "limits.mostUsersPerRun",
            "out-of-range");
        row(
            "percent", [](Connection &c) { c.limits.mostPercentOfOrganization = 101; },
            "limits.mostPercentOfOrganization", "out-of-range");
        row(
            "unlock", [](Connection &c) { c.unlockMinutes = 481; }, "unlockMinutes", "out-of-range");
        row(
            "no such file", [](Connection &c) { c.extraCaFile = QStringLiteral("/no/such.pem"); },
            "extraCaFile", "unreadable-file");
        row(
            "proxy host",
            [](Connection &c) {
                c.proxy = {ProxyMode::Manual, {}, 3128, {}, false};
            },
            "proxy.host", "empty");
        row(
            "proxy port",
            [](Connection &c) {
                c.proxy = {ProxyMode::Manual, QStringLiteral("proxy"), 0, {}, false};
            },
            "proxy.port", "out-of-range");
    }

    void namesTheField()
    {
        QFETCH(Change, change);
        QFETCH(QString, field);
        QFETCH(QString, problem);
        Connection connection = good();
        change(connection);
        const QList<FieldError> found = validate(connection, {});
        QCOMPARE(found.size(), 1);
        QCOMPARE(connectionFieldName(found.constFirst().field), field);
        QCOMPARE(fieldProblemName(found.constFirst().problem), problem);
    }

    void aNameIsTakenOnce()
    {
        Connection other = good();
        other.name = QStringLiteral(" acme ");
        const Connection connection = good();
        const QList<FieldError> expected{{ConnectionField::Name, FieldProblem::Duplicate}};
        QCOMPARE(validate(connection, {other}), expected);
        QCOMPARE(validate(connection, {connection}), QList<FieldError>()); // itself
    }

    void aFileWithoutCertificatesIsNoAuthority()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("empty.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a certificate\n");
        file.close();
        Connection connection = good();
        connection.extraCaFile = file.fileName();
        const QList<FieldError> expected{{ConnectionField::ExtraCaFile, FieldProblem::NoCertificates}};
        QCOMPARE(validate(connection, {}), expected);
    }
};

QTEST_GUILESS_MAIN(TestConnectionValidation)
#include "tst_connectionvalidation.moc"
