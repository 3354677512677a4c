// SPDX-License-Identifier: GPL-3.0-or-later
// The report check: is the search index behind, and what still shows a leaver.
#include "app/demo/demoserver.h"
#include "app/directory/userloader.h"
#include "app/references/reportchecker.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTest>

namespace offboarding {

using testing::errorAnswer;
using testing::FaultServer;
using testing::jsonAnswer;
using testing::ReceivedRequest;
using testing::ScriptedAnswer;

namespace {

const QByteArray exportsPath = "/api/v2/analytics/reporting/exports";
const QByteArray dashboardsPath = "/api/v2/analytics/reporting/settings/dashboards/query";
const QByteArray ownDashboardsPath = "/api/v2/analytics/reporting/settings/users/u1/dashboards";
const QByteArray dashboardCountPath = "/api/v2/analytics/reporting/dashboards/users/u1";
const QByteArray rulesPath = "/api/v2/alerting/rules/query";
const QByteArray searchPath = "/api/v2/users/search";

User leaver(const char *email = "jane@acme.example")
{
    User user;
    user.id = QStringLiteral("u1");
    user.name = QStringLiteral("Jane");
    user.email = QLatin1String(email);
    user.stateText = QStringLiteral("active");
    return user;
}

class Bench
{
public:
    Bench() : client(server.url()), checker(client)
    {
        client.setRetrySettings({1, 1, 1});
        checker.setPatience({1, 4, 60});
        answers.insert(exportsPath, jsonAnswer(R"({"entities":[{"id":"e1","name":"Weekly","enabled":true,
            "recipientEmails":["JANE@acme.example"],"filter":{"userIds":["u1","u2"],"userState":"Active"}}],
            "pageCount":1,"total":1})"));
        answers.insert(dashboardsPath, jsonAnswer(R"({"entities":[{"id":"d1","name":"Floor",
            "publicDashboard":true,"createdBy":{"id":"u9"},"dashboardsSharedWith":{"userIds":["u1"]},
            "widgets":[{"type":"FREE_TEXT"},{"type":"AGENT_STATUS","title":"Team",
              "filter":{"evaluatorIds":["u1"],"userState":"ActiveAndInactive"}}]}],"pageCount":1,"total":1})"));
        answers.insert(ownDashboardsPath, jsonAnswer(R"({"entities":[{"id":"d2","name":"Mine",
            "createdBy":{"id":"u1"},"widgets":[{"type":"METRIC"}]}],"pageCount":1,"total":1})"));
        answers.insert(dashboardCountPath, jsonAnswer(R"({"id":"u1","dashboardCount":3})"));
        answers.insert(rulesPath, jsonAnswer(R"({"entities":[{"id":"r1","name":"Away","enabled":true,
            "user":{"id":"u9"},"notifications":[{"recipient":"u2"},{"recipient":"u1"}],
            "conditions":{"clauses":[{"predicates":[{"entity":{"entityType":"Queue"}},
              {"entity":{"entityType":"User","user":{"id":"u1"}}}]}]}}],"pageCount":1,"total":1})"));
        answers.insert("/api/v2/users",
                       jsonAnswer(R"({"entities":[{"id":"u9","name":"Ruler","state":"active"}]})"));
        server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
    }

    ScriptedAnswer answer(const ReceivedRequest &request)
    {
        if (request.path() == "/api/v2/users/u1")
            return jsonAnswer(R"({"id":"u1","name":"Jane","email":"jane@acme.example","state":"inactive"})");
        if (request.path() == searchPath)
            return ++searches > lag ? jsonAnswer(R"({"results":[{"id":"u1"}],"total":1})")
                                    : jsonAnswer(R"({"results":[],"total":0})");
        return answers.value(request.path(), errorAnswer(404, "not.found", "not here"));
    }

    ReportCheckReading read(const User &user = leaver()) { return QCoro::waitFor(checker.read({user})); }

    FaultServer server;
    ApiClient client;
    ReportChecker checker;
    QHash<QByteArray, ScriptedAnswer> answers;
    int searches = 0;
    int lag = 0;
};

