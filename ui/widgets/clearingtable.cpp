// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clearingtable.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/statussign.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>

namespace offboarding::ui {

namespace {

enum Column {
    UserColumn,
    ConversationColumn,
    MediaColumn,
    StateColumn,
    CustomerColumn,
    ActionColumn,
    QueueColumn,
    CutColumn,
    NoteColumn,
    ColumnCount
};

/// Everybody whom disconnecting the whole conversation would drop.
QStringList liveParties(const ConversationReference &reference)
{
    QStringList parties;
    if (!reference.conversation)
        return parties;
    for (const Participant &participant : reference.conversation->participants) {
        if (participant.isLive())
            parties.append(participant.id);
    }
    parties.sort();
    return parties;
}

bool isSameState(const ConversationReference &a, const ConversationReference &b)
{
    return a.state == b.state && a.live == b.live && a.customerLive == b.customerLive &&
           a.participantIds == b.participantIds && liveParties(a) == liveParties(b);
}

QList<ClearingAction> possibleActions(const ConversationReference &reference, Dialect dialect)
{
    QList<ClearingAction> actions;
    if (!reference.error.has_value()) {
        if (reference.connected)
            actions.append(ClearingAction::HandToQueue);
        if (reference.isBlocking())
            actions.append(ClearingAction::Disconnect);
        if (canClearEnded(dialect))
            actions.append(ClearingAction::Remove);
        if (reference.live) // after-call work alone is no reason to drop those who still talk
            actions.append(ClearingAction::EndConversation);
    }
    actions.append(ClearingAction::Leave);
    return actions;
}

/// A view shows its cell widgets whenever it lays them out, hidden or not; what is inside of one stays
/// hidden.
QWidget *inCell(QWidget *content, QWidget *parent)
{
    auto *cell = new QWidget(parent);
    cell->setFocusProxy(content);
    auto *layout = new QHBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    return cell;
}

} // namespace

ClearingTable::ClearingTable(QWidget *parent)
    : QTableWidget(0, ColumnCount, parent), m_queueModel(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("clearingTableWidget"));
    setAccessibleName(tr("Conversations to clear"));
    setHorizontalHeaderLabels({tr("User"), tr("Conversation"), tr("Media"), tr("State"), tr("Customer"),
                               tr("Action"), tr("To queue"), tr("Cut off"), tr("Note")});
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
}

void ClearingTable::setContext(const ClearingContext &context)
{
    const QList<Row> oldRows = m_rows;
    QList<ClearingChoice> oldChoices = choices();
    // The old cell widgets live on until the event loop turns; they must not speak for new rows.
    for (const Row &row : oldRows) {
        row.action->disconnect(this);
        row.queue->disconnect(this);
        row.cut->disconnect(this);
    }
    m_rows.clear();
    setRowCount(0);
    m_context = context;
    fillQueues(context);
    setRowCount(static_cast<int>(context.references.size()));
    for (const ConversationReference &reference : context.references) {
        const ClearingChoice *previous = nullptr;
        for (qsizetype i = 0; i < oldRows.size(); ++i) {
            const ConversationReference &old = oldRows.at(i).reference;
            if (old.conversationId == reference.conversationId && old.userId == reference.userId &&
                isSameState(old, reference))
                previous = &oldChoices[i];
        }
        addRow(reference, previous);
    }
    setColumnHidden(UserColumn, context.userNames.size() < 2);
    for (int row = 0; row < rowCount(); ++row)
        updateRow(row);
    resizeColumnsToContents();
    setColumnWidth(UserColumn, std::min(columnWidth(UserColumn), 190));
    setColumnWidth(ConversationColumn, std::min(columnWidth(ConversationColumn), 120));
    fitColumns();
    Q_EMIT choicesChanged();
}

