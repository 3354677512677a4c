// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/organisation.h"

#include "app/demo/conversationjson.h"
#include "app/demo/conversationtemplates.h"
#include "app/demo/generator.h"
#include "app/demo/surroundings.h"

#include <QElapsedTimer>

#include <algorithm>

namespace offboarding::demo {

namespace {

constexpr int mostDetails = 100;

Clock makeClock(const DemoOptions &options)
{
    const qint64 start = options.startTime.isValid() ? options.startTime.toMSecsSinceEpoch()
                                                     : QDateTime::currentMSecsSinceEpoch();
    QElapsedTimer timer;
    timer.start();
    return [start, timer] { return start + timer.elapsed(); };
}

QJsonObject referenceDetail(const BlockingReference &reference)
{
    return {{QStringLiteral("errorCode"), QStringLiteral("user.referenced.by.conversation")},
            {QStringLiteral("fieldName"), QStringLiteral("conversationId")},
            {QStringLiteral("entityId"), reference.conversationId},
            {QStringLiteral("entityName"), mediumName(reference.medium)}};
}

} // namespace

Organisation::Organisation(const DemoOptions &options, Clock clock)
    : m_clock(clock ? std::move(clock) : makeClock(options)), m_acceptDelayMs(options.acceptDelayMs),
      m_unarchivedHours(options.unarchivedHours), m_directory(options.seed), m_conversations(m_directory),
      m_searchIndex(m_directory, options.searchLagMs)
{
    m_directory.base = now();
    generate(options, m_directory, m_conversations);
    addSurroundings(m_directory);
    m_reports = makeReports(m_directory);
}

Organisation::~Organisation() = default;

QString Organisation::organisationName()
{
    return QStringLiteral("Demo Organisation (generated data)");
}

void Organisation::settle()
{
    const qint64 time = now();
    while (!m_accepted.isEmpty() && m_accepted.first().due <= time) {
        const Accepted next = m_accepted.takeFirst();
        next.effect();
    }
    m_searchIndex.settle(time);
}

UserRecord &Organisation::changeUser(int user)
{
    m_searchIndex.aboutToChange(user, now());
    UserRecord &record = m_directory.user(user);
    ++record.version;
    return record;
}

int Organisation::addUser(const UserRecord &record)
{
    const int user = static_cast<int>(m_directory.users.size());
    m_directory.users.push_back(record);
    // To the index it looks as if the user had been deleted until now.
    m_directory.users.back().state = UserState::Deleted;
    m_searchIndex.aboutToChange(user, now());
    m_directory.users.back().state = UserState::Active;
    return user;
}

void Organisation::setUserState(int user, UserState state, const QString &reason)
{
    UserRecord &record = changeUser(user);
    if (record.state == state && reason.isEmpty())
        return;
    record.state = state;
    record.stateChanged = now();
    record.stateChangeReason = reason;
    if (state != UserState::Active)
        record.grants.clear();
    if (state == UserState::Deleted) {
        record.division = 0;
        record.defaultStation = -1;
    }
}

std::optional<Refusal> Organisation::deletionRefusal(int user, bool force, bool publishedOnly) const
{
    const UserRecord &record = m_directory.user(user);
    const QString id = m_directory.userId(user);
    const bool countsEnded = !force && !publishedOnly && !record.judgedAsPublished;
    std::optional<qint64> endedAfter;
    if (countsEnded)
        endedAfter = now() - static_cast<qint64>(m_unarchivedHours) * 3600 * 1000;
    const QList<BlockingReference> references = m_conversations.references(user, endedAfter);
    if (references.isEmpty())
        return std::nullopt;

    Refusal refusal;
    refusal.status = 409;
    refusal.entityId = id;
    refusal.entityName = QStringLiteral("user");
    const auto live = std::count_if(references.cbegin(), references.cend(),
                                    [](const BlockingReference &one) { return one.isLive; });
    const QString count = QString::number(references.size());
    refusal.messageParams = {{QStringLiteral("userId"), id},
                             {QStringLiteral("count"), count},
                             {QStringLiteral("liveCount"), QString::number(live)}};
    if (force) {
        refusal.code = QStringLiteral("user.has.active.session");
        refusal.message =
            QStringLiteral("User %1 has %2 active session(s) and cannot be deleted, not even with force.")
                .arg(id, count);
        refusal.messageWithParams = QStringLiteral(
            "User {userId} has {count} active session(s) and cannot be deleted, not even with force.");
    } else {
        refusal.code = QStringLiteral("general.conflict");
        refusal.message =
            QStringLiteral("User %1 cannot be deleted: %2 active or recent interaction(s) still reference "
                           "the user.")
                .arg(id, count);
        refusal.messageWithParams = QStringLiteral(
            "User {userId} cannot be deleted: {count} active or recent interaction(s) still reference the "
            "user.");
    }
    for (const BlockingReference &reference : references.mid(0, mostDetails))
        refusal.details.append(referenceDetail(reference));
    return refusal;
}

void Organisation::accept(std::function<void()> effect)
{
    if (m_acceptDelayMs <= 0)
        effect();
    else
        m_accepted.append({now() + m_acceptDelayMs, std::move(effect)});
}

void Organisation::markPublished(const ConversationRecord &conversation, const QString &participantId)
{
    for (const ParticipantRecord &one : conversation.participants) {
        if (one.user >= 0 && (participantId.isEmpty() || one.id == participantId))
            m_directory.user(one.user).judgedAsPublished = true;
    }
}

void Organisation::endNow(ConversationRecord &conversation, ParticipantRecord &participant,
                          const QString &disconnectType)
{
    Q_UNUSED(conversation)
    const qint64 time = now();
    for (CommunicationRecord &leg : participant.communications) {
        if (leg.afterCallWork == QLatin1String("pending"))
            leg.afterCallWork = QStringLiteral("skipped");
        if (!leg.isLive())
            continue;
        leg.state = QStringLiteral("disconnected");
        leg.disconnected = time;
        leg.disconnectType = disconnectType;
        leg.held = false;
        leg.muted = false;
        for (SegmentRecord &segment : leg.segments) {
            if (segment.end == 0) {
                segment.end = time;
                segment.disconnectType = disconnectType;
            }
        }
    }
    if (participant.acwStart != 0 && participant.acwEnd == 0)
        participant.acwEnd = time;
    if (participant.end == 0)
        participant.end = time;
}

void Organisation::closeConversation(ConversationRecord &conversation, const QString &disconnectType)
{
    for (ParticipantRecord &one : conversation.participants) {
        if (one.isLive())
            endNow(conversation, one, disconnectType);
    }
    const bool isStillWrapping =
        std::any_of(conversation.participants.cbegin(), conversation.participants.cend(),
                    [](const ParticipantRecord &one) { return one.isInAfterCallWork(); });
    if (conversation.end == 0 && !isStillWrapping)
        conversation.end = now();
}

void Organisation::afterLeaving(ConversationRecord &conversation, bool wasAlerting, int queue)
{
    const bool someoneServes =
        std::any_of(conversation.participants.cbegin(), conversation.participants.cend(),
                    [](const ParticipantRecord &one) {
                        return one.isLive() && one.purpose != QLatin1String("customer");
                    });
    if (someoneServes)
        return;
    const bool customerIsThere =
        std::any_of(conversation.participants.cbegin(), conversation.participants.cend(),
                    [](const ParticipantRecord &one) {
                        return one.isLive() && one.purpose == QLatin1String("customer");
                    });
    // What was only offered goes back to its queue; a message thread stays open for its window; anything else
    // ends for the customer too.
    if (customerIsThere && wasAlerting && queue >= 0)
        appendWaitingInQueue(m_directory, conversation, queue, now());
    else if (!customerIsThere || conversation.medium != Medium::Message)
        closeConversation(conversation, QStringLiteral("peer"));
}

void Organisation::endParticipation(const QString &conversationId, const QString &participantId)
{
    accept([this, conversationId, participantId] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one)
            return;
        markPublished(*conversation, participantId);
        const bool wasLive = one->isLive();
        const bool wasWrapping = one->isInAfterCallWork();
        const bool wasAlerting = std::any_of(
            one->communications.cbegin(), one->communications.cend(),
            [](const CommunicationRecord &leg) { return leg.state == QLatin1String("alerting"); });
        const int queue = one->queue;
        endNow(*conversation, *one, QStringLiteral("client"));
        if (wasLive || wasWrapping)
            afterLeaving(*conversation, wasAlerting, queue);
    });
}

