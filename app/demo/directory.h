// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/identifiers.h"
#include "app/demo/records.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace offboarding::demo {

/// Everything in the organisation but conversations, and the ids of all of it.
struct Directory
{
    explicit Directory(quint64 withSeed) : seed(withSeed), ids(withSeed) {}

    quint64 seed;
    Identifiers ids;
    qint64 base = 0; ///< when the server started
    std::vector<UserRecord> users;
    QStringList divisions;
    std::vector<QueueRecord> queues;
    std::vector<GroupRecord> groups;
    std::vector<WorkItemRecord> workItems;
    // Only of those who have any.
    QHash<int, ForwardingRecord> forwardings;
    QHash<int, AbsenceRecord> absences;
    QHash<int, int> backups; ///< user → who stands in for them
    QHash<int, QList<ExternalIdRecord>> externalIds;

    QString userId(int user) const { return ids.make(IdKind::User, static_cast<quint32>(user)); }
    QString queueId(int queue) const { return ids.make(IdKind::Queue, static_cast<quint32>(queue)); }
    QString groupId(int group) const { return ids.make(IdKind::Group, static_cast<quint32>(group)); }
    QString divisionId(int division) const
    {
        return ids.make(IdKind::Division, static_cast<quint32>(division));
    }
    /// Index of the user with this id in whatever state, or -1.
    int userOf(QStringView id) const { return within(ids.indexOf(IdKind::User, id), users.size()); }
    int queueOf(QStringView id) const { return within(ids.indexOf(IdKind::Queue, id), queues.size()); }
    int groupOf(QStringView id) const { return within(ids.indexOf(IdKind::Group, id), groups.size()); }
    int divisionOf(QStringView id) const
    {
        return within(ids.indexOf(IdKind::Division, id), static_cast<std::size_t>(divisions.size()));
    }
    const UserRecord &user(int index) const { return users[static_cast<std::size_t>(index)]; }
    UserRecord &user(int index) { return users[static_cast<std::size_t>(index)]; }
    /// Bits of the roles that @p record has, directly or through its groups.
    quint32 rolesOf(const UserRecord &record) const
    {
        quint32 roles = record.directRoles();
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (record.isIn(static_cast<int>(i)) && groups[i].role >= 0)
                roles |= 1U << groups[i].role;
        }
        return roles;
    }
    const QueueRecord &queue(int index) const { return queues[static_cast<std::size_t>(index)]; }

private:
    static int within(int index, std::size_t count)
    {
        return index >= 0 && static_cast<std::size_t>(index) < count ? index : -1;
    }
};

} // namespace offboarding::demo
