// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace offboarding::bench {

/// CPU seconds of this process so far, all threads, user and system.
double cpuSeconds();

/// Resident memory of this process in megabytes (10^6 bytes), from /proc/self/statm; 0 where there is none.
double residentMegabytes();

/// The smallest CPU time of @p work over @p rounds runs, in milliseconds: the least disturbed one on a noisy
/// machine.
double leastCpuMilliseconds(int rounds, const std::function<void()> &work);

/// Prints "name: 12.3 ms, baseline (what) 45.6 ms, ratio 0.27, goal 150 ms". Never fails: a slow machine is
/// no bug.
void report(const QString &name, double milliseconds, const QString &baselineName,
            double baselineMilliseconds, const QString &goal);

} // namespace offboarding::bench
