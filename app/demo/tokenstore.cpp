// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/tokenstore.h"

#include <QRandomGenerator>

namespace offboarding::demo {

QString TokenStore::issue(qint64 now)
{
    const QString token = randomText(32);
    m_expiry.insert(token, now + static_cast<qint64>(m_lifetime) * 1000);
    return token;
}

bool TokenStore::isValid(const QString &token, qint64 now) const
{
    const auto found = m_expiry.constFind(token);
    return found != m_expiry.cend() && *found > now;
}

bool TokenStore::isClient(const QByteArray &authorization) const
{
    const QString pair = m_clientId + QLatin1Char(':') + m_clientSecret;
    const QByteArray wanted = "Basic " + pair.toUtf8().toBase64();
    return authorization == wanted;
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
    static const QByteArray scheme("bearer ");
    if (authorization.left(scheme.size()).toLower() != scheme)
        return {};
    return QString::fromLatin1(authorization.mid(scheme.size()).trimmed());
}

} // namespace offboarding::demo
