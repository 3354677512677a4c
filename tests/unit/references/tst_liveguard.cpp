// SPDX-License-Identifier: GPL-3.0-or-later
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
const QString someTime = QStringLiteral("2026-08-01T10:00:00.000Z");

template <typename T> T pick(QRandomGenerator &random, const QList<T> &from)
{
    return from.at(random.bounded(static_cast<int>(from.size())));
}

QJsonValue randomCommunication(QRandomGenerator &random, int number)
{
    static const QStringList states{
        QStringLiteral("alerting"), QStringLiteral("dialing"),      QStringLiteral("contacting"),
        QStringLiteral("offering"), QStringLiteral("connected"),    QStringLiteral("Connected"),
        QStringLiteral("parked"),   QStringLiteral("disconnected"), QStringLiteral("terminated"),
        QStringLiteral("none"),     QStringLiteral("levitating"),   QString()};
    QJsonObject object{{QStringLiteral("state"), pick(random, states)}};
    if (random.bounded(8) == 0)
        object.insert(QStringLiteral("state"), 17); // of the wrong type
    if (random.bounded(8) != 0)
        object.insert(QStringLiteral("id"), QStringLiteral("c%1").arg(number));
    if (random.bounded(6) == 0)
        object.insert(
            QStringLiteral("afterCallWork"),
            QJsonObject{{QStringLiteral("state"),
                         random.bounded(2) == 0 ? QStringLiteral("pending") : QStringLiteral("complete")}});
    return object;
}

QJsonObject randomParticipant(QRandomGenerator &random, int number)
{
    static const QStringList purposes{
        QStringLiteral("customer"),  QStringLiteral("external"),      QStringLiteral("agent"),
        QStringLiteral("user"),      QStringLiteral("acd"),           QStringLiteral("ivr"),
        QStringLiteral("Customer"),  QStringLiteral("dialer.system"), QStringLiteral("campaign"),
        QStringLiteral("astronaut"), QStringLiteral("voicemail"),     QString()};
    static const QStringList users{QString(), QString(), leaver, leaver, QStringLiteral("colleague")};
    static const QStringList arrays{QStringLiteral("calls"),    QStringLiteral("callbacks"),
                                    QStringLiteral("chats"),    QStringLiteral("emails"),
                                    QStringLiteral("messages"), QStringLiteral("holograms")};
    QJsonObject object{{QStringLiteral("purpose"), pick(random, purposes)}};
    // Ids repeat now and then, and some are missing: two entries may speak of one participant, or of two.
    if (random.bounded(10) != 0)
        object.insert(QStringLiteral("id"), QStringLiteral("p%1").arg(random.bounded(6) == 0 ? 0 : number));
    if (random.bounded(15) == 0)
        object.remove(QStringLiteral("purpose"));
    const QString userId = pick(random, users);
    if (!userId.isEmpty())
        object.insert(QStringLiteral("userId"), userId);
    if (random.bounded(3) == 0)
        object.insert(QStringLiteral("endTime"), random.bounded(8) == 0 ? QStringLiteral("soon") : someTime);
    if (random.bounded(6) == 0)
        object.insert(QStringLiteral("startAcwTime"), someTime);
    if (random.bounded(8) == 0)
        object.insert(QStringLiteral("endAcwTime"), someTime);
    const int count = random.bounded(3);
    for (int i = 0; i < count; ++i) {
        const QString name = pick(random, arrays);
        QJsonArray array = object.value(name).toArray();
        array.append(randomCommunication(random, i));
        object.insert(name, array);
    }
    return object;
}

/// What the platform calls live (contract §4.6), told from the raw JSON and from nothing of ours.
bool isAlive(const QJsonObject &object)
{
    bool hasCommunication = false;
    for (const QJsonValue &member : object) {
        for (const QJsonValue &entry : member.toArray()) {
            hasCommunication = true;
            const QString state = entry.toObject().value(QLatin1String("state")).toString().toLower();
            if (state != QLatin1String("disconnected") && state != QLatin1String("terminated") &&
                state != QLatin1String("none"))
                return true;
        }
    }
    return !hasCommunication && object.value(QLatin1String("endTime")).toString() != someTime;
}

bool isLeaver(const QJsonObject &object)
{
    return object.value(QLatin1String("userId")).toString() == leaver;
}

/// A customer, or somebody without a user of whom nobody can say that they are none.
bool isOutsider(const QJsonObject &object)
{
    const QString purpose = object.value(QLatin1String("purpose")).toString().toLower();
    if (purpose == QLatin1String("customer") || purpose == QLatin1String("external"))
        return true;
    return !object.contains(QLatin1String("userId")) &&
           (purpose.isEmpty() || purpose == QLatin1String("astronaut"));
}

struct Sample
{
    QByteArray body;
    Conversation conversation;
    bool isLeaverAlive = false;
    bool isLeaverThere = false;
    bool isOutsiderAlive = false;
};

