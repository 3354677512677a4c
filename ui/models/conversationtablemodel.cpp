// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conversationtablemodel.h"

#include "ui/models/addressmasking.h"
#include "ui/models/conversationicons.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <numeric>

namespace offboarding::ui {

namespace {

/// A cell shows one line of bounded length, whatever a server calls its things.
QString cellText(const QString &text)
{
    constexpr int longest = 300;
    return text.left(longest).simplified();
}

QString escapedToolTip(const QString &plain)
{
    return plain.isEmpty() ? QString()
                           : QString(QLatin1String("<qt>") + plain.toHtmlEscaped() + QLatin1String("</qt>"));
}

bool hasOddEnd(const ConversationReference &reference)
{
    return reference.state == QLatin1String("not-found") ||
           reference.state == QLatin1String("no-participants");
}

/// A medium that this version does not know keeps the server's word.
QString mediaText(const ConversationReference &reference)
{
    if (reference.media == Media::Unknown && reference.conversation) {
        for (const Participant &participant : reference.conversation->participants) {
            for (const Communication &communication : participant.communications) {
                if (communication.media == Media::Unknown && !communication.mediaText.isEmpty())
                    return cellText(communication.mediaText);
            }
        }
    }
    return displayText(reference.media);
}

const Participant *customerOf(const ConversationReference &reference)
{
    if (!reference.conversation)
        return nullptr;
    const Participant *found = nullptr;
    for (const Participant &participant : reference.conversation->participants) {
        if (participant.isCustomer() && (found == nullptr || (participant.isLive() && !found->isLive())))
            found = &participant;
    }
    return found;
}

int compared(const QString &left, const QString &right)
{
    return QString::localeAwareCompare(left, right);
}

template <typename Value> int comparedValues(const Value &left, const Value &right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

} // namespace

ConversationTableModel::ConversationTableModel(QObject *parent)
    : QAbstractTableModel(parent), m_now(QDateTime::currentDateTimeUtc())
{
}

int ConversationTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConversationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ConversationRow *ConversationTableModel::row(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int ConversationTableModel::rowOf(const QString &userId, const QString &conversationId) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const ConversationRow &candidate) {
        return candidate.reference.userId == userId && candidate.reference.conversationId == conversationId;
    });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

QString ConversationTableModel::keyOf(const ConversationReference &reference)
{
    return reference.userId + QLatin1Char('\n') + reference.conversationId;
}

QString ConversationTableModel::displayText(const ConversationRow &row, int column) const
{
    const ConversationReference &reference = row.reference;
    switch (column) {
    case UserColumn:
        return cellText(row.userName.isEmpty() ? reference.userId : row.userName);
    case MediaColumn:
        return mediaText(reference);
    case ConversationColumn:
        return cellText(reference.conversationId);
    case QueueColumn:
        return cellText(reference.queueName.isEmpty() ? reference.queueId : reference.queueName);
    case DirectionColumn:
        return cellText(directionText(reference.direction));
    case PurposeColumn:
        return cellText(purposeText(reference.purpose));
    case StateColumn:
        switch (livenessOf(reference)) {
        case Liveness::Live:
            return tr("Live: %1").arg(cellText(participantStateText(reference.state)));
        case Liveness::AfterCallWork:
            return tr("After-call work");
        case Liveness::Unknown:
            return tr("Unknown: could not be read");
        case Liveness::Ended:
            // Vanished, or without anybody in it, is another thing than ended.
            return hasOddEnd(reference) ? participantStateText(reference.state) : tr("Ended");
        }
        return {};
    case CustomerColumn: {
        if (!reference.conversation)
            return reference.error ? tr("unknown") : tr("not read");
        const Participant *customer = customerOf(reference);
        if (customer == nullptr)
            return reference.customerLive ? tr("live") : tr("none");
        const QString name = cellText(partyName(*customer, false));
        if (reference.customerLive)
            return name.isEmpty() ? tr("live") : tr("%1, live").arg(name);
        return name.isEmpty() ? tr("gone") : tr("%1, gone").arg(name);
    }
    case StartedColumn:
        return localTime(reference.started);
    case AgeColumn:
        return ageText(reference.started, m_now);
    default:
        return {};
    }
}

QString ConversationTableModel::toolTip(const ConversationRow &row, int column) const
{
    if (column == StateColumn && row.reference.error)
        return escapedToolTip(describeBriefly(*row.reference.error));
    if (column == StartedColumn && row.reference.ended.isValid())
        return escapedToolTip(tr("Ended %1").arg(localTime(row.reference.ended)));
    if (column == CustomerColumn && !row.reference.conversation && !row.reference.error)
        return escapedToolTip(tr("This conversation was only listed. Select it to read it."));
    return escapedToolTip(displayText(row, column));
}

QVariant ConversationTableModel::data(const QModelIndex &index, int role) const
{
    const ConversationRow *shown = index.isValid() ? row(index.row()) : nullptr;
    if (shown == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayText(*shown, index.column());
    case Qt::ToolTipRole:
        return toolTip(*shown, index.column());
    case Qt::DecorationRole:
        if (index.column() == StateColumn)
            return livenessIcon(livenessOf(shown->reference), QGuiApplication::palette());
        return {};
    case UserIdRole:
        return shown->reference.userId;
    case ConversationIdRole:
        return shown->reference.conversationId;
    default:
        return {};
    }
}

QVariant ConversationTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case UserColumn:
        return tr("User");
    case MediaColumn:
        return tr("Media");
    case ConversationColumn:
        return tr("Conversation");
    case QueueColumn:
        return tr("Queue");
    case DirectionColumn:
        return tr("Direction");
    case PurposeColumn:
        return tr("Purpose");
    case StateColumn:
        return tr("State");
    case CustomerColumn:
        return tr("Customer");
    case StartedColumn:
        return tr("Started");
    case AgeColumn:
        return tr("Age");
    default:
        return {};
    }
}

