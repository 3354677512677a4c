// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace offboarding::cli {

/// undo: puts back what the snapshot of a run holds.
Command undoCommand();

} // namespace offboarding::cli
