// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/directory.h"

namespace offboarding::demo {

/// Gives some of the users what a leaver leaves behind: forwarding, out of office, external ids, work items,
/// owned groups. The same for the same seed.
void addSurroundings(Directory &directory);

} // namespace offboarding::demo
