// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/tokenstore.h"

#include <QRandomGenerator>

namespace offboarding::demo {

namespace {

/// The part of @p header behind @p scheme (in lower case, with its blank), or nothing.
std::optional<QByteArray> behind(const QByteArray &header, const QByteArray &scheme)
{
    if (header.left(scheme.size()).toLower() != scheme)
        return std::nullopt;
    return header.mid(scheme.size()).trimmed();
}

} // namespace

QString TokenStore::issue(qint64 now, const Grant &grant)
{
    m_tokens.removeIf(
        [now](const std::pair<const QString &, Token &> &entry) { return entry.second.expires <= now; });
    const QString token = m_mark + randomText(32);
    m_tokens.insert(token, {grant, now + static_cast<qint64>(m_lifetime) * 1000});
    return token;
}

QString TokenStore::issueRefresh(const Grant &grant)
{
    const QString token = m_mark + randomText(32);
    m_refreshTokens.insert(token, grant);
    return token;
}

QString TokenStore::issueCode(const Code &code)
{
    const QString text = m_mark + randomText(32);
    m_codes.insert(text, code);
    return text;
}

std::optional<TokenStore::Grant> TokenStore::grantOf(const QString &token, qint64 now) const
{
    const auto found = m_tokens.constFind(token);
    if (found == m_tokens.cend() || found->expires <= now)
        return std::nullopt;
    return found->grant;
}

std::optional<TokenStore::Grant> TokenStore::takeRefresh(const QString &token)
{
    const auto found = m_refreshTokens.constFind(token);
    if (found == m_refreshTokens.cend())
        return std::nullopt;
    const Grant grant = *found;
    m_refreshTokens.erase(found);
    return grant;
}

std::optional<TokenStore::Code> TokenStore::takeCode(const QString &code)
{
    const auto found = m_codes.find(code);
    if (found == m_codes.end())
        return std::nullopt;
    const Code before = *found;
    found->isUsed = true;
    return before;
}

template <typename Condition> void TokenStore::revokeWhere(Condition condition)
{
    m_tokens.removeIf([&condition](const std::pair<const QString &, Token &> &entry) {
        return condition(entry.second.grant);
    });
    m_refreshTokens.removeIf(
        [&condition](const std::pair<const QString &, Grant &> &entry) { return condition(entry.second); });
}

void TokenStore::revoke(const QString &token)
{
    const auto found = m_tokens.constFind(token);
    if (found != m_tokens.cend())
        revokeGrant(found->grant.number);
}

void TokenStore::revokeGrant(quint64 number)
{
    revokeWhere([number](const Grant &grant) { return grant.number == number; });
}

void TokenStore::revokeUser(int user)
{
    revokeWhere([user](const Grant &grant) { return grant.user == user; });
}

void TokenStore::revokeAll(bool refreshTokensToo)
{
    m_tokens.clear();
    if (refreshTokensToo)
        m_refreshTokens.clear();
}

bool TokenStore::isClient(const QByteArray &authorization) const
{
    const std::optional<QByteArray> encoded = behind(authorization, "basic ");
    const QString pair = m_clientId + QLatin1Char(':') + m_clientSecret;
    return encoded && QByteArray::fromBase64(*encoded) == pair.toUtf8();
}

QString TokenStore::randomText(int bytes)
{
    QByteArray random(bytes, '\0');
    for (char &byte : random)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(
        random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString TokenStore::bearer(const QByteArray &authorization)
{
    return QString::fromLatin1(behind(authorization, "bearer ").value_or(QByteArray()));
}

} // namespace offboarding::demo
