// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/permissionset.h"
#include "app/offboarding/plan.h"

#include <QList>
#include <QStringList>

namespace offboarding {

/// Contract operation ids that @p act sends in @p dialect, its readings and verifications included. With
/// @p options also those of the ticked steps. The snapshot's readings are not among them: a part that may not
/// be read is left out of it, and only a step that would take it away is refused.
QStringList operationsOf(Act act, Dialect dialect, const PlanOptions &options = {});

/// Permissions without which @p act would be refused, by their names; empty: nothing is missing, or the set
/// is unknown (then the server decides).
QStringList missingForAct(Act act, Dialect dialect, const PermissionSet &granted,
                          const PlanOptions &options = {});

/// The least set for the chosen acts, for "Copy required permissions": one per line, sorted.
QString requiredPermissionsText(const QList<Act> &acts, Dialect dialect);

} // namespace offboarding