void Organisation::endCommunication(const QString &conversationId, const QString &participantId,
                                    const QString &communicationId)
{
    const auto endOne = [this, conversationId, participantId, communicationId] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one)
            return;
        markPublished(*conversation, participantId);
        ParticipantRecord others = *one;
        others.communications.removeIf(
            [&](const CommunicationRecord &leg) { return leg.id == communicationId; });
        one->communications.removeIf(
            [&](const CommunicationRecord &leg) { return leg.id != communicationId; });
        const int queue = one->queue;
        endNow(*conversation, *one, QStringLiteral("client"));
        one->communications += others.communications;
        if (one->isLive())
            one->end = 0;
        else
            afterLeaving(*conversation, false, queue);
    };
    endOne(); // this one answers 200: done, not merely accepted
}

void Organisation::removeParticipant(const QString &conversationId, const QString &participantId)
{
    accept([this, conversationId, participantId] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one)
            return;
        const bool wasThere = one->isLive() || one->isInAfterCallWork();
        const bool wasAlerting = std::any_of(
            one->communications.cbegin(), one->communications.cend(),
            [](const CommunicationRecord &leg) { return leg.state == QLatin1String("alerting"); });
        const int queue = one->queue;
        conversation->participants.removeIf(
            [&](const ParticipantRecord &each) { return each.id == participantId; });
        if (wasThere)
            afterLeaving(*conversation, wasAlerting, queue);
    });
}

