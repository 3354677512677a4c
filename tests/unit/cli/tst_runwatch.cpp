// SPDX-License-Identifier: GPL-3.0-or-later
// What a run ends with, and what it tells: scripts decide by the exit status alone.
#include "app/cli/commands/plan.h"
#include "app/cli/confirmation.h"
#include "app/cli/evidencefiles.h"
#include "app/cli/runwatch.h"
#include "tests/support/values.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace offboarding;
using namespace offboarding::cli;
using namespace offboarding::testing;

namespace {

StepResult stepOf(StepKind kind, Outcome outcome, Cause cause = Cause::None)
{
    StepResult result;
    result.step.kind = kind;
    result.step.userId = QStringLiteral("user-1");
    result.outcome = outcome;
    result.cause = cause;
    result.finished = noon();
    return result;
}

RunResult runOf(const QList<StepResult> &steps)
{
    RunResult run;
    run.state = RunState::Finished;
    run.plan.act = Act::Deactivate;
    run.plan.users = {testUser()};
    run.steps = steps;
    for (const StepResult &step : steps)
        run.plan.steps.append(step.step);
    return run;
}

Arguments planArguments(const QHash<QString, QString> &options, const QStringList &users)
{
    Arguments arguments;
    arguments.options = options;
    arguments.operands = users;
    return arguments;
}

} // namespace

class TestRunWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExitStatusSaysTheWorst_data()
    {
        QTest::addColumn<QList<StepResult>>("steps");
        QTest::addColumn<int>("code");
        const StepResult read = stepOf(StepKind::ReadUser, Outcome::Done);
        const StepResult proof = stepOf(StepKind::ReadBack, Outcome::Done);
        const StepResult refused = stepOf(StepKind::CheckReferences, Outcome::Failed, Cause::GateRefused);
        const StepResult after = stepOf(StepKind::Deactivate, Outcome::Skipped, Cause::EarlierStepFailed);
        const StepResult failed = stepOf(StepKind::Deactivate, Outcome::Failed, Cause::ServerRefused);
        const StepResult stopped = stepOf(StepKind::Deactivate, Outcome::Skipped, Cause::Stopped);
        const StepResult unknown = stepOf(StepKind::ReadBack, Outcome::Failed, Cause::OutcomeUnknown);
        QTest::newRow("verified") << QList<StepResult>{read, proof} << 0;
        QTest::newRow("nothing proved") << QList<StepResult>{read} << 1;
        QTest::newRow("refused") << QList<StepResult>{read, refused, after} << 4;
        QTest::newRow("customer") << QList<StepResult>{read,
                                                       stepOf(StepKind::ClearReference, Outcome::Failed,
                                                              Cause::LiveCustomer),
                                                       after}
                                  << 4;
        QTest::newRow("server said no") << QList<StepResult>{read, failed} << 1;
        QTest::newRow("refused and failed") << QList<StepResult>{refused, failed} << 1;
        QTest::newRow("stopped") << QList<StepResult>{read, stopped} << 5;
        QTest::newRow("stopped beats failed") << QList<StepResult>{failed, stopped} << 5;
        QTest::newRow("unknown") << QList<StepResult>{read, unknown} << 1;
    }

    void theExitStatusSaysTheWorst()
    {
        QFETCH(QList<StepResult>, steps);
        QFETCH(int, code);
        QCOMPARE(static_cast<int>(exitCodeOf(runOf(steps))), code);
    }

    void whatCouldNotBeRecordedIsStopped()
    {
        RunResult run = runOf({stepOf(StepKind::ReadUser, Outcome::Done)});
        run.journalError = Error();
        QCOMPARE(exitCodeOf(run), ExitCode::Stopped);
        QVERIFY(runSummary(run).contains(QStringLiteral("could not be recorded")));
    }

    void aStepIsOneLineOfJson()
    {
        StepResult step = stepOf(StepKind::Deactivate, Outcome::Failed, Cause::GateRefused);
        step.detail = QStringLiteral("two\nlines");
        const QByteArray line = progressLine(step);
        QCOMPARE(line.count('\n'), 1);
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.value(QStringLiteral("time")).toString(), QStringLiteral("2026-08-01T12:00:00.000Z"));
        QCOMPARE(object.value(QStringLiteral("userId")).toString(), QStringLiteral("user-1"));
        QCOMPARE(object.value(QStringLiteral("step")).toString(), QStringLiteral("deactivate"));
        QCOMPARE(object.value(QStringLiteral("outcome")).toString(), QStringLiteral("failed"));
        QCOMPARE(object.value(QStringLiteral("cause")).toString(), QStringLiteral("gate-refused"));
    }

    void theSummaryNamesFailuresFirst()
    {
        const QString summary =
            runSummary(runOf({stepOf(StepKind::CheckHistory, Outcome::Skipped, Cause::Stopped),
                              stepOf(StepKind::Deactivate, Outcome::Failed, Cause::ServerRefused)}));
        QVERIFY(summary.indexOf(QStringLiteral("server-refused")) <
                summary.indexOf(QStringLiteral("stopped")));
        QVERIFY(summary.contains(QStringLiteral("0 of 1 user verified")));
        QVERIFY(summary.contains(QStringLiteral("jane.doe@demo.example")));
    }

    void whatHasToBeTypedGrowsWithTheDamage()
    {
        Plan plan;
        plan.users = {testUser()};
        plan.connection.organizationName = QStringLiteral("ACME");
        plan.act = Act::Deactivate;
        QCOMPARE(wantedConfirmation(plan), QStringLiteral("yes"));
        plan.act = Act::ForceDelete;
        QCOMPARE(wantedConfirmation(plan), QStringLiteral("jane.doe@demo.example"));
        plan.users.append(testUser(QStringLiteral("user-2")));
        QCOMPARE(wantedConfirmation(plan), QStringLiteral("ACME 2"));
    }

    void whatWasNotReadIsNoEvidence()
    {
        const QString userId = QStringLiteral("user-1");
        ReferenceMap failed = freshMap(userId);
        failed.sources.first().status = SourceStatus::Failed;
        QVERIFY(isEvidence({{userId, freshMap(userId)}}, userId));
        QVERIFY(!isEvidence({{userId, failed}}, userId));
        QVERIFY(!isEvidence({{userId, ReferenceMap()}}, userId));
        QVERIFY(!isEvidence({}, userId));
    }

    void planOptionsAreChecked_data()
    {
        QTest::addColumn<QStringList>("options"); // name, value, name, value …
        QTest::addColumn<int>("users");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QStringList &options, int users, const char *problem) {
            QTest::newRow(name) << options << users << QString::fromLatin1(problem);
        };
        const QString action = QStringLiteral("action");
        const QString deactivate = QStringLiteral("deactivate");
        row("nothing", {}, 1, "--action");
        row("unknown action", {action, QStringLiteral("delete")}, 1, "not \"delete\"");
        row("nobody", {action, deactivate}, 0, "USER");
        row("both", {action, deactivate, QStringLiteral("leavers"), QStringLiteral("x.csv")}, 1, "not both");
        row("clearing", {action, deactivate, QStringLiteral("clear"), QStringLiteral("hangup")}, 1, "hangup");
        row("step", {action, deactivate, QStringLiteral("steps"), QStringLiteral("fire")}, 1, "\"fire\"");
        row("none and one", {action, deactivate, QStringLiteral("steps"), QStringLiteral("none,go-offline")},
            1, "alone");
        row("restore", {action, QStringLiteral("restore"), QStringLiteral("steps"), QStringLiteral("all")}, 1,
            "restore");
        row("long reason", {action, deactivate, QStringLiteral("reason"), QString(1001, QLatin1Char('x'))}, 1,
            "1000");
        row("good", {action, deactivate, QStringLiteral("steps"), QStringLiteral("all")}, 1, "");
    }

    void planOptionsAreChecked()
    {
        QFETCH(QStringList, options);
        QFETCH(int, users);
        QFETCH(QString, problem);
        QHash<QString, QString> given;
        for (qsizetype i = 0; i + 1 < options.size(); i += 2)
            given.insert(options.at(i), options.at(i + 1));
        const Usage<PlanCommandOptions> result =
            planCommandOptions(planArguments(given, QStringList(users, QStringLiteral("user-1"))));
        QCOMPARE(result.has_value(), problem.isEmpty());
        if (!result)
            QVERIFY2(result.error().contains(problem), qPrintable(result.error()));
    }

    void stepsAreTicked()
    {
        const Usage<PlanCommandOptions> some = planCommandOptions(
            planArguments({{QStringLiteral("action"), QStringLiteral("force-delete")},
                           {QStringLiteral("steps"), QStringLiteral("remove-roles,revoke-tokens")},
                           {QStringLiteral("clear"), QStringLiteral("requeue")}},
                          {QStringLiteral("user-1")}));
        QVERIFY(some && some->steps);
        PlanOptions wanted;
        wanted.removeRoles = true;
        wanted.revokeTokens = true;
        QCOMPARE(*some->steps, wanted);
        QCOMPARE(some->act, Act::ForceDelete);
        QCOMPARE(some->clearing, ClearingPolicy::Requeue);
        const Usage<PlanCommandOptions> otherwise = planCommandOptions(planArguments(
            {{QStringLiteral("action"), QStringLiteral("deactivate")}}, {QStringLiteral("user-1")}));
        QVERIFY(otherwise && !otherwise->steps);
        QCOMPARE(otherwise->clearing, ClearingPolicy::Leave);
    }
};

QTEST_GUILESS_MAIN(TestRunWatch)
#include "tst_runwatch.moc"
