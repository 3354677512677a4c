// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/referencemap.h"

#include <QIcon>

class QPalette;

namespace offboarding::ui {

/// How much a conversation stands in the way; the order is the order of urgency.
enum class Liveness { Live, AfterCallWork, Unknown, Ended };

Liveness livenessOf(const ConversationReference &reference);

/// A shape per liveness (disc, half disc, question mark in a triangle, ring), in the text colour of @p
/// palette: shape, not colour, tells them apart.
QIcon livenessIcon(Liveness liveness, const QPalette &palette);

/// The mark of the leaver: a door with an arrow out of it.
QIcon leaverIcon(const QPalette &palette);

} // namespace offboarding::ui