void Organisation::handToQueue(const QString &conversationId, const QString &participantId, int queue)
{
    accept([this, conversationId, participantId, queue] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one || !one->isLive())
            return;
        markPublished(*conversation, participantId);
        endNow(*conversation, *one, QStringLiteral("transfer"));
        appendWaitingInQueue(m_directory, *conversation, queue, now());
        conversation->transfers.append(
            QJsonObject{{QStringLiteral("id"), nextCommunicationId(m_directory, *conversation)},
                        {QStringLiteral("state"), QStringLiteral("Complete")},
                        {QStringLiteral("transferType"), QStringLiteral("Unattended")}});
    });
}

void Organisation::handToAddress(const QString &conversationId, const QString &participantId,
                                 const QString &address)
{
    accept([this, conversationId, participantId, address] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one || !one->isLive())
            return;
        markPublished(*conversation, participantId);
        endNow(*conversation, *one, QStringLiteral("transfer"));
        ParticipantRecord outside;
        outside.id = nextParticipantId(m_directory, *conversation);
        outside.name = address;
        outside.purpose = QStringLiteral("external");
        outside.address = address;
        outside.start = now();
        outside.connected = outside.start;
        CommunicationRecord leg;
        leg.id = nextCommunicationId(m_directory, *conversation);
        leg.medium = conversation->medium;
        leg.state = QStringLiteral("connected");
        leg.direction = conversation->direction;
        leg.connected = outside.start;
        leg.afterCallWork = QStringLiteral("notApplicable");
        leg.segments = {{QStringLiteral("interact"), outside.start, 0, QString()}};
        outside.communications.append(leg);
        conversation->participants.append(outside);
    });
}

void Organisation::handToAgent(const QString &conversationId, const QString &participantId, int user)
{
    accept([this, conversationId, participantId, user] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one || !one->isLive())
            return;
        markPublished(*conversation, participantId);
        const int queue = one->queue;
        endNow(*conversation, *one, QStringLiteral("transfer"));
        ParticipantRecord agent;
        agent.id = nextParticipantId(m_directory, *conversation);
        agent.user = user;
        agent.name = m_directory.user(user).name;
        agent.purpose = QStringLiteral("agent");
        agent.queue = queue;
        agent.start = now();
        CommunicationRecord leg;
        leg.id = nextCommunicationId(m_directory, *conversation);
        leg.medium = conversation->medium;
        leg.state = QStringLiteral("alerting");
        leg.direction = conversation->direction;
        leg.alerting = agent.start;
        leg.afterCallWork = QStringLiteral("notApplicable");
        leg.segments = {{QStringLiteral("alert"), agent.start, 0, QString()}};
        agent.communications.append(leg);
        conversation->participants.append(agent);
    });
}

void Organisation::finishAfterCallWork(const QString &conversationId, const QString &participantId,
                                       const QString &wrapupCode)
{
    accept([this, conversationId, participantId, wrapupCode] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one || !one->isInAfterCallWork())
            return;
        markPublished(*conversation, participantId);
        one->wrapupCode = wrapupCode;
        endNow(*conversation, *one, QStringLiteral("client"));
        if (!wrapupCode.isEmpty()) {
            for (CommunicationRecord &leg : one->communications)
                leg.afterCallWork = QStringLiteral("complete");
        }
        afterLeaving(*conversation, false, one->queue);
    });
}

void Organisation::disconnectConversation(const QString &conversationId)
{
    accept([this, conversationId] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        if (!conversation || !conversation->isOpen())
            return;
        markPublished(*conversation, QString());
        for (ParticipantRecord &one : conversation->participants) {
            if (one.isLive() || one.isInAfterCallWork())
                endNow(*conversation, one, QStringLiteral("system"));
        }
        closeConversation(*conversation, QStringLiteral("system"));
    });
}

void Organisation::park(const QString &conversationId, const QString &participantId, const QString &state)
{
    accept([this, conversationId, participantId, state] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one)
            return;
        for (CommunicationRecord &leg : one->communications) {
            if (leg.isLive())
                leg.state = state;
        }
    });
}

void Organisation::hold(const QString &conversationId, const QString &participantId, std::optional<bool> held,
                        std::optional<bool> muted)
{
    accept([this, conversationId, participantId, held, muted] {
        ConversationRecord *conversation = m_conversations.edit(conversationId);
        ParticipantRecord *one = conversation ? conversation->participant(participantId) : nullptr;
        if (!one)
            return;
        const qint64 time = now();
        for (CommunicationRecord &leg : one->communications) {
            if (leg.state != QLatin1String("connected"))
                continue;
            leg.muted = muted.value_or(leg.muted);
            if (!held || *held == leg.held)
                continue;
            leg.held = *held;
            if (!leg.segments.isEmpty())
                leg.segments.last().end = time;
            leg.segments.append(
                {*held ? QStringLiteral("hold") : QStringLiteral("interact"), time, 0, QString()});
        }
    });
}

QString Organisation::startConversation(int user)
{
    LivePlan plan;
    plan.user = user;
    plan.start = m_directory.base;
    const auto number = static_cast<quint32>(m_conversations.live.size());
    m_conversations.live.push_back(makeLiveConversation(m_directory, plan, number));
    return m_conversations.live.back().id;
}

} // namespace offboarding::demo
