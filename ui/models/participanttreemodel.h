// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/conversation.h"

#include <QAbstractItemModel>

#include <memory>

namespace offboarding::ui {

/// Participants → communications → segments of one conversation, the leaver marked by icon and word.
class ParticipantTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        PartyColumn,
        PurposeColumn,
        StateColumn,
        MediaColumn,
        QueueColumn,
        SinceColumn,
        EndedByColumn,
        ColumnCount
    };

    explicit ParticipantTreeModel(QObject *parent = nullptr);
    ~ParticipantTreeModel() override;

    /// @p leaverId: user id. The same conversation again keeps the tree as long as its shape is the same.
    void setConversation(const Conversation &conversation, const QString &leaverId);
    void clear();
    void setShowAddresses(bool isShown); ///< of other parties; masked by default
    bool isLeaver(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    void rebuild();
    void notifyAll(const QModelIndex &parent);
    const Participant *participantAt(const Node &node) const;
    QString participantText(const Participant &participant, int column) const;
    static QString communicationText(const Communication &communication, int column);
    static QString segmentText(const Segment &segment, int column);
    QString text(const Node &node, int column) const;

    Conversation m_conversation;
    QString m_leaverId;
    bool m_showAddresses = false;
    std::unique_ptr<Node> m_root;
};

} // namespace offboarding::ui
