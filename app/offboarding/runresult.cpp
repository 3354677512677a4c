// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offboarding/runresult.h"

#include <algorithm>

namespace offboarding {

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return QStringLiteral("done");
    case Outcome::Kept:
        return QStringLiteral("kept");
    case Outcome::Skipped:
        return QStringLiteral("skipped");
    case Outcome::Failed:
        break;
    }
    return QStringLiteral("failed");
}

QString causeName(Cause cause)
{
    switch (cause) {
    case Cause::None:
        return {};
    case Cause::AlreadySo:
        return QStringLiteral("already-so");
    case Cause::GateRefused:
        return QStringLiteral("gate-refused");
    case Cause::LiveCustomer:
        return QStringLiteral("live-customer");
    case Cause::ChangedSincePreview:
        return QStringLiteral("changed");
    case Cause::NotConnected:
        return QStringLiteral("not-connected");
    case Cause::NotRemovable:
        return QStringLiteral("not-removable");
    case Cause::EarlierStepFailed:
        return QStringLiteral("earlier-step-failed");
    case Cause::Stopped:
        return QStringLiteral("stopped");
    case Cause::ServerRefused:
        return QStringLiteral("server-refused");
    case Cause::OutcomeUnknown:
        return QStringLiteral("outcome-unknown");
    case Cause::NotVerified:
        return QStringLiteral("not-verified");
    case Cause::JournalFailed:
        break;
    }
    return QStringLiteral("journal-failed");
}

QStringList inPlanOrder(const Plan &plan, const QSet<QString> &userIds)
{
    QStringList ordered;
    QSet<QString> known;
    const auto add = [&](const QString &userId) {
        if (!userIds.contains(userId) || known.contains(userId))
            return;
        known.insert(userId);
        ordered.append(userId);
    };
    for (const User &user : plan.users)
        add(user.id);
    for (const PlanStep &step : plan.steps)
        add(step.userId);
    return ordered;
}

int RunResult::count(Outcome outcome) const
{
    return static_cast<int>(std::count_if(
        steps.cbegin(), steps.cend(), [outcome](const StepResult &step) { return step.outcome == outcome; }));
}

int RunResult::waiting() const
{
    return static_cast<int>(plan.steps.size() - steps.size());
}

bool RunResult::isVerified() const
{
    const bool isComplete = state == RunState::Finished && !steps.isEmpty() && waiting() == 0 &&
                            std::all_of(steps.cbegin(), steps.cend(), [](const StepResult &step) {
                                return step.outcome == Outcome::Done || step.outcome == Outcome::Kept;
                            });
    if (!isComplete || plan.users.isEmpty())
        return false;
    return std::all_of(plan.users.cbegin(), plan.users.cend(),
                       [this](const User &user) { return isProven(user.id); });
}

bool RunResult::isProven(const QString &userId) const
{
    const StepKind proof = plan.act == Act::ClearReferences ? StepKind::CheckReferences
                           : plan.act == Act::Undo          ? StepKind::CompareSnapshot
                                                            : StepKind::ReadBack;
    bool isProvenSoFar = false;
    for (const StepResult &step : steps) {
        if (step.step.userId != userId)
            continue;
        if (step.step.kind == proof)
            isProvenSoFar = step.outcome == Outcome::Done;
        else if (step.step.isWrite)
            isProvenSoFar = false;
    }
    return isProvenSoFar;
}

QStringList RunResult::verifiedUserIds() const
{
    QSet<QString> verified;
    for (const StepResult &step : steps) {
        if (step.step.kind == StepKind::ReadBack && step.outcome == Outcome::Done)
            verified.insert(step.step.userId);
    }
    return inPlanOrder(plan, verified);
}

} // namespace offboarding
