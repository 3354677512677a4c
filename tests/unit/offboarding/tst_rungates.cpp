// SPDX-License-Identifier: GPL-3.0-or-later
// What held when the plan was confirmed is checked again right before the write: force delete is refused by
// each gate in turn, and nothing destructive is sent.
#include "app/offboarding/plancheck.h"
#include "tests/support/demofixture.h"

#include <QFile>
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

demo::FaultRule refusal(const QString &method, const QString &pattern, int status)
{
    demo::FaultRule rule;
    rule.method = method;
    rule.pathPattern = pattern;
    rule.status = status;
    return rule;
}

} // namespace

/// Every test ends in expectRefused(): no DELETE went out and the user is as before.
class TestRunGates : public QObject
{
    Q_OBJECT

private:
    static void expectRefused(DemoFixture &demo, const RunResult &run, const QString &id,
                              const QString &gate = {})
    {
        QVERIFY(!run.isVerified());
        QVERIFY(run.verifiedUserIds().isEmpty());
        QStringList details;
        for (const StepResult &step : run.steps) {
            if (step.outcome == Outcome::Failed)
                details.append(step.detail);
        }
        QVERIFY2(details.join(QLatin1Char('\n')).contains(gate), story(run).constData());
        QCOMPARE(demo.writesOn("DELETE", id), 0);
        demo.server.setFaults({});
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

private Q_SLOTS:
    void aConversationThatBeganBeforeTheRun_data() { bothDialects(); }
    void aConversationThatBeganBeforeTheRun()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        QVERIFY(!demo.server.startConversation(id).isEmpty());
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(outcomeOf(run, StepKind::CheckReferences, id), QStringLiteral("failed gate-refused"));
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, id), QStringLiteral("skipped earlier-step-failed"));
        expectRefused(demo, run, id);
        QCOMPARE(demo.server.liveConversationIds(id).size(), 1); // and the caller is still there
    }

    void aConversationThatBeganInTheMiddleOfAPause()
    {
        DemoFixture demo(Dialect::Legacy);
        demo.settings.oldestReferencesMilliseconds = 50;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        const RunResult run = demo.run(plan, decision, changeIndex(plan), [&] {
            demo.server.startConversation(id);
            const QDateTime tooOld = QDateTime::currentDateTimeUtc().addMSecs(60);
            QTRY_VERIFY(QDateTime::currentDateTimeUtc() > tooOld); // what was checked is old by now
        });
        expectRefused(demo, run, id, QStringLiteral("gate no-live-session"));
    }

    void aLiveSessionThatNoConversationShows()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("janet.doe");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        const QByteArray ended = demo.references(id).conversations.first().conversationId.toLatin1();
        demo::FaultRule session =
            refusal(QStringLiteral("GET"), QStringLiteral("*/agents/%1/status").arg(id), 200);
        session.body = "{\"userId\":\"" + id.toLatin1() +
                       "\",\"sessionCount\":1,\"sessions\":[{\"conversationId\":\"" + ended + "\"}]}";
        demo.server.setFaults({session});
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(outcomeOf(run, StepKind::CheckReferences, id), QStringLiteral("done"));
        expectRefused(demo, run, id, QStringLiteral("gate no-live-session"));
    }

    void aSourceThatCannotBeRead_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("status");
        const QString status = QStringLiteral("*/agents/*/status");
        const QString query = QStringLiteral("*/conversations/details/query");
        QTest::addRow("agent status forbidden") << QStringLiteral("GET") << status << 403;
        QTest::addRow("agent status broken") << QStringLiteral("GET") << status << 500;
        QTest::addRow("agent status unknown here") << QStringLiteral("GET") << status << 404;
        QTest::addRow("detail query forbidden") << QStringLiteral("POST") << query << 403;
        QTest::addRow("detail query broken") << QStringLiteral("POST") << query << 500;
    }

    void aSourceThatCannotBeRead()
    {
        QFETCH(QString, method);
        QFETCH(QString, pattern);
        QFETCH(int, status);
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        demo.server.setFaults({refusal(method, pattern, status)});
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(outcomeOf(run, StepKind::CheckReferences, id), QStringLiteral("failed gate-refused"));
        expectRefused(demo, run, id, QStringLiteral("source "));
    }

    void evidenceThatIsNotThereAnyMore_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"deleted", "edited", "older than the reading", "of another user", "none"})
            QTest::addRow("%s", what) << QString::fromLatin1(what);
    }

    void evidenceThatIsNotThereAnyMore()
    {
        QFETCH(QString, what);
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        Plan plan = demo.plan(Act::ForceDelete, {id});
        Decision decision = demo.decision(id);
        if (what == QLatin1String("older than the reading"))
            plan = demo.plan(Act::ForceDelete, {id});
        else if (what == QLatin1String("of another user"))
            decision.evidence[id].userId = demo.person("janet.doe");
        else if (what == QLatin1String("none"))
            decision.evidence.clear();
        // While the run is on its way, between the check of references and the change:
        const RunResult run = demo.run(plan, decision, changeIndex(plan), [&] {
            QFile file(demo.evidencePath(id));
            if (what == QLatin1String("deleted")) {
                QVERIFY(file.remove());
            } else if (what == QLatin1String("edited")) {
                QVERIFY(file.open(QIODevice::Append));
                QCOMPARE(file.write("\r\n"), 2);
            }
        });
        expectRefused(demo, run, id, QStringLiteral("gate evidence-exported"));
    }

    void whatWasNotConfirmed_data()
    {
        QTest::addColumn<QString>("gate");
        for (const char *gate : {"risk-accepted", "identity-typed", "organization-typed"})
            QTest::addRow("%s", gate) << QString::fromLatin1(gate);
    }

    void whatWasNotConfirmed()
    {
        QFETCH(QString, gate);
        DemoFixture demo(Dialect::Legacy);
        demo.connection.environment = Environment::Production;
        demo.connection.secondPerson = SecondPerson::Never; // see the last test
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        Decision decision = demo.decision(id);
        if (gate == QLatin1String("risk-accepted"))
            decision.riskAccepted = false;
        else if (gate == QLatin1String("identity-typed"))
            decision.typedIdentity = QStringLiteral("janet.doe@demo.example");
        else
            decision.typedOrganization.clear();
        expectRefused(demo, demo.run(plan, decision), id, QStringLiteral("gate ") + gate);
    }

    void productionWithEverythingTypedGoesThrough()
    {
        DemoFixture demo(Dialect::Legacy);
        demo.connection.environment = Environment::Production;
        demo.connection.secondPerson = SecondPerson::Never; // see the last test
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const RunResult run = demo.run(plan, demo.decision(id));
        QVERIFY2(run.isVerified(), story(run).constData());
    }

    void aPreviewThatIsTooOld()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        plan.expires = QDateTime::currentDateTimeUtc().addMSecs(-1);
        demo.clearWrites();
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(run.count(Outcome::Skipped), static_cast<int>(plan.steps.size()));
        QVERIFY(demo.server.requestLog().isEmpty()); // not even a read
        expectRefused(demo, run, id);
    }

    void anotherPersonBehindTheSameId_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("other name") << QByteArray("{\"name\":\"Nora Nothing-Else\"");
        QTest::addRow("other address") << QByteArray("{\"email\":\"nora.other@demo.example\"");
    }

    void anotherPersonBehindTheSameId()
    {
        QFETCH(QByteArray, body);
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        ApiRequest rename;
        rename.method = HttpMethod::Patch;
        rename.path = QStringLiteral("/api/v2/users/") + id;
        rename.body = body + ",\"version\":" + QByteArray::number(demo.user(id).version) + '}';
        QVERIFY(QCoro::waitFor(demo.client->send(rename)).has_value());
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(outcomeOf(run, StepKind::ReadUser, id), QStringLiteral("failed changed"));
        expectRefused(demo, run, id);
    }

    void aUserWhoWasDeactivatedMeanwhileIsNotDeleted()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        QVERIFY(demo.run(demo.plan(Act::Deactivate, {id})).isVerified());
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(outcomeOf(run, StepKind::ReadUser, id), QStringLiteral("failed changed"));
        QCOMPARE(demo.writesOn("DELETE", id), 0);
        QCOMPARE(demo.stateOf(id), QStringLiteral("inactive"));
    }

    void aPlanForAnotherOrganisation()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        plan.connection.apiUrl = QUrl(QStringLiteral("https://api.mypurecloud.com"));
        demo.clearWrites();
        const RunResult run = demo.run(plan, decision);
        QVERIFY(demo.server.requestLog().isEmpty());
        expectRefused(demo, run, id, QStringLiteral("another organisation"));
    }

    void aConnectionThatWasLockedMeanwhile()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        demo.client->setReadOnly(true);
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, id), QStringLiteral("failed gate-refused"));
        expectRefused(demo, run, id);
    }

    void aForceDeleteInAMilderPlan()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        Plan plan = demo.plan(Act::ForceDelete, {id});
        plan.act = Act::Deactivate; // whose gates ask for nothing typed
        expectRefused(demo, demo.run(plan), id);
    }

    void aForceDeleteOnProductionNeedsASecondPerson()
    {
        DemoFixture demo(Dialect::Legacy);
        demo.connection.environment = Environment::Production;
        const QString id = demo.person("nora.nothing");
        Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        const RunResult alone = demo.run(plan, decision);
        QCOMPARE(alone.count(Outcome::Skipped), static_cast<int>(plan.steps.size()));
        expectRefused(demo, alone, id);

        Identity second;
        second.userId = QStringLiteral("admin-2");
        second.organizationId = plan.organizationId;
        const Result<Plan> approved = approve(plan, second, QDateTime::currentDateTimeUtc());
        QVERIFY2(approved, approved ? "" : qPrintable(approved.error().toLogString()));
        // Approved, and then something else is done.
        Plan other = *approved;
        other.users.first().version += 1;
        expectRefused(demo, demo.run(other, decision), id);

        const RunResult together = demo.run(*approved, decision);
        QVERIFY2(together.isVerified(), story(together).constData());
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
    }
};

QTEST_GUILESS_MAIN(TestRunGates)
#include "tst_rungates.moc"
