// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandtable.h"

#include "app/cli/commands/demoserver.h"
#include "app/cli/commands/plan.h"
#include "app/cli/commands/references.h"
#include "app/cli/commands/report.h"
#include "app/cli/commands/reportcheck.h"
#include "app/cli/commands/run.h"
#include "app/cli/commands/undo.h"
#include "app/cli/commands/users.h"
#include "app/cli/commands/verify.h"

namespace offboarding::cli {

const QList<Command> &commands()
{
    static const QList<Command> all{usersCommand(),       referencesCommand(), planCommand(),
                                    approveCommand(),     runPlanCommand(),    resumeCommand(),
                                    undoCommand(),        reportCommand(),     verifyCommand(),
                                    reportCheckCommand(), demoServerCommand()};
    return all;
}

} // namespace offboarding::cli
