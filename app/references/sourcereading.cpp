// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/sourcereading.h"

#include <algorithm>

namespace offboarding {

QString sourceStatusName(SourceStatus status)
{
    switch (status) {
    case SourceStatus::Fresh:
        return QStringLiteral("fresh");
    case SourceStatus::Stale:
        return QStringLiteral("stale");
    case SourceStatus::Failed:
        return QStringLiteral("failed");
    case SourceStatus::NotPermitted:
        return QStringLiteral("not-permitted");
    case SourceStatus::Incomplete:
        break;
    }
    return QStringLiteral("incomplete");
}

SourceStatus SourceReading::statusAt(const QDateTime &now) const
{
    const bool isOld = !readAt.isValid() || readAt.secsTo(now) > freshSeconds;
    return status == SourceStatus::Fresh && isOld ? SourceStatus::Stale : status;
}

SourceReading beginReading(const char *name)
{
    SourceReading source;
    source.name = QLatin1String(name);
    source.status = SourceStatus::Fresh;
    source.readAt = QDateTime::currentDateTimeUtc();
    return source;
}

void failReading(SourceReading *source, const Error &error)
{
    source->status = error.kind == ErrorKind::Forbidden ? SourceStatus::NotPermitted : SourceStatus::Failed;
    source->error = error;
    source->count.reset();
}

void cutOffReading(SourceReading *source, const QString &place, const QString &detail)
{
    source->status = SourceStatus::Incomplete;
    source->count.reset();
    Error error;
    error.kind = ErrorKind::BadResponse;
    error.place = place;
    error.detail = detail;
    source->error = error;
}

const SourceReading *findSource(const QList<SourceReading> &sources, const char *name)
{
    const auto found = std::find_if(sources.cbegin(), sources.cend(), [name](const SourceReading &source) {
        return source.name == QLatin1String(name);
    });
    return found == sources.cend() ? nullptr : &*found;
}

} // namespace offboarding