bool ConversationTableModel::isBefore(const ConversationRow &left, const ConversationRow &right) const
{
    const ConversationReference &one = left.reference;
    const ConversationReference &other = right.reference;
    int order = 0;
    switch (m_sortColumn) {
    case StartedColumn:
        order = comparedValues(one.started, other.started);
        break;
    case AgeColumn:
        order = comparedValues(other.started, one.started);
        break;
    case StateColumn:
        order = comparedValues(livenessOf(one), livenessOf(other));
        break;
    case ConversationColumn:
        order = comparedValues(one.conversationId, other.conversationId);
        break;
    default:
        order = compared(displayText(left, m_sortColumn), displayText(right, m_sortColumn));
        break;
    }
    if (order != 0)
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    // Equal rows keep one order, whatever the direction: youngest first, then by id.
    if (one.started != other.started)
        return one.started > other.started;
    if (one.conversationId != other.conversationId)
        return one.conversationId < other.conversationId;
    return one.userId < other.userId;
}

void ConversationTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    sortRows();
}

void ConversationTableModel::sortRows()
{
    const auto before = [this](const ConversationRow &left, const ConversationRow &right) {
        return isBefore(left, right);
    };
    if (std::is_sorted(m_rows.cbegin(), m_rows.cend(), before))
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> order(static_cast<size_t>(m_rows.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [this](int left, int right) { return isBefore(m_rows.at(left), m_rows.at(right)); });
    QList<ConversationRow> sorted;
    sorted.reserve(m_rows.size());
    std::vector<int> newRows(order.size());
    for (size_t position = 0; position < order.size(); ++position) {
        sorted.append(std::move(m_rows[order[position]]));
        newRows[static_cast<size_t>(order[position])] = static_cast<int>(position);
    }
    m_rows = std::move(sorted);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from)
        to.append(index(newRows[static_cast<size_t>(old.row())], old.column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ConversationTableModel::removeMissing(const QHash<QString, qsizetype> &wanted,
                                           const QList<ConversationRow> &rows)
{
    if (rows.isEmpty() && !m_rows.isEmpty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
        m_rows.clear();
        endRemoveRows();
        return;
    }
    for (qsizetype last = m_rows.size() - 1; last >= 0; --last) {
        if (wanted.contains(keyOf(m_rows.at(last).reference)))
            continue;
        qsizetype first = last;
        while (first > 0 && !wanted.contains(keyOf(m_rows.at(first - 1).reference)))
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void ConversationTableModel::setRows(QList<ConversationRow> rows)
{
    QHash<QString, qsizetype> wanted;
    wanted.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        wanted.insert(keyOf(rows.at(i).reference), i);
    removeMissing(wanted, rows);
    for (ConversationRow &existing : m_rows) {
        const auto found = wanted.find(keyOf(existing.reference));
        existing = std::move(rows[*found]);
        wanted.erase(found);
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    if (!wanted.isEmpty()) {
        QList<qsizetype> fresh = wanted.values();
        std::sort(fresh.begin(), fresh.end());
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        for (const qsizetype position : std::as_const(fresh))
            m_rows.append(std::move(rows[position]));
        endInsertRows();
    }
    sortRows();
}

void ConversationTableModel::setNow(const QDateTime &now, int first, int last)
{
    m_now = now;
    const int bottom = std::min(last, static_cast<int>(m_rows.size()) - 1);
    if (first >= 0 && first <= bottom)
        Q_EMIT dataChanged(index(first, AgeColumn), index(bottom, AgeColumn), {Qt::DisplayRole});
}

} // namespace offboarding::ui
