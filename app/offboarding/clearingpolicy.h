// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/references/clearing.h"
#include "app/references/referencemap.h"

#include <QList>
#include <QString>

#include <optional>

namespace offboarding {

/// One choice for all conversations of all users of a plan, where nobody goes through them one by one. None
/// of them ever cuts a live customer: such a conversation is left, and the gates refuse the user.
enum class ClearingPolicy {
    Leave,
    Requeue,    ///< back to its own queue where a customer is live; otherwise the leaver's part is ended
    Disconnect, ///< the leaver's leg
    Remove      ///< the leaver's participants, ended ones too where the dialect can
};

QString clearingPolicyName(ClearingPolicy policy); ///< "leave", "requeue", "disconnect", "remove"
/// Empty: there is none of that name.
std::optional<ClearingPolicy> clearingPolicyFromName(const QString &name);

/// Pure. What @p policy means for the conversations of @p map; those that are left have no entry.
QList<ClearingChoice> clearingChoices(const ReferenceMap &map, ClearingPolicy policy, Dialect dialect);

} // namespace offboarding
