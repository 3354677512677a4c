// SPDX-License-Identifier: GPL-3.0-or-later
// Others work on the same users, and the rate limit is used up: versions and pauses in the middle of a run.
#include "tests/support/demofixture.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

using Kind = demo::FaultRule::Kind;

namespace {

demo::FaultRule limitHit(demo::FaultRule rule)
{
    rule.count = 1;
    rule.retryAfterSeconds = 1;
    return rule;
}

} // namespace

class TestRunConflicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewVersionIsReadAndTheChangeSentOnceMore()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo.clearWrites();
        const RunResult run = demo.run(plan, {}, changeIndex(plan), [&] { demo.server.touchUser(id); });
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("PATCH", id), 2);
        QVERIFY(demo.writes().first().endsWith(QLatin1String(" 409")));
        QCOMPARE(demo.stateOf(id), QStringLiteral("inactive"));
    }

    void aVersionThatKeepsChangingIsGivenUp()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo::FaultRule always = demo.faultOn("PATCH", id, Kind::Status, 409);
        always.body = "{\"code\":\"general.conflict\",\"status\":409,"
                      "\"message\":\"The supplied version does not match the current version.\"}";
        demo.server.setFaults({always});
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("failed server-refused"));
        QCOMPARE(demo.writesOn("PATCH", id), 2);
        QCOMPARE(changeOf(run).error->conflict, ConflictCause::Version);
    }

    void theChangeIsNotRepeatedOnAnotherPerson()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        ApiClient colleague(demo.connection.apiUrl);
        colleague.setAccessToken(demo.endpoints.token);
        const RunResult run = demo.run(plan, {}, changeIndex(plan), [&] {
            ApiRequest rename;
            rename.method = HttpMethod::Patch;
            rename.path = QStringLiteral("/api/v2/users/") + id;
            rename.body = "{\"name\":\"Somebody Else\",\"version\":" +
                          QByteArray::number(demo.store->find(id)->version) + '}';
            QVERIFY(QCoro::waitFor(colleague.send(rename)).has_value());
            demo.clearWrites();
        });
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("failed changed"));
        QCOMPARE(demo.writesOn("PATCH", id), 1); // the one that was refused
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void theSecondAttemptIsCheckedLikeTheFirst()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        const RunResult run = demo.run(plan, {}, changeIndex(plan), [&] {
            demo.server.touchUser(id);
            demo.server.startConversation(id);
        });
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("failed gate-refused"));
        QCOMPARE(demo.writesOn("PATCH", id), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void aDeletionIsNotRepeatedAfterAVersionConflict()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Delete, {id});
        const Decision decision = demo.decision(id);
        demo::FaultRule once = demo.faultOn("DELETE", id, Kind::Status, 409);
        once.body = "{\"code\":\"general.conflict\",\"status\":409,"
                    "\"message\":\"The supplied version does not match the current version.\"}";
        once.count = 1;
        demo.server.setFaults({once});
        const RunResult run = demo.run(plan, decision);
        QCOMPARE(outcomeOf(run, StepKind::Delete, id), QStringLiteral("failed server-refused"));
        QCOMPARE(demo.writesOn("DELETE", id), 1);
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void aShortPauseOfTheRateLimitGoesOnByItself()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Delete, {id});
        const Decision decision = demo.decision(id);
        demo.server.setFaults({limitHit(demo.faultOn("DELETE", id, Kind::Status, 429))});
        const RunResult run = demo.run(plan, decision);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("DELETE", id), 2); // the first one was refused before it was carried out
        QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
    }

    void whatBeganDuringAPauseIsSeenBeforeTheDeletion()
    {
        DemoFixture demo(Dialect::Published);
        demo.settings.oldestReferencesMilliseconds = 500; // the pause is a second
        demo.runner->setSettings(demo.settings);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Delete, {id});
        const Decision decision = demo.decision(id);
        demo.server.setFaults({limitHit(demo.faultOn("DELETE", id, Kind::Status, 429))});
        bool isCalled = false;
        connect(&*demo.client, &ApiClient::exchangeFinished, this, [&](const HttpExchange &exchange) {
            if (exchange.status == 429) {
                isCalled = true;
                demo.server.startConversation(id);
            }
        });
        const RunResult run = demo.run(plan, decision);
        QVERIFY(isCalled);
        QCOMPARE(outcomeOf(run, StepKind::Delete, id), QStringLiteral("failed gate-refused"));
        QCOMPARE(demo.writesOn("DELETE", id), 1); // the one that the limit refused
        QCOMPARE(demo.stateOf(id), QStringLiteral("active"));
    }

    void aPauseInTheMiddleOfReadingChangesNothing()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo::FaultRule query;
        query.method = QStringLiteral("POST");
        query.pathPattern = QStringLiteral("*/details/query");
        query.status = 429;
        demo.server.setFaults({limitHit(query)});
        const RunResult run = demo.run(plan);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("PUT", id), 1);
    }

    void aLimitOfHoursIsToldAndNothingIsClaimed()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo::FaultRule daily = demo.faultOn("PATCH", id, Kind::Status, 429);
        daily.retryAfterSeconds = 7200;
        demo.server.setFaults({daily});
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("failed server-refused"));
        QCOMPARE(changeOf(run).error->kind, ErrorKind::RateLimited);
        QCOMPARE(changeOf(run).error->retryAfterSeconds, 7200);
    }

    void aMissingPermissionIsNamed()
    {
        DemoFixture demo(Dialect::Published);
        const QString id = demo.person("nora.nothing");
        const Plan plan = demo.plan(Act::Deactivate, {id});
        demo::FaultRule forbidden = demo.faultOn("PATCH", id, Kind::Status, 403);
        forbidden.body = "{\"code\":\"missing.permissions\",\"status\":403,"
                         "\"message\":\"Unable to perform the requested action. You are missing the "
                         "following permission(s): directory:user:edit\"}";
        demo.server.setFaults({forbidden});
        const RunResult run = demo.run(plan);
        QCOMPARE(outcomeOf(run, StepKind::Deactivate, id), QStringLiteral("failed server-refused"));
        QCOMPARE(changeOf(run).error->missingPermission, QStringLiteral("directory:user:edit"));
        QCOMPARE(demo.writesOn("PATCH", id), 1);
    }
};

QTEST_GUILESS_MAIN(TestRunConflicts)
#include "tst_runconflicts.moc"
