// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/identity.h"
#include "app/domain/permissionset.h"

#include <QTest>

using namespace offboarding;

class TestPermissionSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wildcards_data()
    {
        QTest::addColumn<QString>("granted");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("isCovered");
        const auto row = [](const char *granted, const char *wanted, bool isCovered) {
            QTest::addRow("%s for %s", granted, wanted)
                << QString::fromLatin1(granted) << QString::fromLatin1(wanted) << isCovered;
        };
        row("directory:user:delete", "directory:user:delete", true);
        row("directory:user:view", "directory:user:delete", false);
        row("directory:*:*", "directory:user:delete", true);
        row("directory:*", "directory:user:delete", true);
        row("directory:user:*", "directory:user:delete", true);
        row("directory:*:view", "directory:user:view", true);
        row("directory:*:view", "directory:user:delete", false);
        row("*", "directory:user:delete", true);
        row("*:*:*", "directory:user:delete", true);
        row("*", "admin", true);
        row("admin", "admin", true);
        row("admin", "directory:user:delete", false);
        row("directory:user", "directory:user:delete", false);
        row("directory:user:delete:all", "directory:user:delete", false);
        row("directory:use*", "directory:user:delete", false);
        row("", "directory:user:delete", false);
        row("*", "", false);
    }

    void wildcards()
    {
        QFETCH(QString, granted);
        QFETCH(QString, wanted);
        QFETCH(bool, isCovered);
        QCOMPARE(isCoveredBy(wanted, granted), isCovered);
        QCOMPARE(PermissionSet({granted}).allows(wanted), isCovered);
    }

    void unknownIsNotNothing()
    {
        const PermissionSet unknown;
        const PermissionSet nothing{QStringList()};
        QVERIFY(!unknown.isKnown());
        QVERIFY(nothing.isKnown());
        QVERIFY(unknown != nothing);
        QVERIFY(!unknown.allows(QStringLiteral("admin")));
    }

    void theSameAccountNeedsTheSameOrganisation()
    {
        Identity one;
        one.userId = QStringLiteral("u");
        one.organizationId = QStringLiteral("o");
        Identity other = one;
        QVERIFY(one.isSameAccount(other));
        other.organizationId = QStringLiteral("p");
        QVERIFY(!one.isSameAccount(other));
        other = one;
        other.userId = QStringLiteral("v");
        QVERIFY(!one.isSameAccount(other));
        other = one;
        other.isClient = true;
        other.clientId = QStringLiteral("u");
        QVERIFY(!one.isSameAccount(other));
        QVERIFY(!Identity().isSameAccount(Identity())); // nobody knows
    }
};

QTEST_GUILESS_MAIN(TestPermissionSet)
#include "tst_permissionset.moc"
