// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace offboarding {

/// Keeps a production connection read-only until it is unlocked, for Connection::unlockMinutes. Sandbox and
/// demo connections are never locked. The composition root connects it to ApiClient::setReadOnly(), so that a
/// forgotten check cannot write.
///
/// A run that began while it was unlocked is not cut in the middle: between beginWork() and endWork() an
/// overdue lock stays open and closes at the end.
class WriteLock : public QObject
{
    Q_OBJECT

public:
    explicit WriteLock(const Connection &connection, QObject *parent = nullptr);

    bool isLockable() const { return m_isLockable; } ///< a production connection
    bool isLocked() const { return m_isLocked; }
    /// When it locks again, UTC; invalid while locked or not lockable.
    QDateTime unlockedUntil() const { return m_until; }

    void unlock(); ///< starts the time anew
    void lock();   ///< at once; what is in flight is not recalled

    void beginWork();
    void endWork();

    /// For tests: milliseconds that unlock() gives, instead of minutes.
    void setDurationMilliseconds(int milliseconds) { m_duration = milliseconds; }

Q_SIGNALS:
    void lockChanged(bool isLocked);

private:
    void lockIfDue();
    void setLocked(bool isLocked);

    bool m_isLockable = false;
    bool m_isLocked = false;
    int m_duration = 0;
    int m_work = 0;
    QDateTime m_until;
    QTimer m_timer;
};

} // namespace offboarding
