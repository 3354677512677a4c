// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace offboarding {

/// One line of a journal. What `kind` and `data` mean is up to whoever writes them.
struct JournalRecord
{
    qint64 number = 0; ///< counts from 1, without gaps
    QDateTime time;    ///< UTC, to the millisecond; the clock may have been set back in between
    QString kind;
    QJsonObject data;
    QByteArray previous; ///< hash of the record before, 64 hexadecimal digits; of the first one: zeros
    QByteArray hash;     ///< SHA-256 of the canonical form without itself, 64 hexadecimal digits
};

/// What the first record names as the one before it.
QByteArray firstPreviousHash();

/// The line of @p record without its end: compact JSON with sorted keys, the hash computed and put into
/// @p record. There is exactly one line for each record.
QByteArray encodeRecord(JournalRecord &record);

/// The record of @p line (without its end), verified against its hash. The error names @p place, the line and
/// the column, see journalProblem().
Result<JournalRecord> decodeRecord(const QByteArray &line, const QString &place, qint64 lineNumber);

/// What is wrong with a journal, for whoever has to react to it.
enum class JournalProblem {
    None,       ///< the error is about something else
    Missing,    ///< there is no such file, or it cannot be read
    NotJournal, ///< something else, or nothing was ever recorded
    Newer,      ///< written by a newer version of this program, in a format that is not known here
    Altered,    ///< the chain does not hold: it was edited, or lines were lost
    TooLarge,   ///< larger than any journal that this program writes
    InUse,      ///< another process, or another run, has it open
    NotWritten  ///< disk full, read-only, …: nothing of the record is in the file
};

/// A File error with a problem of a journal.
Error journalError(JournalProblem problem, const QString &place, const QString &detail);
JournalProblem journalProblem(const Error &error);

/// "FILE:LINE:COLUMN", counted from 1, the column in bytes.
QString journalPlace(const QString &file, qint64 line, qint64 column);

} // namespace offboarding
