// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for a person: scheduled callbacks and work items (contract §5.4 and §5.5).
#include "tests/unit/demo/rundemo.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

QJsonObject predicate(const char *dimension, const char *op, const char *value = nullptr)
{
    QJsonObject object{{QStringLiteral("dimension"), QString::fromLatin1(dimension)},
                       {QStringLiteral("operator"), QString::fromLatin1(op)}};
    if (value)
        object.insert(QStringLiteral("value"), QString::fromLatin1(value));
    return object;
}

QJsonArray all(const QJsonArray &predicates)
{
    return {QJsonObject{{QStringLiteral("type"), QStringLiteral("and")},
                        {QStringLiteral("predicates"), predicates}}};
}

/// Ids of the conversations of scheduled callbacks that belong to @p user: the way of contract §5.4.
QStringList ownedCallbacks(RunningDemo &demo, const QString &user)
{
    const QDateTime now = smallDemo().startTime;
    const QString interval =
        now.addDays(-7).toString(Qt::ISODate) + QLatin1Char('/') + now.addDays(1).toString(Qt::ISODate);
    const QJsonObject query{
        {QStringLiteral("interval"), interval},
        {QStringLiteral("paging"),
         QJsonObject{{QStringLiteral("pageSize"), 100}, {QStringLiteral("pageNumber"), 1}}},
        {QStringLiteral("conversationFilters"), all({predicate("conversationEnd", "notExists")})},
        {QStringLiteral("segmentFilters"),
         all({predicate("mediaType", "matches", "callback"), predicate("agentOwned", "matches", "true")})}};
    const DemoAnswer answer = demo.client->send(
        "POST", QStringLiteral("/analytics/conversations/details/query"), QJsonDocument(query).toJson());
    QStringList ids;
    const QJsonArray conversations = answer.json.value(QLatin1String("conversations")).toArray();
    for (const QJsonValue &conversation : conversations) {
        const QJsonArray participants = conversation[QLatin1String("participants")].toArray();
        for (const QJsonValue &participant : participants) {
            const QJsonValue session = participant[QLatin1String("sessions")][0];
            const QJsonValue segment = session[QLatin1String("segments")][0];
            if (segment[QLatin1String("requestedRoutingUserIds")].toArray().contains(user) &&
                session[QLatin1String("callbackScheduledTime")].isString())
                ids.append(conversation[QLatin1String("conversationId")].toString());
        }
    }
    return ids;
}

QByteArray change(const QString &conversation, const QString &agent)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("conversationId"), conversation},
                                     {QStringLiteral("agentId"), agent}})
        .toJson();
}

QJsonObject filter(const char *name, const char *op, const QString &value)
{
    return {{QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("type"), QStringLiteral("String")},
            {QStringLiteral("operator"), QString::fromLatin1(op)},
            {QStringLiteral("values"), QJsonArray{value}}};
}

DemoAnswer queryItems(RunningDemo &demo, const QJsonArray &filters, const QJsonObject &more = {})
{
    QJsonObject body = more;
    body.insert(QStringLiteral("filters"), filters);
    return demo.client->send("POST", QStringLiteral("/taskmanagement/workitems/query"),
                             QJsonDocument(body).toJson());
}

} // namespace

class TestDemoWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownedCallbacksAreFoundByAnalyticsOnly()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QStringList owned = ownedCallbacks(demo, jane);
        QCOMPARE(owned.size(), 1);
        QVERIFY(!demo.server.liveConversationIds(jane).contains(owned.first()));
        QVERIFY(demo.client->participants(owned.first(), jane).isEmpty());
        const DemoAnswer live = demo.client->get(QStringLiteral("/conversations/%1").arg(owned.first()));
        QVERIFY(!live.json.contains(QLatin1String("endTime")));
        const QJsonValue waiting =
            live.json.value(QLatin1String("participants"))[1][QLatin1String("callbacks")][0];
        QCOMPARE(waiting[QLatin1String("state")].toString(), QStringLiteral("scheduled"));
        QVERIFY(waiting[QLatin1String("callbackScheduledTime")].toString() >
                smallDemo().startTime.toString(Qt::ISODate));
        QVERIFY(ownedCallbacks(demo, demo.user("nora.nothing")).isEmpty());
    }

    void ownedCallbacksGoToSomebodyElse()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString nora = demo.user("nora.nothing");
        const QString id = ownedCallbacks(demo, jane).value(0);
        const QString path = QStringLiteral("/conversations/callbacks");
        const DemoAnswer done = demo.client->send("PATCH", path, change(id, nora));
        QCOMPARE(done.status, 200);
        QCOMPARE(done.json.value(QLatin1String("conversation"))[QLatin1String("id")].toString(), id);
        QCOMPARE(done.json.value(QLatin1String("callbackIdentifiers"))[0][QLatin1String("type")].toString(),
                 QStringLiteral("ACD"));
        QVERIFY(ownedCallbacks(demo, jane).isEmpty());
        QCOMPARE(ownedCallbacks(demo, nora), QStringList{id});

        QCOMPARE(demo.client->send("PATCH", path, change(id, QStringLiteral("nobody"))).status, 404);
        QCOMPARE(demo.client->send("PATCH", path, change(id, demo.user("ines.inactive"))).status, 404);
        QCOMPARE(demo.client->send("PATCH", path, change(QStringLiteral("none"), nora)).status, 404);
    }

    void bulkResultsAreOnePerCallback()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString id = ownedCallbacks(demo, jane).value(0);
        const auto one = [&](const QString &conversation) {
            return QJsonDocument::fromJson(change(conversation, demo.user("nora.nothing"))).object();
        };
        const QJsonObject body{
            {QStringLiteral("patchCallbackRequests"), QJsonArray{one(QStringLiteral("none")), one(id)}}};
        const DemoAnswer answer = demo.client->send(
            "POST", QStringLiteral("/conversations/callbacks/bulk/update"), QJsonDocument(body).toJson());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value(QLatin1String("errorCount")).toInt(), 1);
        QCOMPARE(answer.json.value(QLatin1String("errorIndexes")).toArray(), QJsonArray{0});
        QCOMPARE(
            answer.json.value(QLatin1String("results"))[0][QLatin1String("error")][QLatin1String("status")]
                .toInt(),
            404);
        QVERIFY(ownedCallbacks(demo, jane).isEmpty());
    }

    void callbacksCanBeCalledOff()
    {
        RunningDemo demo;
        const QString rita = demo.user("rita.recent");
        const QString id = ownedCallbacks(demo, rita).value(0);
        QVERIFY(!id.isEmpty());
        const QJsonObject identifier{{QStringLiteral("conversationId"), id},
                                     {QStringLiteral("callbackId"), QStringLiteral("any")}};
        const QJsonObject body{{QStringLiteral("callbackDisconnectIdentifiers"), QJsonArray{identifier}}};
        const DemoAnswer answer = demo.client->send(
            "POST", QStringLiteral("/conversations/callbacks/bulk/disconnect"), QJsonDocument(body).toJson());
        QCOMPARE(answer.status, 202);
        QVERIFY(answer.body.isEmpty());
        QVERIFY(demo.client->get(QStringLiteral("/conversations/%1").arg(id))
                    .json.contains(QLatin1String("endTime")));
        QVERIFY(ownedCallbacks(demo, rita).isEmpty());
    }

    void workItemsArePagedByCursor()
    {
        RunningDemo demo;
        const QString busy = demo.user("bertram.busy");
        const QJsonArray filters{filter("assigneeId", "EQ", busy)};
        QStringList ids;
        QString after;
        do {
            QJsonObject more{{QStringLiteral("pageSize"), 25}};
            if (!after.isEmpty())
                more.insert(QStringLiteral("after"), after);
            const DemoAnswer answer = queryItems(demo, filters, more);
            QCOMPARE(answer.status, 200);
            ids += idsOf(answer);
            after = answer.json.value(QLatin1String("after")).toString();
        } while (!after.isEmpty() && ids.size() < 1000);
        QCOMPARE(ids.size(), 60);
        QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), 60);
        const DemoAnswer count =
            queryItems(demo, filters, {{QStringLiteral("select"), QStringLiteral("Count")}});
        QCOMPARE(count.json.value(QLatin1String("count")).toInt(), 60);
        const DemoAnswer open =
            queryItems(demo, {filters.first(), filter("statusCategory", "NEQ", QStringLiteral("Closed"))},
                       {{QStringLiteral("pageSize"), 200}});
        QVERIFY(idsOf(open).size() > 20 && idsOf(open).size() < 60);
    }

    void workItemsGoToSomebodyElse()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString nora = demo.user("nora.nothing");
        const QJsonArray mine{filter("assigneeId", "EQ", jane)};
        const QStringList items = idsOf(queryItems(demo, mine));
        QCOMPARE(items.size(), 3);
        const QString path = QStringLiteral("/taskmanagement/workitems/%1").arg(items.first());
        const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("id"), nora}}).toJson();
        QCOMPARE(demo.client->send("PATCH", QString(path + QLatin1String("/assignment")), body).status, 204);
        QCOMPARE(idsOf(queryItems(demo, {filter("assigneeId", "EQ", nora)})), QStringList{items.first()});
        const QString other = QStringLiteral("/taskmanagement/workitems/%1/disconnect").arg(items.last());
        QCOMPARE(demo.client->send("POST", other).status, 200);
        QCOMPARE(idsOf(queryItems(demo, mine)).size(), 1);
    }

    void refusesQueriesThatDoNotNarrow()
    {
        RunningDemo demo;
        QCOMPARE(queryItems(demo, {}).status, 400);
        QCOMPARE(queryItems(demo, {filter("statusCategory", "EQ", QStringLiteral("Open"))}).status, 400);
        QCOMPARE(queryItems(demo, {filter("colour", "EQ", QStringLiteral("red"))}).code,
                 QStringLiteral("invalid.value"));
        const QJsonObject one = filter("assigneeId", "EQ", demo.user("jane.doe"));
        QCOMPARE(queryItems(demo, {one, one, one, one}).status, 400);
        QCOMPARE(queryItems(demo, {one}, {{QStringLiteral("pageSize"), 201}}).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestDemoWork)
#include "tst_demowork.moc"
