// SPDX-License-Identifier: GPL-3.0-or-later
// Roles and divisions of users (contract §6.3).
#include "app/demo/identityprovider.h"
#include "app/demo/listing.h"
#include "app/demo/names.h"
#include "app/demo/organisation.h"
#include "app/demo/subjectjson.h"

namespace offboarding::demo {

namespace {

int roleOf(const Directory &directory, const QString &id)
{
    const int role = directory.ids.indexOf(IdKind::Role, id);
    return role < roleNames().size() ? role : -1;
}

Answer<GrantRecord> grantOf(const Directory &directory, const QString &roleId, const QString &divisionId)
{
    const int role = roleOf(directory, roleId);
    if (role < 0)
        return refused(notFound(QStringLiteral("role"), roleId));
    const int division = directory.divisionOf(divisionId);
    if (division < 0)
        return refused(notFound(QStringLiteral("division"), divisionId));
    return GrantRecord{static_cast<quint8>(role), static_cast<qint16>(division)};
}

/// All of them or a refusal: one role or division that is gone fails the whole request.
Answer<std::vector<GrantRecord>> grantsOf(const HandlerContext &context)
{
    std::vector<GrantRecord> grants;
    const QJsonValue list = context.request.json[QLatin1String("grants")];
    if (!list.isArray())
        return refused(badRequest(QStringLiteral("The body must have grants.")));
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &entry : entries) {
        const Answer<GrantRecord> grant =
            grantOf(context.organisation.directory(), entry[QLatin1String("roleId")].toString(),
                    entry[QLatin1String("divisionId")].toString());
        if (!grant)
            return refused(grant.error());
        grants.push_back(*grant);
    }
    return grants;
}

bool isSame(const GrantRecord &left, const GrantRecord &right)
{
    return left.role == right.role && left.division == right.division;
}

void remove(UserRecord &record, const GrantRecord &grant)
{
    std::erase_if(record.grants, [&grant](const GrantRecord &one) { return isSame(one, grant); });
}

void add(UserRecord &record, const GrantRecord &grant)
{
    remove(record, grant);
    record.grants.push_back(grant);
}

enum class Change { Add, Remove, Replace };

template <Change change> Reply changeGrants(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Answer<std::vector<GrantRecord>> grants = grantsOf(context);
    if (!grants)
        return Reply::refuse(grants.error());
    UserRecord &record = context.organisation.directory().user(*user);
    if (change == Change::Replace)
        record.grants.clear();
    for (const GrantRecord &grant : *grants) {
        if (change == Change::Remove)
            remove(record, grant);
        else
            add(record, grant);
    }
    return Reply::empty(204);
}

template <Change change> Reply changeGrant(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Answer<GrantRecord> grant =
        grantOf(context.organisation.directory(), context.captured(2), context.captured(1));
    if (!grant)
        return Reply::refuse(grant.error());
    UserRecord &record = context.organisation.directory().user(*user);
    if (change == Change::Remove)
        remove(record, *grant);
    else
        add(record, *grant);
    return Reply::empty(204);
}

Reply readSubject(const HandlerContext &context)
{
    if (context.captured(0) == context.tokens.clientId())
        return Reply::json(
            clientSubjectJson(context.organisation, context.captured(0), context.caller.permissions));
    const Answer<int> user = capturedUser(context);
    return user ? Reply::json(userSubjectJson(context.organisation, *user)) : Reply::refuse(user.error());
}

/// The older listing: 404 when the user has no role at all.
Reply readUserRoles(const HandlerContext &context)
{
    const Answer<int> user = capturedUser(context);
    if (!user)
        return Reply::refuse(user.error());
    const Directory &directory = context.organisation.directory();
    const quint32 roles = directory.rolesOf(directory.user(*user));
    if (roles == 0)
        return Reply::refuse(notFound(QStringLiteral("roles of user"), context.captured(0)));
    QJsonArray list;
    for (int role = 0; role < roleNames().size(); ++role) {
        if ((roles & (1U << role)) != 0)
            list.append(QJsonObject{
                {QStringLiteral("id"), directory.ids.make(IdKind::Role, static_cast<quint32>(role))},
                {QStringLiteral("name"), roleNames().at(role)}});
    }
    return Reply::json(QJsonObject{{QStringLiteral("roles"), list}});
}

/// Moves users into a division.
Reply moveToDivision(const HandlerContext &context)
{
    Directory &directory = context.organisation.directory();
    const int division = directory.divisionOf(context.captured(0));
    if (division < 0)
        return Reply::refuse(notFound(QStringLiteral("division"), context.captured(0)));
    const QJsonArray ids = context.request.json.toArray();
    for (const QJsonValue &id : ids) {
        const int user = directory.userOf(id.toString());
        if (user < 0 || directory.user(user).state == UserState::Deleted)
            return Reply::refuse(notFound(QStringLiteral("user"), id.toString()));
    }
    if (ids.isEmpty())
        return Reply::refuse(badRequest(QStringLiteral("The body must be an array of user ids.")));
    for (const QJsonValue &id : ids)
        context.organisation.changeUser(directory.userOf(id.toString())).division =
            static_cast<qint16>(division);
    return Reply::empty(204);
}

} // namespace

void addGrantRoutes(Router &router)
{
    const RequiredPermissions add = allOf({"authorization:grant:add"});
    const RequiredPermissions remove = allOf({"authorization:grant:delete"});
    const char *one = "/authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}";
    router.add("GET", "/authorization/subjects/{subjectId}", readSubject,
               anyOf({"authorization:grant:view"}));
    router.add("POST", "/authorization/subjects/{subjectId}/bulkadd", changeGrants<Change::Add>, add);
    router.add("POST", "/authorization/subjects/{subjectId}/bulkremove", changeGrants<Change::Remove>,
               remove);
    router.add("POST", "/authorization/subjects/{subjectId}/bulkreplace", changeGrants<Change::Replace>,
               allOf({"authorization:grant:add", "authorization:grant:delete"}));
    router.add("POST", one, changeGrant<Change::Add>, add);
    router.add("DELETE", one, changeGrant<Change::Remove>, remove);
    router.add("GET", "/users/{userId}/roles", readUserRoles, anyOf({"authorization:grant:view"}));
    router.add("POST", "/authorization/divisions/{divisionId}/objects/USER", moveToDivision);
}

} // namespace offboarding::demo
