// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/rategate.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

#include <limits>

namespace offboarding {

/// The gate as a pure state machine: "now" is a number, nothing is waited for.
class RateGateTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray httpDate(const QDateTime &when)
    {
        return QLocale::c()
            .toString(when.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
            .toLatin1();
    }

private Q_SLOTS:
    void anUntaughtGateIsOpen()
    {
        RateGate gate;
        for (int i = 0; i < 1000; ++i)
            gate.requestSent();
        QCOMPARE(gate.waitMilliseconds(0), 0);
        QCOMPARE(gate.budget(0).allowed, 0); // not known, not "none"
    }

    void closesWhenTheCountIsUsedUpAndOpensWithTheWindow()
    {
        RateGate gate;
        gate.requestSent();
        gate.answerReceived(1000, 300, 300, 6);
        QCOMPARE(gate.waitMilliseconds(1000), 6000);
        QCOMPARE(gate.waitMilliseconds(6999), 1);
        QCOMPARE(gate.waitMilliseconds(7000), 0);
        QCOMPARE(gate.budget(1000).used, 300);
        QCOMPARE(gate.budget(1000).resetSeconds, 6);
        QCOMPARE(gate.budget(7000).used, 0);
    }

    void countsWhatIsOnTheWay()
    {
        RateGate gate;
        gate.requestSent();
        gate.answerReceived(0, 7, 10, 60);
        QCOMPARE(gate.waitMilliseconds(0), 0);
        gate.requestSent();
        gate.requestSent();
        QCOMPARE(gate.waitMilliseconds(0), 0); // 9 of 10
        gate.requestSent();
        QVERIFY(gate.waitMilliseconds(0) > 0); // 10 of 10
        gate.requestEnded();                   // one never reached the server
        QCOMPARE(gate.waitMilliseconds(0), 0);
        QCOMPARE(gate.budget(0).used, 9);
    }

    void usesTheWholeLimitAndNotOneMore()
    {
        // 300 requests per window against a server that counts exactly. Of the first window one is held back,
        // to find out when it is really over.
        RateGate gate;
        qint64 start = 0;
        for (const int expected : {299, 300, 300}) {
            int served = 0;
            for (qint64 now = start; now < start + 6000; now += 10) {
                if (gate.waitMilliseconds(now) > 0)
                    continue;
                gate.requestSent(now);
                ++served;
                gate.answerReceived(now, served, 300, static_cast<int>((start + 6000 - now + 999) / 1000));
            }
            QCOMPARE(served, expected);
            start += 6000;
        }
    }

    void answersThatOvertakeEachOtherDoNotReopen()
    {
        RateGate gate;
        for (int i = 0; i < 3; ++i)
            gate.requestSent();
        gate.answerReceived(0, 10, 10, 5);
        gate.answerReceived(1, 9, 10, 5); // sent earlier, arrived later
        QVERIFY(gate.waitMilliseconds(2) > 0);
    }

    void aWindowThatTheServerOpenedEarlyCounts()
    {
        RateGate gate;
        gate.requestSent();
        gate.requestSent();
        gate.answerReceived(0, 10, 10, 3);
        gate.answerReceived(2000, 1, 10, 60);
        QCOMPARE(gate.waitMilliseconds(2000), 0);
    }

    void aNewWindowIsNotStormedBeforeItTeaches()
    {
        RateGate gate;
        gate.requestSent();
        gate.answerReceived(0, 1, 5, 1);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(gate.waitMilliseconds(2000), 0);
            gate.requestSent();
        }
        QVERIFY(gate.waitMilliseconds(2000) > 0);
    }

