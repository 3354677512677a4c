// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "app/base/logging.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
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

const QString marker = QStringLiteral("MARKER-token-1f3a9c");
QStringList capturedLog;

void captureLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    capturedLog.append(text);
}

ApiRequest readOne()
{
    return userRequest(QStringLiteral("u1"), false);
}

ApiRequest deleteOne()
{
    return deleteUserRequest(Dialect::Published, QStringLiteral("u1"));
}

ScriptedAnswer budgetAnswer(int count, int allowed, int reset)
{
    return jsonAnswer("{}")
        .withHeader("inin-ratelimit-count", QByteArray::number(count))
        .withHeader("inin-ratelimit-allowed", QByteArray::number(allowed))
        .withHeader("inin-ratelimit-reset", QByteArray::number(reset));
}

} // namespace

/// The client against a real socket that misbehaves on purpose.
class TestApiClient : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ApiClient> m_client;

    Result<ApiResponse> send(ApiRequest request)
    {
        return QCoro::waitFor(m_client->send(std::move(request)));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FaultServer>();
        m_client = std::make_unique<ApiClient>(m_server->url());
        m_client->setAccessToken(marker);
        RetrySettings settings;
        settings.mostAttempts = 3;
        settings.firstPauseMilliseconds = 10;
        m_client->setRetrySettings(settings);
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
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

    void aTooManyRequestsPausesEverybodyAndGoesOn()
    {
        m_server->enqueue(
            errorAnswer(429, "too.many.requests.retry.after", "wait").withHeader("Retry-After", "1"));
        m_server->setHandler([](const ReceivedRequest &) { return jsonAnswer("{}"); });
        QSignalSpy budgets(m_client.get(), &ApiClient::rateBudgetChanged);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(send(deleteOne()).has_value()); // a refused write was not executed, so it goes again
        QVERIFY(clock.elapsed() >= 950);
        QCOMPARE(m_server->requests().size(), 2);
        const bool wasShown =
            std::any_of(budgets.cbegin(), budgets.cend(), [](const QList<QVariant> &arguments) {
                return arguments.first().value<RateBudget>().pausedSeconds > 0;
            });
        QVERIFY(wasShown);
    }

    void nothingIsSentDuringThePause()
    {
        m_server->enqueue(errorAnswer(429, "too.many.requests", "wait").withHeader("Retry-After", "1"));
        m_server->setHandler([](const ReceivedRequest &) { return jsonAnswer("{}"); });
        auto first = m_client->send(readOne());
        QTRY_VERIFY(m_client->rateBudget().pausedSeconds > 0);
        auto second = m_client->send(readOne());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(QCoro::waitFor(second).has_value());
        QVERIFY(clock.elapsed() >= 800);
        QVERIFY(QCoro::waitFor(first).has_value());
        QCOMPARE(m_server->requests().size(), 3);
    }

    void aVeryLongRetryAfterIsAnError()
    {
        m_server->enqueue(
            errorAnswer(429, "too.many.requests", "daily limit").withHeader("Retry-After", "7200"));
        const auto answer = send(readOne());
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::RateLimited);
        QCOMPARE(answer.error().retryAfterSeconds, 7200);
    }

    void aServerThatOnlySaysTooManyIsGivenUp()
    {
        RetrySettings settings;
        settings.longestRetryAfterSeconds = 2;
        m_client->setRetrySettings(settings);
        m_server->setHandler([](const ReceivedRequest &) {
            return errorAnswer(429, "too.many.requests", "wait").withHeader("Retry-After", "1");
        });
        const auto answer = send(readOne());
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::RateLimited);
        QVERIFY(m_server->requests().size() <= 4);
    }

    void waitsForTheResetBeforeTheLimitIsHit()
    {
        m_server->enqueue(budgetAnswer(10, 10, 1));
        m_server->setHandler([](const ReceivedRequest &) { return budgetAnswer(1, 10, 60); });
        QVERIFY(send(readOne()).has_value());
        QCOMPARE(m_client->rateBudget().used, 10);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(send(readOne()).has_value());
        QVERIFY(clock.elapsed() >= 900);
    }

    void readsAreRepeatedAfterGatewayErrors()
    {
        m_server->enqueue(errorAnswer(503, "service.unavailable", "later"));
        m_server->enqueue(errorAnswer(502, "", ""));
        m_server->enqueue(jsonAnswer("{}"));
        QSignalSpy finished(m_client.get(), &ApiClient::exchangeFinished);
        QVERIFY(send(readOne()).has_value());
        QCOMPARE(m_server->requests().size(), 3);
        QCOMPARE(finished.size(), 3);
        QCOMPARE(finished.at(0).first().value<HttpExchange>().attempt, 1);
        QCOMPARE(finished.at(2).first().value<HttpExchange>().attempt, 3);
        QCOMPARE(finished.at(2).first().value<HttpExchange>().outcome, QStringLiteral("ok"));
    }

    void aServerErrorIsFinalForReads()
    {
        m_server->setHandler(
            [](const ReceivedRequest &) { return errorAnswer(500, "internal.server.error", "oops"); });
        const auto answer = send(readOne());
        QCOMPARE(answer.error().kind, ErrorKind::Server);
        QCOMPARE(answer.error().serverCode, QStringLiteral("internal.server.error"));
        QCOMPARE(answer.error().correlationId, QStringLiteral("context-1"));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void anUncertainWriteIsNeverRepeated_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("500") << 500 << false;
        QTest::newRow("502") << 502 << false;
        QTest::newRow("503") << 503 << false;
        QTest::newRow("504") << 504 << false;
        QTest::newRow("408") << 408 << false;
        QTest::newRow("line cut before the answer") << 0 << true;
    }

    void anUncertainWriteIsNeverRepeated()
    {
        QFETCH(const int, status);
        QFETCH(const bool, isCut);
        m_server->setHandler([=](const ReceivedRequest &) {
            ScriptedAnswer answer = errorAnswer(status, "any", "any");
            answer.closesAtOnce = isCut;
            return answer;
        });
        for (const ApiRequest &request :
             {deleteOne(),
              endParticipationRequest(Dialect::Published, QStringLiteral("c"), QStringLiteral("p")),
              handToQueueRequest(QStringLiteral("c"), QStringLiteral("p"), QStringLiteral("q"))}) {
            const qsizetype before = m_server->requests().size();
            const auto answer = send(request);
            QVERIFY(!answer.has_value());
            QCOMPARE(answer.error().kind, ErrorKind::OutcomeUnknown);
            QCOMPARE(answer.error().place, request.line());
            // The network library must not send it a second time by itself, either.
            QCOMPARE(m_server->requests().size() - before, 1);
        }
    }

    void aWriteOnAReusedConnectionIsNotRepeatedEither()
    {
        m_server->enqueue(jsonAnswer("{}"));
        QVERIFY(send(readOne()).has_value());
        m_server->setHandler([](const ReceivedRequest &) {
            ScriptedAnswer answer;
            answer.closesAtOnce = true;
            return answer;
        });
        const auto answer = send(deleteOne());
        QCOMPARE(answer.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(m_server->requests().size(), 2);
    }

    void aRefusedConnectionIsANetworkErrorAlsoForWrites()
    {
        m_server->close();
        QSignalSpy reachability(m_client.get(), &ApiClient::reachabilityChanged);
        const auto answer = send(deleteOne());
        QCOMPARE(answer.error().kind, ErrorKind::Network);
        QCOMPARE(reachability.size(), 1);
        QCOMPARE(reachability.first().first().toBool(), false);
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
                 << request.preview(m_client->apiUrl()).curl;
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
