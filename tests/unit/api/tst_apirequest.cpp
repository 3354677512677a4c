// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apirequest.h"
#include "app/api/dialect.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

namespace offboarding {

namespace {

const QUrl apiUrl(QStringLiteral("https://api.mypurecloud.de"));

ApiRequest requestFor(const QString &id)
{
    ApiRequest request;
    request.path = QStringLiteral("/api/v2/users/") + pathPart(id);
    return request;
}

/// What a POSIX shell makes of @p command: the arguments that curl would be started with.
QStringList argumentsOf(const QString &command)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TOKEN"), QStringLiteral("the-token"));
    shell.setProcessEnvironment(environment);
    const QString script = QStringLiteral("curl() { printf '%s\\000' \"$@\"; }\n") + command;
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script});
    if (!shell.waitForFinished(10'000) || shell.exitCode() != 0)
        return {QStringLiteral("the shell refused: "), QString::fromUtf8(shell.readAllStandardError())};
    QStringList result = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(0));
    result.removeLast();
    return result;
}

} // namespace

class ApiRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void methodsHaveTheirNames()
    {
        QCOMPARE(httpMethodName(HttpMethod::Get), QStringLiteral("GET"));
        QCOMPARE(httpMethodName(HttpMethod::Post), QStringLiteral("POST"));
        QCOMPARE(httpMethodName(HttpMethod::Put), QStringLiteral("PUT"));
        QCOMPARE(httpMethodName(HttpMethod::Patch), QStringLiteral("PATCH"));
        QCOMPARE(httpMethodName(HttpMethod::Delete), QStringLiteral("DELETE"));
    }

    void noIdLeavesItsPlace_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *id, const char *part) {
            QTest::newRow(id) << QString::fromUtf8(id) << QString::fromLatin1(part);
        };
        row("../x", "..%2Fx");
        row("..", "%2E%2E");
        row(".", "%2E");
        row("a/b", "a%2Fb");
        row("a?force=true", "a%3Fforce%3Dtrue");
        row("a#b", "a%23b");
        row("a%2e%2e%2fb", "a%252e%252e%252fb");
        row("a b", "a%20b");
        row("a+b&c=d;e", "a%2Bb%26c%3Dd%3Be");
        row("a\\b", "a%5Cb");
        row("a\r\nHost: evil", "a%0D%0AHost%3A%20evil");
        row("{1-9}[a-z]", "%7B1-9%7D%5Ba-z%5D");
        row("jürgen", "j%C3%BCrgen");
        row("6b8e0b5e-2f0d-4f3c-9d7e-0c4a1f6d2b11", "6b8e0b5e-2f0d-4f3c-9d7e-0c4a1f6d2b11");
    }

    void noIdLeavesItsPlace()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, part);
        QCOMPARE(pathPart(id), part);
        const ApiRequest request = requestFor(id);
        QCOMPARE(request.target(), QString(QStringLiteral("/api/v2/users/") + part));
        const QUrl url = requestUrl(apiUrl, request);
        QCOMPARE(url.host(), apiUrl.host());
        QVERIFY(!url.hasQuery() && !url.hasFragment());
        // Whatever the URL class makes of it, what goes over the wire has the same number of parts.
        if (id != QStringLiteral("..") && id != QStringLiteral("."))
            QCOMPARE(url.path(QUrl::FullyEncoded).count(QLatin1Char('/')), 4);
    }

    void aNulDoesNotEndTheTarget()
    {
        const QString id = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        QCOMPARE(pathPart(id), QStringLiteral("a%00b"));
        QVERIFY(requestUrl(apiUrl, requestFor(id)).toEncoded().endsWith("/users/a%00b"));
    }

    void theQueryIsEncodedAndInOrder()
    {
        ApiRequest request = requestFor(QStringLiteral("u"));
        request.query = {{QStringLiteral("expand"), QStringLiteral("presence,station")},
                         {QStringLiteral("na&me"), QStringLiteral("a=b&c#d+e ü")},
                         {QStringLiteral("empty"), QString()}};
        QCOMPARE(request.target(),
                 QStringLiteral(
                     "/api/v2/users/u?expand=presence%2Cstation&na%26me=a%3Db%26c%23d%2Be%20%C3%BC&empty="));
        QCOMPARE(request.line(), QString(QStringLiteral("GET ") + request.target()));
    }

    void aGatewayKeepsItsPrefixAndItsSecretsStayOut()
    {
        const ApiRequest request = requestFor(QStringLiteral("u"));
        const auto urlFor = [&](const char *base) {
            return requestUrl(QUrl(QString::fromLatin1(base)), request).toString(QUrl::FullyEncoded);
        };
        QCOMPARE(urlFor("https://gw.example/genesys"),
                 QStringLiteral("https://gw.example/genesys/api/v2/users/u"));
        QCOMPARE(urlFor("https://gw.example/genesys/"),
                 QStringLiteral("https://gw.example/genesys/api/v2/users/u"));
        QCOMPARE(urlFor("https://api.example/"), QStringLiteral("https://api.example/api/v2/users/u"));
        QCOMPARE(urlFor("https://api.example//"), QStringLiteral("https://api.example/api/v2/users/u"));
        QCOMPARE(urlFor("https://me:secret@api.example:8443?x=1#y"),
                 QStringLiteral("https://api.example:8443/api/v2/users/u"));
        QCOMPARE(urlFor("http://[::1]:8080"), QStringLiteral("http://[::1]:8080/api/v2/users/u"));
    }

    void curlIsOneSafeCommand_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QStringLiteral("u1") << QByteArray(R"({"state":"inactive","version":3})");
        QTest::newRow("no body") << QStringLiteral("u1") << QByteArray();
        QTest::newRow("single quote")
            << QStringLiteral("o'neil") << QByteArray("{\"name\":\"O'Neil 'n' ''\"}");
        QTest::newRow("substitution")
            << QStringLiteral("$(reboot)`reboot`") << QByteArray(R"({"a":"$(id) `id` $HOME"})");
        QTest::newRow("newline") << QStringLiteral("a\nb") << QByteArray("{\"a\":\"x\ny; rm -rf *\"}");
        QTest::newRow("file") << QStringLiteral("@file") << QByteArray("@/etc/passwd");
        QTest::newRow("umlaut") << QStringLiteral("jürgen") << QByteArray("{\"name\":\"J\xc3\xbcrgen\"}");
    }

    void curlIsOneSafeCommand()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, body);
        ApiRequest request = requestFor(id);
        request.method = HttpMethod::Patch;
        request.body = body;
        const QString command = toCurl(apiUrl, request);
        QVERIFY2(command.contains(QStringLiteral("$TOKEN")), qPrintable(command));
        QStringList expected{QStringLiteral("--fail-with-body"),
                             QStringLiteral("-X"),
                             QStringLiteral("PATCH"),
                             QString(QStringLiteral("https://api.mypurecloud.de") + request.target()),
                             QStringLiteral("-H"),
                             QStringLiteral("Authorization: Bearer the-token")};
        if (!body.isEmpty())
            expected += QStringList{QStringLiteral("-H"), QStringLiteral("Content-Type: application/json"),
                                    QStringLiteral("--data-raw"), QString::fromUtf8(body)};
        QCOMPARE(argumentsOf(command), expected);
    }

    void thePreviewShowsWhatIsSent()
    {
        const ApiRequest request = deactivateUserRequest(Dialect::Published, QStringLiteral("u/1"), 7);
        const RequestPreview preview = request.preview(apiUrl);
        QCOMPARE(preview.line(), QStringLiteral("PATCH /api/v2/users/u%2F1"));
        QCOMPARE(preview.line(), request.line());
        QCOMPARE(preview.body, request.body);
        QCOMPARE(preview.curl(), toCurl(apiUrl, request));
    }

    void nothingIsRepeatedUnlessItIsSaidToBeRepeatable()
    {
        const ApiRequest request;
        QVERIFY(!request.idempotent);
        QVERIFY(request.maximumBytes > 0 && request.maximumBytes < 200ll * 1024 * 1024);
        QVERIFY(request.timeoutMilliseconds > 0);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ApiRequestTest)
#include "tst_apirequest.moc"
