// SPDX-License-Identifier: GPL-3.0-or-later
// Analytics over the socket: agent status and the detail query.
#include "tests/unit/demo/rundemo.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

const QString detailPath = QStringLiteral("/analytics/conversations/details/query");

QJsonObject predicate(const char *dimension, const char *op, const QString &value = {})
{
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("dimension")},
                       {QStringLiteral("dimension"), QString::fromLatin1(dimension)},
                       {QStringLiteral("operator"), QString::fromLatin1(op)}};
    if (!value.isEmpty())
        object.insert(QStringLiteral("value"), value);
    return object;
}

QJsonArray all(const QJsonArray &predicates)
{
    return {QJsonObject{{QStringLiteral("type"), QStringLiteral("and")},
                        {QStringLiteral("predicates"), predicates}}};
}

/// The last @p days before the start of the small demo.
QJsonObject query(int days, const QJsonArray &conversation, const QJsonArray &segment)
{
    const QDateTime now = smallDemo().startTime;
    const QString interval =
        now.addDays(-days).toString(Qt::ISODate) + QLatin1Char('/') + now.addSecs(3600).toString(Qt::ISODate);
    QJsonObject object{{QStringLiteral("interval"), interval},
                       {QStringLiteral("order"), QStringLiteral("desc")},
                       {QStringLiteral("paging"),
                        QJsonObject{{QStringLiteral("pageSize"), 100}, {QStringLiteral("pageNumber"), 1}}}};
    if (!conversation.isEmpty())
        object.insert(QStringLiteral("conversationFilters"), all(conversation));
    if (!segment.isEmpty())
        object.insert(QStringLiteral("segmentFilters"), all(segment));
    return object;
}

DemoAnswer ask(RunningDemo &demo, const QJsonObject &body)
{
    return demo.client->send("POST", detailPath, QJsonDocument(body).toJson());
}

QStringList conversationsOf(const DemoAnswer &answer)
{
    QStringList ids;
    const QJsonArray found = answer.json.value(QLatin1String("conversations")).toArray();
    for (const QJsonValue &one : found)
        ids.append(one[QLatin1String("conversationId")].toString());
    return ids;
}

QSet<QString> setOf(const QStringList &list)
{
    return {list.cbegin(), list.cend()};
}

} // namespace

