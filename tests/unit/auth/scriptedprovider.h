// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultserver.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

namespace offboarding::testing {

/// An identity provider and an API in one, as small as contract §1.2 allows. All secrets contain "MARKER",
/// and every refusal echoes the secrets it was sent, as careless servers do.
class ScriptedProvider
{
public:
    QString clientId = QStringLiteral("client-1");
    QString clientSecret = QStringLiteral("MARKER-client-secret-77");
    QString code = QStringLiteral("MARKER-code-5a");
    QString challenge; ///< of the authorisation request that was shown to the browser
    QString redirectUrl;
    QString userId = QStringLiteral("u-self");
    QString organizationId = QStringLiteral("o-1");
    int lifetimeSeconds = 3600;
    bool givesRefreshToken = false;
    bool refusesTokens = false; ///< the token endpoint answers 400 invalid_grant
    bool isBroken = false;      ///< the token endpoint answers 503
    bool accepts = true;        ///< false: no token is any good
    int issued = 0;             ///< tokens so far
    QSet<QString> valid;        ///< access tokens
    QSet<QString> refreshTokens;
    QStringList carriedOut; ///< API requests that had a valid token
    QStringList grants;     ///< grant_type of each token request

    QString newToken()
    {
        const QString token = QStringLiteral("MARKER-access-%1").arg(++issued);
        valid.insert(token);
        return token;
    }

    ScriptedAnswer answer(const ReceivedRequest &request)
    {
        return request.path() == "/oauth/token" ? tokenAnswer(request) : apiAnswer(request);
    }

private:
    static ScriptedAnswer refuse(int status, const QString &error, const ReceivedRequest &request)
    {
        const QString echo = QUrl::fromPercentEncoding(request.body) + QLatin1Char(' ') +
                             QString::fromLatin1(request.headers.value("authorization"));
        const QString body = QStringLiteral("{\"error\":\"%1\",\"error_description\":\"refused: %2\"}");
        return jsonAnswer(body.arg(error, echo).toUtf8(), status);
    }

    ScriptedAnswer tokenAnswer(const ReceivedRequest &request)
    {
        const QUrlQuery form(QString::fromLatin1(request.body));
        const auto field = [&form](const char *name) {
            return form.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        };
        const QString grant = field("grant_type");
        grants.append(grant);
        if (isBroken)
            return errorAnswer(503, "service.unavailable", "later");
        const QByteArray pair = (clientId + QLatin1Char(':') + clientSecret).toUtf8();
        const bool isClient = request.headers.value("authorization") == "Basic " + pair.toBase64();
        if (grant == QLatin1String("client_credentials")) {
            if (!isClient)
                return refuse(401, QStringLiteral("invalid_client"), request);
        } else if (grant == QLatin1String("authorization_code")) {
            const QByteArray digest =
                QCryptographicHash::hash(field("code_verifier").toLatin1(), QCryptographicHash::Sha256)
                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
            if (field("code") != code || QString::fromLatin1(digest) != challenge ||
                field("redirect_uri") != redirectUrl || field("client_id") != clientId ||
                request.headers.contains("authorization"))
                return refuse(400, QStringLiteral("invalid_grant"), request);
        } else if (grant == QLatin1String("refresh_token")) {
            if (!refreshTokens.remove(field("refresh_token")))
                return refuse(400, QStringLiteral("invalid_grant"), request);
        }
        if (refusesTokens)
            return refuse(400, QStringLiteral("invalid_grant"), request);
        QString body = QStringLiteral("{\"access_token\":\"%1\",\"token_type\":\"bearer\",\"expires_in\":%2")
                           .arg(newToken())
                           .arg(lifetimeSeconds);
        if (givesRefreshToken) {
            const QString token = QStringLiteral("MARKER-refresh-%1").arg(issued);
            refreshTokens.insert(token);
            body += QStringLiteral(",\"refresh_token\":\"%1\"").arg(token);
        }
        return jsonAnswer((body + QLatin1Char('}')).toUtf8());
    }

    ScriptedAnswer apiAnswer(const ReceivedRequest &request)
    {
        const QByteArray authorization = request.headers.value("authorization");
        const QString token = QString::fromLatin1(authorization.mid(7));
        if (!accepts || !authorization.startsWith("Bearer ") || !valid.contains(token))
            return errorAnswer(401, "bad.credentials", "no good: " + authorization)
                .withHeader("WWW-Authenticate", "Bearer realm=\"api\"");
        carriedOut.append(QString::fromLatin1(request.line()));
        const QByteArray path = request.path();
        const bool isPerson = isPersonal;
        if (path == "/api/v2/users/me" && !isPerson)
            return errorAnswer(400, "not.a.user", "no user");
        if (path == "/api/v2/users/me")
            return jsonAnswer(QStringLiteral("{\"id\":\"%1\",\"name\":\"Ann\",\"email\":\"ann@example.com\","
                                             "\"authorization\":{\"permissions\":[\"directory:*:*\"]},"
                                             "\"organization\":{\"id\":\"%2\",\"name\":\"ACME\"}}")
                                  .arg(userId, organizationId)
                                  .toUtf8());
        if (path == "/api/v2/tokens/me" && request.method == "GET")
            return jsonAnswer(
                QStringLiteral("{\"organization\":{\"id\":\"%1\"},\"OAuthClient\":{\"id\":\"%2\","
                               "\"name\":\"Robot\"}}")
                    .arg(organizationId, clientId)
                    .toUtf8());
        if (path == "/api/v2/tokens/me") {
            valid.remove(token);
            return jsonAnswer("{}");
        }
        if (path == "/api/v2/organizations/me")
            return jsonAnswer(
                QStringLiteral("{\"id\":\"%1\",\"name\":\"ACME\"}").arg(organizationId).toUtf8());
        if (path == "/api/v2/authorization/divisionspermitted/paged/me") {
            const bool isGranted =
                request.query(QStringLiteral("permission")).startsWith(QLatin1String("directory:"));
            return jsonAnswer(isGranted ? "{\"entities\":[{\"id\":\"d\"}]}" : "{\"entities\":[]}");
        }
        return jsonAnswer("{}");
    }

public:
    bool isPersonal = false; ///< every token belongs to a person
};

} // namespace offboarding::testing
