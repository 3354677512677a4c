// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/leavers/leaversamples.h"

#include <QRandomGenerator>
#include <QTest>

#include <ctime>

namespace offboarding {

using testing::inputWith;
using testing::leaver;
using testing::rowOf;

namespace {

QList<User> crowd(int count)
{
    QList<User> users;
    users.reserve(count);
    for (int i = 0; i < count; ++i) {
        User user = leaver("", "", "");
        user.id = QStringLiteral("id-%1").arg(i);
        user.name = QStringLiteral("Person%1 Surname%2").arg(i % 997).arg(i);
        user.email = QStringLiteral("person%1@acme.example").arg(i);
        users.append(user);
    }
    return users;
}

QList<LeaverRow> rowsFor(const QList<User> &users, int count)
{
    QList<LeaverRow> rows;
    for (int i = 0; i < count; ++i)
        rows.append({i + 2, users.at(i).id, {}, {}});
    return rows;
}

QStringList tripwires(const LeaversInput &input)
{
    QStringList names;
    for (const TripwireHit &hit : judgeLeavers(input).tripwires)
        names.append(leaversTripwireName(hit.tripwire));
    return names;
}

} // namespace

class LeaverVerdictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodListMayRun();
    void onlyACompleteDirectoryWillDo_data();
    void onlyACompleteDirectoryWillDo();
    void tooManyUsersAreRefused();
    void tooLargeAShareIsRefused();
    void nobodyKnowsWhoIsSignedIn();
    void restoreKnowsNoTripwires();
    void nothingRunsUnresolved();
    void picksAreCheckedAgain();
    void neverMoreThanTheRowsSay();
    void manyRowsTakeNoTime();
};

void LeaverVerdictsTest::aGoodListMayRun()
{
    const QList<User> users = crowd(20);
    const LeaversJudgement result = judgeLeavers(inputWith(users, rowsFor(users, 3)));
    QVERIFY(result.mayRun());
    QCOMPARE(result.chosenUserIds.size(), 3);
    QVERIFY(!judgeLeavers(inputWith(users, {})).mayRun()); // nobody to act on
}

void LeaverVerdictsTest::onlyACompleteDirectoryWillDo_data()
{
    QTest::addColumn<DirectoryStatus>("status");
    QTest::addColumn<QString>("tripwire");
    QTest::newRow("never read") << DirectoryStatus::Empty << QStringLiteral("directory-not-read");
    QTest::newRow("being read") << DirectoryStatus::Loading << QStringLiteral("directory-not-read");
    QTest::newRow("read in part") << DirectoryStatus::Incomplete << QStringLiteral("directory-incomplete");
    QTest::newRow("failed") << DirectoryStatus::Failed << QStringLiteral("directory-incomplete");
}

void LeaverVerdictsTest::onlyACompleteDirectoryWillDo()
{
    QFETCH(const DirectoryStatus, status);
    QFETCH(const QString, tripwire);
    const QList<User> users = crowd(20);
    LeaversInput input = inputWith(users, rowsFor(users, 1));
    input.directory = status;
    const LeaversJudgement result = judgeLeavers(input);
    QVERIFY(!result.mayRun());
    QCOMPARE(tripwires(input), QStringList{tripwire});
    QVERIFY(tripwireReason(result.tripwires.first()).contains(QStringLiteral("users of the organisation")));
}

void LeaverVerdictsTest::tooManyUsersAreRefused()
{
    const QList<User> users = crowd(20);
    LeaversInput input = inputWith(users, rowsFor(users, 6));
    input.connection.limits.mostUsersPerRun = 5;
    const LeaversJudgement result = judgeLeavers(input);
    QCOMPARE(result.tripwires, (QList<TripwireHit>{{LeaversTripwire::UserLimit, 6, 5}}));
    QVERIFY(!result.mayRun());
    QVERIFY(tripwireReason(result.tripwires.first()).contains(QStringLiteral("6 users")));
    // Those who are not taken out do not count.
    input.decisions.excluded.insert(0);
    QVERIFY(judgeLeavers(input).mayRun());
}

void LeaverVerdictsTest::tooLargeAShareIsRefused()
{
    QList<User> users = crowd(100);
    for (int i = 60; i < 100; ++i)
        users[i].state = UserState::Deleted; // they are no part of the organisation any more
    LeaversInput input = inputWith(users, rowsFor(users, 7));
    input.connection.limits.mostPercentOfOrganization = 10;
    QCOMPARE(judgeLeavers(input).tripwires, (QList<TripwireHit>{{LeaversTripwire::OrganizationShare, 7, 6}}));
    input.rows.removeLast();
    QVERIFY(judgeLeavers(input).mayRun());
}

void LeaverVerdictsTest::nobodyKnowsWhoIsSignedIn()
{
    const QList<User> users = crowd(20);
    LeaversInput input = inputWith(users, rowsFor(users, 1));
    input.signedInAs = {};
    QCOMPARE(tripwires(input), QStringList{QStringLiteral("unknown-identity")});
    input.signedInAs.isClient = true;
    QVERIFY(judgeLeavers(input).mayRun());
}

void LeaverVerdictsTest::restoreKnowsNoTripwires()
{
    QList<User> users = crowd(20);
    for (User &user : users)
        user.state = UserState::Inactive;
    LeaversInput input = inputWith(users, rowsFor(users, 20));
    input.act = Act::Restore;
    input.connection.limits = {1, 1};
    input.connection.protectedUsers = {users.first().id};
    QVERIFY(judgeLeavers(input).mayRun());
    input.directory = DirectoryStatus::Incomplete; // who is meant must be certain all the same
    QVERIFY(!judgeLeavers(input).mayRun());
}

