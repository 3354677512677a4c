// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/conversationtemplates.h"

#include "app/demo/names.h"

namespace offboarding::demo {

namespace {

constexpr quint32 partsPerConversation = 64;

QString inboundOrOutbound(bool outbound)
{
    return outbound ? QStringLiteral("outbound") : QStringLiteral("inbound");
}

QString customerAddress(Medium medium, Random &random)
{
    const int number = random.below(10000000);
    switch (medium) {
    case Medium::Call:
    case Medium::Callback: {
        // 0199 is a range that no network gives to subscribers here: nobody's telephone rings.
        const QString digits = QString::number(number).rightJustified(7, QLatin1Char('0'));
        return QLatin1String("tel:+490199") + digits;
    }
    case Medium::Email:
        return QStringLiteral("customer%1@customer.example").arg(number);
    case Medium::Chat:
    case Medium::Message:
        break;
    }
    return QStringLiteral("web-visitor-%1").arg(number);
}

struct Times
{
    qint64 start = 0;
    qint64 offered = 0;
    qint64 answered = 0;
};

class Builder
{
public:
    Builder(const Directory &directory, bool isLiveKind, quint32 number, Medium medium, bool outbound)
        : m_directory(directory), m_random(directory.seed ^ (static_cast<quint64>(number) << 20) ^
                                           (isLiveKind ? 0x5EEDULL : 0xE4DEDULL))
    {
        m_conversation.isLiveKind = isLiveKind;
        m_conversation.number = number;
        m_conversation.medium = medium;
        m_conversation.direction = inboundOrOutbound(outbound);
        m_conversation.id =
            directory.ids.make(isLiveKind ? IdKind::LiveConversation : IdKind::EndedConversation, number);
    }

    Random &random() { return m_random; }
    ConversationRecord &conversation() { return m_conversation; }

    ParticipantRecord &add(const QString &purpose, qint64 start)
    {
        ParticipantRecord participant;
        participant.id = nextParticipantId(m_directory, m_conversation);
        participant.purpose = purpose;
        participant.start = start;
        m_conversation.participants.append(participant);
        return m_conversation.participants.last();
    }

    CommunicationRecord &speak(ParticipantRecord &participant, const QString &state)
    {
        CommunicationRecord communication;
        communication.id = nextCommunicationId(m_directory, m_conversation);
        communication.medium = m_conversation.medium;
        communication.state = state;
        communication.direction = m_conversation.direction;
        communication.afterCallWork = QStringLiteral("notApplicable");
        participant.communications.append(communication);
        return participant.communications.last();
    }

    void addCustomer(qint64 start, qint64 end)
    {
        ParticipantRecord &customer = add(QStringLiteral("customer"), start);
        const QStringList &names = customerNames();
        customer.name = names.at(m_random.below(static_cast<int>(names.size())));
        customer.address = customerAddress(m_conversation.medium, m_random);
        customer.connected = start;
        customer.end = end;
        m_conversation.address = customer.address;
        CommunicationRecord &leg = speak(customer, connectedOrNot(end));
        leg.connected = start;
        leg.disconnected = end;
        leg.disconnectType = end != 0 ? QStringLiteral("peer") : QString();
        leg.segments = {{QStringLiteral("interact"), start, end, leg.disconnectType}};
    }

    void addQueue(int queue, qint64 start, qint64 end)
    {
        ParticipantRecord &waiting = add(QStringLiteral("acd"), start);
        waiting.queue = queue;
        waiting.name = m_directory.queue(queue).name;
        waiting.connected = start;
        waiting.end = end;
        CommunicationRecord &leg = speak(waiting, connectedOrNot(end));
        leg.connected = start;
        leg.disconnected = end;
        leg.disconnectType = end != 0 ? QStringLiteral("transfer") : QString();
        leg.segments = {{QStringLiteral("interact"), start, end, leg.disconnectType}};
    }

    ParticipantRecord &addAgent(int user, int queue, qint64 offered)
    {
        ParticipantRecord &agent = add(QStringLiteral("agent"), offered);
        agent.user = user;
        agent.name = m_directory.user(user).name;
        agent.queue = queue;
        return agent;
    }

