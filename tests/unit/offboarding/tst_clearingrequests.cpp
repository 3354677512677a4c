// SPDX-License-Identifier: GPL-3.0-or-later
// Which writes take a user out of a conversation, in both dialects.
#include "app/offboarding/clearingrequests.h"
#include "tests/support/values.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

const QString leaver = QStringLiteral("user-1");
const QString conversationId = QStringLiteral("c1");

ClearingChoice choice(ClearingAction action)
{
    ClearingChoice result;
    result.userId = leaver;
    result.conversationId = conversationId;
    result.action = action;
    result.queueId = QStringLiteral("queue-1");
    return result;
}

QStringList lines(const Conversation &conversation, const ClearingChoice &what, Dialect dialect)
{
    QStringList result;
    for (const ApiRequest &request : clearingRequests(conversation, what, dialect)) {
        QString line = request.line();
        if (!request.body.isEmpty())
            line += QLatin1Char(' ') + QString::fromUtf8(request.body);
        result.append(line);
    }
    return result;
}

const QString participantPath = QStringLiteral("/api/v2/conversations/c1/participants/");

} // namespace

class TestClearingRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOverThroughTheQueue()
    {
        const QStringList wanted{
            QString(QStringLiteral("POST ") + participantPath +
                    QStringLiteral("agent-c1/replace/queue "
                                   "{\"queueId\":\"queue-1\",\"transferType\":\"Unattended\"}"))};
        for (const Dialect dialect : {Dialect::Legacy, Dialect::Published})
            QCOMPARE(lines(liveCall(conversationId, leaver), choice(ClearingAction::HandToQueue), dialect),
                     wanted);
    }

    void endsTheWholeConversationOnce()
    {
        const ClearingChoice all = choice(ClearingAction::EndConversation);
        const QStringList wanted{QStringLiteral("POST /api/v2/conversations/c1/disconnect")};
        Conversation twice = liveCall(conversationId, leaver);
        twice.participants.append(twice.participants.last());
        for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
            QCOMPARE(lines(twice, all, dialect), wanted);
            QVERIFY(lines(endedCall(conversationId, leaver), all, dialect).isEmpty());
        }
    }

    void handsOverConnectedPartiesOnly()
    {
        Conversation conversation = liveCall(conversationId, leaver);
        conversation.participants[1].communications[0].state = QStringLiteral("alerting");
        QVERIFY(lines(conversation, choice(ClearingAction::HandToQueue), Dialect::Legacy).isEmpty());
    }

    void removesInTheDialectsWay()
    {
        const ClearingChoice remove = choice(ClearingAction::Remove);
        QCOMPARE(
            lines(liveCall(conversationId, leaver), remove, Dialect::Legacy),
            QStringList{QString(QStringLiteral("DELETE ") + participantPath + QStringLiteral("agent-c1"))});
        QCOMPARE(
            lines(endedCall(conversationId, leaver), remove, Dialect::Legacy),
            QStringList{QString(QStringLiteral("DELETE ") + participantPath + QStringLiteral("agent-c1"))});
        QCOMPARE(lines(liveCall(conversationId, leaver), remove, Dialect::Published),
                 QStringList{QString(QStringLiteral("PATCH ") + participantPath +
                                     QStringLiteral("agent-c1 {\"state\":\"disconnected\"}"))});
    }

    void disconnectsWhatIsLiveAndSkipsAfterCallWork()
    {
        const ClearingChoice disconnect = choice(ClearingAction::Disconnect);
        QCOMPARE(lines(liveCall(conversationId, leaver), disconnect, Dialect::Legacy),
                 QStringList{QString(QStringLiteral("PATCH ") + participantPath +
                                     QStringLiteral("agent-c1 {\"state\":\"disconnected\"}"))});
        Conversation conversation = endedCall(conversationId, leaver);
        QVERIFY(lines(conversation, disconnect, Dialect::Published).isEmpty());
        conversation.participants[1].afterCallWorkStart = noon();
        QCOMPARE(lines(conversation, disconnect, Dialect::Published),
                 QStringList{QString(QStringLiteral("PATCH ") + participantPath +
                                     QStringLiteral("agent-c1 {\"wrapupSkipped\":true}"))});
    }

    void takesEachParticipationOfTheUserAndNobodyElses()
    {
        Conversation conversation = liveCall(conversationId, leaver);
        conversation.participants.append(testParticipant(QStringLiteral("again"), QStringLiteral("agent"),
                                                         QStringLiteral("connected"), leaver));
        conversation.participants.append(testParticipant(QStringLiteral("other"), QStringLiteral("agent"),
                                                         QStringLiteral("connected"),
                                                         QStringLiteral("user-2")));
        QCOMPARE(
            lines(conversation, choice(ClearingAction::Remove), Dialect::Legacy),
            (QStringList{QString(QStringLiteral("DELETE ") + participantPath + QStringLiteral("agent-c1")),
                         QString(QStringLiteral("DELETE ") + participantPath + QStringLiteral("again"))}));
    }

    void leavesWhatIsToBeLeft()
    {
        QVERIFY(lines(liveCall(conversationId, leaver), choice(ClearingAction::Leave), Dialect::Legacy)
                    .isEmpty());
    }

    void anEmptyIdIsNotTheCustomer()
    {
        for (const ClearingAction action :
             {ClearingAction::HandToQueue, ClearingAction::Disconnect, ClearingAction::Remove}) {
            ClearingChoice nobody = choice(action);
            nobody.userId.clear(); // as the parties from outside have it
            QVERIFY(lines(liveCall(conversationId, leaver), nobody, Dialect::Legacy).isEmpty());
        }
    }

    void noneIsRepeatedBlindly()
    {
        for (const ClearingAction action :
             {ClearingAction::HandToQueue, ClearingAction::Disconnect, ClearingAction::Remove}) {
            for (const ApiRequest &request :
                 clearingRequests(liveCall(conversationId, leaver), choice(action), Dialect::Legacy))
                QVERIFY(!request.idempotent);
        }
    }
};

QTEST_GUILESS_MAIN(TestClearingRequests)
#include "tst_clearingrequests.moc"
