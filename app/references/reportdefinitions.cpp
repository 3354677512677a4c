// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/references/reportdefinitions.h"

#include "app/api/calls/reportingcalls.h"

#include <algorithm>
#include <vector>

namespace offboarding {

namespace {

constexpr int exportsPerPage = 25;
constexpr int dashboardsPerPage = 50;
constexpr int rulesPerPage = 25; ///< the two places that name a limit disagree; the lower one (contract §7.3)

using Parse = Result<ListPage<ReportDefinition>> (*)(const ApiResponse &);

ListPlan<ReportDefinition> planOf(const char *name, int pageSize, std::function<ApiRequest(int)> request,
                                  Parse parse)
{
    ListPlan<ReportDefinition> plan;
    plan.name = name;
    plan.pageSize = pageSize;
    plan.request = std::move(request);
    plan.parse = parse;
    plan.key = [](const ReportDefinition &definition) { return definition.id; };
    return plan;
}

void add(ReportDefinitionsReading *reading, const ListReading<ReportDefinition> &list,
         ReportDefinitionKind kind)
{
    for (const ReportDefinition &definition : list.rows) {
        const bool isKnown = std::any_of(reading->definitions.cbegin(), reading->definitions.cend(),
                                         [&](const ReportDefinition &one) {
                                             return one.kind == definition.kind && one.id == definition.id;
                                         });
        if (!isKnown)
            reading->definitions.append(definition);
    }
    if (list.source.error && list.source.status == SourceStatus::Incomplete) {
        UnreadableDefinition unreadable;
        unreadable.kind = kind;
        unreadable.detail = list.source.error->detail;
        reading->unreadable.append(unreadable);
    }
}

/// One of the sources spoils the joint one; the first trouble is kept.
void join(SourceReading *whole, const SourceReading &part)
{
    if (whole->status == SourceStatus::Fresh && part.status != SourceStatus::Fresh) {
        whole->status = part.status;
        whole->error = part.error;
        whole->count.reset();
    }
    if (whole->count && part.count)
        *whole->count += *part.count;
    whole->readAt = std::max(whole->readAt, part.readAt);
}

QCoro::Task<Result<int>> readDashboardCount(ReadingBatchPointer batch, QString userId)
{
    ApiRequest request = dashboardCountRequest(userId);
    const Result<ApiResponse> response = co_await sendRead(batch, std::move(request));
    if (!response)
        co_return failure(response.error());
    co_return parseDashboardCount(*response);
}

/// More dashboards than are listed are private ones that this account may not see.
void compareCount(ReportDefinitionsReading *reading, const QString &userId, const Result<int> &count)
{
    if (!count)
        return; // the other sources say what was read; a count that is missing proves nothing
    const auto listed = std::count_if(
        reading->definitions.cbegin(), reading->definitions.cend(), [&](const ReportDefinition &definition) {
            return definition.kind == ReportDefinitionKind::Dashboard && definition.ownerId == userId;
        });
    if (*count <= listed)
        return;
    UnreadableDefinition unreadable;
    unreadable.kind = ReportDefinitionKind::Dashboard;
    unreadable.why = UnreadableDefinition::Why::NotListed;
    unreadable.ownerId = userId;
    unreadable.count = *count - static_cast<int>(listed);
    unreadable.detail = QStringLiteral("%1 owned, %2 listed").arg(*count).arg(listed);
    reading->unreadable.append(unreadable);
}

} // namespace

QCoro::Task<ReportDefinitionsReading> readReportDefinitions(ReadingBatchPointer batch, QStringList userIds,
                                                            std::function<void()> stepDone)
{
    auto exportsTask = readList<ReportDefinition>(
        batch, planOf(
                   sourceNames::reportExports, exportsPerPage,
                   [](int page) { return reportExportsRequest(page, exportsPerPage); }, parseReportExports));
    auto dashboardsTask = readList<ReportDefinition>(
        batch, planOf(
                   sourceNames::dashboards, dashboardsPerPage,
                   [](int page) { return dashboardsRequest(page, dashboardsPerPage); }, parseDashboards));
    auto rulesTask = readList<ReportDefinition>(
        batch, planOf(
                   sourceNames::alertRules, rulesPerPage,
                   [](int page) { return alertRulesRequest(page, rulesPerPage); }, parseAlertRules));
    std::vector<QCoro::Task<ListReading<ReportDefinition>>> privateTasks;
    std::vector<QCoro::Task<Result<int>>> countTasks;
    for (const QString &userId : std::as_const(userIds)) {
        privateTasks.push_back(readList<ReportDefinition>(
            batch, planOf(
                       sourceNames::privateDashboards, dashboardsPerPage,
                       [userId](int page) { return userDashboardsRequest(userId, page, dashboardsPerPage); },
                       parseDashboards)));
        countTasks.push_back(readDashboardCount(batch, userId));
    }

    ReportDefinitionsReading reading;
    const ListReading<ReportDefinition> exports = co_await exportsTask;
    add(&reading, exports, ReportDefinitionKind::Export);
    reading.sources.append(exports.source);
    // Said always, because silence would look like "none" (contract §7.1).
    UnreadableDefinition others;
    others.kind = ReportDefinitionKind::Export;
    others.why = UnreadableDefinition::Why::NoApi;
    reading.unreadable.append(others);
    stepDone();
    const ListReading<ReportDefinition> dashboards = co_await dashboardsTask;
    add(&reading, dashboards, ReportDefinitionKind::Dashboard);
    reading.sources.append(dashboards.source);
    stepDone();
    const ListReading<ReportDefinition> rules = co_await rulesTask;
    add(&reading, rules, ReportDefinitionKind::AlertRule);
    reading.sources.append(rules.source);
    stepDone();
    SourceReading own = beginReading(sourceNames::privateDashboards);
    own.count = 0;
    for (size_t i = 0; i < privateTasks.size(); ++i) {
        const ListReading<ReportDefinition> list = co_await privateTasks[i];
        add(&reading, list, ReportDefinitionKind::Dashboard);
        join(&own, list.source);
        const Result<int> count = co_await countTasks[i];
        compareCount(&reading, userIds.at(static_cast<qsizetype>(i)), count);
        stepDone();
    }
    reading.sources.append(own);
    co_return reading;
}

} // namespace offboarding
