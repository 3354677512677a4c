// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/plan.h"
#include "app/references/referencemap.h"

namespace offboarding::ui {

/// What clearing one conversation would send, and in which way. Pure.
struct ClearingPreview
{
    ClearingAction action = ClearingAction::Leave;
    Plan plan; ///< only the step that clears; empty when nothing would be sent
};

ClearingPreview clearingPreview(const Connection &connection, const User &user, const ReferenceMap &map,
                                const QString &conversationId, const QDateTime &now);

} // namespace offboarding::ui
