// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/permissionset.h"
#include "app/offboarding/plan.h"

#include <QList>
#include <QStringList>

namespace offboarding {

/// Contract operation ids that @p act sends in @p dialect, its readings and verifications included.
QStringList operationsOf(Act act, Dialect dialect);

/// Permissions without which @p act would be refused, by their names; empty: nothing is missing, or the set
/// is unknown (then the server decides).
QStringList missingForAct(Act act, Dialect dialect, const PermissionSet &granted);

/// The least set for the chosen acts, for "Copy required permissions": one per line, sorted.
QString requiredPermissionsText(const QList<Act> &acts, Dialect dialect);

} // namespace offboarding
