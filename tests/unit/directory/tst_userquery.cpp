// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userquery.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

namespace offboarding {

namespace {

User user(const char *id, const char *name, UserState state = UserState::Active)
{
    User result;
    result.id = QString::fromUtf8(id);
    result.name = QString::fromUtf8(name);
    result.state = state;
    return result;
}

QStringList idsOf(const UserStore &store, const QList<int> &rows)
{
    QStringList ids;
    for (const int row : rows)
        ids.append(store.users().at(row).id);
    return ids;
}

} // namespace

class UserQueryTest : public QObject
{
    Q_OBJECT

private:
    static QStringList found(const UserStore &store, const char *text)
    {
        UserFilter filter;
        filter.text = QString::fromUtf8(text);
        return idsOf(store, visibleRows(store, filter, {UserColumn::Id, Qt::AscendingOrder}));
    }

    static QStringList sorted(const UserStore &store, UserColumn column,
                              Qt::SortOrder order = Qt::AscendingOrder)
    {
        return idsOf(store, visibleRows(store, {}, {column, order}));
    }

    static QStringList ids(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); }

private Q_SLOTS:
    void everySearchedFieldIsSearchedAndNoOther()
    {
        UserStore store;
        User jane = user("ID-77", "Jane Doe");
        jane.email = QStringLiteral("jd@acme.com");
        jane.department = QStringLiteral("Vertrieb Süd");
        jane.title = QStringLiteral("Chief");
        jane.divisionName = QStringLiteral("Home");
        jane.presence = QStringLiteral("Available");
        store.append({jane, user("x", "Somebody")});
        for (const char *text : {"jane", "DOE", "jd@acme", "vertrieb", "sud", "chief", "id-77", "7"})
            QCOMPARE(found(store, text), QStringList{QStringLiteral("ID-77")});
        for (const char *text : {"home", "available", "active", "nobody"})
            QVERIFY2(found(store, text).isEmpty(), text);
    }

    void allWordsMustOccurInAnyOrderAndField()
    {
        UserStore store;
        User one = user("1", "Jane Doe");
        one.department = QStringLiteral("Sales");
        store.append({one, user("2", "Jane Roe"), user("3", "John Doe")});
        QCOMPARE(found(store, "doe jane"), ids("1"));
        QCOMPARE(found(store, "  sales \t jane  "), ids("1"));
        QCOMPARE(found(store, "jane"), ids("1 2"));
        QCOMPARE(found(store, "jane\u00a0doe"), ids("1")); // pasted with a non-breaking blank
        QVERIFY(found(store, "jane john").isEmpty());
        QVERIFY(found(store, "doe\nsales").size() == 1); // pasted over two lines
    }

    void aWordDoesNotReachAcrossFields()
    {
        UserStore store;
        User one = user("1", "Jane");
        one.email = QStringLiteral("doe@acme.com");
        store.append({one});
        QVERIFY(found(store, "janedoe").isEmpty());
    }

    void nothingTypedShowsEverybody()
    {
        UserStore store;
        store.append({user("1", "a"), user("2", ""), user("3", "c")});
        QCOMPARE(found(store, ""), ids("1 2 3"));
        QCOMPARE(found(store, "   "), ids("1 2 3"));
    }

    void patternsAreText()
    {
        UserStore store;
        store.append({user("1", "a.*b"), user("2", "axxb"), user("3", "100 % [x]")});
        QCOMPARE(found(store, ".*"), ids("1"));
        QCOMPARE(found(store, "%"), ids("3"));
        QCOMPARE(found(store, "[x]"), ids("3"));
        QVERIFY(found(store, "(").isEmpty());
    }

    void theStateFilterKnowsEveryState()
    {
        UserStore store;
        store.append({user("1", "a"), user("2", "b", UserState::Inactive), user("3", "c", UserState::Deleted),
                      user("4", "d", UserState::Unknown)});
        for (const auto &[state, id] :
             QList<QPair<UserState, QString>>{{UserState::Active, QStringLiteral("1")},
                                              {UserState::Inactive, QStringLiteral("2")},
                                              {UserState::Deleted, QStringLiteral("3")},
                                              {UserState::Unknown, QStringLiteral("4")}}) {
            UserFilter filter;
            filter.state = state;
            QCOMPARE(idsOf(store, visibleRows(store, filter, {})), QStringList{id});
        }
        UserFilter both;
        both.state = UserState::Active;
        both.text = QStringLiteral("b");
        QVERIFY(visibleRows(store, both, {}).isEmpty());
    }

