// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/journaltext.h"

#include "app/journal/record.h"

namespace offboarding::cli {

ExitCode exitCodeOfJournal(const Error &error)
{
    switch (journalProblem(error)) {
    case JournalProblem::Altered:
        return ExitCode::Altered;
    case JournalProblem::None: // of a pack, which is altered or no pack
        return error.kind == ErrorKind::BadResponse ? ExitCode::Altered : ExitCode::Usage;
    default:
        return ExitCode::Usage;
    }
}

} // namespace offboarding::cli
