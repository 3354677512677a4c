// SPDX-License-Identifier: GPL-3.0-or-later
// Report definitions that still name people: dashboards, exports, alert rules (contract §7).
#include "tests/unit/demo/rundemo.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

const QString base = QStringLiteral("/analytics/reporting");

QJsonArray entitiesOf(const DemoAnswer &answer)
{
    return answer.json.value(QLatin1String("entities")).toArray();
}

/// Every dashboard that is not deleted, over all pages.
QJsonArray allDashboards(RunningDemo &demo)
{
    QJsonArray all;
    int pages = 1;
    for (int page = 1; page <= pages && page < 50; ++page) {
        const DemoAnswer answer = demo.client->get(
            base + QStringLiteral("/settings/dashboards/query?pageSize=25&pageNumber=%1").arg(page));
        pages = answer.json.value(QLatin1String("pageCount")).toInt();
        const QJsonArray entities = entitiesOf(answer);
        for (const QJsonValue &one : entities)
            all.append(one);
    }
    return all;
}

/// Names of the filter fields of the widgets in which @p user stands.
QSet<QString> fieldsNaming(const QJsonArray &dashboards, const QString &user)
{
    QSet<QString> fields;
    for (const QJsonValue &dashboard : dashboards) {
        const QJsonArray widgets = dashboard[QLatin1String("widgets")].toArray();
        for (const QJsonValue &widget : widgets) {
            const QJsonObject filter = widget[QLatin1String("filter")].toObject();
            for (auto it = filter.constBegin(); it != filter.constEnd(); ++it) {
                if (it->toArray().contains(user))
                    fields.insert(it.key());
            }
        }
    }
    return fields;
}

DemoAnswer queryRules(RunningDemo &demo, const QJsonObject &query)
{
    return demo.client->send("POST", QStringLiteral("/alerting/rules/query"), QJsonDocument(query).toJson());
}

QJsonObject everyRule(int page)
{
    return {{QStringLiteral("ruleType"), QStringLiteral("All")},
            {QStringLiteral("queryType"), QStringLiteral("Info")},
            {QStringLiteral("pageSize"), 20},
            {QStringLiteral("pageNumber"), page}};
}

} // namespace

class TestDemoReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dashboardsNamePeopleInManyWays()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QJsonArray dashboards = allDashboards(demo);
        QVERIFY(dashboards.size() > 30);
        QCOMPARE(fieldsNaming(dashboards, jane),
                 (QSet<QString>{QStringLiteral("userIds"), QStringLiteral("filterUsersByManagerIds"),
                                QStringLiteral("agentCallbackOwnerIds")}));
        QSet<QString> states;
        int shared = 0;
        int owned = 0;
        for (const QJsonValue &one : dashboards) {
            owned += one[QLatin1String("createdBy")][QLatin1String("id")].toString() == jane ? 1 : 0;
            shared +=
                one[QLatin1String("dashboardsSharedWith")][QLatin1String("userIds")].toArray().contains(jane)
                    ? 1
                    : 0;
            const QJsonArray widgets = one[QLatin1String("widgets")].toArray();
            for (const QJsonValue &widget : widgets) {
                const QJsonValue filter = widget[QLatin1String("filter")];
                if (filter[QLatin1String("userIds")].isArray())
                    states.insert(filter[QLatin1String("userState")].toString());
            }
        }
        QCOMPARE(shared, 1);
        QVERIFY(owned >= 2);
        QCOMPARE(states, (QSet<QString>{QString(), QStringLiteral("Active"), QStringLiteral("Inactive"),
                                        QStringLiteral("ActiveAndInactive")}));
    }

    void dashboardsAreFoundByOwner()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString path = base + QStringLiteral("/settings/users/%1/dashboards").arg(jane);
        const DemoAnswer own = demo.client->get(path);
        QCOMPARE(own.json.value(QLatin1String("pageSize")).toInt(), 50);
        const int count = own.json.value(QLatin1String("total")).toInt();
        QVERIFY(count >= 2);
        const QJsonArray entities = entitiesOf(own);
        for (const QJsonValue &one : entities)
            QCOMPARE(one[QLatin1String("createdBy")][QLatin1String("id")].toString(), jane);
        const DemoAnswer favourites = demo.client->get(path + QStringLiteral("?favoriteOnly=true"));
        QCOMPARE(entitiesOf(favourites).size(), 1);
        const DemoAnswer gone = demo.client->get(path + QStringLiteral("?deletedOnly=true"));
        QCOMPARE(entitiesOf(gone).size(), 1);
        QVERIFY(entitiesOf(gone).first()[QLatin1String("dateDeleted")].isString());

        const DemoAnswer owner = demo.client->get(base + QStringLiteral("/dashboards/users/%1").arg(jane));
        QCOMPARE(owner.json.value(QLatin1String("dashboardCount")).toInt(), count);
        QCOMPARE(owner.json.value(QLatin1String("state")).toString(), QStringLiteral("active"));
        const DemoAnswer owners =
            demo.client->get(base + QStringLiteral("/dashboards/users?pageSize=100&id=%1").arg(jane));
        QCOMPARE(idsOf(owners), QStringList{jane});
        demo.client->send("PUT", QStringLiteral("/users/%1").arg(jane), "{\"status\":\"inactive\"}");
        const DemoAnswer inactive =
            demo.client->get(base + QStringLiteral("/dashboards/users?pageSize=100&state=inactive"));
        QVERIFY(idsOf(inactive).contains(jane));
    }

    void theQueryStartsWithNine()
    {
        RunningDemo demo;
        const QString path = base + QStringLiteral("/settings/dashboards/query");
        const DemoAnswer first = demo.client->get(path);
        QCOMPARE(entitiesOf(first).size(), 9);
        QCOMPARE(first.json.value(QLatin1String("total")).toInt(), allDashboards(demo).size());
        const DemoAnswer open = demo.client->get(path + QStringLiteral("?dashboardType=Public&pageSize=100"));
        const QJsonArray entities = entitiesOf(open);
        QVERIFY(!entities.isEmpty());
        for (const QJsonValue &one : entities)
            QVERIFY(one[QLatin1String("publicDashboard")].toBool());
        const DemoAnswer deleted = demo.client->get(path + QStringLiteral("?dashboardState=Deleted"));
        QCOMPARE(entitiesOf(deleted).size(), 1);
        QCOMPARE(demo.client->get(path + QStringLiteral("?dashboardType=Secret")).status, 400);
        // A client owns none.
        const DemoAnswer mine = demo.client->get(path + QStringLiteral("?dashboardAccessFilter=OwnedByMe"));
        QCOMPARE(entitiesOf(mine).size(), 0);
        demo.client->setToken(demo.server.issueToken(demo.server.adminUserId()));
        const DemoAnswer others =
            demo.client->get(path + QStringLiteral("?dashboardAccessFilter=NotOwnedByMe"));
        QVERIFY(others.json.value(QLatin1String("total")).toInt() > 30);
    }

    void dashboardsAreReadById()
    {
        RunningDemo demo;
        const QString path = base + QStringLiteral("/settings/dashboards/query");
        const QStringList ids = idsOf(demo.client->get(path));
        const QJsonObject body{
            {QStringLiteral("dashboardConfigurationIds"), QJsonArray::fromStringList(ids)}};
        QCOMPARE(idsOf(demo.client->send("POST", path, QJsonDocument(body).toJson())), ids);
        QCOMPARE(demo.client->send("POST", path, "{}").status, 400);
    }

    void dashboardsOfLeaversCanBeRemoved()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString one = base + QStringLiteral("/settings/users/%1/dashboards").arg(jane);
        const QStringList ids = idsOf(demo.client->get(one));
        const QJsonObject body{{QStringLiteral("dashboardConfigurationIds"), QJsonArray{ids.first()}}};
        QCOMPARE(demo.client
                     ->send("POST", base + QStringLiteral("/settings/dashboards/bulk/remove"),
                            QJsonDocument(body).toJson())
                     .status,
                 204);
        QCOMPARE(idsOf(demo.client->get(one)).size(), ids.size() - 1);
        QCOMPARE(demo.client
                     ->send("POST", base + QStringLiteral("/dashboards/users/bulk/remove"),
                            QJsonDocument(QJsonArray{jane}).toJson())
                     .status,
                 204);
        QVERIFY(idsOf(demo.client->get(one)).isEmpty());
        QVERIFY(!idsOf(demo.client->get(one + QStringLiteral("?deletedOnly=true"))).isEmpty());
    }

    void exportsAreTheCallersOwn()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString path = base + QStringLiteral("/exports");
        const QJsonArray mine = entitiesOf(demo.client->get(path));
        QCOMPARE(mine.size(), 4);
        QSet<QString> states;
        bool namesJane = false;
        bool mailsJane = false;
        for (const QJsonValue &one : mine) {
            const QJsonObject filter = one[QLatin1String("filter")].toObject();
            states.insert(filter.value(QLatin1String("userState")).toString());
            namesJane = namesJane || filter.value(QLatin1String("userIds")).toArray().contains(jane);
            mailsJane = mailsJane || one[QLatin1String("recipientEmails")].toArray().contains(
                                         QStringLiteral("jane.doe@demo.example"));
            QCOMPARE(one[QLatin1String("status")].toString(), QStringLiteral("COMPLETED"));
        }
        QVERIFY(states.contains(QStringLiteral("ActiveAndInactive")) && states.contains(QString()));
        QVERIFY(namesJane);
        QVERIFY(mailsJane);
        DemoClient admin(demo.endpoints);
        admin.setToken(demo.server.issueToken(demo.server.adminUserId()));
        QCOMPARE(entitiesOf(admin.get(path)).size(), 1);
        QCOMPARE(demo.client->send("POST", path, "{\"name\":\"x\"}").status, 400);
        QCOMPARE(demo.client->get(path + QStringLiteral("/metadata")).status, 200);
        QVERIFY(demo.client->get(base + QStringLiteral("/settings"))
                    .json.contains(QLatin1String("piiMaskingEnabled")));
    }

    void alertRulesNamePeopleInThreeWays()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        QSet<QString> ways;
        int seen = 0;
        int total = 1;
        for (int page = 1; seen < total && page < 20; ++page) {
            const DemoAnswer answer = queryRules(demo, everyRule(page));
            QCOMPARE(answer.status, 200);
            total = answer.json.value(QLatin1String("total")).toInt();
            const QJsonArray entities = entitiesOf(answer);
            for (const QJsonValue &rule : entities) {
                ++seen;
                if (rule[QLatin1String("user")][QLatin1String("id")].toString() == jane)
                    ways.insert(QStringLiteral("creator"));
                if (rule[QLatin1String("notifications")][0][QLatin1String("recipient")].toString() == jane)
                    ways.insert(QStringLiteral("recipient"));
                const QJsonValue entity = rule[QLatin1String("conditions")][QLatin1String("predicates")][0]
                                              [QLatin1String("entity")];
                if (entity[QLatin1String("user")][QLatin1String("id")].toString() == jane)
                    ways.insert(QStringLiteral("monitored"));
            }
        }
        QCOMPARE(seen, total);
        QVERIFY(total > 30);
        QCOMPARE(ways.size(), 3);
    }

    void alertRulesAreFilteredAndChanged()
    {
        RunningDemo demo;
        QJsonObject query = everyRule(1);
        query.insert(QStringLiteral("ruleName"), QStringLiteral("Team lead is away"));
        query.insert(QStringLiteral("nameSearchType"), QStringLiteral("Exact"));
        const QJsonArray found = entitiesOf(queryRules(demo, query));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()[QLatin1String("type")].toString(), QStringLiteral("UserPresence"));
        query.insert(QStringLiteral("ruleType"), QStringLiteral("Conversation"));
        QVERIFY(entitiesOf(queryRules(demo, query)).isEmpty());
        QJsonObject count = everyRule(1);
        count.insert(QStringLiteral("queryType"), QStringLiteral("Count"));
        const DemoAnswer counted = queryRules(demo, count);
        QVERIFY(entitiesOf(counted).isEmpty());
        QVERIFY(counted.json.value(QLatin1String("total")).toInt() > 30);

        QJsonObject rule = found.first().toObject();
        const QString path =
            QStringLiteral("/alerting/rules/%1").arg(rule.value(QLatin1String("id")).toString());
        rule.insert(QStringLiteral("notifications"), QJsonArray());
        const DemoAnswer changed = demo.client->send("PUT", path, QJsonDocument(rule).toJson());
        QCOMPARE(changed.status, 200);
        QVERIFY(changed.json.value(QLatin1String("notifications")).toArray().isEmpty());
        QCOMPARE(changed.json.value(QLatin1String("version")).toInt(), 2);
    }

    void refusesOddRuleQueries()
    {
        RunningDemo demo;
        QCOMPARE(queryRules(demo, {}).status, 400);
        QJsonObject query = everyRule(1);
        query.insert(QStringLiteral("pageSize"), 26);
        QCOMPARE(queryRules(demo, query).status, 400);
    }

    void isTheSameForTheSameSeed()
    {
        RunningDemo one;
        RunningDemo other;
        QCOMPARE(allDashboards(one), allDashboards(other));
        QCOMPARE(queryRules(one, everyRule(1)).body, queryRules(other, everyRule(1)).body);
    }
};

QTEST_GUILESS_MAIN(TestDemoReports)
#include "tst_demoreports.moc"
