// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/conversationbook.h"
#include "app/demo/demooptions.h"
#include "app/demo/directory.h"
#include "app/demo/reply.h"
#include "app/demo/reportbook.h"
#include "app/demo/searchindex.h"

#include <functional>

namespace offboarding::demo {

/// Milliseconds since 1970 UTC.
using Clock = std::function<qint64()>;

/// The state of the demo organisation and everything that can be done to it. Knows nothing of HTTP sockets;
/// not thread-safe.
///
/// Which references stand in the way of DELETE /users/{id} (the two dialects use the same request for it):
/// - live conversations and open after-call work, always, with force=true too;
/// - without force: also conversations that ended within DemoOptions::unarchivedHours, or are still open, and
///   name the user, as the source documents describe — but only until a write that the published API alone
///   has (PATCH /users/{id}, PUT …/state, PATCH or replace of one of the user's participations, disconnecting
///   a conversation of theirs) has touched the user. The published API cannot change ended conversations, so
///   its way "clear → verify → DELETE → verify" would otherwise never end. Through
///   DemoEndpoints::publishedApiUrl ended conversations never stand in the way.
class Organisation
{
public:
    /// Generates the organisation. An empty @p clock: the real time, or options.startTime moving on.
    explicit Organisation(const DemoOptions &options, Clock clock = {});
    ~Organisation();
    Organisation(const Organisation &) = delete;
    Organisation &operator=(const Organisation &) = delete;

    qint64 now() const { return m_clock(); }
    /// Carries out what was accepted with 202 and is due, and moves the search index. Call before each
    /// request.
    void settle();

    Directory &directory() { return m_directory; }
    const Directory &directory() const { return m_directory; }
    ConversationBook &conversations() { return m_conversations; }
    const ConversationBook &conversations() const { return m_conversations; }
    const SearchIndex &searchIndex() const { return m_searchIndex; }
    ReportBook &reports() { return m_reports; }
    QString organisationId() const { return m_directory.ids.make(IdKind::Organisation, 0); }
    static QString organisationName();

    /// Must be called before each change of a user; the caller bumps nothing itself.
    UserRecord &changeUser(int user);

    /// Adds @p record as an active user and returns its index. The search index finds it after its lag.
    int addUser(const UserRecord &record);

    /// Sets the state with its side effects: inactive and deleted strip the directly granted roles, deleted
    /// moves to Home and gives the default station up; nothing brings any of it back. Does nothing but bump
    /// the version if the state is the same.
    void setUserState(int user, UserState state, const QString &reason = {});
    /// Why the user cannot be deleted now, if so: 409 general.conflict for references, 409
    /// user.has.active.session for force.
    std::optional<Refusal> deletionRefusal(int user, bool force, bool publishedOnly) const;

    // Accepted now, effective after DemoOptions::acceptDelayMs.
    void endParticipation(const QString &conversationId, const QString &participantId);
    void endCommunication(const QString &conversationId, const QString &participantId,
                          const QString &communicationId);
    void removeParticipant(const QString &conversationId, const QString &participantId);
    void handToQueue(const QString &conversationId, const QString &participantId, int queue);
    void handToAddress(const QString &conversationId, const QString &participantId, const QString &address);
    void handToAgent(const QString &conversationId, const QString &participantId, int user);
    void finishAfterCallWork(const QString &conversationId, const QString &participantId,
                             const QString &wrapupCode);
    void disconnectConversation(const QString &conversationId);
    void park(const QString &conversationId, const QString &participantId, const QString &state);
    void hold(const QString &conversationId, const QString &participantId, std::optional<bool> held,
              std::optional<bool> muted);

    /// Carries @p effect out after DemoOptions::acceptDelayMs: what a 202 means, or a join of a queue.
    void later(std::function<void()> effect) { accept(std::move(effect)); }

    /// Starts a connected call of @p user now and returns its id: what a re-check before a write must find.
    QString startConversation(int user);

private:
    void accept(std::function<void()> effect);
    void markPublished(const ConversationRecord &conversation, const QString &participantId);
    void endNow(ConversationRecord &conversation, ParticipantRecord &participant,
                const QString &disconnectType);
    void afterLeaving(ConversationRecord &conversation, bool wasAlerting, int queue);
    void closeConversation(ConversationRecord &conversation, const QString &disconnectType);

    struct Accepted
    {
        qint64 due = 0;
        std::function<void()> effect;
    };

    Clock m_clock;
    int m_acceptDelayMs = 0;
    int m_unarchivedHours = 24;
    Directory m_directory;
    ConversationBook m_conversations;
    SearchIndex m_searchIndex;
    ReportBook m_reports;
    QList<Accepted> m_accepted; ///< oldest first
};

} // namespace offboarding::demo
