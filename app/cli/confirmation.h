// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/offboarding/plan.h"
#include "app/offboarding/runner.h"

#include <optional>

namespace offboarding::cli {

/// What has to be typed to run @p plan: the identity of the one user that is deleted, the organisation's name
/// and the number of users for several, "yes" for what can be undone.
QString wantedConfirmation(const Plan &plan);

/// Asks on the terminal whether @p plan is to be run, or takes --yes for it. Empty after a message: neither a
/// terminal nor --yes, or something else was typed. Blocks: nothing else goes on yet.
std::optional<Decision> confirmed(CommandContext context, const Plan &plan);

} // namespace offboarding::cli
