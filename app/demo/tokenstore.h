// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace offboarding::demo {

/// Access tokens, refresh tokens and authorisation codes of the demo organisation. They are worth nothing
/// outside this process. Times are milliseconds.
class TokenStore
{
public:
    /// Who signed in, and in which of the ways. Everything that one sign-in leads to shares its number.
    struct Grant
    {
        int user = -1;         ///< -1: the client itself (client credentials)
        bool isPublic = false; ///< by PKCE, without the secret of the client
        quint64 number = 0;
    };

    /// What GET /oauth/authorize was asked for, until the code is exchanged.
    struct Code
    {
        Grant grant;
        QString redirectUri;
        QString challenge; ///< S256; empty: none was sent
        qint64 expires = 0;
        bool isUsed = false;
    };

    TokenStore(QString clientId, QString clientSecret, int lifetimeSeconds)
        : m_clientId(std::move(clientId)), m_clientSecret(std::move(clientSecret)),
          m_lifetime(lifetimeSeconds)
    {
    }

    /// Tokens, refresh tokens and codes begin with @p mark from now on, so that a test finds them wherever
    /// they leak.
    void setMark(const QString &mark) { m_mark = mark; }
    /// A grant for @p user with a number of its own.
    Grant newGrant(int user, bool isPublic) { return {user, isPublic, ++m_lastGrant}; }
    /// A new random token, valid from @p now for the life time.
    QString issue(qint64 now, const Grant &grant);
    QString issueRefresh(const Grant &grant);
    QString issueCode(const Code &code);

    /// Whose token this is, if it is valid.
    std::optional<Grant> grantOf(const QString &token, qint64 now) const;
    /// Takes a refresh token out; nothing if it is none, or was taken before.
    std::optional<Grant> takeRefresh(const QString &token);
    /// The code as it stands, if it was ever issued; marks it used.
    std::optional<Code> takeCode(const QString &code);

    /// Ends @p token and what else came from the same sign-in.
    void revoke(const QString &token);
    void revokeGrant(quint64 number);
    void revokeUser(int user);
    void revokeAll(bool refreshTokensToo);

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
    struct Token
    {
        Grant grant;
        qint64 expires = 0;
    };

    template <typename Condition> void revokeWhere(Condition condition);

    QString m_clientId;
    QString m_clientSecret;
    QString m_mark;
    int m_lifetime = 0;
    quint64 m_lastGrant = 0;
    QHash<QString, Token> m_tokens;
    QHash<QString, Grant> m_refreshTokens;
    QHash<QString, Code> m_codes;
};

} // namespace offboarding::demo
