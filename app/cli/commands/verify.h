// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace offboarding::cli {

/// verify: tells whether an evidence pack or a journal is as it was written.
Command verifyCommand();

} // namespace offboarding::cli
