// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/identitycalls.h"

#include "app/api/permissiontable.h"
#include "app/base/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace offboarding {

namespace {

constexpr int longestLifetimeSeconds = 450 * 24 * 3600; ///< SCIM clients (contract §1.2)

Error badAnswer(const ApiResponse &response, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.httpStatus = response.status;
    error.correlationId = response.correlationId;
    error.place = response.place;
    error.detail = detail;
    return error;
}

Error closed()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.detail = QStringLiteral("the connection was closed");
    return error;
}

ApiRequest readRequest(const char *operation, const char *path)
{
    ApiRequest request;
    request.operation = QLatin1String(operation);
    request.path = QLatin1String(path);
    request.idempotent = true;
    return request;
}

QString textOf(const QJsonObject &object, const char *name)
{
    return boundedServerText(object.value(QLatin1String(name)).toString());
}

/// A token goes into a header as it is.
bool isUsableToken(const QString &token)
{
    return !token.isEmpty() && std::all_of(token.cbegin(), token.cend(), [](QChar character) {
        return character.unicode() > 0x20 && character.unicode() < 0x7f;
    });
}

bool isNotAUser(const Error &error)
{
    return error.httpStatus == 400 && error.kind == ErrorKind::BadRequest;
}

void fillOrganization(Identity &identity, const QJsonObject &organization)
{
    if (identity.organizationId.isEmpty())
        identity.organizationId = textOf(organization, "id");
    if (identity.organizationName.isEmpty())
        identity.organizationName = textOf(organization, "name");
}

Result<Identity> parseOwnUser(const ApiResponse &response)
{
    const QJsonObject user = QJsonDocument::fromJson(response.body).object();
    Identity identity;
    identity.userId = textOf(user, "id");
    if (identity.userId.isEmpty())
        return failure(badAnswer(response, QStringLiteral("the user has no id")));
    identity.name = textOf(user, "name");
    identity.email = textOf(user, "email");
    fillOrganization(identity, user.value(QLatin1String("organization")).toObject());
    const QJsonValue permissions =
        user.value(QLatin1String("authorization")).toObject().value(QLatin1String("permissions"));
    if (permissions.isArray()) {
        QStringList granted;
        const QJsonArray array = permissions.toArray();
        for (const QJsonValue &one : array)
            granted.append(boundedServerText(one.toString()));
        identity.permissions = PermissionSet(granted);
    }
    return identity;
}

Result<Identity> parseOwnToken(const ApiResponse &response)
{
    const QJsonObject token = QJsonDocument::fromJson(response.body).object();
    const QJsonObject client = token.value(QLatin1String("OAuthClient")).toObject();
    if (token.isEmpty())
        return failure(badAnswer(response, QStringLiteral("the answer describes no token")));
    Identity identity;
    identity.isClient = true;
    identity.clientId = textOf(client, "id");
    identity.name = textOf(client, "name");
    fillOrganization(identity, token.value(QLatin1String("organization")).toObject());
    return identity;
}

bool isGrantedSomewhere(const ApiResponse &response)
{
    const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    return answer.value(QLatin1String("allDivsPermitted")).toBool() ||
           !answer.value(QLatin1String("entities")).toArray().isEmpty();
}

/// Unknown as soon as one question is not answered. All answers being "nowhere" says more about the question
/// than about a client that signed in to do work, so that is unknown, too.
QCoro::Task<PermissionSet> askPermissions(QPointer<ApiClient> api, QString token)
{
    const QStringList permissions = knownPermissions();
    std::vector<QCoro::Task<Result<ApiResponse>>> questions;
    for (const QString &permission : permissions) {
        if (api != nullptr)
            questions.push_back(api->sendWithToken(permittedDivisionsRequest(permission), token));
    }
    QStringList granted;
    bool isComplete = true;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const Result<ApiResponse> answer = co_await questions.at(i);
        isComplete = isComplete && answer.has_value();
        if (answer && isGrantedSomewhere(*answer))
            granted.append(permissions.at(static_cast<qsizetype>(i)));
    }
    co_return isComplete && !granted.isEmpty() ? PermissionSet(granted) : PermissionSet();
}

} // namespace

