// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/undo.h"

#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "app/offboarding/partrules.h"
#include "app/offboarding/snapshot.h"
#include "app/offboarding/steprules.h"
#include "app/references/surroundings.h"

#include <algorithm>

namespace offboarding {

namespace {

/// What one user went through.
struct History
{
    User user;
    std::optional<Snapshot> snapshot;
    QSet<StepKind> done; ///< steps that did something, or may have
    QStringList conversations;
    bool isDeleted = false; ///< by this run
    bool isDeactivated = false;
};

/// A step that failed may have done a part of what it was to do.
bool mayHaveActed(const StepResult &result)
{
    return result.outcome == Outcome::Done ||
           (result.outcome == Outcome::Failed && result.cause != Cause::GateRefused &&
            result.cause != Cause::EarlierStepFailed && result.cause != Cause::Stopped);
}

void addDone(History *history, const PlanStep &step)
{
    if (!step.isWrite)
        return;
    history->done.insert(step.kind);
    if (step.kind == StepKind::ClearReference)
        history->conversations.append(step.clearing.conversationId);
    history->isDeleted =
        history->isDeleted || step.kind == StepKind::Delete || step.kind == StepKind::ForceDelete;
    history->isDeactivated = history->isDeactivated || step.kind == StepKind::Deactivate;
}

History historyOf(const UndoInput &input, const User &user)
{
    History history;
    history.user = user;
    for (const StepResult &result : input.steps) {
        if (result.step.userId != user.id)
            continue;
        if (result.step.kind == StepKind::Snapshot) {
            const Result<Snapshot> snapshot = snapshotFromJson(
                result.data.value(QLatin1String("snapshot")).toObject(), QStringLiteral("snapshot"));
            if (result.outcome == Outcome::Done && snapshot && snapshot->user.id == user.id)
                history.snapshot = *snapshot;
        }
        if (mayHaveActed(result))
            addDone(&history, result.step);
    }
    for (const PlanStep &step : input.unfinished) {
        if (step.userId == user.id)
            addDone(&history, step);
    }
    return history;
}

/// A part, the step that took it away, and the one that puts it back.
struct Part
{
    UndoSubject subject;
    StepKind removal;
    StepKind restoration;
};

/// Groups come before roles and queues, because a group brings both.
constexpr Part parts[] = {
    {UndoSubject::Groups, StepKind::RemoveGroups, StepKind::RestoreGroups},
    {UndoSubject::Roles, StepKind::RemoveRoles, StepKind::RestoreRoles},
    {UndoSubject::Queues, StepKind::RemoveQueues, StepKind::RestoreQueues},
    {UndoSubject::Skills, StepKind::RemoveSkills, StepKind::RestoreSkills},
    {UndoSubject::Languages, StepKind::RemoveLanguages, StepKind::RestoreLanguages},
    {UndoSubject::Station, StepKind::ReleaseStation, StepKind::RestoreStation},
    // Nothing takes these away by itself, but a deletion may lose them.
    {UndoSubject::Manager, StepKind::Delete, StepKind::RestoreManager},
    {UndoSubject::Forwarding, StepKind::Delete, StepKind::RestoreForwarding},
};

class UndoWriter
{
public:
    explicit UndoWriter(const UndoInput &input) : m_input(input)
    {
        Plan &plan = m_preview.plan;
        plan.id = input.planId;
        plan.act = Act::Undo;
        plan.connection = input.connection;
        plan.plannedOn = described(input.connection);
        plan.organizationId = input.plan.organizationId;
        plan.organizationName = input.plan.organizationName;
        plan.author = input.signedInAs;
        plan.signedInAs = input.signedInAs;
        plan.created = input.now;
        plan.expires = input.now.addSecs(input.lifetimeSeconds);
        plan.organizationUsers = input.plan.organizationUsers;
        plan.ticket = input.plan.ticket;
    }

    UndoPreview write()
    {
        for (const User &user : m_input.plan.users)
            addUser(historyOf(m_input, user));
        return std::move(m_preview);
    }

private:
    void tell(const History &history, UndoSubject subject, UndoObstacle obstacle, const QString &item = {},
              int count = 0)
    {
        m_preview.items.append({history.user.id, subject, obstacle, item, count});
    }

    PlanStep &step(StepKind kind, const QString &userId)
    {
        PlanStep added;
        added.kind = kind;
        added.userId = userId;
        m_preview.plan.steps.append(added);
        return m_preview.plan.steps.last();
    }

