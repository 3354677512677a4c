// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/planoptions.h"

#include "app/base/objectreader.h"

namespace offboarding {

QJsonObject planOptionsToJson(const PlanOptions &options)
{
    return {{QStringLiteral("revokeSessions"), options.revokeTokens},
            {QStringLiteral("goOffline"), options.goOffline},
            {QStringLiteral("releaseStation"), options.releaseStation},
            {QStringLiteral("removeQueues"), options.removeQueues},
            {QStringLiteral("removeSkills"), options.removeSkills},
            {QStringLiteral("removeLanguages"), options.removeLanguages},
            {QStringLiteral("removeGroups"), options.removeGroups},
            {QStringLiteral("removeRoles"), options.removeRoles},
            {QStringLiteral("checkReports"), options.checkReports}};
}

PlanOptions readPlanOptions(ObjectReader *reader)
{
    PlanOptions options;
    options.revokeTokens = reader->flag("revokeSessions");
    options.goOffline = reader->flag("goOffline");
    options.releaseStation = reader->flag("releaseStation");
    options.removeQueues = reader->flag("removeQueues");
    options.removeSkills = reader->flag("removeSkills");
    options.removeLanguages = reader->flag("removeLanguages");
    options.removeGroups = reader->flag("removeGroups");
    options.removeRoles = reader->flag("removeRoles");
    options.checkReports = reader->flag("checkReports");
    reader->finish();
    return options;
}

} // namespace offboarding
