// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/loadertest.h"

#include <QTest>

#include <algorithm>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

const QByteArray healthyUsers = R"({"pageNumber":1,"pageCount":1,"total":2,"entities":[
    {"id":"u1","name":"Jane","state":"active","version":1},{"id":"u2","name":"John","state":"active","version":1}]})";

} // namespace

/// One test for each kind of bad input that a server can give: the message says what and where, the rest of
/// the table is intact, nothing crashes and nothing spins. Pages and totals: tst_userloader; silence:
/// tst_apiclient.
class TestBadInput : public LoaderTest
{
    Q_OBJECT

private:
    /// A refresh that meets @p answer must keep both rows and say @p kind, where, and @p detail.
    void verifyRefresh(const ScriptedAnswer &answer, ErrorKind kind, const QString &detail = {})
    {
        m_server->setHandler([=](const ReceivedRequest &) { return answer; });
        load();
        QCOMPARE(m_store->users().size(), 2);
        QCOMPARE(m_store->find(QStringLiteral("u1"))->name, QStringLiteral("Jane"));
        QCOMPARE(m_store->status(), DirectoryStatus::Failed);
        QVERIFY(m_store->lastError());
        QCOMPARE(m_store->lastError()->kind, kind);
        QVERIFY2(m_store->lastError()->place.contains(QStringLiteral("/api/v2/users")),
                 qPrintable(m_store->lastError()->place));
        QVERIFY2(m_store->lastError()->detail.contains(detail), qPrintable(m_store->lastError()->detail));
    }

    /// A refresh that meets @p body must take what is usable and note @p note.
    void verifyNoted(const QByteArray &body, qsizetype users, const QString &note)
    {
        m_server->setHandler([=](const ReceivedRequest &) { return jsonAnswer(body); });
        load();
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
        QCOMPARE(m_store->users().size(), users);
        const QStringList notes = m_store->notes();
        const bool isNoted = std::any_of(notes.cbegin(), notes.cend(),
                                         [&note](const QString &text) { return text.contains(note); });
        QVERIFY2(isNoted, qPrintable(notes.join(QLatin1Char('\n'))));
    }

private Q_SLOTS:
    void init()
    {
        setUp();
        m_server->setHandler([](const ReceivedRequest &) { return jsonAnswer(healthyUsers); });
        load();
        QCOMPARE(m_store->users().size(), 2);
    }

    void serverDown()
    {
        m_server->close();
        load();
        QCOMPARE(m_store->users().size(), 2);
        QCOMPARE(m_store->status(), DirectoryStatus::Failed);
        QCOMPARE(m_store->lastError()->kind, ErrorKind::Network);
    }

    void slowServerIsAwaited()
    {
        ScriptedAnswer slow = jsonAnswer(healthyUsers);
        slow.delayMilliseconds = 300;
        m_server->setHandler([=](const ReceivedRequest &) { return slow; });
        load();
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
    }

    void lineCutMidBody()
    {
        ScriptedAnswer answer = jsonAnswer(healthyUsers);
        answer.cutAfterBytes = 40;
        verifyRefresh(answer, ErrorKind::Network);
    }

    void chunksThatEndEarly()
    {
        ScriptedAnswer answer;
        answer.verbatim = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                          "Transfer-Encoding: chunked\r\n\r\n20\r\n" +
                          healthyUsers.left(20);
        verifyRefresh(answer, ErrorKind::Network);
    }

    void cutWithoutALength()
    {
        ScriptedAnswer answer = jsonAnswer(healthyUsers);
        answer.isLengthAnnounced = false; // nobody can tell the cut from the end, but the JSON does
        answer.cutAfterBytes = 60;
        verifyRefresh(answer, ErrorKind::BadResponse, QStringLiteral("of 60"));
    }

    void brokenCompression()
    {
        verifyRefresh(jsonAnswer("this is not gzip").withHeader("Content-Encoding", "gzip"),
                      ErrorKind::BadResponse);
    }

