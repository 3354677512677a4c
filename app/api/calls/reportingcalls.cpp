// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/calls/reportingcalls.h"

#include <QJsonDocument>

#include <array>

namespace offboarding {

namespace {

/// Fields of a ViewFilter that hold user ids (contract §7.1).
constexpr std::array<const char *, 9> userFields{"userIds",
                                                 "filterQueuesByUserIds",
                                                 "filterUsersByManagerIds",
                                                 "evaluatedAgentIds",
                                                 "evaluatorIds",
                                                 "evaluationAssigneeIds",
                                                 "agentCallbackOwnerIds",
                                                 "screenMonitorUserIds",
                                                 "workitemAssigneeIds"};

constexpr int mostClauses = 500; ///< of one alert rule, against a hostile answer

ReportFilter filterFrom(const QJsonValue &value, const QString &place)
{
    ReportFilter filter;
    filter.place = place;
    filter.exists = value.isObject();
    const QJsonObject object = value.toObject();
    for (const char *field : userFields) {
        const QStringList ids = textsOf(object, field);
        if (!ids.isEmpty())
            filter.userFields.append({QLatin1String(field), ids});
    }
    const QString state = boundedText(object, "userState");
    if (!state.isEmpty())
        filter.userState = state;
    return filter;
}

std::optional<ReportDefinition> exportFrom(const QJsonObject &entry)
{
    ReportDefinition definition;
    definition.kind = ReportDefinitionKind::Export;
    definition.id = boundedText(entry, "id");
    definition.name = boundedText(entry, "name");
    definition.ownerId = boundedText(objectOf(entry, "createdBy"), "id");
    definition.isOn = entry.value(QLatin1String("enabled")).toBool(true);
    definition.filters.append(filterFrom(entry.value(QLatin1String("filter")), QStringLiteral("filter")));
    definition.recipientEmails = textsOf(entry, "recipientEmails");
    return definition.id.isEmpty() ? std::nullopt : std::optional<ReportDefinition>(definition);
}

std::optional<ReportDefinition> dashboardFrom(const QJsonObject &entry)
{
    ReportDefinition definition;
    definition.kind = ReportDefinitionKind::Dashboard;
    definition.id = boundedText(entry, "id");
    definition.name = boundedText(entry, "name");
    definition.ownerId = boundedText(objectOf(entry, "createdBy"), "id");
    definition.isPublic = entry.value(QLatin1String("publicDashboard")).toBool();
    definition.sharedWith = textsOf(objectOf(entry, "dashboardsSharedWith"), "userIds");
    const QJsonValue widgets = entry.value(QLatin1String("widgets"));
    if (definition.id.isEmpty() || (!widgets.isArray() && !widgets.isUndefined() && !widgets.isNull()))
        return {};
    int position = 0;
    for (const QJsonValue &value : widgets.toArray()) {
        const QJsonObject widget = value.toObject();
        ReportFilter filter = filterFrom(widget.value(QLatin1String("filter")),
                                         QStringLiteral("widgets[%1].filter").arg(position++));
        filter.title = boundedText(widget, "title");
        filter.widgetType = boundedText(widget, "type");
        filter.isData = filter.widgetType != QLatin1String("FREE_TEXT") &&
                        filter.widgetType != QLatin1String("WEB_CONTENT_URL");
        definition.filters.append(filter);
    }
    return definition;
}

/// Clauses nest (CommonRuleConditions).
void addWatched(const QJsonObject &conditions, const QString &place, int *budget,
                ReportDefinition *definition)
{
    int position = 0;
    for (const QJsonValue &value : conditions.value(QLatin1String("predicates")).toArray()) {
        const QString id = boundedText(objectOf(objectOf(value.toObject(), "entity"), "user"), "id");
        if (!id.isEmpty())
            definition->watched.append(
                {QStringLiteral("%1.predicates[%2].entity.user").arg(place).arg(position), id});
        ++position;
    }
    position = 0;
    for (const QJsonValue &value : conditions.value(QLatin1String("clauses")).toArray()) {
        if (--*budget <= 0)
            return;
        addWatched(value.toObject(), QStringLiteral("%1.clauses[%2]").arg(place).arg(position++), budget,
                   definition);
    }
}

std::optional<ReportDefinition> ruleFrom(const QJsonObject &entry)
{
    ReportDefinition definition;
    definition.kind = ReportDefinitionKind::AlertRule;
    definition.id = boundedText(entry, "id");
    definition.name = boundedText(entry, "name");
    definition.ownerId = boundedText(objectOf(entry, "user"), "id");
    definition.isOn = entry.value(QLatin1String("enabled")).toBool(true);
    int position = 0;
    for (const QJsonValue &value : entry.value(QLatin1String("notifications")).toArray()) {
        const QString who = boundedText(value.toObject(), "recipient");
        if (!who.isEmpty())
            definition.recipients.append({QStringLiteral("notifications[%1].recipient").arg(position), who});
        ++position;
    }
    int budget = mostClauses;
    addWatched(objectOf(entry, "conditions"), QStringLiteral("conditions"), &budget, &definition);
    const bool isReadable = !definition.id.isEmpty() && budget > 0;
    return isReadable ? std::optional<ReportDefinition>(definition) : std::nullopt;
}

Result<ListPage<ReportDefinition>> parseWith(const ApiResponse &response,
                                             std::optional<ReportDefinition> (*read)(const QJsonObject &))
{
    const Result<ListFrame> frame = listFrame(response);
    if (!frame)
        return failure(frame.error());
    return readRows<ReportDefinition>(*frame, read);
}

QList<QPair<QString, QString>> paging(int pageNumber, int pageSize)
{
    return {{QStringLiteral("pageSize"), QString::number(pageSize)},
            {QStringLiteral("pageNumber"), QString::number(pageNumber)}};
}

} // namespace

ApiRequest reportExportsRequest(int pageNumber, int pageSize)
{
    ApiRequest request;
    request.operation = QStringLiteral("getAnalyticsReportingExports");
    request.path = QStringLiteral("/api/v2/analytics/reporting/exports");
    request.query = paging(pageNumber, pageSize);
    request.idempotent = true;
    return request;
}

Result<ListPage<ReportDefinition>> parseReportExports(const ApiResponse &response)
{
    return parseWith(response, exportFrom);
}

ApiRequest dashboardsRequest(int pageNumber, int pageSize)
{
    ApiRequest request;
    request.operation = QStringLiteral("getAnalyticsReportingSettingsDashboardsQuery");
    request.path = QStringLiteral("/api/v2/analytics/reporting/settings/dashboards/query");
    request.query =
        QList<QPair<QString, QString>>{
            {QStringLiteral("dashboardType"), QStringLiteral("All")},
            {QStringLiteral("dashboardAccessFilter"), QStringLiteral("OwnedByAnyone")},
            {QStringLiteral("dashboardState"), QStringLiteral("Active")}} +
        paging(pageNumber, pageSize);
    request.idempotent = true;
    return request;
}

ApiRequest userDashboardsRequest(const QString &userId, int pageNumber, int pageSize)
{
    ApiRequest request;
    request.operation = QStringLiteral("getAnalyticsReportingSettingsUserDashboards");
    request.path =
        QStringLiteral("/api/v2/analytics/reporting/settings/users/%1/dashboards").arg(pathPart(userId));
    request.query = paging(pageNumber, pageSize);
    request.idempotent = true;
    return request;
}

Result<ListPage<ReportDefinition>> parseDashboards(const ApiResponse &response)
{
    return parseWith(response, dashboardFrom);
}

ApiRequest dashboardCountRequest(const QString &userId)
{
    ApiRequest request;
    request.operation = QStringLiteral("getAnalyticsReportingDashboardsUser");
    request.path = QStringLiteral("/api/v2/analytics/reporting/dashboards/users/") + pathPart(userId);
    request.idempotent = true;
    return request;
}

Result<int> parseDashboardCount(const ApiResponse &response)
{
    const Result<QJsonObject> object = jsonObject(response);
    if (!object)
        return failure(object.error());
    const std::optional<int> count = countOf(*object, "dashboardCount");
    if (!count)
        return failure(shapeError(response, QStringLiteral("the answer has no \"dashboardCount\"")));
    return *count;
}

ApiRequest alertRulesRequest(int pageNumber, int pageSize)
{
    const QJsonObject body{{QStringLiteral("ruleType"), QStringLiteral("All")},
                           {QStringLiteral("queryType"), QStringLiteral("Info")},
                           {QStringLiteral("enabledType"), QStringLiteral("All")},
                           {QStringLiteral("pageNumber"), pageNumber},
                           {QStringLiteral("pageSize"), pageSize}};
    ApiRequest request;
    request.operation = QStringLiteral("postAlertingRulesQuery");
    request.method = HttpMethod::Post;
    request.path = QStringLiteral("/api/v2/alerting/rules/query");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.idempotent = true; // a query changes nothing
    return request;
}

Result<ListPage<ReportDefinition>> parseAlertRules(const ApiResponse &response)
{
    return parseWith(response, ruleFrom);
}

} // namespace offboarding