void ClearingTable::fillQueues(const ClearingContext &context)
{
    m_queues = context.queues;
    const auto isOffered = [this](const QString &id) {
        return std::any_of(m_queues.cbegin(), m_queues.cend(), [&](const Queue &q) { return q.id == id; });
    };
    // The queue that a conversation came from can always be named, even when the list could not be read.
    for (const ConversationReference &reference : context.references) {
        if (!reference.queueId.isEmpty() && !isOffered(reference.queueId))
            m_queues.append({reference.queueId,
                             reference.queueName.isEmpty() ? reference.queueId : reference.queueName,
                             {}});
    }
    std::sort(m_queues.begin(), m_queues.end(), [](const Queue &a, const Queue &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    m_queueModel->clear();
    auto *none = new QStandardItem(tr("Choose a queue"));
    none->setData(QString(), Qt::UserRole);
    m_queueModel->appendRow(none);
    for (const Queue &queue : std::as_const(m_queues)) {
        auto *item = new QStandardItem(queue.name.simplified());
        item->setData(queue.id, Qt::UserRole);
        m_queueModel->appendRow(item);
    }
}

QString ClearingTable::shortName(const ConversationReference &reference) const
{
    return m_context.userNames.size() < 2
               ? reference.conversationId
               : reference.conversationId + QLatin1String(", ") + m_context.userNames.value(reference.userId);
}

void ClearingTable::addRow(const ConversationReference &reference, const ClearingChoice *previous)
{
    const int index = static_cast<int>(m_rows.size());
    Row row;
    row.reference = reference;
    row.action = new QComboBox(this);
    row.queue = new QComboBox(this);
    row.cut = new QCheckBox(this);

    const auto setText = [this, index](int column, const QString &text) {
        auto *item = new QTableWidgetItem(text.simplified());
        item->setToolTip(text.toHtmlEscaped());
        setItem(index, column, item);
    };
    setText(UserColumn, m_context.userNames.value(reference.userId, reference.userId));
    setText(ConversationColumn, reference.conversationId);
    setText(MediaColumn, displayText(reference.media));
    setText(StateColumn, reference.error ? tr("Unknown") : participantStateText(reference.state));
    setText(CustomerColumn, reference.error          ? tr("Unknown")
                            : reference.customerLive ? tr("Live")
                                                     : tr("Not live"));
    if (reference.customerLive || reference.error)
        item(index, CustomerColumn)
            ->setIcon(statusSign(reference.error ? StatusSign::Unknown : StatusSign::Warning, this, 16));
    setText(NoteColumn, {});

    const ClearingAction wanted =
        previous != nullptr ? previous->action : suggestedAction(reference, m_context.dialect);
    for (const ClearingAction action : possibleActions(reference, m_context.dialect))
        row.action->addItem(displayText(action), static_cast<int>(action));
    const int leave = row.action->count() - 1;
    const int found = row.action->findData(static_cast<int>(wanted));
    row.action->setCurrentIndex(found < 0 ? leave : found);
    row.action->setAccessibleName(tr("Action for %1").arg(shortName(reference)));
    row.action->setObjectName(QStringLiteral("action%1ComboBox").arg(index));

    row.queue->setModel(m_queueModel);
    row.queue->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.queue->setMinimumContentsLength(16);
    row.queue->setAccessibleName(tr("Queue for %1").arg(shortName(reference)));
    row.queue->setObjectName(QStringLiteral("queue%1ComboBox").arg(index));
    const QString queueId = previous != nullptr ? previous->queueId : reference.queueId;
    row.queue->setCurrentIndex(std::max(0, row.queue->findData(queueId)));

    row.cut->setObjectName(QStringLiteral("cut%1CheckBox").arg(index));
    row.cut->setChecked(previous != nullptr && previous->mayCutLiveCustomer);

    setCellWidget(index, ActionColumn, row.action);
    setCellWidget(index, QueueColumn, inCell(row.queue, this));
    setCellWidget(index, CutColumn, inCell(row.cut, this));
    const auto changed = [this, index] {
        updateRow(index);
        fitColumns();
        Q_EMIT choicesChanged();
    };
    connect(row.action, &QComboBox::currentIndexChanged, this, [this, index, changed] {
        clearTick(index);
        changed();
    });
    connect(row.queue, &QComboBox::currentIndexChanged, this, changed);
    connect(row.cut, &QCheckBox::toggled, this, changed);
    m_rows.append(row);
}

ClearingChoice ClearingTable::choiceOf(const Row &row) const
{
    ClearingChoice choice;
    choice.userId = row.reference.userId;
    choice.conversationId = row.reference.conversationId;
    choice.action = actionOf(row);
    if (choice.action == ClearingAction::HandToQueue) {
        choice.queueId = row.queue->currentData(Qt::UserRole).toString();
        if (!choice.queueId.isEmpty())
            choice.queueName = row.queue->currentText();
    }
    choice.mayCutLiveCustomer = row.cut->isChecked() && needsTick(row);
    return choice;
}

QList<ClearingChoice> ClearingTable::choices() const
{
    QList<ClearingChoice> result;
    for (const Row &row : m_rows)
        result.append(choiceOf(row));
    return result;
}

void ClearingTable::clearTick(int index)
{
    const Row &row = m_rows.at(index);
    const QSignalBlocker blocker(row.cut);
    row.cut->setChecked(false);
}

ClearingAction ClearingTable::actionOf(const Row &row)
{
    return static_cast<ClearingAction>(row.action->currentData().toInt());
}

bool ClearingTable::needsTick(const Row &row) const
{
    const ClearingAction action = actionOf(row);
    if (action == ClearingAction::HandToQueue || action == ClearingAction::Leave)
        return false;
    if (action == ClearingAction::EndConversation)
        return true;
    if (!row.reference.conversation)
        return row.reference.live && row.reference.customerLive;
    ClearingChoice unticked;
    unticked.userId = row.reference.userId;
    unticked.conversationId = row.reference.conversationId;
    unticked.action = action;
    return refusalFor(*row.reference.conversation, unticked, m_context.dialect) ==
           ClearingRefusal::LiveCustomer;
}

QString ClearingTable::problem(int index) const
{
    const Row &row = m_rows.at(index);
    const ClearingChoice choice = choiceOf(row);
    if (choice.action == ClearingAction::Leave)
        return {};
    if (choice.action == ClearingAction::HandToQueue && choice.queueId.isEmpty())
        return tr("Choose a queue");
    if (needsTick(row) && !choice.mayCutLiveCustomer)
        return choice.action == ClearingAction::EndConversation
                   ? tr("Drops everybody in it: tick to disconnect the whole conversation")
                   : tr("A customer is live: hand over, or tick to cut them off");
    return {};
}

QString ClearingTable::noteOf(const Row &row) const
{
    if (row.reference.error)
        return tr("Could not be read: %1").arg(describe(*row.reference.error).title);
    if (actionOf(row) == ClearingAction::Leave) {
        if (!row.reference.isBlocking())
            return tr("Ended; stays in the history");
        return row.reference.connected ? tr("Stands in the way: choose an action")
                                       : tr("Stands in the way: wait until it ends, or choose an action");
    }
    return {};
}

void ClearingTable::updateRow(int index)
{
    const Row &row = m_rows.at(index);
    const ClearingAction action = actionOf(row);
    row.action->setEnabled(row.action->count() > 1);
    row.queue->setVisible(action == ClearingAction::HandToQueue);
    row.cut->setVisible(needsTick(row));
    const bool dropsAll = action == ClearingAction::EndConversation;
    row.cut->setText(dropsAll ? tr("Drop everybody") : tr("Cut off"));
    const QString what = dropsAll ? tr("Disconnect everybody in %1") : tr("Cut off the live customer of %1");
    row.cut->setAccessibleName(what.arg(shortName(row.reference)));
    const QString trouble = problem(index);
    const QString text = trouble.isEmpty() ? noteOf(row) : trouble;
    QTableWidgetItem *note = item(index, NoteColumn);
    note->setText(text);
    note->setToolTip(text.toHtmlEscaped());
    const bool blocks = !trouble.isEmpty() || row.reference.error ||
                        (action == ClearingAction::Leave && row.reference.isBlocking());
    note->setIcon(blocks ? QIcon(statusSign(StatusSign::Refused, this, 16)) : QIcon());
}

void ClearingTable::fitColumns()
{
    // Columns that no row needs leave their room to the notes.
    setColumnHidden(QueueColumn, count(ClearingAction::HandToQueue) == 0);
    setColumnHidden(CutColumn, std::none_of(m_rows.cbegin(), m_rows.cend(),
                                            [this](const Row &row) { return needsTick(row); }));
    for (const int column : {QueueColumn, CutColumn}) {
        if (!isColumnHidden(column))
            resizeColumnToContents(column);
    }
}

void ClearingTable::setAllActions(ClearingAction action)
{
    for (int index = 0; index < static_cast<int>(m_rows.size()); ++index) {
        const Row &row = m_rows.at(index);
        const int position = row.action->findData(static_cast<int>(action));
        if (position < 0)
            continue;
        const QSignalBlocker blocker(row.action);
        if (position != row.action->currentIndex())
            clearTick(index);
        row.action->setCurrentIndex(position);
        updateRow(index);
    }
    fitColumns();
    Q_EMIT choicesChanged();
}

void ClearingTable::setAllQueues(const QString &queueId)
{
    for (int index = 0; index < static_cast<int>(m_rows.size()); ++index) {
        const Row &row = m_rows.at(index);
        const QSignalBlocker blocker(row.queue);
        row.queue->setCurrentIndex(std::max(0, row.queue->findData(queueId)));
        updateRow(index);
    }
    Q_EMIT choicesChanged();
}

int ClearingTable::blockerCount(const QString &userId) const
{
    int count = 0;
    for (int index = 0; index < static_cast<int>(m_rows.size()); ++index) {
        const Row &row = m_rows.at(index);
        if (row.reference.userId != userId || !row.reference.isBlocking())
            continue;
        const bool isLeft = choiceOf(row).action == ClearingAction::Leave;
        count += isLeft || !problem(index).isEmpty() ? 1 : 0;
    }
    return count;
}

QString ClearingTable::firstProblem() const
{
    for (int index = 0; index < static_cast<int>(m_rows.size()); ++index) {
        const QString text = problem(index);
        if (!text.isEmpty())
            return tr("%1: %2").arg(m_rows.at(index).reference.conversationId, text);
    }
    return {};
}

int ClearingTable::count(ClearingAction action) const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(),
                                          [&](const Row &row) { return actionOf(row) == action; }));
}

int ClearingTable::cutCustomerCount() const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), [this](const Row &row) {
        const bool isThere = actionOf(row) != ClearingAction::EndConversation || row.reference.customerLive;
        return isThere && choiceOf(row).mayCutLiveCustomer;
    }));
}

} // namespace offboarding::ui
