// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/connections/connectionsaving.h"

#include <QCoroTask>

namespace offboarding::ui {

ConnectionSaving::ConnectionSaving(ConnectionStore &store, SecretStore &secrets, const Connection &former,
                                   const ConnectionEdit &edit, QObject *parent)
    : QObject(parent), m_store(store), m_secrets(secrets), m_connection(edit.connection),
      m_isNew(former.id.isNull())
{
    // The id names the entries in the keychain, which come before the file.
    if (m_isNew)
        m_connection.id = QUuid::createUuid();
    m_connection.keepsSecret = edit.clientSecret.isKept;
    m_connection.proxy.keepsPassword = edit.proxyPassword.isKept;
    if (!edit.clientSecret.secret.isEmpty())
        m_toWrite.append({SecretKind::ClientSecret, edit.clientSecret.secret});
    if (!edit.proxyPassword.secret.isEmpty())
        m_toWrite.append({SecretKind::ProxyPassword, edit.proxyPassword.secret});
    if (m_isNew)
        return;
    const bool isOtherMethod = former.signInMethod != m_connection.signInMethod;
    const bool isOtherClient = former.clientId != m_connection.clientId;
    if (former.keepsSecret && (!m_connection.keepsSecret || isOtherMethod || isOtherClient)) {
        if (edit.clientSecret.secret.isEmpty())
            m_toRemove.append(SecretKind::ClientSecret);
        m_toRemove.append(SecretKind::RefreshToken);
    }
    if (former.proxy.keepsPassword && !m_connection.proxy.keepsPassword)
        m_toRemove.append(SecretKind::ProxyPassword);
}

void ConnectionSaving::start()
{
    writeNext();
}

void ConnectionSaving::writeNext()
{
    if (m_toWrite.isEmpty()) {
        save();
        return;
    }
    const auto [kind, secret] = m_toWrite.takeFirst();
    m_written.append(kind);
    QCoro::connect(m_secrets.write({m_connection.id, kind}, secret), this,
                   [this](const Result<Done> &written) {
                       if (written) {
                           writeNext();
                           return;
                       }
                       Q_EMIT notKept(written.error());
                       deleteLater();
                   });
}

void ConnectionSaving::save()
{
    const Result<Connection> saved = m_store.save(m_connection);
    if (!saved) {
        Q_EMIT notSaved(saved.error());
        // A new connection that is not there must leave nothing behind; of an old one the new secret is
        // right.
        m_toRemove = m_isNew ? m_written : QList<SecretKind>();
        removeNext();
        return;
    }
    Q_EMIT this->saved(*saved);
    removeNext();
}

void ConnectionSaving::removeNext()
{
    if (m_toRemove.isEmpty()) {
        deleteLater();
        return;
    }
    const SecretKind kind = m_toRemove.takeFirst();
    QCoro::connect(m_secrets.remove({m_connection.id, kind}), this, [this](const Result<Done> &removed) {
        if (!removed)
            Q_EMIT notForgotten(removed.error());
        removeNext();
    });
}

} // namespace offboarding::ui
