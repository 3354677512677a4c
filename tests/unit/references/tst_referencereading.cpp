// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/referencereading.h"
#include "tests/unit/references/conversationsamples.h"

#include <QTest>

namespace offboarding {

using namespace testing;

namespace {

const QString connected = QStringLiteral("connected");
const QString over = QStringLiteral("disconnected");

} // namespace

/// What a conversation means for the leaver, as a pure function.
class ReferenceReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLiveCallWithALiveCustomer()
    {
        Conversation conversation = call(connected, connected);
        conversation.start = QDateTime(QDate(2026, 8, 1), QTime(10, 0), Qt::UTC);
        conversation.participants[0].communications[0].direction = QStringLiteral("inbound");
        const ConversationReference reference = referenceFrom(conversation, leaver);
        QCOMPARE(reference.userId, leaver);
        QCOMPARE(reference.conversationId, QStringLiteral("conversation"));
        QCOMPARE(reference.media, Media::Call);
        QCOMPARE(reference.direction, QStringLiteral("inbound"));
        QCOMPARE(reference.purpose, QStringLiteral("agent"));
        QCOMPARE(reference.participantIds, QStringList{QStringLiteral("p3")});
        QCOMPARE(reference.state, connected);
        QVERIFY(reference.live && reference.customerLive && reference.connected && reference.isBlocking());
        QVERIFY(!reference.afterCallWork);
        QCOMPARE(reference.started, conversation.start);
        QVERIFY(!reference.ended.isValid());
        QVERIFY(reference.conversation.has_value());
    }

    void aConversationWithoutTheLeaverDoesNotBlock()
    {
        Conversation conversation = call(connected, connected);
        conversation.participants.removeLast();
        const ConversationReference reference = referenceFrom(conversation, leaver);
        QVERIFY(reference.participantIds.isEmpty());
        QVERIFY(!reference.isBlocking());
    }

    void aConversationWithoutAnybodyDoesNotCrash()
    {
        Conversation empty;
        empty.id = QStringLiteral("conversation");
        const ConversationReference reference = referenceFrom(empty, leaver);
        QVERIFY(!reference.isBlocking() && !reference.customerLive);
        QCOMPARE(reference.media, Media::Unknown);
    }

    void theMostAliveOfSeveralParticipantsSpeaks()
    {
        Conversation conversation = call(connected, over);
        Participant again = participant(QStringLiteral("p4"), QStringLiteral("user"), connected, leaver);
        again.queueId = QStringLiteral("q2");
        conversation.participants.append(again);
        conversation.participants.append(
            participant(QStringLiteral("p5"), QStringLiteral("agent"), over, leaver));
        const ConversationReference reference = referenceFrom(conversation, leaver);
        const QStringList ids{QStringLiteral("p3"), QStringLiteral("p4"), QStringLiteral("p5")};
        QCOMPARE(reference.participantIds, ids);
        QCOMPARE(reference.state, connected);
        QCOMPARE(reference.purpose, QStringLiteral("user"));
        QCOMPARE(reference.queueId, QStringLiteral("q2"));
        QVERIFY(reference.live);
    }

    void afterCallWorkBlocksWithoutBeingLive()
    {
        Conversation conversation = call(over, over);
        conversation.participants[2].afterCallWorkStart = QDateTime(QDate(2026, 8, 1), QTime(10, 0), Qt::UTC);
        const ConversationReference reference = referenceFrom(conversation, leaver);
        QVERIFY(!reference.live && reference.afterCallWork && reference.isBlocking());
        QCOMPARE(reference.state, QStringLiteral("wrapup"));
        QVERIFY(!reference.connected);
    }

    void anEndedConversationDoesNotBlock()
    {
        Conversation conversation = call(over, QStringLiteral("terminated"));
        conversation.end = QDateTime(QDate(2026, 8, 1), QTime(11, 0), Qt::UTC);
        const ConversationReference reference = referenceFrom(conversation, leaver);
        QVERIFY(!reference.isBlocking() && !reference.customerLive && !reference.connected);
        QCOMPARE(reference.state, over);
        QCOMPARE(reference.ended, conversation.end);
    }

    void openIsNotLive()
    {
        // The conversation has no end, the leaver's part has: open is not "still on it" (contract §4.3).
        const ConversationReference reference = referenceFrom(call(connected, over), leaver);
        QVERIFY(!reference.isBlocking());
        QVERIFY(reference.customerLive);
        QVERIFY(!reference.ended.isValid());
    }

    void aStateThatNobodyKnowsIsLive()
    {
        const ConversationReference reference =
            referenceFrom(call(over, QStringLiteral("levitating")), leaver);
        QVERIFY(reference.live);
        QCOMPARE(reference.state, QStringLiteral("levitating"));
        QVERIFY(!reference.connected);
    }

    void aParticipantOfWhomNothingCanBeReadBlocks()
    {
        Conversation conversation = call(over, over);
        conversation.participants[2].communications.clear();
        const ConversationReference reference = referenceFrom(conversation, leaver);
        QVERIFY(reference.isBlocking());
        QCOMPARE(reference.state, QStringLiteral("unknown"));
    }

    void onlyTheLeaversOwnConnectionCanBeHandedOver()
    {
        QVERIFY(!referenceFrom(call(connected, QStringLiteral("alerting")), leaver).connected);
        QVERIFY(referenceFrom(call(over, connected), leaver).connected);
    }

    void theQueueNameBelongsToTheQueue()
    {
        Conversation conversation = call(connected, connected);
        conversation.participants[1].queueId = QStringLiteral("q1");
        conversation.participants[1].queueName = QStringLiteral("Support");
        ConversationReference reference = referenceFrom(conversation, leaver);
        QCOMPARE(reference.queueId, QStringLiteral("q1"));
        QCOMPARE(reference.queueName, QStringLiteral("Support"));
        conversation.participants[2].queueId = QStringLiteral("q2"); // moved on to a queue without a name
        reference = referenceFrom(conversation, leaver);
        QCOMPARE(reference.queueId, QStringLiteral("q2"));
        QVERIFY(reference.queueName.isEmpty());
    }

    void twoHundredParticipantsAreNoTrouble()
    {
        Conversation conversation = call(connected, connected);
        for (int i = 0; i < 200; ++i)
            conversation.participants.append(
                participant(QStringLiteral("x%1").arg(i), QStringLiteral("acd"), over));
        QVERIFY(referenceFrom(conversation, leaver).live);
        QCOMPARE(referenceFrom(conversation, leaver).participantIds.size(), 1);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ReferenceReadingTest)
#include "tst_referencereading.moc"
