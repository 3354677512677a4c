// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/conversation.h"

#include <QSet>
#include <QTest>

namespace offboarding {

namespace {

const QString leaver = QStringLiteral("leaver");
const QDateTime someTime(QDate(2026, 8, 1), QTime(10, 0), Qt::UTC);

Communication communication(const QString &state, Media media = Media::Call)
{
    Communication result;
    result.id = QStringLiteral("k");
    result.state = state;
    result.media = media;
    return result;
}

Participant participant(const QString &purpose, const QStringList &states, const QString &userId = {})
{
    Participant result;
    result.id = QStringLiteral("p");
    result.purpose = purpose;
    result.userId = userId;
    for (const QString &state : states)
        result.communications.append(communication(state));
    return result;
}

Conversation conversation(const QList<Participant> &participants)
{
    Conversation result;
    result.id = QStringLiteral("c");
    result.participants = participants;
    return result;
}

} // namespace

class ConversationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThreeStatesAreOver_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("isLive");
        const auto row = [](const char *state, bool isLive) {
            QTest::newRow(*state == '\0' ? "(empty)" : state) << QString::fromLatin1(state) << isLive;
        };
        // Every value of contract §4.6 …
        for (const char *state : {"alerting", "dialing", "contacting", "offering", "connected", "converting",
                                  "uploading", "transmitting", "scheduled", "parked"})
            row(state, true);
        for (const char *state : {"disconnected", "terminated", "none", "Disconnected", "TERMINATED", "None"})
            row(state, false);
        // … and what this version has never heard of.
        for (const char *state : {"", "levitating", "disconnecting", "disconnected ", "ended"})
            row(state, true);
    }

    void onlyThreeStatesAreOver()
    {
        QFETCH(const QString, state);
        QFETCH(const bool, isLive);
        QCOMPARE(communication(state).isLive(), isLive);
        QCOMPARE(participant(QStringLiteral("agent"), {state}).isLive(), isLive);
    }

    void onlyConnectedCanBeHandedOver()
    {
        QVERIFY(communication(QStringLiteral("connected")).isConnected());
        QVERIFY(communication(QStringLiteral("CONNECTED")).isConnected());
        for (const char *state : {"alerting", "parked", "disconnected", "connected "})
            QVERIFY(!communication(QString::fromLatin1(state)).isConnected());
    }

    void oneLiveCommunicationIsEnough()
    {
        const QString over = QStringLiteral("disconnected");
        QVERIFY(participant(QStringLiteral("agent"), {over, QStringLiteral("alerting"), over}).isLive());
        QVERIFY(!participant(QStringLiteral("agent"), {over, over}).isLive());
    }

    void aParticipantOfWhomNothingCanBeReadIsNotOver()
    {
        Participant unknown = participant(QStringLiteral("agent"), {}, leaver);
        QVERIFY(unknown.isLive());
        QCOMPARE(unknown.stateText(), QStringLiteral("unknown"));
        unknown.end = someTime;
        QVERIFY(!unknown.isLive());
        QCOMPARE(unknown.stateText(), QStringLiteral("disconnected"));
    }

    void customersAreToldByPurpose()
    {
        for (const char *purpose : {"customer", "external", "Customer", "EXTERNAL"})
            QVERIFY(participant(QString::fromLatin1(purpose), {}).isCustomer());
        for (const char *purpose : {"agent", "user", "acd", "ivr", "", "customers"})
            QVERIFY(!participant(QString::fromLatin1(purpose), {}).isCustomer());
    }

    void afterCallWorkBeginsWhenNothingIsLive()
    {
        Participant agent = participant(QStringLiteral("agent"), {QStringLiteral("connected")});
        agent.afterCallWorkStart = someTime;
        QVERIFY(!agent.isInAfterCallWork()); // still talking
        agent.communications[0].state = QStringLiteral("disconnected");
        QVERIFY(agent.isInAfterCallWork());
        QCOMPARE(agent.stateText(), QStringLiteral("wrapup"));
        agent.afterCallWorkEnd = someTime.addSecs(60);
        QVERIFY(!agent.isInAfterCallWork());
        QCOMPARE(agent.stateText(), QStringLiteral("disconnected"));
        agent.communications[0].afterCallWorkPending = true;
        QVERIFY(agent.isInAfterCallWork());
    }

    void theMostAliveStateIsShown()
    {
        const QString alerting = QStringLiteral("alerting");
        const QString connected = QStringLiteral("connected");
        const QString over = QStringLiteral("disconnected");
        QCOMPARE(participant(QStringLiteral("agent"), {over, alerting, connected}).stateText(), connected);
        QCOMPARE(participant(QStringLiteral("agent"), {alerting, over}).stateText(), alerting);
        Participant held = participant(QStringLiteral("agent"), {alerting, connected});
        held.communications[1].held = true;
        QCOMPARE(held.stateText(), QStringLiteral("held"));
        QCOMPARE(participant(QStringLiteral("agent"), {QStringLiteral("levitating")}).stateText(),
                 QStringLiteral("levitating"));
    }

    void oneUserCanBeSeveralParticipants()
    {
        const Conversation both =
            conversation({participant(QStringLiteral("agent"), {QStringLiteral("disconnected")}, leaver),
                          participant(QStringLiteral("agent"), {QStringLiteral("connected")}, leaver),
                          participant(QStringLiteral("agent"), {QStringLiteral("connected")},
                                      QStringLiteral("colleague"))});
        QCOMPARE(both.participantsOf(leaver).size(), 2);
        QVERIFY(both.hasLiveParticipant(leaver));
        QVERIFY(both.hasLiveParticipant(QStringLiteral("colleague")));
        QVERIFY(!both.hasLiveParticipant(QStringLiteral("nobody")));
        QVERIFY(both.participantsOf(QStringLiteral("LEAVER")).isEmpty());
    }

    void theOutsideIsLiveOnlyWithALiveCommunication()
    {
        const auto with = [](const QString &state) {
            return conversation(
                {participant(QStringLiteral("customer"), {state}),
                 participant(QStringLiteral("agent"), {QStringLiteral("connected")}, leaver)});
        };
        QVERIFY(with(QStringLiteral("connected")).hasLiveCustomer());
        QVERIFY(!with(QStringLiteral("disconnected")).hasLiveCustomer());
        QVERIFY(!conversation({}).hasLiveCustomer());
    }

    void openMeansWithoutEnd()
    {
        Conversation open = conversation({});
        QVERIFY(open.isOpen());
        open.end = someTime;
        QVERIFY(!open.isOpen());
    }

    void mediaComesFromTheLiveCommunication()
    {
        Conversation mixed = conversation({participant(QStringLiteral("customer"), {})});
        QCOMPARE(mixed.media(), Media::Unknown);
        mixed.participants[0].communications = {communication(QStringLiteral("disconnected"), Media::Call),
                                                communication(QStringLiteral("connected"), Media::Message)};
        QCOMPARE(mixed.media(), Media::Message);
        mixed.participants[0].communications[1].state = QStringLiteral("disconnected");
        QCOMPARE(mixed.media(), Media::Call);
    }

    void everyMediumHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (int i = 0; i <= static_cast<int>(Media::SocialExpression); ++i) {
            const QString word = mediaName(static_cast<Media>(i));
            QVERIFY(!word.isEmpty() && !words.contains(word));
            words.insert(word);
        }
        QCOMPARE(words.size(), 12);
    }

    void directionAndQueueAreFoundWhereTheyAre()
    {
        Participant customer = participant(QStringLiteral("customer"), {QStringLiteral("connected")});
        customer.communications[0].direction = QStringLiteral("inbound");
        Participant acd = participant(QStringLiteral("acd"), {QStringLiteral("disconnected")});
        acd.queueId = QStringLiteral("q1");
        Participant agent = participant(QStringLiteral("agent"), {QStringLiteral("connected")}, leaver);
        const Conversation call = conversation({customer, acd, agent});
        QCOMPARE(call.direction(), QStringLiteral("inbound"));
        QCOMPARE(call.queueId(), QStringLiteral("q1"));
        QVERIFY(conversation({}).direction().isEmpty());
        QVERIFY(conversation({}).queueId().isEmpty());
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ConversationTest)
#include "tst_conversation.moc"
