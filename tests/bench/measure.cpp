// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QFile>
#include <QList>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace offboarding::bench {

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    if (fields.size() < 2)
        return 0;
    return static_cast<double>(fields.at(1).toLongLong()) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

double leastCpuMilliseconds(int rounds, const std::function<void()> &work)
{
    double least = 0;
    for (int round = 0; round < rounds; ++round) {
        const double before = cpuSeconds();
        work();
        const double spent = (cpuSeconds() - before) * 1000;
        if (round == 0 || spent < least)
            least = spent;
    }
    return least;
}

void report(const QString &name, double milliseconds, const QString &baselineName,
            double baselineMilliseconds, const QString &goal)
{
    const double ratio = baselineMilliseconds > 0 ? milliseconds / baselineMilliseconds : 0;
    std::printf("%s: %.2f ms, baseline (%s) %.2f ms, ratio %.3f, goal %s\n", qPrintable(name), milliseconds,
                qPrintable(baselineName), baselineMilliseconds, ratio, qPrintable(goal));
    std::fflush(stdout);
}

} // namespace offboarding::bench
