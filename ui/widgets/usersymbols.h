// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/user.h"

#include <QIcon>

namespace offboarding::ui {

/// A shape per state (disc, two bars, cross, question mark) beside its word: colour is never the only sign.
/// Takes its colours from the program's palette when it is painted.
QIcon userStateIcon(UserState state);

} // namespace offboarding::ui
