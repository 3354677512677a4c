// SPDX-License-Identifier: GPL-3.0-or-later
// What is around a person, against the demo organisation and against servers that do not tell everything.
#include "app/demo/demoserver.h"
#include "app/references/referencefinder.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

namespace offboarding {

using testing::errorAnswer;
using testing::FaultServer;
using testing::jsonAnswer;
using testing::ReceivedRequest;
using testing::ScriptedAnswer;

namespace {

ScriptedAnswer json(const QJsonObject &object)
{
    return jsonAnswer(QJsonDocument(object).toJson());
}

QJsonObject named(const char *id, const char *name)
{
    return {{QStringLiteral("id"), QLatin1String(id)}, {QStringLiteral("name"), QLatin1String(name)}};
}

QJsonObject page(const QJsonArray &entities, int pageCount = 1)
{
    return {{QStringLiteral("entities"), entities},
            {QStringLiteral("pageCount"), pageCount},
            {QStringLiteral("total"), static_cast<int>(entities.size())}};
}

/// A server whose one user has a bit of everything.
class PersonServer
{
public:
    PersonServer() : client(server.url()), finder(client)
    {
        client.setRetrySettings({1, 1, 1});
        server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
        answers.insert("/api/v2/users/u1/routingskills",
                       json(page({named("s1", "English"), named("s2", "Law")})));
        answers.insert("/api/v2/users/u1/routinglanguages", json(page({})));
        answers.insert("/api/v2/groups",
                       json(page({group("g1", {}), group("g2", {"u1"}), group("g3", {"u2"})})));
        answers.insert("/api/v2/authorization/subjects/u1", json(grants()));
        answers.insert("/api/v2/users/u1/station",
                       json({{QStringLiteral("associatedStation"), named("st1", "Desk 1")}}));
        answers.insert("/api/v2/telephony/providers/edges/phones", json(page({named("ph1", "WebRTC")})));
        answers.insert("/api/v2/users/u1/callforwarding", jsonAnswer(R"({"enabled":true,"voicemail":"NONE",
            "calls":[{"targets":[{"type":"PHONENUMBER","value":"+49 30 1"}]}]})"));
        answers.insert("/api/v2/users/u1/directreports",
                       jsonAnswer(R"([{"id":"u5","name":"Report","email":"r@acme.example"}])"));
        answers.insert("/api/v2/voicemail/users/u1/mailbox",
                       jsonAnswer(R"({"totalCount":7,"unreadCount":2})"));
        answers.insert("/api/v2/users/u1/externalid",
                       jsonAnswer(R"([{"authorityName":"x-pc:scimv2:v1:abc","externalKey":"k1"}])"));
        answers.insert("/api/v2/license/users/u1", jsonAnswer(R"({"id":"u1","licenses":[{"id":"lic"}]})"));
        answers.insert("/api/v2/oauth/clients",
                       json(page({oauthClient("o1", "u1"), oauthClient("o2", "u2")})));
        answers.insert("/api/v2/taskmanagement/workitems/query",
                       jsonAnswer(R"({"entities":[{"id":"w1","statusCategory":"Open"},
                                                  {"id":"w2","statusCategory":"Closed"}]})"));
        answers.insert("/api/v2/users/u1",
                       jsonAnswer(R"({"id":"u1","name":"Leaver","state":"active","version":3,
            "conversationSummary":{"call":{"contactCenter":{"active":0,"acw":0}}},
            "groups":[{"id":"g1"}],"lastTokenIssued":{"dateIssued":"2026-11-01T10:00:00.000Z"},
            "presence":{"presenceDefinition":{"id":"pd","systemPresence":"Available"}},
            "routingStatus":{"status":"IDLE"},"outOfOffice":{"active":true,"indefinite":true}})"));
    }

    ScriptedAnswer answer(const ReceivedRequest &request) const
    {
        const QByteArray path = request.path();
        if (path == "/api/v2/users/u1/queues")
            return request.query(QStringLiteral("joined")) == QLatin1String("true") ? joinedQueues
                                                                                    : otherQueues;
        if (path == "/api/v2/analytics/conversations/details/query")
            return request.body.contains("agentOwned") ? callbacks : jsonAnswer(R"({"totalHits":0})");
        if (path.startsWith("/api/v2/analytics/agents/"))
            return jsonAnswer(R"({"sessionCount":0,"sessions":[]})");
        return answers.value(path, errorAnswer(404, "not.found", "not here"));
    }

