// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/participanttreemodel.h"

#include "ui/models/addressmasking.h"
#include "ui/models/conversationicons.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/timelinecolors.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <vector>

namespace offboarding::ui {

/// Where a node's value lies in the conversation; -1: not at that depth.
struct ParticipantTreeModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    int participant = -1;
    int communication = -1;
    int segment = -1;
    std::vector<std::unique_ptr<Node>> children;

    Node *add()
    {
        auto child = std::make_unique<Node>();
        child->parent = this;
        child->row = static_cast<int>(children.size());
        child->participant = participant;
        child->communication = communication;
        children.push_back(std::move(child));
        return children.back().get();
    }
};

namespace {

QString cellText(const QString &text)
{
    constexpr int longest = 300;
    return text.left(longest).simplified();
}

bool haveSameShape(const Conversation &left, const Conversation &right)
{
    if (left.id != right.id || left.participants.size() != right.participants.size())
        return false;
    for (qsizetype i = 0; i < left.participants.size(); ++i) {
        const auto &ours = left.participants.at(i).communications;
        const auto &theirs = right.participants.at(i).communications;
        if (left.participants.at(i).id != right.participants.at(i).id || ours.size() != theirs.size())
            return false;
        for (qsizetype j = 0; j < ours.size(); ++j) {
            if (ours.at(j).segments.size() != theirs.at(j).segments.size())
                return false;
        }
    }
    return true;
}

QString communicationState(const Communication &communication)
{
    if (communication.isLive() && communication.held)
        return participantStateText(QStringLiteral("held"));
    if (communication.afterCallWorkPending && !communication.isLive())
        return participantStateText(QStringLiteral("wrapup"));
    return participantStateText(communication.state);
}

} // namespace

ParticipantTreeModel::ParticipantTreeModel(QObject *parent)
    : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
}

ParticipantTreeModel::~ParticipantTreeModel() = default;

void ParticipantTreeModel::setConversation(const Conversation &conversation, const QString &leaverId)
{
    if (leaverId == m_leaverId && haveSameShape(m_conversation, conversation)) {
        m_conversation = conversation;
        notifyAll({});
        return;
    }
    beginResetModel();
    m_conversation = conversation;
    m_leaverId = leaverId;
    rebuild();
    endResetModel();
}

void ParticipantTreeModel::clear()
{
    setConversation({}, {});
}

void ParticipantTreeModel::setShowAddresses(bool isShown)
{
    if (m_showAddresses == isShown)
        return;
    m_showAddresses = isShown;
    notifyAll({});
}

void ParticipantTreeModel::rebuild()
{
    m_root = std::make_unique<Node>();
    for (int i = 0; i < m_conversation.participants.size(); ++i) {
        Node *participant = m_root->add();
        participant->participant = i;
        const QList<Communication> &communications = m_conversation.participants.at(i).communications;
        for (int j = 0; j < communications.size(); ++j) {
            Node *communication = participant->add();
            communication->communication = j;
            for (int k = 0; k < communications.at(j).segments.size(); ++k)
                communication->add()->segment = k;
        }
    }
}

void ParticipantTreeModel::notifyAll(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
    for (int row = 0; row < rows; ++row)
        notifyAll(index(row, 0, parent));
}

QModelIndex ParticipantTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || (parent.isValid() && parent.column() != 0))
        return {};
    const Node *node = parent.isValid() ? static_cast<const Node *>(parent.internalPointer()) : m_root.get();
    if (row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, column, node->children[static_cast<size_t>(row)].get());
}

QModelIndex ParticipantTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Node *above = static_cast<const Node *>(index.internalPointer())->parent;
    return above == nullptr || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int ParticipantTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() && parent.column() != 0)
        return 0;
    const Node *node = parent.isValid() ? static_cast<const Node *>(parent.internalPointer()) : m_root.get();
    return static_cast<int>(node->children.size());
}

int ParticipantTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

const Participant *ParticipantTreeModel::participantAt(const Node &node) const
{
    return node.participant >= 0 && node.participant < m_conversation.participants.size()
               ? &m_conversation.participants.at(node.participant)
               : nullptr;
}

bool ParticipantTreeModel::isLeaver(const QModelIndex &index) const
{
    if (!index.isValid())
        return false;
    const Node *node = static_cast<const Node *>(index.internalPointer());
    const Participant *participant = participantAt(*node);
    return node->communication < 0 && participant != nullptr && !m_leaverId.isEmpty() &&
           participant->userId == m_leaverId;
}

