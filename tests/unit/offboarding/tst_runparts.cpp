// SPDX-License-Identifier: GPL-3.0-or-later
// The optional steps against the demo organisation: what is taken away is read back, and nothing else is.
#include "app/offboarding/snapshot.h"
#include "tests/support/demofixture.h"

#include <QCoroTask>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

Q_DECLARE_METATYPE(offboarding::Dialect)

namespace {

using Kind = demo::FaultRule::Kind;

PlanOptions everything()
{
    return {true, true, true, true, true, true, true, true, true};
}

demo::FaultRule fault(const char *method, const QString &path, int status, const QByteArray &body = {})
{
    demo::FaultRule rule;
    rule.kind = Kind::Status;
    rule.method = QString::fromLatin1(method);
    rule.pathPattern = path;
    rule.status = status;
    rule.body = body;
    return rule;
}

const StepResult *resultOf(const RunResult &run, StepKind kind)
{
    for (const StepResult &result : run.steps) {
        if (result.step.kind == kind)
            return &result;
    }
    return nullptr;
}

PersonReferences around(DemoFixture *demo, const QString &userId)
{
    const ReferenceMap map = QCoro::waitFor(demo->finder->read(userId, ReadingDepth::Memberships));
    return map.person.value_or(PersonReferences());
}

/// Somebody with queues of their own, skills, roles and a station, but no conversation.
QString busyPerson(const DemoFixture &demo)
{
    return demo.person("janet.doe");
}

} // namespace

class TestRunParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTakenAwayAndReadBack_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addRow("legacy") << Dialect::Legacy;
        QTest::addRow("published") << Dialect::Published;
    }

    void everythingIsTakenAwayAndReadBack()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        demo.ticked = everything();
        demo.reason = QStringLiteral("Voluntary");
        const QString id = busyPerson(demo);
        const PersonReferences before = around(&demo, id);
        QVERIFY(before.roles && before.queues && before.skills && before.groups);
        const Plan plan = demo.plan(Act::Deactivate, {id});
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isProven(id), story(run).constData());
        for (const StepResult &result : run.steps)
            QVERIFY2(result.outcome == Outcome::Done || result.outcome == Outcome::Kept,
                     story(run).constData());
        QVERIFY(run.isVerified());
        const PersonReferences after = around(&demo, id);
        QVERIFY(after.queues && after.queues->isEmpty());
        QVERIFY(after.skills && after.skills->isEmpty());
        QVERIFY(after.languages && after.languages->isEmpty());
        QVERIFY(after.groups && after.groups->isEmpty());
        QVERIFY(after.roles && after.roles->isEmpty());
        QVERIFY(after.stations && after.stations->associated.isEmpty());
        QCOMPARE(after.presence->system, QStringLiteral("Offline"));
        QCOMPARE(after.routingStatus->status, QStringLiteral("OFF_QUEUE"));
        QCOMPARE(demo.stateOf(id), QStringLiteral("inactive"));
        QVERIFY(demo.writes().contains(QStringLiteral("DELETE /api/v2/tokens/%1 204").arg(id)));
        const bool saysWhy = demo.writes().contains(QStringLiteral("PUT /api/v2/users/%1/state 200").arg(id));
        QCOMPARE(saysWhy, dialect == Dialect::Published);
    }

    void onlyWhatThePlanShowsIsSent_data() { everythingIsTakenAwayAndReadBack_data(); }
    void onlyWhatThePlanShowsIsSent()
    {
        QFETCH(Dialect, dialect);
        DemoFixture demo(dialect);
        demo.ticked = everything();
        const QString id = busyPerson(demo);
        const Plan plan = demo.plan(Act::Deactivate, {id});
        QHash<QString, int> planned;
        int total = 0;
        for (const PlanStep &step : plan.steps) {
            for (const RequestPreview &request : step.requests) {
                ++planned[request.line()];
                ++total;
            }
        }
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        const QString prefix = demo.connection.apiUrl.path();
        int sent = 0;
        int repeated = 0; // a 202 is asked about until it shows
        for (const demo::RequestRecord &record : demo.server.requestLog()) {
            QString line = record.method + QLatin1Char(' ') + record.path;
            if (!record.query.isEmpty())
                line += QLatin1Char('?') + record.query;
            QVERIFY2(planned.contains(line), qPrintable(line));
            ++sent;
            if (--planned[line] < 0) {
                QVERIFY2(record.method == QLatin1String("GET"), qPrintable(line));
                ++repeated;
            }
        }
        QVERIFY2(sent - repeated <= total, qPrintable(QStringLiteral("%1 of %2").arg(sent).arg(total)));
        QVERIFY(repeated <= 12);
    }

    void aPlainDeactivationSendsWhatIsPlanned()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = busyPerson(demo);
        const Plan plan = demo.plan(Act::Deactivate, {id});
        qsizetype total = 0;
        for (const PlanStep &step : plan.steps)
            total += step.requests.size();
        demo.clearWrites();
        QVERIFY(demo.run(plan).isVerified());
        QCOMPARE(static_cast<qsizetype>(demo.server.requestLog().size()), total);
    }

    void theSnapshotHoldsWhatWasThere()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = busyPerson(demo);
        const PersonReferences before = around(&demo, id);
        const RunResult run = demo.run(demo.plan(Act::Deactivate, {id}));
        const StepResult *taken = resultOf(run, StepKind::Snapshot);
        QVERIFY(taken != nullptr);
        const Result<Snapshot> snapshot =
            snapshotFromJson(taken->data.value(QLatin1String("snapshot")).toObject(), QStringLiteral("test"));
        QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toLogString()));
        QCOMPARE(snapshot->user.state, UserState::Active);
        QVERIFY(snapshot->person.roles == before.roles);
        QVERIFY(!before.roles->isEmpty());
        QVERIFY(snapshot->person.queues == before.queues);
        QVERIFY(snapshot->person.skills == before.skills);
        QVERIFY(snapshot->person.stations == before.stations);
        QVERIFY(snapshot->person.forwarding == before.forwarding);
        QVERIFY(snapshot->managerId.has_value());
        QVERIFY(snapshot->unread.isEmpty());
    }

    void nothingIsTakenAwayThatWasNotKept()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.removeRoles = true;
        demo.ticked.removeSkills = true;
        const QString id = busyPerson(demo);
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        const RunResult run = demo.run(plan, {}, stepIndex(plan, StepKind::Snapshot), [&] {
            demo.server.setFaults(
                {fault("GET", QStringLiteral("/api/v2/authorization/subjects/") + id, 403)});
        });
        QCOMPARE(outcomeOf(run, StepKind::Snapshot, id), QStringLiteral("done"));
        QCOMPARE(outcomeOf(run, StepKind::RemoveRoles, id), QStringLiteral("failed gate-refused"));
        QCOMPARE(outcomeOf(run, StepKind::RemoveSkills, id), QStringLiteral("done"));
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("done"));
        QVERIFY(!run.isVerified());
        QVERIFY(demo.writes().filter(QStringLiteral("/roles/")).isEmpty());
    }

    void withoutASnapshotNothingIsChanged()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.removeSkills = true;
        const QString id = busyPerson(demo);
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        const RunResult run = demo.run(plan, {}, stepIndex(plan, StepKind::Snapshot), [&] {
            demo.server.setFaults({demo.faultOn("GET", id, Kind::Status, 403)});
        });
        QCOMPARE(outcomeOf(run, StepKind::Snapshot, id), QStringLiteral("failed server-refused"));
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("skipped earlier-step-failed"));
        QVERIFY(demo.writes().isEmpty());
    }

    void aRefusalIsToldWithItsPermission()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.removeSkills = true;
        const QString id = busyPerson(demo);
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.server.setFaults(
            {fault("DELETE", QStringLiteral("/api/v2/users/%1/routingskills/*").arg(id), 403,
                   "{\"code\":\"missing.any.permissions\",\"status\":403,\"message\":\"no\","
                   "\"messageParams\":{\"permissions\":\"routing:skill:assign\"}}")});
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::RemoveSkills, id), QStringLiteral("failed server-refused"));
        const StepResult *refused = resultOf(run, StepKind::RemoveSkills);
        QVERIFY(refused->error.has_value());
        QCOMPARE(refused->error->httpStatus, 403);
        QCOMPARE(demo.writes().filter(QStringLiteral("routingskills")).size(), 1); // not tried for the others
        // A leaver does not keep access because a skill stays.
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("done"));
        QVERIFY(!run.isVerified());
    }

    void whatTheServerOnlyClaimsIsNotDone()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.releaseStation = true;
        demo.ticked.removeQueues = true;
        const QString id = busyPerson(demo);
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.server.setFaults(
            {fault("DELETE", QStringLiteral("/api/v2/users/%1/station/associatedstation").arg(id), 202),
             fault("DELETE", QStringLiteral("/api/v2/routing/queues/*/members/") + id, 204)});
        const RunResult run = demo.run(plan);
        const PersonReferences after = around(&demo, id);
        if (!after.stations->associated.isEmpty())
            QCOMPARE(outcomeOf(run, StepKind::ReleaseStation, id), QStringLiteral("failed not-verified"));
        QVERIFY(!after.queues->isEmpty());
        QCOMPARE(outcomeOf(run, StepKind::RemoveQueues, id), QStringLiteral("failed not-verified"));
        QVERIFY(!run.isVerified());
    }

    void whatCameAfterThePreviewStaysAndIsTold()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.removeSkills = true;
        const QString id = busyPerson(demo);
        Plan plan = demo.plan(Act::Deactivate, {id});
        const int index = stepIndex(plan, StepKind::RemoveSkills);
        QVERIFY(plan.steps.at(index).requests.size() > 3);
        plan.steps[index].requests.removeAt(1); // nobody has seen that this one goes
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::RemoveSkills, id), QStringLiteral("failed changed"));
        QCOMPARE(around(&demo, id).skills->size(), 1);
    }

    void nothingToRemoveIsKept()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked = everything();
        const QString id = busyPerson(demo);
        QVERIFY(demo.run(demo.plan(Act::Deactivate, {id})).isVerified());
        const RunResult again = demo.run(demo.plan(Act::Deactivate, {id}));
        for (const StepKind kind : {StepKind::RemoveQueues, StepKind::RemoveSkills, StepKind::RemoveLanguages,
                                    StepKind::RemoveGroups, StepKind::RemoveRoles, StepKind::ReleaseStation,
                                    StepKind::SetPresenceOffline})
            QVERIFY2(outcomeOf(again, kind, id) == QLatin1String("kept already-so"),
                     story(again).constData());
        QVERIFY2(again.isVerified(), story(again).constData());
    }

    void whoMayNotBeTakenOutIsNotTakenApart()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked = everything();
        const QString id = busyPerson(demo);
        Plan plan = demo.plan(Act::Deactivate, {id});
        plan.connection.protectedUsers = {id};
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::RevokeTokens, id), QStringLiteral("failed gate-refused"));
        QCOMPARE(outcomeOf(run, StepKind::RemoveRoles, id), QStringLiteral("failed gate-refused"));
        QVERIFY2(demo.writes().isEmpty(), qPrintable(demo.writes().join(QLatin1Char('\n'))));
    }

    void aLostAnswerIsSettledByReading()
    {
        DemoFixture demo(Dialect::Published);
        demo.ticked.removeSkills = true;
        const QString id = busyPerson(demo);
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.server.setFaults(
            {fault("DELETE", QStringLiteral("/api/v2/users/%1/routingskills/*").arg(id), 502)});
        demo.clearWrites();
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::RemoveSkills, id), QStringLiteral("failed not-verified"));
        QStringList sent = demo.writes().filter(QStringLiteral("routingskills"));
        const qsizetype count = sent.size();
        sent.removeDuplicates();
        QCOMPARE(sent.size(), count); // none went out twice
    }
};

QTEST_GUILESS_MAIN(TestRunParts)
#include "tst_runparts.moc"