Result<TokenAnswer> parseTokenAnswer(const ApiResponse &response)
{
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    TokenAnswer answer;
    answer.accessToken = object.value(QLatin1String("access_token")).toString();
    const QString type = object.value(QLatin1String("token_type")).toString();
    if (!isUsableToken(answer.accessToken))
        return failure(badAnswer(response, QStringLiteral("the answer holds no access token")));
    if (!type.isEmpty() && type.compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0)
        return failure(badAnswer(response, QStringLiteral("the token is not a bearer token")));
    answer.refreshToken = object.value(QLatin1String("refresh_token")).toString();
    const QVariant lifetime = object.value(QLatin1String("expires_in")).toVariant(); // some send a text
    answer.lifetimeSeconds =
        static_cast<int>(std::clamp(lifetime.toDouble(), 0.0, double{longestLifetimeSeconds}));
    return answer;
}

ApiRequest ownUserRequest()
{
    ApiRequest request = readRequest("getUsersMe", "/api/v2/users/me");
    request.query = {{QStringLiteral("expand"), QStringLiteral("authorization")},
                     {QStringLiteral("expand"), QStringLiteral("organization")}};
    return request;
}

ApiRequest ownTokenRequest()
{
    ApiRequest request = readRequest("getTokensMe", "/api/v2/tokens/me");
    request.query = {{QStringLiteral("preserveIdleTTL"), QStringLiteral("true")}};
    return request;
}

ApiRequest ownOrganizationRequest()
{
    return readRequest("getOrganizationsMe", "/api/v2/organizations/me");
}

ApiRequest revokeOwnTokenRequest()
{
    ApiRequest request = readRequest("deleteTokensMe", "/api/v2/tokens/me");
    request.method = HttpMethod::Delete;
    return request;
}

ApiRequest permittedDivisionsRequest(const QString &permission)
{
    ApiRequest request = readRequest("getAuthorizationDivisionspermittedPagedMe",
                                     "/api/v2/authorization/divisionspermitted/paged/me");
    request.query = {{QStringLiteral("permission"), permission},
                     {QStringLiteral("pageSize"), QStringLiteral("1")}};
    return request;
}

QCoro::Task<Result<Identity>> readIdentity(QPointer<ApiClient> api, QString token)
{
    if (api == nullptr)
        co_return failure(closed());
    ApiRequest askUser = ownUserRequest();
    const Result<ApiResponse> user = co_await api->sendWithToken(std::move(askUser), token);
    if (api == nullptr)
        co_return failure(closed());
    Result<Identity> identity = failure(closed());
    if (user) {
        identity = parseOwnUser(*user);
    } else if (isNotAUser(user.error())) {
        ApiRequest askToken = ownTokenRequest();
        const Result<ApiResponse> answer = co_await api->sendWithToken(std::move(askToken), token);
        if (!answer)
            co_return failure(answer.error());
        identity = parseOwnToken(*answer);
    } else {
        co_return failure(user.error());
    }
    if (!identity || api == nullptr)
        co_return identity;
    if (identity->organizationId.isEmpty() || identity->organizationName.isEmpty()) {
        ApiRequest askOrganization = ownOrganizationRequest();
        const Result<ApiResponse> answer = co_await api->sendWithToken(std::move(askOrganization), token);
        if (answer)
            fillOrganization(*identity, QJsonDocument::fromJson(answer->body).object());
    }
    if (identity->isClient) {
        const PermissionSet permissions = co_await askPermissions(api, token);
        identity->permissions = permissions;
    }
    identity->readAt = QDateTime::currentDateTimeUtc();
    co_return identity;
}

} // namespace offboarding