Sample sample(QRandomGenerator &random)
{
    Sample result;
    QJsonArray participants;
    const int count = 1 + random.bounded(5);
    for (int i = 0; i < count; ++i) {
        const QJsonObject object = randomParticipant(random, i);
        participants.append(object);
        result.isLeaverThere = result.isLeaverThere || isLeaver(object);
        if (isLeaver(object))
            result.isLeaverAlive = result.isLeaverAlive || isAlive(object);
        else if (isOutsider(object))
            result.isOutsiderAlive = result.isOutsiderAlive || isAlive(object);
    }
    const QJsonObject body{{QStringLiteral("id"), QStringLiteral("conversation")},
                           {QStringLiteral("participants"), participants}};
    result.body = QJsonDocument(body).toJson();
    const auto parsed = parseConversation({200, result.body, {}, {}}, QStringLiteral("conversation"));
    if (!parsed)
        qFatal("the generator makes only conversations that can be read");
    result.conversation = *parsed;
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

constexpr int rounds = 4000;

} // namespace

/// Generated conversations: refusing too often is allowed, cutting wrongly never.
class LiveGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Nothing that cuts a live customer off gets through without the tick for that very conversation.
    void neverCutsALiveCustomer()
    {
        QRandomGenerator random(20260801);
        int allowed = 0;
        int guarded = 0;
        for (int round = 0; round < rounds; ++round) {
            const Sample one = sample(random);
            for (const ClearingAction action :
                 {ClearingAction::Disconnect, ClearingAction::Remove, ClearingAction::EndConversation}) {
                for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
                    const ClearingRefusal refusal = refusalFor(one.conversation, choice(action), dialect);
                    if (one.isLeaverAlive && one.isOutsiderAlive) {
                        ++guarded;
                        QVERIFY2(refusal != ClearingRefusal::None, one.body.constData());
                    }
                    allowed += refusal == ClearingRefusal::None ? 1 : 0;
                }
            }
        }
        QVERIFY2(guarded > 1000, "the generator must make conversations worth guarding");
        QVERIFY2(allowed > 1000, "a guard that refuses everything is no guard");
    }

    /// The suggestion that the dialog begins with is never a cut either.
    void neverSuggestsACut()
    {
        QRandomGenerator random(20260802);
        int handedOver = 0;
        for (int round = 0; round < rounds; ++round) {
            const Sample one = sample(random);
            const ConversationReference reference = referenceFrom(one.conversation, leaver);
            for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
                const ClearingAction action = suggestedAction(reference, dialect);
                QVERIFY2(action != ClearingAction::EndConversation, one.body.constData());
                if (one.isLeaverAlive && one.isOutsiderAlive)
                    QVERIFY2(action == ClearingAction::HandToQueue || action == ClearingAction::Leave,
                             one.body.constData());
                handedOver += action == ClearingAction::HandToQueue ? 1 : 0;
            }
        }
        QVERIFY(handedOver > 500);
    }

    /// Cleared is said only of a leaver who is gone, or of whom nothing is alive.
    void neverSaysClearedOfSomebodyAlive()
    {
        QRandomGenerator random(20260803);
        int cleared = 0;
        for (int round = 0; round < rounds; ++round) {
            const Sample one = sample(random);
            for (const ClearingAction action : {ClearingAction::Disconnect, ClearingAction::HandToQueue}) {
                const bool isDone = isCleared(one.conversation, leaver, action);
                QVERIFY2(!isDone || !one.isLeaverAlive, one.body.constData());
                cleared += isDone && one.isLeaverThere ? 1 : 0;
            }
            QCOMPARE(isCleared(one.conversation, leaver, ClearingAction::Remove), !one.isLeaverThere);
            QCOMPARE(referenceFrom(one.conversation, leaver).live, one.isLeaverAlive);
        }
        QVERIFY(cleared > 500);
    }

    /// What is sent names the leaver's own participants, and nobody who shares an id with them.
    void requestsNameTheLeaverOnly()
    {
        QRandomGenerator random(20260804);
        int sent = 0;
        for (int round = 0; round < rounds; ++round) {
            const Sample one = sample(random);
            for (const ClearingAction action :
                 {ClearingAction::Disconnect, ClearingAction::Remove, ClearingAction::HandToQueue}) {
                ClearingChoice ticked = choice(action);
                ticked.mayCutLiveCustomer = true;
                if (refusalFor(one.conversation, ticked, Dialect::Legacy) != ClearingRefusal::None)
                    continue;
                for (const ApiRequest &request :
                     clearingRequests(one.conversation, ticked, Dialect::Legacy)) {
                    ++sent;
                    const QString id = request.path.section(QLatin1Char('/'), 6, 6);
                    for (const Participant &participant : one.conversation.participants)
                        QVERIFY2(participant.id != id || participant.userId == leaver, one.body.constData());
                }
            }
        }
        QVERIFY(sent > 1000);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::LiveGuardTest)
#include "tst_liveguard.moc"
