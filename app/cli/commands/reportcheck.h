// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/resultoutput.h"
#include "app/references/reportchecker.h"

namespace offboarding::cli {

struct ReportCheckOptions
{
    qint64 waitSeconds = 180; ///< how long the search index is given to catch up; 0: one look
    ResultOutput output;
};

/// What the command line asks for, or what is wrong with it.
Usage<ReportCheckOptions> reportCheckOptions(const Arguments &arguments);

/// Done only if everything that an API lists was read and the index agrees about every user; NotPermitted if
/// no definition may be read at all; else Partly. What the reports show of a user does not change it.
ExitCode reportCheckCode(const ReportCheckReading &reading);

/// Which report definitions still show users, and whether the search index has caught up (S7).
Command reportCheckCommand();

} // namespace offboarding::cli
