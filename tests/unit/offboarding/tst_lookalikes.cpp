// SPDX-License-Identifier: GPL-3.0-or-later
// People who could be taken for each other, the worst of which acts on the wrong one.
#include "app/offboarding/planner.h"
#include "tests/support/values.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

QList<User> people(const QStringList &names)
{
    QList<User> users;
    for (const QString &name : names) {
        User user = testUser(QStringLiteral("user-%1").arg(users.size() + 1));
        user.name = name;
        users.append(user);
    }
    return users;
}

bool isFlagged(const QString &name, const QString &other)
{
    const QList<User> users = people({name, other});
    return lookAlikes({users.first()}, users) == QStringList{QStringLiteral("user-1")};
}

} // namespace

class TestLookAlikes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flagsWhoCouldBeMeant_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("expected");
        const QString jane = QStringLiteral("Jane Doe");
        QTest::addRow("the same") << jane << jane << true;
        QTest::addRow("case") << jane << QStringLiteral("JANE DOE") << true;
        QTest::addRow("accent") << jane << QStringLiteral("Jan\u00E9 Do\u00EB") << true;
        QTest::addRow("decomposed") << QStringLiteral("Jos\u00E9 Do") << QStringLiteral("Jose\u0301 Do")
                                    << true;
        QTest::addRow("spaces and hyphens") << jane << QStringLiteral(" Jane-Doe ") << true;
        QTest::addRow("one letter more") << jane << QStringLiteral("Janet Doe") << true;
        QTest::addRow("one letter less") << jane << QStringLiteral("Jan Doe") << true;
        QTest::addRow("one letter other") << jane << QStringLiteral("Jane Poe") << true;
        QTest::addRow("ligature") << jane << QStringLiteral("Jane D\u0153") << true;
        QTest::addRow("Cyrillic twins") << jane << QStringLiteral("J\u0430n\u0435 D\u043E\u0435") << true;
        QTest::addRow("full width") << jane << QStringLiteral("\uFF2Aane Doe") << true;
        QTest::addRow("invisible letters") << jane << QStringLiteral("Jane\u200B Doe\u202E") << true;
        QTest::addRow("somebody else") << jane << QStringLiteral("John Dough") << false;
        QTest::addRow("two letters other") << jane << QStringLiteral("Jack Doe") << false;
        QTest::addRow("two characters, the same")
            << QStringLiteral("\u674E\u5A1C") << QStringLiteral("\u674E\u5A1C") << true;
        QTest::addRow("two characters, another")
            << QStringLiteral("\u674E\u5A1C") << QStringLiteral("\u674E\u5A77") << false;
        QTest::addRow("no letters at all") << QStringLiteral("--") << QStringLiteral("..") << false;
    }

    void flagsWhoCouldBeMeant()
    {
        QFETCH(QString, name);
        QFETCH(QString, other);
        QFETCH(bool, expected);
        QCOMPARE(isFlagged(name, other), expected);
        QCOMPARE(isFlagged(other, name), expected);
    }

    void nobodyIsTheirOwnLookAlike()
    {
        const QList<User> users = people({QStringLiteral("Jane Doe"), QStringLiteral("Someone Else")});
        QVERIFY(lookAlikes(users, users).isEmpty());
    }

    void asksAboutTheChosenOnesOnlyInTheirOrder()
    {
        const QList<User> users =
            people({QStringLiteral("Jane Doe"), QStringLiteral("Ben Baker"), QStringLiteral("Janet Doe"),
                    QStringLiteral("Ben Bakers"), QStringLiteral("Zoe Zed")});
        QCOMPARE(lookAlikes({users.at(3), users.at(4), users.at(0)}, users),
                 (QStringList{QStringLiteral("user-4"), QStringLiteral("user-1")}));
    }

    void aVeryLongNameIsNoTrouble()
    {
        const QString name = QStringLiteral("long name ").repeated(5000);
        QVERIFY(isFlagged(name, name));
        QVERIFY(!isFlagged(name, QStringLiteral("Jane Doe")));
    }
};

QTEST_GUILESS_MAIN(TestLookAlikes)
#include "tst_lookalikes.moc"
