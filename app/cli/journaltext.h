// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/cli/exitcode.h"

namespace offboarding::cli {

/// Altered if the chain of a journal, or a pack, does not hold; otherwise Usage: the file cannot be read, is
/// in use, newer, or something else.
ExitCode exitCodeOfJournal(const Error &error);

} // namespace offboarding::cli
