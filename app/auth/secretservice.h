// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QString>

namespace offboarding {

/// What can be learned about the keychain besides QtKeychain's answers. QtKeychain 0.13 reports a locked
/// keychain as "entry not found" when it reads, and as success when it deletes; only asking the Secret
/// Service itself (https://specifications.freedesktop.org/secret-service, SearchItems) tells the difference.
enum class EntryState {
    Unknown, ///< could not be asked: another keychain is in use, or another system
    Absent,
    Present,
    Locked ///< it is there, but the keychain is locked
};

/// State of the entry that QtKeychain calls @p entryName under @p service.
QCoro::Task<EntryState> secretServiceEntry(QString service, QString entryName);

/// True if the Secret Service says that its default collection, into which new entries go, is locked.
QCoro::Task<bool> isKeychainLocked();

enum class KeychainPresence {
    None,      ///< certain: neither a Secret Service nor KWallet is on the session's bus
    Startable, ///< not running; the bus would start it, or fail to after up to two minutes
    Running
};

QCoro::Task<KeychainPresence> keychainPresence();

} // namespace offboarding
