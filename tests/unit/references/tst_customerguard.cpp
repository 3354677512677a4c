// SPDX-License-Identifier: GPL-3.0-or-later
// The live-customer guard, judged by what the requests would do to the people in the conversation. Refusing
// too often is allowed, cutting wrongly never.
#include "app/api/calls/conversationscalls.h"
#include "app/offboarding/clearingrequests.h"
#include "app/references/clearing.h"
#include "app/references/referencereading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

namespace offboarding {

namespace {

const QString leaver = QStringLiteral("leaver");

template <typename T> T pick(QRandomGenerator &random, const QList<T> &from)
{
    return from.at(random.bounded(static_cast<int>(from.size())));
}

QJsonObject communication(QRandomGenerator &random, int number)
{
    static const QList<QString> states{
        QStringLiteral("alerting"),     QStringLiteral("dialing"),    QStringLiteral("contacting"),
        QStringLiteral("offering"),     QStringLiteral("connected"),  QStringLiteral("connected"),
        QStringLiteral("parked"),       QStringLiteral("scheduled"),  QStringLiteral("converting"),
        QStringLiteral("disconnected"), QStringLiteral("terminated"), QStringLiteral("none"),
        QStringLiteral("DISCONNECTED"), QStringLiteral("hovering"),   QString()};
    QJsonObject object{{QStringLiteral("id"), QStringLiteral("c%1").arg(number)},
                       {QStringLiteral("state"), pick(random, states)}};
    if (random.bounded(4) == 0)
        object.insert(QStringLiteral("held"), true);
    return object;
}

QJsonObject participant(QRandomGenerator &random, int number)
{
    static const QList<QString> purposes{QStringLiteral("customer"),
                                         QStringLiteral("customer"),
                                         QStringLiteral("external"),
                                         QStringLiteral("agent"),
                                         QStringLiteral("user"),
                                         QStringLiteral("acd"),
                                         QStringLiteral("ivr"),
                                         QStringLiteral("voicemail"),
                                         QStringLiteral("visitor"),
                                         QStringLiteral("CUSTOMER"),
                                         QString()};
    static const QList<QString> media{QStringLiteral("calls"),
                                      QStringLiteral("callbacks"),
                                      QStringLiteral("chats"),
                                      QStringLiteral("emails"),
                                      QStringLiteral("messages"),
                                      QStringLiteral("internalMessages"),
                                      QStringLiteral("cobrowsesessions"),
                                      QStringLiteral("videos"),
                                      QStringLiteral("telepathies"),
                                      QStringLiteral("screenshares"),
                                      QStringLiteral("socialExpressions")};
    QJsonObject object{{QStringLiteral("id"), QStringLiteral("p%1").arg(random.bounded(number + 2))},
                       {QStringLiteral("purpose"), pick(random, purposes)}};
    const int who = random.bounded(5);
    if (who < 2)
        object.insert(QStringLiteral("userId"), who == 0 ? leaver : QStringLiteral("colleague"));
    if (random.bounded(3) == 0)
        object.insert(QStringLiteral("endTime"), QStringLiteral("2026-08-01T10:00:00.000Z"));
    const int count = random.bounded(4);
    for (int i = 0; i < count; ++i) {
        const QString name = pick(random, media);
        QJsonArray array = object.value(name).toArray();
        array.append(communication(random, i));
        object.insert(name, array);
    }
    return object;
}

/// What the platform calls live (contract §4.6), told from the raw JSON and from nothing of ours.
bool isAlive(const QJsonObject &object)
{
    static const QStringList over{QStringLiteral("disconnected"), QStringLiteral("terminated"),
                                  QStringLiteral("none")};
    for (const QJsonValue &member : object) {
        for (const QJsonValue &entry : member.toArray()) {
            if (!over.contains(entry.toObject().value(QLatin1String("state")).toString().toLower()))
                return true;
        }
    }
    return false;
}

bool isCustomer(const QJsonObject &object)
{
    const QString purpose = object.value(QLatin1String("purpose")).toString().toLower();
    const bool isMember = object.contains(QLatin1String("userId"));
    return purpose == QLatin1String("customer") || purpose == QLatin1String("external") ||
           (purpose == QLatin1String("visitor") && !isMember);
}

struct People
{
    bool isLeaverAlive = false;
    bool isCustomerAlive = false;
};

People peopleIn(const QJsonArray &participants)
{
    People people;
    for (const QJsonValue &value : participants) {
        const QJsonObject object = value.toObject();
        if (object.value(QLatin1String("userId")).toString() == leaver)
            people.isLeaverAlive = people.isLeaverAlive || isAlive(object);
        else if (isCustomer(object))
            people.isCustomerAlive = people.isCustomerAlive || isAlive(object);
    }
    return people;
}

/// Ending the last leg beside a customer ends it for the customer, too (contract §5.1); ending everything
/// always does (§5.2). Handing over does not.
bool cutsCustomer(const ApiRequest &request, const People &people)
{
    if (!people.isCustomerAlive || request.path.endsWith(QLatin1String("/replace/queue")))
        return false;
    return people.isLeaverAlive || request.path.endsWith(QLatin1String("/disconnect"));
}

QJsonArray conversationOf(QRandomGenerator &random)
{
    QJsonArray participants;
    const int count = random.bounded(40) == 0 ? 200 : random.bounded(6);
    for (int i = 0; i < count; ++i)
        participants.append(participant(random, i));
    return participants;
}

Result<Conversation> parsed(const QJsonArray &participants)
{
    ApiResponse response;
    response.status = 200;
    response.body = QJsonDocument(QJsonObject{{QStringLiteral("id"), QStringLiteral("conversation")},
                                              {QStringLiteral("participants"), participants}})
                        .toJson();
    return parseConversation(response, QStringLiteral("conversation"));
}

const QList<ClearingAction> &actions()
{
    static const QList<ClearingAction> all{ClearingAction::HandToQueue, ClearingAction::Disconnect,
                                           ClearingAction::Remove, ClearingAction::EndConversation,
                                           ClearingAction::Leave};
    return all;
}

ClearingChoice choice(ClearingAction action)
{
    ClearingChoice result;
    result.userId = leaver;
    result.conversationId = QStringLiteral("conversation");
    result.action = action;
    result.queueId = QStringLiteral("queue");
    return result;
}

} // namespace

class CustomerGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRequestCutsACustomerWithoutTheTick()
    {
        QRandomGenerator random(20261125);
        int guarded = 0;
        int sent = 0;
        for (int round = 0; round < 6000; ++round) {
            const QJsonArray participants = conversationOf(random);
            const Result<Conversation> conversation = parsed(participants);
            QVERIFY(conversation.has_value());
            const People people = peopleIn(participants);
            guarded += people.isCustomerAlive && people.isLeaverAlive ? 1 : 0;
            for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
                for (const ClearingAction action : actions()) {
                    const ClearingChoice unticked = choice(action);
                    if (refusalFor(*conversation, unticked, dialect) != ClearingRefusal::None)
                        continue;
                    for (const ApiRequest &request : clearingRequests(*conversation, unticked, dialect)) {
                        ++sent;
                        const QByteArray what =
                            request.line().toUtf8() + '\n' + QJsonDocument(participants).toJson();
                        QVERIFY2(!cutsCustomer(request, people), what.constData());
                    }
                }
            }
        }
        QVERIFY2(guarded > 500, "the generator must make conversations worth guarding");
        QVERIFY2(sent > 1000, "a guard that refuses everything is no guard");
    }

    void theTickOfOneConversationIsNoTickForAnother()
    {
        const QJsonArray calls{QJsonObject{{QStringLiteral("id"), QStringLiteral("c")},
                                           {QStringLiteral("state"), QStringLiteral("connected")}}};
        const QJsonArray participants{QJsonObject{{QStringLiteral("id"), QStringLiteral("p1")},
                                                  {QStringLiteral("purpose"), QStringLiteral("customer")},
                                                  {QStringLiteral("calls"), calls}},
                                      QJsonObject{{QStringLiteral("id"), QStringLiteral("p2")},
                                                  {QStringLiteral("purpose"), QStringLiteral("agent")},
                                                  {QStringLiteral("userId"), leaver},
                                                  {QStringLiteral("calls"), calls}}};
        const Result<Conversation> conversation = parsed(participants);
        for (const ClearingAction action : {ClearingAction::Disconnect, ClearingAction::EndConversation}) {
            ClearingChoice ticked = choice(action);
            QCOMPARE(refusalFor(*conversation, ticked, Dialect::Published), ClearingRefusal::LiveCustomer);
            ticked.mayCutLiveCustomer = true;
            QCOMPARE(refusalFor(*conversation, ticked, Dialect::Published), ClearingRefusal::None);
        }
        ClearingChoice other = choice(ClearingAction::Disconnect);
        other.conversationId = QStringLiteral("another");
        other.mayCutLiveCustomer = true;
        QCOMPARE(refusalFor(*conversation, other, Dialect::Published), ClearingRefusal::Unreadable);
    }

    void endingTheConversationIsOneRequestAndNeedsALivingLeaver()
    {
        QRandomGenerator random(3);
        int ended = 0;
        for (int round = 0; round < 1000; ++round) {
            const Result<Conversation> conversation = parsed(conversationOf(random));
            ClearingChoice ticked = choice(ClearingAction::EndConversation);
            ticked.mayCutLiveCustomer = true;
            if (refusalFor(*conversation, ticked, Dialect::Published) != ClearingRefusal::None)
                continue;
            // Nobody is dropped for a leaver who is out of it already.
            QVERIFY(!isCleared(*conversation, leaver, ClearingAction::EndConversation));
            const QList<ApiRequest> requests = clearingRequests(*conversation, ticked, Dialect::Published);
            QCOMPARE(requests.size(), 1);
            QCOMPARE(requests.first().line(),
                     QStringLiteral("POST /api/v2/conversations/conversation/disconnect"));
            QVERIFY(!requests.first().idempotent);
            ++ended;
        }
        QVERIFY(ended > 100);
    }

    void aConversationWithoutParticipantsIsNeverCleared()
    {
        const Result<Conversation> deserted = parsed({});
        for (const ClearingAction action : {ClearingAction::HandToQueue, ClearingAction::Disconnect,
                                            ClearingAction::Remove, ClearingAction::EndConversation}) {
            for (const Dialect dialect : {Dialect::Legacy, Dialect::Published})
                QCOMPARE(refusalFor(*deserted, choice(action), dialect), ClearingRefusal::Unreadable);
        }
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::CustomerGuardTest)
#include "tst_customerguard.moc"
