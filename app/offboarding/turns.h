// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaObject>

#include <coroutine>
#include <deque>
#include <memory>

namespace offboarding {

/// Lets coroutines of one thread through one after the other, in the order in which they came.
class Turns
{
public:
    struct Awaiter
    {
        std::shared_ptr<Turns> turns;

        bool await_ready() const noexcept
        {
            if (turns->m_isTaken)
                return false;
            turns->m_isTaken = true;
            return true;
        }
        void await_suspend(std::coroutine_handle<> handle) const { turns->m_waiting.push_back(handle); }
        void await_resume() const noexcept {}
    };

    /// Hands the turn on to whoever waits longest, from the event loop.
    void release()
    {
        if (m_waiting.empty()) {
            m_isTaken = false;
            return;
        }
        const std::coroutine_handle<> next = m_waiting.front();
        m_waiting.pop_front();
        const auto go = [next] { next.resume(); };
        QMetaObject::invokeMethod(QCoreApplication::instance(), go, Qt::QueuedConnection);
    }

private:
    std::deque<std::coroutine_handle<>> m_waiting;
    bool m_isTaken = false;
};

/// Gives the turn back at the end of its scope, if it was taken.
class TurnGuard
{
public:
    TurnGuard() = default;
    ~TurnGuard()
    {
        if (m_turns != nullptr)
            m_turns->release();
    }
    TurnGuard(const TurnGuard &) = delete;
    TurnGuard &operator=(const TurnGuard &) = delete;

    bool isHeld() const { return m_turns != nullptr; }
    /// To be called once the turn was awaited.
    void hold(std::shared_ptr<Turns> turns) { m_turns = std::move(turns); }

private:
    std::shared_ptr<Turns> m_turns;
};

} // namespace offboarding
