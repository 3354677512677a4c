// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace offboarding {

/// Which spelling of the API a connection speaks; see app/api/dialect.h for the table.
enum class Dialect { Legacy, Published };

/// What is at stake. Production demands more confirmation.
enum class Environment { Production, Sandbox, Demo };

QString dialectName(Dialect dialect);             ///< "legacy", "published"
QString environmentName(Environment environment); ///< "production", "sandbox", "demo"

/// One organisation that the console can talk to. Holds no secret.
struct Connection
{
    QString name;
    QUrl apiUrl; ///< https, or http to loopback only
    QUrl loginUrl;
    Dialect dialect = Dialect::Published;
    Environment environment = Environment::Production;
    QString organizationId;   ///< empty until read
    QString organizationName; ///< empty until read; hostile plain text

    bool operator==(const Connection &other) const = default;
};

/// True for https everywhere and for http to a loopback address only.
bool isTransportAllowed(const QUrl &url);

} // namespace offboarding
