// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/journal/journal.h"
#include "app/offboarding/runner.h"

#include <QString>

namespace offboarding {

/// The plan's document, in pieces, and then the record that its run has begun. With an error nothing of the
/// run may happen. Writes to the disk: for the journal's own thread.
Result<Done> writeBeginning(Journal &journal, const QString &runId, const Plan &plan,
                            const Decision &decision);

} // namespace offboarding
