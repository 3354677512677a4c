// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/regions.h"

#include <algorithm>

namespace offboarding {

namespace {

QUrl secureUrl(const QString &host)
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    return url;
}

} // namespace

QUrl Region::apiUrl() const
{
    return secureUrl(QStringLiteral("api.") + host);
}

QUrl Region::loginUrl() const
{
    return secureUrl(QStringLiteral("login.") + host);
}

const QList<Region> &regions()
{
    static const QList<Region> table{
        {QStringLiteral("us-east-1"), QStringLiteral("mypurecloud.com")},
        {QStringLiteral("us-east-2"), QStringLiteral("use2.us-gov-pure.cloud")},
        {QStringLiteral("us-west-2"), QStringLiteral("usw2.pure.cloud")},
        {QStringLiteral("ca-central-1"), QStringLiteral("cac1.pure.cloud")},
        {QStringLiteral("mx-central-1"), QStringLiteral("mxc1.pure.cloud")},
        {QStringLiteral("sa-east-1"), QStringLiteral("sae1.pure.cloud")},
        {QStringLiteral("eu-west-1"), QStringLiteral("mypurecloud.ie")},
        {QStringLiteral("eu-west-2"), QStringLiteral("euw2.pure.cloud")},
        {QStringLiteral("eu-central-1"), QStringLiteral("mypurecloud.de")},
        {QStringLiteral("eu-central-2"), QStringLiteral("euc2.pure.cloud")},
        {QStringLiteral("eusc-de-east-1"), QStringLiteral("edee1.eusc-pure.cloud")},
        {QStringLiteral("me-central-1"), QStringLiteral("mec1.pure.cloud")},
        {QStringLiteral("ap-south-1"), QStringLiteral("aps1.pure.cloud")},
        {QStringLiteral("ap-northeast-1"), QStringLiteral("mypurecloud.jp")},
        {QStringLiteral("ap-northeast-2"), QStringLiteral("apne2.pure.cloud")},
        {QStringLiteral("ap-northeast-3"), QStringLiteral("apne3.pure.cloud")},
        {QStringLiteral("ap-southeast-1"), QStringLiteral("apse1.pure.cloud")},
        {QStringLiteral("ap-southeast-2"), QStringLiteral("mypurecloud.com.au")},
    };
    return table;
}

const Region *regionOfHost(const QString &host)
{
    const QList<Region> &all = regions();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&host](const Region &region) {
        return region.host.compare(host, Qt::CaseInsensitive) == 0;
    });
    return found == all.cend() ? nullptr : &*found;
}

const Region *regionOfApiUrl(const QUrl &apiUrl)
{
    const QString prefix = QStringLiteral("api.");
    if (apiUrl.scheme() != QLatin1String("https") || apiUrl.port(443) != 443 ||
        !apiUrl.host().startsWith(prefix))
        return nullptr;
    return regionOfHost(apiUrl.host().mid(prefix.size()));
}

Dialect defaultDialect(const QUrl &apiUrl)
{
    return regionOfApiUrl(apiUrl) != nullptr ? Dialect::Published : Dialect::Legacy;
}

QUrl derivedLoginUrl(const QUrl &apiUrl)
{
    const Region *region = regionOfApiUrl(apiUrl);
    return region != nullptr ? region->loginUrl() : apiUrl;
}

void applyRegion(Connection &connection)
{
    const Region *region = regionOfHost(connection.regionHost);
    if (region == nullptr)
        return;
    connection.regionHost = region->host;
    connection.apiUrl = region->apiUrl();
    connection.loginUrl = region->loginUrl();
}

} // namespace offboarding