void LeaverVerdictsTest::nothingRunsUnresolved()
{
    const QList<User> users = crowd(20);
    LeaversInput input = inputWith(users, rowsFor(users, 2) + QList<LeaverRow>{rowOf(9, "nobody", "", "")});
    LeaversJudgement result = judgeLeavers(input);
    QCOMPARE(result.unresolvedCount, 1);
    QCOMPARE(result.chosenUserIds.size(), 2);
    QVERIFY(!result.mayRun());
    input.decisions.excluded.insert(2);
    result = judgeLeavers(input);
    QVERIFY(result.mayRun());
    QVERIFY(result.rows.at(2).isExcluded);
    input.decisions = {};
    input.decisions.pickedIds.insert(2, users.at(7).id);
    result = judgeLeavers(input);
    QVERIFY(result.mayRun());
    QCOMPARE(result.chosenUserIds.size(), 3);
}

void LeaverVerdictsTest::picksAreCheckedAgain()
{
    QList<User> users = crowd(5);
    LeaversInput input = inputWith(users, {rowOf(2, "", "", "somebody")});
    input.decisions.pickedIds.insert(0, QStringLiteral("id-9"));
    const LeaverJudgement gone = judgeLeavers(input).rows.first();
    QCOMPARE(gone.doubt, LeaverDoubt::PickIsGone);
    QVERIFY(gone.isUnresolved);
    input.decisions.pickedIds.insert(0, QStringLiteral("id-3"));
    QCOMPARE(judgeLeavers(input).rows.first().verdict, LeaverVerdict::Picked);
    input.users[3].state = UserState::Inactive;
    QCOMPARE(judgeLeavers(input).rows.first().verdict, LeaverVerdict::AlreadyInactive);
}

/// Whatever the rows and decisions: who is chosen is named by a row that is not excluded, exactly, or was
/// picked, is in the directory once, active, neither protected nor oneself; and the counts add up.
void LeaverVerdictsTest::neverMoreThanTheRowsSay()
{
    QRandomGenerator random(20261125);
    for (int round = 0; round < 300; ++round) {
        QList<User> users = crowd(30);
        for (User &user : users) {
            user.state = QList<UserState>{UserState::Active, UserState::Active, UserState::Inactive,
                                          UserState::Deleted}
                             .at(random.bounded(4));
            if (random.bounded(6) == 0)
                user.email = QStringLiteral("shared@acme.example");
        }
        QList<LeaverRow> rows;
        for (int i = 0; i < 20; ++i) {
            const User &one = users.at(random.bounded(30));
            const User &other = users.at(random.bounded(30));
            LeaverRow row{i + 2, {}, {}, {}};
            if (random.bounded(2) == 0)
                row.id = random.bounded(4) == 0 ? QStringLiteral("nobody") : one.id;
            if (random.bounded(2) == 0)
                row.email = random.bounded(4) == 0 ? other.email : one.email;
            if (random.bounded(2) == 0)
                row.name = random.bounded(4) == 0 ? QStringLiteral("Quite Else") : one.name;
            rows.append(row);
        }
        LeaversInput input = inputWith(users, rows);
        input.connection.protectedUsers = {users.at(3).id};
        input.signedInAs.userId = users.at(5).id;
        for (int i = 0; i < 4; ++i) {
            input.decisions.excluded.insert(random.bounded(20));
            input.decisions.pickedIds.insert(random.bounded(20), users.at(random.bounded(30)).id);
        }
        const LeaversJudgement result = judgeLeavers(input);
        QCOMPARE(result.rows.size(), rows.size());
        QStringList chosen;
        int unresolved = 0;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const LeaverJudgement &judgement = result.rows.at(i);
            QVERIFY(!(judgement.isChosen && judgement.isUnresolved));
            unresolved += judgement.isUnresolved ? 1 : 0;
            if (!judgement.isChosen)
                continue;
            chosen.append(judgement.userId);
            QVERIFY(!input.decisions.excluded.contains(i));
            const auto user = std::find_if(users.cbegin(), users.cend(), [&](const User &candidate) {
                return candidate.id == judgement.userId;
            });
            QVERIFY(user != users.cend());
            QCOMPARE(user->state, UserState::Active);
            QVERIFY(user->id != users.at(3).id && user->id != users.at(5).id);
            if (input.decisions.pickedIds.contains(i)) {
                QCOMPARE(judgement.userId, input.decisions.pickedIds.value(i));
                continue;
            }
            QVERIFY(!rows.at(i).id.isEmpty() || !rows.at(i).email.isEmpty());
            QVERIFY(rows.at(i).id.isEmpty() || rows.at(i).id == user->id);
            QVERIFY(rows.at(i).email.isEmpty() || rows.at(i).email == user->email);
        }
        QCOMPARE(result.chosenUserIds, chosen);
        QCOMPARE(QSet<QString>(chosen.cbegin(), chosen.cend()).size(), chosen.size());
        QCOMPARE(result.unresolvedCount, unresolved);
    }
}

void LeaverVerdictsTest::manyRowsTakeNoTime()
{
    const QList<User> users = crowd(100'000);
    QList<LeaverRow> rows = rowsFor(users, 10'000);
    for (int i = 0; i < 10'000; ++i)
        rows.append({i + 10'002, {}, QStringLiteral("stranger%1@acme.example").arg(i), QStringLiteral("X")});
    const std::clock_t start = std::clock();
    const LeaversJudgement result = judgeLeavers(inputWith(users, rows));
    QCOMPARE(result.chosenUserIds.size(), 10'000);
    QCOMPARE(result.unresolvedCount, 10'000);
    // Generous for debug builds and sanitizers; a quadratic search takes hours. Counts the processor's time,
    // so that a busy machine does not matter.
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 30, qPrintable(QString::number(seconds)));
}

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::LeaverVerdictsTest)
#include "tst_leaververdicts.moc"
