// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a plan, what does not, and what the admin is warned of.
#include "app/offboarding/planner.h"
#include "app/references/referencereading.h"
#include "tests/support/values.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

const QString userId = QStringLiteral("user-1");

PlanInput input(Act act = Act::Deactivate, const QList<ConversationReference> &conversations = {})
{
    PlanInput result;
    result.act = act;
    result.connection = testConnection(Dialect::Legacy);
    result.users = {testUser()};
    result.references.insert(userId, freshMap(userId, conversations));
    result.now = noon();
    return result;
}

ClearingChoice choice(const QString &conversationId, ClearingAction action)
{
    ClearingChoice result;
    result.userId = userId;
    result.conversationId = conversationId;
    result.action = action;
    result.queueId = QStringLiteral("queue-1");
    return result;
}

QList<StepKind> kinds(const Plan &plan)
{
    QList<StepKind> result;
    for (const PlanStep &step : plan.steps)
        result.append(step.kind);
    return result;
}

bool isWarned(const Plan &plan, WarningKind kind, int count = 0)
{
    for (const PlanWarning &warning : plan.warnings) {
        if (warning.kind == kind && warning.count == count)
            return true;
    }
    return false;
}

ConversationReference live(const QString &id)
{
    return referenceFrom(liveCall(id, userId), userId);
}

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksRightBeforeTheChangeAndReadsBackAfterIt()
    {
        const QList<StepKind> plain{StepKind::ReadUser, StepKind::Snapshot, StepKind::CheckReferences,
                                    StepKind::Deactivate, StepKind::ReadBack};
        QCOMPARE(kinds(makePlan(input())), plain);

        PlanInput clearing = input(Act::Deactivate, {live(QStringLiteral("c1")), live(QStringLiteral("c2")),
                                                     endedReference(QStringLiteral("e1"), userId)});
        clearing.clearing = {choice(QStringLiteral("c1"), ClearingAction::Remove),
                             choice(QStringLiteral("c2"), ClearingAction::HandToQueue)};
        const QList<StepKind> cleared{
            StepKind::ReadUser,       StepKind::Snapshot,       StepKind::CheckReferences,
            StepKind::ClearReference, StepKind::ClearReference, StepKind::CheckReferences,
            StepKind::Deactivate,     StepKind::ReadBack,       StepKind::CheckHistory};
        QCOMPARE(kinds(makePlan(clearing)), cleared);
    }

    void tickedStepsHaveTheirPlaces()
    {
        PlanInput ticked = input(Act::ForceDelete, {live(QStringLiteral("c1"))});
        ticked.clearing = {choice(QStringLiteral("c1"), ClearingAction::Remove)};
        ticked.options = {true, true, true, true, true, true, true, true, true};
        const QList<StepKind> all{
            StepKind::ReadUser,       StepKind::Snapshot,           StepKind::CheckReferences,
            StepKind::RevokeTokens,   StepKind::SetPresenceOffline, StepKind::SetRoutingOff,
            StepKind::ReleaseStation, StepKind::ClearReference,     StepKind::RemoveGroups,
            StepKind::RemoveQueues,   StepKind::RemoveSkills,       StepKind::RemoveLanguages,
            StepKind::RemoveRoles,    StepKind::CheckReferences,    StepKind::VerifyGates,
            StepKind::ForceDelete,    StepKind::ReadBack,           StepKind::ReportCheck};
        const Plan plan = makePlan(ticked);
        QCOMPARE(kinds(plan), all);
        // Nothing around the user was read: eight of the nine know nothing to change, and say so.
        QVERIFY(isWarned(plan, WarningKind::SurroundingsUnread, 8));
        for (const PlanStep &step : plan.steps)
            QCOMPARE(step.isWrite, step.kind == StepKind::RevokeTokens ||
                                       step.kind == StepKind::ClearReference ||
                                       step.kind == StepKind::ForceDelete);
    }

    void restoringAndClearingHaveNoTickedSteps()
    {
        for (const Act act : {Act::Restore, Act::ClearReferences}) {
            PlanInput ticked = input(act);
            ticked.options = {true, true, true, true, true, true, true, true, false};
            const Plan plan = makePlan(ticked);
            QVERIFY(!kinds(plan).contains(StepKind::RevokeTokens));
            QVERIFY(!kinds(plan).contains(StepKind::RemoveRoles));
            QVERIFY(!kinds(plan).contains(StepKind::Snapshot));
        }
    }

    void whatIsAroundIsNamedOneByOne()
    {
        PlanInput ticked = input();
        PersonReferences person;
        person.queues = {{QStringLiteral("queue-1"), QStringLiteral("Support"), {}, true}};
        person.roles = {{QStringLiteral("role-1"), {}, QStringLiteral("division-1"), {}, userId, false},
                        {QStringLiteral("role-2"),
                         {},
                         QStringLiteral("division-1"),
                         {},
                         QStringLiteral("group-1"),
                         true}};
        ticked.references[userId].person = person;
        ticked.options.removeQueues = true;
        ticked.options.removeRoles = true;
        ticked.reason = QStringLiteral(" conduct ");
        const QString text = planText(makePlan(ticked));
        QVERIFY(text.contains(QLatin1String("DELETE /api/v2/routing/queues/queue-1/members/user-1")));
        QVERIFY(text.contains(
            QLatin1String("DELETE /api/v2/authorization/subjects/user-1/divisions/division-1/roles/role-1")));
        QVERIFY2(!text.contains(QLatin1String("roles/role-2")), "inherited");
        const bool isPublished = ticked.connection.dialect == Dialect::Published;
        QCOMPARE(text.contains(QLatin1String("PUT /api/v2/users/user-1/state "
                                             "{\"state\":\"inactive\",\"stateChangeReason\":\"Conduct\"")),
                 isPublished);
        ticked.connection = testConnection(Dialect::Published);
        QVERIFY(planText(makePlan(ticked)).contains(QLatin1String("\"stateChangeReason\":\"Conduct\"")));
        ticked.reason = QStringLiteral("moved to another town");
        QVERIFY(planText(makePlan(ticked)).contains(QLatin1String("PATCH /api/v2/users/user-1 ")));
    }

    void usersComeOneAfterTheOther()
    {
        PlanInput two = input();
        two.users.append(testUser(QStringLiteral("user-2")));
        const Plan plan = makePlan(two);
        QCOMPARE(plan.steps.size(), 10);
        for (qsizetype i = 0; i < plan.steps.size(); ++i)
            QCOMPARE(plan.steps.at(i).userId, i < 5 ? userId : QStringLiteral("user-2"));
    }

    void aUserIsPlannedOnce()
    {
        PlanInput twice = input(Act::Delete);
        twice.users = {testUser(), testUser(QStringLiteral("user-2")), testUser()};
        const Plan plan = makePlan(twice);
        QCOMPARE(plan.users.size(), 2);
        QCOMPARE(kinds(plan).count(StepKind::Delete), 2);
    }

    void aUserWithoutIdIsNotPlanned()
    {
        PlanInput nobody = input(Act::Delete);
        nobody.users = {testUser(QString())};
        const Plan plan = makePlan(nobody);
        QVERIFY(plan.users.isEmpty());
        QVERIFY(plan.steps.isEmpty());
    }

    void onlyWritesAreMarkedAsSuch()
    {
        PlanInput clearing = input(Act::ForceDelete, {live(QStringLiteral("c1"))});
        clearing.clearing = {choice(QStringLiteral("c1"), ClearingAction::Remove)};
        for (const PlanStep &step : makePlan(clearing).steps) {
            const bool isChange = step.kind == StepKind::ClearReference || step.kind == StepKind::ForceDelete;
            QCOMPARE(step.isWrite, isChange);
            QCOMPARE(step.isDestructive, isChange);
        }
        const Plan deactivation = makePlan(input());
        QVERIFY(deactivation.steps.at(3).isWrite);
        QVERIFY(!deactivation.steps.at(3).isDestructive); // it can be undone
    }

    void choicesThatAreNotPreviewedAreNotPlanned()
    {
        PlanInput strange = input(Act::Deactivate, {live(QStringLiteral("c1"))});
        ClearingChoice other = choice(QStringLiteral("c1"), ClearingAction::Remove);
        other.userId = QStringLiteral("user-2");
        strange.clearing = {choice(QStringLiteral("unseen"), ClearingAction::Remove), other,
                            choice(QStringLiteral("c1"), ClearingAction::Leave)};
        QVERIFY(!kinds(makePlan(strange)).contains(StepKind::ClearReference));
    }

    void aConversationIsClearedOnce()
    {
        PlanInput twice = input(Act::Deactivate, {live(QStringLiteral("c1"))});
        twice.clearing = {choice(QStringLiteral("c1"), ClearingAction::HandToQueue),
                          choice(QStringLiteral("c1"), ClearingAction::Remove)};
        const Plan plan = makePlan(twice);
        QCOMPARE(kinds(plan).count(StepKind::ClearReference), 1);
        QCOMPARE(plan.steps.at(3).clearing.action, ClearingAction::HandToQueue);
    }

    void remembersWhatWasPreviewed()
    {
        PlanInput clearing = input(Act::Deactivate, {live(QStringLiteral("c1"))});
        clearing.clearing = {choice(QStringLiteral("c1"), ClearingAction::Remove)};
        const Plan plan = makePlan(clearing);
        QVERIFY(plan.steps.at(3).wasLive);
        QVERIFY(plan.steps.at(3).wasCustomerLive);
        QCOMPARE(plan.steps.at(3).participantId, QStringLiteral("agent-c1"));
        QCOMPARE(plan.referencesReadAt.value(userId), noon());
    }

    void warnsOfWhatStandsInTheWay()
    {
        const QList<ConversationReference> found{live(QStringLiteral("c1")),
                                                 endedReference(QStringLiteral("e1"), userId),
                                                 endedReference(QStringLiteral("e2"), userId)};
        const Plan deletion = makePlan(input(Act::Delete, found));
        QVERIFY(isWarned(deletion, WarningKind::LiveConversations, 1));
        QVERIFY(isWarned(deletion, WarningKind::RecentConversations, 2)); // will answer 409
        QVERIFY(isWarned(deletion, WarningKind::DeletionCost));
        QVERIFY(!isWarned(deletion, WarningKind::CustomerWillBeCut, 1));
        const Plan deactivation = makePlan(input(Act::Deactivate, found));
        QVERIFY(!isWarned(deactivation, WarningKind::RecentConversations, 2)); // they stay attributed
        QVERIFY(isWarned(deactivation, WarningKind::HistoryKeepsName));
        QVERIFY(isWarned(deactivation, WarningKind::RolesAreLost));
    }

    void warnsOfWhatIsNotKnown()
    {
        PlanInput unread = input();
        unread.references.clear();
        QVERIFY(isWarned(makePlan(unread), WarningKind::UnreadableReferences));
        PlanInput partly = input();
        partly.references[userId].sources[0].status = SourceStatus::Failed;
        partly.references[userId].sources[1].status = SourceStatus::Incomplete;
        QVERIFY(isWarned(makePlan(partly), WarningKind::UnreadableReferences, 2));
        PlanInput nobodyAsked = input();
        nobodyAsked.references[userId].sources.clear();
        QVERIFY(isWarned(makePlan(nobodyAsked), WarningKind::UnreadableReferences));
        QVERIFY(!isWarned(makePlan(input()), WarningKind::UnreadableReferences));
    }

    void warnsOfTheCutThatIsTicked()
    {
        PlanInput cut = input(Act::Deactivate, {live(QStringLiteral("c1")), live(QStringLiteral("c2"))});
        cut.clearing = {choice(QStringLiteral("c1"), ClearingAction::Remove),
                        choice(QStringLiteral("c2"), ClearingAction::HandToQueue)};
        cut.clearing[0].mayCutLiveCustomer = true;
        cut.clearing[1].mayCutLiveCustomer = true; // handing over cuts nobody
        QVERIFY(isWarned(makePlan(cut), WarningKind::CustomerWillBeCut, 1));
    }

    void warnsOfThePerson()
    {
        PlanInput person = input(Act::ForceDelete);
        person.connection.environment = Environment::Production;
        person.users[0].email.clear();
        person.users[0].state = UserState::Deleted;
        person.lookAlikeIds = {userId};
        const Plan plan = makePlan(person);
        for (const WarningKind kind : {WarningKind::ProductionOrganization, WarningKind::UserWithoutEmail,
                                       WarningKind::LookAlikeNames, WarningKind::AlreadyInState})
            QVERIFY(isWarned(plan, kind));
        const Plan other = makePlan(input(Act::ForceDelete));
        for (const WarningKind kind : {WarningKind::ProductionOrganization, WarningKind::UserWithoutEmail,
                                       WarningKind::LookAlikeNames, WarningKind::AlreadyInState})
            QVERIFY(!isWarned(other, kind));
    }

    void historyIsProvedByAConversationThatStays_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<QString>("expected");
        QTest::addRow("live only") << 0 << QString();
        QTest::addRow("vanished only") << 1 << QString();
        QTest::addRow("left while it goes on, then ended") << 2 << QStringLiteral("e1");
        QTest::addRow("left only") << 3 << QStringLiteral("left");
        QTest::addRow("the ended one is taken out") << 4 << QString();
    }

    void historyIsProvedByAConversationThatStays()
    {
        QFETCH(int, shape);
        QFETCH(QString, expected);
        const ConversationReference ended = endedReference(QStringLiteral("e1"), userId);
        ConversationReference vanished = endedReference(QStringLiteral("gone"), userId);
        vanished.state = QStringLiteral("not-found");
        ConversationReference left = endedReference(QStringLiteral("left"), userId);
        left.ended = {};
        const QList<QList<ConversationReference>> shapes{
            {live(QStringLiteral("c1"))}, {vanished}, {left, ended}, {left}, {ended}};
        PlanInput planned = input(Act::Deactivate, shapes.at(shape));
        if (shape == 4)
            planned.clearing = {choice(QStringLiteral("e1"), ClearingAction::Remove)};
        QString found;
        for (const PlanStep &step : makePlan(planned).steps) {
            if (step.kind == StepKind::CheckHistory)
                found = step.historyConversationId;
        }
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
