// SPDX-License-Identifier: GPL-3.0-or-later
// Users: listing, reading, and every change of state in both dialects (contract §2 and §3).
#include "app/demo/organisation.h"
#include "app/demo/router.h"
#include "app/demo/userjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace offboarding::demo {

namespace {

constexpr int mostIds = 100;
constexpr int mostInactive = 10000; // pages beyond answer 400 although pageCount promises them

Refusal invalidState(const QString &value)
{
    return badRequest(QStringLiteral("The value %1 is not a user state.").arg(value.left(60)),
                      QStringLiteral("invalid.value"));
}

struct StateFilter
{
    bool any = false;
    UserState state = UserState::Active;

    bool accepts(const UserRecord &user) const { return any || user.state == state; }
};

Answer<StateFilter> stateFilterOf(const Request &request)
{
    const QString text = request.parameter(QStringLiteral("state"));
    StateFilter filter;
    if (text.isEmpty())
        return filter;
    filter.any = text == QLatin1String("any");
    filter.state = userStateFromName(text);
    if (!filter.any && filter.state == UserState::Unknown)
        return refused(badRequest(QStringLiteral("The state %1 is not known.").arg(text.left(60)),
                                  QStringLiteral("invalid.query.param.value")));
    return filter;
}

/// Indexes of the users that a listing covers, in its order.
Answer<std::vector<int>> selectedUsers(const HandlerContext &context, const StateFilter &filter)
{
    const Directory &directory = context.organisation.directory();
    std::vector<int> selected;
    const QStringList ids = context.request.list(QStringLiteral("id"));
    if (ids.size() > mostIds)
        return refused(badRequest(QStringLiteral("At most 100 user ids can be asked for at once."),
                                  QStringLiteral("max.user.ids")));
    if (!ids.isEmpty()) {
        for (const QString &id : ids) {
            const int user = directory.userOf(id);
            if (user >= 0 && filter.accepts(directory.user(user)))
                selected.push_back(user);
        }
    } else {
        selected.reserve(directory.users.size());
        for (std::size_t i = 0; i < directory.users.size(); ++i) {
            if (filter.accepts(directory.users[i]))
                selected.push_back(static_cast<int>(i));
        }
    }
    const QString order = context.request.parameter(QStringLiteral("sortOrder")).toLower();
    if (order == QLatin1String("descending") || order == QLatin1String("desc"))
        std::reverse(selected.begin(), selected.end());
    else if (!order.isEmpty() && order != QLatin1String("ascending") && order != QLatin1String("asc"))
        return refused(badRequest(QStringLiteral("The sort order %1 is not known.").arg(order.left(60)),
                                  QStringLiteral("invalid.query.param.value")));
    return selected;
}

/// {"entities":[…],…rest of the frame}
QByteArray listingBody(const HandlerContext &context, const std::vector<int> &users, qsizetype first,
                       int count, const UserExpansion &expansion, const QJsonObject &frame)
{
    const qsizetype end = qMin(first + count, static_cast<qsizetype>(users.size()));
    JsonWriter writer(1024 + qMax<qsizetype>(0, end - first) * 1100);
    writer.beginObject();
    writer.key("entities");
    writer.beginArray();
    for (qsizetype i = first; i < end; ++i) {
        const int user = users[static_cast<std::size_t>(i)];
        writeUser(writer, context.organisation, user, context.organisation.directory().user(user), expansion);
    }
    writer.endArray();
    QByteArray body = writer.take();
    const QByteArray rest = QJsonDocument(frame).toJson(QJsonDocument::Compact);
    body.append(',');
    body.append(rest.constData() + 1, rest.size() - 1);
    return body;
}

Reply listUsers(const HandlerContext &context)
{
    const Answer<Paging> paging = pagingOf(context.request, 500);
    if (!paging)
        return Reply::refuse(paging.error());
    const Answer<StateFilter> filter = stateFilterOf(context.request);
    if (!filter)
        return Reply::refuse(filter.error());
    if (!filter->any && filter->state == UserState::Inactive && paging->first() >= mostInactive)
        return Reply::refuse(badRequest(QStringLiteral("Inactive users can be paged up to 10000 only."),
                                        QStringLiteral("invalid.query.param.value")));
    const Answer<std::vector<int>> users = selectedUsers(context, *filter);
    if (!users)
        return Reply::refuse(users.error());
    const Answer<UserExpansion> expansion =
        UserExpansion::make(context.organisation, context.request.list(QStringLiteral("expand")));
    if (!expansion)
        return Reply::refuse(expansion.error());
    const QJsonObject frame = listingFrame(context.request, *paging, static_cast<qsizetype>(users->size()));
    return Reply::text(listingBody(context, *users, paging->first(), paging->size, *expansion, frame));
}

Reply queryUsers(const HandlerContext &context)
{
    const Answer<int> size = context.request.integer(QStringLiteral("pageSize"), 25, 1, 500);
    if (!size)
        return Reply::refuse(size.error());
    const Answer<StateFilter> filter = stateFilterOf(context.request);
    if (!filter)
        return Reply::refuse(filter.error());
    const Answer<UserExpansion> expansion =
        UserExpansion::make(context.organisation, context.request.list(QStringLiteral("expand")));
    if (!expansion)
        return Reply::refuse(expansion.error());
    const Answer<std::vector<int>> users = selectedUsers(context, *filter);
    if (!users)
        return Reply::refuse(users.error());
    qsizetype first = 0;
    const QString cursor = context.request.parameter(QStringLiteral("cursor"));
    if (!cursor.isEmpty()) {
        bool ok = false;
        first = QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding).toLongLong(&ok);
        if (!ok || first < 0)
            return Reply::refuse(badRequest(QStringLiteral("The cursor is not valid."),
                                            QStringLiteral("invalid.query.param.value")));
    }
    const auto total = static_cast<qsizetype>(users->size());
    const qsizetype next = qMin(first + *size, total);
    QJsonObject frame{{QStringLiteral("results"), static_cast<qint64>(qMax<qsizetype>(0, next - first))},
                      {QStringLiteral("selfUri"), context.request.path}};
    if (next < total) {
        const QString nextCursor = QString::fromLatin1(QByteArray::number(next).toBase64(
            QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        frame.insert(QStringLiteral("cursor"), nextCursor);
        // Whoever follows it must stay with the same state, expands and page size.
        QUrlQuery query = context.request.parameters;
        query.removeAllQueryItems(QStringLiteral("cursor"));
        query.addQueryItem(QStringLiteral("cursor"), nextCursor);
        const QString text = query.toString(QUrl::FullyEncoded);
        frame.insert(QStringLiteral("nextUri"), QString(context.request.path + QLatin1Char('?') + text));
    }
    return Reply::text(listingBody(context, *users, first, *size, *expansion, frame));
}

Reply readUser(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const int user = directory.userOf(context.captured(0));
    const QString state = context.request.parameter(QStringLiteral("state"));
    const bool wantsDeleted = state == QLatin1String("deleted");
    if (!state.isEmpty() && !wantsDeleted && state != QLatin1String("active"))
        return Reply::refuse(badRequest(QStringLiteral("The state %1 is not known here.").arg(state.left(60)),
                                        QStringLiteral("invalid.query.param.value")));
    if (user < 0 || (directory.user(user).state == UserState::Deleted) != wantsDeleted)
        return Reply::refuse(notFound(QStringLiteral("user"), context.captured(0)));
    const Answer<UserExpansion> expansion =
        UserExpansion::make(context.organisation, context.request.list(QStringLiteral("expand")));
    if (!expansion)
        return Reply::refuse(expansion.error());
    return Reply::text(userBody(context.organisation, user, *expansion));
}

/// The change of state itself, the same for all dialects.
std::optional<Refusal> applyState(const HandlerContext &context, int user, UserState state,
                                  const QString &reason)
{
    if (state == UserState::Deleted && context.organisation.directory().user(user).state != state) {
        const std::optional<Refusal> refusal =
            context.organisation.deletionRefusal(user, false, context.request.isPublishedOnly);
        if (refusal)
            return refusal;
    }
    context.organisation.setUserState(user, state, reason);
    return std::nullopt;
}

Reply replyUser(const HandlerContext &context, int user)
{
    return Reply::text(userBody(context.organisation, user, UserExpansion()));
}

/// legacy: PUT /users/{id} {"status":"inactive"|"active"}; takes no version.
Reply putUserStatus(const HandlerContext &context)
{
    const int user = context.organisation.directory().userOf(context.captured(0));
    if (user < 0)
        return Reply::refuse(notFound(QStringLiteral("user"), context.captured(0)));
    const QJsonValue status = context.request.json[QLatin1String("status")];
    if (!status.isString())
        return Reply::refuse(badRequest(QStringLiteral("The body must have a status.")));
    const UserState state = userStateFromName(status.toString());
    if (state != UserState::Active && state != UserState::Inactive)
        return Reply::refuse(invalidState(status.toString()));
    context.organisation.setUserState(user, state);
    return replyUser(context, user);
}

/// The number in `version`; refused if it is missing (400) or not the current one (409).
std::optional<Refusal> versionRefusal(const HandlerContext &context, int user)
{
    const QJsonValue version = context.request.json[QLatin1String("version")];
    if (!version.isDouble())
        return badRequest(QStringLiteral("The body must have a version."));
    const int current = context.organisation.directory().user(user).version;
    if (version.toInt(-1) != current)
        return staleVersion(context.captured(0), version.toInt(-1), current);
    return std::nullopt;
}

std::optional<Refusal> applyFields(const HandlerContext &context, int user)
{
    Directory &directory = context.organisation.directory();
    const QJsonObject body = context.request.json.toObject();
    const QJsonValue email = body.value(QLatin1String("email"));
    if (email.isString()) {
        for (std::size_t i = 0; i < directory.users.size(); ++i) {
            const bool isTaken = static_cast<int>(i) != user && !directory.users[i].email.isEmpty() &&
                                 directory.users[i].email.compare(email.toString(), Qt::CaseInsensitive) == 0;
            if (isTaken) {
                Refusal refusal =
                    badRequest(QStringLiteral("A user with this e-mail address exists already."),
                               QStringLiteral("general.conflict"));
                refusal.status = 409;
                return refusal;
            }
        }
    }
    int manager = directory.user(user).manager;
    const QJsonValue managerId = body.value(QLatin1String("manager"));
    if (managerId.isString() && !managerId.toString().isEmpty()) {
        manager = directory.userOf(managerId.toString());
        if (manager < 0)
            return badRequest(QStringLiteral("The manager does not exist."), QStringLiteral("invalid.value"));
    } else if (managerId.isString()) {
        manager = -1;
    }
    UserRecord &record = context.organisation.changeUser(user);
    const auto take = [&body](const char *name, QString &field) {
        const QJsonValue value = body.value(QLatin1String(name));
        if (value.isString())
            field = value.toString();
    };
    take("name", record.name);
    take("email", record.email);
    take("department", record.department);
    take("title", record.title);
    take("preferredName", record.preferredName);
    record.manager = manager;
    record.acdAutoAnswer = body.value(QLatin1String("acdAutoAnswer")).toBool(record.acdAutoAnswer);
    return std::nullopt;
}

/// published: PATCH /users/{id}; a state in the body is the only field applied.
Reply patchUser(const HandlerContext &context)
{
    Directory &directory = context.organisation.directory();
    const int user = directory.userOf(context.captured(0));
    const QJsonValue wanted = context.request.json[QLatin1String("state")];
    if (user < 0 || (directory.user(user).state == UserState::Deleted && !wanted.isString()))
        return Reply::refuse(notFound(QStringLiteral("user"), context.captured(0)));
    if (!context.request.json.isObject())
        return Reply::refuse(badRequest(QStringLiteral("The body must be an object.")));
    if (const std::optional<Refusal> refusal = versionRefusal(context, user))
        return Reply::refuse(*refusal);
    directory.user(user).judgedAsPublished = true;
    if (!wanted.isString()) {
        if (const std::optional<Refusal> refusal = applyFields(context, user))
            return Reply::refuse(*refusal);
        return replyUser(context, user);
    }
    const UserState state = userStateFromName(wanted.toString());
    if (state == UserState::Unknown)
        return Reply::refuse(invalidState(wanted.toString()));
    if (const std::optional<Refusal> refusal = applyState(context, user, state, QString()))
        return Reply::refuse(*refusal);
    return replyUser(context, user);
}

Reply readUserState(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const int user = directory.userOf(context.captured(0));
    if (user < 0)
        return Reply::refuse(notFound(QStringLiteral("user"), context.captured(0)));
    return Reply::json(userStateJson(directory.user(user)));
}

/// published: PUT /users/{id}/state, the only call that records why.
Reply putUserState(const HandlerContext &context)
{
    static const QStringList reasons = {QStringLiteral("Voluntary"), QStringLiteral("Seasonal"),
                                        QStringLiteral("Leave"),     QStringLiteral("Performance"),
                                        QStringLiteral("Conduct"),   QStringLiteral("Unknown")};
    Directory &directory = context.organisation.directory();
    const int user = directory.userOf(context.captured(0));
    if (user < 0)
        return Reply::refuse(notFound(QStringLiteral("user"), context.captured(0)));
    const UserState state = userStateFromName(context.request.json[QLatin1String("state")].toString());
    if (state == UserState::Unknown)
        return Reply::refuse(invalidState(context.request.json[QLatin1String("state")].toString()));
    const QString reason = context.request.json[QLatin1String("stateChangeReason")].toString();
    if (!reason.isEmpty() && !reasons.contains(reason))
        return Reply::refuse(
            badRequest(QStringLiteral("The value %1 is not a stateChangeReason.").arg(reason.left(60)),
                       QStringLiteral("invalid.value")));
    if (const std::optional<Refusal> refusal = versionRefusal(context, user))
        return Reply::refuse(*refusal);
    directory.user(user).judgedAsPublished = true;
    if (const std::optional<Refusal> refusal = applyState(context, user, state, reason))
        return Reply::refuse(*refusal);
    return Reply::json(userStateJson(directory.user(user)));
}

/// Both dialects; ?force=true is legacy. 200 with an empty object.
Reply deleteUser(const HandlerContext &context)
{
    const Directory &directory = context.organisation.directory();
    const int user = directory.userOf(context.captured(0));
    if (user < 0 || directory.user(user).state == UserState::Deleted) {
        Refusal refusal = notFound(QStringLiteral("user"), context.captured(0));
        refusal.code = QStringLiteral("user.not.found.on.delete");
        return Reply::refuse(refusal);
    }
    const bool force = !context.request.isPublishedOnly &&
                       context.request.parameter(QStringLiteral("force")) == QLatin1String("true");
    const std::optional<Refusal> refusal =
        context.organisation.deletionRefusal(user, force, context.request.isPublishedOnly);
    if (refusal)
        return Reply::refuse(*refusal);
    context.organisation.setUserState(user, UserState::Deleted);
    return Reply::json(QJsonObject());
}

} // namespace

void addUserRoutes(Router &router)
{
    router.add("GET", "/users", listUsers);
    router.add("GET", "/users/query", queryUsers, anyOf({"directory:user:view"}));
    router.add("GET", "/users/{userId}", readUser);
    router.add("PUT", "/users/{userId}", putUserStatus,
               anyOf({"admin", "directory:user:edit", "directory:organization:admin"}),
               RouteDialect::LegacyOnly);
    router.add("PATCH", "/users/{userId}", patchUser,
               anyOf({"admin", "directory:user:edit", "directory:organization:admin"}));
    router.add("DELETE", "/users/{userId}", deleteUser,
               anyOf({"admin", "directory:user:delete", "directory:organization:admin"}));
    router.add("GET", "/users/{userId}/state", readUserState, anyOf({"directory:userStateChange:view"}));
    router.add("PUT", "/users/{userId}/state", putUserState, anyOf({"directory:user:edit"}));
}

} // namespace offboarding::demo
