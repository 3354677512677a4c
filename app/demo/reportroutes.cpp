// SPDX-License-Identifier: GPL-3.0-or-later
// View exports and alert rules (contract §7.1 and §7.3).
#include "app/demo/identityprovider.h"
#include "app/demo/jsonwriter.h"
#include "app/demo/listing.h"
#include "app/demo/organisation.h"

namespace offboarding::demo {

namespace {

QJsonObject exportJson(const HandlerContext &context, int index)
{
    QJsonObject object = context.organisation.reports().exports[static_cast<std::size_t>(index)].body;
    const QString id = context.organisation.directory().ids.make(IdKind::Export, static_cast<quint32>(index));
    object.insert(QStringLiteral("id"), id);
    object.insert(QStringLiteral("selfUri"),
                  QString(QLatin1String("/api/v2/analytics/reporting/exports/") + id));
    return object;
}

/// Only the caller's own.
Reply listExports(const HandlerContext &context)
{
    const std::vector<ExportRecord> &all = context.organisation.reports().exports;
    std::vector<int> own;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        if (all[static_cast<std::size_t>(i)].caller == context.caller.user)
            own.push_back(i);
    }
    return listing(context, static_cast<int>(own.size()), 100,
                   [&](int index) { return exportJson(context, own[static_cast<std::size_t>(index)]); });
}

Reply addExport(const HandlerContext &context)
{
    QJsonObject body = context.request.json.toObject();
    for (const char *name :
         {"name", "timeZone", "exportFormat", "interval", "period", "viewType", "filter", "locale"}) {
        if (!body.contains(QLatin1String(name)))
            return Reply::refuse(
                badRequest(QStringLiteral("The body must have %1.").arg(QLatin1String(name))));
    }
    std::vector<ExportRecord> &all = context.organisation.reports().exports;
    const auto number = static_cast<quint32>(all.size());
    body.insert(QStringLiteral("runId"),
                context.organisation.directory().ids.make(IdKind::Export, 100000 + number));
    body.insert(QStringLiteral("status"), QStringLiteral("SUBMITTED"));
    all.push_back({context.caller.user, body});
    return Reply::json(exportJson(context, static_cast<int>(number)));
}

Reply listExportMetadata(const HandlerContext &context)
{
    const auto view = [](const char *type, const QStringList &filters) {
        return QJsonObject{{QStringLiteral("viewType"), QString::fromLatin1(type)},
                           {QStringLiteral("requiredFilters"), QJsonArray()},
                           {QStringLiteral("supportedFilters"), QJsonArray::fromStringList(filters)}};
    };
    return listing(context,
                   QJsonArray{view("AGENT_PERFORMANCE_SUMMARY_VIEW",
                                   {QStringLiteral("userIds"), QStringLiteral("userState")}),
                              view("QUEUE_PERFORMANCE_SUMMARY_VIEW", {QStringLiteral("queueIds")})},
                   100);
}

Reply readReportingSettings(const HandlerContext &context)
{
    Q_UNUSED(context)
    return Reply::json(QJsonObject{{QStringLiteral("piiMaskingEnabled"), false},
                                   {QStringLiteral("queueAgentAccessObfuscation"), false},
                                   {QStringLiteral("myInteractionsPiiMaskingEnabled"), false}});
}

QJsonObject ruleJson(const HandlerContext &context, int index)
{
    const AlertRuleRecord &record = context.organisation.reports().rules[static_cast<std::size_t>(index)];
    const Directory &directory = context.organisation.directory();
    const QString id = directory.ids.make(IdKind::AlertRule, static_cast<quint32>(index));
    const QString creator = directory.userId(record.creator);
    QJsonObject object = record.body;
    object.insert(QStringLiteral("id"), id);
    object.insert(QStringLiteral("version"), record.version);
    object.insert(QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), creator},
                                                      {QStringLiteral("selfUri"),
                                                       QString(QLatin1String("/api/v2/users/") + creator)}});
    object.insert(QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/alerting/rules/") + id));
    return object;
}

