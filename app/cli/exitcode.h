// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace offboarding::cli {

/// What offboardctl ends with. A contract: none changes its meaning.
enum class ExitCode {
    Done = 0,         ///< all done and verified
    Partly = 1,       ///< finished, but some of it failed or was skipped (listed)
    Usage = 2,        ///< wrong usage, or an input file that cannot be read
    NotPermitted = 3, ///< could not sign in, or not permitted
    Refused = 4,      ///< a gate refused; nothing was changed by the refused step
    Stopped = 5,      ///< stopped before the end
    Altered = 6       ///< verification failed: the evidence was altered
};

} // namespace offboarding::cli
