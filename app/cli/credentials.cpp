// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/credentials.h"

#include <QByteArray>
#include <QtGlobal>

#include <cstdlib>
#include <cstring>

namespace offboarding::cli {

namespace {

QString takeVariable(const char *name)
{
    const QString value = QString::fromUtf8(qgetenv(name)).trimmed();
#ifdef Q_OS_UNIX
    // /proc/PID/environ shows the block that the process was started with, whatever was unset since.
    if (char *const stored = std::getenv(name))
        std::memset(stored, 0, std::strlen(stored));
#endif
    qunsetenv(name);
    return value;
}

} // namespace

Credentials takeCredentials()
{
    Credentials credentials;
    credentials.token = takeVariable("OFFBOARDING_TOKEN");
    credentials.clientId = takeVariable("OFFBOARDING_CLIENT_ID");
    credentials.clientSecret = takeVariable("OFFBOARDING_CLIENT_SECRET");
    return credentials;
}

} // namespace offboarding::cli
