// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/referencefinder.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace offboarding {

using testing::errorAnswer;
using testing::FaultServer;
using testing::jsonAnswer;
using testing::ReceivedRequest;
using testing::ScriptedAnswer;

namespace {

const QByteArray detailsPath = "/api/v2/analytics/conversations/details/query";

ScriptedAnswer json(const QJsonObject &object)
{
    return jsonAnswer(QJsonDocument(object).toJson());
}

QJsonObject conversationBody(const QString &id, const QString &userId, const QString &state)
{
    const QJsonArray calls{QJsonObject{{QStringLiteral("id"), QStringLiteral("c1")},
                                       {QStringLiteral("state"), state},
                                       {QStringLiteral("direction"), QStringLiteral("inbound")}}};
    const QJsonObject mine{{QStringLiteral("id"), QString(QStringLiteral("participant-of-") + userId)},
                           {QStringLiteral("userId"), userId},
                           {QStringLiteral("purpose"), QStringLiteral("agent")},
                           {QStringLiteral("calls"), calls}};
    return {{QStringLiteral("id"), id},
            {QStringLiteral("startTime"), QStringLiteral("2026-08-01T10:00:00.000Z")},
            {QStringLiteral("participants"), QJsonArray{mine}}};
}

QJsonObject detail(const QString &id, const QString &userId, bool isOpen)
{
    QJsonObject segment{{QStringLiteral("segmentType"), QStringLiteral("interact")},
                        {QStringLiteral("segmentStart"), QStringLiteral("2026-08-01T10:00:00.000Z")}};
    if (!isOpen)
        segment.insert(QStringLiteral("segmentEnd"), QStringLiteral("2026-08-01T10:05:00.000Z"));
    const QJsonObject session{{QStringLiteral("mediaType"), QStringLiteral("voice")},
                              {QStringLiteral("segments"), QJsonArray{segment}}};
    const QJsonObject participant{{QStringLiteral("participantId"), QStringLiteral("p")},
                                  {QStringLiteral("userId"), userId},
                                  {QStringLiteral("purpose"), QStringLiteral("agent")},
                                  {QStringLiteral("sessions"), QJsonArray{session}}};
    QJsonObject result{{QStringLiteral("conversationId"), id},
                       {QStringLiteral("conversationStart"), QStringLiteral("2026-08-01T10:00:00.000Z")},
                       {QStringLiteral("participants"), QJsonArray{participant}}};
    if (!isOpen)
        result.insert(QStringLiteral("conversationEnd"), QStringLiteral("2026-08-01T10:05:00.000Z"));
    return result;
}

QJsonObject detailsBody(const QJsonArray &conversations, int total = -1)
{
    return {{QStringLiteral("conversations"), conversations},
            {QStringLiteral("totalHits"), total < 0 ? static_cast<int>(conversations.size()) : total}};
}

QJsonObject statusBody(const QString &userId, const QStringList &conversationIds)
{
    QJsonArray sessions;
    for (const QString &id : conversationIds)
        sessions.append(QJsonObject{{QStringLiteral("conversationId"), id}});
    return {{QStringLiteral("userId"), userId},
            {QStringLiteral("sessionCount"), static_cast<int>(sessions.size())},
            {QStringLiteral("sessions"), sessions}};
}

bool isOpenQuery(const ReceivedRequest &request)
{
    return request.body.contains("conversationFilters");
}

} // namespace

class ReferenceFinderTest : public QObject
{
    Q_OBJECT

private:
    struct Bench
    {
        Bench() : client(server.url()), finder(client)
        {
            client.setRetrySettings({1, 1, 1});
            server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
        }

        ScriptedAnswer answer(const ReceivedRequest &request) const
        {
            const QByteArray path = request.path();
            if (path == detailsPath)
                return isOpenQuery(request) ? open : recent;
            if (path.startsWith("/api/v2/analytics/agents/"))
                return status;
            const QString id = QString::fromUtf8(path.mid(path.lastIndexOf('/') + 1));
            return conversations.value(id, errorAnswer(404, "not.found", "not here"));
        }

        ReferenceMap read(const QString &userId = QStringLiteral("u1"))
        {
            return QCoro::waitFor(finder.read(userId));
        }

        const SourceReading *source(const ReferenceMap &map, const QString &name) const
        {
            for (const SourceReading &reading : map.sources) {
                if (reading.name == name)
                    return &reading;
            }
            return nullptr;
        }

