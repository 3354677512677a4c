// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/dialect.h"
#include "app/api/permissiontable.h"

#include <QTest>

namespace offboarding {

namespace {

QString text(const ApiRequest &request)
{
    QString result = request.line();
    if (!request.body.isEmpty())
        result += QLatin1Char(' ') + QString::fromUtf8(request.body);
    return result;
}

} // namespace

/// The table of the two dialects, row by row, as the requirements spell it.
class DialectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTable_data()
    {
        QTest::addColumn<QString>("legacy");
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("expectedLegacy");
        QTest::addColumn<QString>("expectedPublished");
        const QString user = QStringLiteral("u1");
        const QString conversation = QStringLiteral("c1");
        const QString participant = QStringLiteral("p1");
        const auto row = [](const char *name, const ApiRequest &legacy, const ApiRequest &published,
                            const char *expectedLegacy, const char *expectedPublished) {
            QTest::newRow(name) << text(legacy) << text(published) << QString::fromUtf8(expectedLegacy)
                                << QString::fromUtf8(expectedPublished);
        };
        row("deactivate", deactivateUserRequest(Dialect::Legacy, user, 4),
            deactivateUserRequest(Dialect::Published, user, 4),
            R"(PUT /api/v2/users/u1 {"status":"inactive"})",
            R"(PATCH /api/v2/users/u1 {"state":"inactive","version":4})");
        row("restore", restoreUserRequest(Dialect::Legacy, user, 5),
            restoreUserRequest(Dialect::Published, user, 5), R"(PUT /api/v2/users/u1 {"status":"active"})",
            R"(PATCH /api/v2/users/u1 {"state":"active","version":5})");
        row("delete", deleteUserRequest(Dialect::Legacy, user), deleteUserRequest(Dialect::Published, user),
            "DELETE /api/v2/users/u1", "DELETE /api/v2/users/u1");
        row("force delete", forceDeleteUserRequest(Dialect::Legacy, user),
            forceDeleteUserRequest(Dialect::Published, user), "DELETE /api/v2/users/u1?force=true",
            "DELETE /api/v2/users/u1");
        row("end a participation", endParticipationRequest(Dialect::Legacy, conversation, participant),
            endParticipationRequest(Dialect::Published, conversation, participant),
            "DELETE /api/v2/conversations/c1/participants/p1",
            R"(PATCH /api/v2/conversations/c1/participants/p1 {"state":"disconnected"})");
    }

    void theTable()
    {
        QFETCH(const QString, legacy);
        QFETCH(const QString, published);
        QFETCH(const QString, expectedLegacy);
        QFETCH(const QString, expectedPublished);
        QCOMPARE(legacy, expectedLegacy);
        QCOMPARE(published, expectedPublished);
    }

    void whatBothSpeakAlike()
    {
        const QString conversation = QStringLiteral("c1");
        const QString participant = QStringLiteral("p1");
        QCOMPARE(
            text(disconnectParticipantRequest(conversation, participant)),
            QStringLiteral(R"(PATCH /api/v2/conversations/c1/participants/p1 {"state":"disconnected"})"));
        QCOMPARE(text(skipAfterCallWorkRequest(conversation, participant)),
                 QStringLiteral(R"(PATCH /api/v2/conversations/c1/participants/p1 {"wrapupSkipped":true})"));
        QCOMPARE(
            text(handToQueueRequest(conversation, participant, QStringLiteral("q1"))),
            QStringLiteral(
                R"(POST /api/v2/conversations/c1/participants/p1/replace/queue {"queueId":"q1","transferType":"Unattended"})"));
    }

