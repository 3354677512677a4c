// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userstore.h"

#include <QSignalSpy>
#include <QTest>

namespace offboarding {

namespace {

User user(const QString &id, const QString &name = QStringLiteral("x"), UserState state = UserState::Active)
{
    User result;
    result.id = id;
    result.name = name;
    result.state = state;
    return result;
}

const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");
const QString c = QStringLiteral("c");

} // namespace

class UserStoreTest : public QObject
{
    Q_OBJECT

private:
    /// Rows, search texts and the way from id to row must always agree.
    static void verifyWhole(const UserStore &store)
    {
        QCOMPARE(store.searchTexts().size(), store.users().size());
        for (qsizetype row = 0; row < store.users().size(); ++row) {
            const User &user = store.users().at(row);
            QCOMPARE(store.find(user.id), &user);
            QVERIFY(store.searchTexts().at(row).startsWith(user.name.toLower()));
        }
    }

private Q_SLOTS:
    void beginsEmptyAndSaysSo()
    {
        const UserStore store;
        QCOMPARE(store.status(), DirectoryStatus::Empty);
        QVERIFY(!store.readAt().isValid());
        QCOMPARE(store.counts().total(), 0);
        QCOMPARE(store.find(a), nullptr);
    }

    void newRowsAreAnnouncedAsOneRange()
    {
        UserStore store;
        QSignalSpy appended(&store, &UserStore::usersAppended);
        store.append({user(a), user(b)});
        store.append({user(c)});
        QCOMPARE(appended.size(), 2);
        QCOMPARE(appended.at(0), (QList<QVariant>{0, 1}));
        QCOMPARE(appended.at(1), (QList<QVariant>{2, 2}));
        verifyWhole(store);
    }

    void nothingNewAnnouncesNothing()
    {
        UserStore store;
        store.append({user(a)});
        QSignalSpy appended(&store, &UserStore::usersAppended);
        QSignalSpy changed(&store, &UserStore::userChanged);
        store.append({});
        store.append({user(a)});
        QCOMPARE(appended.size(), 0);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(store.users().size(), 1);
    }

    void aKnownUserIsUpdatedInPlace()
    {
        UserStore store;
        store.append({user(a), user(b)});
        QSignalSpy appended(&store, &UserStore::usersAppended);
        QSignalSpy changed(&store, &UserStore::userChanged);
        store.append({user(c), user(a, QStringLiteral("renamed"))});
        QCOMPARE(store.users().size(), 3);
        QCOMPARE(appended.size(), 1);
        QCOMPARE(appended.first(), (QList<QVariant>{2, 2}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first(), QList<QVariant>{0});
        QVERIFY(store.searchTexts().at(0).contains(QStringLiteral("renamed")));
        verifyWhole(store);
    }

    void aListenerNeverSeesRowsThatNobodyAnnounced()
    {
        UserStore store;
        store.append({user(a), user(b)});
        int announced = 2;
        QList<int> seen;
        connect(&store, &UserStore::usersAppended, this, [&](int, int last) { announced = last + 1; });
        connect(&store, &UserStore::userChanged, this, [&](int row) {
            seen.append(row);
            QCOMPARE(store.users().size(), announced);
        });
        store.append({user(c), user(a, QStringLiteral("renamed")), user(QStringLiteral("d")),
                      user(b, QStringLiteral("renamed"))});
        QCOMPARE(seen, (QList<int>{0, 1}));
    }

    void theSameUserTwiceInOnePageIsOneRow()
    {
        UserStore store;
        store.append({user(a, QStringLiteral("first")), user(a, QStringLiteral("second"))});
        QCOMPARE(store.users().size(), 1);
        QCOMPARE(store.find(a)->name, QStringLiteral("second"));
        verifyWhole(store);
        store.replaceAll({user(b, QStringLiteral("first")), user(c), user(b, QStringLiteral("second"))});
        QCOMPARE(store.users().size(), 2);
        QCOMPARE(store.find(b)->name, QStringLiteral("second"));
        verifyWhole(store);
    }

    void replacingForgetsTheOldOnes()
    {
        UserStore store;
        store.append({user(a), user(b)});
        QSignalSpy reset(&store, &UserStore::usersReset);
        QSignalSpy appended(&store, &UserStore::usersAppended);
        store.replaceAll({user(c)});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(appended.size(), 0);
        QCOMPARE(store.find(a), nullptr);
        QCOMPARE(store.users().size(), 1);
        verifyWhole(store);
        store.replaceAll({});
        QCOMPARE(store.users().size(), 0);
        QCOMPARE(reset.size(), 2);
    }

    void anUpdateTellsOnlyARealChange()
    {
        UserStore store;
        store.append({user(a), user(b)});
        QSignalSpy changed(&store, &UserStore::userChanged);
        QSignalSpy appended(&store, &UserStore::usersAppended);
        store.update(user(b));
        QCOMPARE(changed.size(), 0);
        store.update(user(b, QStringLiteral("x"), UserState::Inactive));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first(), QList<QVariant>{1});
        store.update(user(c));
        QCOMPARE(appended.size(), 1);
        QCOMPARE(changed.size(), 1);
        verifyWhole(store);
    }

    void countsFollowTheStates()
    {
        UserStore store;
        store.append({user(a), user(b, QStringLiteral("x"), UserState::Inactive),
                      user(c, QStringLiteral("x"), UserState::Deleted),
                      user(QStringLiteral("d"), QStringLiteral("x"), UserState::Unknown)});
        QCOMPARE(store.counts().active, 1);
        QCOMPARE(store.counts().inactive, 1);
        QCOMPARE(store.counts().deleted, 1);
        QCOMPARE(store.counts().unknown, 1);
        QCOMPARE(store.counts().total(), 4);
        store.update(user(a, QStringLiteral("x"), UserState::Deleted));
        QCOMPARE(store.counts().active, 0);
        QCOMPARE(store.counts().deleted, 2);
    }

    void onlyACompleteReadingIsDated()
    {
        UserStore store;
        QSignalSpy status(&store, &UserStore::statusChanged);
        Error error;
        error.kind = ErrorKind::Server;
        for (const DirectoryStatus other :
             {DirectoryStatus::Loading, DirectoryStatus::Incomplete, DirectoryStatus::Failed}) {
            store.setStatus(other, error, {QStringLiteral("note")});
            QVERIFY(!store.readAt().isValid());
        }
        QVERIFY(store.lastError().has_value());
        QCOMPARE(store.notes(), QStringList{QStringLiteral("note")});
        store.setStatus(DirectoryStatus::Complete);
        QVERIFY(store.readAt().isValid());
        QVERIFY(!store.lastError().has_value());
        QVERIFY(store.notes().isEmpty());
        const QDateTime readAt = store.readAt();
        store.setStatus(DirectoryStatus::Failed, error);
        QCOMPARE(store.readAt(), readAt); // the rows are as old as they were
        QCOMPARE(status.size(), 5);
    }

    void progressIsPassedOn()
    {
        UserStore store;
        QSignalSpy progress(&store, &UserStore::progressChanged);
        store.setProgress(500, 4812);
        QCOMPARE(progress.first(), (QList<QVariant>{500, 4812}));
        QCOMPARE(store.expectedTotal(), 4812);
    }

    void anEmptyIdIsNobodyElse()
    {
        UserStore store;
        store.append({user(a)});
        QCOMPARE(store.find(QString()), nullptr);
        QCOMPARE(store.find(QStringLiteral("A")), nullptr);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::UserStoreTest)
#include "tst_userstore.moc"
