// SPDX-License-Identifier: GPL-3.0-or-later
// Who the caller is, what they may do, and tokens (contract §1.2, §2.4).
#include "app/demo/identityprovider.h"
#include "app/demo/router.h"
#include "app/demo/subjectjson.h"
#include "app/demo/userjson.h"

#include <QJsonDocument>

namespace offboarding::demo {

namespace {

/// What GET /users/me expands besides the blocks of any user. Best effort: most are not generated.
const QStringList &ownExpands()
{
    static const QStringList list =
        QStringLiteral("date|geolocationsettings|organization|presencedefinitions|"
                       "divisionedpresencedefinitions|locationdefinitions|orgauthorization|orgproducts|"
                       "favorites|superiors|directreports|adjacents|routingskills|routinglanguages|"
                       "fieldconfigs|token|trustors|logCapture|autoanswersettings")
            .split(QLatin1Char('|'));
    return list;
}

QJsonObject organisationReference(const Organisation &organisation)
{
    return {{QStringLiteral("id"), organisation.organisationId()},
            {QStringLiteral("name"), Organisation::organisationName()}};
}

/// A client-credentials token has no user.
Reply readMe(const HandlerContext &context)
{
    if (context.caller.user < 0)
        return Reply::refuse(badRequest(
            QStringLiteral("This request requires a user context. Client credentials cannot be used for it."),
            QStringLiteral("not.a.user")));
    QStringList expands;
    bool withOrganisation = false;
    const QStringList wanted = context.request.list(QStringLiteral("expand"));
    for (const QString &name : wanted) {
        withOrganisation = withOrganisation || name == QLatin1String("organization");
        if (!ownExpands().contains(name))
            expands.append(name);
    }
    const Answer<UserExpansion> expansion = UserExpansion::make(context.organisation, expands);
    if (!expansion)
        return Reply::refuse(expansion.error());
    QJsonObject me =
        QJsonDocument::fromJson(userBody(context.organisation, context.caller.user, *expansion)).object();
    if (expansion->has("authorization")) {
        const QStringList &permissions = context.caller.permissions.patterns();
        QJsonObject authorization = me.value(QLatin1String("authorization")).toObject();
        authorization.insert(QStringLiteral("unusedRoles"), QJsonArray());
        authorization.insert(QStringLiteral("permissions"), QJsonArray::fromStringList(permissions));
        authorization.insert(QStringLiteral("permissionPolicies"), policiesJson(permissions));
        me.insert(QStringLiteral("authorization"), authorization);
    }
    if (withOrganisation)
        me.insert(QStringLiteral("organization"), organisationReference(context.organisation));
    return Reply::json(me);
}

Reply readOwnSubject(const HandlerContext &context)
{
    if (context.caller.user < 0)
        return Reply::json(
            clientSubjectJson(context.organisation, context.tokens.clientId(), context.caller.permissions));
    return Reply::json(userSubjectJson(context.organisation, context.caller.user));
}

/// With `permission`: the divisions in which the caller has it. All or none here.
Reply listPermittedDivisions(const HandlerContext &context)
{
    const Answer<Paging> paging = pagingOf(context.request, 500);
    if (!paging)
        return Reply::refuse(paging.error());
    const QString permission = context.request.parameter(QStringLiteral("permission"));
    const bool isPermitted = permission.isEmpty() || context.caller.permissions.allows(permission);
    const Directory &directory = context.organisation.directory();
    const qsizetype total = isPermitted ? directory.divisions.size() : 0;
    QJsonArray entities;
    for (qsizetype i = paging->first(); i < qMin(paging->first() + paging->size, total); ++i) {
        const QString id = directory.divisionId(static_cast<int>(i));
        entities.append(QJsonObject{
            {QStringLiteral("id"), id},
            {QStringLiteral("name"), directory.divisions.at(i)},
            {QStringLiteral("homeDivision"), i == 0},
            {QStringLiteral("selfUri"), QString(QLatin1String("/api/v2/authorization/divisions/") + id)}});
    }
    QJsonObject frame = listingFrame(context.request, *paging, total);
    frame.insert(QStringLiteral("entities"), entities);
    frame.insert(QStringLiteral("allDivsPermitted"), isPermitted);
    return Reply::json(frame);
}

Reply readToken(const HandlerContext &context)
{
    const QJsonObject organisation = organisationReference(context.organisation);
    const QJsonObject client{{QStringLiteral("id"), context.tokens.clientId()},
                             {QStringLiteral("name"), QStringLiteral("Demo client")},
                             {QStringLiteral("organization"), organisation}};
    return Reply::json(QJsonObject{{QStringLiteral("organization"), organisation},
                                   {QStringLiteral("homeOrganization"), organisation},
                                   {QStringLiteral("authorizedScope"), QJsonArray()},
                                   {QStringLiteral("OAuthClient"), client}});
}

Reply deleteOwnToken(const HandlerContext &context)
{
    context.tokens.revoke(context.caller.token);
    return Reply::json(QJsonObject());
}

Reply deleteUserTokens(const HandlerContext &context)
{
    const int user = context.organisation.directory().userOf(context.captured(0));
    if (user < 0)
        return Reply::refuse(notFound(QStringLiteral("user"), context.captured(0)));
    context.tokens.revokeUser(user);
    return Reply::empty(204);
}

Reply readTokenTimeout(const HandlerContext &context)
{
    Q_UNUSED(context)
    return Reply::json(QJsonObject{{QStringLiteral("idleTokenTimeoutSeconds"), 28800},
                                   {QStringLiteral("enableIdleTokenTimeout"), false}});
}

} // namespace

void addIdentityRoutes(Router &router)
{
    router.add("GET", "/users/me", readMe);
    router.add("GET", "/authorization/subjects/me", readOwnSubject);
    router.add("GET", "/authorization/divisionspermitted/paged/me", listPermittedDivisions);
    router.add("GET", "/tokens/me", readToken);
    router.add("HEAD", "/tokens/me", readToken);
    router.add("DELETE", "/tokens/me", deleteOwnToken);
    router.add("DELETE", "/tokens/{userId}", deleteUserTokens, anyOf({"oauth:token:delete"}));
    router.add("GET", "/tokens/timeout", readTokenTimeout);
}

} // namespace offboarding::demo
