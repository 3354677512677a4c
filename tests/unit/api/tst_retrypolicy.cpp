// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/retrypolicy.h"

#include <QTest>

#include <limits>

namespace offboarding {

namespace {

Error errorOf(ErrorKind kind, int status = 0)
{
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    return error;
}

} // namespace

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatPassesByItselfIsTriedAgain_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isWorth");
        QTest::newRow("no connection") << ErrorKind::Network << 0 << true;
        QTest::newRow("time-out") << ErrorKind::Timeout << 0 << true;
        QTest::newRow("408") << ErrorKind::Timeout << 408 << true;
        QTest::newRow("504") << ErrorKind::Timeout << 504 << true;
        QTest::newRow("502") << ErrorKind::Server << 502 << true;
        QTest::newRow("503") << ErrorKind::Server << 503 << true;
        QTest::newRow("500 is final") << ErrorKind::Server << 500 << false;
        QTest::newRow("501 is final") << ErrorKind::Server << 501 << false;
        QTest::newRow("tls") << ErrorKind::Tls << 0 << false;
        QTest::newRow("401") << ErrorKind::Unauthorized << 401 << false;
        QTest::newRow("403") << ErrorKind::Forbidden << 403 << false;
        QTest::newRow("404") << ErrorKind::NotFound << 404 << false;
        QTest::newRow("409") << ErrorKind::Conflict << 409 << false;
        QTest::newRow("410") << ErrorKind::Gone << 410 << false;
        QTest::newRow("429 has its own way") << ErrorKind::RateLimited << 429 << false;
        QTest::newRow("400") << ErrorKind::BadRequest << 400 << false;
        QTest::newRow("not usable") << ErrorKind::BadResponse << 200 << false;
        QTest::newRow("stopped") << ErrorKind::Cancelled << 0 << false;
        QTest::newRow("unknown outcome") << ErrorKind::OutcomeUnknown << 503 << false;
        QTest::newRow("refused by us") << ErrorKind::Refused << 0 << false;
    }

    void onlyWhatPassesByItselfIsTriedAgain()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const int, status);
        QFETCH(const bool, isWorth);
        QCOMPARE(isWorthRetrying(errorOf(kind, status), true, 1, 4), isWorth);
        QVERIFY(!isWorthRetrying(errorOf(kind, status), false, 1, 4)); // never without the mark
        QVERIFY(!isWorthRetrying(errorOf(kind, status), true, 4, 4));  // never past the last attempt
        QVERIFY(!isWorthRetrying(errorOf(kind, status), true, 9, 4));
    }

    void pausesDoubleWithinTheirBounds()
    {
        int previous = 0;
        for (int attempt = 1; attempt <= 5; ++attempt) {
            const int pause = retryPauseMilliseconds(attempt, 500, 1.0);
            QCOMPARE(pause, 500 << (attempt - 1));
            QVERIFY(pause > previous);
            previous = pause;
        }
        QCOMPARE(retryPauseMilliseconds(1, 500, 0.0), 250);
        QCOMPARE(retryPauseMilliseconds(20, 500, 1.0), 30'000);
    }

    void pausesSurviveAnyNumber()
    {
        for (const int attempt :
             {std::numeric_limits<int>::min(), -1, 0, 1, 31, 32, 64, std::numeric_limits<int>::max()}) {
            for (const int first : {-5, 0, 1, 500, std::numeric_limits<int>::max()}) {
                for (const double jitter : {-1.0, 0.0, 0.5, 1.0, 7.0}) {
                    const int pause = retryPauseMilliseconds(attempt, first, jitter);
                    QVERIFY2(pause >= 0 && pause <= 30'000, qPrintable(QString::number(pause)));
                }
            }
        }
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::RetryPolicyTest)
#include "tst_retrypolicy.moc"
