// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/runrecords.h"
#include "app/offboarding/stepexecutor.h"
#include "tests/support/bulkrun.h"

#include <QBuffer>
#include <QCoroTask>
#include <QFile>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace offboarding;
using namespace offboarding::testing;

/// Journals as a crash leaves them, written by hand record by record, and what going on with them does.
class TestResume : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    Plan m_plan;

    QString path() const { return m_folder->filePath(QStringLiteral("run.journal")); }

    PlanStep planned(StepKind kind, const QString &userId) const
    {
        for (int number = 0; number < m_plan.steps.size(); ++number) {
            PlanStep step = m_plan.steps.at(number);
            step.number = number;
            if (step.kind == kind && step.userId == userId)
                return step;
        }
        QTest::qFail("no such step", __FILE__, __LINE__);
        return {};
    }

    void append(const JournalEntry &entry)
    {
        const Result<Done> appended = m_journal->append({entry});
        if (!appended)
            QTest::qFail(qPrintable(appended.error().toLogString()), __FILE__, __LINE__);
    }

    /// A journal in which the run has begun, and nothing else.
    void beginJournal(const Plan &plan, const Decision &decision)
    {
        m_plan = plan;
        Result<std::unique_ptr<Journal>> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        m_journal = std::move(*journal);
        QBuffer text;
        text.open(QIODevice::WriteOnly);
        QVERIFY(writePlanText(&text, plan));
        QJsonObject piece;
        piece.insert(QStringLiteral("text"), QString::fromUtf8(text.data()));
        append({QLatin1String(recordKinds::plan), piece});
        append(runBegunRecord(QStringLiteral("run-1"), planHash(plan), decision));
    }

    void beginForceDelete(DemoFixture &demo, const QStringList &ids)
    {
        const Plan plan = demo.plan(Act::ForceDelete, ids);
        beginJournal(plan, bulkDecision(demo, ids)); // the evidence is younger than the plan
    }

    void ended(StepKind kind, const QString &userId, Outcome outcome = Outcome::Done,
               Cause cause = Cause::None)
    {
        StepResult result;
        result.step = planned(kind, userId);
        result.outcome = outcome;
        result.cause = cause;
        result.started = result.finished = QDateTime::currentDateTimeUtc();
        append(stepBegunRecord(result.step));
        append(stepEndedRecord(result));
    }

    /// The steps before the change ended, and its request was recorded.
    void upToTheRequest(StepKind kind, const QString &userId, const char *method)
    {
        for (const PlanStep &step : m_plan.steps) {
            if (step.userId != userId)
                continue;
            if (step.kind == kind)
                break;
            ended(step.kind, userId);
        }
        append(stepBegunRecord(planned(kind, userId)));
        ApiRequest request;
        request.method = method == QByteArray("DELETE") ? HttpMethod::Delete : HttpMethod::Patch;
        request.path = QStringLiteral("/api/v2/users/") + userId;
        append(requestRecord(planned(kind, userId), request));
    }

    RunResult goOn(DemoFixture &demo)
    {
        m_journal.reset(); // the process was killed
        Result<ResumableRun> run = openRun(path());
        if (!run) {
            QTest::qFail(qPrintable(run.error().toLogString()), __FILE__, __LINE__);
            return {};
        }
        run->history.plan = m_plan; // rebased onto the connection at hand
        const QString runId = demo.runner->goOn(run->history, run->journal);
        run->journal.reset();
        const bool isOver =
            QTest::qWaitFor([&] { return demo.runner->find(runId)->state == RunState::Finished; }, 30'000);
        if (!isOver)
            QTest::qFail("the run did not end", __FILE__, __LINE__);
        return *demo.runner->find(runId);
    }

    static QByteArray sendDelete(DemoFixture &demo, const QString &userId)
    {
        ApiRequest request;
        request.method = HttpMethod::Delete;
        request.path = QStringLiteral("/api/v2/users/") + userId;
        request.query = {{QStringLiteral("force"), QStringLiteral("true")}};
        const Result<ApiResponse> answer = QCoro::waitFor(demo.client->send(request));
        return answer ? QByteArray() : answer.error().toLogString().toUtf8();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_journal.reset(); }

    void whatHadOnlyBegunIsDone()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 2);
        beginForceDelete(demo, ids);
        ended(StepKind::ReadUser, ids.at(0));
        append(stepBegunRecord(planned(StepKind::CheckReferences, ids.at(0))));
        const RunResult run = goOn(demo);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(run.id, QStringLiteral("run-1"));
        QCOMPARE(run.steps.size(), m_plan.steps.size());
        for (const QString &id : ids) {
            QCOMPARE(demo.stateOf(id), QStringLiteral("deleted"));
            QCOMPARE(demo.writesOn("DELETE", id), 1);
        }
        // The journal holds the rest, and is whole.
        const Result<JournalReading> reading = readJournal(path());
        QVERIFY(reading.has_value());
        const Result<RunHistory> history = readRunHistory(*reading, path());
        QVERIFY(history.has_value());
        QVERIFY(history->isFinished());
        QVERIFY(history->hasEnded);
        QCOMPARE(history->resumptions, 1);
    }

    void aDeletionThatArrivedIsNotSentAgain()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 1);
        beginForceDelete(demo, ids);
        upToTheRequest(StepKind::ForceDelete, ids.first(), "DELETE");
        QCOMPARE(sendDelete(demo, ids.first()), QByteArray());
        demo.clearWrites();
        const RunResult run = goOn(demo);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("DELETE", ids.first()), 0);
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, ids.first()), QStringLiteral("done"));
        QVERIFY(story(run).contains("sent before the interruption"));
    }

    void aDeletionThatArrivesLateIsWaitedFor()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 1);
        beginForceDelete(demo, ids);
        upToTheRequest(StepKind::ForceDelete, ids.first(), "DELETE");
        demo.settings.settleMilliseconds = 1500;
        demo.runner->setSettings(demo.settings);
        // It arrives when the run has gone on already.
        ApiClient other(demo.connection.apiUrl);
        other.setAccessToken(demo.endpoints.token);
        ApiRequest request;
        request.method = HttpMethod::Delete;
        request.path = QStringLiteral("/api/v2/users/") + ids.first();
        request.query = {{QStringLiteral("force"), QStringLiteral("true")}};
        demo.clearWrites();
        std::optional<QCoro::Task<Result<ApiResponse>>> late;
        QTimer::singleShot(300, &other, [&] { late.emplace(other.send(request)); });
        const RunResult run = goOn(demo);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("DELETE", ids.first()), 1);
    }

    void aDeletionThatDidNotArriveIsSentOnce()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 1);
        beginForceDelete(demo, ids);
        upToTheRequest(StepKind::ForceDelete, ids.first(), "DELETE");
        demo.settings.settleMilliseconds = 200;
        demo.runner->setSettings(demo.settings);
        demo.clearWrites();
        const RunResult run = goOn(demo);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(demo.writesOn("DELETE", ids.first()), 1);
    }

    void aDeletionThatWasRefusedIsNotSentAgain()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 1);
        beginForceDelete(demo, ids);
        upToTheRequest(StepKind::ForceDelete, ids.first(), "DELETE");
        Error error;
        error.kind = ErrorKind::Forbidden;
        error.httpStatus = 403;
        ApiRequest request;
        request.method = HttpMethod::Delete;
        append(answerRecord(planned(StepKind::ForceDelete, ids.first()), request, failure(error)));
        demo.settings.settleMilliseconds = 100;
        demo.runner->setSettings(demo.settings);
        demo.clearWrites();
        const RunResult run = goOn(demo);
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, ids.first()), QStringLiteral("failed server-refused"));
        QCOMPARE(demo.writesOn("DELETE", ids.first()), 0);
        QCOMPARE(demo.stateOf(ids.first()), QStringLiteral("active"));
    }

    void whatCannotBeReadBackIsNotSentAgain()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 1);
        beginForceDelete(demo, ids);
        upToTheRequest(StepKind::ForceDelete, ids.first(), "DELETE");
        demo.settings.settleMilliseconds = 100;
        demo.runner->setSettings(demo.settings);
        demo.server.setFaults({demo.faultOn("GET", ids.first(), demo::FaultRule::Kind::Status, 500)});
        demo.clearWrites();
        const RunResult run = goOn(demo);
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, ids.first()),
                 QStringLiteral("failed outcome-unknown"));
        QVERIFY(!run.isVerified());
        QCOMPARE(demo.writesOn("DELETE", ids.first()), 0);
    }

    void theGatesAreCheckedAgain()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 1);
        beginForceDelete(demo, ids);
        upToTheRequest(StepKind::ForceDelete, ids.first(), "DELETE");
        demo.settings.settleMilliseconds = 100;
        demo.runner->setSettings(demo.settings);
        demo.server.startConversation(ids.first()); // a customer called meanwhile
        const RunResult run = goOn(demo);
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, ids.first()), QStringLiteral("failed gate-refused"));
        QCOMPARE(demo.writesOn("DELETE", ids.first()), 0);
    }

    void aParticipationThatWasEndedIsNotEndedAgain()
    {
        DemoFixture demo(Dialect::Legacy);
        const QString id = demo.server.userIdsWithLiveConversations(1).value(0);
        QVERIFY(!id.isEmpty());
        QList<ClearingChoice> choices = demo.choices(id, ClearingAction::Disconnect);
        QVERIFY(!choices.isEmpty());
        for (ClearingChoice &choice : choices)
            choice.mayCutLiveCustomer = true;
        beginJournal(demo.plan(Act::ClearReferences, {id}, choices), {});
        const PlanStep step = planned(StepKind::ClearReference, id);
        ended(StepKind::ReadUser, id);
        ended(StepKind::CheckReferences, id);
        append(stepBegunRecord(step));
        // Sent and carried out before the crash: the very request of the plan.
        ApiRequest write;
        for (const RequestPreview &request : step.requests) {
            if (request.method == QLatin1String("PATCH")) {
                write.method = HttpMethod::Patch;
                write.path = request.target;
                write.body = request.body;
            }
        }
        QVERIFY(!write.path.isEmpty());
        append(requestRecord(step, write));
        QVERIFY(QCoro::waitFor(demo.client->send(write)).has_value());
        demo.clearWrites();
        const RunResult run = goOn(demo);
        QCOMPARE(outcomeOf(run, StepKind::ClearReference, id).section(QLatin1Char(' '), 0, 0),
                 QStringLiteral("done"));
        for (const QString &line : demo.writes())
            QVERIFY2(!line.contains(step.clearing.conversationId), qPrintable(line));
    }

    void aStoppedRunGoesOn()
    {
        DemoFixture demo(Dialect::Published);
        const QStringList ids = leavers(demo, 8);
        m_plan = demo.plan(Act::Deactivate, ids);
        Result<std::unique_ptr<Journal>> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        const QString runId = demo.runner->run(m_plan, {}, std::make_shared<RunJournal>(std::move(*journal)));
        int finished = 0;
        connect(&*demo.runner, &Runner::stepFinished, this, [&] {
            if (++finished == 15)
                demo.runner->stop(runId);
        });
        QTRY_COMPARE(demo.runner->find(runId)->state, RunState::Finished);
        QVERIFY(demo.runner->find(runId)->count(Outcome::Skipped) > 0);
        const RunResult run = goOn(demo);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(run.id, runId);
        QCOMPARE(run.verifiedUserIds(), ids);
        QCOMPARE(run.steps.size(), m_plan.steps.size());
        for (const QString &id : ids)
            QCOMPARE(demo.writesOn("PATCH", id), 1);
        QCOMPARE(demo.runner->runs().size(), 1); // the same run, not another one
    }

    void aRunnerThatGoesAwayLeavesARunThatGoesOn()
    {
        DemoFixture demo(Dialect::Published);
        const QStringList ids = leavers(demo, 10);
        m_plan = demo.plan(Act::Deactivate, ids);
        Result<std::unique_ptr<Journal>> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        demo.runner->run(m_plan, {}, std::make_shared<RunJournal>(std::move(*journal)));
        int changes = 0;
        connect(
            &*demo.client, &ApiClient::exchangeStarted, this,
            [&](const HttpExchange &exchange) {
                if (exchange.method == QLatin1String("PATCH") && ++changes == 3)
                    demo.runner.reset(); // the window was closed
            },
            Qt::QueuedConnection);
        QTRY_VERIFY(!demo.runner.has_value());
        // What was on its way comes back, then the journal is free.
        QTRY_VERIFY(Journal::open(path()).has_value());
        demo.runner.emplace(*demo.client, *demo.loader, *demo.finder);
        demo.runner->setSettings(demo.settings);
        const RunResult run = goOn(demo);
        QVERIFY2(run.isVerified(), story(run).constData());
        QCOMPARE(run.verifiedUserIds(), ids);
        for (const QString &id : ids)
            QCOMPARE(demo.writesOn("PATCH", id), 1);
    }

    void whatFailedStaysFailed()
    {
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 2);
        beginForceDelete(demo, ids);
        ended(StepKind::ReadUser, ids.at(0), Outcome::Failed, Cause::ChangedSincePreview);
        demo.clearWrites();
        const RunResult run = goOn(demo);
        QCOMPARE(outcomeOf(run, StepKind::ForceDelete, ids.at(0)),
                 QStringLiteral("skipped earlier-step-failed"));
        QCOMPARE(demo.writesOn("DELETE", ids.at(0)), 0);
        QCOMPARE(demo.stateOf(ids.at(1)), QStringLiteral("deleted"));
        QCOMPARE(demo.runner->unfinishedUserIds(run.id), QStringList{ids.at(0)});
    }

    void ofAFinishedRunNothingIsLeft()
    {
        DemoFixture demo(Dialect::Published);
        const QStringList ids = leavers(demo, 1);
        beginJournal(demo.plan(Act::Deactivate, ids), {});
        for (int number = 0; number < m_plan.steps.size(); ++number)
            ended(m_plan.steps.at(number).kind, ids.first());
        // Killed before it could say that it is over.
        const Result<RunHistory> history = readRunHistory(*readJournal(path()), path());
        QVERIFY(history.has_value());
        QVERIFY(!history->hasEnded);
        QVERIFY(history->result().isVerified());
        demo.clearWrites();
        const RunResult run = goOn(demo);
        QVERIFY(demo.server.requestLog().isEmpty());
        QCOMPARE(run.waiting(), 0);
    }

    void strangeJournalsAreRefused_data()
    {
        QTest::addColumn<int>("flaw");
        QTest::newRow("no run began") << 0;
        QTest::newRow("another plan's hash") << 1;
        QTest::newRow("a step that the plan does not have") << 2;
        QTest::newRow("a step of another user") << 3;
        QTest::newRow("two runs") << 4;
        QTest::newRow("an outcome of the future") << 5;
    }

    void strangeJournalsAreRefused()
    {
        QFETCH(int, flaw);
        DemoFixture demo(Dialect::Legacy);
        const QStringList ids = leavers(demo, 2);
        m_plan = demo.plan(Act::Deactivate, ids);
        if (flaw == 0) {
            m_journal = std::move(*Journal::create(path()));
        } else if (flaw == 1) {
            beginJournal(m_plan, {});
            m_journal.reset();
            QVERIFY(QFile::remove(path()));
            m_journal = std::move(*Journal::create(path()));
            QBuffer text;
            text.open(QIODevice::WriteOnly);
            QVERIFY(writePlanText(&text, m_plan));
            QJsonObject piece;
            piece.insert(QStringLiteral("text"), QString::fromUtf8(text.data()));
            append({QLatin1String(recordKinds::plan), piece});
            append(runBegunRecord(QStringLiteral("run-1"), QString(64, QLatin1Char('0')), {}));
        } else {
            beginJournal(m_plan, {});
            PlanStep step = planned(StepKind::ReadUser, ids.first());
            if (flaw == 2)
                step.number = 4711;
            if (flaw == 3)
                step.userId = ids.last();
            JournalEntry entry = stepBegunRecord(step);
            if (flaw == 4)
                entry = runBegunRecord(QStringLiteral("run-2"), planHash(m_plan), {});
            if (flaw == 5) {
                entry = stepEndedRecord({step, Outcome::Done, Cause::None, {}, {}, {}, {}, {}});
                entry.data.insert(QStringLiteral("outcome"), QStringLiteral("splendid"));
            }
            append(entry);
        }
        m_journal.reset();
        const Result<ResumableRun> run = openRun(path());
        QVERIFY(!run.has_value());
        QVERIFY2(journalProblem(run.error()) != JournalProblem::None, qPrintable(run.error().toLogString()));
        QVERIFY(run.error().place.startsWith(path()));
    }
};

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
