// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/runrecords.h"
#include "tests/support/bulkrun.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

/// No file of this process can grow past @p bytes while it exists: what a full disk looks like.
class FullDisk
{
public:
    explicit FullDisk(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before = {};
};

} // namespace

/// What a run writes down, and that nothing is sent which was not written down first.
class TestRunJournal : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("run.journal")); }

    std::shared_ptr<RunJournal> newJournal() const
    {
        Result<std::unique_ptr<Journal>> journal = Journal::create(path());
        if (!journal) {
            QTest::qFail(qPrintable(journal.error().toLogString()), __FILE__, __LINE__);
            return {};
        }
        return std::make_shared<RunJournal>(std::move(*journal));
    }

    static RunResult finish(DemoFixture &demo, const QString &runId)
    {
        const bool isOver =
            QTest::qWaitFor([&] { return demo.runner->find(runId)->state == RunState::Finished; }, 30'000);
        if (!isOver)
            QTest::qFail("the run did not end", __FILE__, __LINE__);
        return *demo.runner->find(runId);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theWholeRunIsInTheJournal()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 8);
        const Plan plan = demo.plan(Act::ForceDelete, ids);
        const Decision decision = bulkDecision(demo, ids);
        const QString runId = demo.runner->run(plan, decision, newJournal());
        const RunResult run = finish(demo, runId);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(run.journal, path());

        const Result<JournalReading> reading = readJournal(path());
        QVERIFY(reading.has_value());
        QVERIFY(reading->scan.tornTail.isEmpty());
        QCOMPARE(recordsOf(path(), recordKinds::request), ids.size());
        QCOMPARE(recordsOf(path(), recordKinds::stepBegun), plan.steps.size());
        QCOMPARE(recordsOf(path(), recordKinds::stepEnded), plan.steps.size());
        QCOMPARE(reading->records.last().kind, QLatin1String(recordKinds::runEnded));

        const Result<RunHistory> history = readRunHistory(*reading, path());
        QVERIFY2(history.has_value(), history ? "" : qPrintable(history.error().toLogString()));
        QCOMPARE(history->runId, runId);
        QCOMPARE(history->planHash, planHash(plan));
        QVERIFY(history->isFinished());
        QVERIFY(history->result().isVerified());
        QCOMPARE(history->result().verifiedUserIds(), ids);
        QCOMPARE(history->decision.typedIdentities, decision.typedIdentities);
        QCOMPARE(history->decision.evidence.size(), ids.size());
        QCOMPARE(history->decision.evidence.value(ids.first()).sha256,
                 decision.evidence.value(ids.first()).sha256);
    }

    void aRequestIsOnTheDiskBeforeItIsSent()
    {
        DemoFixture demo(Dialect::Published);
        const QStringList ids = leavers(demo, 6);
        const Plan plan = demo.plan(Act::Deactivate, ids);
        int writes = 0;
        connect(&*demo.client, &ApiClient::exchangeStarted, this, [&](const HttpExchange &exchange) {
            if (exchange.method != QLatin1String("PATCH"))
                return;
            ++writes;
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadOnly));
            bool isRecorded = false;
            for (const QByteArray &line : file.readAll().split('\n'))
                isRecorded = isRecorded || (line.contains("\"kind\":\"request\"") &&
                                            line.contains(exchange.target.toUtf8()));
            QVERIFY2(isRecorded, qPrintable(exchange.target));
        });
        const RunResult run = finish(demo, demo.runner->run(plan, {}, newJournal()));
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(writes, ids.size());
    }

    void noSecretIsInTheJournal()
    {
        DemoFixture demo(Dialect::Published);
        const QStringList ids = leavers(demo, 2);
        finish(demo, demo.runner->run(demo.plan(Act::Deactivate, ids), {}, newJournal()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.size() > 1000);
        QVERIFY(!content.contains(demo.endpoints.token.toUtf8()));
        QVERIFY(!content.contains(demo.endpoints.clientSecret.toUtf8()));
    }

    void withAFullDiskNothingIsSent()
    {
        DemoFixture demo(Dialect::Published);
        const QStringList ids = leavers(demo, 10);
        const Plan plan = demo.plan(Act::Deactivate, ids);
        demo.clearWrites();
        const QString runId = demo.runner->run(plan, {}, newJournal());
        // The disk is full from the moment at which the third user is going to be changed.
        std::unique_ptr<FullDisk> full;
        int changing = 0;
        connect(&*demo.runner, &Runner::stepStarted, this, [&](const QString &, int index) {
            if (plan.steps.at(index).kind == StepKind::Deactivate && ++changing == 3)
                full = std::make_unique<FullDisk>(QFileInfo(path()).size() + 10);
        });
        const RunResult run = finish(demo, runId);
        full.reset();
        QVERIFY(!run.isVerified());
        QVERIFY(run.journalError.has_value());
        QCOMPARE(run.waiting(), 0);
        QVERIFY(run.count(Outcome::Skipped) > 0);
        bool isTold = false;
        for (const StepResult &step : run.steps)
            isTold = isTold || step.cause == Cause::JournalFailed;
        QVERIFY(isTold);
        // What was sent is what was recorded, user by user.
        const Result<JournalReading> reading = readJournal(path());
        QVERIFY2(reading.has_value(), reading ? "" : qPrintable(reading.error().toLogString()));
        QStringList recorded;
        for (const JournalRecord &record : reading->records) {
            if (record.kind == QLatin1String(recordKinds::request))
                recorded.append(record.data.value(QLatin1String("user")).toString());
        }
        for (const QString &id : ids) {
            QVERIFY(demo.writesOn("PATCH", id) <= recorded.count(id));
            QCOMPARE(demo.stateOf(id) == QLatin1String("inactive"), demo.writesOn("PATCH", id) == 1);
        }
        QVERIFY(recorded.size() < ids.size());

        // With room again the run goes on and comes to its end.
        Result<ResumableRun> again = openRun(path());
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().toLogString()));
        again->history.plan = plan;
        const RunResult whole = finish(demo, demo.runner->goOn(again->history, again->journal));
        QVERIFY2(whole.isVerified(), story(whole).constData());
        QCOMPARE(whole.id, runId);
        for (const QString &id : ids)
            QCOMPARE(demo.writesOn("PATCH", id), 1);
    }

    void whatCannotEvenBeginSendsNothing()
    {
        DemoFixture demo(Dialect::Published);
        const QStringList ids = leavers(demo, 3);
        const Plan plan = demo.plan(Act::Deactivate, ids);
        const std::shared_ptr<RunJournal> journal = newJournal();
        demo.clearWrites();
        RunResult run;
        {
            const FullDisk full(QFileInfo(path()).size() + 100);
            run = finish(demo, demo.runner->run(plan, {}, journal));
        }
        QVERIFY(demo.server.requestLog().isEmpty());
        QVERIFY(run.journalError.has_value());
        for (const StepResult &step : run.steps) {
            QCOMPARE(step.outcome, Outcome::Skipped);
            QCOMPARE(step.cause, Cause::JournalFailed);
        }
        const Result<JournalReading> reading = readJournal(path());
        QVERIFY(reading.has_value());
        const Result<RunHistory> history = readRunHistory(*reading, path());
        QVERIFY(!history.has_value());
        QVERIFY(history.error().detail.contains(QLatin1String("never began")));
    }

    void whileARunGoesOnNobodyElseOpensItsJournal()
    {
        DemoFixture demo(Dialect::Published);
        const Plan plan = demo.plan(Act::Deactivate, leavers(demo, 2));
        const QString runId = demo.runner->run(plan, {}, newJournal());
        const Result<ResumableRun> second = openRun(path());
        QVERIFY(!second.has_value());
        QCOMPARE(journalProblem(second.error()), JournalProblem::InUse);
        QVERIFY(finish(demo, runId).isVerified());
        QTRY_VERIFY(openRun(path()).has_value());
    }

    void anEditedJournalIsNotGoneOnWith()
    {
        DemoFixture demo(Dialect::Published);
        finish(demo, demo.runner->run(demo.plan(Act::Deactivate, leavers(demo, 1)), {}, newJournal()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        content.replace("\"outcome\":\"done\"", "\"outcome\":\"kept\"");
        file.seek(0);
        file.write(content);
        file.close();
        const Result<ResumableRun> again = openRun(path());
        QVERIFY(!again.has_value());
        QCOMPARE(journalProblem(again.error()), JournalProblem::Altered);
    }

    void resultsComeBackAsTheyWere()
    {
        StepResult result;
        result.outcome = Outcome::Failed;
        result.cause = Cause::ServerRefused;
        result.detail = QStringLiteral("state inactive, version 8");
        result.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        result.finished = result.started.addMSecs(45);
        result.data.insert(QStringLiteral("queues"), 3);
        Error error;
        error.kind = ErrorKind::Conflict;
        error.conflict = ConflictCause::References;
        error.httpStatus = 409;
        error.serverCode = QStringLiteral("general.conflict");
        error.correlationId = QStringLiteral("c-1");
        error.referencedIds = QStringList{QStringLiteral("a"), QStringLiteral("b")};
        result.error = error;
        const std::optional<StepResult> back = stepResultFromJson(stepEndedRecord(result).data);
        QVERIFY(back.has_value());
        QCOMPARE(back->outcome, result.outcome);
        QCOMPARE(back->cause, result.cause);
        QCOMPARE(back->detail, result.detail);
        QCOMPARE(back->started, result.started);
        QCOMPARE(back->finished, result.finished);
        QCOMPARE(back->data, result.data);
        QVERIFY(back->error.has_value());
        QCOMPARE(back->error->toLogString(), error.toLogString());
        QCOMPARE(back->error->conflict, error.conflict);
        QCOMPARE(back->error->referencedIds, error.referencedIds);
        QJsonObject unknown = stepEndedRecord(result).data;
        unknown.insert(QStringLiteral("outcome"), QStringLiteral("splendid"));
        QVERIFY(!stepResultFromJson(unknown).has_value());
    }
};

QTEST_GUILESS_MAIN(TestRunJournal)
#include "tst_runjournal.moc"
