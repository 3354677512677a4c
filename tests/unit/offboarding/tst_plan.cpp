// SPDX-License-Identifier: GPL-3.0-or-later
// The plan as text, for every act in both dialects: what an admin reads and what is sent.
#include "app/offboarding/planner.h"
#include "app/references/referencereading.h"
#include "tests/support/values.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

Q_DECLARE_METATYPE(offboarding::Act)
Q_DECLARE_METATYPE(offboarding::Dialect)

namespace {

const QString userId = QStringLiteral("user-1");

ReferenceMap oneLiveOneEnded()
{
    return freshMap(userId, {referenceFrom(liveCall(QStringLiteral("live-1"), userId), userId),
                             endedReference(QStringLiteral("ended-1"), userId)});
}

PlanInput input(Act act, Dialect dialect)
{
    PlanInput result;
    result.act = act;
    result.connection = testConnection(dialect);
    User user = testUser();
    if (act == Act::Restore) {
        user.state = UserState::Deleted;
        user.stateText = QStringLiteral("deleted");
    } else {
        result.references.insert(userId, oneLiveOneEnded());
        ClearingChoice choice;
        choice.userId = userId;
        choice.conversationId = QStringLiteral("live-1");
        choice.action = dialect == Dialect::Legacy ? ClearingAction::Remove : ClearingAction::HandToQueue;
        choice.queueId = QStringLiteral("queue-1");
        choice.mayCutLiveCustomer = dialect == Dialect::Legacy;
        result.clearing = {choice};
    }
    result.users = {user};
    result.now = noon();
    result.planId = QStringLiteral("plan-1");
    return result;
}

const char head[] = "act %1\ndialect %2\nenvironment demo\n";

const char readUser[] = "step read-user user-1\n"
                        "  GET /api/v2/users/user-1?expand=presence&expand=routingStatus"
                        "&expand=conversationSummary&expand=dateLastLogin\n";

const char readDeletedToo[] = "  GET /api/v2/users/user-1?expand=presence&expand=routingStatus"
                              "&expand=conversationSummary&expand=dateLastLogin"
                              "&state=deleted\n";

const char readBack[] = "step read-back user-1\n"
                        "  GET /api/v2/users/user-1?expand=presence&expand=routingStatus"
                        "&expand=conversationSummary&expand=dateLastLogin\n";

const char check[] =
    "step check-references user-1\n"
    "  GET /api/v2/analytics/agents/user-1/status\n"
    "  POST /api/v2/analytics/conversations/details/query "
    R"({"conversationFilters":[{"predicates":[{"dimension":"conversationEnd","operator":"notExists",)"
    R"("type":"dimension"}],"type":"and"}],"interval":"2026-07-01T12:01:00.000Z/2026-08-01T12:01:00.000Z",)"
    R"("order":"desc","orderBy":"conversationStart","paging":{"pageNumber":1,"pageSize":100},)"
    R"("segmentFilters":[{"predicates":[{"dimension":"userId","operator":"matches","type":"dimension",)"
    R"("value":"user-1"},{"dimension":"segmentEnd","operator":"notExists","type":"dimension"}],)"
    R"("type":"and"}]})"
    "\n"
    "  POST /api/v2/analytics/conversations/details/query "
    R"({"interval":"2026-07-25T12:01:00.000Z/2026-08-01T12:01:00.000Z","order":"desc",)"
    R"("orderBy":"conversationStart","paging":{"pageNumber":1,"pageSize":100},"segmentFilters":)"
    R"([{"predicates":[{"dimension":"userId","operator":"matches","type":"dimension","value":"user-1"}],)"
    R"("type":"and"}]})"
    "\n"
    "  GET /api/v2/users/user-1?expand=conversationSummary\n"
    "  GET /api/v2/conversations/live-1\n";

const char administers[] = "  GET /api/v2/users/user-1?expand=authorization\n";

const char snapshot[] = "step snapshot user-1\n"
                        "  GET /api/v2/users/user-1?expand=presence%2CroutingStatus%2Cgroups\n"
                        "  GET /api/v2/users/user-1/queues?pageSize=100&pageNumber=1&joined=true\n"
                        "  GET /api/v2/users/user-1/queues?pageSize=100&pageNumber=1&joined=false\n"
                        "  GET /api/v2/users/user-1/routingskills?pageSize=50&pageNumber=1\n"
                        "  GET /api/v2/users/user-1/routinglanguages?pageSize=50&pageNumber=1\n"
                        "  GET /api/v2/authorization/subjects/user-1\n"
                        "  GET /api/v2/users/user-1/station\n"
                        "  GET /api/v2/users/user-1/callforwarding\n";

const char verify[] = "step verify-gates user-1\n";

const char clearLegacy[] = "step clear-reference user-1 remove live-1\n"
                           "  GET /api/v2/conversations/live-1\n"
                           "  DELETE /api/v2/conversations/live-1/participants/agent-live-1\n"
                           "  GET /api/v2/conversations/live-1\n";

const char clearPublished[] = "step clear-reference user-1 requeue live-1\n"
                              "  GET /api/v2/conversations/live-1\n"
                              "  POST /api/v2/conversations/live-1/participants/agent-live-1/replace/queue "
                              "{\"queueId\":\"queue-1\",\"transferType\":\"Unattended\"}\n"
                              "  GET /api/v2/conversations/live-1\n";

const char history[] = "step check-history user-1\n"
                       "  GET /api/v2/conversations/ended-1\n";

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsWhatIsSent_data()
    {
        QTest::addColumn<Act>("act");
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("text");
        const QByteArray live = "warning live-conversations user-1 1\n";
        const QByteArray recent = "warning recent-conversations user-1 1\n";
        const QByteArray cut = "warning customer-will-be-cut user-1 1\n";
        const QByteArray active = "user user-1 active version 7\n";
        const QByteArray deleted = "user user-1 deleted version 7\n";
        const QByteArray keeps = "warning history-keeps-name\nwarning roles-are-lost\n";
        const QByteArray cost = "warning deletion-cost\n";
        const QByteArray legacy = QByteArray(check) + clearLegacy + check;
        const QByteArray published = QByteArray(check) + clearPublished + check;
        const QByteArray put = "  PUT /api/v2/users/user-1 {\"status\":\"";
        const QByteArray patch = "  PATCH /api/v2/users/user-1 {\"state\":\"";
        const QByteArray deletion = "  DELETE /api/v2/users/user-1\n";

        const auto row = [](const char *name, Act act, Dialect dialect, const QByteArray &text) {
            const QString first = QString::fromLatin1(head).arg(actName(act), dialectName(dialect));
            QTest::addRow("%s", name) << act << dialect << QByteArray(first.toLatin1() + text);
        };
        row("deactivate, legacy", Act::Deactivate, Dialect::Legacy,
            active + keeps + live + cut + readUser + snapshot + legacy + "step deactivate user-1\n" +
                administers + put + "inactive\"}\n" + readBack + history);
        row("deactivate, published", Act::Deactivate, Dialect::Published,
            active + keeps + live + readUser + snapshot + published + "step deactivate user-1\n" +
                administers + patch + "inactive\",\"version\":7}\n" + readBack + history);
        row("delete, legacy", Act::Delete, Dialect::Legacy,
            active + cost + live + recent + cut + readUser + snapshot + legacy + "step delete user-1\n" +
                administers + deletion + readBack + readDeletedToo);
        row("delete, published", Act::Delete, Dialect::Published,
            active + cost + live + recent + readUser + snapshot + published + "step delete user-1\n" +
                administers + deletion + readBack + readDeletedToo);
        row("force delete, legacy", Act::ForceDelete, Dialect::Legacy,
            active + cost + live + cut + readUser + snapshot + legacy + verify + administers +
                "step force-delete user-1\n" + administers + "  DELETE /api/v2/users/user-1?force=true\n" +
                readBack + readDeletedToo);
        row("force delete, published", Act::ForceDelete, Dialect::Published,
            active + cost + live + readUser + snapshot + published + verify + administers +
                "step force-delete user-1\n" + administers + deletion + readBack + readDeletedToo);
        row("restore, legacy", Act::Restore, Dialect::Legacy,
            deleted + "warning roles-are-lost\n" + readUser + readDeletedToo + "step restore user-1\n" + put +
                "active\"}\n" + readBack);
        row("restore, published", Act::Restore, Dialect::Published,
            deleted + "warning roles-are-lost\n" + readUser + readDeletedToo + "step restore user-1\n" +
                patch + "active\",\"version\":7}\n" + readBack);
        row("clear, legacy", Act::ClearReferences, Dialect::Legacy, active + live + cut + readUser + legacy);
        row("clear, published", Act::ClearReferences, Dialect::Published,
            active + live + readUser + published);
    }

