// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/administrators.h"

#include "app/domain/permissionset.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <optional>

namespace offboarding {

namespace {

constexpr int pageSize = 100; ///< expanded pages are heavy (contract §2.1)
constexpr int mostPages = 100;

void expandAuthorization(ApiRequest &request)
{
    request.query.append({QStringLiteral("expand"), QStringLiteral("authorization")});
}

/// Empty: the answer does not say (expansions are best effort).
std::optional<bool> isAdministrator(const QJsonObject &user)
{
    const QJsonValue permissions =
        user.value(QLatin1String("authorization")).toObject().value(QLatin1String("permissions"));
    if (!permissions.isArray())
        return std::nullopt;
    QStringList granted;
    const QJsonArray array = permissions.toArray();
    for (const QJsonValue &one : array)
        granted.append(one.toString());
    const PermissionSet set(granted);
    return set.allows(QStringLiteral("directory:organization:admin")) || set.allows(QStringLiteral("admin"));
}

} // namespace

ApiRequest administratorRequest(const QString &userId)
{
    ApiRequest request;
    request.operation = QStringLiteral("getUser");
    request.path = QStringLiteral("/api/v2/users/") + pathPart(userId);
    request.idempotent = true;
    expandAuthorization(request);
    return request;
}

ApiRequest administratorPageRequest(int page)
{
    ApiRequest request;
    request.operation = QStringLiteral("getUsers");
    request.path = QStringLiteral("/api/v2/users");
    request.query = {{QStringLiteral("pageSize"), QString::number(pageSize)},
                     {QStringLiteral("pageNumber"), QString::number(page)},
                     {QStringLiteral("state"), QStringLiteral("active")}};
    request.idempotent = true;
    expandAuthorization(request);
    return request;
}

AdministratorFinder::AdministratorFinder(ApiClient &client, QObject *parent)
    : QObject(parent), m_client(client)
{
}

QCoro::Task<std::optional<bool>> AdministratorFinder::administers(QString userId)
{
    const QPointer<AdministratorFinder> self(this);
    ApiRequest request = administratorRequest(userId);
    const Result<ApiResponse> answer = co_await m_client.send(std::move(request));
    if (self == nullptr || !answer)
        co_return std::nullopt;
    const QJsonObject user = QJsonDocument::fromJson(answer->body).object();
    const std::optional<bool> isOne = isAdministrator(user);
    if (!isOne)
        co_return std::nullopt;
    // An inactive administrator administers nothing any more; taking them out leaves nobody behind.
    co_return *isOne &&user.value(QLatin1String("state")).toString() == QLatin1String("active");
}

QCoro::Task<AdministratorCensus> AdministratorFinder::find(QStringList chosenUserIds)
{
    const QPointer<AdministratorFinder> self(this);
    AdministratorCensus census;
    for (const QString &id : chosenUserIds) {
        const std::optional<bool> isOne = co_await administers(id);
        if (self == nullptr || !isOne)
            co_return AdministratorCensus{};
        if (*isOne)
            census.userIds.insert(id);
    }
    census.isKnown = true;
    if (census.userIds.isEmpty())
        co_return census;
    int pageCount = 1;
    for (int page = 1; page <= pageCount && page <= mostPages; ++page) {
        ApiRequest request = administratorPageRequest(page);
        const Result<ApiResponse> answer = co_await m_client.send(std::move(request));
        if (self == nullptr || !answer)
            co_return AdministratorCensus{};
        const QJsonObject listing = QJsonDocument::fromJson(answer->body).object();
        if (!listing.value(QLatin1String("entities")).isArray())
            co_return AdministratorCensus{};
        pageCount = listing.value(QLatin1String("pageCount")).toInt(1);
        const QJsonArray users = listing.value(QLatin1String("entities")).toArray();
        for (const QJsonValue &value : users) {
            const QJsonObject user = value.toObject();
            const QString id = user.value(QLatin1String("id")).toString();
            if (!isAdministrator(user).value_or(false) || id.isEmpty())
                continue;
            census.userIds.insert(id);
            if (!chosenUserIds.contains(id))
                co_return census; // somebody is left, and that is all that matters
        }
    }
    // Nobody was found among those that were read. If there are more, nobody knows.
    census.isKnown = pageCount <= mostPages;
    co_return census;
}

} // namespace offboarding
