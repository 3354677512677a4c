// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

constexpr int pageSize = 10;

QJsonObject userObject(int number)
{
    return {{QStringLiteral("id"), QStringLiteral("u%1").arg(number)},
            {QStringLiteral("name"), QStringLiteral("User %1").arg(number)},
            {QStringLiteral("state"), QStringLiteral("active")},
            {QStringLiteral("version"), 1}};
}

/// Users first … first + count - 1 as one page.
ScriptedAnswer pageAnswer(int pageNumber, int first, int count, int total)
{
    QJsonArray entities;
    for (int i = 0; i < count; ++i)
        entities.append(userObject(first + i));
    const QJsonObject body{{QStringLiteral("entities"), entities},
                           {QStringLiteral("pageNumber"), pageNumber},
                           {QStringLiteral("pageSize"), pageSize},
                           {QStringLiteral("total"), total},
                           {QStringLiteral("pageCount"), (total + pageSize - 1) / pageSize}};
    return jsonAnswer(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

ScriptedAnswer healthyPage(const ReceivedRequest &request, int total)
{
    const int page = request.query(QStringLiteral("pageNumber")).toInt();
    const int first = (page - 1) * pageSize;
    return pageAnswer(page, first, std::clamp(total - first, 0, pageSize), total);
}

bool isNoted(const UserStore &store, const QString &text)
{
    const QStringList notes = store.notes();
    return std::any_of(notes.cbegin(), notes.cend(),
                       [&text](const QString &note) { return note.contains(text); });
}

} // namespace

/// Paging that goes wrong: what was read stays, what is missing is named.
class TestUserLoader : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<UserStore> m_store;
    std::unique_ptr<UserLoader> m_loader;

    void load()
    {
        QSignalSpy finished(m_loader.get(), &UserLoader::finished);
        m_loader->load();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FaultServer>();
        m_client = std::make_unique<ApiClient>(m_server->url());
        RetrySettings settings;
        settings.mostAttempts = 2;
        settings.firstPauseMilliseconds = 5;
        m_client->setRetrySettings(settings);
        m_store = std::make_unique<UserStore>();
        m_loader = std::make_unique<UserLoader>(*m_client, *m_store);
        m_loader->setPageSize(pageSize);
    }

    void cleanup()
    {
        m_loader.reset();
        m_store.reset();
        m_client.reset();
        m_server.reset();
    }

    void readsEveryPage()
    {
        m_server->setHandler([](const ReceivedRequest &request) { return healthyPage(request, 95); });
        QSignalSpy progress(m_store.get(), &UserStore::progressChanged);
        load();
        QCOMPARE(m_store->users().size(), 95);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
        QVERIFY(!m_store->lastError());
        QVERIFY(m_store->notes().isEmpty());
        QVERIFY(m_store->readAt().isValid());
        QCOMPARE(m_server->requests().size(), 10);
        QCOMPARE(progress.last().at(0).toInt(), 95);
        QCOMPARE(progress.last().at(1).toInt(), 95);
    }

    void aMissingPageIsReadOnceMore()
    {
        int refusals = 0;
        m_server->setHandler([&](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("pageNumber")) == QLatin1String("3") && refusals++ == 0)
                return errorAnswer(500, "internal.server.error", "oops");
            return healthyPage(request, 50);
        });
        load();
        QCOMPARE(m_store->users().size(), 50);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
    }

    void aPageThatStaysMissingIsNamedAndTheRestIsThere()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("pageNumber")) == QLatin1String("3"))
                return errorAnswer(500, "internal.server.error", "oops");
            return healthyPage(request, 50);
        });
        load();
        QCOMPARE(m_store->users().size(), 40);
        QCOMPARE(m_store->status(), DirectoryStatus::Incomplete);
        QVERIFY(m_store->lastError());
        QCOMPARE(m_store->lastError()->kind, ErrorKind::Server);
        QVERIFY(m_store->lastError()->place.contains(QStringLiteral("page 3")));
        QVERIFY(!m_store->readAt().isValid());
    }

    void aRepeatedPageIsNotedAndNeverCountedTwice()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("pageNumber")) == QLatin1String("4"))
                return pageAnswer(4, 10, pageSize, 50); // page 2 again
            return healthyPage(request, 50);
        });
        load();
        QCOMPARE(m_store->users().size(), 40);
        QCOMPARE(m_store->status(), DirectoryStatus::Incomplete);
        QVERIFY(m_store->lastError());
        QCOMPARE(m_store->lastError()->kind, ErrorKind::BadResponse);
        QVERIFY(m_store->lastError()->place.contains(QStringLiteral("page 4")));
        QVERIFY(m_store->lastError()->detail.contains(QStringLiteral("promised 50 users and listed 40")));
        QVERIFY(isNoted(*m_store, QStringLiteral("page 4 repeats page 2")));
    }

    void aTotalThatGrowsWhilePagingAddsPages()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            return healthyPage(request, request.query(QStringLiteral("pageNumber")).toInt() < 3 ? 30 : 45);
        });
        load();
        QCOMPARE(m_store->users().size(), 45);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
        QVERIFY(isNoted(*m_store, QStringLiteral("the total changed from 30 to 45")));
    }

    void usersLostToShiftingPagesAreReadAgain()
    {
        // Page 2 comes back one user short while the total says otherwise; the second reading has it.
        int readings = 0;
        m_server->setHandler([&](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("pageNumber")) == QLatin1String("2") && readings++ == 0)
                return pageAnswer(2, 11, pageSize - 1, 50);
            return healthyPage(request, 50);
        });
        load();
        QCOMPARE(m_store->users().size(), 50);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
        QVERIFY(m_store->find(QStringLiteral("u10")) != nullptr);
    }

    void aServerThatPromisesEndlessPagesIsLeft()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            const int page = request.query(QStringLiteral("pageNumber")).toInt();
            const QByteArray entities = page == 1 ? QByteArray(R"([{"id":"u1","state":"active"}])") : "[]";
            return jsonAnswer(R"({"entities":)" + entities + R"(,"pageCount":2147483647,"total":1})");
        });
        load();
        QCOMPARE(m_store->users().size(), 1);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
        QVERIFY(m_server->requests().size() < 5);
    }

    void statesAreReadOneByOneWhereAnyIsRefused()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            const QString state = request.query(QStringLiteral("state"));
            if (state == QLatin1String("any"))
                return errorAnswer(400, "bad.request", "unknown state");
            const int first = state == QLatin1String("active")     ? 0
                              : state == QLatin1String("inactive") ? 10
                                                                   : 20;
            return pageAnswer(1, first, 5, 5);
        });
        load();
        QCOMPARE(m_store->users().size(), 15);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
        QVERIFY(isNoted(*m_store, QStringLiteral("each state was read by itself")));
    }

    void aFailedRefreshKeepsTheOldRows()
    {
        m_server->setHandler([](const ReceivedRequest &request) { return healthyPage(request, 30); });
        load();
        const QDateTime readAt = m_store->readAt();
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("pageNumber")) == QLatin1String("1"))
                return errorAnswer(503, "service.unavailable", "later");
            return healthyPage(request, 30);
        });
        load();
        QCOMPARE(m_store->users().size(), 30);
        QCOMPARE(m_store->status(), DirectoryStatus::Failed);
        QCOMPARE(m_store->readAt(), readAt); // the rows are as old as they were
        m_server->setHandler([](const ReceivedRequest &request) { return healthyPage(request, 29); });
        load();
        QCOMPARE(m_store->users().size(), 29);
        QCOMPARE(m_store->status(), DirectoryStatus::Complete);
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
};

QTEST_GUILESS_MAIN(TestUserLoader)
#include "tst_userloader.moc"
