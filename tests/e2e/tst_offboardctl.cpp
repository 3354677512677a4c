// SPDX-License-Identifier: GPL-3.0-or-later
// The real program against the real demo organisation, two processes that share nothing but a socket.
#include "tests/e2e/offboardctlrun.h"
#include "tests/support/csvreader.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace offboarding::testing;

namespace {

constexpr int organisationSize = 620; // two pages

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray partOf(const QString &workbook, const QString &name)
{
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), workbook, name});
    unzip.waitForFinished();
    return unzip.readAllStandardOutput();
}

} // namespace

class TestOffboardctl : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoServerProcess> m_server;
    QTemporaryDir m_folder;

    Finished users(const QString &options) const
    {
        return runOffboardctl(m_server->connection() + words(QStringLiteral("users ") + options),
                              m_server->token());
    }

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<DemoServerProcess>(
            QStringList{QStringLiteral("--users"), QString::number(organisationSize),
                        QStringLiteral("--seed"), QStringLiteral("3")});
        QVERIFY2(m_server->isReady(), m_server->process().readAllStandardError().constData());
    }

    void theServerTellsWhereItIsInOneLine()
    {
        const QJsonObject ready = QJsonDocument::fromJson(m_server->line()).object();
        for (const char *key : {"url", "loginUrl", "clientId", "clientSecret", "token"})
            QVERIFY2(!ready.value(QLatin1String(key)).toString().isEmpty(), key);
        QVERIFY(m_server->value("url").startsWith(QStringLiteral("http://127.0.0.1:")));
        QCOMPARE(m_server->line().count('\n'), 1);
        QVERIFY(m_server->process().bytesAvailable() == 0);
    }

    void everybodyInEveryFormat()
    {
        const Finished json = users(QStringLiteral("--format json"));
        QCOMPARE(json.code, 0);
        QCOMPARE(json.errors, QByteArray());
        const QJsonArray everybody = arrayOf(json.output);
        QCOMPARE(everybody.size(), organisationSize);
        QSet<QString> ids;
        QSet<QString> states;
        for (const QJsonValue &value : everybody) {
            const QJsonObject user = value.toObject();
            for (const char *key :
                 {"id", "name", "email", "department", "title", "division", "state", "version", "lastLogin"})
                QVERIFY2(user.contains(QLatin1String(key)), key);
            ids.insert(user.value(QStringLiteral("id")).toString());
            states.insert(user.value(QStringLiteral("state")).toString());
        }
        QCOMPARE(ids.size(), organisationSize);
        QCOMPARE(states, (QSet<QString>{QStringLiteral("active"), QStringLiteral("inactive"),
                                        QStringLiteral("deleted")}));

        const Finished lines = users(QStringLiteral("--format jsonl"));
        QCOMPARE(lines.code, 0);
        const QList<QByteArray> each = lines.output.trimmed().split('\n');
        QCOMPARE(each.size(), organisationSize);
        QCOMPARE(QJsonDocument::fromJson(each.first()).object(), everybody.first().toObject());
        QCOMPARE(QJsonDocument::fromJson(each.last()).object(), everybody.last().toObject());

        const CsvFile csv = readCsv(users(QString()).output);
        QCOMPARE(csv.problem, QString());
        QVERIFY(!csv.hasByteOrderMark);
        QCOMPARE(csv.rows.size(), organisationSize + 1);
        const QStringList csvIds = csv.column(QStringLiteral("id"));
        QCOMPARE(QSet<QString>(csvIds.cbegin(), csvIds.cend()), ids);
        const QStringList names = csv.column(QStringLiteral("name"));
        QVERIFY(std::any_of(names.cbegin(), names.cend(), [](const QString &name) {
            return name.startsWith(QStringLiteral("'="));
        })); // harmless
        QVERIFY(
            csv.column(QStringLiteral("email")).contains(QString())); // users without an address are there

        const Finished sheet = users(QStringLiteral("-o ") + path("users.xlsx"));
        QCOMPARE(sheet.code, 0);
        QCOMPARE(sheet.output, QByteArray());
        const QByteArray cells = partOf(path("users.xlsx"), QStringLiteral("xl/worksheets/sheet1.xml"));
        QCOMPARE(cells.count("<row "), organisationSize + 1);
        QVERIFY(!cells.contains("<f>"));
    }

    void oneState_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("active") << QStringLiteral("active");
        QTest::newRow("inactive") << QStringLiteral("inactive");
        QTest::newRow("deleted") << QStringLiteral("deleted");
    }

    void oneState()
    {
        QFETCH(const QString, state);
        const auto count = [&state](const QJsonArray &array) {
            return std::count_if(array.cbegin(), array.cend(), [&state](const QJsonValue &user) {
                return user.toObject().value(QStringLiteral("state")).toString() == state;
            });
        };
        const QJsonArray everybody = arrayOf(users(QStringLiteral("--state any --format json")).output);
        const Finished finished = users(QStringLiteral("--format json --state ") + state);
        QCOMPARE(finished.code, 0);
        const QJsonArray chosen = arrayOf(finished.output);
        QVERIFY(!chosen.isEmpty());
        QCOMPARE(count(chosen), chosen.size());
        QCOMPARE(chosen.size(), count(everybody));
    }

    void matchSearchesLikeTheWindow()
    {
        const Finished finished = runOffboardctl(
            m_server->connection() + QStringList{QStringLiteral("users"), QStringLiteral("--format"),
                                                 QStringLiteral("json"), QStringLiteral("--match"),
                                                 QStringLiteral("DOE jané")},
            m_server->token());
        QCOMPARE(finished.code, 0);
        const QJsonArray found = arrayOf(finished.output);
        QVERIFY(!found.isEmpty() && found.size() < 20);
        for (const QJsonValue &user : found)
            QVERIFY(
                user.toObject().value(QStringLiteral("name")).toString().startsWith(QStringLiteral("Jane")));

        const Finished nobody = users(QStringLiteral("--format json --match nobody-is-called-so"));
        QCOMPARE(nobody.code, 0);
        QCOMPARE(nobody.output.simplified(), QByteArray("[ ]"));
    }

    void aFileIsWrittenWhole()
    {
        const Finished finished = users(QStringLiteral("--state deleted -o ") + path("deleted.csv"));
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY(finished.says("users written to"));
        const CsvFile csv = readCsv(contentOf(path("deleted.csv")));
        QCOMPARE(csv.problem, QString());
        QVERIFY(csv.rows.size() > 1);
        QCOMPARE(
            QDir(m_folder.path()).entryList({QStringLiteral("deleted*")}, QDir::Files | QDir::Hidden).size(),
            1);

        const Finished refused = users(QStringLiteral("-o ") + path("nowhere/users.csv"));
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.says("there is no folder"));
    }

    void clientCredentialsAndTheDemoOption()
    {
        const Finished client = runOffboardctl(
            m_server->connection() + words(QStringLiteral("users --format jsonl")), m_server->client());
        QCOMPARE(client.code, 0);
        QCOMPARE(client.output.count('\n'), organisationSize);

        const QStringList published{QStringLiteral("--api-url"), m_server->value("publishedUrl")};
        const Finished other =
            runOffboardctl(published + words(QStringLiteral("users --format jsonl")), m_server->token());
        QCOMPARE(other.code, 0);
        QCOMPARE(other.output.count('\n'), organisationSize);

        for (const char *dialect : {"legacy", "published"}) {
            const Finished demo = runOffboardctl(words(
                QStringLiteral("--demo --dialect %1 users --format jsonl").arg(QLatin1String(dialect))));
            QCOMPARE(demo.code, 0);
            QCOMPARE(demo.output.count('\n'), 5000);
        }
    }

    void aSignInThatFailsIsThree_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("clientId");
        QTest::addColumn<QString>("clientSecret");
        QTest::addColumn<QByteArray>("says");
        const QString marker = QStringLiteral("MARKER-secret-8f02");
        const QString id = QStringLiteral("id");
        QTest::newRow("wrong token") << marker << QString() << QString() << QByteArray("HTTP 401");
        QTest::newRow("not a token") << QString(marker + QStringLiteral(" x")) << QString() << QString()
                                     << QByteArray("not an access token");
        QTest::newRow("wrong client") << QString() << id << marker << QByteArray("invalid_client");
        QTest::newRow("client without secret")
            << QString() << id << QString() << QByteArray("belong together");
        QTest::newRow("secret without client")
            << QString() << QString() << marker << QByteArray("belong together");
        QTest::newRow("nothing") << QString() << QString() << QString() << QByteArray("OFFBOARDING_TOKEN");
    }

    void aSignInThatFailsIsThree()
    {
        QFETCH(const QString, token);
        QFETCH(const QString, clientId);
        QFETCH(const QString, clientSecret);
        QFETCH(const QByteArray, says);
        const Finished finished =
            runOffboardctl(m_server->connection() + QStringList{QStringLiteral("users")},
                           {{QStringLiteral("OFFBOARDING_TOKEN"), token},
                            {QStringLiteral("OFFBOARDING_CLIENT_ID"), clientId},
                            {QStringLiteral("OFFBOARDING_CLIENT_SECRET"), clientSecret}});
        QCOMPARE(finished.code, 3);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY2(finished.errors.contains(says), finished.errors.constData());
        QVERIFY(!finished.says("MARKER"));
    }

    void wrongUsageIsTwoAndStartsNothing_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no command") << QString() << QByteArray("A command is missing");
        QTest::newRow("unknown command") << QStringLiteral("--demo fly") << QByteArray("no command \"fly\"");
        QTest::newRow("no organisation") << QStringLiteral("users") << QByteArray("Which organisation?");
        QTest::newRow("unknown state")
            << QStringLiteral("--demo users --state gone") << QByteArray("--state takes one of");
        QTest::newRow("unknown format")
            << QStringLiteral("--demo users --format pdf") << QByteArray("--format takes");
        QTest::newRow("plain http") << QStringLiteral("--api-url http://api.example users")
                                    << QByteArray("plain http");
        QTest::newRow("secret") << QStringLiteral("--demo users --token MARKER-argument")
                                << QByteArray("environment");
        QTest::newRow("unknown profile")
            << QStringLiteral("--profile Nowhere users") << QByteArray("no profile \"Nowhere\"");
        QTest::newRow("no CA file") << QStringLiteral("--ca-file /nowhere --api-url https://x.example users")
                                    << QByteArray("--ca-file");
        QTest::newRow("faults") << QStringLiteral("demo-server --faults /a=boom")
                                << QByteArray("--faults, character 4");
    }

    void wrongUsageIsTwoAndStartsNothing()
    {
        QFETCH(const QString, line);
        QFETCH(const QByteArray, says);
        const Finished finished = runOffboardctl(words(line), m_server->token());
        QCOMPARE(finished.code, 2);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY2(finished.errors.contains(says), finished.errors.constData());
        QVERIFY(!finished.says("MARKER"));
    }

    void helpAndVersionNeedNothing()
    {
        const Finished help = runOffboardctl({QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.output.contains("demo-server") && help.output.contains("OFFBOARDING_CLIENT_SECRET"));
        QCOMPARE(help.errors, QByteArray());
        const Finished version =
            runOffboardctl({QStringLiteral("--version")}, {{QStringLiteral("LC_ALL"), QStringLiteral("C")}});
        QCOMPARE(version.code, 0);
        QCOMPARE(version.output, QByteArray("offboardctl " OFFBOARDING_VERSION "\n"));
        QCOMPARE(version.errors, QByteArray());
    }

    void aPermissionThatIsMissingIsNamed()
    {
        DemoServerProcess forbidden({QStringLiteral("--users"), QStringLiteral("30"),
                                     QStringLiteral("--faults"), QStringLiteral("GET /api/v2/users*=403")});
        QVERIFY(forbidden.isReady());
        const Finished finished =
            runOffboardctl(forbidden.connection() + QStringList{QStringLiteral("users")}, forbidden.token());
        QCOMPARE(finished.code, 3);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY(finished.says("directory:user:edit"));
    }

    void aMissingPageIsNeverSilent()
    {
        DemoServerProcess server({QStringLiteral("--users"), QString::number(organisationSize),
                                  QStringLiteral("--faults"),
                                  QStringLiteral("GET /api/v2/users?*pageNumber=2*=500")});
        QVERIFY(server.isReady());
        const QStringList base = server.connection() + words(QStringLiteral("users --format json"));
        const Finished printed = runOffboardctl(base, server.token());
        QCOMPARE(printed.code, 1);
        QVERIFY(printed.says("500 of 620 users were read"));
        QVERIFY(printed.says("page 2"));
        QCOMPARE(arrayOf(printed.output).size(), 500);

        QFile old(path("whole.json"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("yesterday");
        old.close();
        const Finished filed =
            runOffboardctl(base + QStringList{QStringLiteral("-o"), path("whole.json")}, server.token());
        QCOMPARE(filed.code, 1);
        QVERIFY(filed.says("was not written"));
        QCOMPARE(contentOf(path("whole.json")), QByteArray("yesterday"));
    }

    void faultsThatPassAreWaitedFor()
    {
        DemoServerProcess server({QStringLiteral("--users"), QStringLiteral("30"),
                                  QStringLiteral("--rate-limit"), QStringLiteral("1/1"),
                                  QStringLiteral("--faults"),
                                  QStringLiteral("GET /api/v2/users*=503x1;GET /api/v2/users*=429@1x1")});
        QVERIFY(server.isReady());
        const Finished finished = runOffboardctl(
            server.connection() + words(QStringLiteral("users --format jsonl")), server.token());
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.output.count('\n'), 30);
        QCOMPARE(finished.errors, QByteArray());
    }

    void aTokenThatExpiresIsRenewed()
    {
        // Each of the pages comes a second late, and a token lives for two.
        DemoServerProcess server(words(QStringLiteral("--users 3200 --token-lifetime 2 --latency-ms 900")));
        QVERIFY(server.isReady());
        const Finished finished = runOffboardctl(
            server.connection() + words(QStringLiteral("users --format jsonl")), server.client());
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(finished.output.count('\n'), 3200);
    }

    void theSameSeedIsTheSameOrganisation()
    {
        DemoServerProcess again({QStringLiteral("--users"), QString::number(organisationSize),
                                 QStringLiteral("--seed"), QStringLiteral("3")});
        DemoServerProcess other({QStringLiteral("--users"), QString::number(organisationSize),
                                 QStringLiteral("--seed"), QStringLiteral("4")});
        const auto ids = [](DemoServerProcess &server) {
            const Finished finished =
                runOffboardctl(server.connection() + QStringList{QStringLiteral("users")}, server.token());
            return readCsv(finished.output).column(QStringLiteral("id"));
        };
        const QStringList first = ids(*m_server);
        QCOMPARE(first.size(), organisationSize);
        QCOMPARE(ids(again), first);
        QVERIFY(ids(other) != first);
    }

    void aPortThatIsTakenIsSaid()
    {
        const QString port = m_server->value("url").section(QLatin1Char(':'), -1);
        const Finished finished = runOffboardctl({QStringLiteral("demo-server"), QStringLiteral("--users"),
                                                  QStringLiteral("10"), QStringLiteral("--port"), port});
        QCOMPARE(finished.code, 1);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY(finished.says("cannot listen on port"));
        QVERIFY(finished.errors.contains(port.toUtf8()));
    }

    void signalsEndTheServerWithZero_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << 15;
        QTest::newRow("SIGINT") << 2;
    }

    void signalsEndTheServerWithZero()
    {
        QFETCH(const int, number);
        DemoServerProcess server(words(QStringLiteral("--users 10")));
        QVERIFY(server.isReady());
        QProcess::execute(QStringLiteral("kill"),
                          {QStringLiteral("-%1").arg(number), QString::number(server.process().processId())});
        const Finished finished = finishOffboardctl(&server.process());
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.output, QByteArray());
        QCOMPARE(finished.errors, QByteArray());
    }

    void aReaderWhoHasEnoughEndsItQuietly()
    {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("OFFBOARDING_TOKEN"), m_server->value("token"));
        shell.setProcessEnvironment(environment);
        shell.start(
            QStringLiteral("bash"),
            {QStringLiteral("-c"),
             QStringLiteral("'%1' --api-url '%2' users --format json | head -n 1; echo \"${PIPESTATUS[0]}\"")
                 .arg(QStringLiteral(OFFBOARDCTL), m_server->value("url"))});
        QVERIFY(shell.waitForFinished());
        const QList<QByteArray> lines = shell.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("["));
        QVERIFY2(lines.last() == "1" || lines.last() == "0",
                 lines.last().constData()); // 0: it was all in the pipe
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestOffboardctl)
#include "tst_offboardctl.moc"
