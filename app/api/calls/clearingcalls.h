// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"

namespace offboarding {

/// POST /conversations/{id}/disconnect (contract §5.2): drops every party, the customer included. 202:
/// accepted, not done; read back. Not idempotent for the product. Permission:
/// conversation:communication:disconnect. The same in both dialects.
ApiRequest disconnectConversationRequest(const QString &conversationId);

} // namespace offboarding
