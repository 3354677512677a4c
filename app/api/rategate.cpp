// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/rategate.h"

#include <QDateTime>

#include <algorithm>

namespace offboarding {

qint64 RateGate::waitMilliseconds(qint64 now) const
{
    if (now < m_pausedUntil)
        return m_pausedUntil - now;
    if (m_allowed > 0 && now < m_windowEnd && m_count + m_inFlight >= m_allowed)
        return m_windowEnd - now;
    return 0;
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
    const qint64 end = now + std::max(0, resetSeconds) * 1000ll;
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
    const QByteArray value = header.trimmed();
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (isNumber)
        return seconds < 0 ? withoutHeader : seconds;
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date);
    if (!date.isValid())
        return withoutHeader;
    return static_cast<int>(
        std::clamp<qint64>(QDateTime::currentDateTimeUtc().secsTo(date), 0, 86'400 * 365));
}

} // namespace offboarding
