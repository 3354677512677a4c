// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace offboarding::demo {

/// Access tokens of the demo organisation. They are worth nothing outside this process.
class TokenStore
{
public:
    TokenStore(QString clientId, QString clientSecret, int lifetimeSeconds)
        : m_clientId(std::move(clientId)), m_clientSecret(std::move(clientSecret)),
          m_lifetime(lifetimeSeconds)
    {
    }

    /// A new random token, valid from @p now (milliseconds) for the life time.
    QString issue(qint64 now);
    bool isValid(const QString &token, qint64 now) const;
    void revoke(const QString &token) { m_expiry.remove(token); }
    void revokeAll() { m_expiry.clear(); }
    int lifetimeSeconds() const { return m_lifetime; }
    const QString &clientId() const { return m_clientId; }
    const QString &clientSecret() const { return m_clientSecret; }
    /// True if @p authorization is the Basic header of the client.
    bool isClient(const QByteArray &authorization) const;

    /// Letters that nobody guesses: other people may have an account on this machine.
    static QString randomText(int bytes);
    /// What follows "Bearer " in @p authorization, or an empty string.
    static QString bearer(const QByteArray &authorization);

private:
    QString m_clientId;
    QString m_clientSecret;
    int m_lifetime = 0;
    QHash<QString, qint64> m_expiry;
};

} // namespace offboarding::demo