    void compressedBomb()
    {
        // 200 MB in 200 KB: the length that is announced is that of the small one.
        const QByteArray packed = qCompress(QByteArray(200 * 1024 * 1024, ' '), 1).mid(4);
        QVERIFY(packed.size() < 2 * 1024 * 1024);
        verifyRefresh(jsonAnswer(packed).withHeader("Content-Encoding", "deflate"), ErrorKind::BadResponse);
    }

    void invalidHttp()
    {
        ScriptedAnswer answer;
        answer.verbatim = "!!! what is this \r\n\r\n";
        m_server->setHandler([=](const ReceivedRequest &) { return answer; });
        load();
        QCOMPARE(m_store->users().size(), 2);
        QCOMPARE(m_store->status(), DirectoryStatus::Failed);
        QVERIFY(m_store->lastError()->kind == ErrorKind::BadResponse ||
                m_store->lastError()->kind == ErrorKind::Network);
    }

    void invalidJson()
    {
        verifyRefresh(jsonAnswer(R"({"entities": [ {"id": "u1", } ]})"), ErrorKind::BadResponse,
                      QStringLiteral("at byte"));
    }

    void truncatedJson()
    {
        verifyRefresh(jsonAnswer(healthyUsers.left(120)), ErrorKind::BadResponse, QStringLiteral("of 120"));
    }

    void emptyBody() { verifyRefresh(jsonAnswer(""), ErrorKind::BadResponse, QStringLiteral("empty")); }

    void notAListing()
    {
        verifyRefresh(jsonAnswer(R"({"entities":"none"})"), ErrorKind::BadResponse,
                      QStringLiteral("entities"));
        verifyRefresh(jsonAnswer("[1,2]"), ErrorKind::BadResponse);
        verifyRefresh(jsonAnswer("<html>proxy</html>"), ErrorKind::BadResponse);
    }

    void invalidUtf8()
    {
        verifyRefresh(jsonAnswer("{\"entities\":[{\"id\":\"u1\",\"name\":\"Ja\xff\"}]}"),
                      ErrorKind::BadResponse, QStringLiteral("not valid UTF-8: byte 34"));
    }

    void hugeAnnouncedBody()
    {
        ScriptedAnswer answer;
        answer.fillerBytes = 200ll * 1024 * 1024;
        verifyRefresh(answer, ErrorKind::BadResponse, QStringLiteral("larger than"));
        QVERIFY2(m_server->streamedBytes() < 32ll * 1024 * 1024,
                 qPrintable(QString::number(m_server->streamedBytes())));
    }

    void hugeUnannouncedBody()
    {
        ScriptedAnswer answer;
        answer.fillerBytes = 200ll * 1024 * 1024;
        answer.isLengthAnnounced = false;
        verifyRefresh(answer, ErrorKind::BadResponse, QStringLiteral("larger than"));
        QVERIFY2(m_server->streamedBytes() < 150ll * 1024 * 1024,
                 qPrintable(QString::number(m_server->streamedBytes())));
    }

