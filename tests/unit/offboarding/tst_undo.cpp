// SPDX-License-Identifier: GPL-3.0-or-later
// Undo: what can be put back is put back by an ordinary run, and what cannot is said before it begins.
#include "app/offboarding/plandocument.h"
#include "app/offboarding/snapshot.h"
#include "app/offboarding/undo.h"
#include "tests/support/demofixture.h"

#include <QBuffer>
#include <QCoroTask>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

Q_DECLARE_METATYPE(offboarding::Dialect)

namespace {

UndoInput undoOf(const DemoFixture &demo, const RunResult &run)
{
    UndoInput input;
    input.plan = run.plan;
    input.steps = run.steps;
    input.connection = demo.connection;
    input.signedInAs = demo.signedInAs;
    input.now = QDateTime::currentDateTimeUtc();
    input.planId = QStringLiteral("undo-1");
    return input;
}

Snapshot snapshotNow(DemoFixture *demo, const QString &userId)
{
    auto batch = std::make_shared<ReadingBatch>(*demo->client);
    const SurroundingsReading reading = QCoro::waitFor(readSurroundings(batch, userId, allSurroundings));
    return snapshotOf(reading).value_or(Snapshot());
}

QStringList described(const QList<UndoItem> &items)
{
    QStringList lines;
    for (const UndoItem &item : items) {
        const QString line =
            undoSubjectName(item.subject) + QLatin1Char(' ') + undoObstacleName(item.obstacle);
        lines.append(line.trimmed());
    }
    lines.removeDuplicates();
    return lines;
}

QStringList lasting(const QList<SnapshotDifference> &differences)
{
    QStringList lines;
    for (const SnapshotDifference &difference : differences) {
        if (!difference.isPassing)
            lines.append(QStringLiteral("%1 %2: %3 -> %4")
                             .arg(difference.field, difference.item, difference.before, difference.now));
    }
    return lines;
}

PlanOptions everything()
{
    return {true, true, true, true, true, true, true, true, false};
}

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullOffboardingIsPutBack_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addRow("legacy") << Dialect::Legacy;
        QTest::addRow("published") << Dialect::Published;
    }

    void aFullOffboardingIsPutBack()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        demo.ticked = everything();
        const QString id = demo.person("janet.doe");
        const Snapshot before = snapshotNow(&demo, id);
        QVERIFY(before.person.roles && !before.person.roles->isEmpty());
        QVERIFY(before.person.queues && !before.person.queues->isEmpty());
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}));
        QVERIFY2(run.isVerified(), story(run).constData());
        QVERIFY(!lasting(differences(before, snapshotNow(&demo, id))).isEmpty());

        const UndoPreview preview = undoPreview(undoOf(demo, run));
        QCOMPARE(preview.plan.act, Act::Undo);
        const QStringList items = described(preview.items);
        QVERIFY(items.contains(QStringLiteral("state")));
        QVERIFY(items.contains(QStringLiteral("roles")));
        QVERIFY(items.contains(QStringLiteral("queues")));
        QVERIFY(items.contains(QStringLiteral("skills")));
        QVERIFY(items.contains(QStringLiteral("tokens revoked-for-good")));
        QVERIFY(items.contains(QStringLiteral("presence up-to-the-person")));
        // It is a plan like any other: shown, kept as a file, and run by the same runner.
        QByteArray text;
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(writePlanText(&buffer, preview.plan));
        const Result<Plan> read = parsePlan(text, QStringLiteral("undo.json"));
        QVERIFY2(read, read ? "" : qPrintable(read.error().toLogString()));
        QCOMPARE(planHash(*read), planHash(preview.plan));

        const RunResult undone = demo.run(preview.plan);
        QVERIFY2(undone.isVerified(), story(undone).constData());
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
        const QStringList left = lasting(differences(before, snapshotNow(&demo, id)));
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
        const QList<SnapshotDifference> told = differencesFromJson(undone.steps.last().data);
        QVERIFY(lasting(told).isEmpty());
        QVERIFY(!told.isEmpty()); // nobody is put back on queue by somebody else
    }

    void aForceDeletedUserComesBackWithWhatThePlatformGives()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Snapshot before = snapshotNow(&demo, id);
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const RunResult run = demo.run(plan, demo.decision(id));
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
        const UndoPreview preview = undoPreview(undoOf(demo, run));
        QVERIFY(described(preview.items).contains(QStringLiteral("division by-hand")));
        const RunResult undone = demo.run(preview.plan);
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
        QCOMPARE(outcomeOf(undone, StepKind::ReadBack, id), QStringLiteral("done"));
        const QStringList left = lasting(differences(before, snapshotNow(&demo, id)));
        for (const QString &difference : left)
            QVERIFY2(difference.startsWith(QLatin1String("division")) ||
                         difference.startsWith(QLatin1String("default-station")),
                     qPrintable(difference));
        // What is not as it was is never "done".
        QCOMPARE(undone.isVerified(), left.isEmpty());
        QCOMPARE(lasting(differencesFromJson(undone.steps.last().data)), left);
    }

    void differencesThatLastAreListedFieldByField()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.removeQueues = true;
        const QString id = demo.person("janet.doe");
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}));
        QVERIFY2(run.isVerified(), story(run).constData());
        const UndoPreview preview = undoPreview(undoOf(demo, run));
        demo::FaultRule gone;
        gone.method = QStringLiteral("POST");
        gone.pathPattern = QStringLiteral("/api/v2/routing/queues/*/members");
        gone.status = 404;
        gone.count = 1;
        demo.server.setFaults({gone});
        const RunResult undone = demo.run(preview.plan);
        QCOMPARE(outcomeOf(undone, StepKind::RestoreQueues, id), QStringLiteral("failed server-refused"));
        QCOMPARE(outcomeOf(undone, StepKind::RestoreRoles, id), QStringLiteral("done"));
        QCOMPARE(outcomeOf(undone, StepKind::CompareSnapshot, id), QStringLiteral("failed not-verified"));
        QVERIFY(!undone.isVerified());
        const QStringList left = lasting(differencesFromJson(undone.steps.last().data));
        QCOMPARE(left.size(), 1);
        QVERIFY2(left.first().startsWith(QLatin1String("queues ")), qPrintable(left.first()));
    }

    void queuesThatAreGoneAreSaidBefore()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.removeQueues = true;
        const QString id = demo.person("janet.doe");
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}));
        UndoInput input = undoOf(demo, run);
        input.queueIds = QSet<QString>();
        const UndoPreview preview = undoPreview(input);
        QVERIFY(described(preview.items).contains(QStringLiteral("queues is-gone")));
        QVERIFY(!described(preview.items).contains(QStringLiteral("queues")));
        QCOMPARE(stepIndex(preview.plan, StepKind::RestoreQueues), -1);
    }

    void whatWasNeverDoneIsNotUndone()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("jane.doe2"); // in a live conversation: refused
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}));
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
        const UndoPreview preview = undoPreview(undoOf(demo, run));
        QVERIFY(preview.items.isEmpty());
        QVERIFY(preview.plan.steps.isEmpty());
        QVERIFY(preview.plan.users.isEmpty());
    }

    void whatWasBegunAndNeverEndedCounts()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("janet.doe");
        RunResult run = demo.run(demo.plan(Act::Deactivate, {id}));
        UndoInput input = undoOf(demo, run);
        const int index = stepIndex(run.plan, StepKind::Deactivate);
        input.steps = run.steps.mid(0, index);
        QVERIFY(undoPreview(input).plan.steps.isEmpty());
        input.unfinished = {run.plan.steps.at(index)};
        QVERIFY(stepIndex(undoPreview(input).plan, StepKind::Restore) > 0);
    }

    void withoutASnapshotNothingIsPutBack()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("janet.doe");
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}));
        UndoInput input = undoOf(demo, run);
        for (StepResult &result : input.steps)
            result.data = {};
        const UndoPreview preview = undoPreview(input);
        QCOMPARE(described(preview.items), QStringList{QStringLiteral("state no-snapshot")});
        QVERIFY(preview.plan.steps.isEmpty());
    }

    void someoneWhoWasInactiveIsNotMadeActive()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("ines.inactive");
        const Plan plan = demo.plan(Act::ForceDelete, {id});
        const RunResult run = demo.run(plan, demo.decision(id));
        QVERIFY2(run.isVerified(), story(run).constData());
        const UndoPreview preview = undoPreview(undoOf(demo, run));
        QVERIFY(described(preview.items).contains(QStringLiteral("state was-not-active")));
        QCOMPARE(stepIndex(preview.plan, StepKind::Restore), -1);
    }

    void anUndoTwiceKeepsWhatIsThere()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.removeSkills = true;
        const QString id = demo.person("janet.doe");
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}));
        const UndoPreview preview = undoPreview(undoOf(demo, run));
        QVERIFY(demo.run(preview.plan).isVerified());
        demo.clearWrites();
        const RunResult again = demo.run(preview.plan);
        QVERIFY2(again.isVerified(), story(again).constData());
        QCOMPARE(outcomeOf(again, StepKind::Restore, id), QStringLiteral("kept already-so"));
        QCOMPARE(outcomeOf(again, StepKind::RestoreSkills, id), QStringLiteral("kept already-so"));
        QVERIFY(demo.writes().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
