// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/clearing.h"
#include "app/references/referencereading.h"
#include "tests/unit/references/conversationsamples.h"

#include <QTest>

namespace offboarding {

using namespace testing;

namespace {

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
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ClearingTest)
#include "tst_clearing.moc"
