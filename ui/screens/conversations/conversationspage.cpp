// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/conversations/conversationspage.h"

#include "ui/models/conversationtablemodel.h"
#include "ui/screens/conversations/readingoverview.h"
#include "ui/widgets/iconset.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/statussign.h"

#include <QAction>
#include <QCoroTask>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace offboarding::ui {

namespace {

constexpr int requestDelayMilliseconds = 200;
constexpr int updateDelayMilliseconds = 40;
constexpr int staleAfterSeconds = 60; ///< a younger map is shown without being read again

QString headerStateKey()
{
    return QStringLiteral("conversations/header");
}

} // namespace

ConversationsPage::ConversationsPage(Services services, QWidget *parent)
    : QWidget(parent), m_services(std::move(services)), m_model(new ConversationTableModel(this))
{
    setObjectName(QStringLiteral("conversationsPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->setSpacing(2);
    auto *header = new QWidget(this);
    buildHeader(header);
    layout->addWidget(header);
    buildTable();
    m_statePage = new StatePage(this);
    connect(m_statePage, &StatePage::actionTriggered, this, &ConversationsPage::readAgain);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_table);
    layout->addWidget(m_stack, 1);
    connectServices();
    updateRows();
}

void ConversationsPage::buildHeader(QWidget *header)
{
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 2, 0, 2);
    m_sign = new QLabel(header);
    m_summary = new QLabel(header);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setObjectName(QStringLiteral("conversationsSummaryLabel"));
    // A long sentence must not force the window to be wide.
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setWordWrap(true);
    m_progress = new QProgressBar(header);
    m_progress->setAccessibleName(tr("Reading conversations"));
    m_progress->setMaximumWidth(160);
    m_progress->setFormat(tr("%v of %m"));
    m_stop = new QPushButton(actionIcon(QStringLiteral("stop")), tr("Stop"), header);
    m_stop->setObjectName(QStringLiteral("stopReadingPushButton"));
    m_stop->setAccessibleName(tr("Stop reading conversations"));
    m_stop->setToolTip(tr("What was not read yet stays as it was."));
    m_readAll = new QPushButton(header);
    m_readAll->setObjectName(QStringLiteral("readAllPushButton"));
    m_readAgain = new QPushButton(tr("Read again"), header);
    m_readAgain->setObjectName(QStringLiteral("readAgainPushButton"));
    layout->addWidget(m_sign);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_stop);
    layout->addWidget(m_readAll);
    layout->addWidget(m_readAgain);
    connect(m_stop, &QPushButton::clicked, this, &ConversationsPage::stop);
    connect(m_readAgain, &QPushButton::clicked, this, &ConversationsPage::readAgain);
    connect(m_readAll, &QPushButton::clicked, this, &ConversationsPage::readAll);
}

void ConversationsPage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("conversationsTableView"));
    m_table->setAccessibleName(tr("Conversations"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ConversationTableModel::StateColumn, Qt::AscendingOrder);
    const int letter = fontMetrics().averageCharWidth();
    constexpr std::array widths{14, 9, 11, 13, 10, 9, 19, 13, 17, 9};
    for (int column = 0; column < ConversationTableModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, letter * widths[static_cast<size_t>(column)] + 12);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConversationsPage::selectionChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ConversationsPage::announceCurrent);
}

void ConversationsPage::connectServices()
{
    const ReferenceFinder *finder = &m_services.references;
    const auto later = [this](const QString &userId) {
        if (m_userIds.contains(userId) && !m_updateDelay.isActive())
            m_updateDelay.start();
    };
    connect(finder, &ReferenceFinder::mapChanged, this, later);
    connect(finder, &ReferenceFinder::readingStarted, this, later);
    connect(finder, &ReferenceFinder::finished, this, &ConversationsPage::updateState);
    connect(finder, &ReferenceFinder::progressChanged, this, [this](int done, int total) {
        m_done = done;
        m_total = total;
        updateState();
    });
    m_updateDelay.setSingleShot(true);
    m_updateDelay.setInterval(updateDelayMilliseconds);
    connect(&m_updateDelay, &QTimer::timeout, this, &ConversationsPage::updateRows);
    m_requestDelay.setSingleShot(true);
    m_requestDelay.setInterval(requestDelayMilliseconds);
    connect(&m_requestDelay, &QTimer::timeout, this, &ConversationsPage::requestMissing);
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &ConversationsPage::tick);
    m_ticker.start();
}

