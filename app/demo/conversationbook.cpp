// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/conversationbook.h"

#include "app/demo/conversationtemplates.h"

#include <algorithm>

namespace offboarding::demo {

bool CommunicationRecord::isLive() const
{
    return state != QLatin1String("disconnected") && state != QLatin1String("terminated") &&
           state != QLatin1String("none");
}

bool ParticipantRecord::isLive() const
{
    return std::any_of(communications.cbegin(), communications.cend(),
                       [](const CommunicationRecord &leg) { return leg.isLive(); });
}

ParticipantRecord *ConversationRecord::participant(QStringView participantId)
{
    for (ParticipantRecord &one : participants) {
        if (one.id == participantId)
            return &one;
    }
    return nullptr;
}

bool ConversationRecord::holds(int user) const
{
    return std::any_of(participants.cbegin(), participants.cend(), [user](const ParticipantRecord &one) {
        return one.user == user && (one.isLive() || one.isInAfterCallWork());
    });
}

bool ConversationRecord::names(int user) const
{
    return std::any_of(participants.cbegin(), participants.cend(),
                       [user](const ParticipantRecord &one) { return one.user == user; });
}

std::optional<ConversationRecord> ConversationBook::read(QStringView conversationId) const
{
    const int liveNumber = m_directory.ids.indexOf(IdKind::LiveConversation, conversationId);
    if (liveNumber >= 0 && static_cast<std::size_t>(liveNumber) < live.size())
        return live[static_cast<std::size_t>(liveNumber)];
    const int endedNumber = m_directory.ids.indexOf(IdKind::EndedConversation, conversationId);
    if (endedNumber >= 0 && static_cast<std::size_t>(endedNumber) < ended.size())
        return endedAt(static_cast<quint32>(endedNumber));
    return std::nullopt;
}

ConversationRecord *ConversationBook::edit(QStringView conversationId)
{
    const int liveNumber = m_directory.ids.indexOf(IdKind::LiveConversation, conversationId);
    if (liveNumber >= 0 && static_cast<std::size_t>(liveNumber) < live.size())
        return &live[static_cast<std::size_t>(liveNumber)];
    const int endedNumber = m_directory.ids.indexOf(IdKind::EndedConversation, conversationId);
    if (endedNumber < 0 || static_cast<std::size_t>(endedNumber) >= ended.size())
        return nullptr;
    const auto number = static_cast<quint32>(endedNumber);
    const auto found = m_edited.find(number);
    if (found != m_edited.end())
        return &found.value();
    return &m_edited.insert(number, endedAt(number)).value();
}

ConversationRecord ConversationBook::endedAt(quint32 number) const
{
    const auto found = m_edited.constFind(number);
    return found != m_edited.cend() ? found.value()
                                    : expandEndedConversation(m_directory, ended[number], number);
}

std::vector<std::size_t> ConversationBook::holding(int user) const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < live.size(); ++i) {
        if (live[i].holds(user))
            found.push_back(i);
    }
    return found;
}

QList<BlockingReference> ConversationBook::references(int user, std::optional<qint64> endedAfter) const
{
    QList<BlockingReference> found;
    for (const ConversationRecord &one : live) {
        if (one.holds(user))
            found.append({one.id, one.medium, true});
    }
    if (!endedAfter)
        return found;
    for (const ConversationRecord &one : live) {
        if (!one.holds(user) && one.names(user) && (one.isOpen() || one.end >= *endedAfter))
            found.append({one.id, one.medium, false});
    }
    for (quint32 number = 0; number < ended.size(); ++number) {
        const EndedRecord &record = ended[number];
        const qint64 end = m_directory.base - static_cast<qint64>(record.endedSecondsAgo) * 1000;
        if (end < *endedAfter || (record.user != user && isUnchanged(number)))
            continue;
        if (isUnchanged(number) || endedAt(number).names(user)) {
            const QString id = m_directory.ids.make(IdKind::EndedConversation, number);
            found.append({id, record.medium, false});
        }
    }
    return found;
}

} // namespace offboarding::demo
