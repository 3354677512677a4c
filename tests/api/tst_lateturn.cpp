// SPDX-License-Identifier: GPL-3.0-or-later
// A write that was checked right before comes back unsent if the rate limit makes it wait for long.
#include "app/api/apiclient.h"
#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QTest>

#include <memory>
#include <vector>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

ApiRequest checkedDelete()
{
    ApiRequest request = deleteUserRequest(Dialect::Published, QStringLiteral("u1"));
    request.longestQueueMilliseconds = 300;
    return request;
}

ScriptedAnswer limitHit()
{
    return errorAnswer(429, "too.many.requests.retry.after", "wait").withHeader("Retry-After", "1");
}

int deletes(const FaultServer &server)
{
    int count = 0;
    for (const ReceivedRequest &request : server.requests())
        count += request.method == "DELETE" ? 1 : 0;
    return count;
}

} // namespace

class TestLateTurn : public QObject
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
        m_server->setHandler([](const ReceivedRequest &) { return jsonAnswer("{}"); });
        m_client = std::make_unique<ApiClient>(m_server->url());
    }

    void goesOutAtOnceWhenItsTurnIsNow()
    {
        QVERIFY(send(checkedDelete()).has_value());
        QCOMPARE(deletes(*m_server), 1);
    }

    void comesBackUnsentAfterAPauseThatSomebodyElseCaused()
    {
        m_server->enqueue(limitHit());
        const auto read = m_client->send(userRequest(QStringLiteral("u1"), false));
        QTRY_COMPARE(m_server->requests().size(), 1);
        QTRY_VERIFY(m_client->rateBudget().pausedSeconds > 0);
        const Result<ApiResponse> answer = send(checkedDelete());
        QVERIFY(!answer.has_value());
        QVERIFY(isUnsent(answer.error()));
        QCOMPARE(answer.error().place, QStringLiteral("DELETE /api/v2/users/u1"));
        QCOMPARE(deletes(*m_server), 0);
        QTRY_COMPARE(m_server->requests().size(), 2); // the read goes on by itself
    }

    void goesBeforeWhatOnlyWantsToKnow()
    {
        m_client->setMostParallelRequests(1);
        std::vector<QCoro::Task<Result<ApiResponse>>> reads;
        for (int i = 0; i < 5; ++i)
            reads.push_back(m_client->send(userRequest(QStringLiteral("u%1").arg(i), false)));
        QVERIFY(send(checkedDelete()).has_value());
        QTRY_COMPARE(m_server->requests().size(), 6);
        QCOMPARE(m_server->requests().at(1).method, QByteArray("DELETE")); // after the one on its way
    }

    void isNotSentAgainByItselfAfterAPauseOfItsOwn()
    {
        m_server->enqueue(limitHit());
        const Result<ApiResponse> answer = send(checkedDelete());
        QVERIFY(!answer.has_value());
        QVERIFY(isUnsent(answer.error()));
        QCOMPARE(deletes(*m_server), 1); // the one that was refused
    }

    void waitsAsLongAsItTakesWithoutSuchABound()
    {
        m_server->enqueue(limitHit());
        ApiRequest request = checkedDelete();
        request.longestQueueMilliseconds = 0;
        QVERIFY(send(request).has_value());
        QCOMPARE(deletes(*m_server), 2);
    }

    void aLimitOfHoursIsNotALateTurn()
    {
        m_server->enqueue(
            errorAnswer(429, "too.many.requests.retry.after", "wait").withHeader("Retry-After", "7200"));
        const Result<ApiResponse> answer = send(checkedDelete());
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::RateLimited);
        QVERIFY(!isUnsent(answer.error()));
    }
};

QTEST_GUILESS_MAIN(TestLateTurn)
#include "tst_lateturn.moc"
