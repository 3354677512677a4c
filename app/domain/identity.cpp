// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/identity.h"

namespace offboarding {

bool Identity::isSameAccount(const Identity &other) const
{
    if (organizationId.isEmpty() || organizationId != other.organizationId || isClient != other.isClient)
        return false;
    const QString &account = isClient ? clientId : userId;
    return !account.isEmpty() && account == (other.isClient ? other.clientId : other.userId);
}

} // namespace offboarding
