// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal.h"

#include "app/journal/durablefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLockFile>
#include <QSysInfo>
#include <QTemporaryFile>

#include <utility>

namespace offboarding {

namespace {

Error notWritten(const QString &path, const QString &why)
{
    return journalError(JournalProblem::NotWritten, path, why);
}

JournalEntry headerEntry()
{
    QJsonObject data;
    data.insert(QStringLiteral("format"), QStringLiteral("offboarding-journal"));
    data.insert(QStringLiteral("version"), journalFormatVersion);
    data.insert(QStringLiteral("product"), QStringLiteral(OFFBOARDING_VERSION));
    return {QLatin1String(journalKinds::header), data};
}

/// Writes @p content to a new file that is complete or not there at all. False if @p path exists.
bool writeWhole(const QString &path, const QByteArray &content, QString *why)
{
    QTemporaryFile file(path + QStringLiteral(".XXXXXX"));
    if (!file.open() || file.write(content) != content.size() || !flushToDisk(file)) {
        *why = file.errorString();
        return false;
    }
    file.setAutoRemove(false);
    const QString temporary = file.fileName();
    // Unlike rename(2), this one never replaces a file.
    if (!file.rename(path)) {
        *why = file.errorString();
        QFile::remove(temporary);
        return false;
    }
    file.close();
    if (flushFolderOf(path))
        return true;
    *why = QStringLiteral("the folder cannot be flushed");
    return false;
}

} // namespace

class Journal::Private
{
public:
    explicit Private(const QString &path) : m_file(path), m_lock(path + QStringLiteral(".lock"))
    {
        m_lock.setStaleLockTime(0); // a lock is old only when its process is gone
    }

    /// Who has it, for the message.
    Error inUse() const
    {
        qint64 process = 0;
        QString host;
        QString program;
        QString detail = QStringLiteral("another run has it open");
        if (m_lock.getLockInfo(&process, &host, &program))
            detail = QStringLiteral("process %1 (%2) on %3 has it open").arg(process).arg(program, host);
        return journalError(JournalProblem::InUse, m_file.fileName(), detail);
    }

    Result<Done> lockName()
    {
        if (m_lock.tryLock(0))
            return Done{};
        if (m_lock.error() != QLockFile::LockFailedError)
            return failure(
                notWritten(m_file.fileName(), QStringLiteral("its folder cannot be written to (%1)")
                                                  .arg(QFileInfo(m_file.fileName()).absolutePath())));
        // One that names nobody is being written at this moment, or its process was killed before it could:
        // then it would stand in the way for ever. Two that both think so meet at the file itself, which only
        // one of them can create or lock.
        if (!isNamed() && (m_lock.tryLock(momentMilliseconds) || takeNameOver()))
            return Done{};
        return failure(inUse());
    }

    bool isNamed() const
    {
        qint64 process = 0;
        QString host;
        QString program;
        return m_lock.getLockInfo(&process, &host, &program);
    }

    bool takeNameOver() { return !isNamed() && QFile::remove(m_lock.fileName()) && m_lock.tryLock(0); }

    /// The lock file tells who it is, the lock of the open file is what counts: it ends with its process
    /// however that ends. So a lock file of this computer without that lock was left behind.
    Result<Done> lockOpenFile(const Result<Done> &named)
    {
        const FileLock lock = lockWhileOpen(m_file);
        if (lock == FileLock::Refused)
            return failure(inUse());
        if (named)
            return Done{};
        qint64 process = 0;
        QString host;
        QString program;
        const bool isOfThisComputer =
            m_lock.getLockInfo(&process, &host, &program) && host == QSysInfo::machineHostName();
        if (lock != FileLock::Held || !isOfThisComputer || !QFile::remove(m_lock.fileName()))
            return failure(named.error());
        return lockName();
    }

