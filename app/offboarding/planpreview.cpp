// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/planpreview.h"

#include <QPointer>
#include <QUuid>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace offboarding {

namespace {

constexpr qsizetype usersPerRound = 4;

using Fact = std::tuple<QString, QString, bool, bool, bool, bool, QStringList>;

std::vector<Fact> blockingFacts(const ReferenceMap &map)
{
    std::vector<Fact> facts;
    for (const ConversationReference &reference : map.conversations) {
        if (reference.isBlocking())
            facts.emplace_back(reference.conversationId, reference.state, reference.live,
                               reference.afterCallWork, reference.customerLive, reference.error.has_value(),
                               reference.participantIds);
    }
    std::sort(facts.begin(), facts.end());
    return facts;
}

} // namespace

bool hasChanged(const ReferenceMap &previewed, const ReferenceMap &now)
{
    return previewed.isComplete() != now.isComplete() || previewed.sessionCount != now.sessionCount ||
           blockingFacts(previewed) != blockingFacts(now);
}

PlanPreview::PlanPreview(Connection connection, UserStore &store, UserLoader &loader, ReferenceFinder &finder,
                         QObject *parent)
    : QObject(parent), m_connection(std::move(connection)), m_store(store), m_loader(loader), m_finder(finder)
{
}

void PlanPreview::setRules(AdministratorFinder &administrators, const Identity &signedInAs)
{
    m_administrators = &administrators;
    m_signedInAs = signedInAs;
}

quint64 PlanPreview::prepare(Act act, const QStringList &userIds, ReadingDepth depth)
{
    const quint64 ticket = ++m_lastTicket;
    m_wanted.insert(ticket);
    // Queued, so that the caller knows the ticket before the first signal carries it.
    QMetaObject::invokeMethod(
        this, [this, ticket, act, userIds, depth] { work(ticket, act, userIds, depth); },
        Qt::QueuedConnection);
    return ticket;
}

void PlanPreview::forget(quint64 ticket)
{
    m_wanted.remove(ticket);
}

QCoro::Task<> PlanPreview::work(quint64 ticket, Act act, QStringList userIds, ReadingDepth depth)
{
    const QPointer<PlanPreview> self(this);
    const bool needsReferences = act != Act::Restore;
    userIds.removeDuplicates();
    PreparedPlan prepared;
    prepared.input.act = act;
    prepared.input.connection = m_connection;
    prepared.input.planId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const QString &userId : std::as_const(userIds)) {
        if (const User *known = m_store.find(userId))
            prepared.names.insert(userId, known->identity());
    }

    const int total = static_cast<int>(userIds.size());
    for (qsizetype first = 0; first < userIds.size(); first += usersPerRound) {
        if (!isWanted(ticket))
            co_return;
        Q_EMIT progressChanged(ticket, static_cast<int>(first), total);
        const QStringList round = userIds.mid(first, usersPerRound);
        std::vector<QCoro::Task<Result<User>>> users;
        std::vector<QCoro::Task<ReferenceMap>> maps;
        for (const QString &userId : round) {
            users.push_back(m_loader.read(userId));
            if (needsReferences)
                maps.push_back(m_finder.read(userId, depth));
        }
        for (size_t index = 0; index < users.size(); ++index) {
            const QString userId = round.at(static_cast<qsizetype>(index));
            const Result<User> user = co_await users[index];
            if (self == nullptr)
                co_return;
            if (user) {
                prepared.names.insert(userId, user->identity());
                prepared.input.users.append(*user);
            } else {
                prepared.unreadableUsers.insert(userId, user.error());
            }
            if (needsReferences) {
                ReferenceMap map = co_await maps[index];
                if (self == nullptr)
                    co_return;
                prepared.input.references.insert(userId, std::move(map));
            }
        }
    }
    if (needsReferences && isWanted(ticket)) {
        const Result<QList<Queue>> queues = co_await m_finder.queues();
        if (self == nullptr)
            co_return;
        if (queues)
            prepared.queues = *queues;
        else
            prepared.queuesError = queues.error();
    }
    prepared.input.recentDays = m_finder.recentDays();
    if (depth != ReadingDepth::Gates && needsReferences && isWanted(ticket)) {
        const Result<QString> offline = co_await m_finder.offlinePresence();
        if (self == nullptr)
            co_return;
        prepared.input.offlinePresenceId = offline.value_or(QString());
    }
    const bool takesOut = act == Act::Deactivate || act == Act::Delete || act == Act::ForceDelete;
    if (takesOut && isWanted(ticket) && m_administrators != nullptr) {
        QStringList candidates;
        for (const User &user : std::as_const(prepared.input.users)) {
            if (user.state != UserState::Deleted)
                candidates.append(user.id);
        }
        prepared.input.administrators = co_await m_administrators->find(candidates);
        if (self == nullptr)
            co_return;
    }
    if (!m_wanted.remove(ticket))
        co_return;
    prepared.input.signedInAs = m_signedInAs;
    // A listing that broke off counts too few, which would let too many pass as a small share.
    if (m_store.status() == DirectoryStatus::Complete)
        prepared.input.organizationUsers = m_store.counts().total() - m_store.counts().deleted;
    // The two minutes are the admin's time to decide. Reading hundreds of users may take longer than that,
    // which is why the runner checks each object again right before its write.
    prepared.input.now = QDateTime::currentDateTimeUtc();
    prepared.input.lookAlikeIds = lookAlikes(prepared.input.users, m_store.users());
    Q_EMIT progressChanged(ticket, total, total);
    Q_EMIT this->prepared(ticket, prepared);
}

} // namespace offboarding