    void request(PlanStep *planned, const ApiRequest &apiRequest) const
    {
        planned->requests.append(apiRequest.preview(m_input.connection.apiUrl));
        planned->isWrite = planned->isWrite || apiRequest.method != HttpMethod::Get;
    }

    void addUser(const History &history)
    {
        if (history.done.isEmpty())
            return;
        tellWhatIsOver(history);
        const bool changedState = history.isDeleted || history.isDeactivated;
        if (!history.snapshot) {
            if (changedState || history.done.size() > (history.conversations.isEmpty() ? 0 : 1))
                tell(history, UndoSubject::State, UndoObstacle::NoSnapshot);
            return;
        }
        const Snapshot &snapshot = *history.snapshot;
        const bool bringsBack = changedState && snapshot.user.state == UserState::Active;
        if (changedState)
            tell(history, UndoSubject::State, bringsBack ? UndoObstacle::None : UndoObstacle::WasNotActive);
        // A deleted user who was not active before has to be brought back by hand first.
        const bool canBeTouched = !history.isDeleted || bringsBack;
        QList<PlanStep> restorations;
        for (const Part &part : parts)
            addPart(history, part, canBeTouched, &restorations);
        if (history.isDeleted)
            tellWhatDeletionLoses(history);
        if (canBeTouched && (bringsBack || !restorations.isEmpty()))
            writeSteps(history, bringsBack, restorations);
    }

    /// Nobody can bring these back.
    void tellWhatIsOver(const History &history)
    {
        for (const QString &conversation : history.conversations)
            tell(history, UndoSubject::Conversation, UndoObstacle::ConversationOver, conversation);
        if (history.done.contains(StepKind::RevokeTokens))
            tell(history, UndoSubject::Tokens, UndoObstacle::RevokedForGood);
        if (history.done.contains(StepKind::SetPresenceOffline) ||
            history.done.contains(StepKind::SetRoutingOff))
            tell(history, UndoSubject::Presence, UndoObstacle::UpToThePerson);
    }

    void tellWhatDeletionLoses(const History &history)
    {
        const Snapshot &snapshot = *history.snapshot;
        // The server moves a deleted user to the home division (contract §3).
        if (!snapshot.user.divisionId.isEmpty())
            tell(history, UndoSubject::Division, UndoObstacle::ByHand, snapshot.user.divisionName);
        if (snapshot.person.stations && !snapshot.person.stations->byDefault.isEmpty())
            tell(history, UndoSubject::DefaultStation, UndoObstacle::ByHand,
                 snapshot.person.stations->byDefault.name);
    }

    /// The act itself strips direct roles (contract §3); a deletion may lose everything.
    static bool isAffected(const History &history, const Part &part)
    {
        return history.isDeleted || history.done.contains(part.removal) ||
               (history.isDeactivated && part.subject == UndoSubject::Roles);
    }

    void addPart(const History &history, const Part &part, bool canBeTouched, QList<PlanStep> *restorations)
    {
        if (!isAffected(history, part))
            return;
        const Snapshot &snapshot = *history.snapshot;
        if (!isKnown(snapshot, part.restoration)) {
            tell(history, part.subject, UndoObstacle::NotRead);
            return;
        }
        if (part.subject == UndoSubject::Roles)
            tellInheritedRoles(history);
        PersonReferences person = snapshot.person;
        if (part.subject == UndoSubject::Queues)
            dropGoneQueues(history, &person);
        PlanStep planned;
        planned.kind = part.restoration;
        planned.userId = history.user.id;
        planned.data = restoreData(part.restoration, person, snapshot.managerId);
        SurroundingsReading nothing; // everything that is to be put back is missing
        nothing.managerId = snapshot.managerId ? QString() : snapshot.managerId;
        if (snapshot.person.forwarding) { // one that is off and leads nowhere is what everybody has
            nothing.person.forwarding = CallForwarding();
            nothing.person.forwarding->voicemail = snapshot.person.forwarding->voicemail;
        }
        const QList<PartWrite> writes = partWrites(planned, nothing);
        if (writes.isEmpty())
            return; // there was nothing to lose
        if (!canBeTouched) {
            tell(history, part.subject, UndoObstacle::WasNotActive);
            return;
        }
        QStringList names;
        for (const PartWrite &write : writes)
            names.append(write.item);
        names.removeDuplicates();
        tell(history, part.subject, UndoObstacle::None, names.join(QStringLiteral(", ")).left(1000),
             static_cast<int>(names.size()));
        for (const ApiRequest &one : partRequests(planned, nothing))
            request(&planned, one);
        restorations->append(planned);
    }

