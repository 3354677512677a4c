// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runjournal.h"

#include <QMetaObject>
#include <QObject>

#include <algorithm>
#include <condition_variable>
#include <coroutine>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace offboarding {

struct RunJournal::Job
{
    QList<JournalEntry> entries;
    std::function<Result<Done>(Journal &)> writing; ///< instead of entries
    Result<Done> result;
    bool isFinished = false;
    std::coroutine_handle<> waiting;
};

/// Jobs are handed to the thread and come back through the event loop of whoever made them.
class RunJournal::Writer : public std::enable_shared_from_this<Writer>
{
public:
    using JobPointer = std::shared_ptr<Job>;

    explicit Writer(std::unique_ptr<Journal> journal) : m_journal(std::move(journal)) {}

    void start()
    {
        m_thread = std::thread([this] { write(); });
    }

    void finish()
    {
        {
            const std::lock_guard<std::mutex> lock(m_mutex);
            m_isEnding = true;
        }
        m_changed.notify_one();
        m_thread.join();
    }

    void add(const JobPointer &job)
    {
        {
            const std::lock_guard<std::mutex> lock(m_mutex);
            m_waiting.push_back(job);
        }
        m_changed.notify_one();
    }

    std::optional<Error> failure;

private:
    void write()
    {
        while (true) {
            std::vector<JobPointer> jobs;
            {
                std::unique_lock<std::mutex> lock(m_mutex);
                m_changed.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
                if (m_waiting.empty())
                    break;
                // All up to the next one that writes by itself.
                const auto next = std::find_if(m_waiting.begin(), m_waiting.end(),
                                               [](const JobPointer &job) { return bool(job->writing); });
                const auto end = next == m_waiting.begin() ? next + 1 : next;
                jobs.assign(m_waiting.begin(), end);
                m_waiting.erase(m_waiting.begin(), end);
            }
            QList<JournalEntry> entries;
            for (const JobPointer &job : jobs)
                entries += job->entries;
            const Result<Done> written =
                jobs.front()->writing ? jobs.front()->writing(*m_journal) : m_journal->append(entries);
            const auto tell = [writer = shared_from_this(), jobs, written] { writer->settle(jobs, written); };
            QMetaObject::invokeMethod(&m_home, tell, Qt::QueuedConnection);
        }
        m_journal.reset(); // and its lock
    }

    void settle(const std::vector<JobPointer> &jobs, const Result<Done> &written)
    {
        if (!written && !failure)
            failure = written.error();
        for (const JobPointer &job : jobs) {
            job->result = written;
            job->isFinished = true;
            if (const std::coroutine_handle<> handle = std::exchange(job->waiting, {}))
                handle.resume();
        }
    }

    QObject m_home; ///< in the thread that waits
    std::unique_ptr<Journal> m_journal;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<JobPointer> m_waiting;
    bool m_isEnding = false;
};

namespace {

/// Suspends until the writer is done with the job.
template <typename JobPointer> struct Written
{
    JobPointer job;
    bool await_ready() const noexcept { return job->isFinished; }
    void await_suspend(std::coroutine_handle<> handle) noexcept { job->waiting = handle; }
    void await_resume() const noexcept {}
};

} // namespace

RunJournal::RunJournal(std::unique_ptr<Journal> journal) : m_path(journal->path())
{
    m_writer = std::make_shared<Writer>(std::move(journal));
    m_writer->start();
}

RunJournal::~RunJournal()
{
    m_writer->finish();
}

QCoro::Task<Result<Done>> RunJournal::record(QList<JournalEntry> entries)
{
    const auto job = std::make_shared<Job>();
    job->entries = std::move(entries);
    return wait(job);
}

QCoro::Task<Result<Done>> RunJournal::record(std::function<Result<Done>(Journal &)> writing)
{
    const auto job = std::make_shared<Job>();
    job->writing = std::move(writing);
    return wait(job);
}

QCoro::Task<Result<Done>> RunJournal::wait(std::shared_ptr<Job> job)
{
    const std::shared_ptr<Writer> writer = m_writer;
    writer->add(job);
    Written<std::shared_ptr<Job>> written{job};
    co_await written;
    co_return job->result;
}

void RunJournal::note(const JournalEntry &entry)
{
    const auto job = std::make_shared<Job>();
    job->entries = {entry};
    m_writer->add(job);
}

const std::optional<Error> &RunJournal::failure() const
{
    return m_writer->failure;
}

QString RunJournal::path() const
{
    return m_path;
}

} // namespace offboarding
