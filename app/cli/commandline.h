// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <optional>

namespace offboarding::cli {

/// What the arguments say: a command to run, or text to print and a code to end with.
struct CommandLine
{
    const Command *command = nullptr; ///< of the list given to parseCommandLine()
    Arguments arguments;
    std::optional<ExitCode> exitCode; ///< set: print message and end
    QString message; ///< to standard output for Done (--help, --version), else to standard error
};

/// @p words without the program's name. Connection options may stand before and after the command. Options
/// that would carry a secret are refused without repeating their value.
CommandLine parseCommandLine(const QStringList &words, const QList<Command> &commands);

} // namespace offboarding::cli
