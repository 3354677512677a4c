// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/rategate.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace offboarding {

namespace {

constexpr qint64 untaughtWaitMilliseconds = 250;
/// Windows last about a minute (contract §1.4). A reset far in the future would make everybody wait in
/// silence, so it is believed for so long only; after that the next answer, or a 429, teaches again.
constexpr int longestWindowSeconds = 180;

} // namespace

qint64 RateGate::waitMilliseconds(qint64 now) const
{
    if (now < m_pausedUntil)
        return m_pausedUntil - now;
    if (m_allowed <= 0)
        return 0;
    if (now < m_windowEnd)
        return m_count + m_inFlight >= m_allowed ? m_windowEnd - now : 0;
    // A new window of which nothing is known but its size: never more on the way than fit into it. The next
    // answer asks again.
    return m_inFlight >= m_allowed ? untaughtWaitMilliseconds : 0;
}

void RateGate::requestSent()
{
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
    // A reset of 0 means less than a second, not now.
    const qint64 end = now + std::clamp(resetSeconds, 1, longestWindowSeconds) * 1000ll;
    // Answers may overtake each other: within one window the count only grows.
    const bool isNewWindow = now >= m_windowEnd || allowed != m_allowed;
    m_count = isNewWindow ? count : std::max(m_count, count);
    if (!isNewWindow && count < m_count / 2 && end > m_windowEnd + 500)
        m_count = count; // the server opened its next window earlier than we expected
    m_allowed = allowed;
    m_windowEnd = end;
}

void RateGate::limitHit(qint64 now, int retryAfterSeconds)
{
    requestEnded();
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