    void a429StopsEverybodyUntilItSaysSo()
    {
        RateGate gate;
        gate.requestSent();
        gate.limitHit(1000, 42);
        QCOMPARE(gate.waitMilliseconds(1000), 42'000);
        QCOMPARE(gate.budget(1000).pausedSeconds, 42);
        QCOMPARE(gate.budget(1001).pausedSeconds, 42); // rounded up: never "0 s left" while it lasts
        QCOMPARE(gate.waitMilliseconds(42'999), 1);
        QCOMPARE(gate.waitMilliseconds(43'000), 0);
        QCOMPARE(gate.budget(43'000).pausedSeconds, 0);
    }

    void aShorter429DoesNotShortenALongerOne()
    {
        RateGate gate;
        gate.limitHit(0, 60);
        gate.limitHit(10, 1);
        QCOMPARE(gate.waitMilliseconds(10), 59'990);
    }

    void anAnswerDuringThePauseDoesNotEndIt()
    {
        RateGate gate;
        gate.requestSent();
        gate.requestSent();
        gate.limitHit(0, 10);
        gate.answerReceived(5, 1, 300, 60); // it was on its way
        QCOMPARE(gate.waitMilliseconds(5), 9995);
    }

    void nonsenseFromTheServerIsSurvived_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("allowed");
        QTest::addColumn<int>("reset");
        const int most = std::numeric_limits<int>::max();
        const int least = std::numeric_limits<int>::min();
        QTest::newRow("no headers") << -1 << -1 << -1;
        QTest::newRow("nothing allowed") << 0 << 0 << 60;
        QTest::newRow("negative limit") << 5 << -300 << 60;
        QTest::newRow("negative count") << -5 << 300 << 60;
        QTest::newRow("negative reset") << 300 << 300 << -60;
        QTest::newRow("smallest numbers") << least << least << least;
        QTest::newRow("more used than allowed") << 900 << 300 << 60;
        QTest::newRow("a reset in centuries") << 300 << 300 << most;
        QTest::newRow("largest numbers") << most << most << most;
    }

    void nonsenseFromTheServerIsSurvived()
    {
        QFETCH(const int, count);
        QFETCH(const int, allowed);
        QFETCH(const int, reset);
        RateGate gate;
        gate.requestSent();
        gate.answerReceived(1000, count, allowed, reset);
        const qint64 wait = gate.waitMilliseconds(1000);
        QVERIFY2(wait >= 0 && wait <= 180'000, qPrintable(QString::number(wait))); // nobody waits for ever
        QCOMPARE(gate.waitMilliseconds(1000 + wait), 0);
        const RateBudget budget = gate.budget(1000);
        QVERIFY(budget.used >= 0 && budget.allowed >= 0 && budget.used <= budget.allowed);
        QVERIFY(budget.resetSeconds >= 0 && budget.pausedSeconds >= 0);
    }

    void endingMoreThanWasSentIsHarmless()
    {
        RateGate gate;
        gate.requestEnded();
        gate.requestEnded();
        gate.answerReceived(0, 9, 10, 60);
        QCOMPARE(gate.waitMilliseconds(0), 0);
        QCOMPARE(gate.budget(0).used, 9);
    }

    void retryAfterIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QTest::newRow("seconds") << QByteArray("42") << 42 << 42;
        QTest::newRow("with blanks") << QByteArray(" 7 ") << 7 << 7;
        QTest::newRow("missing") << QByteArray() << 3 << 3;
        QTest::newRow("not a number") << QByteArray("soon") << 3 << 3;
        QTest::newRow("negative") << QByteArray("-5") << 3 << 3;
        QTest::newRow("fraction") << QByteArray("1.5") << 3 << 3;
        QTest::newRow("zero would be a storm") << QByteArray("0") << 1 << 1;
        QTest::newRow("hours") << QByteArray("7200") << 7200 << 7200;
        QTest::newRow("beyond an int") << QByteArray("99999999999999999999") << 86'400 * 365 << 86'400 * 365;
        QTest::newRow("a date ahead") << httpDate(now.addSecs(30)) << 25 << 31;
        QTest::newRow("a date gone by") << httpDate(now.addDays(-1)) << 1 << 1;
        QTest::newRow("a date in centuries") << httpDate(now.addYears(200)) << 86'400 * 365 << 86'400 * 365;
    }

    void retryAfterIsUnderstood()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const int, least);
        QFETCH(const int, most);
        const int seconds = retryAfterSeconds(header);
        QVERIFY2(seconds >= least && seconds <= most, qPrintable(QString::number(seconds)));
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::RateGateTest)
#include "tst_rategate.moc"
