// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/clienttest.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

ScriptedAnswer budgetAnswer(int count, int allowed, int reset)
{
    return jsonAnswer("{}")
        .withHeader("inin-ratelimit-count", QByteArray::number(count))
        .withHeader("inin-ratelimit-allowed", QByteArray::number(allowed))
        .withHeader("inin-ratelimit-reset", QByteArray::number(reset));
}

} // namespace

/// Limits, repetitions and outcomes, over a real socket.
class TestApiRetries : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void aVeryLongRetryAfterStopsNobodyElse()
    {
        // A daily limit of one resource (contract §1.4): the others must not wait in silence for two hours.
        m_server->enqueue(
            errorAnswer(429, "too.many.requests", "daily limit").withHeader("Retry-After", "7200"));
        m_server->setHandler([](const ReceivedRequest &) { return jsonAnswer("{}"); });
        QCOMPARE(send(readOne()).error().kind, ErrorKind::RateLimited);
        QCOMPARE(m_client->rateBudget().pausedSeconds, 0);
        QVERIFY(send(readOne()).has_value());
    }

    void aWindowThatNeverEndsIsNotBelieved()
    {
        m_server->enqueue(budgetAnswer(10, 10, 2'000'000'000));
        QVERIFY(send(readOne()).has_value());
        QVERIFY2(m_client->rateBudget().resetSeconds <= 180,
                 qPrintable(QString::number(m_client->rateBudget().resetSeconds)));
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
};

QTEST_GUILESS_MAIN(TestApiRetries)
#include "tst_apiretries.moc"
