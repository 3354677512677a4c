// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/conversationscalls.h"
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

Communication communication(const QString &state, Media media = Media::Call)
{
    Communication result;
    result.id = QStringLiteral("communication");
    result.media = media;
    result.state = state;
    return result;
}

Participant participant(const QString &id, const QString &purpose, const QString &state,
                        const QString &userId = {})
{
    Participant result;
    result.id = id;
    result.purpose = purpose;
    result.userId = userId;
    result.communications.append(communication(state));
    return result;
}

Conversation call(const QString &customerState, const QString &leaverState)
{
    Conversation result;
    result.id = QStringLiteral("conversation");
    result.participants = {
        participant(QStringLiteral("p1"), QStringLiteral("customer"), customerState),
        participant(QStringLiteral("p2"), QStringLiteral("acd"), QStringLiteral("disconnected")),
        participant(QStringLiteral("p3"), QStringLiteral("agent"), leaverState, leaver)};
    return result;
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

template <typename T> T pick(QRandomGenerator &random, const QList<T> &from)
{
    return from.at(random.bounded(static_cast<int>(from.size())));
}

const QList<QString> &states()
{
    static const QList<QString> all{QStringLiteral("alerting"),
                                    QStringLiteral("dialing"),
                                    QStringLiteral("contacting"),
                                    QStringLiteral("connected"),
                                    QStringLiteral("Connected"),
                                    QStringLiteral("parked"),
                                    QStringLiteral("disconnected"),
                                    QStringLiteral("terminated"),
                                    QStringLiteral("none"),
                                    QStringLiteral("levitating"),
                                    QString()};
    return all;
}

QJsonObject randomParticipant(QRandomGenerator &random, int number)
{
    static const QList<QString> purposes{
        QStringLiteral("customer"),  QStringLiteral("external"),      QStringLiteral("agent"),
        QStringLiteral("user"),      QStringLiteral("acd"),           QStringLiteral("ivr"),
        QStringLiteral("Customer"),  QStringLiteral("dialer.system"), QStringLiteral("campaign"),
        QStringLiteral("astronaut"), QStringLiteral("voicemail"),     QString()};
    static const QList<QString> users{QString(), QString(), leaver, QStringLiteral("colleague")};
    static const QList<QString> arrays{QStringLiteral("calls"),    QStringLiteral("callbacks"),
                                       QStringLiteral("chats"),    QStringLiteral("emails"),
                                       QStringLiteral("messages"), QStringLiteral("holograms")};
    QJsonObject object{{QStringLiteral("id"), QStringLiteral("p%1").arg(number)},
                       {QStringLiteral("purpose"), pick(random, purposes)}};
    const QString userId = pick(random, users);
    if (!userId.isEmpty())
        object.insert(QStringLiteral("userId"), userId);
    if (random.bounded(3) == 0)
        object.insert(QStringLiteral("endTime"), QStringLiteral("2026-08-01T10:00:00.000Z"));
    const int count = random.bounded(3);
    for (int i = 0; i < count; ++i) {
        const QString name = pick(random, arrays);
        QJsonArray array = object.value(name).toArray();
        array.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("c%1").arg(i)},
                                 {QStringLiteral("state"), pick(random, states())}});
        object.insert(name, array);
    }
    return object;
}

/// What the platform calls live (contract §4.6), told from the raw JSON and from nothing of ours.
bool isAlive(const QJsonObject &object)
{
    for (const QJsonValue &member : object) {
        for (const QJsonValue &entry : member.toArray()) {
            const QString state = entry.toObject().value(QLatin1String("state")).toString().toLower();
            if (state != QLatin1String("disconnected") && state != QLatin1String("terminated") &&
                state != QLatin1String("none"))
                return true;
        }
    }
    return false;
}

} // namespace

class ClearingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesToCutALiveCustomer()
    {
        const Conversation conversation = call(QStringLiteral("connected"), QStringLiteral("connected"));
        for (const ClearingAction action : {ClearingAction::Disconnect, ClearingAction::Remove}) {
            for (const Dialect dialect : {Dialect::Legacy, Dialect::Published})
                QCOMPARE(refusalFor(conversation, choice(action), dialect), ClearingRefusal::LiveCustomer);
        }
        ClearingChoice ticked = choice(ClearingAction::Disconnect);
        ticked.mayCutLiveCustomer = true;
        QCOMPARE(refusalFor(conversation, ticked, Dialect::Published), ClearingRefusal::None);
    }

    void handsOverOnlyWhatIsConnected()
    {
        const ClearingChoice handOver = choice(ClearingAction::HandToQueue);
        const QString connected = QStringLiteral("connected");
        QCOMPARE(refusalFor(call(connected, connected), handOver, Dialect::Published), ClearingRefusal::None);
        QCOMPARE(refusalFor(call(connected, QStringLiteral("alerting")), handOver, Dialect::Published),
                 ClearingRefusal::NotConnected);
        ClearingChoice nowhere = handOver;
        nowhere.queueId.clear();
        QCOMPARE(refusalFor(call(connected, connected), nowhere, Dialect::Published),
                 ClearingRefusal::NoQueue);
    }

    void keepsWhatIsAlreadyClear()
    {
        const Conversation ended = call(QStringLiteral("disconnected"), QStringLiteral("terminated"));
        QCOMPARE(refusalFor(ended, choice(ClearingAction::Disconnect), Dialect::Published),
                 ClearingRefusal::AlreadyClear);
        QCOMPARE(refusalFor(ended, choice(ClearingAction::Remove), Dialect::Published),
                 ClearingRefusal::EndedNotRemovable);
        QCOMPARE(refusalFor(ended, choice(ClearingAction::Remove), Dialect::Legacy), ClearingRefusal::None);
        Conversation without = ended;
        without.participants.removeLast();
        QCOMPARE(refusalFor(without, choice(ClearingAction::Remove), Dialect::Legacy),
                 ClearingRefusal::AlreadyClear);
    }

    void isClearedOnlyWithoutAfterCallWork()
    {
        Conversation conversation = call(QStringLiteral("disconnected"), QStringLiteral("disconnected"));
        QVERIFY(isCleared(conversation, leaver, ClearingAction::Disconnect));
        QVERIFY(!isCleared(conversation, leaver, ClearingAction::Remove));
        conversation.participants.last().afterCallWorkStart = QDateTime::currentDateTimeUtc();
        QVERIFY(!isCleared(conversation, leaver, ClearingAction::Disconnect));
        QVERIFY(!isCleared(conversation, leaver, ClearingAction::HandToQueue));
    }

    void anUnreadablePartyCountsAsALiveCustomer()
    {
        Conversation conversation = call(QStringLiteral("disconnected"), QStringLiteral("connected"));
        QCOMPARE(refusalFor(conversation, choice(ClearingAction::Disconnect), Dialect::Published),
                 ClearingRefusal::None);
        conversation.participants.first().communications.clear();
        QCOMPARE(refusalFor(conversation, choice(ClearingAction::Disconnect), Dialect::Published),
                 ClearingRefusal::LiveCustomer);
        QVERIFY(referenceFrom(conversation, leaver).customerLive);
    }

    void anEmptyUserIdTouchesNobody()
    {
        ClearingChoice nobody = choice(ClearingAction::Disconnect);
        nobody.userId.clear();
        nobody.mayCutLiveCustomer = true;
        QCOMPARE(refusalFor(call(QStringLiteral("connected"), QStringLiteral("connected")), nobody,
                            Dialect::Legacy),
                 ClearingRefusal::Unreadable);
    }

    void suggestsTheSafestAction()
    {
        ConversationReference reference;
        reference.live = true;
        reference.customerLive = true;
        reference.connected = true;
        QCOMPARE(suggestedAction(reference, Dialect::Legacy), ClearingAction::HandToQueue);
        reference.connected = false;
        QCOMPARE(suggestedAction(reference, Dialect::Legacy), ClearingAction::Leave);
        reference.customerLive = false;
        QCOMPARE(suggestedAction(reference, Dialect::Legacy), ClearingAction::Remove);
        QCOMPARE(suggestedAction(reference, Dialect::Published), ClearingAction::Disconnect);
        reference.live = false;
        QCOMPARE(suggestedAction(reference, Dialect::Legacy), ClearingAction::Remove);
        QCOMPARE(suggestedAction(reference, Dialect::Published), ClearingAction::Leave);
        reference.error = Error();
        QCOMPARE(suggestedAction(reference, Dialect::Legacy), ClearingAction::Leave);
    }

    /// Whatever the conversation looks like: nothing that cuts a live customer off gets through without the
    /// tick.
    void neverCutsALiveCustomer()
    {
        QRandomGenerator random(20260801);
        int allowed = 0;
        int guarded = 0;
        for (int round = 0; round < 8000; ++round) {
            QJsonArray participants;
            const int count = 1 + random.bounded(5);
            for (int i = 0; i < count; ++i)
                participants.append(randomParticipant(random, i));
            QJsonObject body{{QStringLiteral("id"), QStringLiteral("conversation")},
                             {QStringLiteral("participants"), participants}};
            ApiResponse response;
            response.status = 200;
            response.body = QJsonDocument(body).toJson();
            const Result<Conversation> conversation = parseConversation(response, QStringLiteral("conversation"));
            QVERIFY(conversation.has_value());

            bool isLeaverAlive = false;
            bool isCustomerAlive = false;
            for (const QJsonValue &value : participants) {
                const QJsonObject object = value.toObject();
                const QString purpose = object.value(QLatin1String("purpose")).toString().toLower();
                const bool isMine = object.value(QLatin1String("userId")).toString() == leaver;
                if (isMine)
                    isLeaverAlive = isLeaverAlive || isAlive(object);
                else if (purpose == QLatin1String("customer") || purpose == QLatin1String("external") ||
                         purpose == QLatin1String("astronaut"))
                    isCustomerAlive =
                        isCustomerAlive || (isAlive(object) && (purpose != QLatin1String("astronaut") ||
                                                                !object.contains(QLatin1String("userId"))));
            }
            for (const ClearingAction action : {ClearingAction::Disconnect, ClearingAction::Remove}) {
                for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
                    const ClearingRefusal refusal = refusalFor(*conversation, choice(action), dialect);
                    if (isLeaverAlive && isCustomerAlive) {
                        ++guarded;
                        QVERIFY2(refusal != ClearingRefusal::None, response.body.constData());
                    }
                    allowed += refusal == ClearingRefusal::None ? 1 : 0;
                }
            }
        }
        QVERIFY2(guarded > 1000, "the generator must make conversations worth guarding");
        QVERIFY2(allowed > 1000, "a guard that refuses everything is no guard");
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ClearingTest)
#include "tst_clearing.moc"
