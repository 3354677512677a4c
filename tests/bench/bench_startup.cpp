// SPDX-License-Identifier: GPL-3.0-or-later
// CPU and memory of the console until its window shows the demo organisation's users, beside an empty window.
// Usage: bench_startup CONSOLE. Each measurement is a process of its own, as an admin starts it.
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QList>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <unistd.h>

using namespace offboarding::bench;

namespace {

struct Usage
{
    double cpuMilliseconds = 0;
    double residentMegabytes = 0;
};

/// CPU so far and resident memory of another process, from /proc (proc(5): fields 14 and 15 of stat, VmRSS of
/// status).
Usage usageOf(qint64 processId)
{
    Usage usage;
    QFile stat(QStringLiteral("/proc/%1/stat").arg(processId));
    if (stat.open(QIODevice::ReadOnly)) {
        const QByteArray line = stat.readAll();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 12) {
            const double ticks = static_cast<double>(fields.at(11).toLongLong() + fields.at(12).toLongLong());
            usage.cpuMilliseconds = ticks * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
        }
    }
    QFile status(QStringLiteral("/proc/%1/status").arg(processId));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                usage.residentMegabytes = line.mid(6).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
        }
    }
    return usage;
}

/// Starts the console and waits until it is idle: no CPU used for a second.
Usage measure(const QString &program, const QStringList &arguments)
{
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    Usage usage;
    double before = -1;
    for (int quiet = 0, round = 0; quiet < 2 && round < 60; ++round) {
        QThread::msleep(500);
        usage = usageOf(process.processId());
        quiet = usage.cpuMilliseconds - before <= 20 && usage.cpuMilliseconds > 0 ? quiet + 1 : 0;
        before = usage.cpuMilliseconds;
    }
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished(5000);
    return usage;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_startup CONSOLE\n");
        return 2;
    }
    const QString console = QString::fromLocal8Bit(argv[1]);
    Usage best = measure(console, {QStringLiteral("--demo")});
    Usage empty = measure(console, {});
    for (int round = 0; round < 2; ++round) {
        const Usage again = measure(console, {QStringLiteral("--demo")});
        best.cpuMilliseconds = qMin(best.cpuMilliseconds, again.cpuMilliseconds);
        const Usage emptyAgain = measure(console, {});
        empty.cpuMilliseconds = qMin(empty.cpuMilliseconds, emptyAgain.cpuMilliseconds);
    }
    report(QStringLiteral("start to idle with 5,000 demo users, the demo organisation included"),
           best.cpuMilliseconds, QStringLiteral("the welcome page alone"), empty.cpuMilliseconds,
           QStringLiteral("1000 ms"));
    std::printf("idle memory: %.1f MB, baseline (the welcome page alone) %.1f MB, ratio %.2f, goal 120 MB\n",
                best.residentMegabytes, empty.residentMegabytes,
                empty.residentMegabytes > 0 ? best.residentMegabytes / empty.residentMegabytes : 0);
    return best.cpuMilliseconds > 0 ? 0 : 1;
}
