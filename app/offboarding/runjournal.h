// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/journal/journal.h"

#include <QCoroTask>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace offboarding {

/// The journal of one run, written by a thread of its own so that no window waits for a disk. What is handed
/// over while the disk is busy is flushed together. Used from one thread; keep it in a shared pointer that
/// every coroutine which waits for it holds. The destructor writes what was handed over.
class RunJournal
{
public:
    explicit RunJournal(std::unique_ptr<Journal> journal);
    ~RunJournal();

    RunJournal(const RunJournal &) = delete;
    RunJournal &operator=(const RunJournal &) = delete;

    /// Done only when all of @p entries, and everything before them, are on the disk. The first failure is
    /// kept, see failure(); later entries are tried all the same.
    QCoro::Task<Result<Done>> record(QList<JournalEntry> entries);
    /// The same for what is too large to be in memory at once: @p writing appends piece after piece, in the
    /// journal's own thread. What it uses must be its own.
    QCoro::Task<Result<Done>> record(std::function<Result<Done>(Journal &)> writing);
    /// The same without waiting: for what may get lost in a crash.
    void note(const JournalEntry &entry);

    /// What went wrong first. From then on nothing more is sent on behalf of this run.
    const std::optional<Error> &failure() const;
    QString path() const;

private:
    struct Job;
    class Writer;
    QCoro::Task<Result<Done>> wait(std::shared_ptr<Job> job);

    std::shared_ptr<Writer> m_writer;
    QString m_path;
};

} // namespace offboarding
