// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/loadertest.h"

#include <QSignalSpy>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

/// Paging that goes wrong: what was read stays, what is missing is named.
class TestUserLoader : public LoaderTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setUp();
        m_loader->setPageSize(pageSize);
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
};

QTEST_GUILESS_MAIN(TestUserLoader)
#include "tst_userloader.moc"
