// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/permissionset.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace offboarding {

/// What an operation needs, as the contract publishes it.
struct PermissionNeed
{
    bool needsAll = false;   ///< every one of them; otherwise one is enough
    QStringList permissions; ///< empty: none published, a token is enough

    bool operator==(const PermissionNeed &other) const = default;
};

/// The permissions of a contract operation id ("patchUser"): the only place in the product that knows them.
/// Empty for an operation that is not in the table, which a test forbids for everything the product sends.
std::optional<PermissionNeed> permissionNeed(const QString &operation);

/// True if @p granted satisfies @p need. An unknown set never does: ask PermissionSet::isKnown() first.
bool isPermitted(const PermissionNeed &need, const PermissionSet &granted);

/// The least set that permits all @p operations: for an "any" need that nothing else covers, its narrowest
/// permission. Sorted, without duplicates.
QStringList leastPermissions(const QStringList &operations);

/// What of leastPermissions() @p granted lacks, one entry per need that is not satisfied. Empty when nothing
/// is missing or when the set is unknown.
QStringList missingPermissions(const QStringList &operations, const PermissionSet &granted);

/// Every permission that the table names, sorted.
QStringList knownPermissions();

} // namespace offboarding