const SourceReading *sourceOf(const ReportCheckReading &reading, const char *name)
{
    return findSource(reading.sources, name);
}

} // namespace

class ReportCheckerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilTheIndexAgrees()
    {
        Bench bench;
        bench.lag = 2;
        const ReportCheckReading reading = bench.read();
        QCOMPARE(reading.index.size(), 1);
        QCOMPARE(reading.index.first().state, IndexState::Agrees);
        QCOMPARE(reading.index.first().attempts, 3);
        QVERIFY(reading.index.first().elapsedMilliseconds > 0);
        QVERIFY(reading.index.first().isOver);
        // It is the state of the direct read that is searched for, not the one that the caller had.
        QCOMPARE(reading.index.first().directState, QStringLiteral("inactive"));
        for (const ReceivedRequest &request : bench.server.requests()) {
            if (request.path() == searchPath)
                QVERIFY(request.body.contains("inactive"));
        }
    }

    void saysSoWhenTheIndexStaysBehind()
    {
        Bench bench;
        bench.lag = 1'000'000;
        const ReportCheckReading reading = bench.read();
        QCOMPARE(reading.index.first().state, IndexState::Behind);
        QVERIFY(reading.index.first().attempts > 1);
        QVERIFY(reading.index.first().elapsedMilliseconds >= 60);
    }

    void whatCannotBeComparedIsUnknown()
    {
        Bench bench;
        bench.server.setHandler([&bench](const ReceivedRequest &request) {
            return request.path() == searchPath
                       ? errorAnswer(403, "missing.any.permissions", "directory:user:view")
                       : bench.answer(request);
        });
        const ReportCheckReading reading = bench.read();
        QCOMPARE(reading.index.first().state, IndexState::Unknown);
        QCOMPARE(reading.index.first().error->kind, ErrorKind::Forbidden);

        Bench other;
        other.server.setHandler([&other](const ReceivedRequest &request) {
            return request.path() == "/api/v2/users/u1" ? jsonAnswer(R"({"id":"u1","state":"inactive"})")
                                                        : other.answer(request);
        });
        const ReportCheckReading nameless = other.read(leaver(""));
        QCOMPARE(nameless.index.first().state, IndexState::Unknown); // nothing to search by
        QCOMPARE(other.searches, 0);
    }

    void readsTheDefinitionsWithTheirOwners()
    {
        Bench bench;
        const ReportCheckReading reading = bench.read();
        QVERIFY(reading.isComplete());
        QCOMPARE(reading.definitions.size(), 4);
        const ReportDefinition &weekly = reading.definitions.at(0);
        QCOMPARE(weekly.recipientEmails, QStringList{QStringLiteral("JANE@acme.example")});
        QCOMPARE(weekly.filters.first().userFields.first().second.size(), 2);
        const ReportDefinition &floor = reading.definitions.at(1);
        QCOMPARE(floor.sharedWith, QStringList{QStringLiteral("u1")});
        QVERIFY(!floor.filters.at(0).isData);
        QCOMPARE(floor.filters.at(1).place, QStringLiteral("widgets[1].filter"));
        QCOMPARE(*floor.filters.at(1).userState, QStringLiteral("ActiveAndInactive"));
        QCOMPARE(reading.ownerNames.value(floor.ownerId), QStringLiteral("Ruler"));
        const ReportDefinition &away = reading.definitions.at(2);
        QCOMPARE(away.watched.first().place,
                 QStringLiteral("conditions.clauses[0].predicates[1].entity.user"));
        QCOMPARE(away.recipients.at(1).who, QStringLiteral("u1"));
        // Three owned, one listed; and exports of others have no API at all.
        QCOMPARE(reading.unreadable.size(), 2);
        QCOMPARE(reading.unreadable.at(0).why, UnreadableDefinition::Why::NoApi);
        QCOMPARE(reading.unreadable.at(1).why, UnreadableDefinition::Why::NotListed);
        QCOMPARE(reading.unreadable.at(1).count, 2);
    }

    void whatCannotBeReadIsListedAsSuch()
    {
        Bench bench;
        bench.answers.insert(rulesPath, errorAnswer(403, "missing.permissions", "alerting:rule:view"));
        bench.answers.insert(ownDashboardsPath, errorAnswer(500, "internal.server.error", "sorry"));
        bench.answers.insert(
            exportsPath,
            jsonAnswer(R"({"entities":[{"id":"e1"},{"name":"no id"}],"pageCount":1,"total":2})"));
        const ReportCheckReading reading = bench.read();
        QVERIFY(!reading.isComplete());
        QCOMPARE(sourceOf(reading, sourceNames::alertRules)->status, SourceStatus::NotPermitted);
        QCOMPARE(sourceOf(reading, sourceNames::privateDashboards)->status, SourceStatus::Failed);
        QCOMPARE(sourceOf(reading, sourceNames::reportExports)->status, SourceStatus::Incomplete);
        QVERIFY(!sourceOf(reading, sourceNames::alertRules)->count.has_value());
        QVERIFY(!sourceOf(reading, sourceNames::privateDashboards)->count.has_value());
        QVERIFY(std::any_of(reading.unreadable.cbegin(), reading.unreadable.cend(),
                            [](const UnreadableDefinition &one) {
                                return one.why == UnreadableDefinition::Why::Broken &&
                                       one.kind == ReportDefinitionKind::Export;
                            }));
    }

    void aStopEndsTheWaiting()
    {
        Bench bench;
        bench.lag = 1'000'000;
        bench.checker.setPatience({60'000, 60'000, 600'000}); // in the middle of a long pause
        QSignalSpy finished(&bench.checker, &ReportChecker::finished);
        bench.checker.request({leaver()});
        QVERIFY(bench.checker.isReading());
        QTRY_VERIFY(bench.searches >= 1);
        QTRY_COMPARE(bench.checker.reading()->index.first().attempts, 1);
        QTRY_VERIFY(!bench.checker.reading()->definitions.isEmpty());
        bench.checker.stop();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!bench.checker.isReading());
        QCOMPARE(bench.checker.reading()->index.first().state, IndexState::Behind); // as it was seen
        QVERIFY(!bench.checker.reading()->definitions.isEmpty());
    }

    void seesTheIndexOfTheDemoOrganisationCatchUp()
    {
        demo::DemoOptions options;
        options.users = 300;
        options.searchLagMs = 300;
        demo::DemoServer server(options);
        const Result<demo::DemoEndpoints> endpoints = server.start();
        QVERIFY(endpoints.has_value());
        ApiClient client(endpoints->apiUrl);
        client.setAccessToken(endpoints->token);
        UserStore store;
        UserLoader loader(client, store);
        const QString id = server.userIdsWithoutReferences(1).value(0);
        const Result<User> user = QCoro::waitFor(loader.read(id));
        QVERIFY(user.has_value());
        ApiRequest deactivate;
        deactivate.operation = QStringLiteral("patchUser");
        deactivate.method = HttpMethod::Patch;
        deactivate.path = QStringLiteral("/api/v2/users/") + id;
        deactivate.body =
            QStringLiteral("{\"state\":\"inactive\",\"version\":%1}").arg(user->version).toUtf8();
        QVERIFY(QCoro::waitFor(client.send(deactivate)).has_value());
        ReportChecker checker(client);
        checker.setPatience({50, 100, 20'000});
        const ReportCheckReading reading = QCoro::waitFor(checker.read({*user}));
        QCOMPARE(reading.index.first().state, IndexState::Agrees);
        QVERIFY(reading.index.first().attempts > 1);
        for (const SourceReading &source : reading.sources)
            QVERIFY2(source.status == SourceStatus::Fresh, qPrintable(source.name));
        QVERIFY(!reading.definitions.isEmpty());
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ReportCheckerTest)
#include "tst_reportchecker.moc"
