// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/plan.h"

namespace offboarding::testing {

/// A plan in which every field that a file keeps has a value of its own: two users, every kind of step and of
/// warning, hostile text. Made at noon() (tests/support/values.h), expires a day later.
Plan fullPlan();

/// Somebody who is not the author of fullPlan(), in its organisation.
Identity secondPerson();

} // namespace offboarding::testing
