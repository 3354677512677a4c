// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/conversationscalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace offboarding {

namespace {

const QString leaver = QStringLiteral("u1");

Result<Conversation> read(const QByteArray &body)
{
    return parseConversation(
        {200, body, QStringLiteral("k-1"), QStringLiteral("GET /api/v2/conversations/c1")},
        QStringLiteral("c1"));
}

Result<Conversation> readParticipants(const QByteArray &participants)
{
    return read(R"({"id":"c1","participants":)" + participants + "}");
}

/// A call with a customer and the leaver, as recorded.
const QByteArray recorded =
    R"({"id":"c1","startTime":"2026-08-01T10:00:00.000Z","recordingState":"NONE","participants":[
    {"id":"p1","name":"+49 30 1","purpose":"customer","address":"tel:+49301","startTime":"2026-08-01T10:00:00.000Z",
     "calls":[{"id":"k1","state":"connected","direction":"inbound","held":false,"muted":false,"segments":[]}],
     "callbacks":[],"chats":[],"emails":[],"messages":[]},
    {"id":"p2","userId":"u1","name":"Jane","purpose":"agent","queueId":"q1","queueName":"Support","wrapupRequired":true,
     "startTime":"2026-08-01T10:00:05.000Z","ani":"tel:+49301",
     "calls":[{"id":"k2","state":"connected","direction":"inbound","held":true,"connectedTime":"2026-08-01T10:00:09.000Z",
       "afterCallWork":{"state":"notApplicable"},
       "segments":[{"type":"Alert","startTime":"2026-08-01T10:00:05.000Z","endTime":"2026-08-01T10:00:09.000Z"},
                   {"type":"Interact","startTime":"2026-08-01T10:00:09.000Z"}]}]}]})";

} // namespace

