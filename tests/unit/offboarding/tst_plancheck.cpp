// SPDX-License-Identifier: GPL-3.0-or-later
// Who may run which plan where, and what four eyes mean.
#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "tests/support/fullplan.h"
#include "tests/support/values.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

Connection here()
{
    Connection connection = fullPlan().plannedOn;
    connection.environment = Environment::Production;
    return connection;
}

Identity author()
{
    return fullPlan().author;
}

Plan approvedPlan()
{
    return *approve(fullPlan(), secondPerson(), noon().addSecs(60));
}

QString refusal(const Plan &plan, const Connection &connection, const Identity &runner,
                const QDateTime &now = noon().addSecs(120))
{
    const std::optional<PlanRefusal> found = checkPlan(plan, connection, runner, now);
    return found ? planRefusalName(found->kind) : QStringLiteral("fine");
}

QString refusal(const Plan &plan)
{
    return refusal(plan, here(), author());
}

QString approvalRefusal(const Identity &approver, const Plan &plan = fullPlan(),
                        const QDateTime &now = noon().addSecs(60))
{
    const Result<Plan> result = approve(plan, approver, now);
    return result ? QStringLiteral("approved") : result.error().serverCode;
}

} // namespace

class TestPlanCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanRunsWhereItWasMade()
    {
        QCOMPARE(refusal(approvedPlan()), QStringLiteral("fine"));
        QCOMPARE(refusal(rebased(approvedPlan(), here(), author())), QStringLiteral("fine"));
    }

    void foreignPlansAreRefused()
    {
        Connection other = here();
        Identity stranger = author();
        stranger.organizationId = QStringLiteral("organization-2");
        QCOMPARE(refusal(approvedPlan(), here(), stranger), QStringLiteral("other-organization"));
        // What the session says counts, not what was saved last year.
        other.organizationId = QStringLiteral("organization-2");
        QCOMPARE(refusal(approvedPlan(), other, author()), QStringLiteral("fine"));
        // Which organisation this is, nobody knows.
        Identity unknown = author();
        unknown.organizationId.clear();
        other.organizationId.clear();
        QCOMPARE(refusal(approvedPlan(), other, unknown), QStringLiteral("other-organization"));
        Plan nameless = approvedPlan();
        nameless.organizationId.clear();
        QCOMPARE(refusal(nameless, other, unknown), QStringLiteral("other-organization"));

        other = here();
        other.apiUrl = QUrl(QStringLiteral("https://api.mypurecloud.ie/prefix"));
        QCOMPARE(refusal(approvedPlan(), other, author()), QStringLiteral("other-api"));
        other.apiUrl = QUrl(QStringLiteral("https://api.mypurecloud.de/prefix/"));
        QCOMPARE(refusal(approvedPlan(), other, author()), QStringLiteral("fine"));
        other = here();
        other.dialect = Dialect::Published;
        QCOMPARE(refusal(approvedPlan(), other, author()), QStringLiteral("other-dialect"));
    }

    void demosOnLoopbackAreTheSameApi()
    {
        Plan plan = approvedPlan();
        plan.plannedOn.environment = Environment::Demo;
        plan.plannedOn.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:4000"));
        Connection demo = plan.plannedOn;
        demo.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:5000"));
        QCOMPARE(refusal(plan, demo, author()), QStringLiteral("fine"));
        const Plan moved = rebased(plan, demo, author());
        for (const PlanStep &step : moved.steps) {
            for (const RequestPreview &request : step.requests)
                QVERIFY(request.curl().contains(QLatin1String("127.0.0.1:5000")));
        }
        QCOMPARE(planHash(moved), planHash(plan));
        // Elsewhere, or if one of both is no demo, another port is another server.
        demo.environment = Environment::Sandbox;
        QCOMPARE(refusal(plan, demo, author()), QStringLiteral("other-api"));
        demo.environment = Environment::Demo;
        demo.apiUrl = QUrl(QStringLiteral("https://demo.example:5000"));
        QCOMPARE(refusal(plan, demo, author()), QStringLiteral("other-api"));
    }

    void nobodyIsRefused()
    {
        Identity nobody = author();
        nobody.userId.clear();
        QCOMPARE(refusal(approvedPlan(), here(), nobody), QStringLiteral("unknown-identity"));
        nobody.isClient = true;
        QCOMPARE(refusal(approvedPlan(), here(), nobody), QStringLiteral("fine")); // has a client id
        nobody.clientId.clear();
        QCOMPARE(refusal(approvedPlan(), here(), nobody), QStringLiteral("unknown-identity"));
    }

    void oldPlansAreRefused()
    {
        const Plan plan = approvedPlan();
        QCOMPARE(refusal(plan, here(), author(), plan.expires.addSecs(1)), QStringLiteral("expired"));
        Plan longLived = plan;
        longLived.expires = longLived.created.addYears(1);
        QCOMPARE(refusal(longLived), QStringLiteral("expired"));
        Plan fromTheFuture = plan;
        fromTheFuture.created = noon().addDays(2);
        fromTheFuture.expires = noon().addDays(3);
        QCOMPARE(refusal(fromTheFuture), QStringLiteral("expired"));
        Plan timeless = plan;
        timeless.expires = {};
        QCOMPARE(refusal(timeless), QStringLiteral("expired"));
    }

    void emptyPlansAreRefused()
    {
        Plan plan = approvedPlan();
        plan.steps.clear();
        QCOMPARE(refusal(plan), QStringLiteral("empty"));
        plan = approvedPlan();
        plan.users.clear();
        QCOMPARE(refusal(plan), QStringLiteral("empty"));
    }

    void theDefaultAsksForASecondPersonOnProductionOnly()
    {
        Connection connection = here();
        QVERIFY(Connection().secondPerson == SecondPerson::ByEnvironment);
        for (const Act act : allActs)
            QCOMPARE(needsSecondPerson(connection, act), act == Act::ForceDelete);
        connection.environment = Environment::Sandbox;
        QVERIFY(!needsSecondPerson(connection, Act::ForceDelete));
        connection.secondPerson = SecondPerson::ForceDelete;
        QVERIFY(needsSecondPerson(connection, Act::ForceDelete));
        QVERIFY(!needsSecondPerson(connection, Act::Deactivate));
        connection.secondPerson = SecondPerson::EveryRun;
        for (const Act act : allActs)
            QVERIFY(needsSecondPerson(connection, act));
        connection.environment = Environment::Production;
        connection.secondPerson = SecondPerson::Never;
        QVERIFY(!needsSecondPerson(connection, Act::ForceDelete));
    }

    void withoutAnApprovalNothingRuns()
    {
        QCOMPARE(refusal(fullPlan()), QStringLiteral("approval-missing"));
        Connection sandbox = here();
        sandbox.environment = Environment::Sandbox;
        QCOMPARE(refusal(fullPlan(), sandbox, author()), QStringLiteral("fine"));
        // The file says sandbox, too; what counts is what the connection at hand is.
        QCOMPARE(fullPlan().plannedOn.environment, Environment::Sandbox);
    }

    void anApprovalIsBoundToWhatWasApproved()
    {
        Plan plan = approvedPlan();
        plan.users.first().version += 1;
        QCOMPARE(refusal(plan), QStringLiteral("approval-of-other-plan"));
        plan = approvedPlan();
        plan.reason = QStringLiteral("something else");
        QCOMPARE(refusal(plan), QStringLiteral("approval-of-other-plan"));
        plan = approvedPlan();
        plan.steps.last().requests.last().body = QByteArrayLiteral("{}");
        QCOMPARE(refusal(plan), QStringLiteral("approval-of-other-plan"));
        plan = approvedPlan();
        plan.approvals.first().organizationId = QStringLiteral("organization-2");
        QCOMPARE(refusal(plan), QStringLiteral("approval-of-other-plan"));
    }

    void anApprovalExpires()
    {
        Plan plan = approvedPlan();
        const QDateTime end = plan.approvals.first().expires;
        QCOMPARE(noon().addSecs(60).secsTo(end), approvalLifetimeSeconds);
        QCOMPARE(refusal(plan, here(), author(), end), QStringLiteral("fine"));
        QCOMPARE(refusal(plan, here(), author(), end.addSecs(1)), QStringLiteral("approval-expired"));
        // Edited to live longer.
        plan.approvals.first().expires = plan.expires;
        QCOMPARE(refusal(plan), QStringLiteral("approval-expired"));
        plan.approvals.first().expires = {};
        QCOMPARE(refusal(plan), QStringLiteral("approval-expired"));
        // Never longer than the plan.
        const Plan late = *approve(fullPlan(), secondPerson(), fullPlan().expires.addSecs(-5));
        QCOMPARE(late.approvals.first().expires, late.expires);
    }

    void nobodyApprovesTheirOwnPlan()
    {
        QCOMPARE(approvalRefusal(author()), QStringLiteral("approval-by-author"));
        // Written into the file by hand.
        Plan plan = approvedPlan();
        plan.approvals.first().userId = author().userId;
        QCOMPARE(refusal(plan), QStringLiteral("approval-by-author"));
        plan.approvals.first().userId.clear();
        QCOMPARE(refusal(plan), QStringLiteral("approval-by-author"));
        // A good one beside it is enough.
        plan.approvals.append(approvedPlan().approvals.first());
        QCOMPARE(refusal(plan), QStringLiteral("fine"));
    }

    void behindAClientThereMustBeTwoPeople()
    {
        Plan plan = fullPlan();
        plan.author = {};
        plan.author.isClient = true;
        plan.author.clientId = QStringLiteral("client-1");
        const Plan approvedOne = *approve(plan, secondPerson(), noon().addSecs(60));
        QCOMPARE(refusal(approvedOne, here(), secondPerson()), QStringLiteral("approval-by-author"));
        QCOMPARE(refusal(approvedOne, here(), author()), QStringLiteral("fine"));
        // The approver may run what another person made.
        QCOMPARE(refusal(approvedPlan(), here(), secondPerson()), QStringLiteral("fine"));
    }

    void whoMayApprove()
    {
        QCOMPARE(approvalRefusal(secondPerson()), QStringLiteral("approved"));
        Identity client = secondPerson();
        client.isClient = true;
        QCOMPARE(approvalRefusal(client), QStringLiteral("unknown-identity"));
        QCOMPARE(approvalRefusal(Identity()), QStringLiteral("unknown-identity"));
        Identity stranger = secondPerson();
        stranger.organizationId = QStringLiteral("organization-2");
        QCOMPARE(approvalRefusal(stranger), QStringLiteral("other-organization"));
        stranger.organizationId.clear();
        QCOMPARE(approvalRefusal(stranger), QStringLiteral("other-organization"));
        QCOMPARE(approvalRefusal(secondPerson(), fullPlan(), fullPlan().expires.addSecs(1)),
                 QStringLiteral("expired"));
    }

    void approvingTwiceIsOneApproval()
    {
        const Plan once = approvedPlan();
        const Plan twice = *approve(once, secondPerson(), noon().addSecs(600));
        QCOMPARE(twice.approvals.size(), 1);
        QCOMPARE(twice.approvals.first().approved, noon().addSecs(600));
        QCOMPARE(planHash(twice), planHash(once)); // not part of what is approved
    }
};

QTEST_GUILESS_MAIN(TestPlanCheck)
#include "tst_plancheck.moc"
