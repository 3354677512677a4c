// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations over the socket: their shape, and every way out of them in both dialects.
#include "tests/unit/demo/rundemo.h"

#include <QTest>

#include <algorithm>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

const QByteArray disconnected("{\"state\":\"disconnected\"}");

QString textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

/// The state of the first communication in @p array of a participant.
QString legState(const QJsonObject &participant, const char *array)
{
    return participant.value(QLatin1String(array))[0][QLatin1String("state")].toString();
}

bool isLive(const QJsonObject &participant)
{
    for (const char *array : {"calls", "callbacks", "chats", "emails", "messages"}) {
        const QJsonArray legs = participant.value(QLatin1String(array)).toArray();
        for (const QJsonValue &leg : legs) {
            if (leg[QLatin1String("state")].toString() != QLatin1String("disconnected"))
                return true;
        }
    }
    return false;
}

/// The participants with this purpose that are still there.
qsizetype liveOnes(const DemoAnswer &conversation, const char *purpose)
{
    const QJsonArray all = conversation.json.value(QLatin1String("participants")).toArray();
    return std::count_if(all.constBegin(), all.constEnd(), [purpose](const QJsonValue &one) {
        return one[QLatin1String("purpose")].toString() == QLatin1String(purpose) && isLive(one.toObject());
    });
}

/// The live conversation of a story person in which their leg stands in @p array.
struct Leg
{
    QString conversation;
    QString participant;
    QString path;
};

Leg legOf(RunningDemo &demo, const char *mailbox, const char *array)
{
    const QString user = demo.user(mailbox);
    const QStringList ids = demo.server.liveConversationIds(user);
    for (const QString &id : ids) {
        const QList<QJsonObject> own = demo.client->participants(id, user);
        for (const QJsonObject &one : own) {
            if (!one.value(QLatin1String(array)).toArray().isEmpty() &&
                !one.contains(QLatin1String("endTime")))
                return {id, textOf(one, "id"),
                        QStringLiteral("/conversations/%1/participants/%2").arg(id, textOf(one, "id"))};
        }
    }
    return {};
}

DemoAnswer read(RunningDemo &demo, const Leg &leg)
{
    return demo.client->get(QStringLiteral("/conversations/%1").arg(leg.conversation));
}

} // namespace

class TestDemoConversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void janeHasThreeLiveOnes()
    {
        RunningDemo demo;
        QCOMPARE(demo.server.liveConversationIds(demo.user("jane.doe")).size(), 3);
        const Leg call = legOf(demo, "jane.doe", "calls");
        const DemoAnswer answer = read(demo, call);
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.json.contains(QLatin1String("endTime")));
        QCOMPARE(liveOnes(answer, "customer"), 1);
        QCOMPARE(liveOnes(answer, "agent"), 1);
        const QList<QJsonObject> own = demo.client->participants(call.conversation, demo.user("jane.doe"));
        QCOMPARE(own.size(), 1);
        QCOMPARE(legState(own.first(), "calls"), QStringLiteral("connected"));
        QVERIFY(own.first().value(QLatin1String("emails")).isArray()); // present, empty
        QVERIFY(!own.first().value(QLatin1String("calls"))[0][QLatin1String("segments")].toArray().isEmpty());
        const Leg callback = legOf(demo, "jane.doe", "callbacks");
        const QList<QJsonObject> ringing =
            demo.client->participants(callback.conversation, demo.user("jane.doe"));
        QCOMPARE(legState(ringing.first(), "callbacks"), QStringLiteral("alerting"));
        QVERIFY(!legOf(demo, "jane.doe", "messages").conversation.isEmpty());
    }

    void showsHeldReturnedAndAfterCallWork()
    {
        RunningDemo demo;
        const QString harry = demo.user("harry.held");
        const QList<QJsonObject> twice =
            demo.client->participants(demo.server.liveConversationIds(harry).value(0), harry);
        QCOMPARE(twice.size(), 2);
        QVERIFY(!isLive(twice.at(0)));
        QVERIFY(twice.at(1).value(QLatin1String("calls"))[0][QLatin1String("held")].toBool());

        const QString alan = demo.user("alan.aftercall");
        const QList<QJsonObject> wrapping =
            demo.client->participants(demo.server.liveConversationIds(alan).value(0), alan);
        QVERIFY(!isLive(wrapping.value(0)));
        QVERIFY(wrapping.value(0).contains(QLatin1String("startAcwTime")));
        QVERIFY(!wrapping.value(0).contains(QLatin1String("endAcwTime")));

        // Open, but the user left it: not live for them.
        const QString lena = demo.user("lena.left");
        QVERIFY(demo.server.liveConversationIds(lena).isEmpty());
        const QString open = demo.server.recentConversationIds(lena).value(0);
        const DemoAnswer thread = demo.client->get(QStringLiteral("/conversations/%1").arg(open));
        QVERIFY(!thread.json.contains(QLatin1String("endTime")));
        QCOMPARE(liveOnes(thread, "agent"), 0);
    }

    void anAcceptedEndTakesAMoment()
    {
        DemoOptions options = smallDemo();
        options.acceptDelayMs = 600;
        RunningDemo demo(options);
        const Leg call = legOf(demo, "jane.doe", "calls");
        const DemoAnswer accepted = demo.client->send("PATCH", call.path, disconnected);
        QCOMPARE(accepted.status, 202);
        QVERIFY(accepted.body.isEmpty());
        QCOMPARE(liveOnes(read(demo, call), "agent"), 1); // accepted, not done
        QTRY_COMPARE_WITH_TIMEOUT(liveOnes(read(demo, call), "agent"), 0, 5000);
    }

    void publishedEndsTheLegAndTheCallForTheCustomer()
    {
        RunningDemo demo;
        const Leg call = legOf(demo, "jane.doe", "calls");
        QCOMPARE(demo.client->send("PATCH", call.path, disconnected).status, 202);
        const DemoAnswer after = read(demo, call);
        QVERIFY(after.json.contains(QLatin1String("endTime")));
        QCOMPARE(liveOnes(after, "customer"), 0);
        // Still in the list: the published API takes nobody out.
        QCOMPARE(demo.client->participants(call.conversation, demo.user("jane.doe")).size(), 1);
        const DemoAnswer again = demo.client->send("PATCH", call.path, disconnected);
        QCOMPARE(again.status, 400);
        QCOMPARE(again.code, QStringLiteral("conversation.error.participant.no.active.conversations"));
        QCOMPARE(demo.client->send("PATCH", call.path, "{\"state\":\"alerting\"}").code,
                 QStringLiteral("invalid.value"));
    }

    void whatOnlyRangGoesBackToItsQueue()
    {
        RunningDemo demo;
        const Leg callback = legOf(demo, "jane.doe", "callbacks");
        QCOMPARE(demo.client->send("PATCH", callback.path, disconnected).status, 202);
        const DemoAnswer after = read(demo, callback);
        QVERIFY(!after.json.contains(QLatin1String("endTime")));
        QCOMPARE(liveOnes(after, "acd"), 1);
        QCOMPARE(liveOnes(after, "customer"), 1);
    }

    void aMessageThreadStaysOpen()
    {
        RunningDemo demo;
        const Leg message = legOf(demo, "jane.doe", "messages");
        QCOMPARE(demo.client->send("PATCH", message.path, disconnected).status, 202);
        const DemoAnswer after = read(demo, message);
        QVERIFY(!after.json.contains(QLatin1String("endTime")));
        QCOMPARE(liveOnes(after, "agent"), 0);
        QCOMPARE(liveOnes(after, "customer"), 1);
    }

    void legacyTakesTheParticipantOut()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const Leg call = legOf(demo, "jane.doe", "calls");
        QCOMPARE(demo.client->send("DELETE", call.path).status, 202);
        QVERIFY(demo.client->participants(call.conversation, jane).isEmpty());
        const DemoAnswer again = demo.client->send("DELETE", call.path);
        QCOMPARE(again.status, 404);
        QCOMPARE(again.code, QStringLiteral("conversation.error.not.conversation.participant"));
        // From ended conversations, too.
        const QString ended = demo.server.recentConversationIds(jane).last();
        const QList<QJsonObject> own = demo.client->participants(ended, jane);
        QCOMPARE(own.size(), 1);
        const QString path =
            QStringLiteral("/conversations/%1/participants/%2").arg(ended, textOf(own.first(), "id"));
        QCOMPARE(demo.client->send("DELETE", path).status, 202);
        QVERIFY(demo.client->participants(ended, jane).isEmpty());
        QVERIFY(!demo.server.recentConversationIds(jane).contains(ended));
    }

    void mediaPathsTakeTheirOwnMediumOnly()
    {
        RunningDemo demo;
        const Leg call = legOf(demo, "jane.doe", "calls");
        const QString wrong = QString(call.path).replace(QLatin1String("/conversations/"),
                                                         QLatin1String("/conversations/emails/"));
        QCOMPARE(demo.client->send("PATCH", wrong, disconnected).status, 404);
        const QString right = QString(call.path).replace(QLatin1String("/conversations/"),
                                                         QLatin1String("/conversations/calls/"));
        QCOMPARE(demo.client->send("PATCH", right, disconnected).status, 202);
        QCOMPARE(liveOnes(read(demo, call), "agent"), 0);
    }

    void aCommunicationEndsAtOnce()
    {
        RunningDemo demo;
        const Leg call = legOf(demo, "jane.doe", "calls");
        const QList<QJsonObject> own = demo.client->participants(call.conversation, demo.user("jane.doe"));
        const QString leg = own.first().value(QLatin1String("calls"))[0][QLatin1String("id")].toString();
        const QString path = QStringLiteral("/conversations/calls/%1/participants/%2/communications/%3")
                                 .arg(call.conversation, call.participant, leg);
        QCOMPARE(demo.client->send("PATCH", path, disconnected).status, 200);
        QCOMPARE(liveOnes(read(demo, call), "agent"), 0);
        QCOMPARE(demo.client->send("PATCH", path, disconnected).code,
                 QStringLiteral("conversation.error.call.disconnected"));
    }

    void handsAConnectedCustomerToAQueue()
    {
        RunningDemo demo;
        const Leg call = legOf(demo, "jane.doe", "calls");
        const QString queue = demo.server.queueIds().at(3);
        const QByteArray body = "{\"queueId\":\"" + queue.toLatin1() + "\",\"transferType\":\"Unattended\"}";
        QCOMPARE(demo.client->send("POST", call.path + QStringLiteral("/replace/queue"), body).status, 202);
        const DemoAnswer after = read(demo, call);
        QVERIFY(!after.json.contains(QLatin1String("endTime")));
        QCOMPARE(liveOnes(after, "agent"), 0);
        QCOMPARE(liveOnes(after, "customer"), 1);
        QCOMPARE(liveOnes(after, "acd"), 1);
        const QJsonArray participants = after.json.value(QLatin1String("participants")).toArray();
        QCOMPARE(participants.last()[QLatin1String("queueId")].toString(), queue);
        QCOMPARE(after.json.value(QLatin1String("recentTransfers")).toArray().size(), 1);
    }

    void handsOnlyConnectedOnesOver()
    {
        RunningDemo demo;
        const QByteArray body = "{\"queueId\":\"" + demo.server.queueIds().at(3).toLatin1() + "\"}";
        const QString ringing = legOf(demo, "jane.doe", "callbacks").path + QStringLiteral("/replace/queue");
        const DemoAnswer refused = demo.client->send("POST", ringing, body);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code, QStringLiteral("conversations.error.transfer.not.connected"));
        const QString path = legOf(demo, "jane.doe", "calls").path + QStringLiteral("/replace/queue");
        QCOMPARE(demo.client->send("POST", path, "{}").status, 400);
        QCOMPARE(demo.client->send("POST", path, "{\"queueId\":\"nowhere\"}").status, 404);
    }

    void handsToAnotherAgent()
    {
        RunningDemo demo;
        const Leg call = legOf(demo, "jane.doe", "calls");
        const QString rita = demo.user("rita.recent");
        const QByteArray body = "{\"userId\":\"" + rita.toLatin1() + "\"}";
        QCOMPARE(demo.client->send("POST", call.path + QStringLiteral("/replace/agent"), body).status, 202);
        QCOMPARE(demo.server.liveConversationIds(rita), QStringList{call.conversation});
        QVERIFY(!demo.server.liveConversationIds(demo.user("jane.doe")).contains(call.conversation));
    }

    void closesAfterCallWork()
    {
        RunningDemo demo;
        const QString alan = demo.user("alan.aftercall");
        const Leg call = legOf(demo, "alan.aftercall", "calls");
        QCOMPARE(demo.client->send("PATCH", call.path, "{\"wrapup\":{}}").code,
                 QStringLiteral("conversation.error.wrapup.code.required"));
        QCOMPARE(demo.client->send("PATCH", call.path, "{\"wrapup\":{\"code\":\"Done\"}}").status, 202);
        QVERIFY(demo.server.liveConversationIds(alan).isEmpty());
        QVERIFY(read(demo, call).json.contains(QLatin1String("endTime")));
    }

    void closesAfterCallWorkOfOneCommunication()
    {
        RunningDemo demo;
        const QString alan = demo.user("alan.aftercall");
        const Leg call = legOf(demo, "alan.aftercall", "calls");
        const QString wrapup = call.path + QStringLiteral("/wrapup");
        QVERIFY(demo.client->get(wrapup).json.isEmpty());
        const QString leg = demo.client->participants(call.conversation, alan)
                                .value(0)
                                .value(QLatin1String("calls"))[0][QLatin1String("id")]
                                .toString();
        const QString path =
            QStringLiteral("/conversations/calls/%1/participants/%2/communications/%3/wrapup")
                .arg(call.conversation, call.participant, leg);
        QCOMPARE(demo.client->send("POST", path, "{}").code,
                 QStringLiteral("conversation.error.wrapup.code.required"));
        QCOMPARE(demo.client->send("POST", path, "{\"code\":\"Done\"}").status, 202);
        QVERIFY(demo.server.liveConversationIds(alan).isEmpty());
        QCOMPARE(textOf(demo.client->get(wrapup).json, "code"), QStringLiteral("Done"));
    }

    void givesAWaitingInteractionToAnAgent()
    {
        RunningDemo demo;
        const Leg callback = legOf(demo, "jane.doe", "callbacks");
        demo.client->send("PATCH", callback.path, disconnected); // back to its queue
        const QString nora = demo.user("nora.nothing");
        const QString path = QStringLiteral("/conversations/%1/assign").arg(callback.conversation);
        const QByteArray body = "{\"id\":\"" + nora.toLatin1() + "\"}";
        QCOMPARE(demo.client->send("POST", path, body).status, 202);
        QCOMPARE(demo.server.liveConversationIds(nora), QStringList{callback.conversation});
        QCOMPARE(demo.client->send("POST", path, body).status, 400); // nobody waits any more
    }

    void transfersToAnAddressOutside()
    {
        RunningDemo demo;
        const Leg call = legOf(demo, "jane.doe", "calls");
        const QString path = call.path + QStringLiteral("/transfer");
        QCOMPARE(demo.client->send("POST", path, "{}").status, 400);
        QCOMPARE(demo.client->send("POST", path, "{\"address\":\"tel:+4901990000001\"}").status, 202);
        const DemoAnswer after = read(demo, call);
        QCOMPARE(liveOnes(after, "agent"), 0);
        QCOMPARE(liveOnes(after, "customer"), 1);
        QCOMPARE(liveOnes(after, "external"), 1);
    }

    void parksAMessage()
    {
        RunningDemo demo;
        const Leg message = legOf(demo, "jane.doe", "messages");
        const QString path = QStringLiteral("/conversations/messages/%1/participants/%2/parkingstate")
                                 .arg(message.conversation, message.participant);
        QCOMPARE(demo.client->send("PATCH", path, "{\"state\":\"alerting\"}").status, 400);
        QCOMPARE(demo.client->send("PATCH", path, "{\"state\":\"parked\"}").status, 204);
        const QList<QJsonObject> own = demo.client->participants(message.conversation, demo.user("jane.doe"));
        QCOMPARE(legState(own.value(0), "messages"), QStringLiteral("parked"));
        // Parked is live: only three states are not.
        QVERIFY(demo.server.liveConversationIds(demo.user("jane.doe")).contains(message.conversation));
    }

    void listsOnlyTheCallersOwn()
    {
        RunningDemo demo;
        QCOMPARE(demo.client->get(QStringLiteral("/conversations")).code, QStringLiteral("not.a.user"));
        const QString jane = demo.user("jane.doe");
        demo.client->setToken(demo.server.issueToken(jane));
        QCOMPARE(idsOf(demo.client->get(QStringLiteral("/conversations"))),
                 demo.server.liveConversationIds(jane));
    }

    void disconnectsEverybody()
    {
        RunningDemo demo;
        const Leg call = legOf(demo, "jane.doe", "calls");
        const Leg message = legOf(demo, "jane.doe", "messages");
        const QString one = QStringLiteral("/conversations/%1").arg(call.conversation);
        QCOMPARE(demo.client->send("POST", one + QStringLiteral("/disconnect")).status, 202);
        QCOMPARE(liveOnes(read(demo, call), "customer"), 0);
        const QString other = QStringLiteral("/conversations/%1").arg(message.conversation);
        QCOMPARE(demo.client->send("DELETE", other).status, 204);
        QVERIFY(read(demo, message).json.contains(QLatin1String("endTime")));
    }

    void thePublishedUrlHasNoLegacyRoutes()
    {
        RunningDemo demo;
        const Leg call = legOf(demo, "jane.doe", "calls");
        const QString path = QStringLiteral("/users/%1").arg(demo.user("nora.nothing"));
        demo.client->usePublishedUrl();
        QCOMPARE(demo.client->send("DELETE", call.path).status, 405);
        QCOMPARE(demo.client->send("PUT", path, "{\"status\":\"inactive\"}").status, 405);
        QCOMPARE(demo.client->send("PATCH", call.path, disconnected).status, 202);
    }

    void unknownConversationsAreNotFound()
    {
        RunningDemo demo;
        QCOMPARE(demo.client->get(QStringLiteral("/conversations/none")).code, QStringLiteral("not.found"));
        QCOMPARE(demo.client->get(QStringLiteral("/conversations/%1").arg(demo.user("jane.doe"))).status,
                 404);
    }
};

QTEST_GUILESS_MAIN(TestDemoConversations)
#include "tst_democonversations.moc"
