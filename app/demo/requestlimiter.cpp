// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/requestlimiter.h"

namespace offboarding::demo {

namespace {

// An unlimited server still has to say a number: one that nobody reaches within a window.
constexpr int practicallyUnlimited = 1000000;

} // namespace

RequestLimiter::Verdict RequestLimiter::count(const QString &token, qint64 now)
{
    const qint64 length = static_cast<qint64>(qMax(1, m_limit.seconds)) * 1000;
    Window &window = m_windows[token];
    if (now - window.start >= length)
        window = {now, 0};
    Verdict verdict;
    verdict.allowed = m_limit.requests > 0 ? m_limit.requests : practicallyUnlimited;
    verdict.resetSeconds = static_cast<int>((window.start + length - now + 999) / 1000);
    verdict.isAllowed = window.count < verdict.allowed;
    if (verdict.isAllowed)
        ++window.count;
    verdict.count = window.count;
    return verdict;
}

} // namespace offboarding::demo
