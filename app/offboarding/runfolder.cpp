// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runfolder.h"

#include "app/journal/durablefile.h"
#include "app/journal/journal.h"
#include "app/offboarding/plancheck.h"
#include "app/offboarding/runjournal.h"
#include "app/offboarding/runrecords.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <memory>
#include <utility>

namespace offboarding {

namespace {

constexpr qint64 lastRecordBytes = 64 * 1024;

Error refused(const PlanRefusal &refusal)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.serverCode = planRefusalName(refusal.kind);
    error.detail = refusal.detail;
    return error;
}

/// True if somebody runs it just now.
bool isInUse(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) &&
           lockWhileOpen(file) == FileLock::Refused;
}

/// What the last whole line says: most runs came to their end, and need not be read to know it.
bool hasPlainlyEnded(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    file.seek(std::max<qint64>(0, file.size() - lastRecordBytes));
    const QByteArray tail = file.readAll();
    if (!tail.endsWith('\n'))
        return false;
    const QByteArray line = tail.chopped(1).mid(tail.chopped(1).lastIndexOf('\n') + 1);
    return QJsonDocument::fromJson(line).object().value(QLatin1String("kind")).toString() ==
           QLatin1String(recordKinds::runEnded);
}

bool hasBegun(const JournalReading &reading)
{
    return std::any_of(reading.records.cbegin(), reading.records.cend(), [](const JournalRecord &record) {
        return record.kind == QLatin1String(recordKinds::runBegun);
    });
}

} // namespace

RunFolder::RunFolder(QString path) : m_path(std::move(path)) {}

QString RunFolder::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/offboarding-console/journals");
}

Result<QString> RunFolder::newFile(const Plan &plan) const
{
    const bool isThere = QDir().mkpath(m_path);
    // Names and addresses of leavers are nobody else's business.
    if (!isThere || !QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return failure(
            journalError(JournalProblem::NotWritten, m_path, QStringLiteral("the folder cannot be made")));
    return QString(m_path + QLatin1Char('/') +
                   QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")) +
                   QLatin1Char('-') + actName(plan.act) + QStringLiteral(".jsonl"));
}

Result<QString> RunFolder::start(Runner &runner, const Plan &plan, const Decision &decision) const
{
    const Result<QString> path = newFile(plan);
    if (!path)
        return path;
    Result<std::unique_ptr<Journal>> journal = Journal::create(*path);
    if (!journal)
        return failure(journal.error());
    return runner.run(plan, decision, std::make_shared<RunJournal>(std::move(*journal)));
}

Result<QString> RunFolder::goOn(Runner &runner, const QString &journal, const Connection &here,
                                const Identity &signedInAs)
{
    Result<ResumableRun> opened = openRun(journal);
    if (!opened)
        return failure(opened.error());
    RunHistory history = std::move(opened->history);
    // It was in time when it began; that it was cut off is no reason to leave users half way.
    if (const auto refusal = checkPlan(history.plan, here, signedInAs, history.begun))
        return failure(refused(*refusal));
    history.plan = rebased(history.plan, here, signedInAs);
    return runner.goOn(std::move(history), std::move(opened->journal));
}

QList<InterruptedRun> RunFolder::interruptedRuns() const
{
    QList<InterruptedRun> found;
    const QDir folder(m_path);
    const QFileInfoList files =
        folder.entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &info : files) {
        const QString path = info.filePath();
        if (hasPlainlyEnded(path) || isInUse(path))
            continue;
        InterruptedRun run;
        run.journal = path;
        const Result<JournalReading> reading = readJournal(path);
        if (!reading) {
            // Of a new file nothing may be there yet but its name.
            if (info.size() > 0)
                run.problem = reading.error();
        } else if (hasBegun(*reading)) {
            Result<RunHistory> history = readRunHistory(*reading, path);
            if (!history)
                run.problem = history.error();
            else if (!history->hasEnded)
                run.history = std::move(*history);
        }
        if (run.history || run.problem)
            found.append(std::move(run));
    }
    return found;
}

} // namespace offboarding
