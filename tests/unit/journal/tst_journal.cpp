// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace offboarding;

namespace {

using JournalPointer = std::unique_ptr<Journal>;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void appendBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(bytes) != bytes.size())
        QTest::qFail("the file cannot be written", __FILE__, __LINE__);
}

QJsonObject note(const QString &text)
{
    QJsonObject data;
    data.insert(QStringLiteral("text"), text);
    return data;
}

/// No file of this process can grow past @p bytes while it exists: what a full disk looks like.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // EFBIG instead of the end of the process
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before = {};
};

/// A process that opens the journal and holds it until it is killed.
class Holder
{
public:
    explicit Holder(const QString &path)
    {
        int ready[2] = {-1, -1};
        if (::pipe(ready) != 0)
            return;
        m_process = ::fork();
        if (m_process == 0) {
            const Result<Journal::Opened> opened = Journal::open(path);
            const char answer = opened ? 'y' : 'n';
            if (::write(ready[1], &answer, 1) != 1)
                ::_exit(1);
            while (true)
                ::pause();
        }
        char answer = 0;
        m_holds = ::read(ready[0], &answer, 1) == 1 && answer == 'y';
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~Holder() { kill(); }
    Holder(const Holder &) = delete;
    Holder &operator=(const Holder &) = delete;

    bool holds() const { return m_holds; }
    void kill()
    {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        m_process = -1;
    }

private:
    pid_t m_process = -1;
    bool m_holds = false;
};

} // namespace

