// SPDX-License-Identifier: GPL-3.0-or-later
// Work items (contract §5.5): not conversations, but assigned to people all the same.
#include "app/demo/jsonwriter.h"
#include "app/demo/listing.h"
#include "app/demo/organisation.h"

namespace offboarding::demo {

namespace {

constexpr int mostFilters = 3;
constexpr int mostPerPage = 200;

int itemOf(const Directory &directory, const QString &id)
{
    const int item = directory.ids.indexOf(IdKind::WorkItem, id);
    return static_cast<std::size_t>(item) < directory.workItems.size() ? item : -1;
}

QJsonObject itemJson(const Directory &directory, int index)
{
    const WorkItemRecord &item = directory.workItems[static_cast<std::size_t>(index)];
    const QString id = directory.ids.make(IdKind::WorkItem, static_cast<quint32>(index));
    QJsonObject object{
        {QStringLiteral("id"), id},
        {QStringLiteral("name"), item.name},
        {QStringLiteral("division"), divisionReference(directory, directory.queue(item.queue).division)},
        {QStringLiteral("dateCreated"), isoTime(item.created)},
        {QStringLiteral("dateDue"), isoTime(item.due)},
        {QStringLiteral("statusCategory"), item.status},
        {QStringLiteral("assignmentState"), item.assignment},
        {QStringLiteral("queue"), QJsonObject{{QStringLiteral("id"), directory.queueId(item.queue)},
                                              {QStringLiteral("name"), directory.queue(item.queue).name}}},
        {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/taskmanagement/workitems/") + id)}};
    if (item.assignee >= 0)
        object.insert(QStringLiteral("assignee"), userReference(directory, item.assignee));
    return object;
}

QString fieldOf(const Directory &directory, const WorkItemRecord &item, const QString &name)
{
    if (name == QLatin1String("assigneeId"))
        return item.assignee >= 0 ? directory.userId(item.assignee) : QString();
    if (name == QLatin1String("queueId"))
        return directory.queueId(item.queue);
    return item.status; // statusCategory
}

/// At most three filters; one of them must narrow the search with EQ.
std::optional<Refusal> filterRefusal(const QJsonArray &filters)
{
    static const QStringList known = {QStringLiteral("assigneeId"), QStringLiteral("queueId"),
                                      QStringLiteral("statusCategory")};
    static const QStringList operators = {QStringLiteral("EQ"), QStringLiteral("NEQ"), QStringLiteral("IN")};
    bool narrows = false;
    for (const QJsonValue &filter : filters) {
        const QString name = filter[QLatin1String("name")].toString();
        const QString op = filter[QLatin1String("operator")].toString();
        if (!known.contains(name) || !operators.contains(op) ||
            filter[QLatin1String("values")].toArray().isEmpty())
            return badRequest(QStringLiteral("The filter on %1 is not offered here.").arg(name.left(60)),
                              QStringLiteral("invalid.value"));
        narrows = narrows || (op == QLatin1String("EQ") && name != QLatin1String("statusCategory"));
    }
    if (filters.isEmpty() || filters.size() > mostFilters || !narrows)
        return badRequest(
            QStringLiteral("Name 1 to 3 filters, one of them EQ on workbinId, assigneeId, queueId "
                           "or typeId."));
    return std::nullopt;
}

bool fits(const Directory &directory, const WorkItemRecord &item, const QJsonArray &filters)
{
    return std::all_of(filters.constBegin(), filters.constEnd(), [&](const QJsonValue &filter) {
        const QString value = fieldOf(directory, item, filter[QLatin1String("name")].toString());
        const bool isNamed = filter[QLatin1String("values")].toArray().contains(value);
        return isNamed != (filter[QLatin1String("operator")].toString() == QLatin1String("NEQ"));
    });
}

/// Pages by a cursor: `after`.
Reply queryItems(const HandlerContext &context)
{
    const QJsonArray filters = context.request.json[QLatin1String("filters")].toArray();
    if (const std::optional<Refusal> refusal = filterRefusal(filters))
        return Reply::refuse(*refusal);
    const int size = context.request.json[QLatin1String("pageSize")].toInt(25);
    const QString after = context.request.json[QLatin1String("after")].toString();
    const Directory &directory = context.organisation.directory();
    if (size < 1 || size > mostPerPage || (!after.isEmpty() && itemOf(directory, after) < 0))
        return Reply::refuse(
            badRequest(QStringLiteral("pageSize must be 1 to 200, and after from an answer.")));
    const int first = after.isEmpty() ? 0 : itemOf(directory, after) + 1;
    const int count = static_cast<int>(directory.workItems.size());
    if (context.request.json[QLatin1String("select")].toString() == QLatin1String("Count")) {
        const auto total =
            std::count_if(directory.workItems.cbegin(), directory.workItems.cend(),
                          [&](const WorkItemRecord &item) { return fits(directory, item, filters); });
        return Reply::json(QJsonObject{{QStringLiteral("count"), static_cast<qint64>(total)}});
    }
    QJsonArray entities;
    QJsonObject frame{{QStringLiteral("selfUri"), context.request.path}};
    for (int index = first; index < count; ++index) {
        if (!fits(directory, directory.workItems[static_cast<std::size_t>(index)], filters))
            continue;
        if (entities.size() == size) {
            frame.insert(QStringLiteral("after"), entities.last()[QLatin1String("id")]);
            break;
        }
        entities.append(itemJson(directory, index));
    }
    frame.insert(QStringLiteral("entities"), entities);
    return Reply::json(frame);
}

Answer<int> capturedItem(const HandlerContext &context)
{
    const int item = itemOf(context.organisation.directory(), context.captured(0));
    if (item < 0)
        return refused(notFound(QStringLiteral("work item"), context.captured(0)));
    return item;
}

Reply disconnectItem(const HandlerContext &context)
{
    const Answer<int> index = capturedItem(context);
    if (!index)
        return Reply::refuse(index.error());
    WorkItemRecord &item = context.organisation.directory().workItems[static_cast<std::size_t>(*index)];
    item.assignee = -1;
    item.assignment = QStringLiteral("Disconnected");
    return Reply::json(itemJson(context.organisation.directory(), *index));
}

Reply assignItem(const HandlerContext &context)
{
    const Answer<int> index = capturedItem(context);
    if (!index)
        return Reply::refuse(index.error());
    Directory &directory = context.organisation.directory();
    const QString id = context.request.json[QLatin1String("id")].toString();
    const int user = directory.userOf(id);
    if (user < 0 || directory.user(user).state != UserState::Active)
        return Reply::refuse(notFound(QStringLiteral("user"), id));
    WorkItemRecord &item = directory.workItems[static_cast<std::size_t>(*index)];
    item.assignee = user;
    item.assignment = QStringLiteral("Connected");
    return Reply::empty(204);
}

} // namespace

void addWorkItemRoutes(Router &router)
{
    router.add("POST", "/taskmanagement/workitems/query", queryItems, anyOf({"workitems:workitem:view"}));
    router.add("POST", "/taskmanagement/workitems/{workitemId}/disconnect", disconnectItem,
               anyOf({"workitems:workitem:disconnect"}));
    router.add("PATCH", "/taskmanagement/workitems/{workitemId}/assignment", assignItem,
               anyOf({"workitems:workitem:pull", "workitems:workitem:assign"}));
}

} // namespace offboarding::demo