    void onlyGuardedWritesMayGoTwice()
    {
        for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
            const QString id = QStringLiteral("u1");
            QVERIFY(deactivateUserRequest(dialect, id, 1).idempotent);
            QVERIFY(restoreUserRequest(dialect, id, 1).idempotent);
            QVERIFY(!deleteUserRequest(dialect, id).idempotent);
            QVERIFY(!forceDeleteUserRequest(dialect, id).idempotent);
            QVERIFY(!endParticipationRequest(dialect, id, id).idempotent);
        }
        const QString id = QStringLiteral("c1");
        QVERIFY(!disconnectParticipantRequest(id, id).idempotent);
        QVERIFY(!skipAfterCallWorkRequest(id, id).idempotent);
        QVERIFY(!handToQueueRequest(id, id, id).idempotent);
    }

    void everyWriteNamesItsPermission()
    {
        const QString id = QStringLiteral("x");
        const auto names = [](const ApiRequest &request, const char *permission) {
            const auto need = permissionNeed(request.operation);
            return need && need->permissions.contains(QLatin1String(permission));
        };
        for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
            QVERIFY(names(deactivateUserRequest(dialect, id, 1), "directory:user:edit"));
            QVERIFY(names(restoreUserRequest(dialect, id, 1), "directory:user:edit"));
            QVERIFY(names(deleteUserRequest(dialect, id), "directory:user:delete"));
            QVERIFY(names(forceDeleteUserRequest(dialect, id), "directory:user:delete"));
            QVERIFY(names(endParticipationRequest(dialect, id, id), "conversation:communication:disconnect"));
        }
        QVERIFY(names(disconnectParticipantRequest(id, id), "conversation:communication:disconnect"));
        QVERIFY(names(handToQueueRequest(id, id, id), "conversation:communication:blindTransfer"));
    }

    void everyRequestIsNamedForTheLog()
    {
        const QString id = QStringLiteral("x");
        for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
            for (const ApiRequest &request :
                 {deactivateUserRequest(dialect, id, 1), restoreUserRequest(dialect, id, 1),
                  deleteUserRequest(dialect, id), forceDeleteUserRequest(dialect, id),
                  endParticipationRequest(dialect, id, id), disconnectParticipantRequest(id, id),
                  skipAfterCallWorkRequest(id, id), handToQueueRequest(id, id, id)})
                QVERIFY(!request.operation.isEmpty());
        }
    }

    void hostileIdsStayInTheirPlace()
    {
        const QString evil = QStringLiteral("../admin?x=1#y");
        const QString part = QStringLiteral("..%2Fadmin%3Fx%3D1%23y");
        for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
            QCOMPARE(deleteUserRequest(dialect, evil).target(),
                     QString(QStringLiteral("/api/v2/users/") + part));
            QCOMPARE(endParticipationRequest(dialect, evil, evil).target(),
                     QStringLiteral("/api/v2/conversations/%1/participants/%1").arg(part));
        }
        QCOMPARE(handToQueueRequest(evil, evil, evil).target(),
                 QStringLiteral("/api/v2/conversations/%1/participants/%1/replace/queue").arg(part));
        // A queue id travels in the body, where JSON quotes it.
        QCOMPARE(
            handToQueueRequest(QStringLiteral("c"), QStringLiteral("p"), QStringLiteral("q\",\"x\":\"")).body,
            QByteArray("{\"queueId\":\"q\\\",\\\"x\\\":\\\"\",\"transferType\":\"Unattended\"}"));
    }

    void anIdWithPlaceholdersIsNotReplaced()
    {
        QCOMPARE(
            endParticipationRequest(Dialect::Legacy, QStringLiteral("%2"), QStringLiteral("%1")).target(),
            QStringLiteral("/api/v2/conversations/%252/participants/%251"));
    }

    void aVersionThatWasNotReadIsSentAsItIs()
    {
        // The server refuses version 0 as stale: nothing is changed blindly.
        QCOMPARE(text(deactivateUserRequest(Dialect::Published, QStringLiteral("u1"), 0)),
                 QStringLiteral(R"(PATCH /api/v2/users/u1 {"state":"inactive","version":0})"));
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::DialectTest)
#include "tst_dialect.moc"
