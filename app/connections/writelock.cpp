// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/writelock.h"

#include <algorithm>

namespace offboarding {

namespace {

constexpr int longestLookMilliseconds = 1000;

} // namespace

WriteLock::WriteLock(const Connection &connection, QObject *parent)
    : QObject(parent), m_isLockable(connection.environment == Environment::Production),
      m_isLocked(m_isLockable), m_duration(connection.unlockMinutes * 60'000)
{
    connect(&m_timer, &QTimer::timeout, this, &WriteLock::lockIfDue);
}

void WriteLock::unlock()
{
    if (!m_isLockable)
        return;
    m_until = QDateTime::currentDateTimeUtc().addMSecs(m_duration);
    // Looks at the clock again and again: a timer stands still while the computer sleeps.
    m_timer.start(std::min(m_duration, longestLookMilliseconds));
    setLocked(false);
}

void WriteLock::lock()
{
    if (!m_isLockable)
        return;
    m_timer.stop();
    m_until = {};
    setLocked(true);
}

void WriteLock::beginWork()
{
    ++m_work;
}

void WriteLock::endWork()
{
    m_work = std::max(0, m_work - 1);
    lockIfDue();
}

void WriteLock::lockIfDue()
{
    if (m_work == 0 && m_until.isValid() && QDateTime::currentDateTimeUtc() >= m_until)
        lock();
}

void WriteLock::setLocked(bool isLocked)
{
    if (isLocked == m_isLocked)
        return;
    m_isLocked = isLocked;
    Q_EMIT lockChanged(isLocked);
}

} // namespace offboarding
