// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/organisation.h"

#include <QJsonObject>

namespace offboarding::demo {

QString analyticsMediaType(Medium medium); ///< "voice", "callback", "chat", "email", "message"

/// True for the participant that waits in the queue on behalf of the user to whom the callback belongs.
bool isAgentOwned(const ConversationRecord &conversation, const ParticipantRecord &participant);

/// A conversation as the analytics detail queries answer it (contract §4.4).
QJsonObject analyticsConversationJson(const Directory &directory, const ConversationRecord &conversation);

/// GET /analytics/agents/{userId}/status (contract §4.2).
QJsonObject agentStatusJson(const Organisation &organisation, int user);

} // namespace offboarding::demo
