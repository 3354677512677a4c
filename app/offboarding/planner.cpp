// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/planner.h"

#include "app/api/calls/conversationscalls.h"
#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "app/offboarding/administrators.h"
#include "app/offboarding/clearingrequests.h"
#include "app/offboarding/planparts.h"

#include <QSet>

#include <algorithm>

namespace offboarding {

namespace {

class PlanWriter
{
public:
    explicit PlanWriter(const PlanInput &input) : m_input(input)
    {
        m_plan.id = input.planId;
        m_plan.act = input.act;
        m_plan.connection = input.connection;
        m_plan.plannedOn = described(input.connection);
        m_plan.organizationId = input.connection.organizationId.isEmpty() ? input.signedInAs.organizationId
                                                                          : input.connection.organizationId;
        m_plan.organizationName = input.connection.organizationName.isEmpty()
                                      ? input.signedInAs.organizationName
                                      : input.connection.organizationName;
        m_plan.author = input.signedInAs;
        m_plan.signedInAs = input.signedInAs;
        m_plan.reason = input.reason;
        m_plan.ticket = input.ticket;
        m_plan.options = input.options;
        m_plan.organizationUsers = input.organizationUsers;
        m_plan.created = input.now;
        m_plan.expires = input.now.addSecs(input.lifetimeSeconds);
        // Twice in the list is once in the plan: nothing is done to a user a second time.
        QSet<QString> known;
        for (const User &user : input.users) {
            if (!user.id.isEmpty() && !known.contains(user.id))
                m_plan.users.append(user);
            known.insert(user.id);
        }
        for (auto map = input.references.cbegin(); map != input.references.cend(); ++map)
            m_plan.referencesReadAt.insert(map.key(), map->readAt);
    }

    Plan write()
    {
        addGeneralWarnings();
        const QList<User> users = m_plan.users;
        for (const User &user : users) {
            addUserWarnings(user);
            const qsizetype first = m_plan.steps.size();
            addSteps(user);
            shareTexts(&m_plan, first);
            if (first == 0) // the others have about as many
                m_plan.steps.reserve(m_plan.steps.size() * users.size());
        }
        m_plan.steps.squeeze();
        return m_plan;
    }

private:
    Dialect dialect() const { return m_input.connection.dialect; }

    void warn(WarningKind kind, const QString &userId = {}, int count = 0)
    {
        m_plan.warnings.append({kind, userId, count});
    }

    void addGeneralWarnings()
    {
        if (m_input.connection.environment == Environment::Production)
            warn(WarningKind::ProductionOrganization);
        switch (m_input.act) {
        case Act::Deactivate:
            warn(WarningKind::HistoryKeepsName);
            warn(WarningKind::RolesAreLost);
            break;
        case Act::Delete:
        case Act::ForceDelete:
            warn(WarningKind::DeletionCost);
            break;
        case Act::Restore:
            warn(WarningKind::RolesAreLost);
            break;
        case Act::ClearReferences:
        case Act::Undo:
            break;
        }
    }

    void addUserWarnings(const User &user)
    {
        const auto references = m_input.references.constFind(user.id);
        if (m_input.act != Act::Restore) {
            if (references == m_input.references.constEnd()) {
                warn(WarningKind::UnreadableReferences, user.id);
            } else {
                const auto unreadable = std::count_if(
                    references->sources.cbegin(), references->sources.cend(),
                    [](const SourceReading &source) { return source.status != SourceStatus::Fresh; });
                if (unreadable > 0 || references->sources.isEmpty())
                    warn(WarningKind::UnreadableReferences, user.id, static_cast<int>(unreadable));
                if (references->knownLiveCount() > 0)
                    warn(WarningKind::LiveConversations, user.id, references->knownLiveCount());
                if (m_input.act == Act::Delete && references->recentCount() > 0)
                    warn(WarningKind::RecentConversations, user.id, references->recentCount());
            }
        }
        if (user.email.isEmpty())
            warn(WarningKind::UserWithoutEmail, user.id);
        if (m_input.lookAlikeIds.contains(user.id))
            warn(WarningKind::LookAlikeNames, user.id);
        if (m_input.act != Act::ClearReferences && user.state == wantedState())
            warn(WarningKind::AlreadyInState, user.id);
        int cuts = 0;
        for (const ClearingChoice &choice : m_input.clearing)
            cuts += choice.userId == user.id && cutsCustomer(choice) ? 1 : 0;
        if (cuts > 0)
            warn(WarningKind::CustomerWillBeCut, user.id, cuts);
        int unread = 0;
        for (const StepKind kind : ticked())
            unread += isPreviewed(kind, m_input, user.id) ? 0 : 1;
        if (unread > 0)
            warn(WarningKind::SurroundingsUnread, user.id, unread);
    }

