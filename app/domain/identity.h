// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/permissionset.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace offboarding {

/// Who a session acts as. Strings are the server's: hostile plain text, empty when absent.
struct Identity
{
    bool isClient = false; ///< client credentials: there is no person behind it
    QString userId;        ///< empty for a client
    QString name;          ///< of the person or of the client
    QString email;         ///< empty for a client
    QString clientId;      ///< of the token, where the server told
    QString organizationId;
    QString organizationName;
    PermissionSet permissions; ///< unknown where the server did not tell
    QDateTime readAt;          ///< UTC

    /// True if both act for the same account in the same organisation: work that was begun by one may be
    /// continued by the other. Never true where the organisation or the account is not known.
    bool isSameAccount(const Identity &other) const;

    bool operator==(const Identity &other) const = default;
};

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::Identity)
