// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/preview/requestspreview.h"

#include "app/offboarding/planner.h"

namespace offboarding::ui {

ClearingPreview clearingPreview(const Connection &connection, const User &user, const ReferenceMap &map,
                                const QString &conversationId, const QDateTime &now)
{
    ClearingPreview preview;
    const ConversationReference *reference = map.find(conversationId);
    if (reference == nullptr)
        return preview;
    preview.action = suggestedAction(*reference, connection.dialect);
    if (preview.action == ClearingAction::Leave)
        return preview;
    ClearingChoice choice;
    choice.userId = user.id;
    choice.conversationId = conversationId;
    choice.action = preview.action;
    choice.queueId = reference->queueId; // back to the queue that it came from, until the admin picks another
    choice.queueName = reference->queueName;
    PlanInput input;
    input.act = Act::ClearReferences;
    input.connection = connection;
    input.users = {user};
    input.references.insert(user.id, map);
    input.clearing = {choice};
    input.now = now;
    preview.plan = makePlan(input);
    QList<PlanStep> clearing;
    for (const PlanStep &step : std::as_const(preview.plan.steps)) {
        if (step.kind == StepKind::ClearReference)
            clearing.append(step);
    }
    preview.plan.steps = clearing;
    return preview;
}

} // namespace offboarding::ui
