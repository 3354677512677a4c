// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userlisting.h"
#include "tests/unit/directory/listingpages.h"

#include <QTest>

#include <algorithm>
#include <limits>

namespace offboarding {

using namespace testing;

/// Totals and numbers of pages that are missing, wrong or without end.
class UserListingPromisesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
            QVERIFY(!list.error()); // every promised page, or all until an empty one
            QVERIFY(
                list.notes().constFirst().contains(QStringLiteral("does not say how many users there are")));
            QCOMPARE(list.total(), 35);
            QVERIFY(list.doubtfulPages().isEmpty());
        }
    }

    void withoutATotalAFailureIsNotTheEnd()
    {
        UserListing list = listing();
        list.add(page(1, 0, 10, {}, 0), 1);
        list.fail(2, errorOf(ErrorKind::Server));
        QVERIFY(list.error());
        UserListing nobody = listing();
        nobody.add(page(1, 0, 0, {}, 0), 1);
        QVERIFY(nobody.error()->detail.contains(QStringLiteral("does not say how many users there are")));
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
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::UserListingPromisesTest)
#include "tst_userlistingpromises.moc"
