// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userlisting.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <limits>

namespace offboarding {

namespace {

constexpr int perPage = 10;

UserPage page(int number, int first, int count, std::optional<int> total, int pageCount = -1)
{
    UserPage result;
    result.pageNumber = number;
    result.total = total;
    result.pageCount = pageCount >= 0 ? pageCount : (total.value_or(0) + perPage - 1) / perPage;
    for (int i = 0; i < count; ++i) {
        User user;
        user.id = QStringLiteral("u%1").arg(first + i);
        result.users.append(user);
    }
    return result;
}

UserListing listing()
{
    return UserListing(QStringLiteral("any"));
}

Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.detail = QStringLiteral("why");
    return error;
}

QList<int> numbers(int first, int last)
{
    QList<int> result;
    for (int i = first; i <= last; ++i)
        result.append(i);
    return result;
}

} // namespace

class UserListingTest : public QObject
{
    Q_OBJECT

private:
    /// Reads like the loader: what is unread, until nothing is; @p server answers a page number.
    template <typename Server> static int readAll(UserListing *list, Server server)
    {
        int reads = 0;
        QList<int> wanted{1};
        while (!wanted.isEmpty() && reads < 5000) {
            list->add(server(wanted.first()), wanted.first());
            ++reads;
            wanted = list->unreadPages();
        }
        return reads;
    }

private Q_SLOTS:
    void aWholeListingIsComplete()
    {
        UserListing list = listing();
        QCOMPARE(list.unreadPages(), numbers(1, 1));
        QCOMPARE(list.add(page(1, 0, 10, 25), 1).size(), 10);
        QCOMPARE(list.unreadPages(), numbers(2, 3));
        list.add(page(3, 20, 5, 25), 3); // in any order
        list.add(page(2, 10, 10, 25), 2);
        QVERIFY(list.unreadPages().isEmpty());
        QVERIFY(list.doubtfulPages().isEmpty());
        QVERIFY(!list.error());
        QVERIFY(list.notes().isEmpty());
        QCOMPARE(list.users().size(), 25);
        QCOMPARE(list.total(), 25);
        UserListing nobody = listing();
        nobody.add(page(1, 0, 0, 0), 1);
        QVERIFY(nobody.unreadPages().isEmpty() && !nobody.error());
    }

    void aFailedPageIsNamed()
    {
        UserListing list = listing();
        list.add(page(1, 0, 10, 30), 1);
        list.fail(2, errorOf(ErrorKind::Server));
        list.add(page(3, 20, 10, 30), 3);
        QVERIFY(list.unreadPages().isEmpty());
        QCOMPARE(list.doubtfulPages(), numbers(2, 2));
        QCOMPARE(list.error()->kind, ErrorKind::Server);
        QCOMPARE(list.error()->place, QStringLiteral("GET /api/v2/users (any) page 2"));
        list.add(page(2, 10, 10, 30), 2);
        QVERIFY(!list.error());
    }

    void aRepeatedPageIsNamed()
    {
        UserListing list = listing();
        list.add(page(1, 0, 10, 30), 1);
        list.add(page(2, 0, 10, 30), 2);
        list.add(page(3, 20, 10, 30), 3);
        QCOMPARE(list.users().size(), 20);
        QCOMPARE(list.doubtfulPages(), numbers(2, 2));
        QVERIFY(list.error()->detail.contains(
            QStringLiteral("promised 30 users and listed 20; page 2 repeats page 1")));
        QVERIFY(list.notes().constFirst().contains(QStringLiteral("page 2 repeats page 1")));
    }

    void someRepeatedUsersAreNoted()
    {
        UserListing list = listing();
        list.add(page(1, 0, 10, 20), 1);
        QCOMPARE(list.add(page(2, 8, 10, 20), 2).size(), 8);
        QVERIFY(list.notes().constFirst().contains(QStringLiteral("2 users were listed before")));
        QCOMPARE(list.error()->detail, QStringLiteral("the server promised 20 users and listed 18"));
        QCOMPARE(list.doubtfulPages(), numbers(1, 2)); // nobody knows on which one they are
    }

    void aUserListedTwiceIsKeptAsReadLast()
    {
        UserListing list = listing();
        UserPage first = page(1, 0, 2, 2);
        first.users[0].version = 1;
        list.add(first, 1);
        UserPage second = page(2, 0, 1, 2);
        second.users[0].version = 2;
        list.add(second, 2);
        QCOMPARE(list.users().size(), 2);
        QCOMPARE(list.users().constFirst().version, 2);
    }

    void usersOfOnePageThatAreTheSameAreOne()
    {
        UserListing list = listing();
        UserPage same = page(1, 0, 1, 10, 1);
        while (same.users.size() < 10)
            same.users.append(same.users.constFirst());
        QCOMPARE(list.add(same, 1).size(), 1);
        QVERIFY(list.error().has_value());
    }

    void aTotalThatChangesIsNoted_data()
    {
        QTest::addColumn<int>("later");
        QTest::addColumn<int>("pages");
        QTest::newRow("grows") << 45 << 5;
        QTest::newRow("shrinks") << 25 << 3;
    }

