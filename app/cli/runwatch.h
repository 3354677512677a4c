// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/offboarding/runner.h"
#include "app/offboarding/runresult.h"

#include <QByteArray>
#include <QCoroTask>
#include <QString>

namespace offboarding::cli {

/// What a run ends with: Done if verified; Stopped if somebody stopped it or it could not be recorded;
/// Refused if nothing worse happened than that gates of the product refused; otherwise Partly.
ExitCode exitCodeOf(const RunResult &run);

/// One line of `run --progress`: {"time","userId","step","outcome","cause"}, and where there is one
/// "conversationId", "detail" and "error". Ends with a line break.
QByteArray progressLine(const StepResult &step);

/// What came of a run in plain English, one line per user and step that did not simply succeed (the first
/// 50), failures first.
QString runSummary(const RunResult &run);

/// Waits for the end of the run @p runId of @p runner: prints progressLine() for each step where --progress
/// was given, a bar on a terminal, and runSummary() at the end. Asking to stop ends the run before its next
/// step.
QCoro::Task<ExitCode> watchRun(CommandContext context, Runner *runner, QString runId);

} // namespace offboarding::cli
