// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/organisation.h"

#include <QJsonObject>

namespace offboarding::demo {

QString analyticsMediaType(Medium medium); ///< "voice", "callback", "chat", "email", "message"

/// A conversation as the analytics detail queries answer it (contract §4.4).
QJsonObject analyticsConversationJson(const Directory &directory, const ConversationRecord &conversation);

/// GET /analytics/agents/{userId}/status (contract §4.2).
QJsonObject agentStatusJson(const Organisation &organisation, int user);

} // namespace offboarding::demo
