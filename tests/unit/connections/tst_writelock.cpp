// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/writelock.h"

#include <QSignalSpy>
#include <QTest>

using namespace offboarding;

namespace {

Connection in(Environment environment)
{
    Connection connection;
    connection.environment = environment;
    return connection;
}

} // namespace

class TestWriteLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void productionStartsLockedAndLocksAgain()
    {
        WriteLock lock(in(Environment::Production));
        QVERIFY(lock.isLocked());
        QVERIFY(!lock.unlockedUntil().isValid());
        QSignalSpy changes(&lock, &WriteLock::lockChanged);
        lock.setDurationMilliseconds(20);
        lock.unlock();
        QVERIFY(!lock.isLocked());
        QVERIFY(lock.unlockedUntil().isValid());
        QTRY_VERIFY(lock.isLocked());
        QCOMPARE(changes.size(), 2);
        QVERIFY(!lock.unlockedUntil().isValid());
    }

    void fifteenMinutesUnlessSaidOtherwise()
    {
        WriteLock lock(in(Environment::Production));
        lock.unlock();
        const qint64 left = QDateTime::currentDateTimeUtc().secsTo(lock.unlockedUntil());
        QVERIFY(left > 14 * 60 && left <= 15 * 60);
        lock.lock();
        QVERIFY(lock.isLocked());
    }

    void othersAreNeverLocked()
    {
        for (const Environment environment : {Environment::Sandbox, Environment::Demo}) {
            WriteLock lock(in(environment));
            QVERIFY(!lock.isLocked());
            lock.lock();
            QVERIFY(!lock.isLocked());
        }
    }

    void aRunIsNotCutInTheMiddle()
    {
        WriteLock lock(in(Environment::Production));
        lock.setDurationMilliseconds(1);
        lock.unlock();
        lock.beginWork();
        QTRY_VERIFY(lock.unlockedUntil() < QDateTime::currentDateTimeUtc());
        QCoreApplication::processEvents();
        QVERIFY(!lock.isLocked());
        lock.endWork();
        QVERIFY(lock.isLocked());
    }
};

QTEST_GUILESS_MAIN(TestWriteLock)
#include "tst_writelock.moc"
