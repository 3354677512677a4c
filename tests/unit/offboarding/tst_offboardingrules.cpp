// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/actpermissions.h"
#include "app/offboarding/administrators.h"
#include "app/offboarding/offboardingrules.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QTest>

#include <memory>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

RuleInput good()
{
    RuleInput input;
    input.act = Act::ForceDelete;
    input.signedInAs.userId = QStringLiteral("admin-1");
    input.signedInAs.email = QStringLiteral("admin@example.com");
    input.user.id = QStringLiteral("u-1");
    input.user.email = QStringLiteral("leaver@example.com");
    input.user.divisionId = QStringLiteral("d-1");
    input.chosenUserIds = QStringList{input.user.id};
    input.organizationUsers = 100;
    input.administrators = {true, {}};
    return input;
}

GateStatus statusOf(const RuleInput &input, OffboardingRule rule)
{
    const QList<RuleResult> results = checkOffboardingRules(input);
    for (const RuleResult &result : results) {
        if (result.rule == rule)
            return result.status;
    }
    return GateStatus::Unknown;
}

QStringList users(int count)
{
    QStringList ids;
    for (int i = 1; i <= count; ++i)
        ids.append(QStringLiteral("u-%1").arg(i));
    return ids;
}

QByteArray userJson(const QByteArray &id, const QByteArray &permission)
{
    const QByteArray authorization =
        permission == "?" ? QByteArray() : ",\"authorization\":{\"permissions\":[\"" + permission + "\"]}";
    return "{\"id\":\"" + id + "\",\"state\":\"active\"" + authorization + '}';
}

} // namespace

class TestOffboardingRules : public QObject
{
    Q_OBJECT

private:
    FaultServer m_server;
    QHash<QByteArray, QByteArray> m_permissions; ///< by user id

    AdministratorCensus find(const QStringList &chosen)
    {
        m_server.setHandler([this](const ReceivedRequest &request) {
            const QByteArray path = request.path();
            if (path == "/api/v2/users") {
                QByteArrayList entities;
                for (auto it = m_permissions.constBegin(); it != m_permissions.constEnd(); ++it)
                    entities.append(userJson(it.key(), it.value()));
                return jsonAnswer("{\"pageCount\":1,\"entities\":[" + entities.join(',') + "]}");
            }
            const QByteArray id = path.mid(path.lastIndexOf('/') + 1);
            return m_permissions.contains(id) ? jsonAnswer(userJson(id, m_permissions.value(id)))
                                              : errorAnswer(404, "not.found", "no");
        });
        ApiClient client(m_server.url());
        AdministratorFinder finder(client);
        return QCoro::waitFor(finder.find(chosen));
    }

private Q_SLOTS:
    void everythingIsKept()
    {
        const QList<RuleResult> results = checkOffboardingRules(good());
        QCOMPARE(results.size(), 6);
        QVERIFY(areAllKept(results));
    }

    void nobodyOffboardsThemselves()
    {
        RuleInput input = good();
        input.user.id = input.signedInAs.userId;
        QCOMPARE(statusOf(input, OffboardingRule::NotYourself), GateStatus::Refused);
        input = good();
        input.user.email = QStringLiteral("Admin@Example.com");
        QCOMPARE(statusOf(input, OffboardingRule::NotYourself), GateStatus::Refused);
        input = good();
        input.signedInAs = {};
        QCOMPARE(statusOf(input, OffboardingRule::NotYourself), GateStatus::Unknown);
        QVERIFY(!areAllKept(checkOffboardingRules(input)));
        input.signedInAs.isClient = true; // there is no person behind it
        QCOMPARE(statusOf(input, OffboardingRule::NotYourself), GateStatus::Passed);
    }

    void protectedUsersStay()
    {
        for (const char *entry : {"u-1", " LEAVER@example.com "}) {
            RuleInput input = good();
            input.connection.protectedUsers = QStringList{QString::fromLatin1(entry)};
            QCOMPARE(statusOf(input, OffboardingRule::NotProtected), GateStatus::Refused);
        }
        RuleInput input = good();
        input.user.email.clear();
        input.connection.protectedUsers = QStringList{QString(), QStringLiteral("other@example.com")};
        QCOMPARE(statusOf(input, OffboardingRule::NotProtected), GateStatus::Passed);
    }

    void divisionsLimitTheChoice()
    {
        RuleInput input = good();
        input.connection.allowedDivisions = QStringList{QStringLiteral("d-2")};
        QCOMPARE(statusOf(input, OffboardingRule::InAllowedDivision), GateStatus::Refused);
        input.user.divisionId.clear();
        QCOMPARE(statusOf(input, OffboardingRule::InAllowedDivision), GateStatus::Unknown);
        input.user.divisionId = QStringLiteral("d-2");
        QCOMPARE(statusOf(input, OffboardingRule::InAllowedDivision), GateStatus::Passed);
    }

