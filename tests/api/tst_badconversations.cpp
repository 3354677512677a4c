// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/conversationscalls.h"
#include "tests/api/clienttest.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

/// Conversations that are not what they should be: unknown is not gone.
class TestBadConversations : public ClientTest
{
    Q_OBJECT

private:
    Result<Conversation> conversation(const QByteArray &body)
    {
        m_server->setHandler([=](const ReceivedRequest &) { return jsonAnswer(body); });
        const auto answer = QCoro::waitFor(m_client->send(conversationRequest(QStringLiteral("c1"))));
        if (!answer)
            return failure(answer.error());
        return parseConversation(*answer, QStringLiteral("c1"));
    }

private Q_SLOTS:
    void conversationWithAParticipantTwice()
    {
        const auto read = conversation(
            R"({"id":"c1","startTime":"2026-08-01T10:00:00Z","participants":[
                {"id":"p1","userId":"u1","purpose":"agent","calls":[{"id":"k","state":"disconnected"}]},
                {"id":"p1","userId":"u1","purpose":"agent","calls":[{"id":"k","state":"connected"}]}]})");
        QVERIFY(read.has_value());
        QCOMPARE(read->participants.size(), 1);
        QVERIFY(read->hasLiveParticipant(QStringLiteral("u1"))); // the live entry wins
        QCOMPARE(read->notes.size(), 1);
    }

    void conversationThatHidesALiveCallIsRefused_data()
    {
        QTest::addColumn<QByteArray>("participants");
        QTest::newRow("calls is not a list")
            << QByteArray(R"([{"id":"p1","userId":"u1","calls":{"id":"k"}}])");
        QTest::newRow("a call is not an object")
            << QByteArray(R"([{"id":"p1","userId":"u1","calls":["k"]}])");
        QTest::newRow("a participant is not an object") << QByteArray(R"([{"id":"p0"},"p1"])");
    }

    void conversationThatHidesALiveCallIsRefused()
    {
        QFETCH(const QByteArray, participants);
        const auto read = conversation(R"({"id":"c1","participants":)" + participants + "}");
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, ErrorKind::BadResponse);
        QVERIFY(read.error().detail.contains(QStringLiteral("participant ")));
        QCOMPARE(read.error().place, QStringLiteral("GET /api/v2/conversations/c1"));
    }

    void conversationWithUnknownStatesAndDates()
    {
        const auto read = conversation(
            R"({"id":"c1","startTime":"2026-08-01T10:00:00","participants":[
                {"id":"p1","userId":"u1","purpose":"agent","holograms":[{"id":"k","state":"shimmering"}],
                 "endTime":"yesterday"}]})");
        QVERIFY(read.has_value());
        QVERIFY(read->hasLiveParticipant(QStringLiteral("u1"))); // unknown is not gone
        QCOMPARE(read->start, QDateTime(QDate(2026, 8, 1), QTime(10, 0), Qt::UTC));
        const QString notes = read->notes.join(QLatin1Char('\n'));
        QVERIFY(notes.contains(QStringLiteral("startTime has no zone")));
        QVERIFY(notes.contains(QStringLiteral("participant 1: endTime is not a date")));
        QVERIFY(notes.contains(QStringLiteral("holograms")));
    }
};

QTEST_GUILESS_MAIN(TestBadConversations)
#include "tst_badconversations.moc"