    void readsAsWhatIsSent()
    {
        QFETCH(Act, act);
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, text);
        const QStringList actual = planText(makePlan(input(act, dialect))).split(QLatin1Char('\n'));
        const QStringList expected = QString::fromUtf8(text).split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < std::min(actual.size(), expected.size()); ++i)
            QCOMPARE(actual.at(i), expected.at(i));
        QCOMPARE(actual.size(), expected.size());
    }

    void theSameInputGivesTheSamePlan()
    {
        for (const Act act : {Act::Deactivate, Act::Delete, Act::ForceDelete, Act::Restore}) {
            const Plan first = makePlan(input(act, Dialect::Published));
            const Plan second = makePlan(input(act, Dialect::Published));
            QCOMPARE(planText(first), planText(second));
            QCOMPARE(first.expires, second.expires);
            QCOMPARE(first.id, second.id);
        }
    }

    void differentPlansReadDifferently()
    {
        QSet<QString> texts;
        for (const Act act :
             {Act::Deactivate, Act::Delete, Act::ForceDelete, Act::Restore, Act::ClearReferences}) {
            texts.insert(planText(makePlan(input(act, Dialect::Legacy))));
            texts.insert(planText(makePlan(input(act, Dialect::Published))));
        }
        QCOMPARE(texts.size(), 10);
    }

    void everyRequestCanBeCopiedWithoutASecret()
    {
        const Plan plan = makePlan(input(Act::ForceDelete, Dialect::Legacy));
        for (const PlanStep &step : plan.steps) {
            QVERIFY(!step.requests.isEmpty());
            for (const RequestPreview &request : step.requests) {
                QVERIFY2(request.curl().contains(QLatin1String("$TOKEN")), qPrintable(request.line()));
                QVERIFY2(request.curl().contains(request.target), qPrintable(request.curl()));
            }
        }
    }

    void aPlanExpiresAfterTwoMinutes()
    {
        const Plan plan = makePlan(input(Act::Deactivate, Dialect::Legacy));
        QVERIFY(!plan.isExpired(noon().addSecs(120)));
        QVERIFY(plan.isExpired(noon().addSecs(121)));
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
