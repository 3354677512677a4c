// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demooptions.h"

#include <QHash>
#include <QString>

namespace offboarding::demo {

/// Counts the requests of each token in windows of fixed length, as contract §1.4 reports them.
class RequestLimiter
{
public:
    explicit RequestLimiter(RateLimit limit) : m_limit(limit) {}

    struct Verdict
    {
        bool isAllowed = true;
        int count = 0;        ///< header inin-ratelimit-count, this request included
        int allowed = 0;      ///< header inin-ratelimit-allowed
        int resetSeconds = 0; ///< header inin-ratelimit-reset, and Retry-After
    };

    /// Counts one request of @p token at @p now (milliseconds).
    Verdict count(const QString &token, qint64 now);

private:
    struct Window
    {
        qint64 start = 0;
        int count = 0;
    };

    RateLimit m_limit;
    QHash<QString, Window> m_windows;
};

} // namespace offboarding::demo
