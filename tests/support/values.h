// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/conversation.h"
#include "app/domain/user.h"
#include "app/references/referencemap.h"

#include <QDateTime>

/// Small values for tests of what needs no server.
namespace offboarding::testing {

/// 2026-08-01T12:00:00Z, the "now" of these tests.
QDateTime noon();

/// "Jane Doe <jane.doe@demo.example>", active, version 7.
User testUser(const QString &id = QStringLiteral("user-1"));

Connection testConnection(Dialect dialect, Environment environment = Environment::Demo);

Communication testCommunication(const QString &state);
Participant testParticipant(const QString &id, const QString &purpose, const QString &state,
                            const QString &userId = {});

/// The user is connected to a customer who is connected, too.
Conversation liveCall(const QString &id, const QString &userId);
/// The same, ended: everybody is disconnected.
Conversation endedCall(const QString &id, const QString &userId);

/// As the finder lists an ended conversation.
ConversationReference endedReference(const QString &id, const QString &userId);

SourceReading freshSource(const char *name, int count = 0);
/// Read completely: four fresh sources, no session, @p conversations.
ReferenceMap freshMap(const QString &userId, const QList<ConversationReference> &conversations = {});

} // namespace offboarding::testing
