// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/connection.h"

#include <QHostAddress>

namespace offboarding {

QString dialectName(Dialect dialect)
{
    return dialect == Dialect::Legacy ? QStringLiteral("legacy") : QStringLiteral("published");
}

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return QStringLiteral("production");
    case Environment::Sandbox:
        return QStringLiteral("sandbox");
    case Environment::Demo:
        break;
    }
    return QStringLiteral("demo");
}

bool isTransportAllowed(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    if (url.scheme() != QLatin1String("http"))
        return false;
    const QString host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace offboarding
