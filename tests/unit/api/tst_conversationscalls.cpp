// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/conversationscalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace offboarding {

namespace {

const QString leaver = QStringLiteral("u1");

ApiResponse answer(const QByteArray &body)
{
    return {200, body, QStringLiteral("c-1"), QStringLiteral("GET /api/v2/x")};
}

/// The rows of a table of bodies, each with whether it can be used.
void addBodies(const QList<QPair<const char *, bool>> &bodies)
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isUsable");
    for (const auto &[body, isUsable] : bodies)
        QTest::newRow(*body == '\0' ? "(empty)" : body) << QByteArray(body) << isUsable;
}

} // namespace

class ConversationsCallsTest : public QObject
{
    Q_OBJECT

private:
    template <typename T> void verifyUsable(const Result<T> &result)
    {
        QFETCH(const bool, isUsable);
        QCOMPARE(result.has_value(), isUsable);
        if (result)
            return;
        QCOMPARE(result.error().kind, ErrorKind::BadResponse);
        QCOMPARE(result.error().place, QStringLiteral("GET /api/v2/x"));
        QVERIFY(!result.error().detail.isEmpty());
    }

private Q_SLOTS:
    void theRequestsAreThoseOfTheContract()
    {
        const QString evil = QStringLiteral("../x");
        QCOMPARE(conversationRequest(evil).line(), QStringLiteral("GET /api/v2/conversations/..%2Fx"));
        QCOMPARE(agentStatusRequest(evil).line(),
                 QStringLiteral("GET /api/v2/analytics/agents/..%2Fx/status"));
        QCOMPARE(queuesRequest(2, 100).line(),
                 QStringLiteral("GET /api/v2/routing/queues?pageSize=100&pageNumber=2"));
        QCOMPARE(organizationRequest().line(), QStringLiteral("GET /api/v2/organizations/me"));
        for (const ApiRequest &request : {conversationRequest(evil), agentStatusRequest(evil),
                                          queuesRequest(1, 1), organizationRequest()})
            QVERIFY(request.idempotent && request.body.isEmpty());
    }

