// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userstore.h"

#include "app/directory/textfolding.h"

#include <utility>

namespace offboarding {

UserStore::UserStore(QObject *parent) : QObject(parent) {}

QString UserStore::searchTextOf(const User &user)
{
    return folded(user.name) + QLatin1Char('\n') + folded(user.email) + QLatin1Char('\n') +
           folded(user.department) + QLatin1Char('\n') + folded(user.title) + QLatin1Char('\n') +
           folded(user.id);
}

const User *UserStore::find(const QString &userId) const
{
    const auto row = m_rowById.constFind(userId);
    return row == m_rowById.constEnd() ? nullptr : &m_users.at(*row);
}

UserCounts UserStore::counts() const
{
    UserCounts counts;
    for (const User &user : m_users) {
        switch (user.state) {
        case UserState::Active:
            ++counts.active;
            break;
        case UserState::Inactive:
            ++counts.inactive;
            break;
        case UserState::Deleted:
            ++counts.deleted;
            break;
        case UserState::Unknown:
            ++counts.unknown;
            break;
        }
    }
    return counts;
}

void UserStore::setStatus(DirectoryStatus status, std::optional<Error> error, QStringList notes)
{
    m_status = status;
    m_lastError = std::move(error);
    m_notes = std::move(notes);
    if (status == DirectoryStatus::Complete)
        m_readAt = QDateTime::currentDateTimeUtc();
    Q_EMIT statusChanged();
}

void UserStore::setProgress(int loaded, int expectedTotal)
{
    m_expectedTotal = expectedTotal;
    Q_EMIT progressChanged(loaded, expectedTotal);
}

void UserStore::append(QList<User> users)
{
    const int first = static_cast<int>(m_users.size());
    QList<User> changed; // told after the new rows: a listener must not see rows that nobody announced
    for (User &user : users) {
        const auto known = m_rowById.constFind(user.id);
        if (known != m_rowById.constEnd() && *known < first) {
            changed.append(std::move(user));
            continue;
        }
        if (known != m_rowById.constEnd()) {
            m_users[*known] = user;
            m_searchTexts[*known] = searchTextOf(user);
            continue;
        }
        m_rowById.insert(user.id, static_cast<int>(m_users.size()));
        m_searchTexts.append(searchTextOf(user));
        m_users.append(std::move(user));
    }
    const int last = static_cast<int>(m_users.size()) - 1;
    if (last >= first)
        Q_EMIT usersAppended(first, last);
    for (const User &user : std::as_const(changed))
        update(user);
}

void UserStore::replaceAll(QList<User> users)
{
    m_users.clear();
    m_searchTexts.clear();
    m_rowById.clear();
    m_users.reserve(users.size());
    m_searchTexts.reserve(users.size());
    for (User &user : users) {
        const auto known = m_rowById.constFind(user.id);
        if (known != m_rowById.constEnd()) {
            m_users[*known] = user;
            m_searchTexts[*known] = searchTextOf(user);
            continue;
        }
        m_rowById.insert(user.id, static_cast<int>(m_users.size()));
        m_searchTexts.append(searchTextOf(user));
        m_users.append(std::move(user));
    }
    Q_EMIT usersReset();
}

void UserStore::update(const User &user)
{
    const auto known = m_rowById.constFind(user.id);
    if (known == m_rowById.constEnd()) {
        append({user});
        return;
    }
    const int row = *known;
    if (m_users.at(row) == user)
        return;
    m_users[row] = user;
    m_searchTexts[row] = searchTextOf(user);
    Q_EMIT userChanged(row);
}

} // namespace offboarding
