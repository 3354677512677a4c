// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/httpexchange.h"

#include <QByteArray>
#include <QJsonObject>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace offboarding {

enum class HttpMethod { Get, Post, Put, Patch, Delete };

QString httpMethodName(HttpMethod method);

/// A request as a value: built by a function in api/calls or api/dialect, sent by ApiClient, printed by
/// plans.
struct ApiRequest
{
    QString operation; ///< contract operation id, e.g. "getUsers"
    HttpMethod method = HttpMethod::Get;
    QString path;                         ///< begins with /api/v2; parts are encoded with pathPart()
    QList<QPair<QString, QString>> query; ///< unencoded
    QByteArray body;                      ///< JSON; empty: none
    bool idempotent =
        false; ///< may be sent again when the outcome is unknown. Reads, and writes guarded by `version`.
    int timeoutMilliseconds = 30'000; ///< without any progress of the transfer
    /// A write that was checked right before must not go out much later, after a pause of the rate limit: one
    /// that waited longer than this for its turn comes back unsent, see isUnsent(). It goes before those
    /// without such a bound. 0: waits as long as it takes.
    int longestQueueMilliseconds = 0;
    qint64 maximumBytes = 64ll * 1024 * 1024; ///< a larger answer is refused as BadResponse

    /// Percent-encoded path and query.
    QString target() const;
    /// "GET /api/v2/users?pageSize=500": what logs and error places call this request.
    QString line() const;
    RequestPreview preview(const QUrl &apiUrl) const;
};

/// True if the request never went out, because its turn came later than longestQueueMilliseconds.
bool isUnsent(const Error &error);

/// Percent-encodes one path part completely ("/" included), so that no id can leave its place.
QString pathPart(const QString &part);

/// The full URL of a request. @p apiUrl may carry a path prefix (a gateway).
QUrl requestUrl(const QUrl &apiUrl, const ApiRequest &request);

/// A curl command line with "$TOKEN" for the secret and every argument quoted for a POSIX shell.
QString toCurl(const QUrl &apiUrl, const ApiRequest &request);

} // namespace offboarding