    Result<Done> openFile()
    {
        // Not buffered: what write() says is what the system took.
        if (m_file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
            return Done{};
        return failure(notWritten(m_file.fileName(), m_file.errorString()));
    }

    Result<Done> append(const QList<JournalEntry> &entries)
    {
        if (m_isBroken)
            return failure(notWritten(m_file.fileName(),
                                      QStringLiteral("an earlier failure left it in an unknown state")));
        if (isDeletedMeanwhile(m_file) || m_file.size() != m_size)
            return failure(
                notWritten(m_file.fileName(), QStringLiteral("somebody else changed or deleted the file")));
        QByteArray lines;
        qint64 number = m_records;
        QByteArray previous = m_lastHash;
        for (const JournalEntry &entry : entries) {
            JournalRecord record;
            record.number = ++number;
            record.time = QDateTime::currentDateTimeUtc();
            record.kind = entry.kind;
            record.data = entry.data;
            record.previous = previous;
            const QByteArray line = encodeRecord(record);
            if (line.size() >= mostRecordBytes)
                return failure(notWritten(m_file.fileName(), QStringLiteral("the record is too large")));
            lines += line;
            lines += '\n';
            previous = record.hash;
        }
        if (!m_file.seek(m_size) || m_file.write(lines) != lines.size()) {
            const QString why = m_file.errorString();
            takeBack();
            return failure(notWritten(m_file.fileName(), why));
        }
        if (!flushToDisk(m_file)) {
            const QString why = QStringLiteral("the disk did not confirm what was written");
            takeBack();
            m_isBroken = true;
            return failure(notWritten(m_file.fileName(), why));
        }
        m_size += lines.size();
        m_records = number;
        m_lastHash = previous;
        return Done{};
    }

    void takeBack() { m_isBroken = !m_file.resize(m_size) || !flushToDisk(m_file); }

    /// Keeps what is behind the last whole record in a file of its own and cuts it off. The names tell where
    /// it belongs, so that a crash in here loses nothing and the next opening goes on.
    Result<Done> setAside(const QByteArray &tail)
    {
        if (!tail.isEmpty()) {
            QString why;
            for (int i = 1;; ++i) {
                const QString name = sideFile(i);
                QFile kept(name);
                if (!kept.exists()) {
                    if (!writeWhole(name, tail, &why))
                        return failure(notWritten(name, why));
                    break;
                }
                if (kept.open(QIODevice::ReadOnly) && kept.read(mostRecordBytes + 1) == tail)
                    break; // from an opening that did not get further
            }
            if (!m_file.resize(m_size) || !flushToDisk(m_file))
                return failure(notWritten(m_file.fileName(), m_file.errorString()));
        }
        QJsonArray files;
        for (int i = 1; QFile::exists(sideFile(i)); ++i) {
            QFile kept(sideFile(i));
            QJsonObject file;
            file.insert(QStringLiteral("file"), QFileInfo(kept).fileName());
            file.insert(QStringLiteral("bytes"), kept.size());
            QCryptographicHash hash(QCryptographicHash::Sha256);
            if (kept.open(QIODevice::ReadOnly) && hash.addData(&kept))
                file.insert(QStringLiteral("sha256"), QString::fromLatin1(hash.result().toHex()));
            files.append(file);
        }
        if (files.isEmpty())
            return Done{};
        QJsonObject data;
        data.insert(QStringLiteral("files"), files);
        return append({{QLatin1String(journalKinds::torn), data}});
    }

    static constexpr int momentMilliseconds = 100;

    QString sideFile(int number) const
    {
        QString name = m_file.fileName() + QStringLiteral(".torn-after-") + QString::number(m_records);
        if (number > 1)
            name += QLatin1Char('-') + QString::number(number);
        return name;
    }

    QFile m_file;
    QLockFile m_lock;
    qint64 m_size = 0;
    qint64 m_records = 0;
    QByteArray m_lastHash = firstPreviousHash();
    bool m_isBroken = false;
};

Journal::Journal() = default;
Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::create(const QString &path)
{
    std::unique_ptr<Journal> journal(new Journal);
    journal->d = std::make_unique<Private>(QFileInfo(path).absoluteFilePath());
    Private &d = *journal->d;
    if (QFileInfo::exists(path))
        return failure(notWritten(path, QStringLiteral("the file exists; a new run needs a new journal")));
    if (const Result<Done> locked = d.lockName(); !locked)
        return failure(locked.error());
    JournalRecord header;
    const JournalEntry entry = headerEntry();
    header.number = 1;
    header.time = QDateTime::currentDateTimeUtc();
    header.kind = entry.kind;
    header.data = entry.data;
    header.previous = firstPreviousHash();
    const QByteArray line = encodeRecord(header) + '\n';
    QString why;
    if (!writeWhole(d.m_file.fileName(), line, &why))
        return failure(notWritten(path, why));
    if (const Result<Done> opened = d.openFile(); !opened)
        return failure(opened.error());
    if (const Result<Done> locked = d.lockOpenFile(Done{}); !locked)
        return failure(locked.error());
    d.m_size = line.size();
    d.m_records = 1;
    d.m_lastHash = header.hash;
    return journal;
}

Result<Journal::Opened> Journal::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(journalError(JournalProblem::Missing, path, QStringLiteral("there is no such file")));
    if (!info.isFile())
        return failure(journalError(JournalProblem::NotJournal, path, QStringLiteral("it is not a file")));
    std::unique_ptr<Journal> journal(new Journal);
    // Through a link, too, both processes must mean the same lock.
    journal->d = std::make_unique<Private>(info.canonicalFilePath());
    Private &d = *journal->d;
    const Result<Done> named = d.lockName();
    if (!named && journalProblem(named.error()) != JournalProblem::InUse)
        return failure(named.error());
    if (const Result<Done> opened = d.openFile(); !opened)
        return failure(opened.error());
    if (const Result<Done> locked = d.lockOpenFile(named); !locked)
        return failure(locked.error());
    Result<JournalReading> reading = readJournal(path); // buffered, and only after the lock
    if (!reading)
        return failure(reading.error());
    d.m_size = reading->scan.completeBytes;
    d.m_records = reading->scan.records;
    d.m_lastHash = reading->scan.lastHash;
    const qint64 before = d.m_records;
    if (const Result<Done> kept = d.setAside(reading->scan.tornTail); !kept)
        return failure(kept.error());
    if (d.m_records != before) {
        reading = readJournal(path);
        if (!reading)
            return failure(reading.error());
    }
    return Opened{std::move(journal), std::move(*reading)};
}

Result<Done> Journal::append(const QList<JournalEntry> &entries)
{
    return d->append(entries);
}

Result<Done> Journal::append(const QString &kind, const QJsonObject &data)
{
    return d->append({{kind, data}});
}

QString Journal::path() const
{
    return d->m_file.fileName();
}

qint64 Journal::records() const
{
    return d->m_records;
}

QByteArray Journal::lastHash() const
{
    return d->m_lastHash;
}

bool Journal::isBroken() const
{
    return d->m_isBroken;
}

} // namespace offboarding
