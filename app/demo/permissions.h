// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/reply.h"

#include <QStringList>

#include <initializer_list>
#include <optional>

namespace offboarding::demo {

/// What a token may do: permissions such as "directory:user:edit", "*" standing for any of the three parts.
class PermissionSet
{
public:
    PermissionSet() = default; ///< nothing
    explicit PermissionSet(QStringList patterns);
    /// Every domain of the contract as a whole.
    static PermissionSet everything();

    bool allows(const QString &permission) const;
    /// What both allow.
    PermissionSet intersected(const PermissionSet &other) const;
    /// As GET /users/me lists them, sorted, without those that another one covers.
    const QStringList &patterns() const { return m_patterns; }

private:
    QStringList m_patterns;
};

/// What a route asks for: the contract's "Perm ANY" or "Perm ALL". Empty: nothing but a token.
struct RequiredPermissions
{
    QStringList names;
    bool needsAll = false;
};

RequiredPermissions anyOf(std::initializer_list<const char *> names);
RequiredPermissions allOf(std::initializer_list<const char *> names);

/// 403 missing.any.permissions or missing.permissions with the names in messageParams, if @p granted is not
/// enough (contract §1.3).
std::optional<Refusal> permissionRefusal(const PermissionSet &granted, const RequiredPermissions &required);

} // namespace offboarding::demo
