// SPDX-License-Identifier: GPL-3.0-or-later
// The organisation itself: limits, presences.
#include "app/demo/listing.h"
#include "app/demo/names.h"
#include "app/demo/organisation.h"
#include "app/demo/userjson.h"

namespace offboarding::demo {

namespace {

Reply readOrganisation(const HandlerContext &context)
{
    const QString id = context.organisation.organisationId();
    return Reply::json(QJsonObject{{QStringLiteral("id"), id},
                                   {QStringLiteral("name"), Organisation::organisationName()},
                                   {QStringLiteral("thirdPartyOrgName"), QStringLiteral("demo-organisation")},
                                   {QStringLiteral("domain"), QStringLiteral("demo.example")},
                                   {QStringLiteral("defaultLanguage"), QStringLiteral("en-US")},
                                   {QStringLiteral("state"), QStringLiteral("active")},
                                   {QStringLiteral("version"), 1},
                                   {QStringLiteral("selfUri"), QStringLiteral("/api/v2/organizations/me")}});
}

Reply readLimits(const HandlerContext &context)
{
    struct Limit
    {
        const char *space;
        const char *key;
        int value;
    };
    static constexpr std::array<Limit, 4> limits = {{
        {"platform.api", "client.credentials.token.rate.per.minute", 300},
        {"platform.api", "token.rate.per.minute", 300},
        {"platform.api", "org.app.user.rate.per.minute", 3000},
        {"platform.api", "request.bytes.max", 512000},
    }};
    QJsonArray entities;
    for (const Limit &limit : limits) {
        if (context.captured(0) == QLatin1String(limit.space))
            entities.append(QJsonObject{{QStringLiteral("key"), QString::fromLatin1(limit.key)},
                                        {QStringLiteral("namespace"), context.captured(0)},
                                        {QStringLiteral("value"), limit.value}});
    }
    return Reply::json(QJsonObject{{QStringLiteral("entities"), entities}});
}

Reply listPresenceDefinitions(const HandlerContext &context)
{
    const QStringList &names = systemPresences();
    const Directory &directory = context.organisation.directory();
    return listing(context, static_cast<int>(names.size()), 500, [&](int index) {
        const QString &name = names.at(index);
        return QJsonObject{{QStringLiteral("id"), presenceId(directory, name)},
                           {QStringLiteral("systemPresence"), name},
                           {QStringLiteral("type"), QStringLiteral("System")},
                           {QStringLiteral("deactivated"), false}};
    });
}

} // namespace

void addOrganisationRoutes(Router &router)
{
    router.add("GET", "/organizations/me", readOrganisation);
    router.add("GET", "/organizations/limits/namespaces/{namespaceName}", readLimits);
    router.add("GET", "/presence/definitions", listPresenceDefinitions,
               allOf({"presence:presenceDefinition:view"}));
}

} // namespace offboarding::demo
