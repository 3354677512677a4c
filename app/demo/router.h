// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/permissions.h"
#include "app/demo/reply.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace offboarding::demo {

class Organisation;
class TokenStore;
struct Directory;
struct Caller;

/// What a handler may touch.
struct HandlerContext
{
    Organisation &organisation;
    TokenStore &tokens;
    const Caller &caller;
    const Request &request;

    const QString &captured(qsizetype index) const { return request.captured.at(index); }
};

using Handler = Reply (*)(const HandlerContext &context);

/// Which of the two dialects a route belongs to.
enum class RouteDialect { Both, LegacyOnly };

/// Method + path → handler, so that an unknown path is 404 and a known path with another method 405.
class Router
{
public:
    /// @p pattern relative to /api/v2, "{…}" captures one segment. Where two patterns fit, the one with
    /// fewer captures wins. @p required as in the contract's column "Perm".
    void add(const char *method, const char *pattern, Handler handler, RequiredPermissions required = {},
             RouteDialect dialect = RouteDialect::Both);

    struct Match
    {
        Handler handler = nullptr;
        QStringList captured;
        RequiredPermissions required;
        QStringList allowedMethods; ///< of the path, when no handler fits
    };
    /// @p segments: the whole path, "api" and "v2" included.
    Match find(const QString &method, const QStringList &segments, bool isPublishedOnly) const;
    /// "GET /api/v2/users/{userId}", one per route, in order of registration.
    QStringList routes() const;

private:
    struct Route
    {
        QString method;
        QStringList pattern;
        Handler handler = nullptr;
        RequiredPermissions required;
        RouteDialect dialect = RouteDialect::Both;
        int captures = 0;
    };
    QList<Route> m_routes;
};

void addUserRoutes(Router &router);
void addPersonRoutes(Router &router);
void addConversationRoutes(Router &router);
void addAnalyticsRoutes(Router &router);
void addSearchRoutes(Router &router);
void addOrganisationRoutes(Router &router);
void addIdentityRoutes(Router &router);
void addQueueRoutes(Router &router);
void addGroupRoutes(Router &router);
void addGrantRoutes(Router &router);
void addSkillRoutes(Router &router);
void addStationRoutes(Router &router);
void addAccountRoutes(Router &router);
void addWorkItemRoutes(Router &router);
void addDashboardRoutes(Router &router);
void addReportRoutes(Router &router);
void addCallbackRoutes(Router &router);
void addWrapupRoutes(Router &router);
void addNewUserRoutes(Router &router);
void addBackupRoutes(Router &router);

} // namespace offboarding::demo
