// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/journal/journalreading.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>

namespace offboarding {

struct JournalEntry
{
    QString kind;
    QJsonObject data; ///< no secrets: the file outlives the run
};

/// A file that only grows: one record per line, each with the hash of the one before, on the disk before
/// append() says so. Knows records, not what they mean. One user at a time: a second process, or a second
/// Journal, on the same file is refused; the lock of a process that was killed is not in the way. Used from
/// one thread at a time. The lock ends with the object.
///
/// Errors are those of journalProblem().
class Journal
{
public:
    struct Opened
    {
        std::unique_ptr<Journal> journal;
        JournalReading reading; ///< everything that was recorded so far
    };

    /// A new one with its header; never over a file that is there. Readable by its owner only.
    static Result<std::unique_ptr<Journal>> create(const QString &path);

    /// An existing one to go on with, after its chain was verified. A torn last record (the process was
    /// killed while it was written) is kept in a file of its own beside it, "FILE.torn-after-N", and a record
    /// of kind "torn" says so.
    static Result<Opened> open(const QString &path);

    ~Journal();

    /// All of @p entries or, with an error, none of them. After an error the file is as it was before, and
    /// another try may succeed (room was made on the disk) unless isBroken().
    Result<Done> append(const QList<JournalEntry> &entries);
    Result<Done> append(const QString &kind, const QJsonObject &data);

    QString path() const;
    qint64 records() const;
    QByteArray lastHash() const;
    /// What is on the disk is not known any more; nothing is appended from here on.
    bool isBroken() const;

private:
    Journal();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace offboarding