    bool takesOut() const
    {
        return m_input.act == Act::Deactivate || m_input.act == Act::Delete ||
               m_input.act == Act::ForceDelete;
    }

    QList<StepKind> ticked() const
    {
        return takesOut() ? stepsBeforeClearing(m_input.options) + stepsAfterClearing(m_input.options)
                          : QList<StepKind>();
    }

    const ConversationReference *previewed(const ClearingChoice &choice) const
    {
        const auto references = m_input.references.constFind(choice.userId);
        return references == m_input.references.constEnd() ? nullptr
                                                           : references->find(choice.conversationId);
    }

    bool cutsCustomer(const ClearingChoice &choice) const
    {
        const ConversationReference *reference = previewed(choice);
        const bool isCut =
            choice.action != ClearingAction::HandToQueue && choice.action != ClearingAction::Leave;
        return isCut && choice.mayCutLiveCustomer && reference != nullptr && reference->customerLive;
    }

    bool isChosen(const QString &userId, const QString &conversationId) const
    {
        return std::any_of(m_input.clearing.cbegin(), m_input.clearing.cend(),
                           [&](const ClearingChoice &choice) {
                               return choice.userId == userId && choice.conversationId == conversationId &&
                                      choice.action != ClearingAction::Leave && previewed(choice) != nullptr;
                           });
    }

    bool hasClearing(const User &user) const
    {
        return std::any_of(m_input.clearing.cbegin(), m_input.clearing.cend(),
                           [&](const ClearingChoice &choice) {
                               return choice.userId == user.id && isChosen(user.id, choice.conversationId);
                           });
    }

    UserState wantedState() const
    {
        switch (m_input.act) {
        case Act::Deactivate:
            return UserState::Inactive;
        case Act::Delete:
        case Act::ForceDelete:
            return UserState::Deleted;
        case Act::Restore:
            return UserState::Active;
        case Act::ClearReferences:
        case Act::Undo:
            break;
        }
        return UserState::Unknown;
    }

    PlanStep &step(StepKind kind, const QString &userId)
    {
        PlanStep added;
        added.kind = kind;
        added.userId = userId;
        m_plan.steps.append(added);
        return m_plan.steps.last();
    }

    void request(PlanStep *planned, const ApiRequest &apiRequest) const
    {
        planned->requests.append(apiRequest.preview(m_input.connection.apiUrl));
        const bool isRead = apiRequest.method == HttpMethod::Get ||
                            (apiRequest.method == HttpMethod::Post && apiRequest.idempotent);
        planned->isWrite = planned->isWrite || !isRead;
    }

    void addReadUser(StepKind kind, const User &user)
    {
        PlanStep &planned = step(kind, user.id);
        request(&planned, userRequest(user.id, false));
        if (user.state == UserState::Deleted)
            request(&planned, userRequest(user.id, true)); // the first one answers 404 (contract §2.4)
    }

    void addReadBack(const User &user)
    {
        PlanStep &planned = step(StepKind::ReadBack, user.id);
        request(&planned, userRequest(user.id, false));
        if (wantedState() == UserState::Deleted)
            request(&planned, userRequest(user.id, true)); // the first one answers 404 (contract §2.4)
    }

    void addCheckReferences(const User &user)
    {
        PlanStep &planned = step(StepKind::CheckReferences, user.id);
        for (const ApiRequest &read : referenceRequests(m_input, user.id))
            request(&planned, read);
    }

    void addSnapshot(const User &user)
    {
        PlanStep &planned = step(StepKind::Snapshot, user.id);
        for (const ApiRequest &read : snapshotRequests(m_input, user.id))
            request(&planned, read);
    }

    void addReportCheck(const User &user)
    {
        if (!m_input.options.checkReports || user.email.isEmpty())
            return; // it is asked for by the e-mail address
        PlanStep &planned = step(StepKind::ReportCheck, user.id);
        request(&planned, searchUserRequest(user.email, userStateName(wantedState())));
    }

    void addVerifyGates(const User &user)
    {
        PlanStep &planned = step(StepKind::VerifyGates, user.id);
        request(&planned, administratorRequest(user.id));
        if (!ticked().isEmpty())
            request(&planned, userRequest(user.id, false));
    }

