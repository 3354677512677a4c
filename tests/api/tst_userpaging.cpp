// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

QJsonArray usersFrom(int first, int count, const QString &state = QStringLiteral("active"))
{
    QJsonArray entities;
    for (int i = first; i < first + count; ++i)
        entities.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("u%1").arg(i)},
                                    {QStringLiteral("name"), QStringLiteral("User %1").arg(i)},
                                    {QStringLiteral("state"), state}});
    return entities;
}

ScriptedAnswer answerWith(const QJsonObject &body)
{
    return jsonAnswer(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

int pageOf(const ReceivedRequest &request)
{
    return request.query(QStringLiteral("pageNumber")).toInt();
}

/// A slice of @p total users in pages of @p size.
QJsonArray slice(int page, int size, int total)
{
    const int first = (page - 1) * size;
    return usersFrom(first, std::clamp(total - first, 0, size));
}

QJsonObject listing(const QJsonArray &entities, int total)
{
    return {{QStringLiteral("entities"), entities}, {QStringLiteral("total"), total}};
}

} // namespace

/// Servers that page differently from what was asked, all within the published contract.
class TestUserPaging : public QObject
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
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    }

    void verifyComplete(int users)
    {
        const QString why = m_store->lastError() ? m_store->lastError()->toLogString() : QString();
        QVERIFY2(m_store->status() == DirectoryStatus::Complete, qPrintable(why));
        QCOMPARE(m_store->users().size(), users);
    }

    bool isNoted(const QString &text) const
    {
        return m_store->notes().join(QLatin1Char('\n')).contains(text);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FaultServer>();
        m_client = std::make_unique<ApiClient>(m_server->url());
        RetrySettings settings;
        settings.mostAttempts = 1;
        m_client->setRetrySettings(settings);
        m_store = std::make_unique<UserStore>();
        m_loader = std::make_unique<UserLoader>(*m_client, *m_store);
    }

    void cleanup()
    {
        m_loader.reset();
        m_store.reset();
        m_client.reset();
        m_server.reset();
    }

    void pagesSmallerThanAsked_data()
    {
        QTest::addColumn<int>("pageCount"); // 0: not said
        QTest::newRow("pages counted by the smaller size") << 5;
        QTest::newRow("pages counted by the size asked for") << 1;
        QTest::newRow("pages not counted") << 0;
    }

    void pagesSmallerThanAsked()
    {
        QFETCH(const int, pageCount);
        m_server->setHandler([pageCount](const ReceivedRequest &request) {
            QJsonObject body = listing(slice(pageOf(request), 100, 430), 430);
            if (pageCount > 0)
                body.insert(QStringLiteral("pageCount"), pageCount);
            return answerWith(body);
        });
        load();
        verifyComplete(430);
        QCOMPARE(m_server->requests().size(), 5);
    }

    void aPageSizeThatIsRefusedIsMadeSmaller()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("pageSize")).toInt() > 100)
                return errorAnswer(400, "response.entity.too.large", "lower the page size");
            return answerWith(listing(slice(pageOf(request), 100, 250), 250));
        });
        load();
        verifyComplete(250);
        QCOMPARE(m_server->requests().size(), 4);
    }

    void withoutATotalThePromisedPagesAreEnough()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            return answerWith({{QStringLiteral("entities"), slice(pageOf(request), 500, 1200)},
                               {QStringLiteral("pageCount"), 3}});
        });
        load();
        verifyComplete(1200);
        QVERIFY(isNoted(QStringLiteral("does not say how many users")));
        QCOMPARE(m_server->requests().size(), 3);
    }

    void withoutATotalAndPagesAnEmptyPageIsTheEnd()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            return answerWith({{QStringLiteral("entities"), slice(pageOf(request), 500, 700)}});
        });
        load();
        verifyComplete(700);
        QVERIFY(isNoted(QStringLiteral("does not say how many users")));
    }

    void withoutATotalAFailedPageIsNotTheEnd()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (pageOf(request) > 1)
                return errorAnswer(500, "internal.server.error", "oops");
            return answerWith({{QStringLiteral("entities"), slice(1, 500, 700)}});
        });
        load();
        QCOMPARE(m_store->status(), DirectoryStatus::Incomplete);
        QVERIFY(m_store->lastError()->place.contains(QStringLiteral("page 2")));
    }

    void anEmptyAnswerWithoutATotalIsNotBelieved()
    {
        m_server->setHandler([](const ReceivedRequest &) { return jsonAnswer(R"({"entities":[]})"); });
        load();
        QCOMPARE(m_store->status(), DirectoryStatus::Failed);
        m_server->setHandler(
            [](const ReceivedRequest &) { return jsonAnswer(R"({"entities":[],"total":0})"); });
        load();
        verifyComplete(0);
    }

    void whoSlippedWhileUsersLeftIsFound()
    {
        // Between page 1 and page 2 somebody left: u500 moved to page 1, which was read already.
        int readings = 0;
        m_server->setHandler([&readings](const ReceivedRequest &request) {
            if (pageOf(request) == 1 && readings++ == 0)
                return answerWith(listing(usersFrom(0, 500), 600));
            return answerWith(listing(pageOf(request) == 1 ? usersFrom(1, 500) : usersFrom(501, 99), 599));
        });
        load();
        QVERIFY(m_store->find(QStringLiteral("u500")) != nullptr);
        verifyComplete(600);
    }

    void theEndOfPagingIsPassedByCursor_data()
    {
        QTest::addColumn<bool>("givesUri");
        QTest::newRow("cursor in the answer") << false;
        QTest::newRow("cursor in nextUri only") << true;
    }

    void theEndOfPagingIsPassedByCursor()
    {
        QFETCH(const bool, givesUri);
        constexpr int total = 10'600;
        m_server->setHandler([givesUri](const ReceivedRequest &request) {
            if (request.path() != "/api/v2/users/query") {
                if (pageOf(request) > 20)
                    return errorAnswer(400, "invalid.query.param.value", "past 10000");
                QJsonObject body = listing(slice(pageOf(request), 500, total), total);
                body.insert(QStringLiteral("pageCount"), 22);
                return answerWith(body);
            }
            const int page = std::max(1, request.query(QStringLiteral("cursor")).toInt());
            QJsonObject body{{QStringLiteral("entities"), slice(page, 500, total)}};
            const QString next = page * 500 < total ? QString::number(page + 1) : QString();
            if (!next.isEmpty() && givesUri)
                body.insert(QStringLiteral("nextUri"),
                            QString(QStringLiteral("/api/v2/users/query?pageSize=500&cursor=") + next));
            else if (!next.isEmpty())
                body.insert(QStringLiteral("cursor"), next);
            return answerWith(body);
        });
        m_loader->setState(QStringLiteral("inactive"));
        load();
        verifyComplete(total);
        QVERIFY(isNoted(QStringLiteral("the rest was read by cursor")));
        for (const ReceivedRequest &request : m_server->requests())
            QCOMPARE(request.query(QStringLiteral("state")), QStringLiteral("inactive"));
    }

    void aCursorThatFailsLeavesTheListingIncomplete_data()
    {
        QTest::addColumn<bool>("isEndless");
        QTest::newRow("refused") << false;
        QTest::newRow("without an end") << true;
    }

    void aCursorThatFailsLeavesTheListingIncomplete()
    {
        QFETCH(const bool, isEndless);
        m_server->setHandler([isEndless](const ReceivedRequest &request) {
            if (request.path() == "/api/v2/users/query" && isEndless)
                return jsonAnswer(R"({"entities":[{"id":"u1"}],"cursor":"again"})");
            if (request.path() == "/api/v2/users/query")
                return errorAnswer(403, "missing.any.permissions", "directory:user:view");
            if (pageOf(request) > 20)
                return errorAnswer(400, "invalid.query.param.value", "past 10000");
            return answerWith(listing(slice(pageOf(request), 500, 10'600), 10'600));
        });
        m_loader->setState(QStringLiteral("inactive"));
        load();
        QCOMPARE(m_store->status(), DirectoryStatus::Incomplete);
        QCOMPARE(m_store->users().size(), 10'000);
        QVERIFY(m_store->lastError()->place.contains(QStringLiteral("page 21")));
        QVERIFY(isNoted(QStringLiteral("reading on by cursor failed")));
    }

    void onlyTheStateAskedForIsRead()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            return answerWith(listing(usersFrom(0, 3, request.query(QStringLiteral("state"))), 3));
        });
        m_loader->setState(QStringLiteral("deleted"));
        m_loader->setAsksForDeleted(true);
        load();
        verifyComplete(3);
        QCOMPARE(m_store->counts().deleted, 3);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void deletedUsersThatHideFromAnyAreAskedFor()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("state")) == QLatin1String("deleted"))
                return answerWith(listing(usersFrom(100, 2, QStringLiteral("deleted")), 2));
            return answerWith(listing(usersFrom(0, 5), 5));
        });
        m_loader->setAsksForDeleted(true);
        load();
        verifyComplete(7);
        QCOMPARE(m_store->counts().deleted, 2);
        QCOMPARE(m_server->requests().size(), 2);
    }

    void deletedUsersThatCannotBeReadAreMissed()
    {
        m_server->setHandler([](const ReceivedRequest &request) {
            if (request.query(QStringLiteral("state")) == QLatin1String("deleted"))
                return errorAnswer(500, "internal.server.error", "oops");
            return answerWith(listing(usersFrom(0, 5), 5));
        });
        m_loader->setAsksForDeleted(true);
        load();
        QCOMPARE(m_store->status(), DirectoryStatus::Incomplete);
        QCOMPARE(m_store->users().size(), 5);
        QVERIFY(m_store->lastError()->place.contains(QStringLiteral("deleted")));
    }
};

QTEST_GUILESS_MAIN(TestUserPaging)
#include "tst_userpaging.moc"
