// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

namespace offboarding {

struct RetrySettings;

/// True if a request that failed with @p error may be sent again. @p attempt counts from 1. Pure.
/// Only idempotent requests, and only for failures that pass by themselves: no answer, cut line, 502, 503,
/// 504. 500 is final, as in the vendor's SDKs (contract §1.3).
bool isWorthRetrying(const Error &error, bool isIdempotent, int attempt, int mostAttempts);

/// Pause before attempt @p attempt + 1: doubles each time, up to 30 s; @p jitter from 0 to 1 spreads it over
/// half of that to all of it.
int retryPauseMilliseconds(int attempt, int firstPauseMilliseconds, double jitter);

} // namespace offboarding
