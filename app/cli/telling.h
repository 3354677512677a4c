// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"

#include <QString>

namespace offboarding::cli {

/// Prints @p text as a message and returns @p code, for `co_return told(…)`.
inline ExitCode told(Terminal &terminal, ExitCode code, const QString &text)
{
    terminal.message(text);
    return code;
}

} // namespace offboarding::cli
