// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/journal/record.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

class QIODevice;

namespace offboarding {

inline constexpr int journalFormatVersion = 1;
inline constexpr qint64 mostRecordBytes = 64ll * 1024 * 1024;
inline constexpr qint64 mostJournalBytes = 2ll * 1024 * 1024 * 1024;

/// Kinds that the journal itself writes.
namespace journalKinds {
inline constexpr char header[] = "journal"; ///< the first record: format, version, product
inline constexpr char torn[] = "torn";      ///< a torn record was set aside: files, bytes
} // namespace journalKinds

/// What a journal is, apart from its records.
struct JournalScan
{
    QString product; ///< version of the program that created it
    qint64 records = 0;
    QByteArray lastHash;
    qint64 completeBytes = 0; ///< up to the end of the last whole record
    /// The beginning of a record that a crash cut off, behind the whole ones; empty: there is none. It was
    /// never flushed, so nothing that it announces has happened.
    QByteArray tornTail;
};

struct JournalReading
{
    JournalScan scan;
    QList<JournalRecord> records; ///< the header is the first
};

/// Reads and verifies record by record; never more than one in memory. @p visit is not called for anything
/// behind a fault. Errors are those of journalProblem(); @p place is the file's name in them.
///
/// The chain shows any change of what is there. That whole records are missing at the end cannot be seen from
/// the chain; whoever writes them ends with a record that says so.
Result<JournalScan> scanJournal(QIODevice &device, const QString &place,
                                const std::function<void(JournalRecord)> &visit);

/// The same with all records kept. @p device is open for reading, at its beginning.
Result<JournalReading> readJournal(QIODevice &device, const QString &place);
Result<JournalReading> readJournal(const QString &path);

} // namespace offboarding
