// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/searchindex.h"

namespace offboarding::demo {

void SearchIndex::aboutToChange(int index, qint64 now)
{
    if (m_lagMs > 0)
        m_changes[index].append({now + m_lagMs, m_directory.user(index)});
}

void SearchIndex::settle(qint64 now)
{
    for (auto it = m_changes.begin(); it != m_changes.end();) {
        QList<Change> &changes = it.value();
        while (!changes.isEmpty() && changes.first().due <= now)
            changes.removeFirst();
        it = changes.isEmpty() ? m_changes.erase(it) : std::next(it);
    }
}

const UserRecord &SearchIndex::user(int index) const
{
    const auto found = m_changes.constFind(index);
    return found != m_changes.cend() ? found->first().before : m_directory.user(index);
}

} // namespace offboarding::demo
