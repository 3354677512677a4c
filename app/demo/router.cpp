// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/router.h"

namespace offboarding::demo {

namespace {

bool isCapture(const QString &segment)
{
    return segment.startsWith(QLatin1Char('{'));
}

bool fits(const QStringList &pattern, const QStringList &segments)
{
    if (pattern.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isCapture(pattern.at(i)) ? segments.at(i).isEmpty() : pattern.at(i) != segments.at(i))
            return false;
    }
    return true;
}

} // namespace

void Router::add(const char *method, const char *pattern, Handler handler, RequiredPermissions required,
                 RouteDialect dialect)
{
    Route route;
    route.method = QString::fromLatin1(method);
    const QString path = QLatin1String("/api/v2") + QString::fromLatin1(pattern);
    route.pattern = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    route.handler = handler;
    route.required = std::move(required);
    route.dialect = dialect;
    for (const QString &segment : route.pattern)
        route.captures += isCapture(segment) ? 1 : 0;
    m_routes.append(route);
}

Router::Match Router::find(const QString &method, const QStringList &segments, bool isPublishedOnly) const
{
    Match match;
    int captures = 0;
    // A more literal path hides a more general one for 405, too: PUT /users/query is not PUT /users/{userId}.
    int fewest = 1000;
    for (const Route &route : m_routes) {
        if (fits(route.pattern, segments))
            fewest = qMin(fewest, route.captures);
    }
    for (const Route &route : m_routes) {
        if (route.captures != fewest || !fits(route.pattern, segments))
            continue;
        if (isPublishedOnly && route.dialect == RouteDialect::LegacyOnly)
            continue;
        match.allowedMethods.append(route.method);
        if (route.method != method || (match.handler && route.captures >= captures))
            continue;
        match.handler = route.handler;
        match.required = route.required;
        captures = route.captures;
        match.captured.clear();
        for (qsizetype i = 0; i < segments.size(); ++i) {
            if (isCapture(route.pattern.at(i)))
                match.captured.append(segments.at(i));
        }
    }
    return match;
}

QStringList Router::routes() const
{
    QStringList list;
    for (const Route &route : m_routes) {
        const QString line = route.method + QLatin1String(" /") + route.pattern.join(QLatin1Char('/'));
        list.append(line);
    }
    return list;
}

} // namespace offboarding::demo
