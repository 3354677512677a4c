// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/credentials.h"
#include "app/cli/exitcode.h"
#include "app/cli/stopsignal.h"
#include "app/cli/terminal.h"

#include <QCoroTask>
#include <QList>
#include <QString>
#include <QStringList>

namespace offboarding::cli {

/// What a command works with. Everything outlives the command's task.
struct CommandContext
{
    const Arguments &arguments;
    const Credentials &credentials;
    Terminal &terminal;
    StopSignal &stop;
};

/// One command of offboardctl. Each has a file of its own in app/cli/commands and a line in commandtable.cpp.
struct Command
{
    QString name;
    QString operands; ///< as --help shows them, "USER…"; empty: none
    qsizetype fewestOperands = 0;
    qsizetype mostOperands = 0;
    QString summary;     ///< one line
    QStringList details; ///< further paragraphs of --help
    QList<OptionDescription> options;
    bool usesConnection = true; ///< takes the connection options
    /// Prints its own messages. Checks its options before anything is sent or written.
    QCoro::Task<ExitCode> (*run)(CommandContext context) = nullptr;
};

} // namespace offboarding::cli