    void theDetailQueryIsThatOfTheContract()
    {
        const QDateTime from(QDate(2026, 8, 1), QTime(2, 0), Qt::OffsetFromUTC, 7200);
        const QDateTime to = from.addDays(15);
        const ApiRequest open = conversationDetailsRequest(leaver, from, to, true, 1);
        QCOMPARE(open.line(), QStringLiteral("POST /api/v2/analytics/conversations/details/query"));
        QVERIFY(open.idempotent); // a query
        const QJsonDocument expected = QJsonDocument::fromJson(
            R"({"interval":"2026-08-01T00:00:00.000Z/2026-08-16T00:00:00.000Z","order":"desc",
                "orderBy":"conversationStart","paging":{"pageSize":100,"pageNumber":1},
                "conversationFilters":[{"type":"and","predicates":[
                    {"type":"dimension","dimension":"conversationEnd","operator":"notExists"}]}],
                "segmentFilters":[{"type":"and","predicates":[
                    {"type":"dimension","dimension":"userId","operator":"matches","value":"u1"},
                    {"type":"dimension","dimension":"segmentEnd","operator":"notExists"}]}]})");
        QVERIFY(!expected.isNull());
        QCOMPARE(QJsonDocument::fromJson(open.body), expected);
        const QJsonObject recent =
            QJsonDocument::fromJson(conversationDetailsRequest(leaver, from, to, false, 7).body).object();
        QVERIFY(!recent.contains(QStringLiteral("conversationFilters")));
        QVERIFY(!QJsonDocument(recent).toJson().contains("notExists"));
        QCOMPARE(
            recent.value(QStringLiteral("paging")).toObject().value(QStringLiteral("pageNumber")).toInt(), 7);
    }

    void aRecordedAgentStatusIsRead()
    {
        const Result<AgentStatus> status = parseAgentStatus(
            answer(
                R"({"userId":"u1","sessionCount":2,"systemPresence":"ON_QUEUE","routingStatus":"INTERACTING",
                "sessions":[{"conversationId":"c1","sessionId":"s1","sessionStart":"2026-08-01T10:00:00.000Z",
                    "segmentType":"interact","routedQueueId":"q1","originatingDirection":"inbound","mediaType":"voice"},
                    {"conversationId":"c2","segmentType":"wrapup","mediaType":"message"}]})"),
            leaver);
        QVERIFY(status.has_value());
        QCOMPARE(status->sessionCount, 2);
        QCOMPARE(status->presence, QStringLiteral("ON_QUEUE"));
        QCOMPARE(status->routingStatus, QStringLiteral("INTERACTING"));
        QCOMPARE(status->sessions.size(), 2);
        const AgentSession &session = status->sessions.constFirst();
        QCOMPARE(session.conversationId, QStringLiteral("c1"));
        QCOMPARE(session.queueId, QStringLiteral("q1"));
        QCOMPARE(session.direction, QStringLiteral("inbound"));
        QCOMPARE(session.mediaType, QStringLiteral("voice"));
        QCOMPARE(session.segmentType, QStringLiteral("interact"));
        QCOMPARE(session.start, QDateTime(QDate(2026, 8, 1), QTime(10, 0), Qt::UTC));
    }

    void anUnreadableAgentStatusIsNotZero_data()
    {
        addBodies({{R"({"userId":"u1","sessionCount":0,"sessions":[]})", true},
                   {R"({"sessionCount":0})", true},
                   {R"({"userId":"u1","sessions":[]})", true},
                   {R"({"sessions":null,"sessionCount":1})", true},
                   {R"({"userId":"u1"})", false},
                   {R"({"userId":"somebody else","sessionCount":0,"sessions":[]})", false},
                   {R"({"sessionCount":0,"sessions":{}})", false},
                   {R"({"sessionCount":0,"sessions":"none"})", false},
                   {R"({"sessionCount":"0","sessions":[]})", false},
                   {R"({"sessionCount":-1,"sessions":[]})", false},
                   {R"({"sessionCount":0.5})", false},
                   {R"({"message":"maintenance"})", false},
                   {"{}", false},
                   {"[]", false},
                   {"", false}});
    }

    void anUnreadableAgentStatusIsNotZero()
    {
        QFETCH(const QByteArray, body);
        verifyUsable(parseAgentStatus(answer(body), leaver));
    }

    void sessionsThatAreListedCountEvenIfTheNumberIsLower()
    {
        const auto status = parseAgentStatus(answer(R"({"sessionCount":0,"sessions":[{},17]})"), leaver);
        QCOMPARE(status->sessionCount, 2);
        const auto more = parseAgentStatus(answer(R"({"sessionCount":5,"sessions":[]})"), leaver);
        QCOMPARE(more->sessionCount, 5);
    }

    void aRecordedDetailPageIsReadFromTheLeaversSide()
    {
        const Result<ConversationDetailPage> page = parseConversationDetails(
            answer(
                R"({"totalHits":7,"conversations":[{"conversationId":"c1","conversationStart":"2026-08-01T10:00:00.000Z",
                "originatingDirection":"inbound","participants":[
                {"participantId":"p0","purpose":"customer","sessions":[{"mediaType":"voice","segments":[{}]}]},
                {"participantId":"p1","userId":"u1","purpose":"agent","sessions":[{"mediaType":"voice","direction":"inbound",
                    "segments":[{"segmentStart":"2026-08-01T10:00:00.000Z","segmentEnd":"2026-08-01T10:01:00.000Z","queueId":"q1"}]}]},
                {"participantId":"p2","userId":"u1","purpose":"agent","sessions":[{"mediaType":"voice",
                    "segments":[{"segmentStart":"2026-08-01T10:02:00.000Z"}]}]}]}]})"),
            leaver);
        QVERIFY(page.has_value());
        QCOMPARE(page->totalHits, 7);
        QCOMPARE(page->rows, 1);
        QCOMPARE(page->unreadable, 0);
        const ConversationDetail &detail = page->conversations.constFirst();
        QCOMPARE(detail.conversationId, QStringLiteral("c1"));
        QCOMPARE(detail.participantIds, (QStringList{QStringLiteral("p1"), QStringLiteral("p2")}));
        QCOMPARE(detail.queueId, QStringLiteral("q1"));
        QCOMPARE(detail.mediaType, QStringLiteral("voice"));
        QCOMPARE(detail.direction, QStringLiteral("inbound"));
        QVERIFY(detail.userSegmentOpen);
        QVERIFY(detail.start.isValid() && !detail.end.isValid());
    }

    void anEndThatCannotBeReadIsOpen_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("ended") << QByteArray(R"("2026-08-01T10:01:00.000Z")") << false;
        QTest::newRow("null") << QByteArray("null") << true;
        QTest::newRow("empty") << QByteArray(R"("")") << true;
        QTest::newRow("not a date") << QByteArray(R"("yesterday")") << true;
        QTest::newRow("a number") << QByteArray("1754042400") << true;
    }

    void anEndThatCannotBeReadIsOpen()
    {
        QFETCH(const QByteArray, end);
        QFETCH(const bool, isOpen);
        const auto page = parseConversationDetails(
            answer(R"({"totalHits":1,"conversations":[{"conversationId":"c1","participants":[{"userId":"u1",
                "sessions":[{"segments":[{"segmentEnd":)" +
                   end + "}]}]}]}]}"),
            leaver);
        QVERIFY(page.has_value());
        QCOMPARE(page->conversations.constFirst().userSegmentOpen, isOpen);
    }

    void anUnreadableDetailPageIsNotZero_data()
    {
        addBodies({{"{}", true}, // what the platform says when nothing was found
                   {R"({"totalHits":0})", true},
                   {R"({"conversations":[],"totalHits":0})", true},
                   {R"({"conversations":null,"totalHits":0})", true},
                   {R"({"conversations":{}})", false},
                   {R"({"conversations":"none"})", false},
                   {R"({"totalHits":"0"})", false},
                   {R"({"message":"maintenance"})", false},
                   {R"({"results":[]})", false},
                   {"[]", false},
                   {"", false}});
    }

    void anUnreadableDetailPageIsNotZero()
    {
        QFETCH(const QByteArray, body);
        verifyUsable(parseConversationDetails(answer(body), leaver));
    }

    void rowsWithoutIdAreCounted()
    {
        const auto page = parseConversationDetails(
            answer(
                R"({"totalHits":1e300,"conversations":[{"conversationId":"c1"},{},17,null,{"conversationId":4}]})"),
            leaver);
        QVERIFY(page.has_value());
        QCOMPARE(page->rows, 5);
        QCOMPARE(page->unreadable, 4);
        QCOMPARE(page->conversations.size(), 1);
        QVERIFY(page->totalHits > 0);
        QVERIFY(parseConversationDetails(answer(R"({"totalHits":-7})"), leaver)->totalHits == 0);
    }

    void queuesAreRead()
    {
        const auto page = parseQueuePage(
            answer(R"({"pageCount":3,"entities":[{"id":"q1","name":"Support","division":{"name":"Home"}},
                {"name":"without id"},17,{"id":"q2","name":5,"division":"Home"}]})"));
        QVERIFY(page.has_value());
        QCOMPARE(page->pageCount, 3);
        QCOMPARE(page->rows, 4);
        QCOMPARE(page->queues.size(), 2);
        QCOMPARE(page->queues.at(0).name, QStringLiteral("Support"));
        QCOMPARE(page->queues.at(0).divisionName, QStringLiteral("Home"));
        QCOMPARE(page->queues.at(1).id, QStringLiteral("q2"));
        QVERIFY(page->queues.at(1).name.isEmpty());
        for (const char *text : {"", "{}", "[]", R"({"entities":{}})", R"({"entities":null})"})
            QVERIFY2(!parseQueuePage(answer(QByteArray(text))).has_value(), text);
    }

    void anOrganisationWithoutIdIsNone()
    {
        const auto organization = parseOrganization(answer(R"({"id":"o1","name":"Acme <b>"})"));
        QVERIFY(organization.has_value());
        QCOMPARE(organization->id, QStringLiteral("o1"));
        QCOMPARE(organization->name, QStringLiteral("Acme <b>"));
        QVERIFY(parseOrganization(answer(R"({"id":"o1"})")).has_value());
        for (const char *text :
             {"", "{}", "[]", R"({"name":"Acme"})", R"({"id":"","name":"Acme"})", R"({"id":17})"})
            QVERIFY2(!parseOrganization(answer(QByteArray(text))).has_value(), text);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ConversationsCallsTest)
#include "tst_conversationscalls.moc"
