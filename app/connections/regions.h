// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace offboarding {

/// A region of Genesys Cloud (contract §1.1, the complete list of the official SDKs).
struct Region
{
    QString awsName; ///< "eu-central-1"
    QString host;    ///< "mypurecloud.de": API https://api.{host}, login https://login.{host}

    QUrl apiUrl() const;
    QUrl loginUrl() const;
};

/// All 18, sorted by continent and name.
const QList<Region> &regions();

/// The region with this host, or null. The pointer stays valid.
const Region *regionOfHost(const QString &host);
/// The region whose API lives at @p apiUrl, or null: gateways and test servers have none.
const Region *regionOfApiUrl(const QUrl &apiUrl);

/// Published for the regions, legacy for every other address and for the demo organisation.
Dialect defaultDialect(const QUrl &apiUrl);

/// Where to sign in if only the API is known: https://login.{host} for a region, otherwise the same address.
QUrl derivedLoginUrl(const QUrl &apiUrl);

/// Fills the two addresses from the region; leaves a connection with addresses of its own alone.
void applyRegion(Connection &connection);

} // namespace offboarding