        FaultServer server;
        ApiClient client;
        ReferenceFinder finder;
        ScriptedAnswer status = json(statusBody(QStringLiteral("u1"), {}));
        ScriptedAnswer open = json(detailsBody({}));
        ScriptedAnswer recent = json(detailsBody({}));
        QHash<QString, ScriptedAnswer> conversations;
    };

private Q_SLOTS:
    void joinsAllSourcesAndReadsEachConversationOnce()
    {
        Bench bench;
        const QString user = QStringLiteral("u1");
        bench.status = json(statusBody(user, {QStringLiteral("a")}));
        bench.open = json(
            detailsBody({detail(QStringLiteral("a"), user, true), detail(QStringLiteral("b"), user, true)}));
        bench.recent = json(
            detailsBody({detail(QStringLiteral("b"), user, true), detail(QStringLiteral("c"), user, false)}));
        bench.conversations.insert(QStringLiteral("a"), json(conversationBody(QStringLiteral("a"), user,
                                                                              QStringLiteral("connected"))));
        // Analytics calls it open, the participant has ended: open is not live (contract §4.3).
        bench.conversations.insert(
            QStringLiteral("b"),
            json(conversationBody(QStringLiteral("b"), user, QStringLiteral("disconnected"))));

        const ReferenceMap map = bench.read();
        QVERIFY(map.isComplete());
        QCOMPARE(map.liveCount(), std::optional<int>(1));
        QCOMPARE(map.recentCount(), 2);
        QCOMPARE(map.sessionCount, std::optional<int>(1));
        QCOMPARE(map.conversations.first().conversationId, QStringLiteral("a"));
        QCOMPARE(map.conversations.first().participantIds, QStringList{QStringLiteral("participant-of-u1")});
        QVERIFY(!map.find(QStringLiteral("b"))->isBlocking());
        QVERIFY(map.find(QStringLiteral("c"))->ended.isValid());

        QSet<QByteArray> sent;
        for (const ReceivedRequest &request : bench.server.requests()) {
            const QByteArray whole = request.line() + request.body;
            QVERIFY2(!sent.contains(whole), whole.constData());
            sent.insert(whole);
        }
        QCOMPARE(bench.server.requestCount("/api/v2/conversations/c"), 0);
    }

    void aProbeThatIsNotPermittedIsNotZero()
    {
        Bench bench;
        bench.open = errorAnswer(403, "missing.any.permissions", "no analytics:conversationDetail:view");
        const ReferenceMap map = bench.read();
        QVERIFY(!map.isComplete());
        QVERIFY(!map.liveCount().has_value());
        const SourceReading *source = bench.source(map, QStringLiteral("open-conversations"));
        QVERIFY(source != nullptr);
        QCOMPARE(source->status, SourceStatus::NotPermitted);
        QVERIFY(!source->count.has_value());
        QCOMPARE(source->error->missingPermission, QStringLiteral("analytics:conversationDetail:view"));
    }

    void aProbeThatFailedIsNotZero()
    {
        Bench bench;
        bench.status = errorAnswer(500, "internal.server.error", "sorry");
        const ReferenceMap map = bench.read();
        QCOMPARE(bench.source(map, QStringLiteral("agent-status"))->status, SourceStatus::Failed);
        QVERIFY(!map.sessionCount.has_value());
        QVERIFY(!map.liveCount().has_value());
    }

    void aConversationThatCannotBeReadBlocks()
    {
        Bench bench;
        bench.open = json(detailsBody({detail(QStringLiteral("a"), QStringLiteral("u1"), true)}));
        bench.conversations.insert(QStringLiteral("a"), errorAnswer(500, "internal.server.error", "sorry"));
        const ReferenceMap map = bench.read();
        QVERIFY(map.find(QStringLiteral("a"))->isBlocking());
        QVERIFY(map.find(QStringLiteral("a"))->error.has_value());
        QVERIFY(!map.isComplete());
    }

    void aVanishedConversationIsListedButDoesNotBlock()
    {
        Bench bench;
        bench.open = json(detailsBody({detail(QStringLiteral("a"), QStringLiteral("u1"), true)}));
        const ReferenceMap map = bench.read();
        const ConversationReference *reference = map.find(QStringLiteral("a"));
        QVERIFY(reference != nullptr);
        QCOMPARE(reference->state, QStringLiteral("not-found"));
        QVERIFY(!reference->isBlocking());
        QVERIFY(map.isComplete());
    }

    void aSessionWhoseConversationIsHiddenBlocks()
    {
        Bench bench;
        bench.status = json(statusBody(QStringLiteral("u1"), {QStringLiteral("a")}));
        const ReferenceMap map = bench.read();
        QVERIFY(map.find(QStringLiteral("a"))->isBlocking());
        QVERIFY(!map.isComplete());
    }