/// A journal as a file: never half written, never shared, never cut without saying so.
class TestJournal : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("run.journal")); }
    /// A journal with two notes, closed again.
    void makeSmall()
    {
        const Result<JournalPointer> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        QVERIFY((*journal)->append(QStringLiteral("note"), note(QStringLiteral("one"))).has_value());
        QVERIFY((*journal)->append(QStringLiteral("note"), note(QStringLiteral("two"))).has_value());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsAppendedIsThereAtOnce()
    {
        const Result<JournalPointer> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        QCOMPARE(readJournal(path())->records.size(), 1);
        QVERIFY((*journal)->append(QStringLiteral("note"), note(QStringLiteral("one"))).has_value());
        const Result<JournalReading> reading = readJournal(path());
        QVERIFY(reading.has_value());
        QCOMPARE(reading->records.size(), 2);
        QCOMPARE(reading->records.last().data, note(QStringLiteral("one")));
        QCOMPARE((*journal)->records(), 2);
        QCOMPARE((*journal)->lastHash(), reading->scan.lastHash);
    }

    void onlyItsOwnerMayReadIt()
    {
        makeSmall();
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY((QFile::permissions(path()) & others) == QFileDevice::Permissions());
    }

    void leavesNothingElseInTheFolder()
    {
        makeSmall();
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("run.journal")});
    }

    void neverReplacesAFile()
    {
        appendBytes(path(), "dear diary");
        const Result<JournalPointer> journal = Journal::create(path());
        QVERIFY(!journal.has_value());
        QCOMPARE(journalProblem(journal.error()), JournalProblem::NotWritten);
        QCOMPARE(contentOf(path()), QByteArray("dear diary"));
    }

    void goesOnWhereItEnded()
    {
        makeSmall();
        {
            const Result<Journal::Opened> opened = Journal::open(path());
            QVERIFY(opened.has_value());
            QCOMPARE(opened->reading.records.size(), 3);
            QVERIFY(
                opened->journal->append(QStringLiteral("note"), note(QStringLiteral("three"))).has_value());
        }
        const Result<JournalReading> reading = readJournal(path());
        QVERIFY(reading.has_value());
        QCOMPARE(reading->records.size(), 4);
    }

    void severalRecordsAreOneWrite()
    {
        const Result<JournalPointer> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        QList<JournalEntry> entries;
        for (int i = 0; i < 20; ++i)
            entries.append({QStringLiteral("note"), note(QString::number(i))});
        QVERIFY((*journal)->append(entries).has_value());
        QCOMPARE(readJournal(path())->records.size(), 21);
    }

    void aTornRecordIsKeptAside()
    {
        makeSmall();
        const QByteArray whole = contentOf(path());
        const QByteArray torn = "{\"data\":{\"text\":\"thr";
        appendBytes(path(), torn);
        const Result<Journal::Opened> opened = Journal::open(path());
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().toLogString()));
        const QString aside = path() + QStringLiteral(".torn-after-3");
        QCOMPARE(contentOf(aside), torn);
        QVERIFY(contentOf(path()).startsWith(whole));
        const JournalRecord last = opened->reading.records.last();
        QCOMPARE(last.kind, QStringLiteral("torn"));
        const QJsonObject kept = last.data.value(QLatin1String("files")).toArray().first().toObject();
        QCOMPARE(kept.value(QLatin1String("file")).toString(), QStringLiteral("run.journal.torn-after-3"));
        QCOMPARE(kept.value(QLatin1String("bytes")).toInt(), torn.size());
        QVERIFY(readJournal(path()).has_value());
    }

    void anOpeningThatWasKilledGoesOn()
    {
        makeSmall();
        const QByteArray torn = "{\"data\":{\"text\":\"thr";
        const QString aside = path() + QStringLiteral(".torn-after-3");
        appendBytes(aside, torn);
        // Killed before the journal was cut: the same is not kept twice.
        appendBytes(path(), torn);
        QVERIFY(Journal::open(path()).has_value());
        QVERIFY(!QFile::exists(aside + QStringLiteral("-2")));
        QCOMPARE(readJournal(path())->records.last().kind, QStringLiteral("torn"));
    }

    void anOpeningThatWasKilledAfterTheCutIsNoted()
    {
        makeSmall();
        appendBytes(path() + QStringLiteral(".torn-after-3"), "{\"data\":{\"te");
        QVERIFY(Journal::open(path()).has_value());
        QCOMPARE(readJournal(path())->records.last().kind, QStringLiteral("torn"));
        QCOMPARE(readJournal(path())->records.size(), 4);
        // Once noted, it is not noted again.
        QVERIFY(Journal::open(path()).has_value());
        QCOMPARE(readJournal(path())->records.size(), 4);
    }

    void aTornNoteAboutATornRecordIsKeptToo()
    {
        makeSmall();
        const QString aside = path() + QStringLiteral(".torn-after-3");
        appendBytes(aside, "{\"data\":{\"text");
        appendBytes(path(), "{\"data\":{\"files\":[{\"by");
        const Result<Journal::Opened> opened = Journal::open(path());
        QVERIFY(opened.has_value());
        QCOMPARE(contentOf(aside), QByteArray("{\"data\":{\"text"));
        QCOMPARE(contentOf(aside + QStringLiteral("-2")), QByteArray("{\"data\":{\"files\":[{\"by"));
        QCOMPARE(opened->reading.records.last().data.value(QLatin1String("files")).toArray().size(), 2);
    }

    void anEditedJournalIsNotContinued()
    {
        makeSmall();
        QByteArray content = contentOf(path());
        content.replace("one", "two");
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Result<Journal::Opened> opened = Journal::open(path());
        QVERIFY(!opened.has_value());
        QCOMPARE(journalProblem(opened.error()), JournalProblem::Altered);
        QCOMPARE(contentOf(path()), content);
        QVERIFY(!QFile::exists(path() + QStringLiteral(".lock")));
    }

    void aFullDiskLeavesNothingHalfWritten()
    {
        const Result<JournalPointer> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        QVERIFY((*journal)->append(QStringLiteral("note"), note(QStringLiteral("one"))).has_value());
        const QByteArray before = contentOf(path());
        {
            // Room for a part of the next record only.
            const FileSizeLimit limit(static_cast<rlim_t>(before.size()) + 40);
            const Result<Done> appended =
                (*journal)->append(QStringLiteral("note"), note(QStringLiteral("two")));
            QVERIFY(!appended.has_value());
            QCOMPARE(journalProblem(appended.error()), JournalProblem::NotWritten);
            QVERIFY(!appended.error().detail.isEmpty());
        }
        QCOMPARE(contentOf(path()), before);
        QVERIFY(!(*journal)->isBroken());
        // Room was made.
        QVERIFY((*journal)->append(QStringLiteral("note"), note(QStringLiteral("two"))).has_value());
        QCOMPARE(readJournal(path())->records.size(), 3);
    }

    void withoutRoomThereIsNoNewJournal()
    {
        {
            const FileSizeLimit limit(40);
            const Result<JournalPointer> journal = Journal::create(path());
            QVERIFY(!journal.has_value());
            QCOMPARE(journalProblem(journal.error()), JournalProblem::NotWritten);
        }
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
        QVERIFY(Journal::create(path()).has_value());
    }

    void whereNothingCanBeWrittenThereIsNoJournal_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no such folder") << QStringLiteral("/nowhere/at/all/run.journal");
        QTest::newRow("nothing can be created") << QStringLiteral("/proc/run.journal");
        QTest::newRow("a folder") << QDir::tempPath();
        QTest::newRow("a device") << QStringLiteral("/dev/full");
    }

    void whereNothingCanBeWrittenThereIsNoJournal()
    {
        QFETCH(QString, path);
        const Result<JournalPointer> journal = Journal::create(path);
        QVERIFY(!journal.has_value());
        QCOMPARE(journalProblem(journal.error()), JournalProblem::NotWritten);
        QVERIFY(!Journal::open(path).has_value());
    }

    void aFileThatSomebodyElseChangedIsNotWrittenTo()
    {
        const Result<JournalPointer> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        appendBytes(path(), "mine\n");
        QVERIFY(!(*journal)->append(QStringLiteral("note"), {}).has_value());
        QVERIFY(contentOf(path()).endsWith("mine\n"));
    }

    void aFileThatWasDeletedIsNotWrittenTo()
    {
        const Result<JournalPointer> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        QVERIFY(QFile::remove(path()));
        QVERIFY(!(*journal)->append(QStringLiteral("note"), {}).has_value());
    }

    void anotherProcessIsKeptOut()
    {
        makeSmall();
        Holder holder(path());
        QVERIFY(holder.holds());
        const QByteArray before = contentOf(path());
        const Result<Journal::Opened> opened = Journal::open(path());
        QVERIFY(!opened.has_value());
        QCOMPARE(journalProblem(opened.error()), JournalProblem::InUse);
        QVERIFY(opened.error().detail.contains(QLatin1String("process")));
        QCOMPARE(contentOf(path()), before);
        // The lock of a process that was killed is in nobody's way.
        holder.kill();
        QVERIFY(QFile::exists(path() + QStringLiteral(".lock")));
        QVERIFY(Journal::open(path()).has_value());
    }

    void aLockFileThatNamesALivingProcessIsNotEnough()
    {
        // A process number is used again: the lock file of a killed run may name a living process of the same
        // name.
        makeSmall();
        {
            Holder holder(path());
            QVERIFY(holder.holds());
            QVERIFY(QFile::copy(path() + QStringLiteral(".lock"), path() + QStringLiteral(".saved")));
        }
        QFile::remove(path() + QStringLiteral(".lock"));
        QList<QByteArray> lines = contentOf(path() + QStringLiteral(".saved")).split('\n');
        lines[0] = QByteArray::number(QCoreApplication::applicationPid());
        appendBytes(path() + QStringLiteral(".lock"), lines.join('\n'));
        const Result<Journal::Opened> opened = Journal::open(path());
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().toLogString()));
    }

    void aLockFileThatNamesNobodyIsLeftBehind()
    {
        // Killed between making the lock file and writing its name into it.
        appendBytes(path() + QStringLiteral(".lock"), {});
        {
            const Result<JournalPointer> created = Journal::create(path());
            QVERIFY2(created.has_value(), created ? "" : qPrintable(created.error().toLogString()));
        }
        appendBytes(path() + QStringLiteral(".lock"), {});
        const Result<Journal::Opened> opened = Journal::open(path());
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().toLogString()));
        // But the file itself still says whether somebody has it.
        QVERIFY(QFile::remove(path() + QStringLiteral(".lock")));
        appendBytes(path() + QStringLiteral(".lock"), {});
        const Result<Journal::Opened> second = Journal::open(path());
        QVERIFY(!second.has_value());
        QCOMPARE(journalProblem(second.error()), JournalProblem::InUse);
    }

    void aSecondRunOfThisProcessIsKeptOut()
    {
        const Result<JournalPointer> journal = Journal::create(path());
        QVERIFY(journal.has_value());
        const Result<Journal::Opened> second = Journal::open(path());
        QVERIFY(!second.has_value());
        QCOMPARE(journalProblem(second.error()), JournalProblem::InUse);
        const QString other = m_folder->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(path(), other));
        QCOMPARE(journalProblem(Journal::open(other).error()), JournalProblem::InUse);
        QVERIFY((*journal)->append(QStringLiteral("note"), {}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
