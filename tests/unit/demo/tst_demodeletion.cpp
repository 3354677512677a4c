// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the way of deleting a user, and both canonical ways to the end.
#include "tests/unit/demo/rundemo.h"

#include <QSet>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

QString at(const QString &id)
{
    return QStringLiteral("/users/%1").arg(id);
}

QStringList blockingIds(const DemoAnswer &answer)
{
    QStringList ids;
    const QJsonArray details = answer.json.value(QLatin1String("details")).toArray();
    for (const QJsonValue &one : details)
        ids.append(one[QLatin1String("entityId")].toString());
    return ids;
}

/// Does @p method with @p body to every participation of the user in the conversations.
void clear(RunningDemo &demo, const QString &user, const QStringList &conversations, const QByteArray &method,
           const QByteArray &body = {})
{
    for (const QString &id : conversations) {
        const QList<QJsonObject> own = demo.client->participants(id, user);
        for (const QJsonObject &one : own) {
            const QString path = QStringLiteral("/conversations/%1/participants/%2")
                                     .arg(id, one.value(QLatin1String("id")).toString());
            const DemoAnswer answer = demo.client->send(method, path, body);
            QVERIFY2(answer.status == 202, answer.body.constData());
        }
    }
}

} // namespace

class TestDemoDeletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatStillRefersToTheUser()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const DemoAnswer answer = demo.client->send("DELETE", at(jane));
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.code, QStringLiteral("general.conflict"));
        QVERIFY(answer.json.value(QLatin1String("message"))
                    .toString()
                    .contains(QLatin1String("active or recent interaction")));
        const QJsonValue parameters = answer.json.value(QLatin1String("messageParams"));
        QCOMPARE(parameters[QLatin1String("count")].toString(), QStringLiteral("5"));
        QCOMPARE(parameters[QLatin1String("liveCount")].toString(), QStringLiteral("3"));
        const QJsonArray details = answer.json.value(QLatin1String("details")).toArray();
        QCOMPARE(details.size(), 5);
        QCOMPARE(details.first()[QLatin1String("errorCode")].toString(),
                 QStringLiteral("user.referenced.by.conversation"));
        QCOMPARE(details.first()[QLatin1String("fieldName")].toString(), QStringLiteral("conversationId"));
        QCOMPARE(details.first()[QLatin1String("entityName")].toString(), QStringLiteral("call"));
        const QStringList expected =
            demo.server.liveConversationIds(jane) + demo.server.recentConversationIds(jane);
        QCOMPARE(blockingIds(answer), expected);
    }

    void legacyRemovesUntilNothingRefers()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        clear(demo, jane, demo.server.liveConversationIds(jane), "DELETE");
        const DemoAnswer recent = demo.client->send("DELETE", at(jane));
        QCOMPARE(recent.status, 409); // the recent ones still do
        clear(demo, jane, blockingIds(recent), "DELETE");
        QCOMPARE(demo.client->send("DELETE", at(jane)).status, 200);
        QCOMPARE(demo.client->get(at(jane) + QStringLiteral("?state=deleted")).status, 200);
    }

    void legacyForceSkipsRecentOnes()
    {
        RunningDemo demo;
        const QString rita = demo.user("rita.recent");
        QCOMPARE(demo.client->send("DELETE", at(rita)).status, 409);
        QCOMPARE(demo.client->send("DELETE", at(rita) + QStringLiteral("?force=true")).status, 200);
        QCOMPARE(demo.client->get(at(rita)).status, 404);
    }

    void forceIsRefusedWhileASessionIsLive()
    {
        RunningDemo demo;
        for (const char *mailbox : {"jane.doe", "alan.aftercall"}) {
            const QString path = at(demo.user(mailbox)) + QStringLiteral("?force=true");
            const DemoAnswer answer = demo.client->send("DELETE", path);
            QCOMPARE(answer.status, 409);
            QCOMPARE(answer.code, QStringLiteral("user.has.active.session"));
        }
        const QString nora = demo.user("nora.nothing");
        demo.server.startConversation(nora); // it rings in the last moment
        QCOMPARE(demo.client->send("DELETE", at(nora) + QStringLiteral("?force=true")).code,
                 QStringLiteral("user.has.active.session"));
    }

    void publishedClearsVerifiesAndDeletes()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        clear(demo, jane, demo.server.liveConversationIds(jane), "PATCH", "{\"state\":\"disconnected\"}");
        QVERIFY(demo.server.liveConversationIds(jane).isEmpty());
        QVERIFY(!demo.server.recentConversationIds(jane).isEmpty());
        QCOMPARE(demo.client->send("DELETE", at(jane)).status, 200);
    }

    void legacyDeactivationLeavesRecentOnesInTheWay()
    {
        RunningDemo demo;
        const QString rita = demo.user("rita.recent");
        QCOMPARE(demo.client->send("PUT", at(rita), "{\"status\":\"inactive\"}").status, 200);
        const DemoAnswer answer = demo.client->send("DELETE", at(rita));
        QCOMPARE(answer.status, 409);
        QCOMPARE(blockingIds(answer), demo.server.recentConversationIds(rita));
        clear(demo, rita, blockingIds(answer), "DELETE");
        QCOMPARE(demo.client->send("DELETE", at(rita)).status, 200);
    }

    void publishedDeactivationTakesRecentOnesOutOfTheWay()
    {
        RunningDemo demo;
        const QString rita = demo.user("rita.recent");
        QCOMPARE(demo.client->send("DELETE", at(rita)).status, 409);
        const int version = demo.client->get(at(rita)).json.value(QLatin1String("version")).toInt();
        const QByteArray body = "{\"state\":\"inactive\",\"version\":" + QByteArray::number(version) + "}";
        QCOMPARE(demo.client->send("PATCH", at(rita), body).status, 200);
        QCOMPARE(demo.client->send("DELETE", at(rita)).status, 200);
    }

    void liveOnesCountEvenWhenInactive()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        demo.client->send("PUT", at(jane), "{\"status\":\"inactive\"}");
        const DemoAnswer answer = demo.client->send("DELETE", at(jane));
        QCOMPARE(answer.status, 409);
        QCOMPARE(blockingIds(answer).mid(0, 3), demo.server.liveConversationIds(jane));
    }

    void thePublishedUrlCountsLiveOnesOnly()
    {
        RunningDemo demo;
        demo.client->usePublishedUrl();
        QCOMPARE(demo.client->send("DELETE", at(demo.user("jane.doe"))).status, 409);
        QCOMPARE(demo.client->send("DELETE", at(demo.user("rita.recent"))).status, 200);
    }

    void leavingThroughThePatchIsTheSameAsDelete()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const int version = demo.client->get(at(jane)).json.value(QLatin1String("version")).toInt();
        const QByteArray body = "{\"state\":\"deleted\",\"version\":" + QByteArray::number(version) + "}";
        QCOMPARE(demo.client->send("PATCH", at(jane), body).status, 409);
        QCOMPARE(demo.client->get(at(jane)).status, 200);
    }

    void listsAtMostAHundred()
    {
        DemoOptions options = smallDemo();
        RunningDemo demo(options);
        const QString busy = demo.user("bertram.busy");
        for (int i = 0; i < 90; ++i)
            demo.server.startConversation(busy);
        const DemoAnswer answer = demo.client->send("DELETE", at(busy));
        QCOMPARE(blockingIds(answer).size(), 100);
        QCOMPARE(answer.json.value(QLatin1String("messageParams"))[QLatin1String("count")].toString(),
                 QStringLiteral("116")); // 25 e-mails, 90 calls, 1 recent
    }

    void someHaveNothingInTheWay()
    {
        RunningDemo demo;
        const QStringList free = demo.server.userIdsWithoutReferences(5);
        QVERIFY(free.contains(demo.user("nora.nothing")));
        QCOMPARE(demo.server.userIdsWithRecentConversationsOnly(1), QStringList{demo.user("rita.recent")});
        QCOMPARE(demo.server.userIdsWithLiveConversations(1), QStringList{demo.user("jane.doe")});
        QCOMPARE(demo.server.userIdsInState(QStringLiteral("deleted"), 1),
                 QStringList{demo.user("dora.deleted")});
        QCOMPARE(demo.client->send("DELETE", at(free.first())).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestDemoDeletion)
#include "tst_demodeletion.moc"
