// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>
#include <QString>
#include <QUuid>

namespace offboarding {

enum class SecretKind { ClientSecret, RefreshToken, ProxyPassword };

struct SecretKey
{
    QUuid connectionId; ///< Connection::id; a null id is refused
    SecretKind kind = SecretKind::ClientSecret;

    /// "{uuid}/client-secret": what the keychain calls the entry, together with the service name.
    QString entryName() const;
};

/// Where secrets live between two starts. The only ones there are: the desktop's keychain, and memory in
/// tests. Never a file.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Errors are of kind Keychain. @p wasKept: the caller remembers that it was stored
    /// (Connection::keepsSecret), which makes an entry that is not there Deleted instead of Missing.
    virtual QCoro::Task<Result<QString>> read(SecretKey key, bool wasKept) = 0;
    /// Replaces what is there.
    virtual QCoro::Task<Result<Done>> write(SecretKey key, QString secret) = 0;
    /// An entry that is not there is a success.
    virtual QCoro::Task<Result<Done>> remove(SecretKey key) = 0;

    /// Removes all kinds of a connection that is deleted. The first error, after all were tried.
    QCoro::Task<Result<Done>> removeAll(QUuid connectionId);
};

/// The desktop's keychain through QtKeychain: Secret Service or KWallet on Linux, Keychain on macOS,
/// Credential Manager on Windows. The only user of QtKeychain in the product.
///
/// Each task waits as long as the keychain's own question to the user is open, and always finishes. The store
/// may be destroyed before: a task never touches it after it began.
class KeychainStore : public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainStore(QObject *parent = nullptr);

    /// The name under which the keychain's own program lists the entries.
    static QString serviceName();

    QCoro::Task<Result<QString>> read(SecretKey key, bool wasKept) override;
    QCoro::Task<Result<Done>> write(SecretKey key, QString secret) override;
    QCoro::Task<Result<Done>> remove(SecretKey key) override;
};

} // namespace offboarding
