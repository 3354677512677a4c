// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/values.h"

#include "app/references/referencereading.h"

namespace offboarding::testing {

QDateTime noon()
{
    return QDateTime(QDate(2026, 8, 1), QTime(12, 0), Qt::UTC);
}

User testUser(const QString &id)
{
    User user;
    user.id = id;
    user.name = QStringLiteral("Jane Doe");
    user.email = QStringLiteral("jane.doe@demo.example");
    user.state = UserState::Active;
    user.stateText = QStringLiteral("active");
    user.version = 7;
    return user;
}

Connection testConnection(Dialect dialect, Environment environment)
{
    Connection connection;
    connection.name = QStringLiteral("test");
    connection.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:1"));
    connection.dialect = dialect;
    connection.environment = environment;
    connection.organizationName = QStringLiteral("ACME-PROD");
    return connection;
}

Communication testCommunication(const QString &state)
{
    Communication communication;
    communication.id = QStringLiteral("leg");
    communication.media = Media::Call;
    communication.mediaText = QStringLiteral("calls");
    communication.state = state;
    return communication;
}

Participant testParticipant(const QString &id, const QString &purpose, const QString &state,
                            const QString &userId)
{
    Participant participant;
    participant.id = id;
    participant.purpose = purpose;
    participant.userId = userId;
    participant.communications = {testCommunication(state)};
    return participant;
}

Conversation liveCall(const QString &id, const QString &userId)
{
    const QString connected = QStringLiteral("connected");
    Conversation conversation;
    conversation.id = id;
    conversation.start = noon().addSecs(-300);
    conversation.participants = {
        testParticipant(QStringLiteral("customer-") + id, QStringLiteral("customer"), connected),
        testParticipant(QStringLiteral("agent-") + id, QStringLiteral("agent"), connected, userId)};
    return conversation;
}

Conversation endedCall(const QString &id, const QString &userId)
{
    Conversation conversation = liveCall(id, userId);
    conversation.end = noon().addSecs(-60);
    for (Participant &participant : conversation.participants) {
        participant.end = conversation.end;
        participant.communications.first().state = QStringLiteral("disconnected");
    }
    return conversation;
}

ConversationReference endedReference(const QString &id, const QString &userId)
{
    ConversationReference reference = referenceFrom(endedCall(id, userId), userId);
    reference.conversation.reset();
    return reference;
}

SourceReading freshSource(const char *name, int count)
{
    SourceReading source;
    source.name = QString::fromLatin1(name);
    source.status = SourceStatus::Fresh;
    source.readAt = noon();
    source.count = count;
    return source;
}

ReferenceMap freshMap(const QString &userId, const QList<ConversationReference> &conversations)
{
    ReferenceMap map;
    map.userId = userId;
    map.readAt = noon();
    map.conversations = conversations;
    map.sources = {freshSource("agent-status"), freshSource("open-conversations"),
                   freshSource("recent-conversations"), freshSource("conversations")};
    map.sessionCount = 0;
    return map;
}

} // namespace offboarding::testing
