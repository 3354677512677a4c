// SPDX-License-Identifier: GPL-3.0-or-later
// A run in the real window: what one sees of it, how one holds it, and how it says that it is over.
#include "tests/gui/stage.h"

#include "ui/dialogs/runresultdialog.h"
#include "ui/models/activitymodel.h"
#include "ui/models/remainingtime.h"
#include "ui/widgets/guardedbutton.h"
#include "ui/widgets/rategauge.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

demo::FaultRule slow(const QString &method, int milliseconds)
{
    demo::FaultRule fault;
    fault.method = method;
    fault.pathPattern = QStringLiteral("/api/v2/users/*");
    fault.kind = demo::FaultRule::Kind::Delay;
    fault.delayMs = milliseconds;
    return fault;
}

} // namespace

class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        prepareProgram();
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
    }

    void cleanup() { m_stage.reset(); }

    void theEstimateIsCarefulAndNeverTooShort()
    {
        QVERIFY(!RunPace::estimate(60'000, RunPace::fewestSteps - 1, 10).has_value());
        QVERIFY(!RunPace::estimate(RunPace::fewestMilliseconds - 1, 100, 10).has_value());
        QCOMPARE(RunPace::estimate(10'000, 10, 25).value_or(-1), 25);
        QCOMPARE(RunPace::estimate(10'001, 10, 25).value_or(-1), 26);
        QCOMPARE(RunPace::estimate(10'000, 10, 0).value_or(-1), 0);
        QCOMPARE(RunPace::text(0), QStringLiteral("nearly done"));
        QCOMPARE(RunPace::text(1), QStringLiteral("about 5 s"));
        QCOMPARE(RunPace::text(26), QStringLiteral("about 30 s"));
        QCOMPARE(RunPace::text(56), QStringLiteral("about 1 min"));
        QCOMPARE(RunPace::text(61), QStringLiteral("about 2 min"));
        QCOMPARE(RunPace::text(3601), QStringLiteral("about 1 h 10 min"));
    }

    void aLongRunIsSeenHeldAndStopped()
    {
        QVERIFY(startBulk({slow(QStringLiteral("GET"), 300), slow(QStringLiteral("PUT"), 300)}));
        QCOMPARE(cell(ActivityModel::RemainingColumn), QStringLiteral("not known yet"));
        const auto *gauge = m_stage->window()->findChild<RateGauge *>(QStringLiteral("activityRateGauge"));
        QVERIFY(gauge != nullptr && gauge->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(cell(ActivityModel::RemainingColumn).startsWith(QStringLiteral("about ")),
                                 20'000);
        const QString tip = index(ActivityModel::ProgressColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("waiting")), qPrintable(tip));

        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Pause")));
        QTRY_COMPARE(cell(ActivityModel::StateColumn), QStringLiteral("Paused"));
        QCOMPARE(cell(ActivityModel::RemainingColumn), QString()); // nobody knows how long
        const qsizetype ended = m_stage->lastRun()->steps.size();
        const qsizetype sent = m_stage->requests(QStringLiteral("PUT")).size();
        QVERIFY(!QTest::qWaitFor([&] { return m_stage->lastRun()->steps.size() != ended; }, 900));
        QCOMPARE(m_stage->requests(QStringLiteral("PUT")).size(), sent);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Go on")));
        QTRY_VERIFY(m_stage->lastRun()->steps.size() > ended);

        auto *stop = m_stage->driver().find<QPushButton>(QStringLiteral("Stop"));
        QVERIFY(stop != nullptr && stop->toolTip().contains(QStringLiteral("cannot be called back")));
        QVERIFY(m_stage->driver().click(stop));
        QVERIFY2(cell(ActivityModel::ResultColumn).contains(QStringLiteral("is awaited")),
                 qPrintable(cell(ActivityModel::ResultColumn)));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->lastRun()->state, RunState::Finished, 10'000);
        QVERIFY(m_stage->lastRun()->count(Outcome::Skipped) > 0);
        QVERIFY(!m_stage->lastRun()->isVerified());
        QVERIFY(!gauge->isVisible());
        // What went wrong is shown; from there and from the activity one can try again.
        QTRY_VERIFY(qobject_cast<RunResultDialog *>(m_stage->driver().topDialog()) != nullptr);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Close")));
        QTRY_VERIFY(m_stage->driver().topDialog() == nullptr);
        m_stage->server().setFaults({});
        const QStringList open = m_stage->services().runner.unfinishedUserIds(m_stage->lastRun()->id);
        QVERIFY(m_stage->driver().clickButton(QStringLiteral("Retry failed…")));
        QTRY_VERIFY(m_stage->openDialog() != nullptr);
        QCOMPARE(m_stage->openDialog()->userIds(), open);
        QVERIFY(m_stage->cancel());
    }

    void closingDuringARunAsksAndFinishesTheStep()
    {
        QVERIFY(startBulk({slow(QStringLiteral("PUT"), 300)}));
        m_stage->prompts().confirms = false;
        QVERIFY(!m_stage->window()->close());
        QCOMPARE(m_stage->prompts().asked.size(), 1);
        QVERIFY2(m_stage->prompts().asked.first().contains(QStringLiteral("Finish the current step")),
                 qPrintable(m_stage->prompts().asked.first()));
        QVERIFY(m_stage->window()->isVisible());
        const qsizetype ended = m_stage->lastRun()->steps.size();
        QTRY_VERIFY(m_stage->lastRun()->steps.size() > ended); // it went on

        m_stage->prompts().confirms = true;
        QVERIFY(!m_stage->window()->close()); // not yet
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->window()->isVisible(), 10'000);
        QCOMPARE(m_stage->lastRun()->state, RunState::Finished);
        QVERIFY(m_stage->lastRun()->count(Outcome::Skipped) > 0);
        // Each change that went out was read back or is reported; none was left in the air.
        const auto written = m_stage->requests(QStringLiteral("PUT")).size();
        qsizetype settled = 0;
        for (const StepResult &step : m_stage->lastRun()->steps)
            settled += step.step.kind == StepKind::Restore && step.outcome != Outcome::Skipped ? 1 : 0;
        QCOMPARE(settled, written);
    }

    void theEndIsToldOnlyToWhoLooksElsewhere()
    {
        QVERIFY(startBulk({slow(QStringLiteral("PUT"), 200)}, 1));
        m_stage->window()->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_stage->window());
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->lastRun()->state, RunState::Finished, 10'000);
        QVERIFY(m_stage->lastRun()->isVerified());
        // The window is in front: whoever sits there sees it.
        QVERIFY(!QTest::qWaitFor([this] { return !m_stage->prompts().notified.isEmpty(); }, 800));

        QVERIFY(startBulk({slow(QStringLiteral("PUT"), 50)}, 4));
        m_stage->window()->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_stage->window());
        QApplication::setActiveWindow(nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->lastRun()->state, RunState::Finished, 10'000);
        QTRY_COMPARE(m_stage->prompts().notified.size(), 1);
        const QString note = m_stage->prompts().notified.first();
        QVERIFY2(note.startsWith(QStringLiteral("Restore: done and read back\n")), qPrintable(note));
        QVERIFY2(note.contains(QStringLiteral("failed: 0")), qPrintable(note));
    }

private:
    /// Restores @p count inactive users (all of them: -1), with @p faults from the first request of the run
    /// on. True once it runs.
    bool startBulk(const QList<demo::FaultRule> &faults, int count = -1)
    {
        auto *states = m_stage->driver().find<QTabBar>(QStringLiteral("State"));
        auto *table = m_stage->driver().find<QAbstractItemView>(QStringLiteral("Users"));
        if (states == nullptr || table == nullptr)
            return false;
        states->setCurrentIndex(1);
        m_stage->driver().type(m_stage->driver().find<QLineEdit>(QStringLiteral("Search users")), {});
        if (!QTest::qWaitFor([&] { return table->model()->rowCount() > 10; }))
            return false;
        table->selectionModel()->clear();
        const int rows = count < 0 ? table->model()->rowCount() : count;
        for (int row = 0; row < rows; ++row)
            table->selectionModel()->select(table->model()->index(row, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        ActDialog *dialog = m_stage->openAct(QStringLiteral("Restore…"));
        if (dialog == nullptr || !QTest::qWaitFor([&] { return dialog->confirmButton()->isEnabled(); }))
            return false;
        m_stage->server().setFaults(faults);
        m_stage->server().clearRequestLog();
        const qsizetype before = m_stage->services().runner.runs().size();
        return m_stage->driver().click(dialog->confirmButton()) && QTest::qWaitFor([&] {
                   return m_stage->services().runner.runs().size() > before &&
                          m_stage->lastRun()->state == RunState::Running;
               });
    }

    QModelIndex index(ActivityModel::Column column) const
    {
        const auto *table =
            m_stage->window()->findChild<QAbstractItemView *>(QStringLiteral("activityTableView"));
        return table->model()->index(0, column);
    }

    QString cell(ActivityModel::Column column) const { return index(column).data().toString(); }

    std::unique_ptr<Stage> m_stage;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestRuns)
#include "tst_runs.moc"
