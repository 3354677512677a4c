// SPDX-License-Identifier: GPL-3.0-or-later
// Stop, pause, many users, several runs, and a runner that goes away in the middle.
#include "tests/support/demofixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

using Kind = demo::FaultRule::Kind;

class TestRunControl : public QObject
{
    Q_OBJECT

private:
    static RunState stateOf(DemoFixture &demo, const QString &runId)
    {
        const RunResult *run = demo.runner->find(runId);
        return run == nullptr ? RunState::Waiting : run->state;
    }

private Q_SLOTS:
    void stopsBeforeTheNextStep()
    {
        DemoFixture demo(Dialect::Legacy);
        demo.settings.parallelUsers = 1; // tst_runparallel looks at several
        demo.runner->setSettings(demo.settings);
        const QStringList ids{demo.person("nora.nothing"), demo.person("janet.doe")};
        const Plan plan = demo.plan(Act::Deactivate, ids);
        demo.clearWrites();
        const RunResult run =
            demo.run(plan, {}, 1, [&] { demo.runner->stop(demo.runner->runs().first().id); });
        QCOMPARE(run.state, RunState::Finished);
        QCOMPARE(run.steps.size(), plan.steps.size()); // every step has an outcome
        QCOMPARE(run.count(Outcome::Done), 2);
        QCOMPARE(run.count(Outcome::Skipped), static_cast<int>(plan.steps.size()) - 2);
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, ids.first()), QStringLiteral("skipped stopped"));
        QVERIFY(demo.writes().isEmpty());
        QVERIFY(!run.isVerified());
        QCOMPARE(demo.runner->unfinishedUserIds(run.id), ids);
    }

    void aWriteInFlightIsAwaitedAndRecorded()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        connect(&*demo.client, &ApiClient::exchangeStarted, this, [&](const HttpExchange &exchange) {
            if (exchange.method == QLatin1String("PUT"))
                demo.runner->stop(demo.runner->runs().first().id);
        });
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("done"));
        QCOMPARE(outcomeOf(run, StepKind::ReadBack, id), QStringLiteral("skipped stopped"));
        QVERIFY(!run.isVerified()); // done, but nobody has looked
        QVERIFY(run.verifiedUserIds().isEmpty());
        QCOMPARE(demo.runner->unfinishedUserIds(run.id), QStringList{id});
    }

    void pausesBeforeTheNextStepAndGoesOn()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        const QString runId = demo.runner->run(plan, {});
        const auto pausing = connect(&*demo.runner, &Runner::stepStarted, this,
                                     [&](const QString &, int) { demo.runner->pause(runId); });
        QTRY_COMPARE(stateOf(demo, runId), RunState::Paused);
        disconnect(pausing);
        QCOMPARE(demo.runner->find(runId)->steps.size(), 1);
        QVERIFY(demo.runner->isRunning());
        QVERIFY(demo.writes().isEmpty());
        demo.runner->resume(runId);
        QTRY_COMPARE(stateOf(demo, runId), RunState::Finished);
        QVERIFY(demo.runner->find(runId)->isVerified());
        QVERIFY(!demo.runner->isRunning());
    }

    void whatBeganDuringAPauseIsSeen()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        const QString runId = demo.runner->run(plan, {});
        const auto pausing = connect(&*demo.runner, &Runner::stepStarted, this,
                                     [&](const QString &, int) { demo.runner->pause(runId); });
        QTRY_COMPARE(stateOf(demo, runId), RunState::Paused);
        disconnect(pausing);
        demo.server.startConversation(id);
        demo.runner->resume(runId);
        QTRY_COMPARE(stateOf(demo, runId), RunState::Finished);
        QVERIFY(!demo.runner->find(runId)->isVerified());
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void stopsWhilePaused()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const QString runId = demo.runner->run(demo.plan(Act::Deactivate, {id}), {});
        const auto pausing = connect(&*demo.runner, &Runner::stepStarted, this,
                                     [&](const QString &, int) { demo.runner->pause(runId); });
        QTRY_COMPARE(stateOf(demo, runId), RunState::Paused);
        disconnect(pausing);
        demo.clearWrites();
        demo.runner->stop(runId);
        QTRY_COMPARE(stateOf(demo, runId), RunState::Finished);
        QVERIFY(demo.server.requestLog().isEmpty());
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void ofFiftyUsersTheOthersGoOn()
    {
        DemoFixture demo(Dialect::Published);
        demo.connection.limits.mostPercentOfOrganization = 50;
        QStringList ids = demo.server.userIdsWithoutReferences(51);
        ids.removeAll(demo.server.adminUserId()); // the last administrator stays
        ids = ids.mid(0, 50);
        QCOMPARE(ids.size(), 50);
        const Plan plan = demo.plan(Act::Deactivate, ids);
        const QStringList forbidden{ids.at(3), ids.at(20), ids.at(49)};
        QList<demo::FaultRule> faults;
        for (const QString &id : forbidden)
            faults.append(demo.faultOn("PATCH", id, Kind::Status, 403));
        demo.server.setFaults(faults);
        const QString busy = ids.at(30);
        demo.server.startConversation(busy);
        const RunResult run = demo.run(plan);
        QStringList expected = ids;
        for (const QString &id : forbidden + QStringList{busy})
            expected.removeAll(id);
        QCOMPARE(run.verifiedUserIds(), expected);
        QVERIFY(!run.isVerified());
        QCOMPARE(demo.runner->unfinishedUserIds(run.id),
                 (QStringList{ids.at(3), ids.at(20), ids.at(30), ids.at(49)}));
        QCOMPARE(run.waiting(), 0);
        const QStringList inactive = demo.server.userIdsInState(QStringLiteral("inactive"), 300);
        for (const QString &id : ids)
            QCOMPARE(inactive.contains(id), expected.contains(id));
    }

    void runsFollowEachOther()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString first = demo.person("nora.nothing");
        const QString second = demo.person("janet.doe");
        const Plan plan = demo.plan(Act::Deactivate, {first});
        const Plan other = demo.plan(Act::Deactivate, {second});
        QSignalSpy started(&*demo.runner, &Runner::runStarted);
        QSignalSpy finished(&*demo.runner, &Runner::runFinished);
        const QString firstRun = demo.runner->run(plan, {});
        const QString secondRun = demo.runner->run(other, {});
        QCOMPARE(demo.runner->runs().first().id, secondRun); // newest first
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(started.at(0).first().toString(), firstRun);
        QCOMPARE(finished.at(0).first().toString(), firstRun);
        QVERIFY(demo.runner->find(firstRun)->isVerified());
        QVERIFY(demo.runner->find(secondRun)->isVerified());
        QVERIFY(demo.runner->find(firstRun)->finished <= demo.runner->find(secondRun)->started);
    }

    void theSamePlanTwiceSendsOnce()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("rita.recent");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const Decision decision = demo.decision(id);
        QSignalSpy finished(&*demo.runner, &Runner::runFinished);
        demo.runner->run(plan, decision); // a double click that got through
        demo.runner->run(plan, decision);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(demo.writesOn("DELETE", id), 1);
    }

    void aRunThatWaitsCanBeStopped()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        QSignalSpy finished(&*demo.runner, &Runner::runFinished);
        demo.runner->stop(demo.runner->run(plan, {}));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(demo.server.requestLog().isEmpty());
        QVERIFY(!demo.runner->runs().first().isVerified());
    }

    void anEmptyPlanProvesNothing()
    {
        DemoFixture demo(Dialect::Legacy);
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {}));
        QCOMPARE(run.state, RunState::Finished);
        QVERIFY(!run.isVerified());
    }

    void aRunnerThatGoesAwaySendsNothingMore()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        demo.runner->run(plan, {});
        connect(
            &*demo.client, &ApiClient::exchangeFinished, this, [&] { demo.runner.reset(); },
            Qt::QueuedConnection); // after the first reading, while the references are asked for
        QTRY_VERIFY(!demo.runner.has_value());
        const User after = demo.user(id); // whatever was on its way has come back by now
        QCOMPARE(after.stateText, QStringLiteral("active"));
        QVERIFY(demo.writes().isEmpty());
    }

    void findsOnlyItsOwnRuns()
    {
        DemoFixture demo(Dialect::Legacy);
        QCOMPARE(demo.runner->find(QStringLiteral("none")), nullptr);
        QVERIFY(demo.runner->unfinishedUserIds(QStringLiteral("none")).isEmpty());
        demo.runner->stop(QStringLiteral("none"));
        demo.runner->pause(QStringLiteral("none"));
        demo.runner->resume(QStringLiteral("none"));
        QVERIFY(!demo.runner->isRunning());
    }
};

QTEST_GUILESS_MAIN(TestRunControl)
#include "tst_runcontrol.moc"
