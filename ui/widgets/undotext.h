// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/undo.h"

#include <QString>

namespace offboarding::ui {

// Translated words for what an undo can put back. All plain text.

QString displayText(UndoSubject subject);
/// Why it cannot be put back, and what one can do instead; empty for None.
QString displayText(UndoObstacle obstacle);

} // namespace offboarding::ui
