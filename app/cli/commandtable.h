// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace offboarding::cli {

/// All commands, in the order in which --help lists them.
const QList<Command> &commands();

} // namespace offboarding::cli
