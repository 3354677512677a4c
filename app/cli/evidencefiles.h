// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/cli/command.h"
#include "app/offboarding/gates.h"
#include "app/offboarding/plan.h"
#include "app/references/referencefinder.h"

#include <QCoroTask>
#include <QHash>
#include <QString>

namespace offboarding::cli {

/// True if everything that the gates decide on was read of the user: a file that says "not read" proves
/// nothing.
bool isEvidence(const QHash<QString, ReferenceMap> &maps, const QString &userId);

/// Reads what refers to each user of @p plan and writes it to a file of its own in @p folder (made if it is
/// not there), as `references --format json`. By user id. A user who could not be read completely has a file
/// that says so but no entry, so that the gate refuses although a later reading may succeed.
QCoro::Task<Result<QHash<QString, EvidenceFile>>>
writeEvidence(CommandContext context, ReferenceFinder *finder, Plan plan, QString folder);

} // namespace offboarding::cli