class TestDemoAnalytics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatAnAgentIsOn()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const DemoAnswer answer = demo.client->get(QStringLiteral("/analytics/agents/%1/status").arg(jane));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value(QLatin1String("sessionCount")).toInt(), 3);
        QStringList ids;
        QSet<QString> types;
        const QJsonArray sessions = answer.json.value(QLatin1String("sessions")).toArray();
        for (const QJsonValue &one : sessions) {
            ids.append(one[QLatin1String("conversationId")].toString());
            types.insert(one[QLatin1String("segmentType")].toString());
        }
        QCOMPARE(ids, demo.server.liveConversationIds(jane));
        QCOMPARE(types, (QSet<QString>{QStringLiteral("interact"), QStringLiteral("alert")}));

        const DemoAnswer alan =
            demo.client->get(QStringLiteral("/analytics/agents/%1/status").arg(demo.user("alan.aftercall")));
        QCOMPARE(alan.json.value(QLatin1String("sessions"))[0][QLatin1String("segmentType")].toString(),
                 QStringLiteral("wrapup"));
        const DemoAnswer nora =
            demo.client->get(QStringLiteral("/analytics/agents/%1/status").arg(demo.user("nora.nothing")));
        QCOMPARE(nora.json.value(QLatin1String("sessionCount")).toInt(-1), 0);
    }

    void tellsTheStatusOfSeveralAgents()
    {
        RunningDemo demo;
        const QJsonObject filter{
            {QStringLiteral("type"), QStringLiteral("or")},
            {QStringLiteral("predicates"),
             QJsonArray{QJsonObject{{QStringLiteral("dimension"), QStringLiteral("userId")},
                                    {QStringLiteral("value"), demo.user("jane.doe")}},
                        QJsonObject{{QStringLiteral("dimension"), QStringLiteral("userId")},
                                    {QStringLiteral("value"), demo.user("nora.nothing")}}}}};
        const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("userFilter"), filter}}).toJson();
        const DemoAnswer answer =
            demo.client->send("POST", QStringLiteral("/analytics/agents/status/query"), body);
        const QJsonArray entities = answer.json.value(QLatin1String("entities")).toArray();
        QCOMPARE(entities.size(), 2);
        QCOMPARE(entities.at(0)[QLatin1String("sessionCount")].toInt(), 3);
    }

    void findsOpenConversationsOfAUser()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const DemoAnswer answer =
            ask(demo, query(7, {predicate("conversationEnd", "notExists")},
                            {predicate("userId", "matches", jane), predicate("segmentEnd", "notExists")}));
        QCOMPARE(answer.status, 200);
        QCOMPARE(setOf(conversationsOf(answer)), setOf(demo.server.liveConversationIds(jane)));
        QCOMPARE(answer.json.value(QLatin1String("totalHits")).toInt(), 3);

        // Open for the customer, but the user left: found without, not with the segment condition.
        const QString lena = demo.user("lena.left");
        const QJsonArray open{predicate("conversationEnd", "notExists")};
        const QJsonObject user = predicate("userId", "matches", lena);
        QCOMPARE(conversationsOf(ask(demo, query(7, open, {user}))).size(), 1);
        QVERIFY(conversationsOf(ask(demo, query(7, open, {user, predicate("segmentEnd", "notExists")})))
                    .isEmpty());
    }

    void findsEndedConversationsOfAUser()
    {
        RunningDemo demo;
        const QString rita = demo.user("rita.recent");
        const DemoAnswer answer = ask(
            demo, query(7, {predicate("conversationEnd", "exists")}, {predicate("userId", "matches", rita)}));
        QCOMPARE(conversationsOf(answer).size(), 7);
        const QStringList recent = demo.server.recentConversationIds(rita);
        QCOMPARE(recent.size(), 3);
        QCOMPARE(conversationsOf(answer).mid(0, 3), recent); // newest first
        const QJsonValue first = answer.json.value(QLatin1String("conversations"))[0];
        QVERIFY(first[QLatin1String("conversationEnd")].isString());
        QVERIFY(first[QLatin1String("participants")].toArray().size() >= 2);
        // Only what started in the interval.
        QVERIFY(conversationsOf(ask(demo, query(1, {}, {predicate("userId", "matches", rita)}))).size() < 7);
        // Reading one of them tells the same participants.
        const DemoAnswer full = demo.client->get(QStringLiteral("/conversations/%1").arg(recent.first()));
        QCOMPARE(full.json.value(QLatin1String("participants"))[0][QLatin1String("id")].toString(),
                 first[QLatin1String("participants")][0][QLatin1String("participantId")].toString());
        const DemoAnswer details =
            demo.client->get(QStringLiteral("/analytics/conversations/%1/details").arg(recent.first()));
        QCOMPARE(details.json, first.toObject());
    }

    void aRemovedParticipantIsGoneFromAnalyticsToo()
    {
        RunningDemo demo;
        const QString rita = demo.user("rita.recent");
        const QString id = demo.server.recentConversationIds(rita).first();
        const QList<QJsonObject> own = demo.client->participants(id, rita);
        const QString path = QStringLiteral("/conversations/%1/participants/%2")
                                 .arg(id, own.first().value(QLatin1String("id")).toString());
        QCOMPARE(demo.client->send("DELETE", path).status, 202);
        const DemoAnswer answer = ask(demo, query(7, {}, {predicate("userId", "matches", rita)}));
        QCOMPARE(conversationsOf(answer).size(), 6);
        QVERIFY(!conversationsOf(answer).contains(id));
    }

    void pagesThroughEverythingOnce()
    {
        RunningDemo demo;
        QJsonObject body = query(20, {}, {});
        QStringList ids;
        int total = 1;
        for (int page = 1; ids.size() < total && page < 30; ++page) {
            body.insert(QStringLiteral("paging"),
                        QJsonObject{{QStringLiteral("pageSize"), 100}, {QStringLiteral("pageNumber"), page}});
            const DemoAnswer answer = ask(demo, body);
            QCOMPARE(answer.status, 200);
            total = answer.json.value(QLatin1String("totalHits")).toInt();
            ids += conversationsOf(answer);
        }
        QCOMPARE(ids.size(), 80 + 900);
        QCOMPARE(setOf(ids).size(), ids.size());
    }

    void filtersBySegmentAndQueue()
    {
        RunningDemo demo;
        const QString queue = demo.server.queueIds().first();
        const DemoAnswer answer =
            ask(demo, query(20, {},
                            {predicate("queueId", "matches", queue),
                             predicate("mediaType", "matches", QStringLiteral("voice")),
                             predicate("purpose", "matches", QStringLiteral("agent"))}));
        QVERIFY(!conversationsOf(answer).isEmpty());
        const QString one = conversationsOf(answer).first();
        QCOMPARE(conversationsOf(ask(demo, query(20, {predicate("conversationId", "matches", one)}, {}))),
                 QStringList{one});
    }

    void refusesBadQueries()
    {
        RunningDemo demo;
        QCOMPARE(ask(demo, query(32, {}, {})).status, 400);
        QCOMPARE(ask(demo, query(7, {predicate("favouriteColour", "exists")}, {})).status, 400);
        QJsonObject body = query(7, {}, {});
        body.insert(QStringLiteral("paging"), QJsonObject{{QStringLiteral("pageSize"), 101}});
        QCOMPARE(ask(demo, body).status, 400);
        body = query(7, {}, {});
        body.insert(QStringLiteral("interval"), QStringLiteral("yesterday"));
        QCOMPARE(ask(demo, body).code, QStringLiteral("invalid.date"));
    }
};

QTEST_GUILESS_MAIN(TestDemoAnalytics)
#include "tst_demoanalytics.moc"
