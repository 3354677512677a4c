// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/conversation.h"

#include <algorithm>

namespace offboarding {

QString mediaName(Media media)
{
    switch (media) {
    case Media::Call:
        return QStringLiteral("call");
    case Media::Callback:
        return QStringLiteral("callback");
    case Media::Chat:
        return QStringLiteral("chat");
    case Media::Email:
        return QStringLiteral("email");
    case Media::Message:
        return QStringLiteral("message");
    case Media::InternalMessage:
        return QStringLiteral("internalmessage");
    case Media::Cobrowse:
        return QStringLiteral("cobrowse");
    case Media::Video:
        return QStringLiteral("video");
    case Media::ScreenShare:
        return QStringLiteral("screenshare");
    case Media::ScreenMonitoring:
        return QStringLiteral("screenmonitoring");
    case Media::SocialExpression:
        return QStringLiteral("socialexpression");
    case Media::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

bool Communication::isLive() const
{
    const QString folded = state.toLower();
    return folded != QLatin1String("disconnected") && folded != QLatin1String("terminated") &&
           folded != QLatin1String("none");
}

bool Communication::isConnected() const
{
    return state.compare(QLatin1String("connected"), Qt::CaseInsensitive) == 0;
}

bool Participant::isLive() const
{
    if (communications.isEmpty())
        return !end.isValid();
    return std::any_of(communications.cbegin(), communications.cend(),
                       [](const Communication &communication) { return communication.isLive(); });
}

bool Participant::isCustomer() const
{
    const QString folded = purpose.toLower();
    return folded == QLatin1String("customer") || folded == QLatin1String("external");
}

bool Participant::isInAfterCallWork() const
{
    if (isLive())
        return false;
    if (afterCallWorkStart.isValid() && !afterCallWorkEnd.isValid())
        return true;
    return std::any_of(communications.cbegin(), communications.cend(),
                       [](const Communication &communication) { return communication.afterCallWorkPending; });
}

QString Participant::stateText() const
{
    const Communication *shown = nullptr;
    for (const Communication &communication : communications) {
        if (!communication.isLive())
            continue;
        if (shown == nullptr || (!shown->isConnected() && communication.isConnected()))
            shown = &communication;
    }
    if (shown != nullptr)
        return shown->held ? QStringLiteral("held") : shown->state;
    if (isLive())
        return QStringLiteral("unknown");
    if (isInAfterCallWork())
        return QStringLiteral("wrapup");
    return QStringLiteral("disconnected");
}

QList<const Participant *> Conversation::participantsOf(const QString &userId) const
{
    QList<const Participant *> result;
    for (const Participant &participant : participants) {
        if (participant.userId == userId)
            result.append(&participant);
    }
    return result;
}

bool Conversation::hasLiveParticipant(const QString &userId) const
{
    const auto mine = participantsOf(userId);
    return std::any_of(mine.cbegin(), mine.cend(),
                       [](const Participant *participant) { return participant->isLive(); });
}

bool Conversation::isInAfterCallWork(const QString &userId) const
{
    const auto mine = participantsOf(userId);
    return std::any_of(mine.cbegin(), mine.cend(),
                       [](const Participant *participant) { return participant->isInAfterCallWork(); });
}

bool Conversation::hasLiveCustomer() const
{
    return std::any_of(participants.cbegin(), participants.cend(), [](const Participant &participant) {
        return participant.isCustomer() && participant.isLive();
    });
}

Media Conversation::media() const
{
    const Communication *first = nullptr;
    for (const Participant &participant : participants) {
        for (const Communication &communication : participant.communications) {
            if (communication.isLive())
                return communication.media;
            if (first == nullptr)
                first = &communication;
        }
    }
    return first == nullptr ? Media::Unknown : first->media;
}

QString Conversation::direction() const
{
    for (const Participant &participant : participants) {
        for (const Communication &communication : participant.communications) {
            if (!communication.direction.isEmpty())
                return communication.direction;
        }
    }
    return {};
}

QString Conversation::queueId() const
{
    QString result;
    for (const Participant &participant : participants) {
        if (!participant.queueId.isEmpty())
            result = participant.queueId;
    }
    return result;
}

} // namespace offboarding
