// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userlisting.h"
#include "tests/unit/directory/listingpages.h"

#include <QTest>

#include <algorithm>

namespace offboarding {

using namespace testing;

namespace {

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