    void aListThatIsCutOffIsIncomplete()
    {
        Bench bench;
        QJsonArray rows;
        for (int i = 0; i < 100; ++i)
            rows.append(detail(QStringLiteral("e%1").arg(i), QStringLiteral("u1"), false));
        bench.recent = json(detailsBody(rows, 300)); // the same page again and again
        const ReferenceMap map = bench.read();
        const SourceReading *source = bench.source(map, QStringLiteral("recent-conversations"));
        QCOMPARE(source->status, SourceStatus::Incomplete);
        QVERIFY(!source->count.has_value());
        QVERIFY(source->error.has_value());
        QCOMPARE(map.conversations.size(), 100); // what was found stays visible
    }

    void asksForAtMostThirtyOneDaysAtATime()
    {
        Bench bench;
        bench.finder.setRecentDays(70);
        bench.read();
        int recentQueries = 0;
        int openQueries = 0;
        for (const ReceivedRequest &request : bench.server.requests()) {
            if (request.path() != detailsPath)
                continue;
            const QString interval =
                QJsonDocument::fromJson(request.body).object().value(QLatin1String("interval")).toString();
            const QDateTime from =
                QDateTime::fromString(interval.section(QLatin1Char('/'), 0, 0), Qt::ISODateWithMs);
            const QDateTime to =
                QDateTime::fromString(interval.section(QLatin1Char('/'), 1, 1), Qt::ISODateWithMs);
            QVERIFY2(from.isValid() && to > from, qPrintable(interval));
            QVERIFY(from.daysTo(to) <= 31);
            ++(isOpenQuery(request) ? openQueries : recentQueries);
        }
        QCOMPARE(recentQueries, 3); // 31 + 31 + 8
        QCOMPARE(openQueries, 1);
    }

    void aNewWishListReplacesTheOldOne()
    {
        Bench bench;
        QStringList many;
        for (int i = 0; i < 30; ++i)
            many.append(QStringLiteral("old%1").arg(i));
        bench.finder.request(many);
        bench.finder.request({QStringLiteral("u1")});
        QTRY_VERIFY(bench.finder.map(QStringLiteral("u1")) != nullptr);
        QTRY_VERIFY(!bench.finder.isReading());
        QVERIFY(bench.finder.map(QStringLiteral("old29")) == nullptr);
        QVERIFY(!bench.finder.isReading(QStringLiteral("old29")));
    }

    void readsManyUsersAndCountsThem()
    {
        Bench bench;
        QSignalSpy progress(&bench.finder, &ReferenceFinder::progressChanged);
        QSignalSpy changed(&bench.finder, &ReferenceFinder::mapChanged);
        QStringList users;
        for (int i = 0; i < 10; ++i)
            users.append(QStringLiteral("u%1").arg(i));
        bench.finder.request(users);
        QTRY_COMPARE(changed.size(), 10);
        QTRY_VERIFY(!bench.finder.isReading());
        QCOMPARE(progress.last().at(0).toInt(), 10);
        QCOMPARE(progress.last().at(1).toInt(), 10);
    }

    void aConversationReadAgainChangesTheStoredMap()
    {
        Bench bench;
        const QString user = QStringLiteral("u1");
        bench.status = json(statusBody(user, {QStringLiteral("a")}));
        bench.conversations.insert(QStringLiteral("a"), json(conversationBody(QStringLiteral("a"), user,
                                                                              QStringLiteral("connected"))));
        bench.read();
        QCOMPARE(bench.finder.map(user)->knownLiveCount(), 1);
        bench.conversations.insert(
            QStringLiteral("a"),
            json(conversationBody(QStringLiteral("a"), user, QStringLiteral("disconnected"))));
        QSignalSpy changed(&bench.finder, &ReferenceFinder::mapChanged);
        QVERIFY(QCoro::waitFor(bench.finder.readConversation(QStringLiteral("a"))).has_value());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.finder.map(user)->knownLiveCount(), 0);
    }

    void survivesItsEndWhileReading()
    {
        FaultServer server;
        server.setHandler([](const ReceivedRequest &) {
            ScriptedAnswer answer = jsonAnswer("{}");
            answer.delayMilliseconds = 50;
            return answer;
        });
        ApiClient client(server.url());
        auto finder = std::make_unique<ReferenceFinder>(client);
        finder->request({QStringLiteral("u1"), QStringLiteral("u2")});
        QTRY_VERIFY(server.requests().size() >= 2);
        QSignalSpy finished(&client, &ApiClient::exchangeFinished);
        finder.reset();
        QTRY_VERIFY(finished.size() >= 2); // the answers arrive, nobody is there, nothing crashes
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ReferenceFinderTest)
#include "tst_referencefinder.moc"
