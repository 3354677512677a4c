// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/directory.h"

#include <QHash>

#include <optional>
#include <vector>

namespace offboarding::demo {

/// One conversation that stands in the way of deleting a user.
struct BlockingReference
{
    QString conversationId;
    Medium medium = Medium::Call;
    bool isLive = false; ///< the user is there now, or in after-call work
};

/// All conversations: the live ones as they are, the ended ones as a few bytes each until someone changes
/// them.
class ConversationBook
{
public:
    explicit ConversationBook(const Directory &directory) : m_directory(directory) {}

    // Filled by the generator.
    std::vector<ConversationRecord> live; ///< conversations that were live at the start, and newer ones
    std::vector<EndedRecord> ended;

    /// The conversation with this id, or nothing.
    std::optional<ConversationRecord> read(QStringView conversationId) const;
    /// The same to change it; null if there is none. Valid until the next call.
    ConversationRecord *edit(QStringView conversationId);

    /// The n-th ended conversation, with its changes.
    ConversationRecord endedAt(quint32 number) const;
    /// False if a change may have taken @p user out of or into the n-th ended conversation: then read it.
    bool isUnchanged(quint32 number) const { return !m_edited.contains(number); }

    /// Indexes into live of the conversations that hold @p user now (after-call work included).
    std::vector<std::size_t> holding(int user) const;
    /// Live conversations first. With @p endedAfter, also those that ended then or later, or are open, and
    /// still name the user.
    QList<BlockingReference> references(int user, std::optional<qint64> endedAfter) const;

private:
    const Directory &m_directory;
    QHash<quint32, ConversationRecord> m_edited;
};

} // namespace offboarding::demo
