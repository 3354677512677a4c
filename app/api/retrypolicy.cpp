// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/retrypolicy.h"

#include <algorithm>

namespace offboarding {

bool isWorthRetrying(const Error &error, bool isIdempotent, int attempt, int mostAttempts)
{
    if (!isIdempotent || attempt >= mostAttempts)
        return false;
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return true;
    case ErrorKind::Server:
        return error.httpStatus == 502 || error.httpStatus == 503;
    default:
        return false;
    }
}

int retryPauseMilliseconds(int attempt, int firstPauseMilliseconds, double jitter)
{
    constexpr qint64 longest = 30'000;
    const int doublings = std::clamp(attempt, 1, 11) - 1;
    const qint64 full = std::clamp<qint64>(firstPauseMilliseconds * (1ll << doublings), 0, longest);
    return static_cast<int>(static_cast<double>(full) * (0.5 + std::clamp(jitter, 0.0, 1.0) / 2));
}

} // namespace offboarding
