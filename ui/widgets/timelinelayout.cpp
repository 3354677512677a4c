// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinelayout.h"

#include "ui/models/addressmasking.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>

namespace offboarding::ui {

namespace {

struct TimelineTexts
{
    Q_DECLARE_TR_FUNCTIONS(TimelineTexts)
};

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 shortestSpan = second;

std::optional<qint64> milliseconds(const QDateTime &time)
{
    return time.isValid() ? std::optional<qint64>(time.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<qint64> firstOf(std::initializer_list<std::optional<qint64>> candidates)
{
    for (const std::optional<qint64> &candidate : candidates) {
        if (candidate)
            return candidate;
    }
    return {};
}

/// Turns one participant into a lane.
class LaneWriter
{
public:
    LaneWriter(const Conversation &conversation, const Participant &participant, qint64 now)
        : m_conversation(conversation), m_participant(participant), m_now(now)
    {
    }

    TimelineLane write(const QString &leaverId)
    {
        m_lane.participantId = m_participant.id;
        m_lane.name = m_participant.name;
        m_lane.address = m_participant.address;
        m_lane.purpose = m_participant.purpose;
        m_lane.isOtherParty = isOtherParty(m_participant);
        m_lane.isLeaver = !leaverId.isEmpty() && m_participant.userId == leaverId;
        for (const Communication &communication : m_participant.communications)
            addCommunication(communication);
        if (m_participant.communications.isEmpty())
            addPresence();
        addAfterCallWork();
        packRows();
        return m_lane;
    }

private:
    std::optional<qint64> startOf(const Communication &communication) const
    {
        return firstOf({milliseconds(communication.connected), milliseconds(m_participant.start),
                        milliseconds(m_conversation.start)});
    }

    std::optional<qint64> endOf(const Communication &communication) const
    {
        return firstOf({milliseconds(communication.disconnected), milliseconds(m_participant.end),
                        milliseconds(m_conversation.end)});
    }

    void add(TimelineBar bar, std::optional<qint64> begin, std::optional<qint64> end, bool isLive)
    {
        if (!begin && !end)
            return; // nothing to hang it on: the lane stays empty rather than lying at a made-up time
        if (!begin) {
            begin = end;
            bar.isEndDoubtful = true;
        }
        if (!end) {
            bar.isOpen = isLive;
            bar.isEndDoubtful = bar.isEndDoubtful || !isLive;
            end = isLive ? std::max(*begin, m_now) : *begin;
        }
        // "interact" of a queue or a menu is what a waiting customer goes through.
        if (bar.state == TimelineState::Connected &&
            timelineState(m_participant.purpose) == TimelineState::Waiting)
            bar.state = TimelineState::Waiting;
        bar.begin = *begin;
        bar.isEndDoubtful = bar.isEndDoubtful || *end < *begin;
        bar.end = std::max(*begin, *end);
        m_lane.bars.append(bar);
    }

    void addCommunication(const Communication &communication)
    {
        TimelineBar bar;
        bar.media = communication.media;
        if (communication.segments.isEmpty()) {
            addWithoutSegments(communication, bar);
            return;
        }
        const QList<Segment> &segments = communication.segments;
        for (qsizetype i = 0; i < segments.size(); ++i) {
            const Segment &segment = segments.at(i);
            const bool isLast = i + 1 == segments.size();
            bar.word = segment.type;
            bar.state = timelineState(segment.type);
            bar.disconnectType = segment.disconnectType;
            const bool isWrapUpOpen = bar.state == TimelineState::WrapUp && m_participant.isInAfterCallWork();
            std::optional<qint64> begin = milliseconds(segment.start);
            if (!begin)
                begin = i > 0 ? milliseconds(segments.at(i - 1).end) : std::nullopt;
            if (!begin)
                begin = startOf(communication);
            std::optional<qint64> end = milliseconds(segment.end);
            const bool isLive = isLast && (communication.isLive() || isWrapUpOpen);
            if (!end && !isLast)
                end = milliseconds(segments.at(i + 1).start);
            if (!end && !isLive)
                end = endOf(communication);
            add(bar, begin, end, isLive);
        }
    }

    void addWithoutSegments(const Communication &communication, TimelineBar bar)
    {
        const std::optional<qint64> connected = milliseconds(communication.connected);
        const std::optional<qint64> arrived = milliseconds(m_participant.start);
        bar.disconnectType = communication.disconnectType;
        if (connected && arrived && *arrived < *connected) {
            TimelineBar ringing = bar;
            ringing.state = TimelineState::Alerting;
            ringing.word = QStringLiteral("alerting");
            add(ringing, arrived, connected, false);
        }
        const bool isLive = communication.isLive();
        // How an ended communication spent its time is only known if it was connected at all.
        bar.word =
            isLive ? communication.state : (connected ? QStringLiteral("connected") : communication.state);
        if (communication.held && isLive)
            bar.word = QStringLiteral("held");
        bar.state = timelineState(bar.word);
        add(bar, startOf(communication),
            isLive ? milliseconds(communication.disconnected) : endOf(communication), isLive);
    }

    void addPresence()
    {
        TimelineBar bar;
        bar.word = m_participant.purpose;
        bar.state = timelineState(m_participant.purpose);
        const bool isOver = m_participant.end.isValid() || !m_conversation.isOpen();
        add(bar, firstOf({milliseconds(m_participant.start), milliseconds(m_conversation.start)}),
            isOver ? firstOf({milliseconds(m_participant.end), milliseconds(m_conversation.end)})
                   : std::nullopt,
            !isOver);
    }

    void addAfterCallWork()
    {
        const std::optional<qint64> begin = milliseconds(m_participant.afterCallWorkStart);
        const bool isShown =
            std::any_of(m_lane.bars.cbegin(), m_lane.bars.cend(),
                        [](const TimelineBar &bar) { return bar.state == TimelineState::WrapUp; });
        if (!begin || isShown)
            return;
        TimelineBar bar;
        bar.state = TimelineState::WrapUp;
        bar.word = QStringLiteral("wrapup");
        add(bar, begin, milliseconds(m_participant.afterCallWorkEnd), m_participant.isInAfterCallWork());
    }

    void packRows()
    {
        std::stable_sort(
            m_lane.bars.begin(), m_lane.bars.end(),
            [](const TimelineBar &left, const TimelineBar &right) { return left.begin < right.begin; });
        QList<qint64> rowEnds;
        for (TimelineBar &bar : m_lane.bars) {
            int row = 0;
            while (row < rowEnds.size() && rowEnds.at(row) > bar.begin)
                ++row;
            if (row == rowEnds.size())
                rowEnds.append(bar.end);
            else
                rowEnds[row] = bar.end;
            bar.row = row;
        }
        m_lane.rowCount = std::max(1, static_cast<int>(rowEnds.size()));
    }

    const Conversation &m_conversation;
    const Participant &m_participant;
    qint64 m_now;
    TimelineLane m_lane;
};

/// Steps that a clock or a calendar has; months and years are counted, not multiplied.
struct TickStep
{
    qint64 length;
    int months;
};

constexpr std::array tickSteps{
    TickStep{100, 0},         TickStep{500, 0},         TickStep{second, 0},      TickStep{5 * second, 0},
    TickStep{10 * second, 0}, TickStep{30 * second, 0}, TickStep{minute, 0},      TickStep{2 * minute, 0},
    TickStep{5 * minute, 0},  TickStep{10 * minute, 0}, TickStep{30 * minute, 0}, TickStep{hour, 0},
    TickStep{2 * hour, 0},    TickStep{6 * hour, 0},    TickStep{12 * hour, 0},   TickStep{day, 0},
    TickStep{2 * day, 0},     TickStep{7 * day, 0},     TickStep{30 * day, 1},    TickStep{91 * day, 3},
    TickStep{182 * day, 6},   TickStep{365 * day, 12},  TickStep{1826 * day, 60}, TickStep{3652 * day, 120}};

QDateTime firstTick(qint64 begin, const TickStep &step, const QTimeZone &zone)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(begin, zone);
    if (step.months > 0) {
        const int monthsBefore =
            step.months >= 12 ? from.date().month() - 1 : (from.date().month() - 1) % step.months;
        QDate date = QDate(from.date().year(), from.date().month(), 1).addMonths(-monthsBefore);
        if (step.months > 12)
            date = QDate(date.year() - date.year() % (step.months / 12), 1, 1);
        return QDateTime(date, QTime(0, 0), zone);
    }
    const QDateTime midnight(from.date(), QTime(0, 0), zone);
    if (step.length >= day)
        return midnight;
    return midnight.addMSecs(midnight.msecsTo(from) / step.length * step.length);
}

QDateTime nextTick(const QDateTime &tick, const TickStep &step)
{
    if (step.months > 0)
        return tick.addMonths(step.months);
    if (step.length >= day)
        return tick.addDays(step.length / day); // a day of summer time change is not 24 hours long
    return tick.addMSecs(step.length);
}

QString tickLabel(const QDateTime &tick, const TickStep &step, bool isFirstOfDay)
{
    const QLocale locale;
    if (step.months >= 12)
        return locale.toString(tick.date(), QStringLiteral("yyyy"));
    if (step.months > 0)
        return locale.toString(tick.date(), QStringLiteral("MMM yyyy"));
    if (step.length >= day)
        return locale.toString(tick.date(), QStringLiteral("d MMM"));
    QString time = locale.toString(tick.time(), step.length >= minute ? QStringLiteral("HH:mm")
                                                                      : QStringLiteral("HH:mm:ss"));
    if (step.length < second)
        time = locale.toString(tick.time(), QStringLiteral("HH:mm:ss.zzz"));
    return isFirstOfDay
               ? QString(locale.toString(tick.date(), QStringLiteral("d MMM")) + QLatin1Char(' ') + time)
               : time;
}

} // namespace

TimelineState timelineState(const QString &word)
{
    static const QHash<QString, TimelineState> states{
        {QStringLiteral("alert"), TimelineState::Alerting},
        {QStringLiteral("alerting"), TimelineState::Alerting},
        {QStringLiteral("dialing"), TimelineState::Alerting},
        {QStringLiteral("contacting"), TimelineState::Alerting},
        {QStringLiteral("offering"), TimelineState::Alerting},
        {QStringLiteral("interact"), TimelineState::Connected},
        {QStringLiteral("connected"), TimelineState::Connected},
        {QStringLiteral("conference"), TimelineState::Connected},
        {QStringLiteral("transmitting"), TimelineState::Connected},
        {QStringLiteral("uploading"), TimelineState::Connected},
        {QStringLiteral("voicemail"), TimelineState::Connected},
        {QStringLiteral("hold"), TimelineState::Held},
        {QStringLiteral("held"), TimelineState::Held},
        {QStringLiteral("parked"), TimelineState::Held},
        {QStringLiteral("wrapup"), TimelineState::WrapUp},
        {QStringLiteral("delay"), TimelineState::Waiting},
        {QStringLiteral("ivr"), TimelineState::Waiting},
        {QStringLiteral("acd"), TimelineState::Waiting},
        {QStringLiteral("queued"), TimelineState::Waiting},
        {QStringLiteral("scheduled"), TimelineState::Waiting},
        {QStringLiteral("callback"), TimelineState::Waiting},
        {QStringLiteral("system"), TimelineState::Waiting},
        {QStringLiteral("workflow"), TimelineState::Waiting},
        {QStringLiteral("botflow"), TimelineState::Waiting}};
    return states.value(word.toLower(), TimelineState::Unknown);
}

TimelineLayout timelineLayout(const Conversation &conversation, const QString &leaverId, const QDateTime &now)
{
    TimelineLayout layout;
    const qint64 nowMilliseconds = now.toMSecsSinceEpoch();
    for (const Participant &participant : conversation.participants)
        layout.lanes.append(LaneWriter(conversation, participant, nowMilliseconds).write(leaverId));
    std::stable_partition(layout.lanes.begin(), layout.lanes.end(),
                          [](const TimelineLane &lane) { return lane.isLeaver; });

    const auto include = [&layout](qint64 time) {
        layout.begin = layout.hasTimes ? std::min(layout.begin, time) : time;
        layout.end = layout.hasTimes ? std::max(layout.end, time) : time;
        layout.hasTimes = true;
    };
    if (const auto start = milliseconds(conversation.start))
        include(*start);
    if (const auto end = milliseconds(conversation.end))
        include(*end);
    bool hasOpenBar = false;
    for (const TimelineLane &lane : std::as_const(layout.lanes)) {
        for (const TimelineBar &bar : lane.bars) {
            include(bar.begin);
            include(bar.end);
            hasOpenBar = hasOpenBar || bar.isOpen;
        }
    }
    if (layout.hasTimes && (conversation.isOpen() || hasOpenBar)) {
        layout.now = nowMilliseconds;
        include(nowMilliseconds);
    }
    if (layout.hasTimes && layout.end - layout.begin < shortestSpan)
        layout.end = layout.begin + shortestSpan;
    return layout;
}

QList<TimelineTick> timelineTicks(qint64 begin, qint64 end, int most, const QTimeZone &zone)
{
    QList<TimelineTick> ticks;
    if (end <= begin || most < 1)
        return ticks;
    const auto fitting = std::find_if(tickSteps.cbegin(), tickSteps.cend(), [&](const TickStep &step) {
        return (end - begin) / step.length < most;
    });
    const TickStep step = fitting == tickSteps.cend() ? tickSteps.back() : *fitting;
    QDate lastDate;
    for (QDateTime tick = firstTick(begin, step, zone); ticks.size() < most; tick = nextTick(tick, step)) {
        const qint64 at = tick.toMSecsSinceEpoch();
        if (at > end)
            break;
        if (at < begin)
            continue;
        ticks.append({at, tickLabel(tick, step, tick.date() != lastDate)});
        lastDate = tick.date();
    }
    return ticks;
}

QString timelineDuration(qint64 length)
{
    const QLocale locale;
    if (length < 10 * second && length % second != 0)
        return TimelineTexts::tr("%1 s").arg(locale.toString(static_cast<double>(length) / 1000.0, 'f', 1));
    if (length < minute)
        return TimelineTexts::tr("%1 s").arg(length / second);
    if (length < hour)
        return TimelineTexts::tr("%1 min %2 s").arg(length / minute).arg(length % minute / second);
    if (length < day)
        return TimelineTexts::tr("%1 h %2 min").arg(length / hour).arg(length % hour / minute);
    return TimelineTexts::tr("%1 d %2 h").arg(length / day).arg(length % day / hour);
}

} // namespace offboarding::ui
