// SPDX-License-Identifier: GPL-3.0-or-later
// The result of a run: each failure explained, with the next action beside it ("Blockers explained").
#include "app/api/errormapping.h"
#include "tests/support/values.h"
#include "ui/dialogs/runresultdialog.h"
#include "ui/widgets/copyofferbutton.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace offboarding::ui {

using namespace offboarding::testing;

namespace {

const QString userId = QStringLiteral("user-1");

StepResult step(StepKind kind, Outcome outcome)
{
    StepResult result;
    result.step.kind = kind;
    result.step.userId = userId;
    result.outcome = outcome;
    result.finished = noon();
    return result;
}

RunResult runOf(Act act, const QList<StepResult> &steps)
{
    RunResult run;
    run.id = QStringLiteral("run-1");
    run.state = RunState::Finished;
    run.plan.act = act;
    run.plan.connection = testConnection(Dialect::Published);
    run.plan.users = {testUser(userId)};
    run.steps = steps;
    for (const StepResult &one : steps)
        run.plan.steps.append(one.step);
    return run;
}

/// A run whose one write was answered like this.
RunResult refused(Act act, StepKind kind, int status, const char *body)
{
    StepResult failed = step(kind, Outcome::Failed);
    failed.cause = Cause::ServerRefused;
    failed.error = errorFromAnswer(status, QByteArray(body), QStringLiteral("corr-9"),
                                   QStringLiteral("DELETE /api/v2/users/user-1"));
    return runOf(act, {step(StepKind::ReadUser, Outcome::Done), failed});
}

QStringList buttonsOf(const RunResultDialog &dialog)
{
    QStringList names;
    for (const QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (!button->isHidden())
            names.append(button->text().remove(QLatin1Char('&')));
    }
    return names;
}

} // namespace

class TestRunResultDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatHelps_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QStringList>("notOffered");
        const QString clear = QStringLiteral("Clear references…");
        const QString deactivate = QStringLiteral("Deactivate instead");
        const QString permission = QStringLiteral("Copy permission");
        const QString support = QStringLiteral("Copy for support");
        const int deletion = static_cast<int>(Act::Delete);
        QTest::newRow("references") << deletion << 409
                                    << QByteArray(R"({"message":"still referenced by 2 interactions"})")
                                    << QStringList{clear, deactivate} << QStringList{permission, support};
        QTest::newRow("session") << static_cast<int>(Act::ForceDelete) << 409
                                 << QByteArray(
                                        R"({"message":"has an active session","code":"user.active.session"})")
                                 << QStringList{clear, deactivate} << QStringList{permission, support};
        QTest::newRow("version") << deletion << 409
                                 << QByteArray(R"({"message":"version 3 does not match the current one"})")
                                 << QStringList() << QStringList{clear, deactivate, permission, support};
        QTest::newRow("permission")
            << deletion << 403
            << QByteArray(R"({"code":"missing.permissions","messageParams":{"permission":"a:b:c"}})")
            << QStringList{permission} << QStringList{clear, deactivate, support};
        QTest::newRow("gone") << deletion << 410 << QByteArray("{}") << QStringList()
                              << QStringList{clear, deactivate, permission, support};
        QTest::newRow("unknown") << deletion << 418 << QByteArray(R"({"code":"teapot","message":"stout"})")
                                 << QStringList{support} << QStringList{clear, deactivate, permission};
        QTest::newRow("queue gone") << static_cast<int>(Act::ClearReferences) << 404
                                    << QByteArray(R"({"code":"queue.not.found","message":"no queue"})")
                                    << QStringList{clear} << QStringList{deactivate, permission, support};
    }

    void offersWhatHelps()
    {
        QFETCH(const int, act);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QStringList, offered);
        QFETCH(const QStringList, notOffered);
        const RunResult run = refused(static_cast<Act>(act), StepKind::Delete, status, body.constData());
        const RunResultDialog dialog(run, {}, {userId}, nullptr);
        const QStringList buttons = buttonsOf(dialog);
        for (const QString &name : offered)
            QVERIFY2(buttons.contains(name), qPrintable(name));
        for (const QString &name : notOffered)
            QVERIFY2(!buttons.contains(name), qPrintable(name));
    }

    void aWishNamesItsUsersOnce()
    {
        RunResult run = refused(Act::Delete, StepKind::Delete, 409, R"({"message":"interactions"})");
        run.steps.append(run.steps.last());
        auto *dialog = new RunResultDialog(run, {}, {userId}, nullptr);
        QSignalSpy wished(dialog, &RunResultDialog::clearReferencesRequested);
        dialog->findChild<QPushButton *>(QStringLiteral("clearReferencesPushButton"))->click();
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.first().first().toStringList(), QStringList{userId});
        dialog->deleteLater();
    }

    void whatTheGuardRefusedLeadsToClearing()
    {
        StepResult skipped = step(StepKind::ClearReference, Outcome::Skipped);
        skipped.cause = Cause::LiveCustomer;
        const RunResultDialog dialog(runOf(Act::ClearReferences, {skipped}), {}, {userId}, nullptr);
        QVERIFY(buttonsOf(dialog).contains(QStringLiteral("Clear references…")));
    }

    void theSelectedStepIsExplainedAsPlainText()
    {
        const RunResult run = refused(Act::Delete, StepKind::Delete, 418,
                                      R"({"code":"teapot","message":"<a href='x'>click</a>"})");
        const RunResultDialog dialog(run, {}, {userId}, nullptr);
        const auto *explanation = dialog.findChild<QPlainTextEdit *>();
        QVERIFY(!explanation->accessibleName().isEmpty());
        // Failures come first, and the first row is selected.
        const QString told = explanation->toPlainText();
        QVERIFY2(told.contains(QStringLiteral("<a href='x'>click</a>")) &&
                     told.contains(QStringLiteral("HTTP status 418 · code teapot")) &&
                     told.contains(QStringLiteral("correlation id corr-9")),
                 qPrintable(told));
        auto *steps = dialog.findChild<QAbstractItemView *>(QStringLiteral("stepsTableWidget"));
        steps->setCurrentIndex(steps->model()->index(1, 0)); // the one that was done
        QVERIFY(!explanation->toPlainText().contains(QStringLiteral("teapot")));
        QVERIFY(dialog.findChild<CopyOfferButton *>()->isHidden());
    }

    void aMissingPermissionIsCopiedWithAllThatTheActNeeds()
    {
        const RunResult run = refused(
            Act::Delete, StepKind::Delete, 403,
            R"({"code":"missing.permissions","messageParams":{"permission":"directory:user:delete"}})");
        const RunResultDialog dialog(run, {}, {userId}, nullptr);
        dialog.findChild<CopyOfferButton *>()->click();
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(QStringLiteral("\ndirectory:user:delete\n")) &&
                     copied.contains(QStringLiteral("conversation:communication:view")) &&
                     copied.contains(QStringLiteral("corr-9")),
                 qPrintable(copied));
    }

    void whoWasTakenOutCanBeCheckedInReports()
    {
        const QList<StepResult> steps{step(StepKind::ReadUser, Outcome::Done),
                                      step(StepKind::Deactivate, Outcome::Done),
                                      step(StepKind::ReadBack, Outcome::Done)};
        auto *dialog = new RunResultDialog(runOf(Act::Deactivate, steps), {}, {}, nullptr);
        QSignalSpy wished(dialog, &RunResultDialog::reportCheckRequested);
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("reportCheckPushButton"));
        QVERIFY(button != nullptr);
        QCOMPARE(button->text().remove(QLatin1Char('&')), QStringLiteral("Report check…"));
        button->click();
        QCOMPARE(wished.first().first().toStringList(), QStringList{userId});
        dialog->deleteLater();
        // Nobody was taken out by a restore, or by what failed.
        const RunResultDialog restored(runOf(Act::Restore, steps), {}, {}, nullptr);
        QVERIFY(!buttonsOf(restored).contains(QStringLiteral("Report check…")));
        const RunResultDialog failed(
            refused(Act::Delete, StepKind::Delete, 409, R"({"message":"interactions"})"), {}, {userId},
            nullptr);
        QVERIFY(!buttonsOf(failed).contains(QStringLiteral("Report check…")));
    }
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestRunResultDialog)
#include "tst_runresultdialog.moc"
