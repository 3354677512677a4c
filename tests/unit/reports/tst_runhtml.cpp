// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/runhtml.h"
#include "tests/support/values.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

StepResult stepResult(StepKind kind, const QString &userId, Outcome outcome, qint64 milliseconds)
{
    StepResult result;
    result.step.kind = kind;
    result.step.userId = userId;
    result.outcome = outcome;
    result.started = noon();
    result.finished = noon().addMSecs(milliseconds);
    return result;
}

RunReport sampleReport()
{
    RunReport report;
    report.run.id = QStringLiteral("run-1");
    report.run.state = RunState::Finished;
    report.run.plan.act = Act::Deactivate;
    report.run.plan.connection = testConnection(Dialect::Published);
    report.run.plan.author.userId = QStringLiteral("admin-1");
    report.run.plan.author.name = QStringLiteral("Ada Admin");
    report.run.plan.author.email = QStringLiteral("ada@demo.example");
    report.run.plan.reason = QStringLiteral("Left the company");
    report.run.plan.ticket = QStringLiteral("HR-17");
    Approval approval;
    approval.name = QStringLiteral("Bob Boss");
    approval.email = QStringLiteral("bob@demo.example");
    approval.approved = noon();
    report.run.plan.approvals = {approval};
    report.run.plan.users = {testUser(QStringLiteral("user-1")), testUser(QStringLiteral("user-2"))};
    report.run.steps = {stepResult(StepKind::ReadUser, QStringLiteral("user-1"), Outcome::Done, 100),
                        stepResult(StepKind::Deactivate, QStringLiteral("user-1"), Outcome::Done, 900),
                        stepResult(StepKind::ReadBack, QStringLiteral("user-1"), Outcome::Done, 50),
                        stepResult(StepKind::ReadUser, QStringLiteral("user-2"), Outcome::Failed, 10)};
    for (const StepResult &step : report.run.steps)
        report.run.plan.steps.append(step.step);
    report.made = noon();
    report.planHash = QString(64, QLatin1Char('a'));
    report.productVersion = QStringLiteral("1.2.3");
    return report;
}

} // namespace

class TestRunHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatCameOfTheRun()
    {
        const QString page = runToHtml(sampleReport());
        QVERIFY(page.contains(QStringLiteral("3 done, 0 kept, 0 skipped, 1 failed, 0 waiting")));
        QVERIFY(page.contains(QString(64, QLatin1Char('a'))));
        QVERIFY(page.contains(QStringLiteral("900 ms")));
        QCOMPARE(page.count(QStringLiteral("Read back: as it should be.")), 1);
        QCOMPARE(page.count(QStringLiteral("Not proved")), 1);
        QVERIFY(page.contains(QStringLiteral("Not everything was done")));
    }

    void itSaysWhoAndWhy()
    {
        const QString page = runToHtml(sampleReport());
        for (const char *text : {"Ada Admin &lt;ada@demo.example&gt;, admin-1", "Left the company", "HR-17",
                                 "Bob Boss &lt;bob@demo.example&gt;, 2026-08-01 12:00:00.000 UTC"})
            QVERIFY2(page.contains(QLatin1String(text)), text);
        QVERIFY(!page.contains(QStringLiteral("Run by"))); // not known: not claimed
    }

    void whatWasNotComeToIsWaiting()
    {
        RunReport report = sampleReport();
        report.run.steps.removeLast();
        const QString page = runToHtml(report);
        QVERIFY(page.contains(QStringLiteral("1 waiting")));
        QVERIFY(page.contains(QStringLiteral("Not complete: 1 step(s)")));
        QVERIFY(page.contains(QStringLiteral("No step was come to.")));
    }

    void whatServersSayIsText()
    {
        RunReport report = sampleReport();
        report.run.plan.users[0].name = QStringLiteral("<script>alert(1)</script>\u202Egnp");
        report.run.steps[0].detail = QStringLiteral("<img src='http://example.org/x'>");
        const QString page = runToHtml(report);
        QVERIFY(!page.contains(QStringLiteral("<script")));
        QVERIFY(!page.contains(QStringLiteral("<img")));
        QVERIFY(!page.contains(QChar(0x202E)));
        QVERIFY(page.contains(QStringLiteral("&lt;script&gt;")));
    }

    void itIsWellFormedAndLoadsNothing()
    {
        const QString page = runToHtml(sampleReport());
        QXmlStreamReader reader(page);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        static const QRegularExpression link(QStringLiteral("(src|href|url)\\s*[=(]"));
        QVERIFY(!page.contains(link));
    }

    void aRunWithoutUsersIsNoCrash()
    {
        RunReport report;
        QVERIFY(runToHtml(report).contains(QStringLiteral("</html>")));
    }
};

QTEST_APPLESS_MAIN(TestRunHtml)
#include "tst_runhtml.moc"
