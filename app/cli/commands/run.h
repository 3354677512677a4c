// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace offboarding::cli {

/// run: carries out a plan file, step by step, with a journal.
Command runPlanCommand();
/// resume: goes on with an interrupted run.
Command resumeCommand();

} // namespace offboarding::cli
