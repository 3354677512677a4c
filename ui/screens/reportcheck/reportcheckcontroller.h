// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userstore.h"
#include "app/references/reportchecker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

namespace offboarding::ui {

/// One report check at a time, by user id: begins it, stops it, and tells how far it is. No widgets.
class ReportCheckController : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Reading,
        Finished,
        Stopped ///< by the admin: what was read by then stays, the rest is not known
    };

    /// Both are borrowed and outlive the controller.
    ReportCheckController(ReportChecker &checker, const UserStore &users, QObject *parent = nullptr);

    /// Begins anew about @p userIds; a check that goes on is dropped.
    void check(const QStringList &userIds);
    void checkAgain();
    void stop();

    State state() const { return m_state; }
    bool isStopping() const { return m_state == State::Reading && m_isStopping; }
    const QStringList &userIds() const { return m_userIds; }
    /// Null before the first check. Valid until the next readingChanged().
    const ReportCheckReading *reading() const;
    qint64 elapsedMilliseconds() const; ///< since the check began, or that it took

Q_SIGNALS:
    void stateChanged();
    void readingChanged();
    void progressChanged(int done, int total);

private:
    void finish();

    ReportChecker &m_checker;
    const UserStore &m_users;
    QStringList m_userIds;
    State m_state = State::Idle;
    bool m_isStopping = false;
    QElapsedTimer m_elapsed;
    qint64 m_took = 0; ///< milliseconds, of a check that is over
};

} // namespace offboarding::ui
