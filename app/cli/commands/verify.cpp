// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/verify.h"

#include "app/cli/errortext.h"
#include "app/cli/journaltext.h"
#include "app/cli/telling.h"
#include "app/journal/journalreading.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runrecords.h"
#include "app/reports/evidencepack.h"

#include <QBuffer>
#include <QFile>

#include <algorithm>

namespace offboarding::cli {

namespace {

constexpr qint64 largestPack = 1024ll * 1024 * 1024;

ExitCode tellProblem(Terminal &terminal, const Error &error)
{
    const ExitCode code = exitCodeOfJournal(error);
    const QString what = code == ExitCode::Altered
                             ? QStringLiteral("NOT VERIFIED: the evidence is not as it was written.\n")
                             : QStringLiteral("This cannot be verified.\n");
    return told(terminal, code, what + technical(error));
}

/// The chain holds; what else a reader has to know before relying on it.
ExitCode tellJournal(Terminal &terminal, const JournalReading &reading, const QString &file)
{
    const qint64 records = reading.scan.records;
    if (!reading.scan.tornTail.isEmpty())
        return told(terminal, ExitCode::Stopped,
                    QStringLiteral("%1: the chain of %2 records holds, but behind them stands the beginning "
                                   "of another one.\nEither the program was killed while it wrote, and "
                                   "offboardctl resume goes on, or the end was cut off.")
                        .arg(file)
                        .arg(records));
    const bool hasRun =
        std::any_of(reading.records.cbegin(), reading.records.cend(), [](const JournalRecord &record) {
            return record.kind == QLatin1String(recordKinds::runBegun);
        });
    const Result<RunHistory> history = readRunHistory(reading, file);
    if (hasRun && !history)
        return tellProblem(terminal, history.error());
    if (hasRun && !history->hasEnded)
        return told(
            terminal, ExitCode::Stopped,
            QStringLiteral("%1: the chain of %2 records holds, but the run in it has no end.\nEither it "
                           "was interrupted, and offboardctl resume goes on, or the end was cut off.")
                .arg(file)
                .arg(records));
    return told(terminal, ExitCode::Done,
                QStringLiteral("%1: verified. The chain of %2 records holds; its last hash is %3.")
                    .arg(file)
                    .arg(records)
                    .arg(QString::fromLatin1(reading.scan.lastHash)));
}

ExitCode verifyPack(Terminal &terminal, const QByteArray &bytes, const QString &file)
{
    const Result<EvidencePack> pack = readEvidencePack(bytes, file);
    if (!pack)
        return tellProblem(terminal, pack.error());
    const QString name = QString::fromLatin1(evidenceJournalName);
    const auto journal = std::find_if(pack->files.cbegin(), pack->files.cend(),
                                      [&name](const ArchiveFile &one) { return one.name == name; });
    if (journal == pack->files.cend())
        return told(terminal, ExitCode::Altered,
                    QStringLiteral("NOT VERIFIED: the pack %1 holds no %2.").arg(file, name));
    QBuffer buffer;
    buffer.setData(journal->content);
    buffer.open(QIODevice::ReadOnly);
    const Result<JournalReading> reading = readJournal(buffer, file + QLatin1Char('/') + name);
    if (!reading)
        return tellProblem(terminal, reading.error());
    if (QString::fromLatin1(reading->scan.lastHash) != pack->journalHash)
        return told(
            terminal, ExitCode::Altered,
            QStringLiteral("NOT VERIFIED: the journal in %1 does not end where the pack says.").arg(file));
    terminal.note(QStringLiteral("%1: %2 files are as they were packed at %3, with %4")
                      .arg(file)
                      .arg(pack->files.size())
                      .arg(pack->made.toString(Qt::ISODate), pack->productVersion));
    return tellJournal(terminal, *reading, file + QLatin1Char('/') + name);
}

QCoro::Task<ExitCode> runVerify(CommandContext context)
{
    Terminal &terminal = context.terminal;
    const QString path = context.arguments.operands.constFirst();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        co_return told(terminal, ExitCode::Usage,
                       QStringLiteral("\"%1\" cannot be read: %2.").arg(path, file.errorString()));
    if (isArchive(file.peek(4))) {
        if (file.size() > largestPack)
            co_return told(terminal, ExitCode::Usage,
                           QStringLiteral("\"%1\" is larger than any evidence pack.").arg(path));
        co_return verifyPack(terminal, file.readAll(), path);
    }
    const Result<JournalReading> reading = readJournal(file, path);
    co_return reading ? tellJournal(terminal, *reading, path) : tellProblem(terminal, reading.error());
}

} // namespace

Command verifyCommand()
{
    Command command;
    command.name = QStringLiteral("verify");
    command.operands = QStringLiteral("PACK-or-JOURNAL");
    command.fewestOperands = 1;
    command.mostOperands = 1;
    command.usesConnection = false;
    command.summary = QStringLiteral("Check that an evidence pack or a journal is as it was written.");
    command.details = {
        QStringLiteral("Exit status 0 only if the hash chain holds to its end: every record of the journal, "
                       "and of a pack every file and every byte. 6: something was changed, added or taken "
                       "out; the message names the place. 5: the chain holds, but the run has no end in it: "
                       "it was interrupted, or the end was cut off. 2: not a pack or a journal."),
        QStringLiteral("This shows that nobody changed the file since it was written, not who wrote it.")};
    command.run = runVerify;
    return command;
}

} // namespace offboarding::cli
