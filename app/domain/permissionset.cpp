// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/permissionset.h"

#include <algorithm>
#include <utility>

namespace offboarding {

PermissionSet::PermissionSet(QStringList granted) : m_granted(std::move(granted)), m_isKnown(true)
{
    m_granted.removeAll(QString());
    m_granted.sort();
    m_granted.removeDuplicates();
}

bool PermissionSet::allows(const QString &permission) const
{
    return m_isKnown && std::any_of(m_granted.cbegin(), m_granted.cend(), [&permission](const QString &one) {
               return isCoveredBy(permission, one);
           });
}

bool isCoveredBy(const QString &permission, const QString &granted)
{
    if (permission.isEmpty() || granted.isEmpty())
        return false;
    const QStringList wanted = permission.split(QLatin1Char(':'));
    const QStringList given = granted.split(QLatin1Char(':'));
    for (qsizetype i = 0; i < given.size(); ++i) {
        const bool isWildcard = given.at(i) == QLatin1String("*");
        if (isWildcard && i == given.size() - 1)
            return i < wanted.size();
        if (i >= wanted.size() || (!isWildcard && given.at(i) != wanted.at(i)))
            return false;
    }
    return given.size() == wanted.size();
}

} // namespace offboarding
