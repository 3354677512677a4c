// SPDX-License-Identifier: GPL-3.0-or-later
// One run, every format; what needs a journal says so.
#include "app/printing/runfile.h"
#include "tests/support/values.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

RunResult sampleRun()
{
    RunResult run;
    run.id = QStringLiteral("run-1");
    run.state = RunState::Finished;
    run.plan.users = {testUser()};
    StepResult step;
    step.step.kind = StepKind::ReadUser;
    step.step.userId = QStringLiteral("user-1");
    step.outcome = Outcome::Done;
    step.finished = noon();
    run.steps = {step};
    run.plan.steps = {step.step};
    return run;
}

} // namespace

class TestRunFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNameIsAFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("\xEF\xBB\xBFtime")
                             << QByteArray("read-user");
        QTest::newRow("json") << QStringLiteral("JSON") << QByteArray("[") << QByteArray("read-user");
        QTest::newRow("jsonl") << QStringLiteral("jsonl") << QByteArray("{") << QByteArray("read-user");
        QTest::newRow("xlsx") << QStringLiteral("xlsx") << QByteArray("PK") << QByteArray("worksheets");
        QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>")
                              << QByteArray("read-user");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-") << QByteArray("%%EOF");
    }

    void eachNameIsAFormat()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, content);
        const std::optional<RunFormat> format = runFormatFromName(name);
        QVERIFY(format);
        const Result<QByteArray> file = runFile(sampleRun(), *format);
        QVERIFY(file);
        QVERIFY2(file->startsWith(begin), file->left(40).constData());
        QVERIFY(file->contains(content));
    }

    void aPackNeedsAJournal()
    {
        for (const QString &name : {QStringLiteral("zip"), QStringLiteral("pack")}) {
            const std::optional<RunFormat> format = runFormatFromName(name);
            QVERIFY(format);
            const Result<QByteArray> file = runFile(sampleRun(), *format);
            QVERIFY(!file);
            QVERIFY(file.error().detail.contains(QStringLiteral("without a journal")));
        }
    }

    void aJournalThatIsGoneIsAnError()
    {
        RunResult run = sampleRun();
        run.journal = QStringLiteral("/nowhere/run.jsonl");
        const Result<QByteArray> file = runFile(run, RunFormat::Page);
        QVERIFY(!file);
        QVERIFY(file.error().place.contains(run.journal));
    }

    void otherNamesAreNone() { QVERIFY(!runFormatFromName(QStringLiteral("docx"))); }
};

QTEST_MAIN(TestRunFile)
#include "tst_runfile.moc"