    /// The agent's leg of a conversation that was answered; @p end 0: still there.
    CommunicationRecord &answer(ParticipantRecord &agent, const Times &times, qint64 end)
    {
        agent.connected = times.answered;
        agent.end = end;
        CommunicationRecord &leg = speak(agent, connectedOrNot(end));
        leg.alerting = times.offered;
        leg.connected = times.answered;
        leg.disconnected = end;
        leg.segments = {{QStringLiteral("alert"), times.offered, times.answered, QString()}};
        leg.segments.append({QStringLiteral("interact"), times.answered, end, QString()});
        return leg;
    }

    /// Splits the open or last stretch of @p leg: interact, then hold from @p from to @p to (0: still held).
    static void hold(CommunicationRecord &leg, qint64 from, qint64 to)
    {
        SegmentRecord &last = leg.segments.last();
        const qint64 end = last.end;
        last.end = from;
        leg.segments.append({QStringLiteral("hold"), from, to, QString()});
        if (to != 0)
            leg.segments.append({QStringLiteral("interact"), to, end, QString()});
        leg.held = to == 0;
    }

    static QString connectedOrNot(qint64 end)
    {
        return end != 0 ? QStringLiteral("disconnected") : QStringLiteral("connected");
    }

private:
    const Directory &m_directory;
    Random m_random;
    ConversationRecord m_conversation;
};

} // namespace

QString nextParticipantId(const Directory &directory, ConversationRecord &conversation)
{
    const IdKind kind = conversation.isLiveKind ? IdKind::LiveParticipant : IdKind::EndedParticipant;
    return directory.ids.make(kind, conversation.number * partsPerConversation + conversation.nextPart++);
}

QString nextCommunicationId(const Directory &directory, ConversationRecord &conversation)
{
    const IdKind kind = conversation.isLiveKind ? IdKind::LiveCommunication : IdKind::EndedCommunication;
    return directory.ids.make(kind, conversation.number * partsPerConversation + conversation.nextPart++);
}

void appendWaitingInQueue(const Directory &directory, ConversationRecord &conversation, int queue, qint64 now)
{
    ParticipantRecord waiting;
    waiting.id = nextParticipantId(directory, conversation);
    waiting.purpose = QStringLiteral("acd");
    waiting.queue = queue;
    waiting.name = directory.queue(queue).name;
    waiting.start = now;
    waiting.connected = now;
    CommunicationRecord leg;
    leg.id = nextCommunicationId(directory, conversation);
    leg.medium = conversation.medium;
    leg.state = QStringLiteral("connected");
    leg.direction = conversation.direction;
    leg.connected = now;
    leg.afterCallWork = QStringLiteral("notApplicable");
    leg.segments = {{QStringLiteral("interact"), now, 0, QString()}};
    waiting.communications.append(leg);
    conversation.participants.append(waiting);
}

ConversationRecord makeLiveConversation(const Directory &directory, const LivePlan &plan, quint32 number)
{
    Builder builder(directory, true, number, plan.medium, plan.outbound);
    Random &random = builder.random();
    ConversationRecord &conversation = builder.conversation();
    const qint64 now = directory.base;
    const qint64 age = qMax<qint64>(now - plan.start, 8000);
    conversation.start = now - age;
    conversation.division = directory.queue(plan.queue).division;
    Times times;
    times.start = conversation.start;
    times.offered = times.start + age / 8;
    times.answered = times.offered + qMin<qint64>(age / 8, 3000 + random.below(15000));

    if (plan.shape == LiveShape::Scheduled) {
        conversation.owner = plan.user;
        builder.addCustomer(times.start, 0);
        builder.addQueue(plan.queue, times.start, 0);
        for (ParticipantRecord &participant : conversation.participants) {
            CommunicationRecord &leg = participant.communications.first();
            leg.state = QStringLiteral("scheduled");
            leg.scheduled = now + 3600000 + random.below(72) * 3600000LL;
            leg.segments = {{QStringLiteral("scheduled"), times.start, 0, QString()}};
        }
        return conversation;
    }

    const bool isOver = plan.shape == LiveShape::AfterCallWork;
    const qint64 over = isOver ? now - age / 8 : 0;
    builder.addCustomer(times.start, over);
    if (plan.shape == LiveShape::Waiting) {
        builder.addQueue(plan.queue, times.start, 0);
        return conversation;
    }
    if (!plan.outbound)
        builder.addQueue(plan.queue, times.start, times.offered);

    if (plan.shape == LiveShape::Returned) {
        ParticipantRecord &first = builder.addAgent(plan.user, plan.queue, times.offered);
        const qint64 away = times.answered + age / 8;
        CommunicationRecord &leg = builder.answer(first, times, away);
        leg.disconnectType = QStringLiteral("transfer");
        leg.segments.last().disconnectType = leg.disconnectType;
        times.offered = away + age / 16;
        times.answered = times.offered + age / 16;
    }
    if (plan.shape == LiveShape::Alerting) {
        const qint64 offered = now - 5000 - random.below(3000);
        for (ParticipantRecord &participant : conversation.participants) {
            if (participant.purpose == QLatin1String("acd") && !participant.communications.isEmpty()) {
                participant.end = offered;
                participant.communications.first().disconnected = offered;
                participant.communications.first().segments.first().end = offered;
            }
        }
        ParticipantRecord &agent = builder.addAgent(plan.user, plan.queue, offered);
        CommunicationRecord &leg = builder.speak(agent, QStringLiteral("alerting"));
        leg.alerting = offered;
        leg.segments = {{QStringLiteral("alert"), offered, 0, QString()}};
    } else {
        ParticipantRecord &agent = builder.addAgent(plan.user, plan.queue, times.offered);
        const qint64 end = isOver || plan.shape == LiveShape::Left ? now - age / 8 : 0;
        CommunicationRecord &leg = builder.answer(agent, times, end);
        if (end != 0) {
            leg.disconnectType = isOver ? QStringLiteral("client") : QStringLiteral("timeout");
            leg.segments.last().disconnectType = leg.disconnectType;
        }
        if (plan.shape == LiveShape::Held || plan.shape == LiveShape::Returned)
            Builder::hold(leg, times.answered + (now - times.answered) / 2, 0);
        if (isOver) {
            agent.end = 0;
            agent.acwStart = end;
            leg.afterCallWork = QStringLiteral("pending");
        }
    }
    if (plan.medium == Medium::Callback) {
        for (ParticipantRecord &participant : conversation.participants)
            for (CommunicationRecord &leg : participant.communications)
                leg.scheduled = times.start + age / 16;
    }
    return conversation;
}

ConversationRecord expandEndedConversation(const Directory &directory, const EndedRecord &record,
                                           quint32 number)
{
    Builder builder(directory, false, number, record.medium, record.outbound);
    Random &random = builder.random();
    ConversationRecord &conversation = builder.conversation();
    const qint64 end = directory.base - static_cast<qint64>(record.endedSecondsAgo) * 1000;
    const qint64 length = static_cast<qint64>(record.durationSeconds) * 1000;
    conversation.start = end - length;
    conversation.end = end;
    conversation.division = directory.queue(record.queue).division;

    Times times;
    times.start = conversation.start;
    times.offered = times.start + length / 10 + random.below(1000);
    times.answered = times.offered + qMin<qint64>(length / 10, 2000 + random.below(8000));
    // Wrap-up is the last tenth: the talk ends before the conversation does.
    const qint64 talked = end - length / 10;
    builder.addCustomer(times.start, talked);
    if (!record.outbound)
        builder.addQueue(record.queue, times.start, times.offered);
    ParticipantRecord &agent = builder.addAgent(record.user, record.queue, times.offered);
    CommunicationRecord &leg = builder.answer(agent, times, talked);
    leg.disconnectType = QStringLiteral("client");
    if (record.held) {
        const qint64 middle = times.answered + (talked - times.answered) / 2;
        Builder::hold(leg, middle, middle + (talked - middle) / 2);
    }
    leg.segments.last().disconnectType = leg.disconnectType;
    leg.afterCallWork = QStringLiteral("complete");
    agent.acwStart = talked;
    agent.acwEnd = end;
    agent.end = end;
    agent.wrapupCode = QStringLiteral("Done");
    return conversation;
}

} // namespace offboarding::demo
