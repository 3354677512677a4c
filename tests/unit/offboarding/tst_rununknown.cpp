// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that say nothing: settled by reading, never by sending a destructive request again.
#include "tests/support/demofixture.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

Q_DECLARE_METATYPE(offboarding::Dialect)

using Kind = demo::FaultRule::Kind;

namespace {

void bothDialects()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addRow("legacy") << Dialect::Legacy;
    QTest::addRow("published") << Dialect::Published;
}

const char *deactivation(Dialect dialect)
{
    return dialect == Dialect::Legacy ? "PUT" : "PATCH";
}

} // namespace

class TestRunUnknown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCutLineAfterTheDeactivationWasCarriedOut_data() { bothDialects(); }
    void aCutLineAfterTheDeactivationWasCarriedOut()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.server.setFaults({demo.faultOn(deactivation(dialect), id, Kind::CutLine)});
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn(deactivation(dialect), id), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("inactive"));
        QVERIFY(!changeOf(run).error.has_value()); // settled: nothing is left open
    }

    void aCutLineAfterTheDeletionWasCarriedOut_data() { bothDialects(); }
    void aCutLineAfterTheDeletionWasCarriedOut()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        const QString id = demo.person("rita.recent");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        demo.server.setFaults({demo.faultOn("DELETE", id, Kind::CutLine)});
        const RunResult run = demo.run(plan, decision);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("DELETE", id), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
    }

    void aDeletionThatFailedBeforeItWasCarriedOut_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {500, 502, 503, 504, 408})
            QTest::addRow("%d", status) << status;
    }

    void aDeletionThatFailedBeforeItWasCarriedOut()
    {
        QFETCH(int, status);
        DemoFixture demo(Dialect::Legacy);
        demo.settings.longestVerificationMilliseconds = 60;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("rita.recent");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        demo::FaultRule once = demo.faultOn("DELETE", id, Kind::Status, status);
        once.count = 1; // a second one would go through
        demo.server.setFaults({once});
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, id), QStringLiteral("failed not-verified"));
        QCOMPARE(outcomeOf(run, StepKind::ReadBack, id), QStringLiteral("skipped earlier-step-failed"));
        QVERIFY(!run.isVerified());
        QCOMPARE(demo.writesOn("DELETE", id), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
        const std::optional<Error> error = changeOf(run).error;
        QVERIFY(error.has_value());
        QCOMPARE(error->httpStatus, status); // what happened is still told
    }

    void aDeactivationThatNeverWorks_data() { bothDialects(); }
    void aDeactivationThatNeverWorks()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        demo.settings.longestVerificationMilliseconds = 60;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.server.setFaults({demo.faultOn(deactivation(dialect), id, Kind::Status, 503)});
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("failed not-verified"));
        QVERIFY(!run.isVerified());
        QCOMPARE(demo.writesOn(deactivation(dialect), id), 2);
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void aDeactivationIsTriedOnceMoreAfterItWasReadBackAsNotDone()
    {
        DemoFixture demo(Dialect::Legacy);
        demo.settings.longestVerificationMilliseconds = 60;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo::FaultRule once = demo.faultOn("PUT", id, Kind::Status, 503);
        once.count = 1;
        demo.server.setFaults({once});
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("PUT", id), 2);
    }

    void theSecondAttemptIsCheckedLikeTheFirst()
    {
        DemoFixture demo(Dialect::Legacy);
        demo.settings.longestVerificationMilliseconds = 60;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo::FaultRule once = demo.faultOn("PUT", id, Kind::Status, 503);
        once.count = 1;
        demo.server.setFaults({once});
        bool isCalled = false;
        connect(&*demo.client, &ApiClient::exchangeFinished, this, [&](const HttpExchange &exchange) {
            if (exchange.status == 503 && !isCalled) {
                isCalled = true;
                demo.server.startConversation(id); // a customer comes on the line
            }
        });
        const RunResult run = demo.run(plan);
        QVERIFY(isCalled);
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("failed gate-refused"));
        QCOMPARE(demo.writesOn("PUT", id), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void nothingIsClaimedWhileTheStateCannotBeRead()
    {
        DemoFixture demo(Dialect::Legacy);
        demo.settings.longestVerificationMilliseconds = 60;
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("rita.recent");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        demo::FaultRule blind = demo.faultOn("GET", id, Kind::Status, 403);
        const RunResult run = demo.run(plan, decision, stepIndex(plan, StepKind::ReadBack),
                                       [&] { demo.server.setFaults({blind}); }); // before reading back
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, id), QStringLiteral("done"));
        QCOMPARE(outcomeOf(run, StepKind::ReadBack, id), QStringLiteral("failed outcome-unknown"));
        QVERIFY(!run.isVerified());
    }

    void notFoundAtAllIsNotDeleted()
    {
        // A gateway that lost its way: the deletion, and every reading after it, is answered 404.
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("rita.recent");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        const RunResult run = demo.run(plan, decision, changeIndex(plan), [&] {
            demo::FaultRule blind = demo.faultOn("GET", id, Kind::Status, 404);
            blind.skip = 1; // whether an administrator is left is read before the deletion
            demo.server.setFaults({demo.faultOn("DELETE", id, Kind::Status, 404), blind});
        });
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, id), QStringLiteral("failed outcome-unknown"));
        QVERIFY(!run.isVerified());
        QVERIFY(run.verifiedUserIds().isEmpty());
        demo.server.setFaults({});
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void keptAndNotFoundAtAllIsNotDeletedEither()
    {
        // Already deleted when the run began; at the end nothing is found. Nobody has confirmed anything.
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("dora.deleted");
        const Plan plan = demo.plan(Act::Delete, {id});
        const RunResult run = demo.run(plan, {}, stepIndex(plan, StepKind::ReadBack), [&] {
            demo.server.setFaults({demo.faultOn("GET", id, Kind::Status, 404)});
        });
        QCOMPARE(outcomeOf(run, StepKind::Delete, id), QStringLiteral("kept already-so"));
        QCOMPARE(outcomeOf(run, StepKind::ReadBack, id), QStringLiteral("failed outcome-unknown"));
        QVERIFY(!run.isVerified());
    }

    void deletedAndNotFoundAtAllAnyMoreIsBelieved()
    {
        // A server that really removes the user, as the source documents have it, confirmed it itself.
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("rita.recent");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        const RunResult run = demo.run(plan, decision, stepIndex(plan, StepKind::ReadBack), [&] {
            demo.server.setFaults({demo.faultOn("GET", id, Kind::Status, 404)});
        });
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(run.steps.last().detail, QStringLiteral("not found any more"));
    }

    void oneMomentOfNotFoundIsWaitedFor()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Delete, {id});
        const Decision decision = demo.decision(id);
        demo::FaultRule moment = demo.faultOn("GET", id, Kind::Status, 404);
        moment.count = 2; // as such, and among the deleted ones
        const RunResult run = demo.run(plan, decision, stepIndex(plan, StepKind::ReadBack),
                                       [&] { demo.server.setFaults({moment}); });
        QVERIFY2(run.isVerified(), story(run).constData());
        QVERIFY(run.steps.last().detail.startsWith(QLatin1String("state deleted")));
    }

    void alreadyGoneIsKeptOnlyWhenItIsReadBack()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Delete, {id});
        const Decision decision = demo.decision(id);
        // Somebody else deletes the user in the last moment.
        const RunResult run = demo.run(plan, decision, changeIndex(plan), [&] {
            ApiRequest other;
            other.method = HttpMethod::Delete;
            other.path = QStringLiteral("/api/v2/users/") + id;
            ApiClient colleague(demo.connection.apiUrl);
            colleague.setAccessToken(demo.endpoints.token);
            QVERIFY(QCoro::waitFor(colleague.send(other)).has_value());
        });
        QCOMPARE(outcomeOf(run, StepKind::Delete, id), QStringLiteral("kept already-so"));
        QVERIFY2(run.isVerified(), story(run).constData());
    }
};

QTEST_GUILESS_MAIN(TestRunUnknown)
#include "tst_rununknown.moc"
