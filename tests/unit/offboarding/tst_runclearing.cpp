// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a user out of conversations: re-read before each write, done only when it is read back, and no
// customer cut without a tick for that very conversation.
#include "tests/support/demofixture.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

using Kind = demo::FaultRule::Kind;

namespace {

QString clearing(const RunResult &run, const QString &conversationId)
{
    for (const StepResult &step : run.steps) {
        if (step.step.clearing.conversationId == conversationId)
            return QString(outcomeName(step.outcome) + QLatin1Char(' ') + causeName(step.cause)).trimmed();
    }
    return {};
}

bool isCustomerLive(const Conversation &conversation)
{
    return conversation.hasLiveCustomer();
}

QList<ClearingChoice> ticked(QList<ClearingChoice> choices)
{
    for (ClearingChoice &choice : choices)
        choice.mayCutLiveCustomer = true;
    return choices;
}

demo::FaultRule onConversation(const char *method, const QString &pattern, int status)
{
    demo::FaultRule rule;
    rule.method = QString::fromLatin1(method);
    rule.pathPattern = QStringLiteral("/api/v2/conversations/") + pattern;
    rule.status = status;
    return rule;
}

} // namespace

class TestRunClearing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesAfterATickAndReadsBack()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::Remove));
        QCOMPARE(choices.size(), 1);
        const RunResult run = demo.run(demo.plan(Act::ClearReferences, {id}, choices));
        QVERIFY2(run.isVerified(), story(run).constData());
        QVERIFY(demo.conversation(choices.first().conversationId).participantsOf(id).isEmpty());
        QVERIFY(demo.server.liveConversationIds(id).isEmpty());
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void cutsNoCustomerWithoutATick_data()
    {
        QTest::addColumn<int>("action");
        QTest::addRow("remove") << static_cast<int>(ClearingAction::Remove);
        QTest::addRow("disconnect") << static_cast<int>(ClearingAction::Disconnect);
        QTest::addRow("disconnect everybody") << static_cast<int>(ClearingAction::EndConversation);
    }

    void cutsNoCustomerWithoutATick()
    {
        QFETCH(int, action);
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = demo.choices(id, static_cast<ClearingAction>(action));
        const Plan plan = demo.plan(Act::Deactivate, {id}, choices);
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(clearing(run, choices.first().conversationId), QStringLiteral("skipped live-customer"));
        QCOMPARE(outcomeOf(run, StepKind::CheckReferences, id), QStringLiteral("failed gate-refused"));
        QVERIFY(demo.writes().isEmpty());
        QVERIFY(isCustomerLive(demo.conversation(choices.first().conversationId)));
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void disconnectsEverybodyAfterATickAndReadsBack()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::EndConversation));
        QCOMPARE(choices.size(), 1);
        const QString conversationId = choices.first().conversationId;
        const Plan plan = demo.plan(Act::Deactivate, {id}, choices);
        QVERIFY(planText(plan).contains(QStringLiteral("/disconnect"))); // shown before it is sent
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        const Conversation after = demo.conversation(conversationId);
        QVERIFY(!after.hasLiveParticipant(id));
        QVERIFY(!isCustomerLive(after));
        const QString wanted =
            QStringLiteral("POST /api/v2/conversations/%1/disconnect 202").arg(conversationId);
        QCOMPARE(demo.writes().filter(QStringLiteral("/disconnect")), QStringList{wanted});
        QCOMPARE(demo.stateOf(id), QStringLiteral("inactive"));
    }

    void handsTheCustomerToAQueue()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = demo.choices(id, ClearingAction::HandToQueue);
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}, choices));
        QVERIFY2(run.isVerified(), story(run).constData());
        const Conversation after = demo.conversation(choices.first().conversationId);
        QVERIFY(isCustomerLive(after)); // waits for somebody else
        QVERIFY(!after.hasLiveParticipant(id));
        QCOMPARE(demo.stateOf(id), QStringLiteral("inactive"));
    }

    void whatIsNotConnectedCannotBeHandedOver()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("jane.doe"); // one of three is a callback that rings
        const QList<ClearingChoice> choices = demo.choices(id, ClearingAction::HandToQueue);
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}, choices));
        const QStringList left = demo.server.liveConversationIds(id);
        QCOMPARE(left.size(), 1);
        QCOMPARE(clearing(run, left.first()), QStringLiteral("skipped not-connected"));
        QCOMPARE(outcomeOf(run, StepKind::CheckReferences, id), QStringLiteral("failed gate-refused"));
        QVERIFY(!run.isVerified());
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void skipsAfterCallWork()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("alan.aftercall");
        const QList<ClearingChoice> choices = demo.choices(id, ClearingAction::Disconnect);
        QCOMPARE(choices.size(), 1);
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}, choices));
        QVERIFY2(run.isVerified(), story(run).constData());
        QVERIFY(!demo.conversation(choices.first().conversationId).isInAfterCallWork(id));
    }

    void takesOutEveryParticipationOfOneConversation()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("harry.held"); // transferred back: twice in the same call
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::Remove));
        QCOMPARE(choices.size(), 1);
        const QString conversationId = choices.first().conversationId;
        QCOMPARE(demo.conversation(conversationId).participantsOf(id).size(), 2);
        const Plan plan = demo.plan(Act::ClearReferences, {id}, choices);
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writes().size(), 2);
        QVERIFY(demo.writes().first() != demo.writes().last()); // each of them once
        QVERIFY(demo.conversation(conversationId).participantsOf(id).isEmpty());
    }

    void recentOnesAreClearedUntilNothingRefersAnyMore()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("rita.recent");
        QList<ClearingChoice> choices;
        for (const QString &conversationId : demo.server.recentConversationIds(id)) {
            ClearingChoice choice;
            choice.userId = id;
            choice.conversationId = conversationId;
            choice.action = ClearingAction::Remove;
            choices.append(choice);
        }
        const RunResult run = demo.run(demo.plan(Act::Delete, {id}, choices), demo.decision(id));
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
    }

    void otherConversationsAreNoneOfItsBusiness()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("jane.doe");
        const QList<ClearingChoice> one = ticked(demo.choices(id, ClearingAction::Remove)).mid(0, 1);
        const RunResult run = demo.run(demo.plan(Act::ClearReferences, {id}, one));
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.server.liveConversationIds(id).size(), 2);
    }

    void acceptedIsNotDone()
    {
        DemoFixture demo(Dialect::Legacy);
        demo.settings.longestVerificationMilliseconds = 60;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::Remove));
        const Plan plan = demo.plan(Act::Deactivate, {id}, choices);
        demo::FaultRule liar = onConversation("DELETE", QStringLiteral("*"), 202);
        liar.body = QByteArray("");
        demo.server.setFaults({liar});
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(clearing(run, choices.first().conversationId), QStringLiteral("failed not-verified"));
        QCOMPARE(demo.writes().size(), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void anUnknownOutcomeIsReadAndNotRepeated()
    {
        DemoFixture demo(Dialect::Published);
        demo.settings.longestVerificationMilliseconds = 60;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::Disconnect));
        const Plan plan = demo.plan(Act::ClearReferences, {id}, choices);
        demo::FaultRule broken = onConversation("PATCH", QStringLiteral("*"), 503);
        broken.count = 1;
        demo.server.setFaults({broken});
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(clearing(run, choices.first().conversationId), QStringLiteral("failed not-verified"));
        QCOMPARE(demo.writes().size(), 1);
        QVERIFY(!run.isVerified());
    }

    void aConversationThatVanishesIsNotCleared_data()
    {
        QTest::addColumn<int>("readsThatWork");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("writes");
        QTest::addRow("before the write") << 0 << QStringLiteral("skipped changed") << 0;
        QTest::addRow("after the write") << 1 << QStringLiteral("failed outcome-unknown") << 1;
    }

    void aConversationThatVanishesIsNotCleared()
    {
        QFETCH(int, readsThatWork);
        QFETCH(QString, outcome);
        QFETCH(int, writes);
        DemoFixture demo(Dialect::Legacy);
        demo.settings.longestVerificationMilliseconds = 60;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::Remove));
        const QString conversationId = choices.first().conversationId;
        const Plan plan = demo.plan(Act::ClearReferences, {id}, choices);
        demo::FaultRule hidden = onConversation("GET", conversationId, 404);
        hidden.skip = readsThatWork;
        demo.clearWrites();
        const RunResult run = demo.run(plan, {}, 2, [&] { demo.server.setFaults({hidden}); });
        QCOMPARE(clearing(run, conversationId), outcome);
        QCOMPARE(demo.writes().size(), writes);
        QVERIFY(!run.isVerified());
    }

    void onlyWhatWasShownIsSent()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::Remove));
        Plan plan = demo.plan(Act::ClearReferences, {id}, choices);
        plan.steps[2].requests.removeAt(1); // nobody has seen that write
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(clearing(run, choices.first().conversationId), QStringLiteral("skipped changed"));
        QVERIFY(demo.writes().isEmpty());
    }

    void oneThatFailsDoesNotStopTheOthersButTheChange()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("jane.doe");
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::Remove));
        const Plan plan = demo.plan(Act::Deactivate, {id}, choices);
        const QString stubborn = choices.at(1).conversationId;
        demo.server.setFaults({onConversation("DELETE", stubborn + QStringLiteral("/*"), 403)});
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(clearing(run, choices.at(0).conversationId), QStringLiteral("done"));
        QCOMPARE(clearing(run, stubborn), QStringLiteral("failed server-refused"));
        QCOMPARE(clearing(run, choices.at(2).conversationId), QStringLiteral("done"));
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("skipped earlier-step-failed"));
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void nobodyIsCutForNothing()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("jane.doe2");
        const QList<ClearingChoice> choices = ticked(demo.choices(id, ClearingAction::Remove));
        const Plan plan = demo.plan(Act::Deactivate, {id}, choices);
        demo.server.startConversation(id); // not in the plan: deactivating would be refused anyway
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::ClearReference, id), QStringLiteral("skipped earlier-step-failed"));
        QVERIFY(demo.writes().isEmpty());
        QCOMPARE(demo.server.liveConversationIds(id).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRunClearing)
#include "tst_runclearing.moc"
