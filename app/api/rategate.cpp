// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/rategate.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace offboarding {

namespace {

constexpr qint64 untaughtWaitMilliseconds = 250;
/// Windows last about a minute (contract §1.4). A reset far in the future would make everybody wait in
/// silence, so it is believed for so long only; after that the next answer, or a 429, teaches again.
constexpr int longestWindowSeconds = 180;
/// Of a smaller limit, one request is too much to hold back.
constexpr int leastToProbe = 20;

} // namespace

bool RateGate::isProbing() const
{
    return m_rounding == Rounding::Unknown && m_allowed >= leastToProbe;
}

qint64 RateGate::waitMilliseconds(qint64 now) const
{
    if (now < m_pausedUntil)
        return m_pausedUntil - now;
    if (m_allowed <= 0)
        return 0;
    if (now < m_windowEnd)
        return m_count + m_inFlight >= m_allowed - (isProbing() ? 1 : 0) ? m_windowEnd - now : 0;
    if (isProbing())
        return m_inFlight > 0 ? untaughtWaitMilliseconds : 0;
    // A new window of which nothing is known but its size: never more on the way than fit into it. The next
    // answer asks again.
    return m_inFlight >= m_allowed ? untaughtWaitMilliseconds : 0;
}

void RateGate::requestSent(qint64 now)
{
    m_isProbeOut = isProbing() && m_inFlight == 0 && now >= m_windowEnd;
    ++m_inFlight;
}

void RateGate::requestEnded()
{
    m_inFlight = std::max(0, m_inFlight - 1);
}

void RateGate::answerReceived(qint64 now, int count, int allowed, int resetSeconds)
{
    requestEnded();
    if (allowed <= 0 || count < 0)
        return;
    const bool isOver = now >= m_windowEnd;
    const bool wasProbe = std::exchange(m_isProbeOut, false);
    if (resetSeconds == 0)
        m_rounding = Rounding::Down; // rounded up, 0 cannot be
    else if (wasProbe && allowed == m_allowed)
        m_rounding = count < m_count ? Rounding::Up : Rounding::Down;
    const bool isDown = m_rounding == Rounding::Down;
    const int seconds = std::clamp(resetSeconds, isDown ? 0 : 1, longestWindowSeconds) + (isDown ? 1 : 0);
    const qint64 end = now + seconds * 1000ll;
    // Answers may overtake each other: within one window the count only grows.
    const bool isSameWindow = allowed == m_allowed && (!isOver || count > m_count);
    // The server opened its next window earlier than we expected.
    const bool isEarly = isSameWindow && count < m_count / 2 && end > m_windowEnd + 500;
    if (!isSameWindow || isEarly) {
        m_count = count;
        m_windowEnd = end;
    } else {
        m_count = std::max(m_count, count);
        // Every answer of a window says when it ends, never too early: the earliest is the closest. One that
        // comes after the end was counted before it, unless it was sent to find out.
        if (!isOver)
            m_windowEnd = std::min(m_windowEnd, end);
        else if (wasProbe)
            m_windowEnd = end;
    }
    m_allowed = allowed;
}

void RateGate::limitHit(qint64 now, int retryAfterSeconds)
{
    requestEnded();
    // Refused right after the window was thought to be over: it was not.
    if (m_allowed > 0 && now >= m_windowEnd && now < m_windowEnd + 1500)
        m_rounding = Rounding::Down;
    m_pausedUntil = std::max(m_pausedUntil, now + retryAfterSeconds * 1000ll);
    m_count = 0;
    m_windowEnd = m_pausedUntil;
}

RateBudget RateGate::budget(qint64 now) const
{
    RateBudget budget;
    budget.allowed = m_allowed;
    budget.used =
        now < m_windowEnd ? std::min(m_count + m_inFlight, m_allowed) : std::min(m_inFlight, m_allowed);
    budget.resetSeconds = static_cast<int>(std::max<qint64>(0, m_windowEnd - now) + 999) / 1000;
    budget.pausedSeconds = static_cast<int>((std::max<qint64>(0, m_pausedUntil - now) + 999) / 1000);
    return budget;
}

int retryAfterSeconds(const QByteArray &header)
{
    constexpr int withoutHeader = 3;
    constexpr qint64 longest = 86'400ll * 365;
    const QByteArray value = header.trimmed();
    const bool isNumber = !value.isEmpty() && std::all_of(value.cbegin(), value.cend(), [](char character) {
        return character >= '0' && character <= '9';
    });
    // At least one second: "0" from a server that goes on refusing would turn into a storm of requests.
    if (isNumber && value.size() > 9)
        return static_cast<int>(longest);
    if (isNumber)
        return static_cast<int>(std::clamp<qint64>(value.toLongLong(), 1, longest));
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return withoutHeader;
    date.setTimeSpec(Qt::UTC);
    return static_cast<int>(std::clamp<qint64>(QDateTime::currentDateTimeUtc().secsTo(date), 1, longest));
}

} // namespace offboarding