    ReferenceMap read(ReadingDepth depth = ReadingDepth::Everything)
    {
        return QCoro::waitFor(finder.read(QStringLiteral("u1"), depth));
    }

    static QJsonObject group(const char *id, const QStringList &owners)
    {
        QJsonObject object = named(id, id);
        QJsonArray array;
        for (const QString &owner : owners)
            array.append(QJsonObject{{QStringLiteral("id"), owner}});
        object.insert(QStringLiteral("owners"), array);
        return object;
    }

    static QJsonObject oauthClient(const char *id, const char *owner)
    {
        QJsonObject object = named(id, id);
        object.insert(QStringLiteral("createdBy"), named(owner, ""));
        return object;
    }

    static QJsonObject grant(const char *subject, const char *role)
    {
        return {{QStringLiteral("subjectId"), QLatin1String(subject)},
                {QStringLiteral("role"), named(role, role)},
                {QStringLiteral("division"), named("d1", "Home")}};
    }

    static QJsonObject grants()
    {
        return {{QStringLiteral("id"), QStringLiteral("u1")},
                {QStringLiteral("grants"), QJsonArray{grant("u1", "r1"), grant("g1", "r2")}}};
    }

    FaultServer server;
    ApiClient client;
    ReferenceFinder finder;
    QHash<QByteArray, ScriptedAnswer> answers;
    ScriptedAnswer joinedQueues = json(page({named("q1", "Sales")}));
    ScriptedAnswer otherQueues = json(page({named("q2", "Night")}));
    ScriptedAnswer callbacks = jsonAnswer(R"({"totalHits":2,"conversations":[
        {"conversationId":"cb1","participants":[{"sessions":[{"callbackScheduledTime":"2026-12-01T09:00:00.000Z",
          "segments":[{"queueId":"q1","requestedRoutingUserIds":["u1"]}]}]}]},
        {"conversationId":"cb2","participants":[{"sessions":[{"segments":[{"requestedRoutingUserIds":["u2"]}]}]}]}]})");
};

SourceStatus statusOf(const ReferenceMap &map, const char *name)
{
    const QList<SourceReading> sources = map.allSources();
    const SourceReading *source = findSource(sources, name);
    return source == nullptr ? SourceStatus::Stale : source->status;
}

std::optional<int> countOf(const ReferenceMap &map, const char *name)
{
    const QList<SourceReading> sources = map.allSources();
    const SourceReading *source = findSource(sources, name);
    return source == nullptr ? std::optional<int>(-1) : source->count;
}

} // namespace

class PersonReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverythingOnce()
    {
        PersonServer server;
        const ReferenceMap map = server.read();
        QVERIFY(map.isComplete());
        for (const SourceReading &source : map.allSources())
            QVERIFY2(source.status == SourceStatus::Fresh, qPrintable(source.name));
        QVERIFY(map.person.has_value());
        const PersonReferences &person = *map.person;
        QCOMPARE(person.queues->size(), 2);
        QVERIFY(person.queues->at(0).joined);
        QVERIFY(!person.queues->at(1).joined);
        QCOMPARE(person.skills->size(), 2);
        QCOMPARE(person.languages->size(), 0);
        QCOMPARE(person.groups->at(0).name, QStringLiteral("g1"));
        QCOMPARE(person.ownedGroups->size(), 1);
        QCOMPARE(person.ownedGroups->at(0).id, QStringLiteral("g2"));
        QVERIFY(!person.roles->at(0).inherited);
        QVERIFY(person.roles->at(1).inherited);
        QCOMPARE(person.stations->associated.id, QStringLiteral("st1"));
        QCOMPARE(person.phones->size(), 1); // tied in two ways, and still one phone
        QVERIFY(person.phones->at(0).isWebRtc && person.phones->at(0).isDefaultLine);
        QCOMPARE(person.forwarding->targets, QStringList{QStringLiteral("+49 30 1")});
        QCOMPARE(person.presence->system, QStringLiteral("Available"));
        QCOMPARE(person.routingStatus->status, QStringLiteral("IDLE"));
        QVERIFY(person.outOfOffice->active);
        QVERIFY(person.lastTokenIssued->isValid());
        QCOMPARE(person.directReports->at(0).id, QStringLiteral("u5"));
        QCOMPARE(person.mailbox->total, 7);
        QVERIFY(person.externalIds->at(0).isScim());
        QCOMPARE(*person.licences, QStringList{QStringLiteral("lic")});
        QCOMPARE(person.oauthClients->size(), 1);
        QCOMPARE(person.callbacks->size(), 1);
        QCOMPARE(person.callbacks->at(0).conversationId, QStringLiteral("cb1"));
        QVERIFY(person.callbacks->at(0).scheduled.isValid());
        QCOMPARE(person.workItems->size(), 1); // the closed one refers to nobody any more

        QSet<QByteArray> sent;
        for (const ReceivedRequest &request : server.server.requests()) {
            const QByteArray whole = request.line() + request.body;
            QVERIFY2(!sent.contains(whole), whole.constData());
            sent.insert(whole);
        }
    }

    void gatesDoNotWaitForWhatIsAroundThePerson()
    {
        PersonServer server;
        const ReferenceMap map = server.read(ReadingDepth::Gates);
        QVERIFY(map.isComplete());
        QVERIFY(!map.person.has_value());
        QCOMPARE(server.server.requests().size(), 4); // status, open, recent, summary
        // What was read before stays known when only the gates are read again.
        server.read();
        server.read(ReadingDepth::Gates);
        QVERIFY(server.finder.map(QStringLiteral("u1"))->person.has_value());
    }

    void aFailedSourceIsNeitherZeroNorEmpty_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("source");
        const QList<QPair<const char *, const char *>> all{
            {"/api/v2/users/u1/routingskills", "skills"},
            {"/api/v2/groups", "owned-groups"},
            {"/api/v2/authorization/subjects/u1", "roles"},
            {"/api/v2/users/u1/station", "station"},
            {"/api/v2/telephony/providers/edges/phones", "phones"},
            {"/api/v2/users/u1/callforwarding", "forwarding"},
            {"/api/v2/users/u1/directreports", "direct-reports"},
            {"/api/v2/voicemail/users/u1/mailbox", "voicemail"},
            {"/api/v2/users/u1/externalid", "external-ids"},
            {"/api/v2/license/users/u1", "licences"},
            {"/api/v2/oauth/clients", "oauth-clients"},
            {"/api/v2/taskmanagement/workitems/query", "work-items"},
            {"/api/v2/users/u1", "groups"},
            {"/api/v2/users/u1", "tokens"}};
        for (const auto &[path, source] : all)
            QTest::addRow("%s", source) << QByteArray(path) << QString::fromLatin1(source);
    }

    void aFailedSourceIsNeitherZeroNorEmpty()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, source);
        const QByteArray name = source.toLatin1();
        const QList<QPair<ScriptedAnswer, SourceStatus>> cases{
            {errorAnswer(403, "missing.any.permissions", "you need a:b:c"), SourceStatus::NotPermitted},
            {errorAnswer(500, "internal.server.error", "sorry"), SourceStatus::Failed},
            {jsonAnswer("[1,2"), SourceStatus::Failed},
            {jsonAnswer("\"text\""), SourceStatus::Failed}};
        for (const auto &[answer, status] : cases) {
            PersonServer server;
            server.answers.insert(path, answer);
            const ReferenceMap map = server.read();
            QCOMPARE(statusOf(map, name.constData()), status);
            QVERIFY(!countOf(map, name.constData()).has_value());
            // No gate hangs on it.
            QVERIFY(map.isComplete());
            // The others are there all the same.
            QCOMPARE(map.person->queues->size(), 2);
        }
        PersonServer server;
        server.answers.insert(path, errorAnswer(403, "missing.any.permissions", "you need a:b:c"));
        const ReferenceMap map = server.read();
        const PersonReferences &person = *map.person;
        const QHash<QString, bool> known{{QStringLiteral("skills"), person.skills.has_value()},
                                         {QStringLiteral("owned-groups"), person.ownedGroups.has_value()},
                                         {QStringLiteral("roles"), person.roles.has_value()},
                                         {QStringLiteral("station"), person.stations.has_value()},
                                         {QStringLiteral("phones"), person.phones.has_value()},
                                         {QStringLiteral("forwarding"), person.forwarding.has_value()},
                                         {QStringLiteral("direct-reports"), person.directReports.has_value()},
                                         {QStringLiteral("voicemail"), person.mailbox.has_value()},
                                         {QStringLiteral("external-ids"), person.externalIds.has_value()},
                                         {QStringLiteral("licences"), person.licences.has_value()},
                                         {QStringLiteral("oauth-clients"), person.oauthClients.has_value()},
                                         {QStringLiteral("work-items"), person.workItems.has_value()},
                                         {QStringLiteral("groups"), person.groups.has_value()},
                                         {QStringLiteral("tokens"), person.lastTokenIssued.has_value()}};
        QVERIFY(known.contains(source));
        QVERIFY(!known.value(source));
    }

    void halfOfTheQueuesIsIncomplete()
    {
        PersonServer server;
        server.otherQueues = errorAnswer(500, "internal.server.error", "sorry");
        const ReferenceMap map = server.read();
        QCOMPARE(statusOf(map, "queues"), SourceStatus::Incomplete);
        QVERIFY(!countOf(map, "queues").has_value());
        QCOMPARE(map.person->queues->size(), 1); // what was found stays visible
    }

    void aListThatIsCutOffSaysSo()
    {
        PersonServer server;
        QJsonObject cut = page({named("s1", "English")});
        cut.insert(QStringLiteral("total"), 9);
        server.answers.insert("/api/v2/users/u1/routingskills", json(cut));
        server.answers.insert(
            "/api/v2/oauth/clients",
            json({{QStringLiteral("entities"), QJsonArray{PersonServer::oauthClient("o1", "u1")}},
                  {QStringLiteral("total"), 30}}));
        server.joinedQueues =
            jsonAnswer(R"({"entities":[{"id":"q1"},{"name":"no id"}],"pageCount":1,"total":2})");
        const ReferenceMap map = server.read();
        for (const char *name : {"skills", "oauth-clients", "queues"}) {
            QCOMPARE(statusOf(map, name), SourceStatus::Incomplete);
            QVERIFY(!countOf(map, name).has_value());
        }
        QCOMPARE(map.person->skills->size(), 1);
    }

    void blocksThatTheUserDoesNotCarryAreAskedFor()
    {
        PersonServer server;
        server.answers.insert("/api/v2/users/u1",
                              jsonAnswer(R"({"id":"u1","name":"Leaver","state":"active"})"));
        server.answers.insert("/api/v2/users/u1/presences/purecloud",
                              jsonAnswer(R"({"presenceDefinition":{"systemPresence":"Away"}})"));
        server.answers.insert("/api/v2/users/u1/routingstatus", jsonAnswer(R"({"status":"OFF_QUEUE"})"));
        server.answers.insert("/api/v2/users/u1/outofoffice", jsonAnswer(R"({"active":false})"));
        const ReferenceMap map = server.read();
        QCOMPARE(map.person->presence->system, QStringLiteral("Away"));
        QCOMPARE(map.person->routingStatus->status, QStringLiteral("OFF_QUEUE"));
        QVERIFY(!map.person->outOfOffice->active);
        QCOMPARE(statusOf(map, "groups"), SourceStatus::Incomplete); // only the expand has them
        QVERIFY(!map.person->groups.has_value());
        // A summary that is not there is no zero; the conversations decide without it.
        QCOMPARE(statusOf(map, "conversation-summary"), SourceStatus::Incomplete);
        QVERIFY(map.isComplete());
    }

    void theDemoOrganisationAnswersEverySource()
    {
        demo::DemoOptions options;
        options.users = 300;
        demo::DemoServer server(options);
        const Result<demo::DemoEndpoints> endpoints = server.start();
        QVERIFY(endpoints.has_value());
        ApiClient client(endpoints->apiUrl);
        client.setAccessToken(endpoints->token);
        ReferenceFinder finder(client);
        const QStringList users = server.userIdsWithLiveConversations(5);
        QVERIFY(users.size() >= 3);
        const QHash<QString, ReferenceMap> maps =
            QCoro::waitFor(finder.readAll(users, ReadingDepth::Everything));
        QCOMPARE(maps.size(), users.size());
        int queues = 0;
        for (const ReferenceMap &map : maps) {
            for (const SourceReading &source : map.allSources()) {
                const QString why = source.error ? source.error->toLogString() : QString();
                QVERIFY2(source.status == SourceStatus::Fresh,
                         qPrintable(source.name + QLatin1String(": ") + why));
            }
            queues += static_cast<int>(map.person->queues->size());
        }
        QVERIFY(queues > 0);
        QSet<QString> sent;
        for (const demo::RequestRecord &request : server.requestLog()) {
            const QString whole = request.method + request.path + QLatin1Char('?') + request.query +
                                  QString::fromUtf8(request.body);
            QVERIFY2(!sent.contains(whole), qPrintable(whole));
            sent.insert(whole);
        }
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::PersonReadingTest)
#include "tst_personreading.moc"
