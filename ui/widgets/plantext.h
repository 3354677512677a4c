// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/connection.h"
#include "app/offboarding/plancheck.h"

#include <QString>

namespace offboarding::ui {

// Translated words for plans as files. All plain text.

/// Why a plan is not run here and now, and what to do.
QString displayText(const PlanRefusal &refusal);
/// Why a plan file cannot be used, or an approval not be given: what happened, where, and what to do.
QString planProblemText(const Error &error);
QString displayText(SecondPerson rule);

} // namespace offboarding::ui
