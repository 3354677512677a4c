// SPDX-License-Identifier: GPL-3.0-or-later
// The real program against servers that follow the published contract in their own ways, and some that do
// not.
#include "tests/e2e/offboardctlrun.h"
#include "tests/support/faultserver.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <memory>

#include <signal.h>

using namespace offboarding::testing;

namespace {

const QString token = QStringLiteral("MARKER-token-2b61");
const QString clientSecret = QStringLiteral("MARKER-client-secret-77aa");

ScriptedAnswer answerWith(const QJsonObject &body)
{
    return jsonAnswer(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QJsonArray usersFrom(int first, int count)
{
    QJsonArray entities;
    for (int i = first; i < first + count; ++i)
        entities.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("u%1").arg(i)},
                                    {QStringLiteral("name"), QStringLiteral("User %1").arg(i)},
                                    {QStringLiteral("state"), QStringLiteral("active")}});
    return entities;
}

QJsonObject listing(const QJsonArray &entities, int total)
{
    return {{QStringLiteral("entities"), entities}, {QStringLiteral("total"), total}};
}

bool asksForDeleted(const ReceivedRequest &request)
{
    return request.query(QStringLiteral("state")) == QLatin1String("deleted");
}

/// Pages of @p size out of @p total, and nobody deleted.
QJsonObject pageOf(const ReceivedRequest &request, int size, int total)
{
    if (asksForDeleted(request))
        return listing({}, 0);
    const int first = (request.query(QStringLiteral("pageNumber")).toInt() - 1) * size;
    return listing(usersFrom(first, std::clamp(total - first, 0, size)), total);
}

} // namespace