    void aTotalThatChangesIsNoted()
    {
        QFETCH(const int, later);
        QFETCH(const int, pages);
        UserListing list = listing();
        readAll(&list, [later](int number) {
            const int total = number == 1 ? 30 : later;
            const int first = (number - 1) * perPage;
            return page(number, first, std::clamp(total - first, 0, perPage), total);
        });
        QVERIFY2(
            list.notes().constFirst().contains(QStringLiteral("the total changed from 30 to %1").arg(later)),
            qPrintable(list.notes().constFirst()));
        QCOMPARE(list.pageCount(), pages);
        QVERIFY(!list.error());
        QCOMPARE(list.users().size(), later);
    }

    void aMissingTotalNeverEndsTheListEarly()
    {
        UserListing counted = listing(); // with a number of pages
        const auto users = [](int number) { return std::clamp(35 - (number - 1) * perPage, 0, perPage); };
        readAll(&counted,
                [&](int number) { return page(number, (number - 1) * perPage, users(number), {}, 4); });
        QCOMPARE(counted.users().size(), 35);
        UserListing uncounted = listing(); // without anything
        const int reads = readAll(&uncounted, [&](int number) {
            return page(number, (number - 1) * perPage, users(number), {}, 0);
        });
        QCOMPARE(uncounted.users().size(), 35);
        QCOMPARE(reads, 5); // until nobody comes
        for (const UserListing &list : {counted, uncounted}) {
            QVERIFY(list.error()); // and nobody can say that it is complete
            QVERIFY(list.error()->detail.contains(QStringLiteral("does not say how many users there are")));
            QCOMPARE(list.total(), 35);
            QVERIFY(list.doubtfulPages().isEmpty());
        }
    }

    void aTotalThatIsTooLowNeverEndsTheListEarly()
    {
        UserListing list = listing();
        readAll(&list, [](int number) {
            return page(number, (number - 1) * perPage, number <= 5 ? perPage : 0, 1, 5);
        });
        QCOMPARE(list.users().size(), 50);
    }

    void aHollowPromiseIsLeft_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("the same page for ever") << 0;
        QTest::newRow("empty pages for ever") << 1;
    }

    void aHollowPromiseIsLeft()
    {
        QFETCH(const int, kind);
        const int most = std::numeric_limits<int>::max();
        UserListing list = listing();
        const int reads = readAll(&list, [&](int number) {
            return page(number, 0, kind == 0 || number == 1 ? perPage : 0, most, most);
        });
        QVERIFY2(reads < 20, qPrintable(QString::number(reads)));
        QCOMPARE(list.users().size(), perPage);
        QVERIFY(list.error());
        QVERIFY(list.doubtfulPages().size() < 20);
    }

    void aServerThatFailsEveryPageIsLeft()
    {
        UserListing list = listing();
        list.add(page(1, 0, 10, 1'000'000), 1);
        int failures = 0;
        while (!list.unreadPages().isEmpty() && failures < 5000) {
            list.fail(list.unreadPages().constFirst(), errorOf(ErrorKind::Server));
            ++failures;
        }
        QVERIFY2(failures < 20, qPrintable(QString::number(failures)));
        QCOMPARE(list.error()->kind, ErrorKind::Server);
    }

    void numbersBeyondBoundsAreSurvived()
    {
        const int most = std::numeric_limits<int>::max();
        for (const int total : {0, 1, most}) {
            for (const int pageCount : {0, 1, most}) {
                for (const int count : {0, 1, 10}) {
                    UserListing list = listing();
                    list.add(page(1, 0, count, total, pageCount), 1);
                    QVERIFY(list.pageCount() >= 1 && list.pageCount() <= 2000);
                    QCOMPARE(list.error().has_value(), count < total);
                }
            }
        }
    }

    void thePagingLimitOfThePlatformIsRecognised()
    {
        UserListing list = listing();
        for (int number = 1; number <= 20; ++number)
            list.add(page(number, number * 500, 500, 12'000, 24), number);
        for (int number = 21; number <= 24; ++number)
            list.fail(number, errorOf(ErrorKind::BadRequest));
        QVERIFY(list.isCutByPageLimit());
        list.fail(22, errorOf(ErrorKind::Server));
        QVERIFY(!list.isCutByPageLimit());
    }

    void anEarlyRefusalIsNoPagingLimit()
    {
        UserListing list = listing();
        list.fail(1, errorOf(ErrorKind::BadRequest));
        QVERIFY(!list.isCutByPageLimit());
        UserListing later = listing();
        later.add(page(1, 0, 10, 30), 1);
        later.fail(2, errorOf(ErrorKind::BadRequest));
        QVERIFY(!later.isCutByPageLimit());
    }

    void thePageThatTheServerSaysIsCompared()
    {
        UserListing list = listing();
        list.add(page(7, 0, 10, 10), 1);
        QVERIFY(list.notes().constFirst().contains(QStringLiteral("page 1: the server answered page 7")));
    }

    void notesAreBounded()
    {
        UserListing list = listing();
        for (int number = 1; number < 500; ++number)
            list.add(page(number + 1, number * 10, 10, number), number);
        QVERIFY(list.notes().size() <= 100);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::UserListingTest)
#include "tst_userlisting.moc"