    void tellInheritedRoles(const History &history)
    {
        for (const RoleGrant &grant : history.snapshot->person.roles.value_or(QList<RoleGrant>())) {
            if (grant.inherited)
                tell(history, UndoSubject::Roles, UndoObstacle::GroupsBringIt,
                     QStringLiteral("%1 (%2)").arg(grant.roleName, grant.roleId));
        }
    }

    void dropGoneQueues(const History &history, PersonReferences *person)
    {
        if (!m_input.queueIds || !person->queues)
            return;
        QList<QueueMembership> existing;
        for (const QueueMembership &queue : std::as_const(*person->queues)) {
            if (m_input.queueIds->contains(queue.id))
                existing.append(queue);
            else
                tell(history, UndoSubject::Queues, UndoObstacle::IsGone,
                     QStringLiteral("%1 (%2)").arg(queue.name, queue.id));
        }
        person->queues = existing;
    }

    void writeSteps(const History &history, bool bringsBack, const QList<PlanStep> &restorations)
    {
        const QString &id = history.user.id;
        User expected = history.snapshot->user;
        if (history.isDeleted)
            expected.state = UserState::Deleted;
        else if (history.isDeactivated)
            expected.state = UserState::Inactive;
        expected.stateText = userStateName(expected.state);
        m_preview.plan.users.append(expected);

        PlanStep &read = step(StepKind::ReadUser, id);
        request(&read, userRequest(id, false));
        if (history.isDeleted)
            request(&read, userRequest(id, true)); // the first one answers 404 (contract §2.4)
        if (bringsBack) {
            PlanStep &restore = step(StepKind::Restore, id);
            request(&restore,
                    restoreUserRequest(m_input.connection.dialect, id, history.snapshot->user.version));
            request(&step(StepKind::ReadBack, id), userRequest(id, false));
        }
        m_preview.plan.steps += restorations;
        PlanStep &compare = step(StepKind::CompareSnapshot, id);
        compare.data = {{QStringLiteral("snapshot"), snapshotToJson(*history.snapshot)}};
        for (const ApiRequest &one : surroundingsRequests(id, allSurroundings, history.snapshot->person))
            request(&compare, one);
    }

    const UndoInput &m_input;
    UndoPreview m_preview;
};

} // namespace

UndoPreview undoPreview(const UndoInput &input)
{
    return UndoWriter(input).write();
}

QString undoSubjectName(UndoSubject subject)
{
    switch (subject) {
    case UndoSubject::State:
        return QStringLiteral("state");
    case UndoSubject::Roles:
        return QStringLiteral("roles");
    case UndoSubject::Groups:
        return QStringLiteral("groups");
    case UndoSubject::Queues:
        return QStringLiteral("queues");
    case UndoSubject::Skills:
        return QStringLiteral("skills");
    case UndoSubject::Languages:
        return QStringLiteral("languages");
    case UndoSubject::Station:
        return QStringLiteral("station");
    case UndoSubject::DefaultStation:
        return QStringLiteral("default-station");
    case UndoSubject::Manager:
        return QStringLiteral("manager");
    case UndoSubject::Forwarding:
        return QStringLiteral("forwarding");
    case UndoSubject::Division:
        return QStringLiteral("division");
    case UndoSubject::Presence:
        return QStringLiteral("presence");
    case UndoSubject::Tokens:
        return QStringLiteral("tokens");
    case UndoSubject::Conversation:
        break;
    }
    return QStringLiteral("conversation");
}

QString undoObstacleName(UndoObstacle obstacle)
{
    switch (obstacle) {
    case UndoObstacle::None:
        return {};
    case UndoObstacle::NoSnapshot:
        return QStringLiteral("no-snapshot");
    case UndoObstacle::NotRead:
        return QStringLiteral("not-read");
    case UndoObstacle::WasNotActive:
        return QStringLiteral("was-not-active");
    case UndoObstacle::GroupsBringIt:
        return QStringLiteral("groups-bring-it");
    case UndoObstacle::IsGone:
        return QStringLiteral("is-gone");
    case UndoObstacle::RevokedForGood:
        return QStringLiteral("revoked-for-good");
    case UndoObstacle::ConversationOver:
        return QStringLiteral("conversation-over");
    case UndoObstacle::UpToThePerson:
        return QStringLiteral("up-to-the-person");
    case UndoObstacle::ByHand:
        break;
    }
    return QStringLiteral("by-hand");
}

} // namespace offboarding
