// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QString>

#include <optional>

namespace offboarding::ui {

/// How fast a run goes on, from what was seen of it so far. Time in which it did not work (paused, waiting
/// for its turn) does not count, and neither do steps that were only skipped.
class RunPace
{
    Q_DECLARE_TR_FUNCTIONS(RunPace)

public:
    /// Nothing is said before so many steps and so much work were seen: a guess is worse than none.
    static constexpr int fewestSteps = 5;
    static constexpr qint64 fewestMilliseconds = 2'000;

    /// @p stepsBefore: steps that ended before anybody looked.
    explicit RunPace(int stepsBefore = 0) : m_stepsBefore(stepsBefore) {}

    void setWorking(bool isWorking);
    qint64 workedMilliseconds() const;

    /// Seconds until the @p waiting steps are done, if @p ended steps (skipped ones left out) ended so far.
    std::optional<qint64> remainingSeconds(int ended, int waiting) const;

    /// Pure: what remainingSeconds() computes.
    static std::optional<qint64> estimate(qint64 workedMilliseconds, int endedSteps, int waitingSteps);
    /// "about 25 s", "about 4 min", "about 2 h 10 min": coarser the longer it takes, never too short.
    static QString text(qint64 seconds);

private:
    int m_stepsBefore = 0;
    qint64 m_workedBefore = 0;
    QElapsedTimer m_since; ///< valid while it works
};

} // namespace offboarding::ui
