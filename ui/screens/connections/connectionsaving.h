// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/secretstore.h"
#include "app/base/result.h"
#include "app/connections/connectionstore.h"
#include "ui/dialogs/connectiondialog.h"

#include <QList>
#include <QObject>

#include <functional>
#include <utility>

namespace offboarding::ui {

/// Saves what an editor was left with, in the order in which nothing is ever said to be kept that is not: the
/// secrets into the keychain, then the connection into its file, then what is no longer wanted out of the
/// keychain. Deletes itself when it is done.
class ConnectionSaving : public QObject
{
    Q_OBJECT

public:
    /// @p former: the connection as it was; a null id if it is new. Everything is borrowed.
    ConnectionSaving(ConnectionStore &store, SecretStore &secrets, const Connection &former,
                     const ConnectionEdit &edit, QObject *parent);

    void start();

Q_SIGNALS:
    void saved(const offboarding::Connection &connection);
    /// A secret could not be kept: nothing was saved.
    void notKept(const offboarding::Error &error);
    /// The file could not be written; the secrets of a new connection were taken out again.
    void notSaved(const offboarding::Error &error);
    /// Saved, but a secret that is no longer wanted is still in the keychain.
    void notForgotten(const offboarding::Error &error);

private:
    void writeNext();
    void save();
    void removeNext();

    ConnectionStore &m_store;
    SecretStore &m_secrets;
    Connection m_connection;
    bool m_isNew;
    QList<std::pair<SecretKind, QString>> m_toWrite;
    QList<SecretKind> m_written;
    QList<SecretKind> m_toRemove;
};

} // namespace offboarding::ui
