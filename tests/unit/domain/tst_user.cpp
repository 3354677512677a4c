// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/user.h"

#include <QTest>

namespace offboarding {

class UserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesAreReadAsTheServerSpellsThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<UserState>("state");
        QTest::newRow("active") << QStringLiteral("active") << UserState::Active;
        QTest::newRow("inactive") << QStringLiteral("inactive") << UserState::Inactive;
        QTest::newRow("deleted") << QStringLiteral("deleted") << UserState::Deleted;
        QTest::newRow("upper case") << QStringLiteral("DELETED") << UserState::Deleted;
        QTest::newRow("any is no state") << QStringLiteral("any") << UserState::Unknown;
        QTest::newRow("archived is no state") << QStringLiteral("archived") << UserState::Unknown;
        QTest::newRow("with a blank") << QStringLiteral("active ") << UserState::Unknown;
        QTest::newRow("look-alike") << (QStringLiteral("activ") + QChar(0x0435)) << UserState::Unknown;
        QTest::newRow("empty") << QString() << UserState::Unknown;
    }

    void statesAreReadAsTheServerSpellsThem()
    {
        QFETCH(const QString, text);
        QFETCH(const UserState, state);
        QCOMPARE(userStateFromName(text), state);
    }

    void everyStateHasAName()
    {
        for (const UserState state : {UserState::Active, UserState::Inactive, UserState::Deleted})
            QCOMPARE(userStateFromName(userStateName(state)), state);
        QCOMPARE(userStateName(UserState::Unknown), QStringLiteral("unknown"));
    }

    void theIdentityNamesThePersonAndTheConfirmation()
    {
        User user;
        user.id = QStringLiteral("id-1");
        user.name = QStringLiteral("Jane Doe");
        user.email = QStringLiteral("jane@acme.com");
        QCOMPARE(user.identity(), QStringLiteral("Jane Doe (jane@acme.com)"));
        QCOMPARE(user.confirmationText(), QStringLiteral("jane@acme.com"));
    }

    void aUserWithoutEmailIsConfirmedById()
    {
        User user;
        user.id = QStringLiteral("id-1");
        user.name = QStringLiteral("Jane Doe");
        QCOMPARE(user.identity(), QStringLiteral("Jane Doe (id-1)"));
        QCOMPARE(user.confirmationText(), QStringLiteral("id-1"));
        user.name.clear();
        QCOMPARE(user.identity(), QStringLiteral("id-1 (id-1)"));
    }

    void aNameWithAPlaceholderStaysAsItIs()
    {
        User user;
        user.id = QStringLiteral("id-1");
        user.name = QStringLiteral("%2 %1 <b>Jane</b>");
        user.email = QStringLiteral("%1@acme.com");
        QCOMPARE(user.identity(), QStringLiteral("%2 %1 <b>Jane</b> (%1@acme.com)"));
    }

    void whatWasNotReadIsNotZero()
    {
        const User user;
        QVERIFY(!user.liveConversations.has_value());
        QVERIFY(!user.lastLogin.isValid());
        QCOMPARE(user.state, UserState::Unknown);
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::UserTest)
#include "tst_user.moc"
