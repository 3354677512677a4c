// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/secretstore.h"

#include <QCoroTask>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

using namespace offboarding;

/// Where no keychain runs and none can be started (with-secret-service --empty-bus and --no-bus).
class TestNoKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallSaysSoAndSoon()
    {
        KeychainStore store;
        const SecretKey key{QUuid::createUuid(), SecretKind::ClientSecret};
        const QString marker = QStringLiteral("MARKER-nokeychain-51");
        QElapsedTimer clock;
        clock.start();
        const auto written = QCoro::waitFor(store.write(key, marker));
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, ErrorKind::Keychain);
        QCOMPARE(written.error().keychain, KeychainCause::NoBackend);
        const auto secret = QCoro::waitFor(store.read(key, true));
        QVERIFY(!secret.has_value());
        QCOMPARE(secret.error().keychain, KeychainCause::NoBackend);
        const auto removed = QCoro::waitFor(store.remove(key));
        QVERIFY(!removed.has_value());
        QCOMPARE(removed.error().keychain, KeychainCause::NoBackend);
        QVERIFY2(clock.elapsed() < 5000, "nobody waits for a keychain that is not there");

        // Never a file instead.
        QDirIterator all(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(marker.toUtf8()), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
