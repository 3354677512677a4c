// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations as no server should send them: each is shown as what it is, never a crash and never
// "cleared".
#include "app/references/clearing.h"
#include "app/references/crosscheck.h"
#include "app/references/referencefinder.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

namespace offboarding {

using testing::errorAnswer;
using testing::FaultServer;
using testing::jsonAnswer;
using testing::ReceivedRequest;
using testing::ScriptedAnswer;

namespace {

const QString user = QStringLiteral("u1");

ScriptedAnswer json(const QJsonObject &object)
{
    return jsonAnswer(QJsonDocument(object).toJson());
}

QJsonObject mine(const QJsonObject &more = {}, const char *state = "connected")
{
    QJsonObject object{
        {QStringLiteral("id"), QStringLiteral("p1")},
        {QStringLiteral("userId"), user},
        {QStringLiteral("purpose"), QStringLiteral("agent")},
        {QStringLiteral("calls"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("c1")},
                                                         {QStringLiteral("state"), QLatin1String(state)}}}}};
    for (auto member = more.begin(); member != more.end(); ++member)
        object.insert(member.key(), member.value());
    return object;
}

QJsonObject conversation(const QString &id, const QJsonArray &participants)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("startTime"), QStringLiteral("2026-11-25T10:00:00.000Z")},
            {QStringLiteral("participants"), participants}};
}

class Bench
{
public:
    Bench() : client(server.url()), finder(client)
    {
        client.setRetrySettings({1, 1, 1});
        server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
    }

    ScriptedAnswer answer(const ReceivedRequest &request) const
    {
        const QByteArray path = request.path();
        if (path.startsWith("/api/v2/analytics/agents/")) {
            QJsonArray list;
            for (const QString &id : sessions)
                list.append(QJsonObject{{QStringLiteral("conversationId"), id}});
            return json({{QStringLiteral("sessionCount"), static_cast<int>(list.size())},
                         {QStringLiteral("sessions"), list}});
        }
        if (path == "/api/v2/analytics/conversations/details/query")
            return request.body.contains("conversationFilters") ? open : recent;
        if (path.startsWith("/api/v2/users/"))
            return json({{QStringLiteral("id"), QString::fromUtf8(path.mid(14))},
                         {QStringLiteral("state"), QStringLiteral("active")},
                         {QStringLiteral("conversationSummary"), summary}});
        return conversations.value(path, errorAnswer(404, "not.found", "not here"));
    }

    void add(const QString &id, const QJsonArray &participants)
    {
        sessions.append(id);
        conversations.insert("/api/v2/conversations/" + QUrl::toPercentEncoding(id),
                             json(conversation(id, participants)));
    }

    ReferenceMap read() { return QCoro::waitFor(finder.read(user)); }

    void setSummary(int active, int afterCallWork = 0)
    {
        const QJsonObject counts{{QStringLiteral("active"), active}, {QStringLiteral("acw"), afterCallWork}};
        summary = {{QStringLiteral("call"), QJsonObject{{QStringLiteral("contactCenter"), counts}}}};
    }

    FaultServer server;
    ApiClient client;
    ReferenceFinder finder;
    QStringList sessions;
    ScriptedAnswer open = jsonAnswer(R"({"totalHits":0})");
    ScriptedAnswer recent = jsonAnswer(R"({"totalHits":0})");
    QJsonObject summary;
    QHash<QByteArray, ScriptedAnswer> conversations;
};

ClearingChoice endChoice(const QString &id)
{
    ClearingChoice choice;
    choice.userId = user;
    choice.conversationId = id;
    choice.action = ClearingAction::Disconnect;
    choice.mayCutLiveCustomer = true;
    return choice;
}

} // namespace

class BadReferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutParticipants()
    {
        Bench bench;
        bench.add(QStringLiteral("a"), {});
        const ReferenceMap map = bench.read();
        const ConversationReference *reference = map.find(QStringLiteral("a"));
        QVERIFY(reference != nullptr);
        QCOMPARE(reference->state, QStringLiteral("no-participants"));
        QVERIFY(reference->isBlocking()); // agent status says that the user is in it
        QVERIFY(!map.isComplete());
        QVERIFY(!map.liveCount().has_value());
        const Result<Conversation> read = QCoro::waitFor(bench.finder.readConversation(QStringLiteral("a")));
        QCOMPARE(refusalFor(*read, endChoice(QStringLiteral("a")), Dialect::Published),
                 ClearingRefusal::Unreadable);
    }

    void with200Participants()
    {
        Bench bench;
        QJsonArray many;
        for (int i = 0; i < 199; ++i)
            many.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("x%1").arg(i)},
                                    {QStringLiteral("purpose"), QStringLiteral("acd")}});
        many.append(mine());
        bench.add(QStringLiteral("a"), many);
        const ReferenceMap map = bench.read();
        QCOMPARE(map.find(QStringLiteral("a"))->conversation->participants.size(), 200);
        QVERIFY(map.find(QStringLiteral("a"))->live);
        QCOMPARE(map.liveCount(), std::optional<int>(1));
    }

    void withUnknownMedia()
    {
        Bench bench;
        const QJsonArray holograms{QJsonObject{{QStringLiteral("id"), QStringLiteral("h1")},
                                               {QStringLiteral("state"), QStringLiteral("connected")}}};
        bench.add(QStringLiteral("a"), {mine({{QStringLiteral("holograms"), holograms}}, "disconnected")});
        const ReferenceMap map = bench.read();
        const ConversationReference *reference = map.find(QStringLiteral("a"));
        QVERIFY(reference->live); // the hologram is
        QCOMPARE(reference->media, Media::Unknown);
        QVERIFY(reference->conversation->notes.join(QLatin1Char(' ')).contains(QStringLiteral("holograms")));
        QVERIFY(!isCleared(*reference->conversation, user, ClearingAction::Disconnect));
    }

    void withNegativeDurationsAndAnEndBeforeTheStart()
    {
        Bench bench;
        const QJsonObject call{
            {QStringLiteral("id"), QStringLiteral("c1")},
            {QStringLiteral("state"), QStringLiteral("connected")},
            {QStringLiteral("connectedTime"), QStringLiteral("2026-11-25T12:00:00.000Z")},
            {QStringLiteral("disconnectedTime"), QStringLiteral("2026-11-25T11:00:00.000Z")},
            {QStringLiteral("segments"),
             QJsonArray{
                 QJsonObject{{QStringLiteral("type"), QStringLiteral("interact")},
                             {QStringLiteral("startTime"), QStringLiteral("2026-11-25T12:00:00.000Z")},
                             {QStringLiteral("endTime"), QStringLiteral("2026-11-25T11:00:00.000Z")}}}}};
        QJsonObject body =
            conversation(QStringLiteral("a"),
                         {mine({{QStringLiteral("calls"), QJsonArray{call}},
                                {QStringLiteral("startTime"), QStringLiteral("2026-11-25T12:00:00.000Z")},
                                {QStringLiteral("endTime"), QStringLiteral("2026-11-25T09:00:00.000Z")},
                                {QStringLiteral("wrapupTimeoutMs"), -5000}})});
        body.insert(QStringLiteral("endTime"), QStringLiteral("2026-11-25T01:00:00.000Z"));
        bench.add(QStringLiteral("a"), {});
        bench.conversations.insert("/api/v2/conversations/a", json(body));
        const ReferenceMap map = bench.read();
        const ConversationReference *reference = map.find(QStringLiteral("a"));
        // The state decides, whatever the clocks say.
        QVERIFY(reference->live);
        QVERIFY(reference->ended < reference->started);
        QVERIFY(!isCleared(*reference->conversation, user, ClearingAction::Disconnect));
        const Segment segment =
            reference->conversation->participants.first().communications.first().segments.first();
        QVERIFY(segment.end < segment.start);
    }

    void withIdsThatAreNoUuids()
    {
        Bench bench;
        const QString odd = QStringLiteral("../users/u2?force=true#&\"<b>");
        bench.add(odd, {mine()});
        bench.sessions.append(QStringLiteral("..")); // would lead out of its place
        const ReferenceMap map = bench.read();
        QVERIFY(map.find(odd)->live);
        const ConversationReference *dots = map.find(QStringLiteral(".."));
        QVERIFY(dots != nullptr && dots->isBlocking());
        for (const ReceivedRequest &request : bench.server.requests())
            QVERIFY2(!request.path().startsWith("/api/v2/users/u2"), request.target.constData());
    }

    void withAParticipantListedTwice()
    {
        Bench bench;
        bench.add(QStringLiteral("a"), {mine({}, "disconnected"), mine({}, "connected")});
        bench.add(QStringLiteral("b"), {mine({}, "connected"), mine({}, "disconnected")});
        const ReferenceMap map = bench.read();
        for (const char *id : {"a", "b"}) {
            const ConversationReference *reference = map.find(QLatin1String(id));
            QVERIFY2(reference->live, id); // what is alive in either entry is alive
            QCOMPARE(reference->participantIds.size(), 1);
        }
    }

    void thatVanishBetweenListAndRead()
    {
        Bench bench;
        bench.sessions.append(QStringLiteral("gone"));
        bench.open = jsonAnswer(R"({"totalHits":1,"conversations":[{"conversationId":"gone too",
            "conversationStart":"2026-11-25T10:00:00.000Z"}]})");
        const ReferenceMap map = bench.read();
        // A session of this moment can be hidden by a division: 404 is no proof.
        QVERIFY(map.find(QStringLiteral("gone"))->isBlocking());
        QCOMPARE(map.find(QStringLiteral("gone too"))->state, QStringLiteral("not-found"));
        QVERIFY(!map.isComplete());
    }

    void whenAnalyticsLagsBehindTheLiveView()
    {
        Bench bench;
        // Analytics calls one open that the live view has ended, and does not know the one that has just
        // begun.
        bench.open = jsonAnswer(R"({"totalHits":1,"conversations":[{"conversationId":"old",
            "conversationStart":"2026-11-25T10:00:00.000Z"}]})");
        bench.conversations.insert("/api/v2/conversations/old",
                                   json(conversation(QStringLiteral("old"), {mine({}, "disconnected")})));
        bench.add(QStringLiteral("new"), {mine()});
        bench.setSummary(1);
        const ReferenceMap map = bench.read();
        QVERIFY(!map.find(QStringLiteral("old"))->isBlocking());
        QVERIFY(map.find(QStringLiteral("new"))->live);
        QCOMPARE(map.liveCount(), std::optional<int>(1));
    }

    void aCountThatNothingExplainsStandsInTheWay()
    {
        Bench bench;
        bench.setSummary(1);
        const ReferenceMap hidden = bench.read();
        QVERIFY(!hidden.isComplete());
        QVERIFY(!hidden.liveCount().has_value());
        const SourceReading *source = findSource(hidden.sources, sourceNames::conversationSummary);
        QVERIFY(source != nullptr);
        QCOMPARE(source->status, SourceStatus::Incomplete);
        QVERIFY(!source->count.has_value());

        bench.setSummary(0, 1); // after-call work that no list names is the same
        QVERIFY(!bench.read().isComplete());
        bench.add(QStringLiteral("a"), {mine()});
        bench.setSummary(1);
        QVERIFY(bench.read().isComplete());
        bench.setSummary(0); // fewer than were found: the live read settles that
        QVERIFY(bench.read().isComplete());
    }

    void aConversationThatEndedJustNowExplainsACount()
    {
        ConversationReference ended;
        ended.userId = user;
        ended.conversation = Conversation();
        Participant participant;
        participant.userId = user;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        participant.end = now.addSecs(-30);
        ended.conversation->participants = {participant};
        QVERIFY(!isMoreThanFound({1, 0}, {ended}, now));
        QVERIFY(isMoreThanFound({2, 0}, {ended}, now));
        QVERIFY(isMoreThanFound({1, 0}, {ended}, now.addSecs(600)));
    }

    void whoseQueueWasDeleted()
    {
        Bench bench;
        bench.add(QStringLiteral("a"), {mine({{QStringLiteral("queueId"), QStringLiteral("q-gone")}})});
        const ReferenceMap map = bench.read();
        const ConversationReference *reference = map.find(QStringLiteral("a"));
        QCOMPARE(reference->queueId, QStringLiteral("q-gone")); // the id is all there is
        QVERIFY(reference->queueName.isEmpty());
        QVERIFY(reference->live);
    }

    void aConversationThatSeveralLeaversShareIsReadOnce()
    {
        Bench bench;
        const QString other = QStringLiteral("u2");
        QJsonObject second =
            mine({{QStringLiteral("userId"), other}, {QStringLiteral("id"), QStringLiteral("p2")}});
        bench.add(QStringLiteral("shared"), {mine(), second});
        const QHash<QString, ReferenceMap> maps =
            QCoro::waitFor(bench.finder.readAll({user, other, user}, ReadingDepth::Gates));
        QCOMPARE(maps.size(), 2);
        QVERIFY(maps.value(user).find(QStringLiteral("shared"))->live);
        QVERIFY(maps.value(other).find(QStringLiteral("shared"))->live);
        QCOMPARE(bench.server.requestCount("/api/v2/conversations/shared"), 1);
        // A gate that reads later asks again: nothing is remembered beyond the batch.
        bench.read();
        QCOMPARE(bench.server.requestCount("/api/v2/conversations/shared"), 2);
    }

    void aStopEndsWhatHasNotGoneOut()
    {
        Bench bench;
        bench.server.setHandler([&bench](const ReceivedRequest &request) {
            ScriptedAnswer answer = bench.answer(request);
            answer.delayMilliseconds = 20;
            return answer;
        });
        QStringList many;
        for (int i = 0; i < 200; ++i)
            many.append(QStringLiteral("user%1").arg(i));
        QSignalSpy finished(&bench.finder, &ReferenceFinder::finished);
        bench.finder.request(many);
        QTRY_VERIFY(bench.server.requests().size() > 20);
        bench.finder.stop();
        QTRY_COMPARE(finished.size(), 1);
        QTRY_VERIFY(!bench.finder.isReading());
        const qsizetype sent = bench.server.requests().size();
        QVERIFY(sent < 200);
        // Whoever was read half-way has no map rather than a wrong one.
        for (const QString &id : std::as_const(many)) {
            if (const ReferenceMap *map = bench.finder.map(id))
                QVERIFY(map->isComplete());
        }
        // And the next wish is read as usual.
        bench.finder.request({user});
        QTRY_VERIFY(bench.finder.map(user) != nullptr);
    }

    void aGateDoesNotWaitBehindHundredsOfUsers()
    {
        Bench bench;
        bench.server.setHandler([&bench](const ReceivedRequest &request) {
            ScriptedAnswer answer = bench.answer(request);
            answer.delayMilliseconds = 10;
            return answer;
        });
        QStringList many;
        for (int i = 0; i < 300; ++i)
            many.append(QStringLiteral("user%1").arg(i));
        bench.finder.request(many);
        QTRY_VERIFY(bench.server.requests().size() > 20);
        const qsizetype before = bench.server.requests().size();
        bench.read();
        const qsizetype meanwhile = bench.server.requests().size() - before;
        QVERIFY2(meanwhile < 120, qPrintable(QString::number(meanwhile)));
        bench.finder.stop();
        QTRY_VERIFY(!bench.finder.isReading());
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::BadReferencesTest)
#include "tst_badreferences.moc"
