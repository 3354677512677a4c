// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace offboarding::cli {

QString versionText();
/// offboardctl --help
QString generalHelp(const QList<Command> &commands);
/// offboardctl COMMAND --help
QString commandHelp(const Command &command);

} // namespace offboarding::cli
