// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/planner.h"

#include "app/api/calls/conversationscalls.h"
#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "app/directory/textfolding.h"

#include <QMultiHash>
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
        m_plan.created = input.now;
        m_plan.expires = input.now.addSecs(planLifetimeSeconds);
        m_plan.users = input.users;
    }

    Plan write()
    {
        addGeneralWarnings();
        for (const User &user : m_input.users) {
            addUserWarnings(user);
            addSteps(user);
        }
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
        if (user.state == wantedState())
            warn(WarningKind::AlreadyInState, user.id);
        int cuts = 0;
        for (const ClearingChoice &choice : m_input.clearing)
            cuts += choice.userId == user.id && choice.mayCutLiveCustomer ? 1 : 0;
        if (cuts > 0)
            warn(WarningKind::CustomerWillBeCut, user.id, cuts);
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
        planned->isWrite = planned->isWrite || apiRequest.method != HttpMethod::Get;
    }

    void addReadUser(StepKind kind, const User &user)
    {
        PlanStep &planned = step(kind, user.id);
        request(&planned, userRequest(user.id, user.state == UserState::Deleted));
    }

    void addReadBack(const User &user)
    {
        PlanStep &planned = step(StepKind::ReadBack, user.id);
        request(&planned, userRequest(user.id, wantedState() == UserState::Deleted));
    }

    void addCheckReferences(const User &user)
    {
        PlanStep &planned = step(StepKind::CheckReferences, user.id);
        request(&planned, agentStatusRequest(user.id));
        const auto references = m_input.references.constFind(user.id);
        if (references == m_input.references.constEnd())
            return;
        for (const ConversationReference &reference : references->conversations) {
            if (reference.isBlocking())
                request(&planned, conversationRequest(reference.conversationId));
        }
    }

    bool addClearing(const User &user)
    {
        bool isAny = false;
        const auto references = m_input.references.constFind(user.id);
        for (const ClearingChoice &choice : m_input.clearing) {
            if (choice.userId != user.id || choice.action == ClearingAction::Leave)
                continue;
            const ConversationReference *reference = references == m_input.references.constEnd()
                                                         ? nullptr
                                                         : references->find(choice.conversationId);
            if (reference == nullptr)
                continue;
            isAny = true;
            PlanStep &planned = step(StepKind::ClearReference, user.id);
            planned.clearing = choice;
            planned.media = reference->media;
            planned.participantId = reference->participantIds.value(0);
            planned.wasLive = reference->live;
            planned.wasCustomerLive = reference->customerLive;
            planned.isDestructive = true;
            for (const QString &participantId : reference->participantIds)
                request(&planned, clearingRequest(choice, participantId));
            request(&planned, conversationRequest(choice.conversationId));
        }
        return isAny;
    }

    ApiRequest clearingRequest(const ClearingChoice &choice, const QString &participantId) const
    {
        switch (choice.action) {
        case ClearingAction::HandToQueue:
            return handToQueueRequest(choice.conversationId, participantId, choice.queueId);
        case ClearingAction::Remove:
            return endParticipationRequest(dialect(), choice.conversationId, participantId);
        case ClearingAction::Disconnect:
        case ClearingAction::Leave:
            break;
        }
        return disconnectParticipantRequest(choice.conversationId, participantId);
    }

    void addChange(StepKind kind, const User &user)
    {
        PlanStep &planned = step(kind, user.id);
        planned.isDestructive = kind == StepKind::Delete || kind == StepKind::ForceDelete;
        switch (kind) {
        case StepKind::Deactivate:
            request(&planned, deactivateUserRequest(dialect(), user.id, user.version));
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

    void addHistory(const User &user)
    {
        const auto references = m_input.references.constFind(user.id);
        if (references == m_input.references.constEnd())
            return;
        for (const ConversationReference &reference : references->conversations) {
            if (reference.isBlocking())
                continue;
            PlanStep &planned = step(StepKind::CheckHistory, user.id);
            planned.historyConversationId = reference.conversationId;
            request(&planned, conversationRequest(reference.conversationId));
            return;
        }
    }

    void addSteps(const User &user)
    {
        addReadUser(StepKind::ReadUser, user);
        if (m_input.act == Act::Restore) {
            addChange(StepKind::Restore, user);
            addReadBack(user);
            return;
        }
        addClearing(user);
        addCheckReferences(user);
        if (m_input.act == Act::ClearReferences)
            return;
        addChange(m_input.act == Act::Deactivate ? StepKind::Deactivate
                  : m_input.act == Act::Delete   ? StepKind::Delete
                                                 : StepKind::ForceDelete,
                  user);
        addReadBack(user);
        if (m_input.act == Act::Deactivate)
            addHistory(user);
    }

    const PlanInput &m_input;
    Plan m_plan;
};

/// Names that differ in spaces, dots or hyphens only are the same to a hurried eye.
QString compactName(const QString &name)
{
    QString result;
    for (const QChar character : folded(name)) {
        if (character.isLetterOrNumber())
            result += character;
    }
    return result;
}

/// Every spelling with one letter left out: two names at most one letter apart share one of them.
QSet<QString> variantsOf(const QString &name)
{
    QSet<QString> variants{name};
    const qsizetype bounded = std::min<qsizetype>(name.size(), 60);
    for (qsizetype i = 0; i < bounded; ++i) {
        QString shorter = name;
        shorter.remove(i, 1);
        variants.insert(shorter);
    }
    return variants;
}

} // namespace

Plan makePlan(const PlanInput &input)
{
    return PlanWriter(input).write();
}

QStringList lookAlikes(const QList<User> &users, const QList<User> &all)
{
    QMultiHash<QString, QString> byVariant; // spelling → id of a user that is asked about
    QHash<QString, QString> names;
    for (const User &user : users) {
        const QString name = compactName(user.name);
        if (name.size() < 3)
            continue;
        names.insert(user.id, name);
        for (const QString &variant : variantsOf(name))
            byVariant.insert(variant, user.id);
    }
    QSet<QString> found;
    for (const User &other : all) {
        const QString name = compactName(other.name);
        if (name.size() < 3)
            continue;
        for (const QString &variant : variantsOf(name)) {
            for (auto match = byVariant.constFind(variant);
                 match != byVariant.constEnd() && match.key() == variant; ++match) {
                if (match.value() != other.id)
                    found.insert(match.value());
            }
        }
    }
    QStringList ids;
    for (const User &user : users) {
        if (found.contains(user.id))
            ids.append(user.id);
    }
    return ids;
}

} // namespace offboarding
