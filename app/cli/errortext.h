// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/cli/exitcode.h"

#include <QString>

namespace offboarding::cli {

/// An error in plain English: what happened and what it means, what to do next, and the facts for the
/// vendor's support, one line each. The command line is not translated.
QString explained(const Error &error);

/// The facts alone: "HTTP 503, code service.unavailable, …, at GET /api/v2/users (any) page 3".
QString technical(const Error &error);

/// NotPermitted for errors of signing in and of permissions, Stopped for Cancelled, otherwise Partly.
ExitCode exitCodeOf(const Error &error);

} // namespace offboarding::cli
