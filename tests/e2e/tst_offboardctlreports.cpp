// SPDX-License-Identifier: GPL-3.0-or-later
// `offboardctl report-check`: the real program against the demo organisation, and against servers that lag or
// do not tell everything.
#include "tests/e2e/offboardctlrun.h"
#include "tests/support/csvreader.h"
#include "tests/support/faultserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <signal.h>

using namespace offboarding::testing;

namespace {

const QString leaver = QStringLiteral("jane.doe@demo.example");
const Variables someToken{{QStringLiteral("OFFBOARDING_TOKEN"), QStringLiteral("MARKER-token-51f0")}};

const QByteArray exportsPath = "/api/v2/analytics/reporting/exports";
const QByteArray dashboardsPath = "/api/v2/analytics/reporting/settings/dashboards/query";
const QByteArray rulesPath = "/api/v2/alerting/rules/query";

/// An organisation of two users with the same address and one of their own, an export, and nothing else.
class SmallServer
{
public:
    SmallServer()
    {
        server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
        answers.insert(exportsPath, jsonAnswer(R"({"entities":[{"id":"e1","name":"=Weekly",
            "filter":{"userIds":["u1"],"userState":"Active"}}],"pageCount":1,"total":1})"));
    }

    ScriptedAnswer answer(const ReceivedRequest &request) const
    {
        const QByteArray path = request.path();
        if (answers.contains(path))
            return answers.value(path);
        if (path == "/api/v2/users") {
            return jsonAnswer(request.query(QStringLiteral("state")) == QLatin1String("deleted")
                                  ? QByteArray(R"({"entities":[],"total":0})")
                                  : QByteArray(R"({"entities":[
                {"id":"u1","name":"Jane","email":"jane@acme.example","state":"inactive"},
                {"id":"u2","name":"Jo","email":"jo@acme.example","state":"active"},
                {"id":"u3","name":"Jo","email":"jo@acme.example","state":"inactive"}],
                "pageCount":1,"total":3})"));
        }
        if (path == "/api/v2/users/u1")
            return jsonAnswer(R"({"id":"u1","name":"Jane","email":"jane@acme.example","state":"inactive"})");
        if (path == "/api/v2/users/search")
            return isBehind ? jsonAnswer(R"({"results":[],"total":0})")
                            : jsonAnswer(R"({"results":[{"id":"u1"}],"total":1})");
        if (path == "/api/v2/analytics/reporting/dashboards/users/u1")
            return jsonAnswer(R"({"dashboardCount":0})");
        if (path.startsWith("/api/v2/analytics/") || path == rulesPath)
            return jsonAnswer(R"({"entities":[],"pageCount":0,"total":0})");
        return errorAnswer(404, "not.found", "not here");
    }

    Finished check(const QString &rest) const
    {
        return runOffboardctl(QStringList{QStringLiteral("--api-url"), server.url().toString(),
                                          QStringLiteral("report-check")} +
                                  rest.split(QLatin1Char(' '), Qt::SkipEmptyParts),
                              someToken);
    }

    FaultServer server;
    QHash<QByteArray, ScriptedAnswer> answers;
    bool isBehind = false;
};

QJsonObject objectOf(const Finished &finished)
{
    return QJsonDocument::fromJson(finished.output).object();
}

} // namespace

class TestOffboardctlReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatStillShowsALeaver()
    {
        DemoServerProcess server({QStringLiteral("--users"), QStringLiteral("300")});
        QVERIFY(server.isReady());
        const QStringList command = server.connection() + QStringList{QStringLiteral("report-check"), leaver};
        const Finished json = runOffboardctl(
            command + QStringList{QStringLiteral("--format"), QStringLiteral("json")}, server.token());
        QVERIFY2(json.code == 0, json.errors.constData());
        QCOMPARE(json.errors, QByteArray());
        const QJsonObject report = objectOf(json);
        QCOMPARE(report.value(QLatin1String("users"))[0][QLatin1String("email")].toString(), leaver);
        QCOMPARE(report.value(QLatin1String("index"))[0][QLatin1String("status")].toString(),
                 QStringLiteral("agrees"));
        QSet<QString> findings;
        for (const QJsonValue &value : report.value(QLatin1String("findings")).toArray()) {
            const QJsonObject finding = value.toObject();
            findings.insert(finding.value(QLatin1String("finding")).toString());
            QVERIFY(!finding.value(QLatin1String("change")).toString().isEmpty());
        }
        for (const char *kind : {"names-user", "watches-user", "tells-user", "shared-with-user",
                                 "owned-by-user", "shows-inactive", "may-show-inactive"})
            QVERIFY2(findings.contains(QLatin1String(kind)), kind);
        QCOMPARE(report.value(QLatin1String("unreadable"))[0][QLatin1String("why")].toString(),
                 QStringLiteral("no-api"));
        QVERIFY(report.value(QLatin1String("unreadable"))[0][QLatin1String("count")].isNull());

        const CsvFile csv = readCsv(runOffboardctl(command, server.token()).output);
        QCOMPARE(csv.problem, QString());
        const QStringList rows = csv.column(QStringLiteral("row"));
        QCOMPARE(rows.count(QStringLiteral("finding")),
                 report.value(QLatin1String("findings")).toArray().size());
        QCOMPARE(rows.count(QStringLiteral("index")), 1);
        QCOMPARE(rows.count(QStringLiteral("unreadable")), 1);
    }

    void anIndexThatIsBehindIsNotAllRight()
    {
        SmallServer server;
        server.isBehind = true;
        const Finished behind = server.check(QStringLiteral("u1 --wait 0 --format json"));
        QCOMPARE(behind.code, 1);
        QVERIFY2(behind.says("still behind for Jane"), behind.errors.constData());
        QCOMPARE(objectOf(behind).value(QLatin1String("index"))[0][QLatin1String("attempts")].toInt(), 1);
        server.isBehind = false;
        const Finished current = server.check(QStringLiteral("u1"));
        QVERIFY2(current.code == 0, current.errors.constData());
        QVERIFY(current.output.contains("'=Weekly")); // a name is no formula
    }

    void whatMayNotBeReadIsListedAndNeverZero()
    {
        SmallServer server;
        server.answers.insert(rulesPath, errorAnswer(403, "missing.permissions", "needs alerting:rule:view"));
        const Finished partly = server.check(QStringLiteral("u1 --format json"));
        QCOMPARE(partly.code, 1);
        QVERIFY2(partly.says("alerting:rule:view"), partly.errors.constData());
        bool isListed = false;
        for (const QJsonValue &source : objectOf(partly).value(QLatin1String("sources")).toArray()) {
            if (source[QLatin1String("name")].toString() != QLatin1String("alert-rules"))
                continue;
            isListed = source[QLatin1String("status")].toString() == QLatin1String("not-permitted") &&
                       source[QLatin1String("count")].isNull();
        }
        QVERIFY(isListed);

        for (const QByteArray &path :
             {exportsPath, dashboardsPath,
              QByteArray("/api/v2/analytics/reporting/settings/users/u1/dashboards")})
            server.answers.insert(path, errorAnswer(403, "missing.permissions", "needs a:b:c"));
        QCOMPARE(server.check(QStringLiteral("u1")).code, 3);
    }

    void aUserIsFoundByIdAndByAddress()
    {
        SmallServer server;
        QCOMPARE(server.check(QStringLiteral("JANE@acme.example u1 --format json")).code, 0);
        const Finished both = server.check(QStringLiteral("JANE@acme.example u1 --format json"));
        QCOMPARE(objectOf(both).value(QLatin1String("users")).toArray().size(), 1); // the same one
        const Finished nobody = server.check(QStringLiteral("john@acme.example"));
        QCOMPARE(nobody.code, 2);
        QVERIFY2(nobody.says("No user has the e-mail address \"john@acme.example\""),
                 nobody.errors.constData());
        const Finished two = server.check(QStringLiteral("jo@acme.example"));
        QCOMPARE(two.code, 2);
        QVERIFY2(two.says("u2 (active), u3 (inactive)"), two.errors.constData());
        QCOMPARE(server.check(QStringLiteral("u9")).code, 2);
        QCOMPARE(server.server.requestCount(exportsPath), 2); // nothing is checked for nobody
        // An address proves nobody in a list that is cut off.
        server.answers.insert("/api/v2/users", errorAnswer(500, "internal.server.error", "sorry"));
        const Finished unread = server.check(QStringLiteral("jane@acme.example"));
        QCOMPARE(unread.code, 1);
        QVERIFY2(unread.says("could not be read completely"), unread.errors.constData());
    }

    void waitingForTheIndexIsStopped()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("check.csv"));
        SmallServer server;
        server.isBehind = true;
        const auto process =
            startOffboardctl({QStringLiteral("--api-url"), server.server.url().toString(),
                              QStringLiteral("report-check"), QStringLiteral("u1"), QStringLiteral("--wait"),
                              QStringLiteral("3000"), QStringLiteral("-o"), path},
                             someToken);
        QTRY_VERIFY_WITH_TIMEOUT(server.server.requestCount("/api/v2/users/search") >= 1, 20'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const Finished finished = finishOffboardctl(process.get());
        QCOMPARE(finished.code, 5);
        QVERIFY(finished.says("Stopped"));
        QVERIFY(!QFile::exists(path)); // half a check looks like a whole one
    }

    void writesAFileEvenIfPartsAreMissing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("check.json"));
        SmallServer server;
        server.answers.insert(dashboardsPath, errorAnswer(500, "internal.server.error", "sorry"));
        const Finished finished = server.check(QStringLiteral("u1 -o ") + path);
        QCOMPARE(finished.code, 1);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY2(finished.says("1 finding(s) written to"), finished.errors.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("\"failed\""));
        QVERIFY(content.contains("names-user"));
        QVERIFY(!content.contains("MARKER"));
    }
};

QTEST_GUILESS_MAIN(TestOffboardctlReports)
#include "tst_offboardctlreports.moc"
