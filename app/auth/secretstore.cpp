// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/secretstore.h"

#include "app/auth/secretservice.h"
#include "app/base/redaction.h"

#include <QCoroSignal>
#include <QPointer>
#include <qt6keychain/keychain.h>

#include <memory>
#include <optional>
#include <utility>

namespace offboarding {

namespace {

QString secretKindName(SecretKind kind)
{
    switch (kind) {
    case SecretKind::ClientSecret:
        return QStringLiteral("client-secret");
    case SecretKind::RefreshToken:
        return QStringLiteral("refresh-token");
    case SecretKind::ProxyPassword:
        break;
    }
    return QStringLiteral("proxy-password");
}

Error keychainError(KeychainCause cause, const SecretKey &key, const QString &detail = {})
{
    Error error;
    error.kind = ErrorKind::Keychain;
    error.keychain = cause;
    error.detail = boundedServerText(detail);
    error.place = QStringLiteral("keychain entry ") + key.entryName();
    return error;
}

KeychainCause causeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainCause::None;
    case QKeychain::EntryNotFound:
        return KeychainCause::Missing;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainCause::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainCause::NoBackend;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return KeychainCause::Other;
}

using JobDeleter = void (*)(QKeychain::Job *);
template <typename Job> using JobPointer = std::unique_ptr<Job, JobDeleter>;

/// A job that lives until the caller has read its answer. The insecure fallback is off by default and stays
/// so.
template <typename Job> JobPointer<Job> makeJob(const SecretKey &key)
{
    auto *job = new Job(KeychainStore::serviceName());
    job->setAutoDelete(false);
    job->setKey(key.entryName());
    return {job, [](QKeychain::Job *done) { done->deleteLater(); }};
}

QCoro::Task<KeychainCause> run(QKeychain::Job *job)
{
    job->start();
    co_await qCoro(job, &QKeychain::Job::finished);
    co_return causeOf(job->error());
}

/// An answer that says less than the keychain knows, made exact.
QCoro::Task<KeychainCause> exactCause(KeychainCause cause, SecretKey key)
{
    if (cause == KeychainCause::None || cause == KeychainCause::NoBackend)
        co_return cause;
    const QString service = KeychainStore::serviceName();
    const QString name = key.entryName();
    const EntryState state = co_await secretServiceEntry(service, name);
    if (state == EntryState::Locked)
        co_return KeychainCause::Locked;
    if (cause == KeychainCause::Missing && state == EntryState::Present)
        co_return KeychainCause::Other;
    if (cause == KeychainCause::Other) {
        // The bus was to start one and could not.
        const KeychainPresence presence = co_await keychainPresence();
        if (presence != KeychainPresence::Running)
            co_return KeychainCause::NoBackend;
    }
    co_return cause;
}

/// Whether to ask at all.
QCoro::Task<std::optional<Error>> refusal(SecretKey key)
{
    if (key.connectionId.isNull()) {
        const Error error = keychainError(
            KeychainCause::Other, key, QStringLiteral("a connection that was never saved keeps no secret"));
        co_return error;
    }
    const KeychainPresence presence = co_await keychainPresence();
    if (presence == KeychainPresence::None) {
        const Error error = keychainError(KeychainCause::NoBackend, key,
                                          QStringLiteral("no keychain service on the session's bus"));
        co_return error;
    }
    co_return std::nullopt;
}

} // namespace

QString SecretKey::entryName() const
{
    return connectionId.toString(QUuid::WithoutBraces) + QLatin1Char('/') + secretKindName(kind);
}

QCoro::Task<Result<Done>> SecretStore::removeAll(QUuid connectionId)
{
    const QPointer<SecretStore> self(this);
    std::optional<Error> first;
    for (const SecretKind kind :
         {SecretKind::ClientSecret, SecretKind::RefreshToken, SecretKind::ProxyPassword}) {
        const SecretKey key{connectionId, kind};
        if (self == nullptr)
            co_return failure(keychainError(KeychainCause::Other, key, QStringLiteral("closed meanwhile")));
        const Result<Done> removed = co_await remove(key);
        if (!removed && !first)
            first = removed.error();
    }
    if (first)
        co_return failure(*first);
    co_return Done{};
}

KeychainStore::KeychainStore(QObject *parent) : SecretStore(parent) {}

QString KeychainStore::serviceName()
{
    return QStringLiteral("offboarding-console");
}

QCoro::Task<Result<QString>> KeychainStore::read(SecretKey key, bool wasKept)
{
    const std::optional<Error> refused = co_await refusal(key);
    if (refused)
        co_return failure(*refused);
    const auto job = makeJob<QKeychain::ReadPasswordJob>(key);
    KeychainCause cause = co_await run(job.get());
    cause = co_await exactCause(cause, key);
    if (cause == KeychainCause::None)
        co_return job->textData();
    if (cause == KeychainCause::Missing && wasKept)
        cause = KeychainCause::Deleted;
    co_return failure(keychainError(cause, key, job->errorString()));
}

QCoro::Task<Result<Done>> KeychainStore::write(SecretKey key, QString secret)
{
    const std::optional<Error> refused = co_await refusal(key);
    if (refused)
        co_return failure(*refused);
    const auto job = makeJob<QKeychain::WritePasswordJob>(key);
    job->setTextData(secret);
    KeychainCause cause = co_await run(job.get());
    if (cause == KeychainCause::None)
        co_return Done{};
    cause = co_await exactCause(cause, key);
    const bool isLocked = co_await isKeychainLocked();
    if (isLocked)
        cause = KeychainCause::Locked;
    co_return failure(keychainError(cause, key, job->errorString()));
}

QCoro::Task<Result<Done>> KeychainStore::remove(SecretKey key)
{
    const std::optional<Error> refused = co_await refusal(key);
    if (refused)
        co_return failure(*refused);
    const auto job = makeJob<QKeychain::DeletePasswordJob>(key);
    KeychainCause cause = co_await run(job.get());
    // Success is claimed after looking: QtKeychain reports the deletion of a locked entry as done.
    const QString service = serviceName();
    const QString name = key.entryName();
    const EntryState state = co_await secretServiceEntry(service, name);
    if (state == EntryState::Locked)
        cause = KeychainCause::Locked;
    else if (state == EntryState::Present)
        cause = cause == KeychainCause::None ? KeychainCause::Other : cause;
    else if (state == EntryState::Absent || cause == KeychainCause::Missing)
        cause = KeychainCause::None;
    if (cause == KeychainCause::None)
        co_return Done{};
    co_return failure(keychainError(cause, key, job->errorString()));
}

} // namespace offboarding
