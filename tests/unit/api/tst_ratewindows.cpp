// SPDX-License-Identifier: GPL-3.0-or-later
// The rate gate against servers that count in different ways, in simulated time: the limit is used up in
// every window, and nobody is refused once the first answer taught it.
#include "app/api/rategate.h"

#include <QTest>

#include <algorithm>
#include <vector>

namespace offboarding {

namespace {

/// How a server counts and how it words the rest of its window.
struct Counting
{
    int allowed = 300;
    int seconds = 6;
    bool isAligned = false;  ///< windows begin by the clock, not with the first request
    bool roundsDown = false; ///< inin-ratelimit-reset
    int latency = 50;        ///< milliseconds to the server and back
    int jitter = 0;          ///< more milliseconds at most, so that answers overtake each other
};

struct Flight
{
    qint64 arrives = 0; ///< at the server
    qint64 returns = 0; ///< at the client
    bool isCounted = false;
    int count = 0;
    int reset = 0;
};

struct Outcome
{
    int refusedLater = 0;       ///< 429 after the first answer taught the limit
    std::vector<int> perWindow; ///< requests in each full window, the first and the last one left out
};

/// Six requests at a time for @p windows windows, always something to send.
Outcome simulate(const Counting &server, int windows)
{
    RateGate gate;
    Outcome outcome;
    std::vector<Flight> flying;
    std::vector<int> counts;
    const qint64 length = server.seconds * 1000ll;
    qint64 start = server.isAligned ? -length / 3 : -length; // of the server's window
    int count = 0;
    bool isTaught = false;
    quint32 noise = 1;
    for (qint64 now = 0; now < length * (windows + 2); ++now) {
        for (Flight &flight : flying) {
            if (flight.isCounted || now < flight.arrives)
                continue;
            flight.isCounted = true;
            if (now - start >= length) {
                counts.push_back(count);
                start = server.isAligned ? start + (now - start) / length * length : now;
                count = 0;
            }
            const qint64 rest = start + length - now;
            flight.reset = static_cast<int>(server.roundsDown ? rest / 1000 : (rest + 999) / 1000);
            const bool isRefused = count >= server.allowed;
            flight.count = isRefused ? -1 : ++count;
            outcome.refusedLater += isRefused && isTaught ? 1 : 0;
        }
        for (auto flight = flying.begin(); flight != flying.end();) {
            if (now < flight->returns) {
                ++flight;
                continue;
            }
            if (flight->count < 0)
                gate.limitHit(now, std::max(1, flight->reset));
            else
                gate.answerReceived(now, flight->count, server.allowed, flight->reset);
            isTaught = true;
            flight = flying.erase(flight);
        }
        while (flying.size() < 6 && gate.waitMilliseconds(now) == 0) {
            noise = noise * 1664525 + 1013904223;
            const int extra = server.jitter > 0 ? static_cast<int>((noise >> 16) % (server.jitter + 1)) : 0;
            Flight flight;
            flight.arrives = now + server.latency / 2;
            flight.returns = now + server.latency + extra;
            gate.requestSent(now);
            flying.push_back(flight);
        }
    }
    counts.push_back(count);
    if (counts.size() > 3)
        outcome.perWindow.assign(counts.begin() + 2, counts.end() - 1);
    return outcome;
}

} // namespace

class RateWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheLimitUpAndNeverTripsIt_data()
    {
        QTest::addColumn<int>("allowed");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isAligned");
        QTest::addColumn<bool>("roundsDown");
        QTest::addColumn<int>("latency");
        QTest::addColumn<int>("jitter");
        for (const bool isAligned : {false, true}) {
            for (const bool roundsDown : {false, true}) {
                for (const int latency : {5, 50, 90}) {
                    for (const int jitter : {0, 40}) {
                        QTest::addRow("300 per 6 s %s %s %d+%d ms", isAligned ? "aligned" : "from-first",
                                      roundsDown ? "down" : "up", latency, jitter)
                            << 300 << 6 << isAligned << roundsDown << latency << jitter;
                        QTest::addRow("300 per 60 s %s %s %d+%d ms", isAligned ? "aligned" : "from-first",
                                      roundsDown ? "down" : "up", latency, jitter)
                            << 300 << 60 << isAligned << roundsDown << latency << jitter;
                    }
                }
            }
        }
    }

    void usesTheLimitUpAndNeverTripsIt()
    {
        QFETCH(int, allowed);
        QFETCH(int, seconds);
        QFETCH(bool, isAligned);
        QFETCH(bool, roundsDown);
        QFETCH(int, latency);
        QFETCH(int, jitter);
        const Outcome outcome = simulate({allowed, seconds, isAligned, roundsDown, latency, jitter}, 5);
        QCOMPARE(outcome.refusedLater, 0);
        QVERIFY(outcome.perWindow.size() >= 2);
        for (const int used : outcome.perWindow)
            QVERIFY2(used * 100 >= allowed * 95, qPrintable(QString::number(used)));
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::RateWindowsTest)
#include "tst_ratewindows.moc"