bool isWantedRule(const QJsonObject &rule, const QJsonObject &query)
{
    const QString type = query.value(QLatin1String("ruleType")).toString();
    const bool isPresence = rule.value(QLatin1String("type")).toString() == QLatin1String("UserPresence");
    if (type != QLatin1String("All") && isPresence != (type == QLatin1String("Presence")))
        return false;
    const QString enabled = query.value(QLatin1String("enabledType")).toString(QStringLiteral("All"));
    if (enabled != QLatin1String("All") &&
        rule.value(QLatin1String("enabled")).toBool() != (enabled == QLatin1String("Enabled")))
        return false;
    const QString name = query.value(QLatin1String("ruleName")).toString();
    const QString own = rule.value(QLatin1String("name")).toString();
    const bool isExact = query.value(QLatin1String("nameSearchType")).toString() == QLatin1String("Exact");
    return name.isEmpty() || (isExact ? own == name : own.contains(name, Qt::CaseInsensitive));
}

/// Pages by the body; at most 25 (the operation says 50, its field 25).
Reply queryRules(const HandlerContext &context)
{
    static const QStringList ruleTypes = {QStringLiteral("Conversation"), QStringLiteral("Presence"),
                                          QStringLiteral("All")};
    const QJsonObject query = context.request.json.toObject();
    const QString kind = query.value(QLatin1String("queryType")).toString();
    const bool counts = kind == QLatin1String("Count");
    const Paging paging{query.value(QLatin1String("pageSize")).toInt(25),
                        query.value(QLatin1String("pageNumber")).toInt(1)};
    if (!ruleTypes.contains(query.value(QLatin1String("ruleType")).toString()) ||
        (!counts && kind != QLatin1String("Info")) || paging.size < 1 || paging.size > 25 ||
        paging.number < 1)
        return Reply::refuse(
            badRequest(QStringLiteral("Name a ruleType and a queryType; pageSize is 1 to 25."),
                       QStringLiteral("invalid.value")));
    QJsonArray found;
    for (int i = 0; i < static_cast<int>(context.organisation.reports().rules.size()); ++i) {
        const QJsonObject rule = ruleJson(context, i);
        if (isWantedRule(rule, query))
            found.append(rule);
    }
    QJsonArray entities;
    for (qsizetype i = paging.first(); !counts && i < qMin(paging.first() + paging.size, found.size()); ++i)
        entities.append(found.at(i));
    QJsonObject frame = listingFrame(context.request, paging, found.size());
    frame.insert(QStringLiteral("entities"), entities);
    return Reply::json(frame);
}

Reply putRule(const HandlerContext &context)
{
    const int index = context.organisation.directory().ids.indexOf(IdKind::AlertRule, context.captured(0));
    std::vector<AlertRuleRecord> &rules = context.organisation.reports().rules;
    if (static_cast<std::size_t>(index) >= rules.size())
        return Reply::refuse(notFound(QStringLiteral("rule"), context.captured(0)));
    const QJsonObject body = context.request.json.toObject();
    if (!body.value(QLatin1String("name")).isString())
        return Reply::refuse(badRequest(QStringLiteral("The body must have a name.")));
    AlertRuleRecord &rule = rules[static_cast<std::size_t>(index)];
    for (const char *name : {"name", "description", "enabled", "notifications", "conditions"}) {
        if (body.contains(QLatin1String(name)))
            rule.body.insert(QLatin1String(name), body.value(QLatin1String(name)));
    }
    ++rule.version;
    return Reply::json(ruleJson(context, index));
}

} // namespace

void addReportRoutes(Router &router)
{
    const RequiredPermissions view = allOf({"analytics:dataExport:view"});
    router.add("GET", "/analytics/reporting/exports", listExports, view);
    router.add("POST", "/analytics/reporting/exports", addExport, allOf({"analytics:dataExport:add"}));
    router.add("GET", "/analytics/reporting/exports/metadata", listExportMetadata, view);
    router.add("GET", "/analytics/reporting/settings", readReportingSettings);
    router.add("POST", "/alerting/rules/query", queryRules, allOf({"alerting:rule:view"}));
    router.add("PUT", "/alerting/rules/{ruleId}", putRule, allOf({"alerting:rule:edit"}));
}

} // namespace offboarding::demo
