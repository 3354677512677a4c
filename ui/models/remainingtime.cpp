// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/remainingtime.h"

namespace offboarding::ui {

void RunPace::setWorking(bool isWorking)
{
    if (isWorking == m_since.isValid())
        return;
    if (isWorking) {
        m_since.start();
        return;
    }
    m_workedBefore += m_since.elapsed();
    m_since.invalidate();
}

qint64 RunPace::workedMilliseconds() const
{
    return m_workedBefore + (m_since.isValid() ? m_since.elapsed() : 0);
}

std::optional<qint64> RunPace::remainingSeconds(int ended, int waiting) const
{
    return estimate(workedMilliseconds(), ended - m_stepsBefore, waiting);
}

std::optional<qint64> RunPace::estimate(qint64 workedMilliseconds, int endedSteps, int waitingSteps)
{
    if (endedSteps < fewestSteps || workedMilliseconds < fewestMilliseconds || waitingSteps < 0)
        return {};
    return (workedMilliseconds * waitingSteps / endedSteps + 999) / 1000;
}

QString RunPace::text(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    const auto roundedUp = [](qint64 value, qint64 unit) { return (value + unit - 1) / unit * unit; };
    if (seconds <= 0)
        return tr("nearly done");
    if (seconds <= minute - 5)
        return tr("about %1 s").arg(roundedUp(seconds, 5));
    if (seconds <= hour - minute)
        return tr("about %1 min").arg(roundedUp(seconds, minute) / minute);
    const qint64 rounded = roundedUp(seconds, 10 * minute);
    return tr("about %1 h %2 min").arg(rounded / hour).arg(rounded % hour / minute);
}

} // namespace offboarding::ui