/// GET /conversations/{id}: whatever is wrong with the answer, nobody in it is taken for gone.
class ConversationReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordedConversationIsRead()
    {
        const Result<Conversation> conversation = read(recorded);
        QVERIFY(conversation.has_value());
        QCOMPARE(conversation->start, QDateTime(QDate(2026, 8, 1), QTime(10, 0), Qt::UTC));
        QVERIFY(conversation->isOpen());
        QVERIFY(conversation->notes.isEmpty());
        QCOMPARE(conversation->participants.size(), 2);
        const Participant &customer = conversation->participants.at(0);
        QVERIFY(customer.isCustomer() && customer.isLive());
        QCOMPARE(customer.address, QStringLiteral("tel:+49301"));
        const Participant &agent = conversation->participants.at(1);
        QCOMPARE(agent.userId, leaver);
        QCOMPARE(agent.queueName, QStringLiteral("Support"));
        QCOMPARE(agent.address, QStringLiteral("tel:+49301"));
        QCOMPARE(agent.stateText(), QStringLiteral("held"));
        QVERIFY(agent.wrapupRequired);
        const Communication &call = agent.communications.constFirst();
        QCOMPARE(call.media, Media::Call);
        QCOMPARE(call.mediaText, QStringLiteral("calls"));
        QVERIFY(call.connected.isValid() && !call.disconnected.isValid() && !call.afterCallWorkPending);
        QCOMPARE(call.segments.size(), 2);
        QVERIFY(call.segments.at(0).end.isValid() && !call.segments.at(1).end.isValid());
        QCOMPARE(conversation->raw.value(QStringLiteral("recordingState")).toString(),
                 QStringLiteral("NONE"));
    }

    void everyFieldOfAParticipantMayBeMissing()
    {
        const QJsonObject whole = QJsonDocument::fromJson(recorded).object();
        const QJsonArray participants = whole.value(QStringLiteral("participants")).toArray();
        const QJsonObject agent = participants.at(1).toObject();
        for (const QString &key : agent.keys()) {
            QJsonObject shortened = agent;
            shortened.remove(key);
            QJsonObject body = whole;
            body.insert(QStringLiteral("participants"), QJsonArray{participants.at(0), shortened});
            const Result<Conversation> conversation = read(QJsonDocument(body).toJson());
            QVERIFY2(conversation.has_value(), qPrintable(key));
            QCOMPARE(conversation->participants.size(), 2);
            if (key != QStringLiteral("userId"))
                QVERIFY2(conversation->hasLiveParticipant(leaver),
                         qPrintable(key)); // not even without "calls"
        }
    }

    void whatCouldHideSomebodyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        row("empty", "");
        row("a list", "[]");
        row("no id", R"({"participants":[]})");
        row("id is a number", R"({"id":1,"participants":[]})");
        row("another conversation", R"({"id":"c2","participants":[]})");
        row("no participants", R"({"id":"c1"})");
        row("participants are null", R"({"id":"c1","participants":null})");
        row("participants are an object", R"({"id":"c1","participants":{}})");
        row("a participant is text", R"({"id":"c1","participants":["p1"]})");
        row("a participant is null", R"({"id":"c1","participants":[null]})");
        row("userId is a number", R"({"id":"c1","participants":[{"id":"p1","userId":17}]})");
        row("userId is an object", R"({"id":"c1","participants":[{"id":"p1","userId":{"id":"u1"}}]})");
        row("calls are an object",
            R"({"id":"c1","participants":[{"id":"p1","calls":{"id":"k","state":"connected"}}]})");
        row("a call is text", R"({"id":"c1","participants":[{"id":"p1","calls":["k"]}]})");
        row("a call is null", R"({"id":"c1","participants":[{"id":"p1","calls":[null]}]})");
        row("an unknown medium with a hole",
            R"({"id":"c1","participants":[{"id":"p1","holograms":[null,{"id":"k","state":"connected"}]}]})");
    }

    void whatCouldHideSomebodyIsRefused()
    {
        QFETCH(const QByteArray, body);
        const Result<Conversation> conversation = read(body);
        QVERIFY(!conversation.has_value());
        QCOMPARE(conversation.error().kind, ErrorKind::BadResponse);
        QCOMPARE(conversation.error().place, QStringLiteral("GET /api/v2/conversations/c1"));
        QCOMPARE(conversation.error().correlationId, QStringLiteral("k-1"));
        QVERIFY(!conversation.error().detail.isEmpty());
    }

    void tooManyAreRefusedRatherThanCut()
    {
        QByteArray participants = "[";
        for (int i = 0; i < 2001; ++i)
            participants += R"({"purpose":"acd","endTime":"2026-08-01T10:00:00Z"},)";
        participants.back() = ']';
        QVERIFY(!readParticipants(participants).has_value());
        QByteArray calls = R"([{"id":"p1","calls":[)";
        for (int i = 0; i < 501; ++i)
            calls += R"({"id":"k","state":"disconnected"},)";
        calls.back() = ']';
        QVERIFY(!readParticipants(calls + "}]").has_value());
    }

    void twoHundredParticipantsAreRead()
    {
        QByteArray participants = "[";
        for (int i = 0; i < 200; ++i)
            participants += QByteArray(R"({"id":"pN","calls":[{"id":"k","state":"connected"}]},)")
                                .replace("N", QByteArray::number(i));
        participants.back() = ']';
        const Result<Conversation> conversation = readParticipants(participants);
        QVERIFY(conversation.has_value());
        QCOMPARE(conversation->participants.size(), 200);
    }

    void anEmptyConversationIsRead()
    {
        const Result<Conversation> conversation = readParticipants("[]");
        QVERIFY(conversation.has_value());
        QVERIFY(conversation->participants.isEmpty());
        QVERIFY(!conversation->hasLiveParticipant(leaver));
    }

    void mediaOfTomorrowIsLive()
    {
        const auto conversation = readParticipants(
            R"([{"id":"p1","userId":"u1","endTime":"2026-08-01T10:00:00Z","holograms":[{"id":"k","state":"shimmering"}],
                "attributes":{"x":"y"},"mediaRoles":["full"],"tags":[{"id":"t"}]}])");
        QVERIFY(conversation.has_value());
        QVERIFY(conversation->hasLiveParticipant(leaver));
        QCOMPARE(conversation->participants.constFirst().communications.size(), 1);
        QCOMPARE(conversation->participants.constFirst().communications.constFirst().mediaText,
                 QStringLiteral("holograms"));
        QCOMPARE(conversation->notes.size(), 1);
    }

    void aDuplicateNeverHidesALiveOne_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("participants");
        const auto row = [](const char *name, const char *first, const char *second, int participants) {
            QTest::newRow(name) << QByteArray(first) << QByteArray(second) << participants;
        };
        row("ended and live", R"({"id":"p","userId":"u1","calls":[{"id":"k","state":"disconnected"}]})",
            R"({"id":"p","userId":"u1","calls":[{"id":"k","state":"connected"}]})", 1);
        row("another call", R"({"id":"p","userId":"u1","calls":[{"id":"k","state":"disconnected"}]})",
            R"({"id":"p","userId":"u1","calls":[{"id":"m","state":"connected"}]})", 1);
        row("another medium", R"({"id":"p","userId":"u1","calls":[{"id":"k","state":"disconnected"}]})",
            R"({"id":"p","userId":"u1","emails":[{"id":"k","state":"connected"}]})", 1);
        row("without ids", R"({"id":"p","userId":"u1","calls":[{"state":"disconnected"}]})",
            R"({"id":"p","userId":"u1","calls":[{"state":"connected"}]})", 1);
        row("ended and not ended", R"({"id":"p","userId":"u1","endTime":"2026-08-01T10:00:00Z"})",
            R"({"id":"p","userId":"u1"})", 1);
        row("another user", R"({"id":"p","userId":"u2","calls":[{"id":"k","state":"disconnected"}]})",
            R"({"id":"p","userId":"u1","calls":[{"id":"k","state":"connected"}]})", 2);
        row("another purpose", R"({"id":"p","userId":"u1","purpose":"acd","endTime":"2026-08-01T10:00:00Z"})",
            R"({"id":"p","userId":"u1","purpose":"agent","calls":[{"id":"k","state":"connected"}]})", 2);
        row("no id at all", R"({"userId":"u1","calls":[{"id":"k","state":"disconnected"}]})",
            R"({"userId":"u1","calls":[{"id":"k","state":"connected"}]})", 2);
    }

    void aDuplicateNeverHidesALiveOne()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        QFETCH(const int, participants);
        const QByteArray forth = "[" + first + "," + second + "]";
        const QByteArray back = "[" + second + "," + first + "]";
        for (const QByteArray &list : {forth, back}) {
            const Result<Conversation> conversation = readParticipants(list);
            QVERIFY(conversation.has_value());
            QCOMPARE(conversation->participants.size(), participants);
            QVERIFY2(conversation->hasLiveParticipant(leaver), list.constData());
        }
    }

    void afterCallWorkIsSeenWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("participants");
        QTest::addColumn<bool>("isPending");
        const QByteArray ended = R"("calls":[{"id":"k","state":"disconnected"}])";
        const auto with = [&](const char *more) -> QByteArray {
            return R"([{"id":"p","userId":"u1",)" + ended + more + "}]";
        };
        QTest::newRow("begun") << with(R"(,"startAcwTime":"2026-08-01T10:00:00Z")") << true;
        QTest::newRow("begun and ended")
            << with(R"(,"startAcwTime":"2026-08-01T10:00:00Z","endAcwTime":"2026-08-01T10:01:00Z")") << false;
        QTest::newRow("an end that cannot be read")
            << with(R"(,"startAcwTime":"2026-08-01T10:00:00Z","endAcwTime":"soon")") << true;
        QTest::newRow("none") << with("") << false;
        const QByteArray work =
            R"([{"userId":"u1","calls":[{"state":"disconnected","afterCallWork":{"state":"X"}}]}])";
        for (const char *state : {"pending", "PENDING"})
            QTest::newRow(state) << QByteArray(work).replace("X", state) << true;
        for (const char *state : {"complete", "skipped", "notApplicable", "unknown"})
            QTest::newRow(state) << QByteArray(work).replace("X", state) << false;
        QTest::newRow("unreadable")
            << QByteArray(R"([{"userId":"u1","calls":[{"state":"disconnected","afterCallWork":"pending"}]}])")
            << true;
        QTest::newRow("in a duplicate")
            << QByteArray(R"([{"id":"p","userId":"u1","calls":[{"id":"k","state":"disconnected"}]},
                {"id":"p","userId":"u1","startAcwTime":"2026-08-01T10:00:00Z","calls":[{"id":"k","state":"disconnected"}]}])")
            << true;
    }

    void afterCallWorkIsSeenWhereverItStands()
    {
        QFETCH(const QByteArray, participants);
        QFETCH(const bool, isPending);
        const Result<Conversation> conversation = readParticipants(participants);
        QVERIFY(conversation.has_value());
        QCOMPARE(conversation->isInAfterCallWork(leaver), isPending);
    }

    void oddTimesAreKeptAndNoted()
    {
        const auto conversation = readParticipants(
            R"([{"id":"p1","userId":"u1","startTime":"2026-08-01T10:00:00","endTime":"2026-08-01T09:00:00Z",
                "calls":[{"id":"k","state":"disconnected","connectedTime":"soon",
                    "segments":[{"segmentType":"interact","segmentStart":"2026-08-01T10:00:00Z","segmentEnd":"2026-08-01T09:00:00Z"},
                                17]}]}])");
        QVERIFY(conversation.has_value());
        const Participant &participant = conversation->participants.constFirst();
        QVERIFY(participant.end < participant.start); // as the server says
        QCOMPARE(participant.communications.constFirst().segments.size(), 2);
        QVERIFY(participant.communications.constFirst().segments.constFirst().end.isValid());
        const QString notes = conversation->notes.join(QLatin1Char('\n'));
        QVERIFY2(notes.contains(QStringLiteral("participant 1: startTime has no zone")), qPrintable(notes));
        QVERIFY(notes.contains(QStringLiteral("participant 1: connectedTime is not a date")));
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ConversationReadingTest)
#include "tst_conversationreading.moc"
