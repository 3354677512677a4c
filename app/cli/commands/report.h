// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace offboarding::cli {

/// report: a journal as a report or an evidence pack.
Command reportCommand();

} // namespace offboarding::cli
