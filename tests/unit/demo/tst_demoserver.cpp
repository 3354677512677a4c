// SPDX-License-Identifier: GPL-3.0-or-later
// The demo organisation over a real socket: sign-in, errors, limits, faults.
#include "tests/unit/demo/rundemo.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnLoopbackOnly()
    {
        RunningDemo demo;
        QVERIFY(demo.server.isRunning());
        QCOMPARE(demo.endpoints.apiUrl.host(), QStringLiteral("127.0.0.1"));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QStringLiteral("127.0.0.2")),
                             static_cast<quint16>(demo.endpoints.apiUrl.port()));
        QVERIFY(!socket.waitForConnected(2000));
    }

    void saysWhoItIs()
    {
        RunningDemo demo;
        const DemoAnswer answer = demo.client->get(QStringLiteral("/organizations/me"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value(QLatin1String("name")).toString(),
                 QStringLiteral("Demo Organisation (generated data)"));
        QVERIFY(!answer.headers.value("inin-correlation-id").isEmpty());
        QCOMPARE(answer.headers.value("inin-ratelimit-count"), QByteArray("1"));
        QVERIFY(answer.headers.contains("inin-ratelimit-allowed"));
        QVERIFY(answer.headers.contains("inin-ratelimit-reset"));
    }

    void refusesWithoutAToken()
    {
        RunningDemo demo;
        demo.client->setToken(QString());
        const DemoAnswer none = demo.client->get(QStringLiteral("/users"));
        QCOMPARE(none.status, 401);
        QCOMPARE(none.code, QStringLiteral("authentication.required"));
        QCOMPARE(none.json.value(QLatin1String("contextId")).toString().toLatin1(),
                 none.headers.value("inin-correlation-id"));
        demo.client->setToken(QStringLiteral("not-a-token"));
        QCOMPARE(demo.client->get(QStringLiteral("/users")).code, QStringLiteral("bad.credentials"));
    }

    void issuesTokensForTheClient()
    {
        RunningDemo demo;
        const QByteArray form("grant_type=client_credentials");
        const QByteArray type("application/x-www-form-urlencoded");
        const QString pair = demo.endpoints.clientId + QLatin1Char(':') + demo.endpoints.clientSecret;
        const QString path = QStringLiteral("/oauth/token");

        demo.client->basicAuthorization = "Basic " + QByteArray("wrong:pair").toBase64();
        const DemoAnswer wrong = demo.client->send("POST", path, form, type);
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.json.value(QLatin1String("error")).toString(), QStringLiteral("invalid_client"));

        demo.client->basicAuthorization = "Basic " + pair.toUtf8().toBase64();
        QCOMPARE(demo.client->send("POST", path, "grant_type=password", type).status, 400);
        const DemoAnswer right = demo.client->send("POST", path, form, type);
        QCOMPARE(right.status, 200);
        QCOMPARE(right.json.value(QLatin1String("expires_in")).toInt(), 86400);
        demo.client->basicAuthorization.clear();
        demo.client->setToken(right.json.value(QLatin1String("access_token")).toString());
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/me")).status, 200);
        QCOMPARE(demo.client->send("HEAD", QStringLiteral("/tokens/me")).status, 200);
        QCOMPARE(demo.client->send("DELETE", QStringLiteral("/tokens/me")).status, 200);
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/me")).status, 401);
    }

    void forgetsExpiredTokens()
    {
        DemoOptions options = smallDemo();
        options.tokenLifetimeSeconds = 1;
        RunningDemo demo(options);
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/me")).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(demo.client->get(QStringLiteral("/tokens/me")).status, 401, 5000);
    }

    void clientCredentialsHaveNoUser()
    {
        RunningDemo demo;
        const DemoAnswer answer = demo.client->get(QStringLiteral("/users/me"));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code, QStringLiteral("not.a.user"));
    }

    void tellsUnknownPathsFromWrongMethods()
    {
        RunningDemo demo;
        const DemoAnswer unknown = demo.client->get(QStringLiteral("/no/such/thing"));
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.code, QStringLiteral("not.found"));
        QCOMPARE(unknown.json.value(QLatin1String("status")).toInt(), 404);
        const DemoAnswer wrong = demo.client->send("DELETE", QStringLiteral("/organizations/me"));
        QCOMPARE(wrong.status, 405);
        QCOMPARE(wrong.code, QStringLiteral("method.not.allowed"));
        QCOMPARE(wrong.headers.value("allow"), QByteArray("GET"));
        // The contract has no such writes.
        QCOMPARE(demo.client->send("DELETE", QStringLiteral("/users/query")).status, 405);
    }

    void outsideTheApiThereIsNothing()
    {
        RunningDemo demo;
        demo.client->setToken(QString());
        for (const char *path : {"/", "/oauth/nothing", "/apix/v2/users", "/index.html"}) {
            const DemoAnswer answer = demo.client->sendAbsolute("GET", QString::fromLatin1(path));
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.code, QStringLiteral("not.found"));
        }
        QCOMPARE(demo.client->sendAbsolute("GET", QStringLiteral("/oauth/token")).status, 405);
    }

    // Every route in the list, with a method that its path does not have, and with a segment too many.
    void everyPathKnowsItsMethods()
    {
        RunningDemo demo;
        QHash<QString, QStringList> methods;
        const QStringList routes = demo.server.routes();
        for (const QString &route : routes) {
            const QStringList parts = route.split(QLatin1Char(' '));
            if (parts.at(1).startsWith(QLatin1String("/api/v2")))
                methods[parts.at(1).mid(qstrlen("/api/v2"))].append(parts.at(0));
        }
        QVERIFY(methods.size() > 40);
        static const QRegularExpression capture(QStringLiteral("\\{[^}]+\\}"));
        for (auto it = methods.cbegin(); it != methods.cend(); ++it) {
            const QString path = QString(it.key()).replace(capture, QStringLiteral("x"));
            const DemoAnswer wrong = demo.client->send("OPTIONS", path);
            QVERIFY2(wrong.status == 405, qPrintable(path));
            QCOMPARE(wrong.code, QStringLiteral("method.not.allowed"));
            const QStringList allowed =
                QString::fromLatin1(wrong.headers.value("allow")).split(QStringLiteral(", "));
            for (const QString &method : it.value())
                QVERIFY2(allowed.contains(method), qPrintable(path + QLatin1Char(' ') + method));
            const DemoAnswer unknown = demo.client->get(path + QStringLiteral("/x/x/x/x"));
            QVERIFY2(unknown.status == 404, qPrintable(path));
        }
    }

    void errorsHaveTheDocumentedBody_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("400") << QByteArray("GET") << "/users?pageSize=x" << QByteArray() << 400;
        QTest::newRow("404") << QByteArray("GET") << "/users/none" << QByteArray() << 404;
        QTest::newRow("405") << QByteArray("DELETE") << "/users" << QByteArray() << 405;
        QTest::newRow("413") << QByteArray("POST") << "/users/search" << QByteArray(512001, ' ') << 413;
        QTest::newRow("fault") << QByteArray("GET") << "/organizations/me" << QByteArray() << 503;
    }

    void errorsHaveTheDocumentedBody()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        RunningDemo demo;
        FaultRule rule;
        rule.pathPattern = QStringLiteral("/api/v2/organizations/me");
        rule.status = 503;
        demo.server.setFaults({rule});
        const DemoAnswer answer = demo.client->send(method, path, body);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.json.value(QLatin1String("status")).toInt(), status);
        QVERIFY(!answer.code.isEmpty());
        for (const char *text : {"message", "messageWithParams"})
            QVERIFY2(!answer.json.value(QLatin1String(text)).toString().isEmpty(), text);
        QVERIFY(answer.json.value(QLatin1String("messageParams")).isObject());
        QVERIFY(answer.json.value(QLatin1String("details")).isArray());
        QVERIFY(answer.json.value(QLatin1String("errors")).isArray());
        const QByteArray correlation = answer.headers.value("inin-correlation-id");
        QVERIFY(!correlation.isEmpty());
        QCOMPARE(answer.json.value(QLatin1String("contextId")).toString().toLatin1(), correlation);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
    }

    void countsEachTokenOnItsOwn()
    {
        DemoOptions options = smallDemo();
        options.rateLimit = {2, 60};
        RunningDemo demo(options);
        const QString other = demo.newToken();
        QVERIFY(!other.isEmpty());
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/me")).status, 200);
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/me")).status, 200);
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/me")).status, 429);
        demo.client->setToken(other);
        const DemoAnswer fresh = demo.client->get(QStringLiteral("/tokens/me"));
        QCOMPARE(fresh.status, 200);
        QCOMPARE(fresh.headers.value("inin-ratelimit-count"), QByteArray("1"));
    }

    void refusesBadBodies()
    {
        RunningDemo demo;
        const QString path = QStringLiteral("/users/%1").arg(demo.user("jane.doe"));
        const DemoAnswer broken = demo.client->send("PATCH", path, "{\"version\":");
        QCOMPARE(broken.status, 400);
        QCOMPARE(broken.code, QStringLiteral("bad.request"));
        QCOMPARE(demo.client->send("PATCH", path, "version=1", "text/plain").status, 415);
        const QByteArray large = "{\"version\":1,\"name\":\"" + QByteArray(520000, 'x') + "\"}";
        QCOMPARE(demo.client->send("PATCH", path, large).status, 413);
        // The connection survives all that.
        QCOMPARE(demo.client->get(QStringLiteral("/users?pageSize=1")).status, 200);
    }

    void limitsTheRate()
    {
        DemoOptions options = smallDemo();
        options.rateLimit = {3, 2};
        RunningDemo demo(options);
        for (int i = 1; i <= 3; ++i) {
            const DemoAnswer answer = demo.client->get(QStringLiteral("/tokens/me"));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.headers.value("inin-ratelimit-count"), QByteArray::number(i));
            QCOMPARE(answer.headers.value("inin-ratelimit-allowed"), QByteArray("3"));
        }
        const DemoAnswer refused = demo.client->get(QStringLiteral("/tokens/me"));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code, QStringLiteral("too.many.requests.retry.after"));
        const int wait = refused.headers.value("retry-after").toInt();
        QVERIFY(wait >= 1 && wait <= 2);
        QCOMPARE(
            refused.json.value(QLatin1String("message")).toString(),
            QStringLiteral("Rate limit exceeded the maximum. Retry the request in [%1] seconds").arg(wait));
        QTRY_COMPARE_WITH_TIMEOUT(demo.client->get(QStringLiteral("/tokens/me")).status, 200, 5000);
    }

    void playsFaults()
    {
        RunningDemo demo;
        const QString path = QStringLiteral("/users?pageSize=50");
        FaultRule rule;
        rule.method = QStringLiteral("GET");
        rule.pathPattern = QStringLiteral("/api/v2/us*s");

        rule.status = 503;
        rule.count = 1;
        rule.skip = 1;
        rule.retryAfterSeconds = 7;
        demo.server.setFaults({rule});
        QCOMPARE(demo.client->get(path).status, 200);
        const DemoAnswer unavailable = demo.client->get(path);
        QCOMPARE(unavailable.status, 503);
        QCOMPARE(unavailable.code, QStringLiteral("service.unavailable"));
        QCOMPARE(unavailable.headers.value("retry-after"), QByteArray("7"));
        QCOMPARE(demo.client->get(path).status, 200);

        rule.skip = 0;
        rule.kind = FaultRule::Kind::CutLine;
        demo.server.setFaults({rule});
        QCOMPARE(demo.client->get(path).error, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(demo.client->get(path).status, 200);

        rule.kind = FaultRule::Kind::InvalidJson;
        demo.server.setFaults({rule});
        const DemoAnswer half = demo.client->get(path);
        QCOMPARE(half.status, 200);
        QVERIFY(!half.body.isEmpty() && half.json.isEmpty());

        rule.kind = FaultRule::Kind::InvalidUtf8;
        demo.server.setFaults({rule});
        QVERIFY(demo.client->get(path).body.contains("\xC3\x28\xFF"));

        rule.pathPattern = QStringLiteral("/api/v2/users?*pageSize=50*");
        rule.kind = FaultRule::Kind::Status;
        rule.status = 418;
        rule.body = "short and stout";
        demo.server.setFaults({rule});
        QCOMPARE(demo.client->get(QStringLiteral("/users?pageSize=5")).status, 200);
        QCOMPARE(demo.client->get(path).body, QByteArray("short and stout"));
    }

    void aSlowAnswerHoldsUpNobody()
    {
        RunningDemo demo;
        FaultRule rule;
        rule.pathPattern = QStringLiteral("/api/v2/organizations/me");
        rule.kind = FaultRule::Kind::Delay;
        rule.delayMs = 800;
        demo.server.setFaults({rule});
        QElapsedTimer timer;
        timer.start();
        QNetworkReply *slow = demo.client->begin("GET", QStringLiteral("/organizations/me"));
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/me")).status, 200);
        QVERIFY(!slow->isFinished());
        QCOMPARE(DemoClient::finished(slow).status, 200);
        QVERIFY(timer.elapsed() >= 800);
    }

    void survivesAClientThatGivesUp()
    {
        DemoOptions options = smallDemo();
        options.latencyMs = 100;
        RunningDemo demo(options);
        QNetworkReply *reply = demo.client->begin("GET", QStringLiteral("/organizations/me"));
        QTRY_VERIFY(!demo.server.requestLog().isEmpty());
        reply->abort();
        reply->deleteLater();
        QCOMPARE(demo.client->get(QStringLiteral("/tokens/me")).status, 200);
    }

    void keepsALogOfRequests()
    {
        RunningDemo demo;
        demo.client->get(QStringLiteral("/users?pageSize=2"));
        demo.client->send("POST", QStringLiteral("/users/search"), "{\"query\":[]}");
        const QList<RequestRecord> log = demo.server.requestLog();
        QCOMPARE(log.size(), 2);
        QCOMPARE(log.at(0).method, QStringLiteral("GET"));
        QCOMPARE(log.at(0).path, QStringLiteral("/api/v2/users"));
        QCOMPARE(log.at(0).query, QStringLiteral("pageSize=2"));
        QCOMPARE(log.at(1).body, QByteArray("{\"query\":[]}"));
        QCOMPARE(log.at(1).status, 200);
    }

    void startsAfreshAfterStop()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        demo.server.touchUser(jane);
        demo.server.stop();
        QVERIFY(!demo.server.isRunning());
        QCOMPARE(demo.user("jane.doe"), QString());
        QVERIFY(demo.server.start());
        QCOMPARE(demo.user("jane.doe"), jane);
    }
};

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
