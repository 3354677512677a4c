// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds a person, read, changed and put back over the socket (contract §6).
#include "tests/unit/demo/rundemo.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray json(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QString at(const QString &user, const char *rest = "")
{
    const QString path = QStringLiteral("/users/%1").arg(user) + QLatin1String(rest);
    return path;
}

QJsonArray entitiesOf(const DemoAnswer &answer)
{
    return answer.json.value(QLatin1String("entities")).toArray();
}

QJsonObject memberOf(RunningDemo &demo, const QString &queue, const QString &user)
{
    for (int page = 1; page < 20; ++page) {
        const QJsonArray members = entitiesOf(demo.client->get(
            QStringLiteral("/routing/queues/%1/members?pageSize=100&pageNumber=%2").arg(queue).arg(page)));
        for (const QJsonValue &one : members) {
            if (one[QLatin1String("id")].toString() == user)
                return one.toObject();
        }
        if (members.isEmpty())
            break;
    }
    return {};
}

QStringList queuesOf(RunningDemo &demo, const QString &user)
{
    QStringList ids = idsOf(demo.client->get(at(user, "/queues?pageSize=100")));
    ids += idsOf(demo.client->get(at(user, "/queues?pageSize=100&joined=false")));
    ids.sort();
    return ids;
}

int versionOf(const DemoAnswer &answer)
{
    return answer.json.value(QLatin1String("version")).toInt();
}

} // namespace

class TestDemoPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAQueueAndComesBack()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QStringList before = queuesOf(demo, jane);
        QCOMPARE(before.size(), 2);
        const QString queue = demo.server.queueIds().at(2);
        const QJsonObject member = memberOf(demo, queue, jane);
        QCOMPARE(member.value(QLatin1String("memberBy")).toString(), QStringLiteral("user"));
        QCOMPARE(member.value(QLatin1String("ringNumber")).toInt(), 3);
        QCOMPARE(member.value(QLatin1String("joined")).toBool(true), false);

        const QString path = QStringLiteral("/routing/queues/%1/members").arg(queue);
        const QString own = QString(path + QLatin1Char('/') + jane);
        QCOMPARE(demo.client->send("DELETE", own).status, 204);
        QVERIFY(memberOf(demo, queue, jane).isEmpty());
        QCOMPARE(queuesOf(demo, jane).size(), 1);
        QCOMPARE(demo.client->send("DELETE", own).status, 404);

        const QByteArray body = json(QJsonArray{QJsonObject{{QStringLiteral("id"), jane}}});
        QCOMPARE(demo.client->send("POST", path, body).status, 204);
        QCOMPARE(demo.client->send("PATCH", own, "{\"ringNumber\":3}").status, 202);
        QCOMPARE(memberOf(demo, queue, jane), member);
        QCOMPARE(demo.client->send("POST", QString(path + QLatin1String("?delete=true")), body).status, 204);
        QVERIFY(memberOf(demo, queue, jane).isEmpty());
    }

    void queueMemberWritesAreChecked()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString path = QStringLiteral("/routing/queues/%1/members").arg(demo.server.queueIds().first());
        const QString own = QString(path + QLatin1Char('/') + jane);
        QCOMPARE(demo.client->send("PATCH", own, "{\"ringNumber\":2,\"joined\":true}").status, 400);
        QCOMPARE(demo.client->send("PATCH", own, "{}").status, 400);
        QCOMPARE(demo.client->send("PATCH", own, "{\"ringNumber\":7}").code, QStringLiteral("invalid.value"));
        QCOMPARE(demo.client->send("POST", path, "[]").status, 400);
        QCOMPARE(demo.client->send("POST", path, "[{\"id\":\"nobody\"}]").status, 404);
        QJsonArray many;
        for (int i = 0; i < 101; ++i)
            many.append(QJsonObject{{QStringLiteral("id"), jane}});
        QCOMPARE(demo.client->send("PATCH", path, json(many)).status, 400);
        QCOMPARE(demo.client->get(QStringLiteral("/routing/queues/none/members")).status, 404);
        QCOMPARE(demo.client->get(QString(path + QLatin1String("?pageSize=101"))).status, 400);
        const DemoAnswer listing = demo.client->get(path);
        QVERIFY(!listing.json.contains(QLatin1String("total")));
        QVERIFY(!listing.json.contains(QLatin1String("pageCount")));
    }

    void joiningTakesAMomentAndKeepsTheMembership()
    {
        DemoOptions options = smallDemo();
        options.acceptDelayMs = 500;
        RunningDemo demo(options);
        const QString jane = demo.user("jane.doe");
        const QString queue = demo.server.queueIds().first();
        const auto joined = [&] { return idsOf(demo.client->get(at(jane, "/queues"))).contains(queue); };
        QVERIFY(joined());
        const QString path = QString(at(jane, "/queues/") + queue);
        QCOMPARE(demo.client->send("PATCH", path, "{\"joined\":false}").status, 200);
        QVERIFY(joined()); // not yet
        QTRY_VERIFY_WITH_TIMEOUT(!joined(), 5000);
        QCOMPARE(queuesOf(demo, jane).size(), 2);
        const QByteArray back = json(QJsonArray{
            QJsonObject{{QStringLiteral("id"), jane}, {QStringLiteral("joined"), true}},
            QJsonObject{{QStringLiteral("id"), QStringLiteral("nobody")}, {QStringLiteral("joined"), true}}});
        QCOMPARE(
            demo.client->send("PATCH", QStringLiteral("/routing/queues/%1/members").arg(queue), back).status,
            200);
        QTRY_VERIFY_WITH_TIMEOUT(joined(), 5000);
    }

    void aGroupFeedsAQueue()
    {
        RunningDemo demo;
        QString byGroup;
        QString queue;
        const QStringList queues = demo.server.queueIds();
        for (const QString &id : queues) {
            const QJsonArray members = entitiesOf(
                demo.client->get(QStringLiteral("/routing/queues/%1/members?memberBy=group").arg(id)));
            if (members.isEmpty())
                continue;
            queue = id;
            byGroup = members.first()[QLatin1String("id")].toString();
        }
        QVERIFY(!byGroup.isEmpty());
        QVERIFY(queuesOf(demo, byGroup).contains(queue));
        const QString path = QStringLiteral("/routing/queues/%1/members/%2").arg(queue, byGroup);
        QCOMPARE(demo.client->send("DELETE", path).status, 400);
        const QJsonValue group = demo.client->get(QStringLiteral("/routing/queues/%1").arg(queue))
                                     .json.value(QLatin1String("memberGroups"))[0];
        QCOMPARE(group[QLatin1String("type")].toString(), QStringLiteral("GROUP"));
        // That group has a rule: it takes back who is removed.
        const QString id = group[QLatin1String("id")].toString();
        QCOMPARE(demo.client->get(QStringLiteral("/groups/%1/dynamicsettings").arg(id)).status, 200);
        const QString remove = QStringLiteral("/groups/%1/members?ids=%2").arg(id, byGroup);
        QCOMPARE(demo.client->send("DELETE", remove).status, 202);
        QVERIFY(!memberOf(demo, queue, byGroup).isEmpty());
    }

    void leavesAGroupAndComesBack()
    {
        DemoOptions options = smallDemo();
        options.acceptDelayMs = 400;
        RunningDemo demo(options);
        const QString jane = demo.user("jane.doe");
        const auto groups = [&] {
            QStringList ids;
            const QJsonArray list =
                demo.client->get(at(jane, "?expand=groups")).json.value(QLatin1String("groups")).toArray();
            for (const QJsonValue &one : list)
                ids.append(one[QLatin1String("id")].toString());
            return ids;
        };
        const QStringList before = groups();
        QCOMPARE(before.size(), 2);
        const DemoAnswer named =
            demo.client->get(QStringLiteral("/groups?id=%1&id=%2").arg(before.at(0), before.at(1)));
        QCOMPARE(idsOf(named), before);
        const QString group = before.at(1);
        QCOMPARE(entitiesOf(named).at(1)[QLatin1String("owners")][0][QLatin1String("id")].toString(), jane);
        const QString path = QStringLiteral("/groups/%1/members").arg(group);
        QCOMPARE(demo.client->send("DELETE", QString(path + QLatin1String("?ids=") + jane)).status, 202);
        QCOMPARE(groups(), before); // accepted, not done
        QTRY_COMPARE_WITH_TIMEOUT(groups(), QStringList{before.at(0)}, 5000);
        QVERIFY(!idsOf(demo.client->get(QString(path + QLatin1String("?pageSize=100")))).contains(jane));

        const int version = versionOf(demo.client->get(QStringLiteral("/groups/%1").arg(group)));
        const auto body = [&](const QJsonValue &of) {
            QJsonObject object{{QStringLiteral("memberIds"), QJsonArray{jane}}};
            if (of.isDouble())
                object.insert(QStringLiteral("version"), of);
            return json(object);
        };
        QCOMPARE(demo.client->send("POST", path, body({})).status, 400);
        QCOMPARE(demo.client->send("POST", path, body(version - 1)).code, QStringLiteral("general.conflict"));
        QCOMPARE(demo.client->send("POST", path, body(version)).status, 202);
        QCOMPARE(demo.client->send("POST", path, body(version)).status, 409); // it grew
        QTRY_COMPARE_WITH_TIMEOUT(groups(), before, 5000);
        QCOMPARE(demo.client->send("DELETE", path).status, 400); // whom?
    }

    void changesTheOwnersOfAGroup()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString nora = demo.user("nora.nothing");
        const QJsonArray groups = entitiesOf(demo.client->get(QStringLiteral("/groups?pageSize=100")));
        const auto owned = std::find_if(groups.constBegin(), groups.constEnd(), [&](const QJsonValue &one) {
            return one[QLatin1String("owners")][0][QLatin1String("id")].toString() == jane;
        });
        QVERIFY(owned != groups.constEnd());
        const QJsonObject group = owned->toObject();
        const QString path = QStringLiteral("/groups/%1").arg(group.value(QLatin1String("id")).toString());
        const QJsonObject body{{QStringLiteral("ownerIds"), QJsonArray{nora}},
                               {QStringLiteral("version"), group.value(QLatin1String("version"))}};
        const DemoAnswer done = demo.client->send("PUT", path, json(body));
        QCOMPARE(done.status, 200);
        QCOMPARE(done.json.value(QLatin1String("owners"))[0][QLatin1String("id")].toString(), nora);
        QCOMPARE(demo.client->send("PUT", path, json(body)).status, 409);
    }

    void takesRolesAwayAndGivesThemBack()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString path = QStringLiteral("/authorization/subjects/%1").arg(jane);
        const auto direct = [&] {
            QJsonArray pairs;
            const QJsonArray grants = demo.client->get(path).json.value(QLatin1String("grants")).toArray();
            for (const QJsonValue &one : grants) {
                if (one[QLatin1String("subjectId")].toString() == jane)
                    pairs.append(QJsonObject{
                        {QStringLiteral("roleId"), one[QLatin1String("role")]["id"]},
                        {QStringLiteral("divisionId"), one[QLatin1String("division")][QLatin1String("id")]}});
            }
            return pairs;
        };
        const QJsonArray before = direct();
        QCOMPARE(before.size(), 4);
        const auto body = [](const QJsonArray &pairs) {
            return json(QJsonObject{{QStringLiteral("grants"), pairs}});
        };
        // One that is gone fails the whole request.
        QJsonArray withGone = before;
        withGone.append(
            QJsonObject{{QStringLiteral("roleId"), QStringLiteral("gone")},
                        {QStringLiteral("divisionId"), before.at(0)[QLatin1String("divisionId")]}});
        QCOMPARE(
            demo.client->send("POST", QString(path + QLatin1String("/bulkremove")), body(withGone)).status,
            404);
        QCOMPARE(direct(), before);
        QCOMPARE(demo.client->send("POST", QString(path + QLatin1String("/bulkremove")), body(before)).status,
                 204);
        QVERIFY(direct().isEmpty());
        QCOMPARE(
            demo.client
                ->send("POST", QString(path + QLatin1String("/bulkadd?subjectType=PC_USER")), body(before))
                .status,
            204);
        QCOMPARE(direct(), before);
        const QString one = QStringLiteral("/divisions/%1/roles/%2")
                                .arg(before.at(0)[QLatin1String("divisionId")].toString(),
                                     before.at(0)[QLatin1String("roleId")].toString());
        QCOMPARE(demo.client->send("DELETE", QString(path + one)).status, 204);
        QCOMPARE(direct().size(), 3);
        QCOMPARE(demo.client->send("POST", QString(path + one)).status, 204);
        QCOMPARE(demo.client->send("POST", QString(path + QLatin1String("/bulkreplace")), body({})).status,
                 204);
        QVERIFY(direct().isEmpty());
        QCOMPARE(demo.client->get(at(jane, "/roles")).status, 404); // the older listing
    }

    void inheritedRolesStayWithTheGroup()
    {
        RunningDemo demo;
        // Somebody in the group that hands out a role.
        const QJsonArray groups = entitiesOf(demo.client->get(QStringLiteral("/groups?pageSize=100")));
        QString group;
        for (const QJsonValue &one : groups) {
            if (one[QLatin1String("rolesEnabled")].toBool())
                group = one[QLatin1String("id")].toString();
        }
        QVERIFY(!group.isEmpty());
        const QString user = idsOf(demo.client->get(QStringLiteral("/groups/%1/members").arg(group))).first();
        const auto inherited = [&] {
            int count = 0;
            const QJsonArray grants = demo.client->get(QStringLiteral("/authorization/subjects/%1").arg(user))
                                          .json.value(QLatin1String("grants"))
                                          .toArray();
            for (const QJsonValue &one : grants)
                count += one[QLatin1String("subjectId")].toString() == group ? 1 : 0;
            return count;
        };
        QCOMPARE(inherited(), 1);
        demo.client->send("PUT", at(user), "{\"status\":\"inactive\"}");
        demo.client->send("PUT", at(user), "{\"status\":\"active\"}");
        QCOMPARE(inherited(), 1); // what reactivation brings back
        QCOMPARE(demo.client->get(at(user, "/roles")).status, 200);
    }

    void skillsAndLanguagesKeepTheirProficiency()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString skills = at(jane, "/routingskills");
        const QJsonArray before = entitiesOf(demo.client->get(skills));
        QCOMPARE(before.size(), 2);
        QCOMPARE(before.at(1)[QLatin1String("proficiency")].toDouble(), 3.0);
        const int version = versionOf(demo.client->get(at(jane)));
        QCOMPARE(demo.client->send("PUT", QString(skills + QLatin1String("/bulk")), "[]").status, 200);
        QVERIFY(entitiesOf(demo.client->get(skills)).isEmpty());
        QVERIFY(versionOf(demo.client->get(at(jane))) > version); // somebody changed the user
        QJsonArray back;
        for (const QJsonValue &one : before)
            back.append(QJsonObject{{QStringLiteral("id"), one[QLatin1String("id")]},
                                    {QStringLiteral("proficiency"), one[QLatin1String("proficiency")]}});
        QCOMPARE(demo.client->send("PATCH", QString(skills + QLatin1String("/bulk")), json(back)).status,
                 200);
        QCOMPARE(entitiesOf(demo.client->get(skills)), before);
        QJsonObject odd = back.at(0).toObject();
        odd.insert(QStringLiteral("proficiency"), 5.5);
        QCOMPARE(demo.client->send("POST", skills, json(odd)).code, QStringLiteral("invalid.value"));
        odd.insert(QStringLiteral("proficiency"), 2.5);
        QCOMPARE(demo.client->send("POST", skills, json(odd)).status, 200);
        const QString one = QString(skills + QLatin1Char('/') + before.at(0)[QLatin1String("id")].toString());
        QCOMPARE(demo.client->send("DELETE", one).status, 200);
        QCOMPARE(demo.client->send("DELETE", one).status, 404);

        const QString languages = at(jane, "/routinglanguages");
        const QJsonArray spoken = entitiesOf(demo.client->get(languages));
        const QString language =
            QString(languages + QLatin1Char('/') + spoken.at(0)[QLatin1String("id")].toString());
        QCOMPARE(demo.client->send("DELETE", language).status, 204);
        const QJsonObject again{{QStringLiteral("id"), spoken.at(0)[QLatin1String("id")]},
                                {QStringLiteral("proficiency"), spoken.at(0)[QLatin1String("proficiency")]}};
        QCOMPARE(
            demo.client->send("PATCH", QString(languages + QLatin1String("/bulk")), json(QJsonArray{again}))
                .status,
            200);
        QCOMPARE(entitiesOf(demo.client->get(languages)).size(), spoken.size());
        QCOMPARE(demo.client->send("PUT", QString(languages + QLatin1String("/bulk")), "[]").status, 405);
    }

    void signsOffTheStationAndOnAgain()
    {
        DemoOptions options = smallDemo();
        options.acceptDelayMs = 400;
        RunningDemo demo(options);
        const QString jane = demo.user("jane.doe");
        const QString path = at(jane, "/station");
        const auto station = [&](const char *which) {
            return demo.client->get(path).json.value(QLatin1String(which))[QLatin1String("id")].toString();
        };
        const QString mine = station("associatedStation");
        QVERIFY(!mine.isEmpty());
        QCOMPARE(station("effectiveStation"), mine);
        const QString associated = QString(path + QLatin1String("/associatedstation"));
        QCOMPARE(demo.client->send("DELETE", associated).status, 202);
        QCOMPARE(station("associatedStation"), mine); // accepted, not done
        QTRY_COMPARE_WITH_TIMEOUT(station("associatedStation"), QString(), 5000);
        QCOMPARE(station("lastAssociatedStation"), mine);
        QCOMPARE(demo.client->send("PUT", QString(associated + QLatin1Char('/') + mine)).status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(station("associatedStation"), mine, 5000);
        const DemoAnswer taken = demo.client->send(
            "PUT", QString(at(demo.user("nora.nothing"), "/station/associatedstation/") + mine));
        QCOMPARE(taken.status, 409);
        QCOMPARE(demo.client->send("PUT", QString(associated + QLatin1String("/none"))).status, 404);
        QCOMPARE(demo.client->send("DELETE", QString(path + QLatin1String("/defaultstation"))).status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(station("defaultStation"), QString(), 5000);

        const QJsonArray phones = entitiesOf(
            demo.client->get(QStringLiteral("/telephony/providers/edges/phones?webRtcUserId=%1").arg(jane)));
        QCOMPARE(phones.size(), 1);
        for (const char *sent : {"webRtcUser.id", "lines.loggedInUser.id"}) {
            const DemoAnswer same = demo.client->get(
                QStringLiteral("/telephony/providers/edges/phones?%1=%2").arg(QLatin1String(sent), jane));
            QCOMPARE(entitiesOf(same), phones);
        }
        QCOMPARE(phones.at(0)[QLatin1String("lines")][0][QLatin1String("id")].toString(), mine);
        QCOMPARE(demo.client->send("DELETE", QStringLiteral("/stations/%1/associateduser").arg(mine)).status,
                 200);
        QCOMPARE(station("associatedStation"), QString());
    }

    void forwardsCallsUntilItIsSwitchedOff()
    {
        RunningDemo demo;
        const QString path = at(demo.user("jane.doe"), "/callforwarding");
        const DemoAnswer before = demo.client->get(path);
        QVERIFY(before.json.value(QLatin1String("enabled")).toBool());
        const QString number =
            before.json.value(QLatin1String("calls"))[0][QLatin1String("targets")][0][QLatin1String("value")]
                .toString();
        QVERIFY(number.startsWith(QLatin1String("+490199")));
        QCOMPARE(demo.client->send("PATCH", path, "{\"enabled\":false}").status, 200);
        const DemoAnswer off = demo.client->get(path);
        QVERIFY(!off.json.value(QLatin1String("enabled")).toBool(true));
        QVERIFY(!off.json.value(QLatin1String("calls")).toArray().isEmpty()); // the number stays
        QCOMPARE(demo.client->send("PUT", path, "{\"enabled\":false}").status, 200);
        QVERIFY(demo.client->get(path).json.value(QLatin1String("calls")).toArray().isEmpty());
        QCOMPARE(demo.client->send("PUT", path, "{\"enabled\":true}").status, 400); // where to?
        const QJsonObject again{{QStringLiteral("enabled"), true},
                                {QStringLiteral("calls"), before.json.value(QLatin1String("calls"))},
                                {QStringLiteral("voicemail"), QStringLiteral("LASTCALL")}};
        QCOMPARE(demo.client->send("PUT", path, json(again)).status, 200);
        const DemoAnswer after = demo.client->get(path);
        QCOMPARE(after.json.value(QLatin1String("calls")), before.json.value(QLatin1String("calls")));
        QCOMPARE(after.json.value(QLatin1String("voicemail")).toString(), QStringLiteral("LASTCALL"));
    }

    void isOutOfOffice()
    {
        RunningDemo demo;
        const QString nora = demo.user("nora.nothing");
        const QString path = at(nora, "/outofoffice");
        QVERIFY(!demo.client->get(path).json.value(QLatin1String("active")).toBool(true));
        const QByteArray body = "{\"active\":true,\"startDate\":\"2026-11-20T08:00:00.000Z\","
                                "\"endDate\":\"2026-11-30T08:00:00.000Z\"}";
        QCOMPARE(demo.client->send("PUT", path, body).status, 200);
        const DemoAnswer away = demo.client->get(at(nora, "?expand=outOfOffice"));
        const QJsonValue block = away.json.value(QLatin1String("outOfOffice"));
        QVERIFY(block[QLatin1String("active")].toBool());
        QCOMPARE(block[QLatin1String("endDate")].toString(), QStringLiteral("2026-11-30T08:00:00.000Z"));
    }

    void setsManyPresencesAtOnce()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString nora = demo.user("nora.nothing");
        const QJsonArray definitions =
            entitiesOf(demo.client->get(QStringLiteral("/presence/definitions?pageSize=50")));
        QJsonValue offline;
        for (const QJsonValue &one : definitions) {
            if (one[QLatin1String("systemPresence")].toString() == QLatin1String("Offline"))
                offline = one[QLatin1String("id")];
        }
        QJsonArray body;
        for (const QString &id : {jane, nora})
            body.append(QJsonObject{
                {QStringLiteral("id"), id},
                {QStringLiteral("presenceDefinition"), QJsonObject{{QStringLiteral("id"), offline}}}});
        QCOMPARE(demo.client->send("PUT", QStringLiteral("/users/presences/bulk"), json(body)).status, 200);
        for (const QString &id : {jane, nora}) {
            const QString name =
                demo.client->get(at(id, "/presences/PURECLOUD"))
                    .json.value(QLatin1String("presenceDefinition"))[QLatin1String("systemPresence")]
                    .toString();
            QCOMPARE(name, QStringLiteral("Offline"));
        }
        QCOMPARE(demo.client->get(at(jane, "/presences/teams")).status, 404);
    }

    void namesReportsUntilTheyGetAnotherManager()
    {
        RunningDemo demo;
        // Somebody who manages people.
        QString manager;
        QJsonArray reports;
        const QJsonArray users = entitiesOf(demo.client->get(QStringLiteral("/users?pageSize=500")));
        for (const QJsonValue &one : users) {
            const QString id = one[QLatin1String("manager")][QLatin1String("id")].toString();
            if (id.isEmpty())
                continue;
            manager = id;
            reports = QJsonDocument::fromJson(demo.client->get(at(manager, "/directreports")).body).array();
            break;
        }
        QVERIFY(!reports.isEmpty());
        const QString first = reports.at(0)[QLatin1String("id")].toString();
        const QString nora = demo.user("nora.nothing");
        const QJsonObject body{{QStringLiteral("manager"), nora},
                               {QStringLiteral("version"), reports.at(0)[QLatin1String("version")]}};
        const DemoAnswer done = demo.client->send("PATCH", at(first), json(body));
        QCOMPARE(done.json.value(QLatin1String("manager"))[QLatin1String("id")].toString(), nora);
        QCOMPARE(QJsonDocument::fromJson(demo.client->get(at(manager, "/directreports")).body).array().size(),
                 reports.size() - 1);
    }

    void tellsWhatHangsOnAnAccount()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString ids = at(jane, "/externalid");
        const auto externalIds = [&] { return QJsonDocument::fromJson(demo.client->get(ids).body).array(); };
        QCOMPARE(externalIds().size(), 2);
        QCOMPARE(demo.client->send("DELETE", QString(ids + QLatin1String("/payroll/P-100042"))).status, 204);
        QCOMPARE(externalIds().size(), 1);
        const QByteArray payroll = "{\"authorityName\":\"payroll\",\"externalKey\":\"P-100042\"}";
        QCOMPARE(demo.client->send("POST", ids, payroll).status, 201);
        QCOMPARE(demo.client->send("POST", ids, payroll).status, 409);
        QCOMPARE(demo.client->send("POST", ids, "{}").status, 400);

        const DemoAnswer mailbox = demo.client->get(QStringLiteral("/voicemail/users/%1/mailbox").arg(jane));
        QCOMPARE(mailbox.status, 200);
        const int total = mailbox.json.value(QLatin1String("totalCount")).toInt(-1);
        QVERIFY(total >= 0);
        QCOMPARE(demo.client->get(QStringLiteral("/voicemail/users/%1/messages").arg(jane))
                     .json.value(QLatin1String("total"))
                     .toInt(-1),
                 total);
        const QString licence = QStringLiteral("/license/users/%1").arg(jane);
        QVERIFY(!demo.client->get(licence).json.value(QLatin1String("licenses")).toArray().isEmpty());
        const DemoAnswer many =
            demo.client->send("POST", QStringLiteral("/license/users"), json(QJsonArray{jane}));
        QVERIFY(!many.json.value(jane).toArray().isEmpty());
        // Who has no roles uses no licence.
        demo.client->send("PUT", at(jane), "{\"status\":\"inactive\"}");
        QVERIFY(demo.client->get(licence).json.value(QLatin1String("licenses")).toArray().isEmpty());
        QCOMPARE(demo.client->get(at(jane, "/trustors")).json.value(QLatin1String("total")).toInt(-1), 0);
        const QJsonArray clients = entitiesOf(demo.client->get(QStringLiteral("/oauth/clients")));
        QVERIFY(std::any_of(clients.constBegin(), clients.constEnd(), [&jane](const QJsonValue &one) {
            return one[QLatin1String("createdBy")][QLatin1String("id")].toString() == jane;
        }));
    }

    void saysWhoReliesOnSomebody()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QString nora = demo.user("nora.nothing");
        const auto settings = [](const QString &user) {
            return QStringLiteral("/routing/users/%1/directroutingbackup/settings").arg(user);
        };
        QCOMPARE(demo.client->get(settings(jane)).json.value(QLatin1String("backedUpUsers")).toArray(),
                 QJsonArray{nora});
        QCOMPARE(demo.client->get(settings(nora)).json.value(QLatin1String("userId")).toString(), jane);
        const QByteArray rita = json(QJsonObject{{QStringLiteral("userId"), demo.user("rita.recent")}});
        QCOMPARE(demo.client->send("PUT", settings(nora), rita).status, 200);
        QVERIFY(
            demo.client->get(settings(jane)).json.value(QLatin1String("backedUpUsers")).toArray().isEmpty());
        QCOMPARE(demo.client->send("DELETE", settings(nora)).status, 204);
        QVERIFY(!demo.client->get(settings(nora)).json.contains(QLatin1String("userId")));
        QCOMPARE(demo.client->get(at(jane, "/skillgroups")).status, 200);
    }

    void movesUsersToADivision()
    {
        RunningDemo demo;
        const QString jane = demo.user("jane.doe");
        const QJsonArray divisions = entitiesOf(
            demo.client->get(QStringLiteral("/authorization/divisionspermitted/paged/me?pageSize=100")));
        const QString division = divisions.last()[QLatin1String("id")].toString();
        const QString path = QStringLiteral("/authorization/divisions/%1/objects/USER").arg(division);
        QCOMPARE(demo.client->send("POST", path, json(QJsonArray{jane})).status, 204);
        QCOMPARE(
            demo.client->get(at(jane)).json.value(QLatin1String("division"))[QLatin1String("id")].toString(),
            division);
        QCOMPARE(demo.client->send("POST", path, "[\"nobody\"]").status, 404);
    }

    void nothingHereAnswersForSomebodyUnknown_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"/users/none/queues", "/users/none/routingskills", "/users/none/routinglanguages",
              "/authorization/subjects/none", "/users/none/station", "/users/none/callforwarding",
              "/users/none/presences/purecloud", "/users/none/outofoffice", "/users/none/directreports",
              "/voicemail/users/none/mailbox", "/users/none/externalid", "/license/users/none",
              "/analytics/reporting/dashboards/users/none"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void nothingHereAnswersForSomebodyUnknown()
    {
        QFETCH(QString, path);
        RunningDemo demo;
        const DemoAnswer answer = demo.client->get(path);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.code, QStringLiteral("not.found"));
    }
};

QTEST_GUILESS_MAIN(TestDemoPerson)
#include "tst_demoperson.moc"
