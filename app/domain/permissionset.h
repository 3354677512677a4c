// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace offboarding {

/// What a signed-in account may do: strings such as "directory:user:delete", with "*" as a wildcard
/// (contract §2.4). A set that could not be read is unknown, which is neither "may" nor "may not".
class PermissionSet
{
public:
    PermissionSet() = default; ///< unknown
    explicit PermissionSet(QStringList granted);

    bool isKnown() const { return m_isKnown; }
    const QStringList &granted() const { return m_granted; } ///< sorted, without duplicates

    /// True if one of the granted strings covers @p permission. False for an unknown set: ask isKnown().
    bool allows(const QString &permission) const;

    bool operator==(const PermissionSet &other) const = default;

private:
    QStringList m_granted;
    bool m_isKnown = false;
};

/// True if the granted string covers the wanted one: part by part, "*" covers any part, and a final "*" all
/// that follow ("directory:*" covers "directory:user:view", "*" covers everything).
bool isCoveredBy(const QString &permission, const QString &granted);

} // namespace offboarding
