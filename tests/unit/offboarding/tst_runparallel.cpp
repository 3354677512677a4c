// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demofixture.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace offboarding;
using namespace offboarding::testing;

/// Several users at the same time: the steps of each in their order, and never two administrators at once.
class TestRunParallel : public QObject
{
    Q_OBJECT

private:
    static QStringList someUsers(DemoFixture &demo, int count)
    {
        demo.connection.limits.mostPercentOfOrganization = 50;
        QStringList ids = demo.server.userIdsWithoutReferences(count + 1);
        ids.removeAll(demo.server.adminUserId());
        return ids.mid(0, count);
    }

    /// The most users that were in the middle of a step at the same time, while the run went on.
    static int mostAtOnce(DemoFixture &demo, const Plan &plan)
    {
        int now = 0;
        int most = 0;
        QObject context;
        connect(&*demo.runner, &Runner::stepStarted, &context, [&] { most = std::max(most, ++now); });
        connect(&*demo.runner, &Runner::stepFinished, &context,
                [&](const QString &, const StepResult &) { --now; });
        const RunResult run = demo.run(plan);
        if (!run.isVerified())
            QTest::qFail(story(run).constData(), __FILE__, __LINE__);
        return most;
    }

    /// "GET /api/v2/authorization/…": gives @p userId the role of the administrator, through the API.
    static bool makeAdministrator(DemoFixture &demo, const QString &userId)
    {
        ApiRequest subject;
        subject.path = QStringLiteral("/api/v2/authorization/subjects/") + demo.server.adminUserId();
        subject.idempotent = true;
        const Result<ApiResponse> read = QCoro::waitFor(demo.client->send(subject));
        if (!read)
            return false;
        const QJsonArray grants =
            QJsonDocument::fromJson(read->body).object().value(QLatin1String("grants")).toArray();
        for (const QJsonValue &grant : grants) {
            ApiRequest add;
            add.method = HttpMethod::Post;
            add.path = QStringLiteral("/api/v2/authorization/subjects/%1/divisions/%2/roles/%3")
                           .arg(userId, grant[QLatin1String("division")][QLatin1String("id")].toString(),
                                grant[QLatin1String("role")][QLatin1String("id")].toString());
            if (!QCoro::waitFor(demo.client->send(add)))
                return false;
        }
        return !grants.isEmpty();
    }

private Q_SLOTS:
    void asManyUsersAsAllowedAreWorkedOnAtOnce_data()
    {
        QTest::addColumn<int>("allowed");
        QTest::newRow("one") << 1;
        QTest::newRow("three") << 3;
        QTest::newRow("six") << 6;
        QTest::newRow("nonsense") << 0;
    }

    void asManyUsersAsAllowedAreWorkedOnAtOnce()
    {
        QFETCH(int, allowed);
        DemoFixture demo(Dialect::Published);
        demo.settings.parallelUsers = allowed;
        demo.runner->setSettings(demo.settings);
        const Plan plan = demo.plan(Act::Deactivate, someUsers(demo, 12));
        QCOMPARE(mostAtOnce(demo, plan), std::max(1, allowed));
    }

