// SPDX-License-Identifier: GPL-3.0-or-later
// What the runner decides from what it has read.
#include "app/offboarding/planner.h"
#include "app/offboarding/steprules.h"
#include "app/references/referencereading.h"
#include "tests/support/values.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

Q_DECLARE_METATYPE(offboarding::Act)
Q_DECLARE_METATYPE(offboarding::Cause)

namespace {

const QString userId = QStringLiteral("user-1");

User inState(UserState state)
{
    User user = testUser();
    user.state = state;
    user.stateText = userStateName(state);
    return user;
}

Plan planFor(Act act, const User &user)
{
    Plan plan;
    plan.act = act;
    plan.users = {user};
    plan.connection = testConnection(Dialect::Legacy);
    return plan;
}

PlanStep stepOf(StepKind kind)
{
    PlanStep step;
    step.kind = kind;
    step.userId = userId;
    return step;
}

PlanStep clearingStep(ClearingAction action, bool wasLive, bool wasCustomerLive)
{
    PlanStep step = stepOf(StepKind::ClearReference);
    step.clearing.userId = userId;
    step.clearing.conversationId = QStringLiteral("c1");
    step.clearing.action = action;
    step.wasLive = wasLive;
    step.wasCustomerLive = wasCustomerLive;
    return step;
}

} // namespace

class TestStepRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUserMustBeTheOneThatWasConfirmed_data()
    {
        QTest::addColumn<Act>("act");
        QTest::addColumn<User>("planned");
        QTest::addColumn<User>("fresh");
        QTest::addColumn<Cause>("expected");
        const User active = inState(UserState::Active);
        const User inactive = inState(UserState::Inactive);
        const User deleted = inState(UserState::Deleted);
        User renamed = active;
        renamed.name = QStringLiteral("Jane Roe");
        User moved = active;
        moved.email = QStringLiteral("jane.roe@demo.example");
        User newer = active;
        newer.version = 99;
        User renamedAndDone = inactive;
        renamedAndDone.name = renamed.name;
        const Cause changed = Cause::ChangedSincePreview;
        QTest::addRow("the same") << Act::Deactivate << active << active << Cause::None;
        QTest::addRow("newer version only") << Act::Deactivate << active << newer << Cause::None;
        QTest::addRow("other name") << Act::Deactivate << active << renamed << changed;
        QTest::addRow("other address") << Act::Delete << active << moved << changed;
        QTest::addRow("done by somebody else") << Act::Deactivate << active << inactive << Cause::None;
        QTest::addRow("done, but it is another person")
            << Act::Deactivate << active << renamedAndDone << changed;
        QTest::addRow("deleted meanwhile") << Act::Deactivate << active << deleted << changed;
        QTest::addRow("inactive meanwhile") << Act::ForceDelete << active << inactive << changed;
        QTest::addRow("active again meanwhile") << Act::Delete << inactive << active << changed;
        QTest::addRow("deleted before a restore") << Act::Restore << inactive << deleted << changed;
        QTest::addRow("deactivate a deleted one")
            << Act::Deactivate << deleted << deleted << Cause::GateRefused;
        QTest::addRow("clear, state changed") << Act::ClearReferences << active << inactive << changed;
    }

    void aUserMustBeTheOneThatWasConfirmed()
    {
        QFETCH(Act, act);
        QFETCH(User, planned);
        QFETCH(User, fresh);
        QFETCH(Cause, expected);
        const std::optional<StepRefusal> refusal =
            userRefusal(planFor(act, planned), stepOf(StepKind::ReadUser), fresh);
        QCOMPARE(refusal ? refusal->cause : Cause::None, expected);
    }

    void aStepMustBelongToThePlan()
    {
        const User active = inState(UserState::Active);
        const Plan plan = planFor(Act::Deactivate, active);
        QVERIFY(!userRefusal(plan, stepOf(StepKind::Deactivate), active).has_value());
        QVERIFY(userRefusal(plan, stepOf(StepKind::ForceDelete), active).has_value());
        PlanStep foreign = stepOf(StepKind::Deactivate);
        foreign.userId = QStringLiteral("user-2");
        QVERIFY(userRefusal(plan, foreign, testUser(foreign.userId)).has_value());
        QVERIFY(userRefusal(plan, stepOf(StepKind::Deactivate), testUser(foreign.userId)).has_value());
    }

    void theGatesAreThoseOfTheStep()
    {
        const User active = inState(UserState::Active);
        Plan plan = planFor(Act::Deactivate, active);
        const ReferenceMap map = freshMap(userId);
        const Decision nothingTyped;
        QVERIFY(!gateRefusal(plan, stepOf(StepKind::Deactivate), nothingTyped, active, map, noon()));
        const std::optional<StepRefusal> refusal =
            gateRefusal(plan, stepOf(StepKind::ForceDelete), nothingTyped, active, map, noon());
        QVERIFY(refusal.has_value());
        QCOMPARE(refusal->cause, Cause::GateRefused);
        QVERIFY(refusal->detail.contains(QLatin1String("evidence-exported")));
        QVERIFY(gateRefusal(plan, stepOf(StepKind::Deactivate), nothingTyped, active, {}, noon()));
        QVERIFY(!gateRefusal(plan, stepOf(StepKind::Restore), nothingTyped, active, {}, noon()));
    }

    void whatCameAliveAfterThePreviewIsNotCut()
    {
        const Conversation live = liveCall(QStringLiteral("c1"), userId);
        const Conversation ended = endedCall(QStringLiteral("c1"), userId);
        QVERIFY(!hasComeAlive(live, clearingStep(ClearingAction::Remove, true, true)));
        QVERIFY(hasComeAlive(live, clearingStep(ClearingAction::Remove, false, true)));
        QVERIFY(hasComeAlive(live, clearingStep(ClearingAction::Remove, true, false)));
        QVERIFY(hasComeAlive(live, clearingStep(ClearingAction::Disconnect, true, false)));
        // Handing over keeps the customer; who was alive and has ended is no danger.
        QVERIFY(!hasComeAlive(live, clearingStep(ClearingAction::HandToQueue, true, false)));
        QVERIFY(!hasComeAlive(ended, clearingStep(ClearingAction::Remove, true, true)));
        QVERIFY(!hasComeAlive(ended, clearingStep(ClearingAction::Remove, false, false)));
    }

    void onlyShownRequestsAreAsShown()
    {
        ApiRequest request;
        request.method = HttpMethod::Delete;
        request.path = QStringLiteral("/api/v2/conversations/c1/participants/p1");
        PlanStep step = stepOf(StepKind::ClearReference);
        const Connection connection = testConnection(Dialect::Legacy);
        QVERIFY(!isAsShown(request, step, connection));
        step.requests = {request.preview(connection.apiUrl)};
        QVERIFY(isAsShown(request, step, connection));
        ApiRequest other = request;
        other.path += QLatin1Char('2');
        QVERIFY(!isAsShown(other, step, connection));
        other = request;
        other.body = "{}";
        QVERIFY(!isAsShown(other, step, connection));
        other = request;
        other.query = {{QStringLiteral("force"), QStringLiteral("true")}};
        QVERIFY(!isAsShown(other, step, connection));
    }

    void aReadingWithoutSourcesIsNoReading()
    {
        ReferenceMap map = freshMap(userId);
        QVERIFY(!firstUnreadable(map).has_value());
        map.sources[3].status = SourceStatus::Stale;
        QCOMPARE(firstUnreadable(map)->name, QStringLiteral("conversations"));
        map.sources.clear();
        QVERIFY(firstUnreadable(map).has_value());
        const Plan plan = planFor(Act::Deactivate, testUser());
        QCOMPARE(checkedAfterClearing(plan, beginStep({}), map).outcome, Outcome::Failed);
        QCOMPARE(checkedBeforeClearing(plan, beginStep({}), map).outcome, Outcome::Failed);
    }

    void clearingIsProvedForTheChosenOnes()
    {
        Plan plan = planFor(Act::ClearReferences, testUser());
        plan.steps = {clearingStep(ClearingAction::Disconnect, true, false)};
        ReferenceMap map =
            freshMap(userId, {referenceFrom(liveCall(QStringLiteral("other"), userId), userId)});
        QCOMPARE(checkedAfterClearing(plan, beginStep({}), map).outcome, Outcome::Done);
        map.conversations.append(referenceFrom(liveCall(QStringLiteral("c1"), userId), userId));
        QCOMPARE(checkedAfterClearing(plan, beginStep({}), map).cause, Cause::NotVerified);
    }

    void beforeAChangeEverythingMustBeCleared()
    {
        Plan plan = planFor(Act::Deactivate, testUser());
        plan.steps = {clearingStep(ClearingAction::Disconnect, true, false)};
        ReferenceMap map = freshMap(userId, {referenceFrom(liveCall(QStringLiteral("c1"), userId), userId)});
        QCOMPARE(checkedBeforeClearing(plan, beginStep({}), map).outcome, Outcome::Done); // will be cleared
        QCOMPARE(checkedAfterClearing(plan, beginStep({}), map).cause, Cause::GateRefused);
        map.conversations.append(referenceFrom(liveCall(QStringLiteral("c2"), userId), userId));
        QCOMPARE(checkedBeforeClearing(plan, beginStep({}), map).cause, Cause::GateRefused);
    }

    void everyRefusalOfClearingHasItsOutcome()
    {
        const auto outcome = [](ClearingRefusal refusal) {
            const StepResult result = refusedClearing(beginStep({}), refusal);
            return QString(outcomeName(result.outcome) + QLatin1Char(' ') + causeName(result.cause));
        };
        QCOMPARE(outcome(ClearingRefusal::AlreadyClear), QStringLiteral("kept already-so"));
        QCOMPARE(outcome(ClearingRefusal::LiveCustomer), QStringLiteral("skipped live-customer"));
        QCOMPARE(outcome(ClearingRefusal::NotConnected), QStringLiteral("skipped not-connected"));
        QCOMPARE(outcome(ClearingRefusal::EndedNotRemovable), QStringLiteral("skipped not-removable"));
        QCOMPARE(outcome(ClearingRefusal::NoQueue), QStringLiteral("skipped gate-refused"));
        QCOMPARE(outcome(ClearingRefusal::Unreadable), QStringLiteral("skipped gate-refused"));
    }
};

QTEST_GUILESS_MAIN(TestStepRules)
#include "tst_steprules.moc"
