// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/httpexchange.h"

#include <QtGlobal>

namespace offboarding {

/// One rate limit for everybody who shares a connection (contract §1.4). A pure state machine over
/// milliseconds of a monotonic clock, so that tests need no waiting.
///
/// Taught by `inin-ratelimit-count/allowed/reset` of each answer and by Retry-After of a 429.
class RateGate
{
public:
    /// Milliseconds to wait before the next request may go out; 0: now. Counts the requests in flight,
    /// because the server will count them before their answers teach anything.
    qint64 waitMilliseconds(qint64 now) const;

    void requestSent();
    /// @p count and @p allowed are -1 when the answer carried no such header; @p resetSeconds likewise, and
    /// it is believed up to three minutes.
    void answerReceived(qint64 now, int count, int allowed, int resetSeconds);
    /// 429: nobody sends for @p retryAfterSeconds.
    void limitHit(qint64 now, int retryAfterSeconds);
    /// The request ended without an answer.
    void requestEnded();

    RateBudget budget(qint64 now) const;

private:
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