class TestOffboardctlServers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FaultServer> m_server;

    QStringList arguments(const QString &rest) const
    {
        return QStringList{QStringLiteral("--api-url"), m_server->url().toString()} +
               rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

    Finished users(const QString &options = QStringLiteral("--format json")) const
    {
        return runOffboardctl(arguments(QStringLiteral("users ") + options),
                              {{QStringLiteral("OFFBOARDING_TOKEN"), token}});
    }

    static QJsonArray arrayOf(const Finished &finished)
    {
        return QJsonDocument::fromJson(finished.output).array();
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<FaultServer>(); }
    void cleanup() { m_server.reset(); }

    void nothingButTheListIsAskedFor()
    {
        // A server need not know who the token belongs to.
        m_server->setHandler(
            [](const ReceivedRequest &request) { return answerWith(pageOf(request, 500, 3)); });
        const Finished finished = users();
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(arrayOf(finished).size(), 3);
        const QList<ReceivedRequest> requests = m_server->requests();
        for (const ReceivedRequest &request : requests) {
            QCOMPARE(request.method, QByteArray("GET"));
            QCOMPARE(request.path(), QByteArray("/api/v2/users"));
            QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer ") + token.toUtf8());
        }
    }

    void clientCredentialsAreSentAsTheContractSays()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.path() == "/oauth/token")
                return jsonAnswer(R"({"access_token":"fresh","token_type":"bearer","expires_in":86399})");
            return request.headers.value("authorization") == "Bearer fresh"
                       ? answerWith(pageOf(request, 500, 2))
                       : errorAnswer(401, "bad.credentials", "no");
        });
        const Finished finished =
            runOffboardctl(arguments(QStringLiteral("users --format json")),
                           {{QStringLiteral("OFFBOARDING_CLIENT_ID"), QStringLiteral("the-id")},
                            {QStringLiteral("OFFBOARDING_CLIENT_SECRET"), clientSecret}});
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(arrayOf(finished).size(), 2);
        const ReceivedRequest first = m_server->requests().constFirst();
        QCOMPARE(first.method, QByteArray("POST"));
        QCOMPARE(first.body, QByteArray("grant_type=client_credentials"));
        QCOMPARE(first.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
        const QByteArray basic = QByteArray("the-id:") + clientSecret.toUtf8();
        QCOMPARE(first.headers.value("authorization"), QByteArray("Basic ") + basic.toBase64());
    }

    void aTokenRefusedInTheMiddleIsRenewedOnce()
    {
        int issued = 0;
        m_server->setHandler([&issued](const ReceivedRequest &request) {
            if (request.path() == "/oauth/token")
                return answerWith({{QStringLiteral("access_token"), QStringLiteral("t%1").arg(++issued)},
                                   {QStringLiteral("token_type"), QStringLiteral("bearer")}});
            const bool isLater = request.query(QStringLiteral("pageNumber")) != QLatin1String("1");
            if (isLater && request.headers.value("authorization") == "Bearer t1")
                return errorAnswer(401, "bad.credentials", "expired");
            return answerWith(pageOf(request, 100, 550));
        });
        const Finished finished =
            runOffboardctl(arguments(QStringLiteral("users --format json")),
                           {{QStringLiteral("OFFBOARDING_CLIENT_ID"), QStringLiteral("id")},
                            {QStringLiteral("OFFBOARDING_CLIENT_SECRET"), clientSecret}});
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(arrayOf(finished).size(), 550);
        QCOMPARE(issued, 2);
    }

    void aTokenThatIsNeverAcceptedEndsIt()
    {
        int issued = 0;
        m_server->setHandler([&issued](const ReceivedRequest &request) {
            if (request.path() != "/oauth/token")
                return errorAnswer(401, "bad.credentials", "no");
            ++issued;
            return jsonAnswer(R"({"access_token":"t","token_type":"bearer","expires_in":60})");
        });
        const Finished finished =
            runOffboardctl(arguments(QStringLiteral("users")),
                           {{QStringLiteral("OFFBOARDING_CLIENT_ID"), QStringLiteral("id")},
                            {QStringLiteral("OFFBOARDING_CLIENT_SECRET"), clientSecret}});
        QCOMPARE(finished.code, 3);
        QCOMPARE(finished.output, QByteArray());
        QCOMPARE(issued, 1);
    }

    void unknownAndMissingFieldsAreNoTrouble()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (asksForDeleted(request))
                return answerWith(listing({}, 0));
            return jsonAnswer(R"({"total":3,"mood":"fine","entities":[
                {"id":"u1","name":"A","state":"active","novelty":{"x":[1,null]},"version":4},
                {"id":"u2"},
                {"id":"u3","name":"C","email":null,"state":"hibernating","dateLastLogin":"2026-08-01T10:00:00.000Z",
                 "conversationSummary":{"call":{"contactCenter":{"active":2}}}}]})");
        });
        const Finished finished = users();
        QVERIFY2(finished.code == 0, finished.errors.constData());
        const QJsonArray found = arrayOf(finished);
        QCOMPARE(found.size(), 3);
        const QJsonObject bare = found.at(0).toObject(); // the one without a name comes first
        QCOMPARE(bare.value(QStringLiteral("id")).toString(), QStringLiteral("u2"));
        QCOMPARE(bare.value(QStringLiteral("email")).toString(), QString());
        QVERIFY(bare.value(QStringLiteral("lastLogin")).isNull());
        QVERIFY(bare.value(QStringLiteral("liveConversations")).isNull()); // not known, never 0
        const QJsonObject odd = found.at(2).toObject();
        QCOMPARE(odd.value(QStringLiteral("state")).toString(), QStringLiteral("hibernating"));
        QCOMPARE(odd.value(QStringLiteral("liveConversations")).toInt(), 2);
        QVERIFY(finished.says("unknown state \"hibernating\""));
    }

    void pagesOfTheServersOwnSize()
    {
        m_server->setHandler(
            [](const ReceivedRequest &request) { return answerWith(pageOf(request, 25, 260)); });
        const Finished finished = users();
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(arrayOf(finished).size(), 260);
    }

    void usersListedTwiceAreThereOnce()
    {
        // Somebody arrived while paging: the last of each page is the first of the next one.
        m_server->setHandler([](const ReceivedRequest &request) {
            if (asksForDeleted(request))
                return answerWith(listing({}, 0));
            const int page = request.query(QStringLiteral("pageNumber")).toInt();
            QJsonObject body =
                listing(usersFrom(page == 1 ? 0 : 499, page == 1 ? 500 : 101), page == 1 ? 600 : 600);
            body.insert(QStringLiteral("pageCount"), 2);
            return answerWith(body);
        });
        const Finished finished = users();
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(arrayOf(finished).size(), 600);
        QVERIFY(finished.says("1 users were listed before"));
    }

    void totalsThatChange()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            const int page = request.query(QStringLiteral("pageNumber")).toInt();
            return answerWith(pageOf(request, 100, page == 1 ? 300 : 350));
        });
        const Finished finished = users();
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(arrayOf(finished).size(), 350);
        QVERIFY(finished.says("the total changed from 300 to 350"));
    }

    void fewerThanPromisedIsSaid()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            return asksForDeleted(request) ? answerWith(listing({}, 0))
                                           : answerWith(listing(usersFrom(0, 4), 5));
        });
        const Finished finished = users();
        QCOMPARE(finished.code, 1);
        QCOMPARE(arrayOf(finished).size(), 4);
        QVERIFY(finished.says("4 of 5 users were read"));
        QVERIFY(finished.says("promised 5 users and listed 4"));
    }

    void nobodyAtAll()
    {
        m_server->setHandler([](const ReceivedRequest &) { return answerWith(listing({}, 0)); });
        const Finished json = users();
        QCOMPARE(json.code, 0);
        QCOMPARE(json.output.simplified(), QByteArray("[ ]"));
        const Finished csv = users(QString());
        QCOMPARE(csv.code, 0);
        QVERIFY(csv.output.startsWith("id,name,email,"));
        QCOMPARE(csv.output.count('\n'), 1);
        const Finished lines = users(QStringLiteral("--format jsonl"));
        QCOMPARE(lines.output, QByteArray());
    }

    void whoIsNotInTheStateAskedForIsLeftOut()
    {
        m_server->setHandler([](const ReceivedRequest &) {
            return jsonAnswer(
                R"({"total":3,"entities":[{"id":"a","state":"active"},{"id":"i","state":"inactive"},
                                  {"id":"x"}]})");
        });
        const Finished finished = users(QStringLiteral("--state inactive --format jsonl"));
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.output.count('\n'), 2); // of x the server says no state
        QVERIFY(!finished.output.contains("\"id\":\"a\""));
        QVERIFY(finished.says("left out 1 user whom"));
        QCOMPARE(m_server->requests().constFirst().query(QStringLiteral("state")),
                 QStringLiteral("inactive"));
    }

    void refusalsAndFaultsHaveTheirCodes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("expected");
        QTest::newRow("401") << 401 << QByteArray("bad.credentials") << 3;
        QTest::newRow("403") << 403 << QByteArray("missing.any.permissions") << 3;
        QTest::newRow("404") << 404 << QByteArray("not.found") << 1;
        QTest::newRow("500") << 500 << QByteArray("internal.server.error") << 1;
    }

    void refusalsAndFaultsHaveTheirCodes()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const int, expected);
        m_server->setHandler([&](const ReceivedRequest &) { return errorAnswer(status, code, "because"); });
        const Finished finished = users();
        QCOMPARE(finished.code, expected);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY(finished.errors.contains(code));
        const QByteArray fact = "HTTP " + QByteArray::number(status);
        QVERIFY(finished.errors.contains(fact));
        QVERIFY(finished.says("correlation id context-1"));
    }

    void waitsAsLongAsTheServerSays()
    {
        m_server->enqueue(
            errorAnswer(429, "too.many.requests.retry.after", "wait").withHeader("Retry-After", "1"));
        m_server->setHandler(
            [](const ReceivedRequest &request) { return answerWith(pageOf(request, 500, 2)); });
        const Finished finished = users();
        QVERIFY2(finished.code == 0, finished.errors.constData());
        QCOMPARE(arrayOf(finished).size(), 2);
    }

    void answersThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not JSON") << QByteArray("<html>hello</html>");
        QTest::newRow("cut off") << QByteArray(R"({"entities":[{"id":"u1")");
        QTest::newRow("no list") << QByteArray(R"({"results":[]})");
        QTest::newRow("not UTF-8") << QByteArray(
            "{\"total\":1,\"entities\":[{\"id\":\"u1\",\"name\":\"\xff\"}]}");
        QTest::newRow("empty") << QByteArray();
    }

    void answersThatCannotBeUsed()
    {
        QFETCH(const QByteArray, body);
        m_server->setHandler([&body](const ReceivedRequest &) { return jsonAnswer(body); });
        const Finished finished = users();
        QCOMPARE(finished.code, 1);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY(finished.says("cannot be used"));
        QVERIFY(finished.says("at GET /api/v2/users"));
    }

    void hostileTextDoesNotReachTheTerminal()
    {
        m_server->setHandler([](const ReceivedRequest &) {
            return errorAnswer(500, "x", "\\u001b]0;owned\\u0007\\u202e" + token.toUtf8());
        });
        const Finished finished = users();
        QCOMPARE(finished.code, 1);
        QVERIFY(finished.says("owned"));
        QVERIFY(!finished.says("\x1b") && !finished.says("\x07") && !finished.says("\u202e"));
        QVERIFY(!finished.says("MARKER")); // a server that echoes the token
    }

    void nobodyListening()
    {
        const QStringList line = arguments(QStringLiteral("users"));
        m_server->close();
        const Finished finished = runOffboardctl(line, {{QStringLiteral("OFFBOARDING_TOKEN"), token}});
        QCOMPARE(finished.code, 1);
        QVERIFY(finished.says("cannot be reached"));
        const Finished client =
            runOffboardctl(line, {{QStringLiteral("OFFBOARDING_CLIENT_ID"), QStringLiteral("id")},
                                  {QStringLiteral("OFFBOARDING_CLIENT_SECRET"), clientSecret}});
        QCOMPARE(client.code, 3);
        QVERIFY(client.says("Signing in did not work"));
    }

    void secretsAreNowhereWhileItRuns()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.path() == "/oauth/token")
                return jsonAnswer(
                    R"({"access_token":"MARKER-issued","token_type":"bearer","expires_in":60})");
            ScriptedAnswer silent;
            silent.isSilent = true;
            return silent;
        });
        const auto process =
            startOffboardctl(arguments(QStringLiteral("users")),
                             {{QStringLiteral("OFFBOARDING_CLIENT_ID"), QStringLiteral("id")},
                              {QStringLiteral("OFFBOARDING_CLIENT_SECRET"), clientSecret}});
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount("/api/v2/users"), 1, 20'000);
        const QString folder = QStringLiteral("/proc/%1/").arg(process->processId());
        QFile words(folder + QStringLiteral("cmdline"));
        QVERIFY(words.open(QIODevice::ReadOnly));
        const QByteArray line = words.readAll();
        QVERIFY(line.contains("users"));
        QVERIFY(!line.contains("MARKER"));
        QFile environment(folder + QStringLiteral("environ"));
        if (environment.open(QIODevice::ReadOnly)) { // nobody but root may read it
            const QByteArray block = environment.readAll();
            QVERIFY(block.contains("HOME="));
            QVERIFY(!block.contains("MARKER"));
        }

        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const Finished finished = finishOffboardctl(process.get());
        QCOMPARE(finished.code, 5);
        QCOMPARE(finished.output, QByteArray());
        QVERIFY(finished.says("Stopped"));
        QVERIFY(!finished.says("MARKER"));
        QDirIterator files(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("MARKER"), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestOffboardctlServers)
#include "tst_offboardctlservers.moc"
