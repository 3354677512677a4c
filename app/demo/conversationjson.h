// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/directory.h"

#include <QJsonObject>

namespace offboarding::demo {

QString mediumName(Medium medium);      ///< "call", "callback", "chat", "email", "message"
QString mediumArrayName(Medium medium); ///< "calls", "callbacks", …

/// Conversation as GET /conversations/{id} answers it (contract §4.6).
QJsonObject conversationJson(const Directory &directory, const ConversationRecord &conversation);

} // namespace offboarding::demo
