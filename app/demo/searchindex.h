// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/directory.h"

#include <QHash>
#include <QList>

namespace offboarding::demo {

/// What POST /users/search sees: the users as they were a while ago. Keeps copies only of those that changed
/// within the lag.
class SearchIndex
{
public:
    SearchIndex(const Directory &directory, int lagMs) : m_directory(directory), m_lagMs(lagMs) {}

    /// Call before user @p index is changed at @p now.
    void aboutToChange(int index, qint64 now);
    /// Takes over every change whose lag is over at @p now.
    void settle(qint64 now);
    /// User @p index as the index knows it.
    const UserRecord &user(int index) const;

private:
    struct Change
    {
        qint64 due = 0;
        UserRecord before; ///< what the index shows until due
    };

    const Directory &m_directory;
    int m_lagMs = 0;
    QHash<int, QList<Change>> m_changes; ///< oldest first
};

} // namespace offboarding::demo
