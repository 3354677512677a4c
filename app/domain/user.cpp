// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/user.h"

namespace offboarding {

QString userStateName(UserState state)
{
    switch (state) {
    case UserState::Active:
        return QStringLiteral("active");
    case UserState::Inactive:
        return QStringLiteral("inactive");
    case UserState::Deleted:
        return QStringLiteral("deleted");
    case UserState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

UserState userStateFromName(const QString &name)
{
    const QString folded = name.toLower();
    if (folded == QLatin1String("active"))
        return UserState::Active;
    if (folded == QLatin1String("inactive"))
        return UserState::Inactive;
    if (folded == QLatin1String("deleted"))
        return UserState::Deleted;
    return UserState::Unknown;
}

QString User::identity() const
{
    return QStringLiteral("%1 (%2)").arg(name.isEmpty() ? id : name, confirmationText());
}

QString User::confirmationText() const
{
    return email.isEmpty() ? id : email;
}

} // namespace offboarding
