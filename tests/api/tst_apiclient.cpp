// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logging.h"
#include "tests/api/clienttest.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <memory>
#include <optional>
#include <vector>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

QStringList capturedLog;

void captureLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    capturedLog.append(text);
}

} // namespace

/// The client against a real socket that misbehaves on purpose.
class TestApiClient : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressMayEndWithASlash()
    {
        QUrl url = m_server->url();
        url.setPath(QStringLiteral("/"));
        ApiClient client(url);
        m_server->enqueue(jsonAnswer("{}"));
        QVERIFY(QCoro::waitFor(client.send(deleteOne())).has_value());
        QCOMPARE(m_server->requests().constFirst().line(), QByteArray("DELETE /api/v2/users/u1"));
    }

    void sendsWhatTheApiAsksFor()
    {
        m_server->enqueue(jsonAnswer("{\"id\":\"u1\"}").withHeader("ININ-Correlation-Id", "c-77"));
        const auto answer = send(deactivateUserRequest(Dialect::Published, QStringLiteral("u/1"), 4));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->body, QByteArray("{\"id\":\"u1\"}"));
        QCOMPARE(answer->correlationId, QStringLiteral("c-77"));
        const ReceivedRequest request = m_server->requests().constFirst();
        QCOMPARE(request.line(), QByteArray("PATCH /api/v2/users/u%2F1"));
        QCOMPARE(request.body, QByteArray("{\"state\":\"inactive\",\"version\":4}"));
        QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(request.headers.value("authorization"), "Bearer " + marker.toUtf8());
        QVERIFY(request.headers.value("user-agent").startsWith("OffboardingConsole/"));
        QVERIFY(!request.headers.contains("cookie"));
    }

    void sendsAtMostSixAtATime()
    {
        m_server->setHandler([](const ReceivedRequest &) {
            ScriptedAnswer answer = jsonAnswer("{}");
            answer.delayMilliseconds = 30;
            return answer;
        });
        std::vector<QCoro::Task<Result<ApiResponse>>> tasks;
        for (int i = 0; i < 20; ++i)
            tasks.push_back(m_client->send(readOne()));
        for (auto &task : tasks)
            QVERIFY(QCoro::waitFor(task).has_value());
        QCOMPARE(m_server->requests().size(), 20);
        QCOMPARE(m_server->mostAtOnce(), 6);
    }

    void aSilentServerTimesOut()
    {
        ScriptedAnswer silent;
        silent.isSilent = true;
        m_server->setHandler([=](const ReceivedRequest &) { return silent; });
        ApiRequest read = readOne();
        read.timeoutMilliseconds = 100;
        const auto answer = send(read);
        QCOMPARE(answer.error().kind, ErrorKind::Timeout);
        QCOMPARE(m_server->requests().size(), 3);
        ApiRequest write = deleteOne();
        write.timeoutMilliseconds = 100;
        QCOMPARE(send(write).error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(m_server->requests().size(), 4);
    }

    void aDrippingAnswerEnds()
    {
        ScriptedAnswer drip = jsonAnswer(QByteArray(4000, ' '));
        drip.bytesPerTick = 1;
        m_server->setHandler([=](const ReceivedRequest &) { return drip; });
        RetrySettings once;
        once.mostAttempts = 1;
        m_client->setRetrySettings(once);
        ApiRequest request = readOne();
        request.timeoutMilliseconds = 100; // each byte is progress, yet it would take 80 s
        QElapsedTimer clock;
        clock.start();
        const auto answer = send(request);
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::Timeout);
        QVERIFY(clock.elapsed() < 10'000);
    }

    void aRedirectIsNotFollowedAndTheTokenStays()
    {
        FaultServer elsewhere;
        elsewhere.setHandler([](const ReceivedRequest &) { return jsonAnswer("{}"); });
        ScriptedAnswer redirect;
        redirect.status = 302;
        m_server->enqueue(redirect.withHeader("Location", elsewhere.url().toEncoded() + "/api/v2/users/u1"));
        const auto answer = send(readOne());
        QCOMPARE(answer.error().kind, ErrorKind::BadResponse);
        QVERIFY(answer.error().detail.contains(QStringLiteral("127.0.0.1")));
        QCOMPARE(m_server->requests().size(), 1);
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void plainHttpToAnotherComputerIsRefused()
    {
        ApiClient client(QUrl(QStringLiteral("http://192.0.2.1")));
        const auto answer = QCoro::waitFor(client.send(readOne()));
        QCOMPARE(answer.error().kind, ErrorKind::Refused);
    }

    void anIdCannotLeaveItsPlace_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("parent") << QStringLiteral("..");
        QTest::newRow("self") << QStringLiteral(".");
        QTest::newRow("empty") << QString();
    }

    void anIdCannotLeaveItsPlace()
    {
        QFETCH(const QString, id);
        const auto answer = send(deleteUserRequest(Dialect::Legacy, id));
        QCOMPARE(answer.error().kind, ErrorKind::Refused);
        QVERIFY(m_server->requests().isEmpty());
    }

    void tlsGarbageIsATlsError()
    {
        m_server->setGreeting("this is not TLS at all\r\n\r\n");
        QUrl url = m_server->url();
        url.setScheme(QStringLiteral("https"));
        ApiClient client(url);
        RetrySettings once;
        once.mostAttempts = 1;
        client.setRetrySettings(once);
        const auto answer = QCoro::waitFor(client.send(deleteOne()));
        QCOMPARE(answer.error().kind, ErrorKind::Tls);
    }

    void cancelStopsReadsAndAwaitsWrites()
    {
        m_client->setMostParallelRequests(2);
        m_server->setHandler([](const ReceivedRequest &request) {
            ScriptedAnswer answer = jsonAnswer("{}");
            answer.isSilent = request.method == "GET";
            answer.delayMilliseconds = 100;
            return answer;
        });
        auto write = m_client->send(deleteOne());
        auto flying = m_client->send(readOne());
        auto waiting = m_client->send(readOne());
        QTRY_COMPARE(m_server->requests().size(), 2);
        m_client->cancelReads();
        QCOMPARE(QCoro::waitFor(flying).error().kind, ErrorKind::Cancelled);
        QCOMPARE(QCoro::waitFor(waiting).error().kind, ErrorKind::Cancelled);
        QVERIFY(QCoro::waitFor(write).has_value());
        QCOMPARE(m_server->requests().size(), 2);
    }

    void destroyingTheClientEndsEveryTask()
    {
        ScriptedAnswer silent;
        silent.isSilent = true;
        m_server->setHandler([=](const ReceivedRequest &) { return silent; });
        std::vector<QCoro::Task<Result<ApiResponse>>> reads;
        for (int i = 0; i < 10; ++i)
            reads.push_back(m_client->send(readOne()));
        auto write = m_client->send(deleteOne());
        QTRY_COMPARE(m_server->requests().size(), 6);
        m_client.reset();
        for (auto &task : reads)
            QCOMPARE(QCoro::waitFor(task).error().kind, ErrorKind::Cancelled);
        QCOMPARE(QCoro::waitFor(write).error().kind, ErrorKind::Cancelled); // it was never sent
    }

    void aTaskThatGoesOnAfterTheClientEndedIsCancelledToo()
    {
        ScriptedAnswer silent;
        silent.isSilent = true;
        m_server->setHandler([=](const ReceivedRequest &) { return silent; });
        ApiClient *client = m_client.get();
        QList<ErrorKind> kinds;
        const auto persistent = [](ApiClient *sender, QList<ErrorKind> *seen) -> QCoro::Task<> {
            for (int i = 0; i < 3; ++i) {
                const auto answer = co_await sender->send(readOne());
                seen->append(answer.error().kind);
            }
        };
        auto task = persistent(client, &kinds);
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_client.reset();
        QCOMPARE(kinds, QList<ErrorKind>(3, ErrorKind::Cancelled));
    }

    void theTokenIsNowhereToBeSeen()
    {
        capturedLog.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("offboarding.*=true"));
        const QtMessageHandler previous = qInstallMessageHandler(captureLog);
        QStringList seen;
        const auto note = [&seen](const HttpExchange &exchange) {
            seen << exchange.target << QString::fromUtf8(exchange.body) << exchange.outcome
                 << exchange.correlationId << exchange.operation;
        };
        connect(m_client.get(), &ApiClient::exchangeStarted, this, note);
        connect(m_client.get(), &ApiClient::exchangeFinished, this, note);
        // A server that repeats the header into its error message is the likeliest way for a token to leak.
        m_server->enqueue(errorAnswer(401, "bad.credentials",
                                      "cannot use Authorization: Bearer " + marker.toUtf8() + " here"));
        ScriptedAnswer cut;
        cut.closesAtOnce = true;
        m_server->setHandler([=](const ReceivedRequest &) { return cut; });
        for (const ApiRequest &request : {readOne(), deleteOne(), readOne()}) {
            const auto answer = send(request);
            QVERIFY(!answer.has_value());
            seen << answer.error().toLogString() << answer.error().detail << answer.error().place
                 << request.preview(m_client->apiUrl()).curl();
        }
        qInstallMessageHandler(previous);
        QLoggingCategory::setFilterRules(QString());
        QVERIFY(!seen.isEmpty());
        const QString everything = seen.join(QLatin1Char('\n')) + capturedLog.join(QLatin1Char('\n'));
        QVERIFY(everything.contains(QStringLiteral("$TOKEN")));
        QVERIFY2(!everything.contains(marker), qPrintable(everything));
    }
};

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
