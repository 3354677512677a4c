// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random instants of a 50-user force delete, resumed each time until it is finished. The number of
// instants comes from KILL_INSTANTS (default 6), the seed from KILL_SEED (default: the time, printed).
#include "app/journal/journal.h"
#include "app/offboarding/plandocument.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runrecords.h"
#include "app/offboarding/stepexecutor.h"
#include "tests/support/bulkrun.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

constexpr int users = 50;
constexpr int mostKillsPerRun = 4;
constexpr int longestRunMilliseconds = 60'000;

struct Ending
{
    bool wasKilled = false;
    int exitCode = -1;
    qint64 milliseconds = 0;
    QByteArray messages;
};

/// One server, one plan, one journal: killed so often, then left alone until it has finished.
class Story
{
public:
    Story() : m_demo(Dialect::Legacy, options())
    {
        m_ids = leavers(m_demo, users);
        const Plan plan = m_demo.plan(Act::ForceDelete, m_ids);
        m_isReady = writePlan(file("plan.json"), plan).has_value() && m_ids.size() == users;
        QJsonObject setup;
        setup.insert(QStringLiteral("apiUrl"), m_demo.connection.apiUrl.toString());
        setup.insert(QStringLiteral("organization"), m_demo.connection.organizationName);
        setup.insert(QStringLiteral("clientId"), m_demo.endpoints.clientId);
        setup.insert(QStringLiteral("journal"), journal());
        setup.insert(QStringLiteral("plan"), file("plan.json"));
        setup.insert(QStringLiteral("decision"), decisionToJson(bulkDecision(m_demo, m_ids)));
        QFile written(file("setup.json"));
        m_isReady = m_isReady && written.open(QIODevice::WriteOnly) &&
                    written.write(QJsonDocument(setup).toJson()) > 0;
        m_demo.clearWrites();
        m_demo.server.setLatency(3);
    }

    bool isReady() const { return m_isReady; }
    QString journal() const { return file("run.journal"); }

    /// Runs until the end, or until it is killed after @p milliseconds; below 0: never.
    Ending go(int milliseconds)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("OFFBOARDING_TOKEN"), m_demo.endpoints.token);
        process.setProcessEnvironment(environment);
        const bool hasJournal = QFile::exists(journal());
        process.start(QStringLiteral(KILLRUN),
                      {file("setup.json"), hasJournal ? QStringLiteral("resume") : QStringLiteral("begin")});
        Ending ending;
        QElapsedTimer elapsed;
        elapsed.start();
        QEventLoop loop;
        QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(milliseconds < 0 ? longestRunMilliseconds : milliseconds, Qt::PreciseTimer, &loop,
                           &QEventLoop::quit);
        if (process.state() != QProcess::NotRunning)
            loop.exec();
        if (process.state() != QProcess::NotRunning) {
            process.kill(); // SIGKILL
            process.waitForFinished();
            ending.wasKilled = true;
        }
        ending.milliseconds = elapsed.elapsed();
        ending.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        ending.messages = process.readAllStandardError();
        return ending;
    }

    /// Killed before the run began: nothing was sent, and the plan is run anew with a new journal.
    bool wasBegun() const
    {
        const Result<JournalReading> reading = readJournal(journal());
        return reading && readRunHistory(*reading, journal());
    }
    bool isUntouched() const { return m_demo.writes().isEmpty(); }
    void forgetJournal() { QFile::remove(journal()); }

    /// Empty: everything is as it must be.
    QString flaw()
    {
        const Result<JournalReading> reading = readJournal(journal());
        if (!reading)
            return reading.error().toLogString();
        const Result<RunHistory> history = readRunHistory(*reading, journal());
        if (!history)
            return history.error().toLogString();
        if (!history->isFinished() || !history->result().isVerified())
            return QStringLiteral("the journal does not say that the run is done and verified");
        if (history->result().verifiedUserIds().size() != users)
            return QStringLiteral("not every user is verified");
        for (const QString &id : std::as_const(m_ids)) {
            const int sent = m_demo.writesOn("DELETE", id);
            if (sent != 1)
                return QStringLiteral("%1 deletions arrived for %2").arg(sent).arg(id);
            if (m_demo.stateOf(id) != QLatin1String("deleted"))
                return QStringLiteral("%1 is not deleted").arg(id);
        }
        return {};
    }

private:
    static demo::DemoOptions options()
    {
        demo::DemoOptions options = quickDemo();
        options.acceptDelayMs = 50;
        return options;
    }

    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    DemoFixture m_demo;
    QStringList m_ids;
    bool m_isReady = false;
};

} // namespace

class TestKillResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunThatIsKilledAgainAndAgainEndsAsIfNothingHadHappened()
    {
        const int wanted =
            qEnvironmentVariableIsSet("KILL_INSTANTS") ? qEnvironmentVariableIntValue("KILL_INSTANTS") : 6;
        const auto seed = qEnvironmentVariableIsSet("KILL_SEED")
                              ? static_cast<quint32>(qEnvironmentVariableIntValue("KILL_SEED"))
                              : QRandomGenerator::system()->generate() % 1'000'000;
        QRandomGenerator random(seed);
        std::printf("KILL_SEED=%u KILL_INSTANTS=%d\n", seed, wanted);

        qint64 whole = 0; // how long it takes when nobody disturbs it
        {
            Story undisturbed;
            QVERIFY(undisturbed.isReady());
            const Ending ending = undisturbed.go(-1);
            QVERIFY2(ending.exitCode == 0, ending.messages.constData());
            QCOMPARE(undisturbed.flaw(), QString());
            whole = ending.milliseconds;
        }
        int killed = 0;
        int stories = 0;
        int settled = 0;
        while (killed < wanted) {
            if (stories > 0 && stories % 10 == 0)
                std::printf("%d kills so far\n", killed);
            std::fflush(stdout);
            Story story;
            QVERIFY(story.isReady());
            ++stories;
            bool isOver = false;
            for (int kill = 0; kill < mostKillsPerRun && killed < wanted && !isOver; ++kill) {
                const int instant = random.bounded(static_cast<int>(whole));
                const Ending ending = story.go(instant);
                isOver = !ending.wasKilled;
                if (isOver)
                    QVERIFY2(ending.exitCode == 0, ending.messages.constData());
                killed += ending.wasKilled ? 1 : 0;
                if (!isOver && !story.wasBegun()) {
                    QVERIFY2(story.isUntouched(), "something was sent before the run was recorded");
                    story.forgetJournal();
                }
            }
            if (!isOver) {
                const Ending ending = story.go(-1);
                QVERIFY2(!ending.wasKilled && ending.exitCode == 0, ending.messages.constData());
            }
            const QString flaw = story.flaw();
            QVERIFY2(flaw.isEmpty(), qPrintable(QStringLiteral("KILL_SEED=%1, run %2 (%3 kills): %4")
                                                    .arg(seed)
                                                    .arg(stories)
                                                    .arg(killed)
                                                    .arg(flaw)));
            settled += readBackAfterAnInterruption(story.journal());
        }
        std::printf("%d kills in %d runs of %d users (%lld ms undisturbed): every user deleted once, every "
                    "chain whole; %d deletions were settled by reading back\n",
                    killed, stories, users, static_cast<long long>(whole), settled);
    }

private:
    static int readBackAfterAnInterruption(const QString &journal)
    {
        QFile file(journal);
        return file.open(QIODevice::ReadOnly)
                   ? static_cast<int>(file.readAll().count("sent before the interruption"))
                   : 0;
    }
};

QTEST_GUILESS_MAIN(TestKillResume)
#include "tst_killresume.moc"
