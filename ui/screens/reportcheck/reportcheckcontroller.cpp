// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/reportcheck/reportcheckcontroller.h"

namespace offboarding::ui {

ReportCheckController::ReportCheckController(ReportChecker &checker, const UserStore &users, QObject *parent)
    : QObject(parent), m_checker(checker), m_users(users)
{
    connect(&m_checker, &ReportChecker::changed, this, &ReportCheckController::readingChanged);
    connect(&m_checker, &ReportChecker::progressChanged, this, &ReportCheckController::progressChanged);
    connect(&m_checker, &ReportChecker::finished, this, &ReportCheckController::finish);
}

void ReportCheckController::check(const QStringList &userIds)
{
    if (userIds.isEmpty())
        return;
    m_userIds = userIds;
    m_userIds.removeDuplicates();
    QList<User> users;
    for (const QString &id : std::as_const(m_userIds)) {
        User user;
        user.id = id; // somebody who left the list meanwhile is read all the same
        const User *known = m_users.find(id);
        users.append(known == nullptr ? user : *known);
    }
    m_isStopping = false;
    m_elapsed.start();
    m_state = State::Reading;
    m_checker.request(users);
    Q_EMIT stateChanged();
    Q_EMIT readingChanged();
}

void ReportCheckController::checkAgain()
{
    const QStringList again = m_userIds;
    check(again);
}

void ReportCheckController::stop()
{
    if (m_state != State::Reading || m_isStopping)
        return;
    m_isStopping = true;
    m_checker.stop();
    Q_EMIT stateChanged(); // what is on its way is awaited
}

void ReportCheckController::finish()
{
    if (m_state != State::Reading)
        return;
    m_took = m_elapsed.elapsed();
    m_state = m_isStopping ? State::Stopped : State::Finished;
    Q_EMIT readingChanged();
    Q_EMIT stateChanged();
}

const ReportCheckReading *ReportCheckController::reading() const
{
    return m_checker.reading();
}

qint64 ReportCheckController::elapsedMilliseconds() const
{
    return m_state == State::Reading ? m_elapsed.elapsed() : m_took;
}

} // namespace offboarding::ui