void ConversationsPage::setUserIds(const QStringList &userIds)
{
    if (userIds == m_userIds)
        return;
    m_userIds = userIds;
    m_userIds.removeDuplicates();
    m_done = 0;
    m_total = 0;
    m_requestDelay.start();
    updateRows();
}

QList<const ReferenceMap *> ConversationsPage::maps() const
{
    QList<const ReferenceMap *> result;
    result.reserve(m_userIds.size());
    for (const QString &userId : m_userIds)
        result.append(m_services.references.map(userId));
    return result;
}

bool ConversationsPage::isReading() const
{
    if (m_requestDelay.isActive())
        return true;
    return std::any_of(m_userIds.cbegin(), m_userIds.cend(),
                       [this](const QString &userId) { return m_services.references.isReading(userId); });
}

void ConversationsPage::requestMissing()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList missing;
    for (const QString &userId : std::as_const(m_userIds)) {
        const ReferenceMap *map = m_services.references.map(userId);
        const bool isYoung =
            map != nullptr && map->isComplete() && map->readAt.secsTo(now) < staleAfterSeconds;
        if (!isYoung && missing.size() < mostUsersAtOnce)
            missing.append(userId);
    }
    if (missing.isEmpty())
        m_services.references.stop(); // what was selected before is of no interest any more
    else
        m_services.references.request(missing);
    m_done = 0;
    m_total = static_cast<int>(missing.size());
    updateState();
}

void ConversationsPage::readAgain()
{
    const QStringList wanted = m_userIds.mid(0, mostUsersAtOnce);
    if (wanted.isEmpty())
        return;
    m_done = 0;
    m_total = static_cast<int>(wanted.size());
    m_services.references.request(wanted);
    updateState();
}

void ConversationsPage::readAll()
{
    QStringList missing;
    for (const QString &userId : std::as_const(m_userIds)) {
        if (m_services.references.map(userId) == nullptr)
            missing.append(userId);
    }
    if (missing.isEmpty())
        return;
    m_done = 0;
    m_total = static_cast<int>(missing.size());
    m_services.references.request(missing);
    updateState();
}

void ConversationsPage::stop()
{
    m_requestDelay.stop();
    m_services.references.stop();
    updateState();
}

void ConversationsPage::updateRows()
{
    QList<ConversationRow> rows;
    bool isNameMissing = false;
    for (const ReferenceMap *map : maps()) {
        if (map == nullptr)
            continue;
        const User *user = m_services.users.find(map->userId);
        const QString name = user == nullptr ? QString() : user->name;
        for (ConversationReference reference : map->conversations) {
            if (reference.queueName.isEmpty() && !reference.queueId.isEmpty()) {
                reference.queueName = m_queueNames.value(reference.queueId);
                isNameMissing = isNameMissing || reference.queueName.isEmpty();
            }
            rows.append({std::move(reference), name});
        }
    }
    if (isNameMissing)
        requestQueueNames();
    m_model->setRows(std::move(rows));
    updateState();
    announceCurrent();
}

void ConversationsPage::requestQueueNames()
{
    if (m_hasAskedForQueues)
        return; // a queue that is not listed, or a refusal: the id is shown
    m_hasAskedForQueues = true;
    QCoro::connect(m_services.references.queues(), this, [this](const Result<QList<Queue>> &queues) {
        if (!queues)
            return;
        for (const Queue &queue : *queues)
            m_queueNames.insert(queue.id, queue.name);
        m_updateDelay.start();
    });
}

