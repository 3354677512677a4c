// SPDX-License-Identifier: GPL-3.0-or-later
// A run under a rate limit: how much of each window is used, and how many requests go out beside those that
// the plan lists. Memory of a plan with 10,000 users.
// BENCH_USERS, BENCH_LIMIT and BENCH_SECONDS choose another size: 500, 300 and 6 is the one of the goal.
#include "app/journal/journal.h"
#include "app/offboarding/runjournal.h"
#include "tests/bench/measure.h"
#include "tests/support/demofixture.h"
#include "tests/support/values.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUuid>

#include <cstdio>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

int chosen(const char *variable, int otherwise)
{
    return qEnvironmentVariableIsSet(variable) ? qEnvironmentVariableIntValue(variable) : otherwise;
}

struct Window
{
    QDateTime begin;
    int count = 0;
};

/// As the server counts: a window begins with the first request after the one before.
QList<Window> windowsOf(const QList<demo::RequestRecord> &log, int seconds)
{
    QList<Window> windows;
    for (const demo::RequestRecord &record : log) {
        if (windows.isEmpty() || windows.last().begin.msecsTo(record.time) >= seconds * 1000)
            windows.append({record.time, 0});
        windows.last().count += record.status == 429 ? 0 : 1;
    }
    return windows;
}

/// The most memory of this process so far, from /proc/self/status (proc(5): VmHWM).
double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
        }
    }
    return 0;
}

PlanInput planInput(const Connection &connection, const QList<User> &users)
{
    PlanInput input;
    input.act = Act::Deactivate;
    input.connection = connection;
    input.users = users;
    for (const User &user : users) {
        ReferenceMap map = freshMap(user.id);
        map.readAt = QDateTime::currentDateTimeUtc();
        input.references.insert(user.id, map);
    }
    input.now = QDateTime::currentDateTimeUtc();
    input.planId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return input;
}

} // namespace

class BenchRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheLimit()
    {
        const int users = chosen("BENCH_USERS", 90);
        const int limit = chosen("BENCH_LIMIT", 150);
        const int seconds = chosen("BENCH_SECONDS", 3);
        demo::DemoOptions options = quickDemo();
        options.users = users * 3;
        options.rateLimit = {limit, seconds};
        DemoFixture demo(Dialect::Published, options);
        // The server keeps the last 2,000 requests only.
        QList<demo::RequestRecord> log;
        QTimer collector;
        const auto collect = [&] {
            log += demo.server.requestLog();
            demo.server.clearRequestLog();
        };
        connect(&collector, &QTimer::timeout, this, collect);
        collector.start(500);
        demo.connection.limits.mostUsersPerRun = users;
        demo.connection.limits.mostPercentOfOrganization = 90;
        demo.loader->load();
        QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), 30'000);
        const QStringList free = demo.server.userIdsWithoutReferences(users + 1);
        QList<User> leavers;
        for (const User &user : demo.store->users()) {
            if (free.contains(user.id) && user.id != demo.server.adminUserId() && leavers.size() < users)
                leavers.append(user);
        }
        QCOMPARE(leavers.size(), users);
        PlanInput input = planInput(demo.connection, leavers);
        input.signedInAs = demo.signedInAs;
        input.organizationUsers = options.users;
        const Plan plan = makePlan(input);
        int planned = 0;
        for (const PlanStep &step : plan.steps)
            planned += static_cast<int>(step.requests.size());

        const QDateTime begun = QDateTime::currentDateTimeUtc();
        QElapsedTimer elapsed;
        elapsed.start();
        const QString runId = demo.runner->run(plan, {});
        QTRY_VERIFY_WITH_TIMEOUT(demo.runner->find(runId)->state == RunState::Finished, 300'000);
        const double took = static_cast<double>(elapsed.elapsed()) / 1000;
        collector.stop();
        collect();
        const RunResult run = *demo.runner->find(runId);
        QVERIFY2(run.isVerified(), story(run).left(4000).constData());

        // Windows of the server; the first ones, in which the list of users was read and the limit was
        // learned, and the last one, which is not full, say nothing about the run.
        const QList<Window> windows = windowsOf(log, seconds);
        QStringList shown;
        double used = 0;
        int full = 0;
        for (qsizetype i = 0; i < windows.size(); ++i) {
            if (windows.at(i).begin < begun)
                continue;
            shown.append(QString::number(windows.at(i).count));
            if (i + 1 < windows.size()) {
                used += windows.at(i).count;
                ++full;
            }
        }
        QVERIFY(full > 1);
        used /= static_cast<double>(full) * limit;
        qsizetype sent = 0;
        int refused = 0;
        int refusedLater = 0;
        for (const demo::RequestRecord &record : std::as_const(log)) {
            sent += record.time >= begun ? 1 : 0;
            refused += record.status == 429 ? 1 : 0;
            refusedLater += record.status == 429 && record.time >= windows.at(1).begin ? 1 : 0;
        }
        std::printf("%d users, %d requests per %d s: %.1f s; requests per window %s\n", users, limit, seconds,
                    took, qPrintable(shown.join(QLatin1Char(' '))));
        std::printf("used of the limit in steady state: %.1f %% (goal 95 %%)\n", used * 100);
        std::printf(
            "requests sent: %lld, planned: %d, ratio %.3f (goal 1.02); refused with 429: %d, after the "
            "first window: %d (goal 0)\n",
            static_cast<long long>(sent), planned, static_cast<double>(sent) / static_cast<double>(planned),
            refused, refusedLater);
    }

    void memoryOfALargePlan()
    {
        constexpr int users = 10'000;
        Connection connection = testConnection(Dialect::Published);
        const double before = offboarding::bench::residentMegabytes();
        Plan plan;
        {
            QList<User> leavers;
            leavers.reserve(users);
            for (int i = 0; i < users; ++i) {
                User user = testUser(QUuid::createUuid().toString(QUuid::WithoutBraces));
                user.name = QStringLiteral("Leaver Number %1").arg(i);
                user.email = QStringLiteral("leaver.number.%1@demo.example").arg(i);
                leavers.append(user);
            }
            plan = makePlan(planInput(connection, leavers));
        }
        const double after = offboarding::bench::residentMegabytes();
        QVERIFY(plan.steps.size() >= users * 4);
        std::printf("memory of a plan with %d users and %lld steps: %.1f MB (goal 150 MB)\n", users,
                    static_cast<long long>(plan.steps.size()), after - before);
        // A run of it with a journal; nothing is sent, because the plan is too old.
        QTemporaryDir folder;
        Result<std::unique_ptr<Journal>> journal =
            Journal::create(folder.filePath(QStringLiteral("journal")));
        QVERIFY(journal.has_value());
        ApiClient client(connection.apiUrl);
        UserStore store;
        UserLoader loader(client, store);
        ReferenceFinder finder(client);
        Runner runner(client, loader, finder);
        plan.expires = plan.created.addSecs(-1);
        const QString runId = runner.run(plan, {}, std::make_shared<RunJournal>(std::move(*journal)));
        QTRY_VERIFY_WITH_TIMEOUT(runner.find(runId)->state == RunState::Finished, 120'000);
        QVERIFY(!runner.find(runId)->journalError);
        std::printf("and with a run, its results and its journal of %.1f MB: %.1f MB, at most %.1f MB\n",
                    static_cast<double>(QFileInfo(folder.filePath(QStringLiteral("journal"))).size()) / 1e6,
                    offboarding::bench::residentMegabytes() - before, peakMegabytes() - before);
    }
};

QTEST_GUILESS_MAIN(BenchRun)
#include "bench_run.moc"
