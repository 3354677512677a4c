// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/secretstore.h"

#include <QHash>

namespace offboarding::testing {

/// Keeps secrets as long as the test lives; fails on demand.
class MemorySecretStore : public SecretStore
{
public:
    QHash<QString, QString> entries; ///< by SecretKey::entryName()
    KeychainCause failsWith = KeychainCause::None;

    QCoro::Task<Result<QString>> read(SecretKey key, bool wasKept) override
    {
        if (failsWith != KeychainCause::None)
            co_return failure(error(failsWith));
        const auto found = entries.constFind(key.entryName());
        if (found == entries.constEnd())
            co_return failure(error(wasKept ? KeychainCause::Deleted : KeychainCause::Missing));
        co_return *found;
    }

    QCoro::Task<Result<Done>> write(SecretKey key, QString secret) override
    {
        if (failsWith != KeychainCause::None)
            co_return failure(error(failsWith));
        entries.insert(key.entryName(), secret);
        co_return Done{};
    }

    QCoro::Task<Result<Done>> remove(SecretKey key) override
    {
        if (failsWith != KeychainCause::None)
            co_return failure(error(failsWith));
        entries.remove(key.entryName());
        co_return Done{};
    }

private:
    static Error error(KeychainCause cause)
    {
        Error result;
        result.kind = ErrorKind::Keychain;
        result.keychain = cause;
        return result;
    }
};

} // namespace offboarding::testing
