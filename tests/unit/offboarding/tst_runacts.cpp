// SPDX-License-Identifier: GPL-3.0-or-later
// Each act from the plan to the user as read back, against the demo organisation in both dialects.
#include "tests/support/demofixture.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

Q_DECLARE_METATYPE(offboarding::Dialect)

namespace {

void bothDialects()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addRow("legacy") << Dialect::Legacy;
    QTest::addRow("published") << Dialect::Published;
}

QString userPath(const QString &userId)
{
    return QStringLiteral("/api/v2/users/") + userId;
}

} // namespace

class TestRunActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deactivates_data() { bothDialects(); }
    void deactivates()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("janet.doe");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(run.verifiedUserIds(), QStringList{id});
        QCOMPARE(demo.stateOf(id), QStringLiteral("inactive"));
        const QString method = dialect == Dialect::Legacy ? QStringLiteral("PUT ") : QStringLiteral("PATCH ");
        QCOMPARE(demo.writes(), QStringList{QString(method + userPath(id) + QStringLiteral(" 200"))});
        // S8: one historical conversation was read and still names the user.
        QCOMPARE(outcomeOf(run, StepKind::CheckHistory, id), QStringLiteral("done"));
        const QString past = run.steps.last().step.historyConversationId;
        QVERIFY(demo.conversation(past).end.isValid());
        QVERIFY(!demo.conversation(past).participantsOf(id).isEmpty());
    }

    void historyThatLostTheNameIsTold()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("janet.doe");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        const QString past = plan.steps.last().historyConversationId;
        demo::FaultRule nameless;
        nameless.method = QStringLiteral("GET");
        nameless.pathPattern = QStringLiteral("/api/v2/conversations/") + past;
        nameless.status = 200;
        nameless.body = "{\"id\":\"" + past.toLatin1() + "\",\"participants\":[]}";
        demo.server.setFaults({nameless});
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::ReadBack, id), QStringLiteral("done"));
        QCOMPARE(outcomeOf(run, StepKind::CheckHistory, id), QStringLiteral("failed not-verified"));
        QVERIFY(!run.isVerified());
        QCOMPARE(run.verifiedUserIds(), QStringList{id}); // the deactivation itself is proved
    }

    void claimsTheChangeOnlyAfterReadingBack()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        // The server says 200 and does nothing.
        demo::FaultRule liar = demo.faultOn("PATCH", id, demo::FaultRule::Kind::Status, 200);
        liar.body = "{\"id\":\"" + id.toLatin1() + "\",\"state\":\"inactive\",\"version\":99}";
        demo.server.setFaults({liar});
        const RunResult run = demo.run(plan);
        QVERIFY(!run.isVerified());
        QVERIFY(run.verifiedUserIds().isEmpty());
        QCOMPARE(outcomeOf(run, StepKind::ReadBack, id), QStringLiteral("failed not-verified"));
        QCOMPARE(demo.runner->unfinishedUserIds(run.id), QStringList{id});
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void keepsAUserWhoIsAlreadySo_data() { bothDialects(); }
    void keepsAUserWhoIsAlreadySo()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("ines.inactive");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("kept already-so"));
        QVERIFY2(run.isVerified(), story(run).constData());
        QVERIFY(demo.writes().isEmpty());
    }

    void aDeletionIsRefusedByWhatStillRefersToTheUser()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("rita.recent");
        const QStringList recent = demo.server.recentConversationIds(id);
        QCOMPARE(recent.size(), 3);
        const Plan plan = demo.plan(Act::Delete, {id});
        const RunResult run = demo.run(plan, demo.decision(id));
        QVERIFY(!run.isVerified());
        QCOMPARE(outcomeOf(run, StepKind::Delete, id), QStringLiteral("failed server-refused"));
        const StepResult refused = changeOf(run);
        QVERIFY(refused.error.has_value());
        QCOMPARE(refused.error->httpStatus, 409);
        QCOMPARE(refused.error->conflict, ConflictCause::References);
        QCOMPARE(refused.error->referencedIds, recent);
        QCOMPARE(outcomeOf(run, StepKind::ReadBack, id), QStringLiteral("skipped earlier-step-failed"));
        QCOMPARE(demo.writesOn("DELETE", id), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void deletesAUserWithoutReferences_data() { bothDialects(); }
    void deletesAUserWithoutReferences()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("nora.nothing");
        const RunResult run = demo.run(demo.plan(Act::Delete, {id}), demo.decision(id));
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("DELETE", id), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted")); // answers only to state=deleted
        QVERIFY(demo.server.userIdsInState(QStringLiteral("deleted")).contains(id));
    }

    void forceDeletes_data() { bothDialects(); }
    void forceDeletes()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("rita.recent");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        demo.clearWrites();
        const RunResult run = demo.run(plan, decision);
        QVERIFY2(run.isVerified(), story(run).constData());
        const QString query = dialect == Dialect::Legacy ? QStringLiteral("?force=true") : QString();
        QCOMPARE(demo.writes(), QStringList{QString(QStringLiteral("DELETE ") + userPath(id) + query +
                                                    QStringLiteral(" 200"))});
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
    }

    void forceDeletesAfterClearing_data() { bothDialects(); }
    void forceDeletesAfterClearing()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("jane.doe");
        QList<ClearingChoice> choices = demo.choices(
            id, dialect == Dialect::Legacy ? ClearingAction::Remove : ClearingAction::Disconnect);
        QCOMPARE(choices.size(), 3);
        for (ClearingChoice &choice : choices)
            choice.mayCutLiveCustomer = true;
        const Plan plan = demo.plan(Act::ForceDelete, {id}, choices);
        const Decision decision = demo.decision(id);
        demo.clearWrites();
        const RunResult run = demo.run(plan, decision);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writes().size(), 4);
        QVERIFY(demo.writes().last().startsWith(QLatin1String("DELETE ") + userPath(id)));
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
        QVERIFY(demo.server.liveConversationIds(id).isEmpty());
    }

    void aUserWithoutEmailIsConfirmedByTheId()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.server.userIdByName(QStringLiteral("Reception Desk"));
        QVERIFY(demo.user(id).email.isEmpty());
        const Plan plan = demo.plan(Act::ForceDelete, {id}); // the evidence must be younger
        const RunResult run = demo.run(plan, demo.decision(id));
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
    }

    void restores_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("who");
        QTest::addRow("inactive, legacy") << Dialect::Legacy << QByteArray("ines.inactive");
        QTest::addRow("inactive, published") << Dialect::Published << QByteArray("ines.inactive");
        QTest::addRow("deleted, legacy") << Dialect::Legacy << QByteArray("dora.deleted");
        QTest::addRow("deleted, published") << Dialect::Published << QByteArray("dora.deleted");
    }

    void restores()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, who);
        DemoFixture demo(dialect);
        const QString id = demo.person(who.constData());
        const RunResult run = demo.run(demo.plan(Act::Restore, {id}));
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void undoesItsOwnDeactivation()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("janet.doe");
        QVERIFY(demo.run(demo.plan(Act::Deactivate, {id})).isVerified());
        QVERIFY(demo.run(demo.plan(Act::Restore, {id})).isVerified());
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void deactivatingNeverBringsADeletedUserBack_data() { bothDialects(); }
    void deactivatingNeverBringsADeletedUserBack()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("dora.deleted");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::ReadUser, id), QStringLiteral("failed gate-refused"));
        QVERIFY(!run.isVerified());
        QVERIFY(demo.writes().isEmpty());
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
    }

    void aUserDeletedMeanwhileIsKept()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Delete, {id});
        const Decision decision = demo.decision(id);
        QVERIFY(demo.run(plan, decision).isVerified());
        demo.clearWrites();
        const RunResult again = demo.run(plan, decision); // the same plan, a second time
        QVERIFY(again.isVerified());
        QCOMPARE(outcomeOf(again, StepKind::Delete, id), QStringLiteral("kept already-so"));
        QVERIFY(demo.writes().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunActs)
#include "tst_runacts.moc"