    void statusCodes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("401") << 401 << QByteArray("bad.credentials") << ErrorKind::Unauthorized;
        QTest::newRow("403") << 403 << QByteArray("missing.permissions") << ErrorKind::Forbidden;
        QTest::newRow("404") << 404 << QByteArray("not.found") << ErrorKind::NotFound;
        QTest::newRow("409") << 409 << QByteArray("general.conflict") << ErrorKind::Conflict;
        QTest::newRow("410") << 410 << QByteArray("gone") << ErrorKind::Gone;
        QTest::newRow("418") << 418 << QByteArray("teapot") << ErrorKind::BadRequest;
        QTest::newRow("500") << 500 << QByteArray("internal.server.error") << ErrorKind::Server;
        QTest::newRow("502") << 502 << QByteArray("bad.gateway") << ErrorKind::Server;
        QTest::newRow("503") << 503 << QByteArray("service.unavailable") << ErrorKind::Server;
        QTest::newRow("504") << 504 << QByteArray("gateway.timeout") << ErrorKind::Timeout;
    }

    void statusCodes()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const ErrorKind, kind);
        verifyRefresh(errorAnswer(status, code, "why it failed"), kind, QStringLiteral("why it failed"));
        QCOMPARE(m_store->lastError()->httpStatus, status);
        QCOMPARE(m_store->lastError()->serverCode, QString::fromUtf8(code));
        QCOMPARE(m_store->lastError()->correlationId, QStringLiteral("context-1"));
    }

    void errorWithoutJson()
    {
        ScriptedAnswer answer;
        answer.status = 502;
        answer.body = "<html>gateway</html>";
        verifyRefresh(answer.withHeader("ININ-Correlation-Id", "from-header"), ErrorKind::Server);
        QCOMPARE(m_store->lastError()->correlationId, QStringLiteral("from-header"));
    }

    void rateLimitGoesOnByItself()
    {
        m_server->enqueue(
            errorAnswer(429, "too.many.requests.retry.after", "wait").withHeader("Retry-After", "1"));
        m_server->setHandler([](const ReceivedRequest &) { return jsonAnswer(healthyUsers); });
        load();
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
        QCOMPARE(m_store->users().size(), 2);
    }

    void unknownStateIsKept()
    {
        verifyNoted(R"({"total":1,"entities":[{"id":"u1","state":"hibernating"}]})", 1,
                    QStringLiteral("unknown state \"hibernating\""));
        QCOMPARE(m_store->users().constFirst().stateText, QStringLiteral("hibernating"));
        QCOMPARE(m_store->users().constFirst().state, UserState::Unknown);
    }

    void missingFields()
    {
        verifyNoted(R"({"total":2,"entities":[{"id":"u1"},{"name":"nobody"},{"id":"u2","state":"active"}]})",
                    2, QStringLiteral("entry 2 has no id and was left out"));
        QVERIFY(!m_store->find(QStringLiteral("u1"))->liveConversations.has_value());
        QVERIFY(!m_store->find(QStringLiteral("u1"))->lastLogin.isValid());
    }

    void wrongTypes()
    {
        verifyNoted(
            R"({"total":1,"entities":[{"id":"u1","state":"active","name":17,"division":"Home","version":"4",
                "conversationSummary":{"call":{"contactCenter":{"active":"many"}}}}]})",
            1, QStringLiteral("entry 1: name is not text"));
        QVERIFY(!m_store->users().constFirst().liveConversations.has_value()); // unknown, never 0
    }

    void numbersOutOfRange()
    {
        verifyNoted(
            R"({"total":1,"entities":[{"id":"u1","state":"active","version":99999999999999999999999999}]})",
            1, QStringLiteral("version is not a usable number"));
        QCOMPARE(m_store->users().constFirst().version, 0);
    }

    void dateWithoutZone()
    {
        verifyNoted(
            R"({"total":1,"entities":[{"id":"u1","state":"active","dateLastLogin":"2026-08-01T10:00:00"}]})",
            1, QStringLiteral("dateLastLogin has no zone"));
        QCOMPARE(m_store->users().constFirst().lastLogin,
                 QDateTime(QDate(2026, 8, 1), QTime(10, 0), Qt::UTC));
    }

    void redirectToAnotherOrigin()
    {
        FaultServer elsewhere;
        elsewhere.setHandler([](const ReceivedRequest &) { return jsonAnswer(healthyUsers); });
        m_client->setAccessToken(QStringLiteral("MARKER-token"));
        ScriptedAnswer redirect;
        redirect.status = 307;
        verifyRefresh(redirect.withHeader("Location", elsewhere.url().toEncoded() + "/api/v2/users"),
                      ErrorKind::BadResponse, QStringLiteral("127.0.0.1"));
        QVERIFY(elsewhere.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
