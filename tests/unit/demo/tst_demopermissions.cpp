// SPDX-License-Identifier: GPL-3.0-or-later
// Permissions of the demo organisation: the sets themselves, and what the routes ask for.
#include "app/demo/permissions.h"
#include "tests/unit/demo/rundemo.h"

#include <QRegularExpression>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

DemoOptions withPermissions(const QStringList &permissions)
{
    DemoOptions options = smallDemo();
    options.permissions = permissions;
    return options;
}

/// Method and path of every API route, "x" for what the path captures.
QList<QPair<QByteArray, QString>> allRequests(const RunningDemo &demo)
{
    static const QRegularExpression capture(QStringLiteral("\\{[^}]+\\}"));
    QList<QPair<QByteArray, QString>> requests;
    const QStringList routes = demo.server.routes();
    for (const QString &route : routes) {
        const QStringList parts = route.split(QLatin1Char(' '));
        if (parts.at(1).startsWith(QLatin1String("/api/v2")))
            requests.append(
                {parts.at(0).toLatin1(), QString(parts.at(1)).mid(7).replace(capture, QStringLiteral("x"))});
    }
    return requests;
}

} // namespace

class TestDemoPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wildcardsStandForOnePart()
    {
        const PermissionSet set({QStringLiteral("directory:user:*"), QStringLiteral("analytics:*:view"),
                                 QStringLiteral("admin"), QStringLiteral("directory:user:*")});
        QCOMPARE(set.patterns().size(), 3);
        QVERIFY(set.allows(QStringLiteral("directory:user:edit")));
        QVERIFY(!set.allows(QStringLiteral("directory:group:edit")));
        QVERIFY(set.allows(QStringLiteral("analytics:agentState:view")));
        QVERIFY(!set.allows(QStringLiteral("analytics:agentState:edit")));
        QVERIFY(set.allows(QStringLiteral("admin")));
        QVERIFY(!PermissionSet().allows(QStringLiteral("admin")));
        QVERIFY(PermissionSet::everything().allows(QStringLiteral("routing:queue:view")));
    }

    void intersectsPartByPart()
    {
        const PermissionSet role({QStringLiteral("directory:*:*"), QStringLiteral("analytics:*:view")});
        const PermissionSet cut({QStringLiteral("directory:user:edit"), QStringLiteral("*:agentState:*"),
                                 QStringLiteral("routing:queue:view")});
        QCOMPARE(role.intersected(cut).patterns(), (QStringList{QStringLiteral("analytics:agentState:view"),
                                                                QStringLiteral("directory:agentState:*"),
                                                                QStringLiteral("directory:user:edit")}));
    }

    void everythingIsEnoughForEveryRoute()
    {
        RunningDemo demo;
        const QList<QPair<QByteArray, QString>> requests = allRequests(demo);
        QVERIFY(requests.size() > 50);
        for (const auto &[method, path] : requests) {
            if (path == QLatin1String("/tokens/me"))
                continue; // it would end the test's own token
            const DemoAnswer answer = demo.client->send(method, path);
            QVERIFY2(answer.status != 403 && answer.status != 405 && answer.status > 0,
                     qPrintable(QString::fromLatin1(method) + QLatin1Char(' ') + path + QLatin1Char(' ') +
                                QString::number(answer.status)));
        }
    }

    void whatNeedsNothingGoesWithNothing()
    {
        RunningDemo demo(withPermissions({QStringLiteral("none:at:all")}));
        for (const char *path :
             {"/users?pageSize=1", "/organizations/me", "/tokens/me", "/groups", "/authorization/subjects/me",
              "/authorization/divisionspermitted/paged/me", "/organizations/limits/namespaces/users"})
            QVERIFY2(demo.client->get(QString::fromLatin1(path)).status == 200, path);
    }

    void namesWhatIsMissing_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("permissions");
        const QString any = QStringLiteral("missing.any.permissions");
        const QString all = QStringLiteral("missing.permissions");
        QTest::newRow("deactivate, published") << QByteArray("PATCH") << "/users/x" << any
                                               << "admin, directory:user:edit, directory:organization:admin";
        QTest::newRow("deactivate, legacy") << QByteArray("PUT") << "/users/x" << any
                                            << "admin, directory:user:edit, directory:organization:admin";
        QTest::newRow("delete") << QByteArray("DELETE") << "/users/x" << any
                                << "admin, directory:user:delete, directory:organization:admin";
        QTest::newRow("read a state")
            << QByteArray("GET") << "/users/x/state" << any << "directory:userStateChange:view";
        QTest::newRow("search") << QByteArray("POST") << "/users/search" << any << "directory:user:view";
        QTest::newRow("agent status")
            << QByteArray("GET") << "/analytics/agents/x/status" << any << "analytics:agentState:view";
        QTest::newRow("details") << QByteArray("POST") << "/analytics/conversations/details/query" << any
                                 << "analytics:conversationDetail:view, "
                                    "analytics:agentConversationDetail:view";
        QTest::newRow("conversation")
            << QByteArray("GET") << "/conversations/x" << any << "conversation:communication:view";
        QTest::newRow("end a participation, published")
            << QByteArray("PATCH") << "/conversations/x/participants/y" << any
            << "conversation:participant:wrapup, conversation:call:record, "
               "conversation:communication:disconnect";
        QTest::newRow("end a participation, legacy")
            << QByteArray("DELETE") << "/conversations/x/participants/y" << any
            << "conversation:communication:disconnect";
        QTest::newRow("hand over") << QByteArray("POST") << "/conversations/x/participants/y/replace/queue"
                                   << any
                                   << "conversation:communication:blindTransfer, "
                                      "conversation:communication:blindTransferQueue";
        QTest::newRow("presences") << QByteArray("GET") << "/presence/definitions" << all
                                   << "presence:presenceDefinition:view";
        QTest::newRow("end tokens") << QByteArray("DELETE") << "/tokens/x" << any << "oauth:token:delete";
    }

    void namesWhatIsMissing()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QString, code);
        QFETCH(QString, permissions);
        RunningDemo demo(withPermissions({QStringLiteral("none:at:all")}));
        const DemoAnswer answer = demo.client->send(method, path, "{}");
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.code, code);
        QCOMPARE(answer.json.value(QLatin1String("messageParams"))[QLatin1String("permissions")].toString(),
                 permissions);
        const QString message = answer.json.value(QLatin1String("message")).toString();
        QVERIFY(message.contains(QString(QLatin1Char('[') + permissions + QLatin1Char(']'))));
        QVERIFY(answer.json.value(QLatin1String("messageWithParams"))
                    .toString()
                    .endsWith(QLatin1String("[{permissions}]")));
        // The same with the permission goes further.
        const QString first = permissions.section(QStringLiteral(", "), -1);
        RunningDemo allowed(withPermissions({first}));
        QVERIFY(allowed.client->send(method, path, "{}").status != 403);
    }

    void wildcardsAreEnough()
    {
        RunningDemo demo(withPermissions({QStringLiteral("directory:*:*")}));
        QCOMPARE(demo.client->send("POST", QStringLiteral("/users/search"), "{\"query\":[]}").status, 200);
        QCOMPARE(demo.client->send("DELETE", QStringLiteral("/users/x")).status, 404);
        QCOMPARE(demo.client->get(QStringLiteral("/conversations/x")).status, 403);
    }

    void userTokensHaveTheirRolesCutDown()
    {
        const auto permissionsOf = [](RunningDemo &demo, const QString &user) {
            DemoClient client(demo.endpoints);
            client.setToken(demo.server.issueToken(user));
            QStringList list;
            const QJsonArray all =
                client.get(QStringLiteral("/users/me?expand=authorization"))
                    .json.value(QLatin1String("authorization"))[QLatin1String("permissions")]
                    .toArray();
            for (const QJsonValue &one : all)
                list.append(one.toString());
            return list;
        };
        RunningDemo full;
        const QStringList admin = permissionsOf(full, full.server.adminUserId());
        const QStringList deputy = permissionsOf(full, full.server.directoryAdminUserId());
        QVERIFY(admin.contains(QLatin1String("alerting:*:*")));
        QVERIFY(deputy.contains(QLatin1String("directory:user:*")));
        QVERIFY(!deputy.contains(QLatin1String("alerting:*:*")));
        DemoClient client(full.endpoints);
        client.setToken(full.server.issueToken(full.user("nora.nothing")));
        QCOMPARE(client.send("DELETE", QStringLiteral("/users/x")).code,
                 QStringLiteral("missing.any.permissions"));

        RunningDemo cut(
            withPermissions({QStringLiteral("directory:user:*"), QStringLiteral("alerting:*:*")}));
        QCOMPARE(permissionsOf(cut, cut.server.directoryAdminUserId()),
                 QStringList{QStringLiteral("directory:user:*")});
    }

    void saysInWhichDivisionsSomethingIsPermitted()
    {
        RunningDemo demo(withPermissions({QStringLiteral("directory:user:edit")}));
        const QString path = QStringLiteral("/authorization/divisionspermitted/paged/me?permission=");
        const DemoAnswer yes = demo.client->get(path + QStringLiteral("directory:user:edit"));
        QCOMPARE(yes.json.value(QLatin1String("total")).toInt(), 6);
        QVERIFY(yes.json.value(QLatin1String("allDivsPermitted")).toBool());
        const DemoAnswer no = demo.client->get(path + QStringLiteral("directory:user:delete"));
        QCOMPARE(no.json.value(QLatin1String("total")).toInt(-1), 0);
        QVERIFY(!no.json.value(QLatin1String("allDivsPermitted")).toBool(true));
    }

    void oneUserIsTheLastAdministrator()
    {
        RunningDemo demo;
        QStringList administrators;
        for (int page = 1; page <= 2; ++page) {
            const QString path =
                QStringLiteral("/users?pageSize=500&expand=authorization&pageNumber=%1").arg(page);
            const QJsonArray users = demo.client->get(path).json.value(QLatin1String("entities")).toArray();
            for (const QJsonValue &user : users) {
                const QJsonArray roles =
                    user[QLatin1String("authorization")][QLatin1String("roles")].toArray();
                for (const QJsonValue &role : roles) {
                    if (role[QLatin1String("name")].toString() == QLatin1String("Master Admin"))
                        administrators.append(user[QLatin1String("id")].toString());
                }
            }
        }
        QCOMPARE(administrators, QStringList{demo.server.adminUserId()});
        QVERIFY(demo.server.directoryAdminUserId() != demo.server.adminUserId());
        // Who goes inactive loses the role: then nobody has it.
        demo.client->send("PUT", QStringLiteral("/users/%1").arg(administrators.first()),
                          "{\"status\":\"inactive\"}");
        QCOMPARE(demo.server.adminUserId(), QString());
    }
};

QTEST_GUILESS_MAIN(TestDemoPermissions)
#include "tst_demopermissions.moc"
