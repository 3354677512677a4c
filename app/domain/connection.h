// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/planoptions.h"

#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUuid>

namespace offboarding {

/// Which spelling of the API a connection speaks; see app/api/dialect.h for the table.
enum class Dialect { Legacy, Published };

/// What is at stake. Production demands more confirmation.
enum class Environment { Production, Sandbox, Demo };

/// How a connection gets its access token (contract §1.2).
enum class SignInMethod {
    AuthorizationCode, ///< in the browser, with PKCE; acts as the person who signs in
    ClientCredentials, ///< client id and secret; acts as the client, without a person
    PastedToken        ///< an access token that somebody else got; for one session, never stored
};

/// Where requests go out. Loopback addresses never go through a proxy.
enum class ProxyMode { System, None, Manual };

/// Which runs of a connection need the approval of a second person (four eyes).
enum class SecondPerson {
    ByEnvironment, ///< force delete on production; nothing elsewhere
    ForceDelete,   ///< every force delete
    EveryRun,      ///< every run that changes anything
    Never
};

QString secondPersonName(SecondPerson rule);      ///< "by-environment", "force-delete", "every-run", "never"
QString dialectName(Dialect dialect);             ///< "legacy", "published"
QString environmentName(Environment environment); ///< "production", "sandbox", "demo"
QString signInMethodName(SignInMethod method); ///< "authorization-code", "client-credentials", "pasted-token"
QString proxyModeName(ProxyMode mode);         ///< "system", "none", "manual"

/// The proxy of one connection. Its password is a secret and lives in the keychain only.
struct ProxySettings
{
    ProxyMode mode = ProxyMode::System;
    QString host;               ///< Manual only
    int port = 0;               ///< Manual only, 1–65535
    QString user;               ///< Manual and System; empty: the proxy asks for none
    bool keepsPassword = false; ///< the password is in the keychain (SecretKind::ProxyPassword)

    bool operator==(const ProxySettings &other) const = default;
};

/// Tripwires of a connection: a run beyond them is refused.
struct RunLimits
{
    int mostUsersPerRun = 500;
    int mostPercentOfOrganization = 10; ///< of the users that are not deleted, 1–100

    bool operator==(const RunLimits &other) const = default;
};

/// One organisation that the console can talk to. Holds no secret.
struct Connection
{
    QUuid id; ///< names it in the keychain; null: never saved (the demo, one given on the command line)
    QString name;
    QString regionHost; ///< of the table in app/connections/regions.h, e.g. "mypurecloud.de"; empty: own URLs
    QUrl apiUrl;        ///< https, or http to loopback only
    QUrl loginUrl;      ///< where /oauth/authorize and /oauth/token live; the same rules
    Dialect dialect = Dialect::Published;
    Environment environment = Environment::Production;
    SignInMethod signInMethod = SignInMethod::AuthorizationCode;
    QString clientId; ///< public
    /// Where the browser comes back to, exactly as registered for the client, port included (contract §1.2);
    /// http on loopback. Empty: http://127.0.0.1 with a free port, for servers that allow any.
    QUrl redirectUrl;
    bool keepsSecret = false;     ///< the client secret or refresh token is in the keychain
    QStringList protectedUsers;   ///< ids or e-mail addresses of users who may never be offboarded
    QStringList allowedDivisions; ///< ids of the divisions whose users may be offboarded; empty: all
    RunLimits limits;
    SecondPerson secondPerson = SecondPerson::ByEnvironment; ///< see needsSecondPerson() in plancheck.h
    PlanOptions planOptions; ///< ticked at first when an offboarding is planned
    int unlockMinutes = 15;  ///< how long a production connection stays unlocked, 1–480
    QString extraCaFile;     ///< PEM file with certificate authorities besides the system's; empty: none
    ProxySettings proxy;
    QString organizationId;   ///< empty until read
    QString organizationName; ///< empty until read; hostile plain text

    bool operator==(const Connection &other) const = default;
};

/// True for https everywhere and for http to a loopback address only.
bool isTransportAllowed(const QUrl &url);

/// True for 127.0.0.0/8, ::1 and "localhost".
bool isLoopbackHost(const QString &host);

} // namespace offboarding
