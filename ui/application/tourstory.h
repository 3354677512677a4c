// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/application/tour.h"

#include <QList>

namespace offboarding::ui {

/// The demo story: a leaver with live conversations is looked at, cannot be deleted, is cleared, deactivated,
/// read back and put back; another is force deleted behind all gates; the result is exported.
/// Finds things by object names, so that it plays in every language. Both references are borrowed.
QList<TourStep> demoStory(Console &console, TourPrompts &prompts);

} // namespace offboarding::ui
