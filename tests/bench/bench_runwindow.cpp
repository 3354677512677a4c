// SPDX-License-Identifier: GPL-3.0-or-later
// The real window during a run: how long a frame has to wait while users are read, changed and recorded.
#include "app/offboarding/planner.h"
#include "app/offboarding/planpreview.h"
#include "app/offboarding/runfolder.h"
#include "tests/bench/measure.h"
#include "tests/gui/stage.h"
#include "ui/shell/mainwindow.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <vector>

namespace offboarding::testing {

namespace {

constexpr int usersOfOrganisation = 2000;
constexpr int usersOfRun = 150;

/// The times that the event loop was busy between two looks at it, in milliseconds, while @p isOver says no.
std::vector<double> busyTimes(const std::function<bool()> &isOver, int mostMilliseconds)
{
    std::vector<double> times;
    QElapsedTimer sinceLook;
    QElapsedTimer whole;
    QTimer look; // fires whenever nothing else is waiting, as a frame would be painted
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        times.push_back(double(sinceLook.nsecsElapsed()) / 1e6);
        sinceLook.restart();
    });
    sinceLook.start();
    whole.start();
    look.start(0);
    while (!isOver() && whole.elapsed() < mostMilliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return times;
}

double percentile(std::vector<double> times, double part)
{
    if (times.empty())
        return 0;
    std::sort(times.begin(), times.end());
    return times.at(static_cast<std::size_t>(part * double(times.size() - 1)));
}

} // namespace

class BenchRunWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareProgram(); }

    void framesDuringARun()
    {
        ui::ConsoleOptions options = smallDemo();
        options.demo.users = usersOfOrganisation;
        options.demo.latencyMs = 5;
        Stage stage(options);
        QVERIFY(stage.open());
        const ui::Services services = stage.services();
        QStringList ids;
        for (const User &user : services.users.users()) {
            if (user.state == UserState::Active && ids.size() < usersOfRun)
                ids.append(user.id);
        }
        QCOMPARE(ids.size(), usersOfRun);
        QSignalSpy prepared(&services.preview, &PlanPreview::prepared);
        services.preview.prepare(Act::Deactivate, ids);
        QTRY_COMPARE_WITH_TIMEOUT(prepared.size(), 1, 60'000);
        const Plan plan = makePlan(prepared.first().at(1).value<PreparedPlan>().input);

        const std::vector<double> idle = busyTimes([] { return false; }, 1'000);
        const Result<QString> runId = services.journals.start(services.runner, plan, Decision());
        QVERIFY(runId);
        std::vector<double> busy = busyTimes([&] { return !services.runner.isRunning(); }, 120'000);
        QVERIFY(!services.runner.isRunning());
        const RunResult *run = services.runner.find(*runId);
        QVERIFY(run != nullptr && run->waiting() == 0);
        QVERIFY(run->verifiedUserIds().size() > usersOfRun / 2); // a run that really did something
        // In its last turns the run is over and its result opens.
        QVERIFY(busy.size() > 2);
        const double end = std::max(busy.at(busy.size() - 1), busy.at(busy.size() - 2));
        busy.resize(busy.size() - 2);
        const auto late = std::count_if(busy.begin(), busy.end(), [](double time) { return time > 16; });
        qInfo("%d users, %lld steps; %lld of %zu turns of the event loop took longer than 16 ms", usersOfRun,
              static_cast<long long>(run->steps.size()), static_cast<long long>(late), busy.size());
        bench::report(QStringLiteral("frame during a run, 99 of 100"), percentile(busy, 0.99),
                      QStringLiteral("idle"), percentile(idle, 0.99), QStringLiteral("16 ms"));
        bench::report(QStringLiteral("longest frame during a run"), percentile(busy, 1),
                      QStringLiteral("idle"), percentile(idle, 1), QStringLiteral("16 ms"));
        bench::report(QStringLiteral("opening the result"), end, QStringLiteral("idle"), percentile(idle, 1),
                      QStringLiteral("none"));
    }
};

} // namespace offboarding::testing

QTEST_MAIN(offboarding::testing::BenchRunWindow)
#include "bench_runwindow.moc"
