// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/resultoutput.h"
#include "app/domain/user.h"
#include "app/references/referencemap.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace offboarding::cli {

/// references: everything that still refers to users.
Command referencesCommand();

struct ReferencesOptions
{
    int recentDays = 7; ///< how far back ended conversations are looked for
    ResultOutput output;
};

/// What the command line asks for, or what is wrong with it.
Usage<ReferencesOptions> referencesOptions(const Arguments &arguments);

/// One message for every source that is not known for certain, in the order of @p users; the same trouble of
/// several users is told once. Empty: every source of every user is fresh.
QStringList referenceTroubles(const QList<User> &users, const QHash<QString, ReferenceMap> &maps);

/// Done only if every source of every user is fresh, whatever was found; NotPermitted if none is and all of
/// them were refused; else Partly.
ExitCode referencesCode(const QList<User> &users, const QHash<QString, ReferenceMap> &maps);

} // namespace offboarding::cli
