// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/domain/planoptions.h"
#include "app/offboarding/clearingpolicy.h"
#include "app/offboarding/plan.h"

#include <optional>

namespace offboarding::cli {

/// plan: writes down what would be done, for whom, with which requests.
Command planCommand();
/// approve: a second person says yes to a plan file.
Command approveCommand();

struct PlanCommandOptions
{
    Act act = Act::Deactivate;
    ClearingPolicy clearing = ClearingPolicy::Leave;
    QString leaversFile; ///< empty: the operands name the users
    QString reason;
    QString ticket;
    QString file;                     ///< empty: standard output
    std::optional<PlanOptions> steps; ///< empty: those that the connection has ticked
};

Usage<PlanCommandOptions> planCommandOptions(const Arguments &arguments);

} // namespace offboarding::cli