    void oneAdministratorIsLeft()
    {
        RuleInput input = good();
        input.administrators.userIds = {QStringLiteral("u-1")};
        QCOMPARE(statusOf(input, OffboardingRule::NotLastAdministrator), GateStatus::Refused);
        input.administrators.userIds.insert(QStringLiteral("u-2"));
        QCOMPARE(statusOf(input, OffboardingRule::NotLastAdministrator), GateStatus::Passed);
        input.chosenUserIds = users(2); // both at once
        QCOMPARE(statusOf(input, OffboardingRule::NotLastAdministrator), GateStatus::Refused);
        input.administrators.isKnown = false;
        QCOMPARE(statusOf(input, OffboardingRule::NotLastAdministrator), GateStatus::Unknown);
    }

    void tripwires()
    {
        RuleInput input = good();
        input.connection.limits = {5, 10};
        input.chosenUserIds = users(5);
        QCOMPARE(statusOf(input, OffboardingRule::WithinUserLimit), GateStatus::Passed);
        input.chosenUserIds = users(6);
        QCOMPARE(statusOf(input, OffboardingRule::WithinUserLimit), GateStatus::Refused);
        input.connection.limits = {500, 10};
        input.chosenUserIds = users(10);
        QCOMPARE(statusOf(input, OffboardingRule::WithinOrganizationShare), GateStatus::Passed);
        input.chosenUserIds = users(11);
        QCOMPARE(statusOf(input, OffboardingRule::WithinOrganizationShare), GateStatus::Refused);
        input.organizationUsers = -1;
        QCOMPARE(statusOf(input, OffboardingRule::WithinOrganizationShare), GateStatus::Unknown);
        input.chosenUserIds = users(1);
        QCOMPARE(statusOf(input, OffboardingRule::WithinOrganizationShare), GateStatus::Passed);
    }

    void restoringAndClearingHaveNoSuchRules()
    {
        RuleInput input = good();
        input.user.id = input.signedInAs.userId;
        for (const Act act : {Act::Restore, Act::ClearReferences}) {
            input.act = act;
            QVERIFY(checkOffboardingRules(input).isEmpty());
        }
    }

    void administratorsAreFound()
    {
        m_permissions = {{"u-1", "directory:user:view"}, {"boss", "*"}, {"old", "admin"}};
        const AdministratorCensus none = find({QStringLiteral("u-1")});
        QVERIFY(none.isKnown);
        QVERIFY(none.userIds.isEmpty());
        QCOMPARE(m_server.requestCount("/api/v2/users"),
                 0); // no administrator leaves: nobody has to be counted

        const AdministratorCensus two = find({QStringLiteral("boss")});
        QVERIFY(two.isKnown);
        const QSet<QString> both{QStringLiteral("boss"), QStringLiteral("old")};
        QCOMPARE(two.userIds, both);

        m_permissions.remove("old");
        const AdministratorCensus last = find({QStringLiteral("boss")});
        QVERIFY(last.isKnown);
        QCOMPARE(last.userIds, QSet<QString>{QStringLiteral("boss")});
    }

    void whatCouldNotBeReadIsNotKnown()
    {
        m_permissions = {{"u-1", "?"}};
        QVERIFY(!find({QStringLiteral("u-1")}).isKnown);
        QVERIFY(!find({QStringLiteral("nobody")}).isKnown);
    }

    void actsNeedTheirPermissions()
    {
        const PermissionSet reader(
            {QStringLiteral("analytics:*:view"), QStringLiteral("conversation:*:view")});
        for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
            QCOMPARE(missingForAct(Act::Deactivate, dialect, reader),
                     QStringList{QStringLiteral("directory:user:edit")});
            PlanOptions ticked;
            ticked.revokeTokens = true;
            ticked.removeRoles = true;
            const QStringList more = missingForAct(Act::Deactivate, dialect, reader, ticked);
            QVERIFY(more.contains(QStringLiteral("oauth:token:delete")));
            QVERIFY(more.contains(QStringLiteral("authorization:grant:delete")));
            QCOMPARE(missingForAct(Act::Restore, dialect, reader, ticked),
                     missingForAct(Act::Restore, dialect, reader));
            QCOMPARE(missingForAct(Act::Restore, dialect, reader),
                     QStringList{QStringLiteral("directory:user:edit")});
            QCOMPARE(missingForAct(Act::Delete, dialect, reader),
                     QStringList{QStringLiteral("directory:user:delete")});
            QVERIFY(missingForAct(Act::ForceDelete, dialect, reader)
                        .contains(QStringLiteral("directory:user:delete")));
            QVERIFY(missingForAct(Act::ClearReferences, dialect, reader)
                        .contains(QStringLiteral("conversation:communication:disconnect")));
            QVERIFY(missingForAct(Act::Delete, dialect, PermissionSet()).isEmpty());
        }
        QVERIFY(missingForAct(Act::ForceDelete, Dialect::Published, reader)
                    .contains(QStringLiteral("conversation:communication:disconnect")));
        const QString text = requiredPermissionsText({Act::Deactivate, Act::Delete}, Dialect::Published);
        QCOMPARE(text, QStringLiteral("analytics:agentState:view\nanalytics:conversationDetail:view\n"
                                      "conversation:communication:view\ndirectory:user:delete\n"
                                      "directory:user:edit"));
    }
};

QTEST_GUILESS_MAIN(TestOffboardingRules)
#include "tst_offboardingrules.moc"