    void addClearing(const User &user)
    {
        QSet<QString> done;
        for (const ClearingChoice &choice : m_input.clearing) {
            if (choice.userId != user.id || choice.action == ClearingAction::Leave ||
                done.contains(choice.conversationId))
                continue;
            const ConversationReference *reference = previewed(choice);
            if (reference == nullptr)
                continue;
            done.insert(choice.conversationId);
            PlanStep &planned = step(StepKind::ClearReference, user.id);
            planned.clearing = choice;
            planned.media = reference->media;
            planned.participantId = reference->participantIds.value(0);
            planned.wasLive = reference->live;
            planned.wasCustomerLive = reference->customerLive;
            planned.isDestructive = true;
            request(&planned, conversationRequest(choice.conversationId));
            for (const ApiRequest &write : writesOf(*reference, choice))
                request(&planned, write);
            request(&planned, conversationRequest(choice.conversationId));
        }
    }

    QList<ApiRequest> writesOf(const ConversationReference &reference, const ClearingChoice &choice) const
    {
        if (reference.conversation)
            return clearingRequests(*reference.conversation, choice, dialect());
        // Only listed by analytics: ended there, so what can be done is to take the participants out.
        QList<ApiRequest> requests;
        if (choice.action == ClearingAction::Remove) {
            for (const QString &participantId : reference.participantIds)
                requests.append(endParticipationRequest(dialect(), choice.conversationId, participantId));
        }
        return requests;
    }

    void addChange(StepKind kind, const User &user)
    {
        PlanStep &planned = step(kind, user.id);
        planned.isDestructive = kind == StepKind::Delete || kind == StepKind::ForceDelete;
        if (kind != StepKind::Restore) {
            for (const ApiRequest &read : administratorRequests(m_input, user.id))
                request(&planned, read);
        }
        // What was taken away may have raised the user's version.
        if (kind != StepKind::ForceDelete && !ticked().isEmpty())
            request(&planned, userRequest(user.id, false));
        switch (kind) {
        case StepKind::Deactivate:
            request(&planned, deactivateUserRequest(dialect(), user.id, user.version, m_input.reason));
            break;
        case StepKind::Delete:
            request(&planned, deleteUserRequest(dialect(), user.id));
            break;
        case StepKind::ForceDelete:
            request(&planned, forceDeleteUserRequest(dialect(), user.id));
            break;
        default:
            request(&planned, restoreUserRequest(dialect(), user.id, user.version));
            break;
        }
    }

    /// A conversation from which the user is taken out, or one that cannot be found any more, proves nothing
    /// about history.
    bool isHistory(const QString &userId, const ConversationReference &reference) const
    {
        return !reference.isBlocking() && !reference.participantIds.isEmpty() &&
               reference.state != QLatin1String("not-found") && !isChosen(userId, reference.conversationId);
    }

    void addHistory(const User &user)
    {
        const auto references = m_input.references.constFind(user.id);
        if (references == m_input.references.constEnd())
            return;
        const ConversationReference *found = nullptr;
        for (const ConversationReference &reference : references->conversations) {
            // The one that has ended is history; one that the user only left may go on changing.
            const bool isBetter = found == nullptr || (!found->ended.isValid() && reference.ended.isValid());
            if (isHistory(user.id, reference) && isBetter)
                found = &reference;
        }
        if (found == nullptr)
            return;
        PlanStep &planned = step(StepKind::CheckHistory, user.id);
        planned.historyConversationId = found->conversationId;
        request(&planned, conversationRequest(found->conversationId));
    }

    void addSteps(const User &user)
    {
        addReadUser(StepKind::ReadUser, user);
        if (m_input.act == Act::Restore) {
            addChange(StepKind::Restore, user);
            addReadBack(user);
            return;
        }
        if (takesOut())
            addSnapshot(user);
        if (hasClearing(user) || !ticked().isEmpty())
            addCheckReferences(user);
        if (takesOut())
            addParts(stepsBeforeClearing(m_input.options), user);
        addClearing(user);
        if (takesOut())
            addParts(stepsAfterClearing(m_input.options), user);
        addCheckReferences(user);
        if (m_input.act == Act::ClearReferences)
            return;
        if (m_input.act == Act::ForceDelete)
            addVerifyGates(user);
        addChange(m_input.act == Act::Deactivate ? StepKind::Deactivate
                  : m_input.act == Act::Delete   ? StepKind::Delete
                                                 : StepKind::ForceDelete,
                  user);
        addReadBack(user);
        if (m_input.act == Act::Deactivate)
            addHistory(user);
        addReportCheck(user);
    }

    void addParts(const QList<StepKind> &kinds, const User &user)
    {
        for (const StepKind kind : kinds)
            m_plan.steps.append(plannedPart(kind, m_input, user.id));
    }

    const PlanInput &m_input;
    Plan m_plan;
};

} // namespace

Plan makePlan(const PlanInput &input)
{
    return PlanWriter(input).write();
}

} // namespace offboarding
