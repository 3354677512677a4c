// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/httpexchange.h"

#include <QtGlobal>

namespace offboarding {

/// One rate limit for everybody who shares a connection (contract §1.4). A pure state machine over
/// milliseconds of a monotonic clock, so that tests need no waiting.
///
/// Taught by `inin-ratelimit-count/allowed/reset` of each answer and by Retry-After of a 429.
///
/// The reset comes in whole seconds, and nobody says whether they are rounded up or down. Taken as rounded
/// up, a server that rounds down would refuse everything that goes out in the last second of its window;
/// taken as rounded down, a second of every window would be lost. So the first window holds one request back
/// and sends it alone when the window is over if it was rounded up: either it opens the next one, or it is
/// still within this one, and in both cases it is answered.
class RateGate
{
public:
    /// Milliseconds to wait before the next request may go out; 0: now. Counts the requests in flight,
    /// because the server will count them before their answers teach anything.
    qint64 waitMilliseconds(qint64 now) const;

    void requestSent(qint64 now = 0);
    /// @p count and @p allowed are -1 when the answer carried no such header; @p resetSeconds likewise, and
    /// it is believed up to three minutes.
    void answerReceived(qint64 now, int count, int allowed, int resetSeconds);
    /// 429: nobody sends for @p retryAfterSeconds.
    void limitHit(qint64 now, int retryAfterSeconds);
    /// The request ended without an answer.
    void requestEnded();

    RateBudget budget(qint64 now) const;

private:
    enum class Rounding { Unknown, Up, Down };

    /// True while one request is held back to find out.
    bool isProbing() const;

    Rounding m_rounding = Rounding::Unknown;
    bool m_isProbeOut = false; ///< the one request that finds out is on its way, alone
    int m_inFlight = 0;
    int m_count = 0;
    int m_allowed = 0; ///< 0: not taught yet
    qint64 m_windowEnd = 0;
    qint64 m_pausedUntil = 0;
};

/// Seconds of a Retry-After header (RFC 9110 §10.2.3: whole seconds or an HTTP date); 3 if it is missing or
/// unusable, as the vendor's SDKs wait.
int retryAfterSeconds(const QByteArray &header);

} // namespace offboarding
