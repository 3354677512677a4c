// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/conversation.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace offboarding::ui {

/// What a stretch of time looks like. Several words of the server share one appearance.
enum class TimelineState { Alerting, Connected, Held, WrapUp, Waiting, Unknown };

/// The appearance of a segment type or communication state ("interact", "hold", "alerting" …); pure.
TimelineState timelineState(const QString &word);

/// One stretch of one communication. Times are milliseconds since the epoch, UTC.
struct TimelineBar
{
    TimelineState state = TimelineState::Unknown;
    QString word; ///< the server's own word for the state; hostile plain text
    Media media = Media::Unknown;
    qint64 begin = 0;
    qint64 end = 0;             ///< never before begin
    int row = 0;                ///< within the lane: communications at the same time lie below each other
    bool isOpen = false;        ///< goes on: end is "now"
    bool isEndDoubtful = false; ///< the server gave an end before the begin, or none for something ended
    QString disconnectType;

    qint64 duration() const { return end - begin; }
};

/// Everything one participant did.
struct TimelineLane
{
    QString participantId;
    QString name;    ///< hostile plain text; may be empty
    QString address; ///< to be masked when shown
    QString purpose;
    bool isLeaver = false;
    bool isOtherParty = false; ///< not staff: name and address are masked unless the admin asks for them
    int rowCount = 1;
    QList<TimelineBar> bars; ///< by begin, then row
};

struct TimelineLayout
{
    QList<TimelineLane> lanes; ///< the leaver's first, the others in the order of the conversation
    qint64 begin = 0;
    qint64 end = 0;            ///< after begin unless hasTimes is false
    std::optional<qint64> now; ///< only for open conversations
    bool hasTimes = false;     ///< false: no time at all is known, so nothing can be drawn
};

/// Where every bar lies, in time. Pure: same input, same layout.
///
/// Copes with what servers send: a missing start is taken from what surrounds the segment, an end before its
/// start becomes a mark without length, a missing end of something that is over ends with its surroundings.
TimelineLayout timelineLayout(const Conversation &conversation, const QString &leaverId,
                              const QDateTime &now);

struct TimelineTick
{
    qint64 at = 0;
    QString label; ///< local time; with the date where the day changes
};

/// Round local times between @p begin and @p end, at most @p most of them; from milliseconds to years.
QList<TimelineTick> timelineTicks(qint64 begin, qint64 end, int most, const QTimeZone &zone);

/// "0.4 s", "12 s", "3 min 20 s", "2 h 5 min", "3 d 4 h".
QString timelineDuration(qint64 milliseconds);

} // namespace offboarding::ui
