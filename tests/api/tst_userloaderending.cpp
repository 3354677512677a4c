// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/loadertest.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

/// Readings that are stopped, outlived or about one user.
class TestUserLoaderEnding : public LoaderTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setUp();
        m_loader->setPageSize(pageSize);
    }

    void stopKeepsWhatWasRead()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            ScriptedAnswer answer = healthyPage(request, 200);
            answer.isSilent = request.query(QStringLiteral("pageNumber")).toInt() > 1;
            return answer;
        });
        QSignalSpy finished(m_loader.get(), &UserLoader::finished);
        m_loader->load();
        QTRY_COMPARE(m_store->users().size(), pageSize);
        m_loader->stop();
        QCOMPARE(finished.size(), 1);
        QVERIFY(!m_loader->isLoading());
        QCOMPARE(m_store->status(), DirectoryStatus::Incomplete);
        QCOMPARE(m_store->users().size(), pageSize);
    }

    void aStoppedReadingCannotReachTheNextOne()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            ScriptedAnswer answer = healthyPage(request, 20);
            answer.delayMilliseconds = 50;
            return answer;
        });
        QSignalSpy answers(m_client.get(), &ApiClient::exchangeFinished);
        m_loader->load();
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_loader->stop();
        m_server->setHandler([](const ReceivedRequest &request) { return healthyPage(request, 10); });
        load();
        QTRY_COMPARE(answers.size(), 2); // the answer to the stopped reading has come by now
        QCOMPARE(m_store->users().size(), 10);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
    }

    void theLoaderMayGoBeforeItsAnswers()
    {
        ScriptedAnswer silent;
        silent.isSilent = true;
        m_server->setHandler([=](const ReceivedRequest &) { return silent; });
        m_loader->load();
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_loader.reset();
        m_store.reset();
        m_client.reset();
        QCOMPARE(m_server->requests().size(), 1);
    }

    void theClientMayGoBeforeTheLoader()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            ScriptedAnswer answer = healthyPage(request, 200);
            answer.isSilent = request.query(QStringLiteral("pageNumber")).toInt() > 1;
            return answer;
        });
        m_loader->load();
        QTRY_COMPARE(m_server->requests().size(), 7);
        m_client.reset();
        QVERIFY(!m_loader->isLoading());
        QCOMPARE(m_store->status(), DirectoryStatus::Incomplete);
        QCOMPARE(m_store->lastError()->kind, ErrorKind::Cancelled);
    }

    void oneUserIsReadFreshlyDeletedOrNot()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("state")) == QLatin1String("deleted"))
                return jsonAnswer(R"({"id":"u1","name":"Jane","state":"deleted","version":9})");
            return errorAnswer(404, "not.found", "No such user");
        });
        const Result<User> user = QCoro::waitFor(m_loader->read(QStringLiteral("u1")));
        QVERIFY(user.has_value());
        QCOMPARE(user->state, UserState::Deleted);
        QCOMPARE(m_store->find(QStringLiteral("u1"))->version, 9);
        QCOMPARE(m_server->requests().size(), 2);
    }

    void anotherUserThanAskedForIsRefused()
    {
        m_server->setHandler([](const ReceivedRequest &) {
            return jsonAnswer(R"({"id":"u2","name":"John","state":"deleted"})");
        });
        const Result<User> user = QCoro::waitFor(m_loader->read(QStringLiteral("u1")));
        QVERIFY(!user.has_value());
        QCOMPARE(user.error().kind, ErrorKind::BadResponse);
        QVERIFY(user.error().detail.contains(QStringLiteral("another user")));
        QVERIFY(m_store->users().isEmpty());
    }

    void aUserWhoCannotBeReadStaysAsTheyWere()
    {
        m_server->setHandler([](const ReceivedRequest &request) { return healthyPage(request, 3); });
        load();
        m_server->setHandler(
            [](const ReceivedRequest &) { return errorAnswer(403, "not.authorized", "no"); });
        const Result<User> user = QCoro::waitFor(m_loader->read(QStringLiteral("u1")));
        QCOMPARE(user.error().kind, ErrorKind::Forbidden);
        QCOMPARE(m_store->find(QStringLiteral("u1"))->state, UserState::Active);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
    }

    void anIdThatIsNoneIsNotAskedFor()
    {
        for (const QString &id : {QString(), QStringLiteral(".."), QStringLiteral("../me")}) {
            const Result<User> user = QCoro::waitFor(m_loader->read(id));
            QVERIFY(!user.has_value());
            QCOMPARE(user.error().kind, ErrorKind::Refused);
        }
        QVERIFY(m_server->requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUserLoaderEnding)
#include "tst_userloaderending.moc"
