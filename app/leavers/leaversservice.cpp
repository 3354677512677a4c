// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leavers/leaversservice.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace offboarding {

namespace {

/// @p work in the thread pool; its value as a future. The pool wants something that can be copied.
template <typename Value, typename Work> QFuture<Value> inBackground(Work work)
{
    auto promise = std::make_shared<QPromise<Value>>();
    QFuture<Value> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

/// A watcher, for QFuture::then() with a context looks at the context from the other thread. It goes with its
/// @p owner.
template <typename Value, typename Answer>
void listen(QObject *owner, const QFuture<Value> &future, Answer answer)
{
    auto *watcher = new QFutureWatcher<Value>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, answer = std::move(answer)] {
        watcher->deleteLater();
        answer(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace

LeaversService::LeaversService(QObject *parent) : QObject(parent) {}

void LeaversService::startReading(const QString &path)
{
    const quint64 ticket = ++m_reading;
    using Answer = Result<LeaversList>;
    listen(this, inBackground<Answer>([path] { return readLeavers(path); }),
           [this, ticket](const Answer &list) {
               if (ticket != m_reading)
                   return;
               if (list)
                   Q_EMIT listRead(*list);
               else
                   Q_EMIT listRefused(list.error());
           });
}

void LeaversService::startJudging(LeaversInput input)
{
    const quint64 ticket = ++m_judging;
    listen(this, inBackground<LeaversJudgement>([input = std::move(input)] { return judgeLeavers(input); }),
           [this, ticket](const LeaversJudgement &judgement) {
               if (ticket == m_judging)
                   Q_EMIT judged(judgement);
           });
}

void LeaversService::forget()
{
    ++m_reading;
    ++m_judging;
}

} // namespace offboarding
