// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demooptions.h"
#include "app/domain/connection.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace offboarding::ui {

/// What the command line asks for.
struct ConsoleOptions
{
    bool opensDemo = false;
    Dialect dialect = Dialect::Legacy; ///< of the demo organisation
    QString profile;                   ///< the saved connection to open; empty: none
    QString language;                  ///< empty: the session's
    QString tourDirectory;             ///< empty: no tour
    demo::DemoOptions demo = defaultDemo();

    /// The rate limit of a real organisation, in a window short enough to watch.
    static demo::DemoOptions defaultDemo();
};

struct CommandLine
{
    ConsoleOptions options;
    std::optional<int> exitCode; ///< set: print @c message and leave
    QString message;
};

/// @p arguments with the program's name first. Needs a QCoreApplication. The language is known even when the
/// rest is wrong, so that the message can be made again in it.
CommandLine parseCommandLine(const QStringList &arguments);

} // namespace offboarding::ui
