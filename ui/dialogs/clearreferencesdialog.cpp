// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/clearreferencesdialog.h"

#include "ui/widgets/clearingtable.h"
#include "ui/widgets/displaytext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

ClearReferencesDialog::ClearReferencesDialog(const Connection &connection, QWidget *parent)
    : ActDialog(Act::ClearReferences, connection, parent), m_table(new ClearingTable(this)),
      m_allActions(new QComboBox(this)), m_allQueues(new QComboBox(this))
{
    setObjectName(QStringLiteral("clearReferencesDialog"));
    setWindowTitle(tr("Clear references"));

    auto *page = new QWidget(this);
    auto *setAll = new QHBoxLayout;
    auto *actionLabel = new QLabel(tr("Set &all to"), page);
    actionLabel->setBuddy(m_allActions);
    auto *queueLabel = new QLabel(tr("&Queue for all"), page);
    queueLabel->setBuddy(m_allQueues);
    m_allActions->setObjectName(QStringLiteral("allActionsComboBox"));
    m_allActions->setAccessibleName(tr("Set all actions"));
    m_allActions->setPlaceholderText(tr("Choose an action"));
    for (const ClearingAction action : {ClearingAction::HandToQueue, ClearingAction::Disconnect,
                                        ClearingAction::Remove, ClearingAction::Leave}) {
        if (action != ClearingAction::Remove || canClearEnded(connection.dialect))
            m_allActions->addItem(displayText(action), static_cast<int>(action));
    }
    m_allActions->setCurrentIndex(-1);
    m_allQueues->setObjectName(QStringLiteral("allQueuesComboBox"));
    m_allQueues->setAccessibleName(tr("Queue for all"));
    m_allQueues->setPlaceholderText(tr("Choose a queue"));
    m_allQueues->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_allQueues->setMinimumContentsLength(18);
    setAll->addWidget(actionLabel);
    setAll->addWidget(m_allActions);
    setAll->addSpacing(12);
    setAll->addWidget(queueLabel);
    setAll->addWidget(m_allQueues);
    setAll->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->addLayout(setAll);
    layout->addWidget(m_table, 1);
    tabs()->insertTab(0, page, tr("&Conversations"));
    tabs()->setCurrentIndex(0);

    auto *consequences = new QLabel(
        tr("Each conversation is read again right before it is changed and read back after it. Handing over "
           "keeps the customer; disconnecting and removing end the user's part; disconnecting everybody "
           "ends it for all, the customer included. A conversation whose state is not known is left alone."),
        this);
    consequences->setTextFormat(Qt::PlainText);
    consequences->setWordWrap(true);
    questionLayout()->addWidget(consequences);

    connect(m_table, &ClearingTable::choicesChanged, this, [this] {
        if (!isReading())
            rebuild();
    });
    connect(m_allActions, &QComboBox::activated, this, [this](int index) {
        m_table->setAllActions(static_cast<ClearingAction>(m_allActions->itemData(index).toInt()));
    });
    connect(m_allQueues, &QComboBox::activated, this,
            [this](int index) { m_table->setAllQueues(m_allQueues->itemData(index).toString()); });
}

bool ClearReferencesDialog::isWanted(const ConversationReference &reference) const
{
    if (!m_conversations.isEmpty())
        return m_conversations.contains({reference.userId, reference.conversationId});
    return reference.isBlocking() || canClearEnded(connection().dialect);
}

void ClearReferencesDialog::fill()
{
    ClearingContext context;
    context.dialect = connection().dialect;
    context.queues = prepared().queues;
    for (const User &user : prepared().input.users) {
        context.userNames.insert(user.id, identityOf(user));
        if (const ReferenceMap *map = prepared().map(user.id)) {
            for (const ConversationReference &reference : map->conversations) {
                if (isWanted(reference))
                    context.references.append(reference);
            }
        }
    }
    std::stable_partition(context.references.begin(), context.references.end(),
                          [](const ConversationReference &reference) { return reference.isBlocking(); });
    const QSignalBlocker blocker(m_table);
    m_table->setContext(context);
    fillQueueChooser();
}

void ClearReferencesDialog::fillQueueChooser()
{
    m_allQueues->clear();
    for (const Queue &queue : m_table->offeredQueues())
        m_allQueues->addItem(queue.name.simplified(), queue.id);
    m_allQueues->setCurrentIndex(-1);
}

int ClearReferencesDialog::chosenCount() const
{
    return m_table->rowCount() - m_table->count(ClearingAction::Leave);
}

QString ClearReferencesDialog::headline() const
{
    if (isReading())
        return tr("Reading the conversations of %n user(s) …", nullptr, static_cast<int>(userIds().size()));
    const QList<User> &users = prepared().input.users;
    const QString who = users.size() == 1 ? identityOf(users.first())
                                          : tr("%n user(s)", nullptr, static_cast<int>(users.size()));
    QString text =
        tr("Take %1 out of %n conversation(s) in %2?", nullptr, chosenCount()).arg(who, organizationName());
    if (const int handed = m_table->count(ClearingAction::HandToQueue); handed > 0)
        text += QLatin1Char(' ') + tr("%n conversation(s) will be handed to a queue.", nullptr, handed);
    if (const int dropped = m_table->count(ClearingAction::EndConversation); dropped > 0)
        text +=
            QLatin1Char(' ') + tr("%n conversation(s) will be disconnected for everybody.", nullptr, dropped);
    if (const int cut = m_table->cutCustomerCount(); cut > 0)
        text += QLatin1Char(' ') + tr("%n live customer(s) will be cut off.", nullptr, cut);
    return text;
}

QString ClearReferencesDialog::confirmName() const
{
    return tr("Clear %n reference(s)", nullptr, isReading() ? 0 : chosenCount());
}

QString ClearReferencesDialog::ownRefusal() const
{
    if (m_table->rowCount() == 0) {
        const bool isComplete =
            std::all_of(prepared().input.references.cbegin(), prepared().input.references.cend(),
                        [](const ReferenceMap &map) { return map.isComplete(); });
        return isComplete ? tr("No conversation stands in the way.")
                          : tr("The references could not be read completely: read again.");
    }
    if (chosenCount() == 0)
        return tr("Every conversation is left as it is: choose an action.");
    return m_table->firstProblem();
}

PlanInput ClearReferencesDialog::planInput() const
{
    PlanInput input = prepared().input;
    const QList<ClearingChoice> choices = m_table->choices();
    std::copy_if(choices.cbegin(), choices.cend(), std::back_inserter(input.clearing),
                 [](const ClearingChoice &choice) { return choice.action != ClearingAction::Leave; });
    return input;
}

} // namespace offboarding::ui