    void tiesAreBrokenByIdInBothDirections()
    {
        UserStore store;
        store.append({user("c", "Jane"), user("a", "Jane"), user("b", "JANE"), user("d", "Ann")});
        QCOMPARE(sorted(store, UserColumn::Name), ids("d a b c"));
        QCOMPARE(sorted(store, UserColumn::Name, Qt::DescendingOrder), ids("a b c d"));
    }

    void namesOfAllScriptsAreInOneStableOrder()
    {
        UserStore store;
        store.append({user("1", "Zoë"), user("2", "zoe"), user("3", "Émile"), user("4", "emil"),
                      user("5", "山田"), user("6", "Анна"), user("7", ""), user("8", "Ｊａｎｅ")});
        QCOMPARE(sorted(store, UserColumn::Name), ids("7 4 3 8 1 2 6 5"));
        QStringList reversed = sorted(store, UserColumn::Name, Qt::DescendingOrder);
        QCOMPARE(reversed, ids("5 6 1 2 8 3 4 7"));
    }

    void numbersAndDatesAreSortedAsSuch()
    {
        UserStore store;
        User none = user("none", "x");
        User zero = user("zero", "x");
        zero.liveConversations = 0;
        zero.lastLogin = QDateTime(QDate(1960, 1, 1), QTime(0, 0), Qt::UTC);
        User nine = user("nine", "x");
        nine.liveConversations = 9;
        nine.lastLogin = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        User ten = user("ten", "x");
        ten.liveConversations = 10;
        ten.lastLogin = QDateTime(QDate(2026, 1, 2), QTime(0, 0), Qt::UTC);
        store.append({ten, none, nine, zero});
        QCOMPARE(sorted(store, UserColumn::LiveConversations), ids("none zero nine ten"));
        QCOMPARE(sorted(store, UserColumn::LastLogin), ids("none zero nine ten"));
        QCOMPARE(sorted(store, UserColumn::LastLogin, Qt::DescendingOrder), ids("ten nine zero none"));
    }

    void everyColumnSorts()
    {
        UserStore store;
        User low = user("1", "a", UserState::Active);
        User high = user("2", "b", UserState::Deleted);
        for (User *one : {&low, &high}) {
            const QString text = one->name;
            one->email = one->department = one->title = one->divisionName = one->presence =
                one->routingStatus = text;
            one->liveConversations = text == QStringLiteral("a") ? 1 : 2;
            one->lastLogin = QDateTime(QDate(2026, 1, *one->liveConversations), QTime(0, 0), Qt::UTC);
        }
        store.append({high, low});
        for (int column = 0; column < userColumnCount; ++column) {
            QCOMPARE(sorted(store, static_cast<UserColumn>(column)), ids("1 2"));
            QCOMPARE(sorted(store, static_cast<UserColumn>(column), Qt::DescendingOrder), ids("2 1"));
        }
    }

    void fiveThousandUsersAreFilteredCorrectlyAndAtOnce()
    {
        UserStore store;
        QList<User> users;
        for (int i = 0; i < 5000; ++i) {
            User one = user(qPrintable(QStringLiteral("id-%1").arg(i, 5, 10, QLatin1Char('0'))),
                            i % 10 == 0 ? "José Müller" : "Jane Doe",
                            i % 3 == 0 ? UserState::Inactive : UserState::Active);
            one.email = QStringLiteral("user%1@acme.com").arg(i);
            users.append(one);
        }
        store.append(users);
        QElapsedTimer clock;
        clock.start();
        UserFilter filter;
        filter.text = QStringLiteral("MULLER acme");
        filter.state = UserState::Inactive;
        const QList<int> rows = visibleRows(store, filter, {});
        QVERIFY2(clock.elapsed() < 500,
                 qPrintable(QString::number(clock.elapsed()))); // budget: see tests/bench
        QCOMPARE(rows.size(), 167);                             // every thirtieth, beginning with the first
        QCOMPARE(QSet<int>(rows.cbegin(), rows.cend()).size(), rows.size());
        for (const int row : rows)
            QVERIFY(row % 30 == 0);
        QCOMPARE(visibleRows(store, {}, {}).size(), 5000);
        filter.text = QStringLiteral("user4999@");
        filter.state.reset();
        QCOMPARE(visibleRows(store, filter, {}), QList<int>{4999});
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::UserQueryTest)
#include "tst_userquery.moc"
