// SPDX-License-Identifier: GPL-3.0-or-later
// Users over the socket: listing, versions, states in both dialects, search.
#include "tests/unit/demo/rundemo.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

QString stateOf(const DemoAnswer &answer)
{
    return answer.json.value(QLatin1String("state")).toString();
}

int versionOf(const DemoAnswer &answer)
{
    return answer.json.value(QLatin1String("version")).toInt();
}

QString at(const QString &id)
{
    return QStringLiteral("/users/%1").arg(id);
}

int totalOf(DemoClient &client, const char *state)
{
    return client.get(QStringLiteral("/users?pageSize=1&state=%1").arg(QLatin1String(state)))
        .json.value(QLatin1String("total"))
        .toInt();
}

QByteArray stateBody(const char *state, int version)
{
    return QByteArray("{\"state\":\"") + state + "\",\"version\":" + QByteArray::number(version) + "}";
}

} // namespace

class TestDemoUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesThroughAllUsersOnce()
    {
        RunningDemo demo;
        QStringList all;
        int pages = 1;
        for (int page = 1; page <= pages; ++page) {
            const DemoAnswer answer =
                demo.client->get(QStringLiteral("/users?state=any&pageSize=250&pageNumber=%1").arg(page));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json.value(QLatin1String("total")).toInt(), 600);
            pages = answer.json.value(QLatin1String("pageCount")).toInt();
            QCOMPARE(answer.json.contains(QLatin1String("nextUri")), page < pages);
            all += idsOf(answer);
        }
        QCOMPARE(pages, 3);
        QCOMPARE(all.size(), 600);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 600);
    }

    void isTheSameForTheSameSeed()
    {
        const QString path = QStringLiteral(
            "/users?state=any&pageSize=500&expand=presence,conversationSummary,dateLastLogin&expand=groups");
        DemoOptions options = smallDemo();
        RunningDemo first(options);
        RunningDemo second(options);
        options.seed = 2;
        RunningDemo other(options);
        const QByteArray body = first.client->get(path).body;
        QVERIFY(body.size() > 100000);
        QCOMPARE(second.client->get(path).body, body);
        QVERIFY(other.client->get(path).body != body);
    }

    void hasTheStatesOfADefaultOrganisation()
    {
        RunningDemo demo{DemoOptions()};
        QCOMPARE(totalOf(*demo.client, "any"), 5000);
        QCOMPARE(totalOf(*demo.client, "inactive"), 300);
        QCOMPARE(totalOf(*demo.client, "deleted"), 95);
        QCOMPARE(totalOf(*demo.client, "active"), 4605);
    }

    void holdsNamesThatHurt()
    {
        RunningDemo demo;
        const DemoAnswer answer = demo.client->get(QStringLiteral("/users?state=any&pageSize=500"));
        QVERIFY(!answer.json.isEmpty()); // proper JSON in spite of them
        const QJsonArray users = answer.json.value(QLatin1String("entities")).toArray();
        QSet<QChar> firsts;
        qsizetype longest = 0;
        int withoutEmail = 0;
        int janes = 0;
        for (const QJsonValue &user : users) {
            const QString name = user[QLatin1String("name")].toString();
            firsts.insert(name.at(0));
            longest = qMax(longest, name.size());
            withoutEmail += user[QLatin1String("email")].isUndefined() ? 1 : 0;
            janes += name == QLatin1String("Jane Doe") ? 1 : 0;
        }
        for (const char sign : {'<', '=', '+', '-', '@'})
            QVERIFY2(firsts.contains(QLatin1Char(sign)), &sign);
        QCOMPARE(longest, 300);
        QVERIFY(withoutEmail > 1);
        QCOMPARE(janes, 2);
    }

    void refusesWhatTheListingCannotDo_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("code");
        QTest::newRow("page too large") << "pageSize=501"
                                        << "invalid.query.param.value";
        QTest::newRow("page of nothing") << "pageSize=0"
                                         << "invalid.query.param.value";
        QTest::newRow("no number") << "pageNumber=x"
                                   << "invalid.query.param.value";
        QTest::newRow("unknown state") << "state=archived"
                                       << "invalid.query.param.value";
        QTest::newRow("unknown expand") << "expand=everything"
                                        << "invalid.query.param.value";
        QTest::newRow("beyond 10,000 inactive") << "state=inactive&pageSize=500&pageNumber=21"
                                                << "invalid.query.param.value";
        QTest::newRow("too many ids") << QStringLiteral("id=x&").repeated(101) << "max.user.ids";
    }

    void refusesWhatTheListingCannotDo()
    {
        QFETCH(QString, query);
        QFETCH(QString, code);
        RunningDemo demo;
        const DemoAnswer answer = demo.client->get(QStringLiteral("/users?%1").arg(query));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code, code);
    }

    void aPageBeyondTheEndIsEmpty()
    {
        RunningDemo demo;
        const DemoAnswer answer = demo.client->get(QStringLiteral("/users?pageNumber=999"));
        QCOMPARE(answer.status, 200);
        QVERIFY(idsOf(answer).isEmpty());
    }

    void followsTheCursorToTheEnd()
    {
        RunningDemo demo;
        QStringList all;
        QString cursor;
        do {
            const DemoAnswer answer =
                demo.client->get(QStringLiteral("/users/query?state=any&pageSize=200&cursor=%1").arg(cursor));
            QCOMPARE(answer.status, 200);
            all += idsOf(answer);
            cursor = answer.json.value(QLatin1String("cursor")).toString();
            QCOMPARE(answer.json.contains(QLatin1String("nextUri")), !cursor.isEmpty());
            QVERIFY(!answer.json.contains(QLatin1String("total"))); // this listing has none
        } while (!cursor.isEmpty() && all.size() < 2000);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 600);
        QCOMPARE(all.size(), 600);
    }

    void nextUrisLeadToTheSameEnd_data()
    {
        QTest::addColumn<QString>("start");
        QTest::newRow("pages") << "/users?state=any&pageSize=150&expand=groups";
        QTest::newRow("cursor") << "/users/query?state=any&pageSize=150&expand=groups";
    }

    void nextUrisLeadToTheSameEnd()
    {
        QFETCH(QString, start);
        RunningDemo demo;
        QStringList all;
        for (QString path = start; !path.isEmpty() && all.size() < 2000;) {
            const DemoAnswer answer = demo.client->get(path);
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.json.value(QLatin1String("entities"))[0][QLatin1String("groups")].isArray());
            all += idsOf(answer);
            path = answer.json.value(QLatin1String("nextUri")).toString().mid(qstrlen("/api/v2"));
        }
        QCOMPARE(all.size(), 600);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 600);
    }

    void searchPagesByToken()
    {
        RunningDemo demo;
        const QByteArray query = "{\"pageSize\":200,\"sortBy\":\"name\",\"sortOrder\":\"DESC\",\"query\":"
                                 "[{\"type\":\"EXACT\",\"fields\":[\"state\"],\"value\":\"active\"}]}";
        DemoAnswer answer = demo.client->send("POST", QStringLiteral("/users/search"), query);
        QVERIFY(!answer.json.contains(QLatin1String("entities")));
        QVERIFY(!answer.json.contains(QLatin1String("previousPage")));
        const int total = answer.json.value(QLatin1String("total")).toInt();
        QCOMPARE(total, totalOf(*demo.client, "active"));
        QStringList all = idsOf(answer, "results");
        QString next = answer.json.value(QLatin1String("nextPage")).toString();
        while (!next.isEmpty() && all.size() < 2000) {
            answer = demo.client->get(QStringLiteral("/users/search?q64=%1").arg(next));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json.value(QLatin1String("currentPage")).toString(), next);
            all += idsOf(answer, "results");
            next = answer.json.value(QLatin1String("nextPage")).toString();
        }
        QCOMPARE(all.size(), total);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), total);
        QCOMPARE(demo.client->get(QStringLiteral("/users/search?q64=bm90aGluZw")).status, 400);
    }

    void summarisesLiveConversations()
    {
        RunningDemo demo;
        const DemoAnswer answer = demo.client->get(
            at(demo.user("jane.doe")) + QStringLiteral("?expand=conversationSummary,presence,routingStatus"));
        const QJsonValue summary = answer.json.value(QLatin1String("conversationSummary"));
        for (const char *medium : {"call", "callback", "message"}) {
            const QJsonValue active =
                summary[QLatin1String(medium)][QLatin1String("contactCenter")][QLatin1String("active")];
            QCOMPARE(active.toInt(), 1);
        }
        QCOMPARE(
            summary[QLatin1String("email")][QLatin1String("contactCenter")][QLatin1String("active")].toInt(
                -1),
            0);
        QCOMPARE(answer.json.value(QLatin1String("routingStatus"))[QLatin1String("status")].toString(),
                 QStringLiteral("INTERACTING"));
        QVERIFY(answer.json.contains(QLatin1String("presence")));
    }

    void legacyDeactivatesAndRestores()
    {
        RunningDemo demo;
        const QString id = demo.user("nora.nothing");
        const DemoAnswer off = demo.client->send("PUT", at(id), "{\"status\":\"inactive\"}");
        QCOMPARE(off.status, 200);
        QCOMPARE(stateOf(off), QStringLiteral("inactive"));
        QCOMPARE(stateOf(demo.client->get(at(id))), QStringLiteral("inactive")); // still answers
        QCOMPARE(stateOf(demo.client->send("PUT", at(id), "{\"status\":\"active\"}")),
                 QStringLiteral("active"));
        QCOMPARE(demo.client->send("PUT", at(id), "{\"status\":\"deleted\"}").code,
                 QStringLiteral("invalid.value"));
        QCOMPARE(demo.client->send("PUT", at(id), "{\"state\":\"inactive\"}").status, 400);
    }

    void publishedNeedsTheVersion()
    {
        RunningDemo demo;
        const QString id = demo.user("nora.nothing");
        const int version = versionOf(demo.client->get(at(id)));
        QCOMPARE(demo.client->send("PATCH", at(id), "{\"state\":\"inactive\"}").code,
                 QStringLiteral("bad.request"));
        const DemoAnswer stale = demo.client->send("PATCH", at(id), stateBody("inactive", version - 1));
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.code, QStringLiteral("general.conflict"));
        QVERIFY(stale.json.value(QLatin1String("details")).toArray().isEmpty());

        demo.server.touchUser(id); // somebody else was quicker
        QCOMPARE(demo.client->send("PATCH", at(id), stateBody("inactive", version)).status, 409);
        const DemoAnswer done = demo.client->send("PATCH", at(id), stateBody("inactive", version + 1));
        QCOMPARE(done.status, 200);
        QCOMPARE(stateOf(done), QStringLiteral("inactive"));
        QCOMPARE(versionOf(done), version + 2);
    }

    void stateIsAppliedAlone()
    {
        RunningDemo demo;
        const QString id = demo.user("nora.nothing");
        int version = versionOf(demo.client->get(at(id)));
        const QByteArray both =
            "{\"state\":\"inactive\",\"title\":\"Gone\",\"version\":" + QByteArray::number(version) + "}";
        const DemoAnswer answer = demo.client->send("PATCH", at(id), both);
        QCOMPARE(stateOf(answer), QStringLiteral("inactive"));
        QCOMPARE(answer.json.value(QLatin1String("title")).toString(), QStringLiteral("Clerk"));
        version = versionOf(answer);
        const QByteArray title = "{\"title\":\"Gone\",\"version\":" + QByteArray::number(version) + "}";
        QCOMPARE(demo.client->send("PATCH", at(id), title).json.value(QLatin1String("title")).toString(),
                 QStringLiteral("Gone"));
    }

    void recordsWhy()
    {
        RunningDemo demo;
        const QString path = at(demo.user("nora.nothing")) + QStringLiteral("/state");
        const int version = versionOf(demo.client->get(path));
        const auto body = [](const char *reason, int of) -> QByteArray {
            return QByteArray("{\"state\":\"inactive\",\"stateChangeReason\":\"") + reason +
                   "\",\"version\":" + QByteArray::number(of) + "}";
        };
        QCOMPARE(demo.client->send("PUT", path, body("Retired", version)).code,
                 QStringLiteral("invalid.value"));
        QCOMPARE(demo.client->send("PUT", path, body("Voluntary", version + 5)).status, 409);
        const DemoAnswer done = demo.client->send("PUT", path, body("Voluntary", version));
        QCOMPARE(done.status, 200);
        QCOMPARE(demo.client->get(path).json.value(QLatin1String("stateChangeReason")).toString(),
                 QStringLiteral("Voluntary"));
        QVERIFY(demo.client->get(path).json.contains(QLatin1String("stateChangeDate")));
    }

    void inactiveStripsDirectRolesForGood()
    {
        RunningDemo demo;
        const QString id = demo.user("nora.nothing");
        const QString grants = QStringLiteral("/authorization/subjects/%1").arg(id);
        const auto direct = [&] {
            int count = 0;
            const QJsonArray all = demo.client->get(grants).json.value(QLatin1String("grants")).toArray();
            for (const QJsonValue &grant : all)
                count += grant[QLatin1String("subjectId")].toString() == id ? 1 : 0;
            return count;
        };
        QVERIFY(direct() > 0);
        demo.client->send("PUT", at(id), "{\"status\":\"inactive\"}");
        QCOMPARE(direct(), 0);
        demo.client->send("PUT", at(id), "{\"status\":\"active\"}");
        QCOMPARE(direct(), 0);
    }

    void deletedAnswersToStateDeletedOnlyAndComesBackWithoutDivision()
    {
        RunningDemo demo;
        const QString id = demo.user("janet.doe");
        const QJsonValue before = demo.client->get(at(id)).json.value(QLatin1String("division"));
        QCOMPARE(before[QLatin1String("name")].toString(), QStringLiteral("Support Europe"));
        const DemoAnswer gone = demo.client->send("DELETE", at(id));
        QCOMPARE(gone.status, 200);
        QCOMPARE(gone.body, QByteArray("{}"));
        QCOMPARE(demo.client->get(at(id)).status, 404);
        const DemoAnswer found = demo.client->get(at(id) + QStringLiteral("?state=deleted"));
        QCOMPARE(found.status, 200);
        QCOMPARE(stateOf(found), QStringLiteral("deleted"));
        QVERIFY(!idsOf(demo.client->get(QStringLiteral("/users?pageSize=500"))).contains(id));
        QVERIFY(idsOf(demo.client->get(QStringLiteral("/users?state=deleted&pageSize=500"))).contains(id));
        const DemoAnswer again = demo.client->send("DELETE", at(id));
        QCOMPARE(again.status, 404);
        QCOMPARE(again.code, QStringLiteral("user.not.found.on.delete"));

        const DemoAnswer back = demo.client->send("PATCH", at(id), stateBody("active", versionOf(found)));
        QCOMPARE(back.status, 200);
        QCOMPARE(stateOf(back), QStringLiteral("active"));
        QCOMPARE(back.json.value(QLatin1String("division"))[QLatin1String("name")].toString(),
                 QStringLiteral("Home"));
    }

    void theSearchIndexLagsBehind()
    {
        DemoOptions options = smallDemo();
        options.searchLagMs = 700;
        RunningDemo demo(options);
        const QByteArray query =
            "{\"pageSize\":25,\"query\":[{\"type\":\"EXACT\",\"fields\":[\"email\"],\"value\":"
            "\"nora.nothing@demo.example\"},{\"type\":\"EXACT\",\"fields\":[\"state\"],\"values\":"
            "[\"inactive\"]}]}";
        const auto hits = [&] {
            const DemoAnswer answer = demo.client->send("POST", QStringLiteral("/users/search"), query);
            return idsOf(answer, "results").size();
        };
        QCOMPARE(hits(), 0);
        demo.client->send("PUT", at(demo.user("nora.nothing")), "{\"status\":\"inactive\"}");
        QCOMPARE(hits(), 0); // the directory knows, the index does not yet
        QTRY_COMPARE_WITH_TIMEOUT(hits(), 1, 5000);
    }

    void createsUsersWithAnAddressOfTheirOwn()
    {
        DemoOptions options = smallDemo();
        options.searchLagMs = 500;
        RunningDemo demo(options);
        const QString division = demo.client->get(at(demo.user("jane.doe")))
                                     .json.value(QLatin1String("division"))[QLatin1String("id")]
                                     .toString();
        const auto create = [&](const char *email) {
            const QByteArray body = QByteArray("{\"name\":\"New Person\",\"email\":\"") + email +
                                    "\",\"divisionId\":\"" + division.toLatin1() + "\"}";
            return demo.client->send("POST", QStringLiteral("/users"), body);
        };
        // A deleted user still has theirs.
        QCOMPARE(create("DORA.deleted@demo.example").status, 409);
        QCOMPARE(create("").status, 400);
        const DemoAnswer created = create("new.person@demo.example");
        QCOMPARE(created.status, 200);
        const QString id = created.json.value(QLatin1String("id")).toString();
        QCOMPARE(stateOf(demo.client->get(at(id))), QStringLiteral("active"));
        const QByteArray query = "{\"query\":[{\"type\":\"EXACT\",\"fields\":[\"email\"],\"value\":"
                                 "\"new.person@demo.example\"}]}";
        const auto hits = [&] {
            return idsOf(demo.client->send("POST", QStringLiteral("/users/search"), query), "results");
        };
        QVERIFY(hits().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(hits(), QStringList{id}, 5000);
        QCOMPARE(demo.client->send("DELETE", at(id)).status, 200);
    }

    void changesOnlyOneThingInBulk()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QByteArray start = "[{\"id\":\"" + jane.toLatin1() + "\",";
        const QString path = QStringLiteral("/users/bulk");
        QCOMPARE(demo.client->send("PATCH", path, QByteArray(start + "\"state\":\"inactive\"}]")).status,
                 400);
        QCOMPARE(demo.client->send("PATCH", path, QByteArray(start + "\"acdAutoAnswer\":true}]")).status,
                 200);
        QVERIFY(demo.client->get(at(jane)).json.value(QLatin1String("acdAutoAnswer")).toBool());
    }

    void tellsWhatSurroundsAPerson()
    {
        RunningDemo demo;
        const QString base = at(demo.user("jane.doe"));
        const DemoAnswer joined = demo.client->get(base + QStringLiteral("/queues"));
        const DemoAnswer left = demo.client->get(base + QStringLiteral("/queues?joined=false"));
        QCOMPARE(idsOf(joined).size(), 1);
        QCOMPARE(idsOf(left).size(), 1);
        QVERIFY(idsOf(joined) != idsOf(left));
        QCOMPARE(idsOf(demo.client->get(base + QStringLiteral("/routingskills"))).size(), 2);
        QCOMPARE(idsOf(demo.client->get(base + QStringLiteral("/routinglanguages"))).size(), 2);
        QCOMPARE(demo.client->get(base + QStringLiteral("/station")).status, 200);
        const QString routing = base + QStringLiteral("/routingstatus");
        QCOMPARE(demo.client->send("PUT", routing, "{\"status\":\"OFF_QUEUE\"}").status, 200);
        QCOMPARE(demo.client->get(routing).json.value(QLatin1String("status")).toString(),
                 QStringLiteral("OFF_QUEUE"));
        QCOMPARE(demo.client->get(QStringLiteral("/users/nobody/routingstatus"))
                     .json.value(QLatin1String("status"))
                     .toString(),
                 QStringLiteral("OFF_QUEUE"));
        const DemoAnswer definitions = demo.client->get(QStringLiteral("/presence/definitions"));
        const QString offline = idsOf(definitions).at(2);
        const QString presence = base + QStringLiteral("/presences/purecloud");
        const QByteArray body =
            QByteArray("{\"presenceDefinition\":{\"id\":\"") + offline.toLatin1() + "\"}}";
        QCOMPARE(demo.client->send("PATCH", presence, body).status, 200);
        QCOMPARE(demo.client->get(presence)
                     .json.value(QLatin1String("presenceDefinition"))[QLatin1String("systemPresence")]
                     .toString(),
                 QStringLiteral("Offline"));
    }
};

QTEST_GUILESS_MAIN(TestDemoUsers)
#include "tst_demousers.moc"