    void theStepsOfEachUserKeepTheirOrder()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = someUsers(demo, 15);
        const Plan plan = demo.plan(Act::Deactivate, ids);
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(run.verifiedUserIds(), ids);
        for (const QString &id : ids) {
            QList<StepKind> planned;
            QList<StepKind> taken;
            QDateTime before;
            for (const PlanStep &step : plan.steps) {
                if (step.userId == id)
                    planned.append(step.kind);
            }
            for (const StepResult &step : run.steps) {
                if (step.step.userId != id)
                    continue;
                taken.append(step.step.kind);
                QVERIFY(!before.isValid() || before <= step.started);
                before = step.finished;
            }
            QCOMPARE(taken, planned);
        }
    }

    void stopsBeforeTheNextStepOfEveryUser()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = someUsers(demo, 20);
        const Plan plan = demo.plan(Act::Deactivate, ids);
        const QString runId = demo.runner->run(plan, {});
        int started = 0;
        connect(&*demo.runner, &Runner::stepStarted, this, [&] {
            if (++started == 10)
                demo.runner->stop(runId);
        });
        QTRY_COMPARE(demo.runner->find(runId)->state, RunState::Finished);
        QCOMPARE(started, 10);
        const RunResult run = *demo.runner->find(runId);
        QCOMPARE(run.waiting(), 0);
        QCOMPARE(static_cast<int>(run.steps.size()) - run.count(Outcome::Skipped), 10);
        for (const StepResult &step : run.steps)
            QVERIFY(step.outcome != Outcome::Skipped || step.cause == Cause::Stopped);
        QVERIFY(!run.isVerified());
    }

    void aPauseWaitsForEveryStepInFlight()
    {
        DemoFixture demo(Dialect::Legacy);
        const Plan plan = demo.plan(Act::Deactivate, someUsers(demo, 12));
        demo.server.setLatency(30);
        const QString runId = demo.runner->run(plan, {});
        int open = 0;
        int started = 0;
        connect(&*demo.runner, &Runner::stepStarted, this, [&] {
            ++open;
            if (++started == 8)
                demo.runner->pause(runId);
        });
        connect(&*demo.runner, &Runner::stepFinished, this,
                [&](const QString &, const StepResult &) { --open; });
        QTRY_COMPARE(demo.runner->find(runId)->state, RunState::Paused);
        QCOMPARE(open, 0);
        QCOMPARE(started, 8);
        demo.runner->resume(runId);
        QTRY_COMPARE(demo.runner->find(runId)->state, RunState::Finished);
        QVERIFY2(demo.runner->find(runId)->isVerified(), story(*demo.runner->find(runId)).constData());
    }

    void noUserStraddlesTwoWindowsOfTheRateLimit()
    {
        demo::DemoOptions options = quickDemo();
        options.rateLimit = {200, 2};
        DemoFixture demo(Dialect::Published, options);
        demo.settings.oldestReferencesMilliseconds = 700; // less than the pause between two windows
        demo.runner->setSettings(demo.settings);
        const Plan plan = demo.plan(Act::Deactivate, someUsers(demo, 20));
        qsizetype planned = 0;
        for (const PlanStep &step : plan.steps)
            planned += step.requests.size();
        QVERIFY(planned > 220); // more than one window
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        // What was read in one window would be too old in the next and would be read again.
        QCOMPARE(demo.server.requestLog().size(), planned);
    }

    void administratorsAreCountedAndChangedOneAtATime()
    {
        DemoFixture demo(Dialect::Published);
        const QStringList ids = someUsers(demo, 5);
        for (const QString &id : ids)
            QVERIFY(makeAdministrator(demo, id));
        const Plan plan = demo.plan(Act::Deactivate, ids);
        demo.server.setLatency(5);
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        // The organisation's own administrator is left.
        QVERIFY2(run.isVerified(), story(run).constData());
        // Between the counting for one of them and its change nobody else is counted.
        bool isCounted = false;
        int counted = 0;
        for (const demo::RequestRecord &record : demo.server.requestLog()) {
            const bool isCount = record.path == QLatin1String("/api/v2/users") &&
                                 record.query.contains(QLatin1String("pageNumber=1&")) &&
                                 record.query.contains(QLatin1String("authorization"));
            const bool isChange = record.method == QLatin1String("PATCH");
            if (isCount) {
                QVERIFY2(!isCounted, "two administrators were counted before one was changed");
                isCounted = true;
                ++counted;
            }
            if (isChange) {
                QVERIFY2(isCounted, "an administrator was changed without being counted");
                isCounted = false;
            }
        }
        QCOMPARE(counted, 5);
    }

    void theLastAdministratorsStayHoweverManyRunAtOnce()
    {
        DemoFixture demo(Dialect::Published);
        QStringList ids = someUsers(demo, 3);
        for (const QString &id : std::as_const(ids))
            QVERIFY(makeAdministrator(demo, id));
        ids.append(demo.person("amira.admin"));
        const RunResult run = demo.run(demo.plan(Act::Deactivate, ids));
        QVERIFY(!run.isVerified());
        for (const QString &id : std::as_const(ids))
            QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }
};

QTEST_GUILESS_MAIN(TestRunParallel)
#include "tst_runparallel.moc"
