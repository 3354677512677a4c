// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/planparts.h"

#include "app/api/calls/conversationscalls.h"
#include "app/api/calls/personcalls.h"
#include "app/api/calls/surroundingcalls.h"
#include "app/offboarding/administrators.h"
#include "app/offboarding/partrules.h"
#include "app/references/referencereading.h"
#include "app/references/surroundings.h"

#include <algorithm>

namespace offboarding {

namespace {

PersonReferences previewed(const PlanInput &input, const QString &userId)
{
    const auto map = input.references.constFind(userId);
    return map == input.references.constEnd() ? PersonReferences() : map->person.value_or(PersonReferences());
}

} // namespace

QList<StepKind> stepsBeforeClearing(const PlanOptions &options)
{
    QList<StepKind> kinds;
    if (options.revokeTokens)
        kinds.append(StepKind::RevokeTokens);
    if (options.goOffline)
        kinds += {StepKind::SetPresenceOffline, StepKind::SetRoutingOff};
    if (options.releaseStation)
        kinds.append(StepKind::ReleaseStation);
    return kinds;
}

QList<StepKind> stepsAfterClearing(const PlanOptions &options)
{
    QList<StepKind> kinds;
    if (options.removeGroups)
        kinds.append(StepKind::RemoveGroups);
    if (options.removeQueues)
        kinds.append(StepKind::RemoveQueues);
    if (options.removeSkills)
        kinds.append(StepKind::RemoveSkills);
    if (options.removeLanguages)
        kinds.append(StepKind::RemoveLanguages);
    if (options.removeRoles)
        kinds.append(StepKind::RemoveRoles);
    return kinds;
}

bool isPreviewed(StepKind kind, const PlanInput &input, const QString &userId)
{
    const PersonReferences person = previewed(input, userId);
    switch (kind) {
    case StepKind::RevokeTokens:
        return true;
    case StepKind::SetPresenceOffline:
        return person.presence.has_value() && !input.offlinePresenceId.isEmpty();
    case StepKind::SetRoutingOff:
        return person.routingStatus.has_value();
    case StepKind::ReleaseStation:
        return person.stations.has_value();
    case StepKind::RemoveQueues:
        return person.queues.has_value();
    case StepKind::RemoveSkills:
        return person.skills.has_value();
    case StepKind::RemoveLanguages:
        return person.languages.has_value();
    case StepKind::RemoveGroups:
        return person.groups.has_value();
    case StepKind::RemoveRoles:
        return person.roles.has_value();
    default:
        return false;
    }
}

PlanStep plannedPart(StepKind kind, const PlanInput &input, const QString &userId)
{
    PlanStep step;
    step.kind = kind;
    step.userId = userId;
    if (kind == StepKind::SetPresenceOffline)
        step.data = {{QStringLiteral("presenceDefinitionId"), input.offlinePresenceId}};
    QList<ApiRequest> requests;
    if (kind == StepKind::RevokeTokens) {
        requests.append(revokeTokensRequest(userId));
    } else {
        if (kind == StepKind::RemoveRoles || kind == StepKind::RemoveGroups)
            requests = administratorRequests(input, userId);
        SurroundingsReading reading;
        if (isPreviewed(kind, input, userId))
            reading.person = previewed(input, userId);
        requests += partRequests(step, reading);
    }
    for (const ApiRequest &request : requests) {
        step.requests.append(request.preview(input.connection.apiUrl));
        step.isWrite = step.isWrite || request.method != HttpMethod::Get;
    }
    return step;
}

QList<ApiRequest> snapshotRequests(const PlanInput &input, const QString &userId)
{
    return surroundingsRequests(userId, allSurroundings, previewed(input, userId));
}

QList<ApiRequest> referenceRequests(const PlanInput &input, const QString &userId)
{
    QList<ApiRequest> requests = referenceRequests(userId, input.recentDays, input.now);
    const auto map = input.references.constFind(userId);
    if (map != input.references.constEnd()) {
        for (const ConversationReference &reference : map->conversations) {
            if (reference.isBlocking() || reference.readAt.isValid())
                requests.append(conversationRequest(reference.conversationId));
        }
    }
    return requests;
}

QList<ApiRequest> administratorRequests(const PlanInput &input, const QString &userId)
{
    QList<ApiRequest> requests{administratorRequest(userId)};
    if (!input.administrators.userIds.contains(userId))
        return requests;
    // Somebody who administers: everybody of the plan is asked about, and a list of others.
    for (const User &user : input.users)
        requests.append(administratorRequest(user.id));
    requests.append(administratorPageRequest(1));
    return requests;
}

} // namespace offboarding
