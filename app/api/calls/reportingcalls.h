// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/calls/listreading.h"
#include "app/domain/reportdefinition.h"

#include <optional>

namespace offboarding {

// Definitions of reports (contract §7). All are reads.

/// GET /analytics/reporting/exports: only the caller's own. Permission: analytics:dataExport:view.
ApiRequest reportExportsRequest(int pageNumber, int pageSize);
Result<ListPage<ReportDefinition>> parseReportExports(const ApiResponse &response);

/// GET /analytics/reporting/settings/dashboards/query, of anybody, active ones. Permission:
/// analytics:dashboardConfigurations:view.
ApiRequest dashboardsRequest(int pageNumber, int pageSize);
/// GET /analytics/reporting/settings/users/{id}/dashboards: private ones, too. Permission:
/// analytics:dashboardConfigurations:viewPrivate.
ApiRequest userDashboardsRequest(const QString &userId, int pageNumber, int pageSize);
Result<ListPage<ReportDefinition>> parseDashboards(const ApiResponse &response);

/// GET /analytics/reporting/dashboards/users/{id}: how many dashboards the user owns. Permission:
/// analytics:dashboardConfigurations:view.
ApiRequest dashboardCountRequest(const QString &userId);
Result<int> parseDashboardCount(const ApiResponse &response);

/// POST /alerting/rules/query; 25 per page. Permission: alerting:rule:view.
ApiRequest alertRulesRequest(int pageNumber, int pageSize);
Result<ListPage<ReportDefinition>> parseAlertRules(const ApiResponse &response);

} // namespace offboarding
