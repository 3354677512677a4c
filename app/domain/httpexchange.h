// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUrl>

namespace offboarding {

/// One request as it went over the wire, for the HTTP log. Holds no header and no secret.
struct HttpExchange
{
    quint64 number = 0; ///< grows by one per attempt, so a retry has a number of its own
    QDateTime started;  ///< UTC
    QString operation;  ///< contract operation id, e.g. "patchUser"
    QString method;     ///< "GET", …
    QString target;     ///< percent-encoded path and query
    QByteArray body;    ///< request body, bounded
    int attempt = 1;
    bool finished = false;
    int status = 0; ///< 0: no answer
    int durationMilliseconds = 0;
    qint64 receivedBytes = 0;
    QString correlationId;
    QString outcome; ///< errorKindName() of what came of it, "ok" on success
};

/// What is left of the organisation's rate limit, from `inin-ratelimit-*` (contract §1.4).
struct RateBudget
{
    int used = 0;
    int allowed = 0; ///< 0: not known yet
    int resetSeconds = 0;
    int pausedSeconds = 0; ///< > 0: everybody waits, as Retry-After said
};

/// The full URL of a percent-encoded path and query. @p apiUrl may carry a path prefix (a gateway).
QUrl urlOfTarget(const QUrl &apiUrl, const QString &target);

/// A request as it will be sent, shown before it runs and copied as curl with $TOKEN.
struct RequestPreview
{
    QString method;
    QString target; ///< percent-encoded path and query
    QByteArray body;
    QUrl apiUrl;

    /// Complete command line; the secret is the shell variable $TOKEN, every argument is quoted for a POSIX
    /// shell.
    QString curl() const;
    QString line() const { return method + QLatin1Char(' ') + target; }
    bool operator==(const RequestPreview &other) const = default;
};

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::HttpExchange)
Q_DECLARE_METATYPE(offboarding::RateBudget)
