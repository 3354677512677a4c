// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/resultoutput.h"

namespace offboarding::cli {

/// users: lists the users of an organisation.
Command usersCommand();

struct UsersOptions
{
    QString state; ///< "any", "active", "inactive" or "deleted"
    QString match; ///< as the window's search: words that must all occur
    ResultOutput output;
};

Usage<UsersOptions> usersOptions(const Arguments &arguments);

} // namespace offboarding::cli
