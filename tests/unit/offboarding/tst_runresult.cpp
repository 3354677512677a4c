// SPDX-License-Identifier: GPL-3.0-or-later
// When a run may be called verified, and when not.
#include "app/offboarding/planner.h"
#include "app/offboarding/runresult.h"
#include "tests/support/values.h"

#include <QSet>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

RunResult finished(Act act, const QList<User> &users = {testUser()})
{
    PlanInput input;
    input.act = act;
    input.connection = testConnection(Dialect::Legacy);
    input.users = users;
    for (const User &user : users)
        input.references.insert(user.id, freshMap(user.id, {endedReference(QStringLiteral("e1"), user.id)}));
    input.now = noon();
    RunResult run;
    run.plan = makePlan(input);
    run.state = RunState::Finished;
    for (const PlanStep &step : run.plan.steps) {
        StepResult result;
        result.step = step;
        result.outcome = Outcome::Done;
        run.steps.append(result);
    }
    return run;
}

StepResult &stepOf(RunResult &run, StepKind kind)
{
    for (StepResult &step : run.steps) {
        if (step.step.kind == kind)
            return step;
    }
    return run.steps.first();
}

} // namespace

class TestRunResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingDoneIsVerified()
    {
        for (const Act act :
             {Act::Deactivate, Act::Delete, Act::ForceDelete, Act::Restore, Act::ClearReferences})
            QVERIFY2(finished(act).isVerified(), qPrintable(actName(act)));
        QCOMPARE(finished(Act::Deactivate).verifiedUserIds(), QStringList{QStringLiteral("user-1")});
    }

    void keptIsAsGoodAsDone()
    {
        RunResult run = finished(Act::Deactivate);
        stepOf(run, StepKind::ReadUser).outcome = Outcome::Kept;
        stepOf(run, StepKind::Deactivate).outcome = Outcome::Kept;
        QVERIFY(run.isVerified());
    }

    void oneStepThatIsNotDoneIsEnough()
    {
        const qsizetype count = finished(Act::Deactivate).steps.size();
        for (const Outcome outcome : {Outcome::Skipped, Outcome::Failed}) {
            for (qsizetype i = 0; i < count; ++i) {
                RunResult run = finished(Act::Deactivate);
                run.steps[i].outcome = outcome;
                QVERIFY(!run.isVerified());
            }
        }
    }

    void nothingIsNotEverything()
    {
        QVERIFY(!RunResult().isVerified());
        RunResult empty = finished(Act::Deactivate, {});
        QVERIFY(empty.plan.steps.isEmpty());
        QVERIFY(!empty.isVerified());
        RunResult noSteps = finished(Act::Deactivate);
        noSteps.steps.clear();
        QVERIFY(!noSteps.isVerified());
        noSteps.plan.steps.clear();
        QVERIFY(!noSteps.isVerified());
    }

    void aRunThatGoesOnIsNotVerified()
    {
        for (const RunState state :
             {RunState::Waiting, RunState::Running, RunState::Paused, RunState::Stopping}) {
            RunResult run = finished(Act::Deactivate);
            run.state = state;
            QVERIFY(!run.isVerified());
        }
        RunResult run = finished(Act::Deactivate);
        run.steps.removeLast();
        QCOMPARE(run.waiting(), 1);
        QVERIFY(!run.isVerified());
    }

    void withoutTheProofNothingIsVerified()
    {
        RunResult run = finished(Act::Delete);
        for (qsizetype i = run.steps.size() - 1; i >= 0; --i) {
            if (run.steps.at(i).step.kind == StepKind::ReadBack) {
                run.steps.removeAt(i);
                run.plan.steps.removeAt(i);
            }
        }
        QCOMPARE(run.waiting(), 0);
        QVERIFY(!run.isVerified());
        QVERIFY(run.verifiedUserIds().isEmpty());
    }

    void aProofBeforeTheWriteProvesNothing()
    {
        RunResult run = finished(Act::Delete);
        const qsizetype last = run.steps.size() - 1;
        run.steps.move(last, 0);
        run.plan.steps.move(last, 0);
        QVERIFY(!run.isVerified());
    }

    void everyUserIsProved()
    {
        RunResult run = finished(Act::Deactivate, {testUser(), testUser(QStringLiteral("user-2"))});
        QVERIFY(run.isVerified());
        run.plan.users.append(testUser(QStringLiteral("user-3"))); // of whom no step speaks
        QVERIFY(!run.isVerified());
        QVERIFY(!run.isProven(QStringLiteral("user-3")));
        QVERIFY(run.isProven(QStringLiteral("user-2")));
    }

    void namesAreStableAndDistinct()
    {
        QStringList names;
        for (const Outcome outcome : {Outcome::Done, Outcome::Kept, Outcome::Skipped, Outcome::Failed})
            names.append(outcomeName(outcome));
        QCOMPARE(names, (QStringList{QStringLiteral("done"), QStringLiteral("kept"),
                                     QStringLiteral("skipped"), QStringLiteral("failed")}));
        QSet<QString> causes;
        for (const Cause cause : {Cause::None, Cause::AlreadySo, Cause::GateRefused, Cause::LiveCustomer,
                                  Cause::ChangedSincePreview, Cause::NotConnected, Cause::NotRemovable,
                                  Cause::EarlierStepFailed, Cause::Stopped, Cause::ServerRefused,
                                  Cause::OutcomeUnknown, Cause::NotVerified, Cause::JournalFailed})
            causes.insert(causeName(cause));
        QCOMPARE(causes.size(), 13);
    }
};

QTEST_GUILESS_MAIN(TestRunResult)
#include "tst_runresult.moc"
