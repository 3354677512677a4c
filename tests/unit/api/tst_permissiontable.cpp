// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/permissiontable.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace offboarding;

class TestPermissionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Reads the sources: an operation that is sent without a line in the table would look permitted.
    void everyOperationThatIsSentIsInTheTable()
    {
        static const QRegularExpression operation(
            QStringLiteral(R"re("((?:get|post|put|patch|delete)[A-Z][A-Za-z]+)")re"));
        int found = 0;
        QDirIterator files(QStringLiteral(OFFBOARDING_SOURCE_DIR "/app"), {QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains(QLatin1String("/app/demo/")) ||
                path.endsWith(QLatin1String("permissiontable.cpp")))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto matches = operation.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const QString name = matches.next().captured(1);
                ++found;
                QVERIFY2(permissionNeed(name).has_value(), qPrintable(name + QStringLiteral(" in ") + path));
            }
        }
        QVERIFY(found > 20);
    }

    void anyIsEnoughUnlessAllAreNeeded()
    {
        const auto edit = permissionNeed(QStringLiteral("patchUser"));
        QVERIFY(isPermitted(*edit, PermissionSet({QStringLiteral("directory:user:edit")})));
        QVERIFY(isPermitted(*edit, PermissionSet({QStringLiteral("admin")})));
        QVERIFY(!isPermitted(*edit, PermissionSet({QStringLiteral("directory:user:view")})));
        const auto replace = permissionNeed(QStringLiteral("postAuthorizationSubjectBulkreplace"));
        QVERIFY(!isPermitted(*replace, PermissionSet({QStringLiteral("authorization:grant:add")})));
        QVERIFY(isPermitted(*replace, PermissionSet({QStringLiteral("authorization:grant:*")})));
        QVERIFY(!permissionNeed(QStringLiteral("noSuchOperation")));
    }

    void theLeastSetHoldsNothingTwice()
    {
        const QStringList operations{QStringLiteral("getUser"), QStringLiteral("patchUser"),
                                     QStringLiteral("deleteUser"), QStringLiteral("getConversation")};
        const QStringList expected{QStringLiteral("conversation:communication:view"),
                                   QStringLiteral("directory:user:delete"),
                                   QStringLiteral("directory:user:edit")};
        const QStringList least = leastPermissions(operations);
        QCOMPARE(least, expected);
        for (const QString &name : operations)
            QVERIFY(isPermitted(*permissionNeed(name), PermissionSet(least)));
        QVERIFY(leastPermissions({QStringLiteral("getUser")}).isEmpty());
        // What one operation must have anyway satisfies another's choice.
        QCOMPARE(
            leastPermissions({QStringLiteral("patchUserQueue"), QStringLiteral("postRoutingQueueMembers")}),
            QStringList{QStringLiteral("routing:queueMember:manage")});
    }

    void missingNamesOnlyWhatIsMissing()
    {
        const QStringList operations{QStringLiteral("patchUser"), QStringLiteral("getConversation")};
        QCOMPARE(missingPermissions(operations, PermissionSet({QStringLiteral("directory:*:*")})),
                 QStringList{QStringLiteral("conversation:communication:view")});
        QVERIFY(missingPermissions(operations, PermissionSet({QStringLiteral("*")})).isEmpty());
        QVERIFY(missingPermissions(operations, PermissionSet()).isEmpty()); // unknown: the server decides
        QCOMPARE(missingPermissions(operations, PermissionSet(QStringList())).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPermissionTable)
#include "tst_permissiontable.moc"
