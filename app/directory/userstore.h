// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/user.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

namespace offboarding {

/// How far the list of users can be trusted.
enum class DirectoryStatus { Empty, Loading, Complete, Incomplete, Failed };

struct UserCounts
{
    int active = 0;
    int inactive = 0;
    int deleted = 0;
    int unknown = 0;
    int total() const { return active + inactive + deleted + unknown; }
};

/// All users that were read, by row and by id. Changed by UserLoader and by a finished step; models only
/// listen.
class UserStore : public QObject
{
    Q_OBJECT

public:
    explicit UserStore(QObject *parent = nullptr);

    const QList<User> &users() const { return m_users; }
    /// Folded "name\ne-mail\ndepartment\ntitle\nid" of each row, kept for searching as one types.
    const QStringList &searchTexts() const { return m_searchTexts; }
    const User *find(const QString &userId) const; ///< null if not read; valid until the next change
    UserCounts counts() const;
    DirectoryStatus status() const { return m_status; }
    std::optional<Error> lastError() const { return m_lastError; }
    QStringList notes() const { return m_notes; } ///< what was odd in the answers, each naming its place
    QDateTime readAt() const { return m_readAt; } ///< UTC end of the last complete read; invalid before
    int expectedTotal() const { return m_expectedTotal; }

    void setStatus(DirectoryStatus status, std::optional<Error> error = {}, QStringList notes = {});
    void setProgress(int loaded, int expectedTotal);
    void append(QList<User> users); ///< rows whose id is known are updated in place instead
    void replaceAll(QList<User> users);
    void update(const User &user); ///< by id; appended if new

Q_SIGNALS:
    void usersReset();
    void usersAppended(int first, int last);
    void userChanged(int row);
    void statusChanged();
    void progressChanged(int loaded, int expected);

private:
    static QString searchTextOf(const User &user);

    QList<User> m_users;
    QStringList m_searchTexts;
    QHash<QString, int> m_rowById;
    DirectoryStatus m_status = DirectoryStatus::Empty;
    std::optional<Error> m_lastError;
    QStringList m_notes;
    QDateTime m_readAt;
    int m_expectedTotal = 0;
};

} // namespace offboarding
