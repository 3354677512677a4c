// SPDX-License-Identifier: GPL-3.0-or-later
// Dashboards and who owns them (contract §7.2).
#include "app/demo/identityprovider.h"
#include "app/demo/jsonwriter.h"
#include "app/demo/listing.h"
#include "app/demo/organisation.h"

namespace offboarding::demo {

namespace {

constexpr int mostPerPage = 100;
constexpr int mostIds = 25;

QString dashboardId(const Directory &directory, int index)
{
    return directory.ids.make(IdKind::Dashboard, static_cast<quint32>(index));
}

QJsonObject dashboardJson(const HandlerContext &context, int index)
{
    const Directory &directory = context.organisation.directory();
    const DashboardRecord &record =
        context.organisation.reports().dashboards[static_cast<std::size_t>(index)];
    const QString owner = directory.userId(record.owner);
    QJsonArray sharedWith;
    for (const int user : record.sharedWith)
        sharedWith.append(directory.userId(user));
    const QString id = dashboardId(directory, index);
    QJsonObject object{
        {QStringLiteral("id"), id},
        {QStringLiteral("name"), record.name},
        {QStringLiteral("rows"), 4},
        {QStringLiteral("columns"), 4},
        {QStringLiteral("layoutType"), QStringLiteral("Grid")},
        {QStringLiteral("widgets"), record.widgets},
        {QStringLiteral("favorite"), record.isFavorite},
        {QStringLiteral("publicDashboard"), record.isPublic},
        {QStringLiteral("restricted"), false},
        {QStringLiteral("shared"), !record.sharedWith.isEmpty()},
        {QStringLiteral("dashboardsSharedWith"),
         QJsonObject{{QStringLiteral("userIds"), sharedWith}, {QStringLiteral("teamIds"), QJsonArray()}}},
        {QStringLiteral("createdBy"),
         QJsonObject{{QStringLiteral("id"), owner},
                     {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/users/") + owner)}}},
        {QStringLiteral("dateCreated"), isoTime(record.created)},
        {QStringLiteral("dateModified"), isoTime(record.created)},
        {QStringLiteral("selfUri"),
         QString(QLatin1String("/api/v2/analytics/reporting/settings/dashboards/") + id)}};
    if (record.deleted != 0)
        object.insert(QStringLiteral("dateDeleted"), isoTime(record.deleted));
    return object;
}

/// A page of the dashboards that @p fits accepts.
Reply page(const HandlerContext &context, int defaultSize,
           const std::function<bool(const DashboardRecord &)> &fits)
{
    const std::vector<DashboardRecord> &all = context.organisation.reports().dashboards;
    const QString name = context.request.parameter(QStringLiteral("name"));
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        const DashboardRecord &one = all[static_cast<std::size_t>(i)];
        if (fits(one) && (name.isEmpty() || one.name.contains(name, Qt::CaseInsensitive)))
            found.push_back(i);
    }
    return listing(
        context, static_cast<int>(found.size()), mostPerPage,
        [&](int index) { return dashboardJson(context, found[static_cast<std::size_t>(index)]); },
        defaultSize);
}

bool flag(const HandlerContext &context, const char *name)
{
    return context.request.parameter(QString::fromLatin1(name)) == QLatin1String("true");
}

QJsonObject ownerJson(const HandlerContext &context, int user, bool deletedOnly)
{
    const Directory &directory = context.organisation.directory();
    int count = 0;
    int open = 0;
    for (const DashboardRecord &one : context.organisation.reports().dashboards) {
        if (one.owner != user || (one.deleted != 0) != deletedOnly)
            continue;
        ++count;
        open += one.isPublic ? 1 : 0;
    }
    const bool isActive = directory.user(user).state == UserState::Active;
    QJsonObject object = userReference(directory, user);
    object.insert(QStringLiteral("dashboardCount"), count);
    object.insert(QStringLiteral("publicDashboardCount"), open);
    object.insert(QStringLiteral("state"), isActive ? QStringLiteral("active") : QStringLiteral("inactive"));
    return object;
}

Reply listOwners(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const QStringList ids = context.request.list(QStringLiteral("id"));
    const QString state = context.request.parameter(QStringLiteral("state"));
    QJsonArray owners;
    for (int user = 0; user < static_cast<int>(directory.users.size()); ++user) {
        if (!ids.isEmpty() && !ids.contains(directory.userId(user)))
            continue;
        const QJsonObject owner = ownerJson(context, user, flag(context, "deletedOnly"));
        const bool isWanted = state.isEmpty() || owner.value(QLatin1String("state")).toString() == state;
        if (isWanted && owner.value(QLatin1String("dashboardCount")).toInt() > 0)
            owners.append(owner);
    }
    return listing(context, owners, mostPerPage);
}

Reply readOwner(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    return user ? Reply::json(ownerJson(context, *user, false)) : Reply::refuse(user.error());
}

Reply listOwned(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    return page(context, 50, [&](const DashboardRecord &one) {
        return one.owner == *user && (one.deleted != 0) == flag(context, "deletedOnly") &&
               (one.isPublic || !flag(context, "publicOnly")) &&
               (one.isFavorite || !flag(context, "favoriteOnly"));
    });
}

bool isOfType(const DashboardRecord &one, const QString &type)
{
    if (type == QLatin1String("Public"))
        return one.isPublic;
    if (type == QLatin1String("Private"))
        return !one.isPublic;
    if (type == QLatin1String("Shared"))
        return !one.sharedWith.isEmpty();
    return type != QLatin1String("Favorites") || one.isFavorite;
}

Reply queryDashboards(const HandlerContext &context)
{
    static const QStringList types = {QStringLiteral("All"), QStringLiteral("Public"),
                                      QStringLiteral("Private"), QStringLiteral("Shared"),
                                      QStringLiteral("Favorites")};
    static const QStringList accesses = {QStringLiteral("OwnedByMe"), QStringLiteral("OwnedByAnyone"),
                                         QStringLiteral("NotOwnedByMe")};
    const auto either = [&context](const char *name, const QString &otherwise) {
        const QString text = context.request.parameter(QString::fromLatin1(name));
        return text.isEmpty() ? otherwise : text;
    };
    const QString type = either("dashboardType", types.first());
    const QString access = either("dashboardAccessFilter", QStringLiteral("OwnedByAnyone"));
    const QString state = either("dashboardState", QStringLiteral("Active"));
    const bool isDeleted = state == QLatin1String("Deleted");
    if (!types.contains(type) || !accesses.contains(access) ||
        (!isDeleted && state != QLatin1String("Active")))
        return Reply::refuse(badRequest(QStringLiteral("A filter has a value that is not known."),
                                        QStringLiteral("invalid.query.param.value")));
    return page(context, 9, [&](const DashboardRecord &one) {
        const bool isMine = one.owner == context.caller.user;
        return (one.deleted != 0) == isDeleted && isOfType(one, type) &&
               (access == QLatin1String("OwnedByAnyone") || isMine == (access == QLatin1String("OwnedByMe")));
    });
}

int dashboardOf(const HandlerContext &context, const QString &id)
{
    const int index = context.organisation.directory().ids.indexOf(IdKind::Dashboard, id);
    return static_cast<std::size_t>(index) < context.organisation.reports().dashboards.size() ? index : -1;
}

Reply queryById(const HandlerContext &context)
{
    const QJsonArray ids = context.request.json[QLatin1String("dashboardConfigurationIds")].toArray();
    if (ids.isEmpty() || ids.size() > mostIds)
        return Reply::refuse(badRequest(QStringLiteral("Name 1 to 25 dashboards.")));
    QJsonArray found;
    for (const QJsonValue &id : ids) {
        const int index = dashboardOf(context, id.toString());
        if (index >= 0)
            found.append(dashboardJson(context, index));
    }
    QJsonObject frame = listingFrame(context.request, Paging{mostIds, 1}, found.size());
    frame.insert(QStringLiteral("entities"), found);
    return Reply::json(frame);
}

Reply removeDashboards(const HandlerContext &context)
{
    const QJsonArray ids = context.request.json[QLatin1String("dashboardConfigurationIds")].toArray();
    for (const QJsonValue &id : ids) {
        if (dashboardOf(context, id.toString()) < 0)
            return Reply::refuse(notFound(QStringLiteral("dashboard"), id.toString()));
    }
    for (const QJsonValue &id : ids) {
        const auto index = static_cast<std::size_t>(dashboardOf(context, id.toString()));
        context.organisation.reports().dashboards[index].deleted = context.organisation.now();
    }
    return Reply::empty(204);
}

/// All dashboards of these users; they can be brought back.
Reply removeOfUsers(const HandlerContext &context)
{
    if (!context.request.json.isArray())
        return Reply::refuse(badRequest(QStringLiteral("The body must be an array of user ids.")));
    const QJsonArray ids = context.request.json.toArray();
    for (DashboardRecord &one : context.organisation.reports().dashboards) {
        if (ids.contains(context.organisation.directory().userId(one.owner)) && one.deleted == 0)
            one.deleted = context.organisation.now();
    }
    return Reply::empty(204);
}

} // namespace

void addDashboardRoutes(Router &router)
{
    const RequiredPermissions view = allOf({"analytics:dashboardConfigurations:view"});
    router.add("GET", "/analytics/reporting/dashboards/users", listOwners, view);
    router.add("GET", "/analytics/reporting/dashboards/users/{userId}", readOwner, view);
    router.add("POST", "/analytics/reporting/dashboards/users/bulk/remove", removeOfUsers,
               anyOf({"analytics:dashboardConfigurations:deleteActive",
                      "analytics:dashboardConfigurations:deleteInactive"}));
    router.add("GET", "/analytics/reporting/settings/users/{userId}/dashboards", listOwned,
               allOf({"analytics:dashboardConfigurations:viewPrivate"}));
    router.add("GET", "/analytics/reporting/settings/dashboards/query", queryDashboards, view);
    router.add("POST", "/analytics/reporting/settings/dashboards/query", queryById, view);
    router.add("POST", "/analytics/reporting/settings/dashboards/bulk/remove", removeDashboards,
               allOf({"analytics:dashboardConfigurations:edit"}));
}

} // namespace offboarding::demo