void ConversationsPage::updateState()
{
    const ReadingOverview overview = overviewOf(maps());
    // Rows that are on their way to the table are no empty table.
    const bool isBusy = isReading() || m_updateDelay.isActive();
    updateHeader();
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (m_userIds.isEmpty()) {
        m_statePage->showMessage(
            tr("No user selected"),
            tr("Select one or more users to see the conversations that still refer to them."));
    } else if (isBusy) {
        m_statePage->showProgress(
            tr("Reading the conversations of %n user(s)…", nullptr, std::max(1, m_total)), m_done,
            m_total > 1 ? m_total : 0);
    } else if (!overview.troubles.isEmpty()) {
        m_statePage->showFailure(tr("Not known what refers to this selection"), troubleText(overview),
                                 tr("Read again"));
    } else if (overview.isComplete()) {
        m_statePage->showMessage(
            tr("Nothing refers to %n selected user(s) any more", nullptr, overview.selectedUsers),
            tr("Every source was read: no live conversation, no after-call work and no recent one."));
    } else {
        m_statePage->showFailure(tr("Not read yet"),
                                 tr("%1 of %n selected user(s) were read.", nullptr, overview.selectedUsers)
                                     .arg(overview.readUsers),
                                 tr("Read again"));
    }
    m_stack->setCurrentWidget(m_statePage);
}

void ConversationsPage::updateHeader()
{
    const ReadingOverview overview = overviewOf(maps());
    const bool isBusy = isReading();
    const QString text = overviewText(overview, QDateTime::currentDateTimeUtc());
    m_summary->setText(m_userIds.isEmpty() ? tr("Conversations of the selected users") : text);
    const QString troubles = troubleText(overview);
    m_summary->setToolTip(troubles.isEmpty() ? QString()
                                             : QString(QLatin1String("<qt>") +
                                                       troubles.toHtmlEscaped().replace(
                                                           QLatin1Char('\n'), QLatin1String("<br>")) +
                                                       QLatin1String("</qt>")));
    const bool isTrusted = overview.isComplete() && overview.unreadable == 0;
    const bool hasSign = overview.readUsers > 0;
    m_sign->setVisible(hasSign);
    if (hasSign) {
        m_sign->setPixmap(
            statusSign(isTrusted ? StatusSign::Passed : StatusSign::Warning, this, fontMetrics().height()));
    }
    m_progress->setVisible(isBusy && m_total > 1);
    m_stop->setVisible(isBusy && m_total > 1); // one user is read before anybody could press it
    m_progress->setRange(0, std::max(1, m_total));
    m_progress->setValue(m_done);
    const int unread = overview.selectedUsers - overview.readUsers;
    m_readAll->setVisible(!isBusy && unread > 0 && overview.readUsers > 0);
    m_readAll->setText(tr("Read %n more user(s)", nullptr, unread));
    m_readAgain->setVisible(!m_userIds.isEmpty());
    m_readAgain->setEnabled(!isBusy);
}

void ConversationsPage::tick()
{
    if (!isVisible())
        return;
    updateHeader();
    if (m_model->rowCount() == 0)
        return;
    const int first = std::max(0, m_table->rowAt(0));
    const int bottom = m_table->rowAt(m_table->viewport()->height() - 1);
    m_model->setNow(QDateTime::currentDateTimeUtc(), first, bottom < 0 ? m_model->rowCount() - 1 : bottom);
}

QList<ConversationKey> ConversationsPage::selectedConversations() const
{
    QList<ConversationKey> keys;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        keys.append({index.data(ConversationTableModel::UserIdRole).toString(),
                     index.data(ConversationTableModel::ConversationIdRole).toString()});
    return keys;
}

void ConversationsPage::announceCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    ConversationKey key;
    if (index.isValid())
        key = {index.data(ConversationTableModel::UserIdRole).toString(),
               index.data(ConversationTableModel::ConversationIdRole).toString()};
    if (key == m_current)
        return;
    m_current = key;
    Q_EMIT currentChanged(key);
}

void ConversationsPage::addContextActions(const QList<QAction *> &actions)
{
    m_table->addActions(actions);
}

void ConversationsPage::saveState(QSettings &settings) const
{
    settings.setValue(headerStateKey(), m_table->horizontalHeader()->saveState());
}

void ConversationsPage::restoreState(QSettings &settings)
{
    QHeaderView *header = m_table->horizontalHeader();
    if (!header->restoreState(settings.value(headerStateKey()).toByteArray()))
        return;
    m_table->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

} // namespace offboarding::ui
