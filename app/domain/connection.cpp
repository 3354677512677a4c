// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/connection.h"

#include <QHostAddress>

namespace offboarding {

QString dialectName(Dialect dialect)
{
    return dialect == Dialect::Legacy ? QStringLiteral("legacy") : QStringLiteral("published");
}

QString secondPersonName(SecondPerson rule)
{
    switch (rule) {
    case SecondPerson::ByEnvironment:
        return QStringLiteral("by-environment");
    case SecondPerson::ForceDelete:
        return QStringLiteral("force-delete");
    case SecondPerson::EveryRun:
        return QStringLiteral("every-run");
    case SecondPerson::Never:
        break;
    }
    return QStringLiteral("never");
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

QString signInMethodName(SignInMethod method)
{
    switch (method) {
    case SignInMethod::AuthorizationCode:
        return QStringLiteral("authorization-code");
    case SignInMethod::ClientCredentials:
        return QStringLiteral("client-credentials");
    case SignInMethod::PastedToken:
        break;
    }
    return QStringLiteral("pasted-token");
}

QString proxyModeName(ProxyMode mode)
{
    switch (mode) {
    case ProxyMode::System:
        return QStringLiteral("system");
    case ProxyMode::None:
        return QStringLiteral("none");
    case ProxyMode::Manual:
        break;
    }
    return QStringLiteral("manual");
}

bool isLoopbackHost(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           QHostAddress(host).isLoopback();
}

bool isTransportAllowed(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    return url.scheme() == QLatin1String("http") && isLoopbackHost(url.host());
}

} // namespace offboarding
