// SPDX-License-Identifier: GPL-3.0-or-later
// What takes away and puts back what is around a person: the requests as the contract has them (§1.2, §6).
#include "app/api/calls/surroundingcalls.h"
#include "app/api/dialect.h"
#include "app/api/permissiontable.h"

#include <QTest>

using namespace offboarding;

namespace {

const QString user = QStringLiteral("u/1"); // an id cannot leave its place in a path

RoleGrant grant()
{
    RoleGrant one;
    one.roleId = QStringLiteral("r/1");
    one.divisionId = QStringLiteral("*");
    return one;
}

ApiResponse answer(const QByteArray &body)
{
    ApiResponse response;
    response.status = 200;
    response.body = body;
    return response;
}

QString text(const ApiRequest &request)
{
    QString line = request.line();
    if (!request.body.isEmpty())
        line += QLatin1Char(' ') + QString::fromUtf8(request.body);
    return line;
}

QList<ApiRequest> writes()
{
    const QList<SkillLevel> levels{{QStringLiteral("s1"), {}, 2.5}};
    const CallForwarding forwarding{true, {QStringLiteral("+49")}, {QStringLiteral("PHONENUMBER")}, {}};
    return {revokeTokensRequest(user),
            setPresenceRequest(user, QStringLiteral("p1")),
            setRoutingStatusRequest(user, QStringLiteral("OFF_QUEUE")),
            releaseStationRequest(user),
            associateStationRequest(user, QStringLiteral("st 1")),
            removeQueueMemberRequest(QStringLiteral("q1"), user),
            addQueueMemberRequest(QStringLiteral("q1"), user),
            joinQueueRequest(QStringLiteral("q1"), user),
            removeSkillRequest(user, QStringLiteral("s1")),
            removeLanguageRequest(user, QStringLiteral("l1")),
            addSkillsRequest(user, levels),
            addLanguagesRequest(user, levels),
            removeGroupMemberRequest(QStringLiteral("g1"), user),
            addGroupMemberRequest(QStringLiteral("g1"), user, 4),
            removeGrantRequest(user, grant()),
            addGrantRequest(user, grant()),
            setManagerRequest(user, QStringLiteral("m1"), 9),
            setForwardingRequest(user, forwarding)};
}

} // namespace

class TestSurroundingCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreThoseOfTheContract()
    {
        const QStringList expected{
            QStringLiteral("DELETE /api/v2/tokens/u%2F1"),
            QStringLiteral("PATCH /api/v2/users/u%2F1/presences/purecloud "
                           R"({"presenceDefinition":{"id":"p1"}})"),
            QStringLiteral("PUT /api/v2/users/u%2F1/routingstatus "
                           R"({"status":"OFF_QUEUE"})"),
            QStringLiteral("DELETE /api/v2/users/u%2F1/station/associatedstation"),
            QStringLiteral("PUT /api/v2/users/u%2F1/station/associatedstation/st%201"),
            QStringLiteral("DELETE /api/v2/routing/queues/q1/members/u%2F1"),
            QStringLiteral("POST /api/v2/routing/queues/q1/members?delete=false "
                           R"([{"id":"u/1"}])"),
            QStringLiteral("PATCH /api/v2/routing/queues/q1/members/u%2F1 "
                           R"({"joined":true})"),
            QStringLiteral("DELETE /api/v2/users/u%2F1/routingskills/s1"),
            QStringLiteral("DELETE /api/v2/users/u%2F1/routinglanguages/l1"),
            QStringLiteral("PATCH /api/v2/users/u%2F1/routingskills/bulk "
                           R"([{"id":"s1","proficiency":2.5}])"),
            QStringLiteral("PATCH /api/v2/users/u%2F1/routinglanguages/bulk "
                           R"([{"id":"s1","proficiency":2.5}])"),
            QStringLiteral("DELETE /api/v2/groups/g1/members?ids=u%2F1"),
            QStringLiteral("POST /api/v2/groups/g1/members "
                           R"({"memberIds":["u/1"],"version":4})"),
            QStringLiteral("DELETE /api/v2/authorization/subjects/u%2F1/divisions/%2A/roles/r%2F1"),
            QStringLiteral(
                "POST /api/v2/authorization/subjects/u%2F1/divisions/%2A/roles/r%2F1?subjectType=PC_USER"),
            QStringLiteral("PATCH /api/v2/users/u%2F1 "
                           R"({"manager":"m1","version":9})"),
            QStringLiteral(
                "PUT /api/v2/users/u%2F1/callforwarding "
                R"({"calls":[{"targets":[{"type":"PHONENUMBER","value":"+49"}]}],"enabled":true})")};
        const QList<ApiRequest> all = writes();
        QCOMPARE(all.size(), expected.size());
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(text(all.at(i)), expected.at(i));
    }

    void everyOneHasItsPermissionAndIsSentOnce()
    {
        for (const ApiRequest &request : writes()) {
            QVERIFY2(permissionNeed(request.operation).has_value(), qPrintable(request.operation));
            QVERIFY2(!request.idempotent, qPrintable(request.operation));
        }
        QVERIFY(permissionNeed(presenceDefinitionsRequest().operation).has_value());
        QVERIFY(permissionNeed(groupRequest(QStringLiteral("g")).operation).has_value());
    }

    void aVersionThatIsReadLaterIsShownAsSuch()
    {
        QVERIFY(addGroupMemberRequest(QStringLiteral("g1"), user, std::nullopt).body.contains("{version}"));
        QVERIFY(setManagerRequest(user, {}, std::nullopt).body.contains("{version}"));
    }

    void thePresenceIsThatOfTheSystem()
    {
        const Result<QString> id = parseOfflinePresence(answer(
            R"({"entities":[{"id":"a","systemPresence":"Available","type":"System"},
                {"id":"lunch","systemPresence":"Offline","type":"User"},
                {"id":"old","systemPresence":"Offline","type":"System","deactivated":true},
                7, {"systemPresence":"OFFLINE","id":"x"}]})"));
        QVERIFY(id);
        QCOMPARE(*id, QStringLiteral("x"));
        const Result<QString> none = parseOfflinePresence(answer(R"({"entities":[]})"));
        QVERIFY(none && none->isEmpty());
        QVERIFY(!parseOfflinePresence(answer("{}")));
        QVERIFY(!parseOfflinePresence(answer("<html>")));
    }

    void aGroupWithoutVersionIsNoAnswer()
    {
        const Result<int> version = parseGroupVersion(answer(R"({"id":"g","version":12})"));
        QVERIFY(version);
        QCOMPARE(*version, 12);
        for (const char *body : {"{}", R"({"version":"12"})", R"({"version":-1})", "[]", "nothing"})
            QVERIFY2(!parseGroupVersion(answer(body)), body);
    }

    void aReasonIsSentWhereThereIsAWordForIt()
    {
        QCOMPARE(stateChangeReason(QStringLiteral(" voluntary ")), QStringLiteral("Voluntary"));
        QCOMPARE(stateChangeReason(QStringLiteral("CONDUCT")), QStringLiteral("Conduct"));
        QVERIFY(stateChangeReason(QStringLiteral("moved away")).isEmpty());
        QVERIFY(stateChangeReason({}).isEmpty());
        const ApiRequest reasoned =
            deactivateUserRequest(Dialect::Published, user, 3, QStringLiteral("leave"));
        QCOMPARE(text(reasoned),
                 QStringLiteral("PUT /api/v2/users/u%2F1/state "
                                R"({"state":"inactive","stateChangeReason":"Leave","version":3})"));
        QCOMPARE(reasoned.operation, QStringLiteral("putUserState"));
        // Without a word, or without a place for it, it is the ordinary request.
        QCOMPARE(text(deactivateUserRequest(Dialect::Published, user, 3, QStringLiteral("moved"))),
                 text(deactivateUserRequest(Dialect::Published, user, 3)));
        QCOMPARE(text(deactivateUserRequest(Dialect::Legacy, user, 3, QStringLiteral("leave"))),
                 text(deactivateUserRequest(Dialect::Legacy, user, 3)));
    }
};

QTEST_GUILESS_MAIN(TestSurroundingCalls)
#include "tst_surroundingcalls.moc"
