// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandtable.h"

#include "app/cli/commands/demoserver.h"
#include "app/cli/commands/references.h"
#include "app/cli/commands/reportcheck.h"
#include "app/cli/commands/users.h"

namespace offboarding::cli {

const QList<Command> &commands()
{
    static const QList<Command> all{usersCommand(), referencesCommand(), reportCheckCommand(),
                                    demoServerCommand()};
    return all;
}

} // namespace offboarding::cli
