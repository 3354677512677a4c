// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace offboarding {

/// Keeps what is in memory, tokens included, out of core dumps and from other programs of the same user.
/// Called first thing in main().
void protectMemory();

} // namespace offboarding
