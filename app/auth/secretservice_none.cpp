// SPDX-License-Identifier: GPL-3.0-or-later
// Systems without a session bus: their keychains answer for themselves.
#include "app/auth/secretservice.h"

namespace offboarding {

QCoro::Task<EntryState> secretServiceEntry(QString service, QString entryName)
{
    Q_UNUSED(service)
    Q_UNUSED(entryName)
    co_return EntryState::Unknown;
}

QCoro::Task<bool> isKeychainLocked()
{
    co_return false;
}

QCoro::Task<KeychainPresence> keychainPresence()
{
    co_return KeychainPresence::Running;
}

} // namespace offboarding
