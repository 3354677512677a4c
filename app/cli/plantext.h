// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/plan.h"
#include "app/offboarding/plancheck.h"

#include <QString>

namespace offboarding::cli {

/// What a plan is about to do, in plain English: act, organisation, users (the first 20), number of requests
/// that change something, warnings.
QString planSummary(const Plan &plan);

/// "Jane Doe (jane@acme.example)" on one line; the id if @p plan does not know the user.
QString identityOf(const Plan &plan, const QString &userId);

/// Why a plan is not run here and now, what that means and what to do.
QString refusalText(const PlanRefusal &refusal);

} // namespace offboarding::cli