QString ParticipantTreeModel::participantText(const Participant &participant, int column) const
{
    switch (column) {
    case PartyColumn: {
        const QString name = cellText(partyName(participant, m_showAddresses));
        const QString address =
            participant.name.isEmpty() || participant.address.isEmpty()
                ? QString()
                : cellText(m_showAddresses || !isOtherParty(participant) ? participant.address
                                                                         : masked(participant.address));
        QString shown = name.isEmpty() ? tr("(no name)") : name;
        if (!address.isEmpty())
            shown = tr("%1 (%2)", "name and address").arg(shown, address);
        return !m_leaverId.isEmpty() && participant.userId == m_leaverId ? tr("%1, leaver").arg(shown)
                                                                         : shown;
    }
    case PurposeColumn:
        return cellText(purposeText(participant.purpose));
    case StateColumn:
        return cellText(participantStateText(participant.stateText()));
    case MediaColumn: {
        QStringList media;
        for (const Communication &communication : participant.communications)
            media.append(communicationText(communication, MediaColumn));
        media.removeDuplicates();
        return media.join(QLatin1String(", "));
    }
    case QueueColumn:
        return cellText(participant.queueName.isEmpty() ? participant.queueId : participant.queueName);
    case SinceColumn:
        return localTime(participant.start);
    case EndedByColumn:
        return participant.end.isValid() ? tr("left %1").arg(localTime(participant.end)) : QString();
    default:
        return {};
    }
}

QString ParticipantTreeModel::communicationText(const Communication &communication, int column)
{
    switch (column) {
    case PartyColumn:
        return cellText(communication.direction.isEmpty()
                            ? tr("Communication")
                            : tr("Communication, %1").arg(directionText(communication.direction)));
    case StateColumn:
        return cellText(communicationState(communication));
    case MediaColumn:
        return communication.media == Media::Unknown && !communication.mediaText.isEmpty()
                   ? cellText(communication.mediaText)
                   : displayText(communication.media);
    case SinceColumn:
        return localTime(communication.connected);
    case EndedByColumn:
        return cellText(communication.disconnectType);
    default:
        return {};
    }
}

QString ParticipantTreeModel::segmentText(const Segment &segment, int column)
{
    switch (column) {
    case PartyColumn: {
        if (!segment.start.isValid() || !segment.end.isValid())
            return segment.end.isValid() ? tr("Segment, start unknown") : tr("Segment, no end");
        const qint64 length = segment.start.msecsTo(segment.end);
        return length < 0 ? tr("Segment, ends before it starts")
                          : tr("Segment, %1").arg(timelineDuration(length));
    }
    case StateColumn: {
        const TimelineState state = timelineState(segment.type);
        return state == TimelineState::Unknown && !segment.type.isEmpty() ? cellText(segment.type)
                                                                          : timelineStateName(state);
    }
    case QueueColumn:
        return cellText(segment.queueId);
    case SinceColumn:
        return localTime(segment.start);
    case EndedByColumn:
        return cellText(segment.disconnectType);
    default:
        return {};
    }
}

QString ParticipantTreeModel::text(const Node &node, int column) const
{
    const Participant *participant = participantAt(node);
    if (participant == nullptr)
        return {};
    if (node.communication < 0)
        return participantText(*participant, column);
    const Communication &communication = participant->communications.at(node.communication);
    return node.segment < 0 ? communicationText(communication, column)
                            : segmentText(communication.segments.at(node.segment), column);
}

QVariant ParticipantTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = static_cast<const Node *>(index.internalPointer());
    switch (role) {
    case Qt::DisplayRole:
        return text(*node, index.column());
    case Qt::ToolTipRole: {
        const QString shown = text(*node, index.column());
        return shown.isEmpty() ? QVariant()
                               : QVariant(QString(QLatin1String("<qt>") + shown.toHtmlEscaped() +
                                                  QLatin1String("</qt>")));
    }
    case Qt::FontRole:
        if (isLeaver(index)) {
            QFont bold = QGuiApplication::font();
            bold.setBold(true);
            return bold;
        }
        return {};
    case Qt::DecorationRole:
        if (index.column() == PartyColumn && isLeaver(index))
            return leaverIcon(QGuiApplication::palette());
        return {};
    default:
        return {};
    }
}

QVariant ParticipantTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    switch (section) {
    case PartyColumn:
        return tr("Party");
    case PurposeColumn:
        return tr("Purpose");
    case StateColumn:
        return tr("State");
    case MediaColumn:
        return tr("Media");
    case QueueColumn:
        return tr("Queue");
    case SinceColumn:
        return tr("Since");
    case EndedByColumn:
        return tr("Ended by");
    default:
        return {};
    }
}

} // namespace offboarding::ui
