// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/preview/previewpage.h"

#include "ui/models/addressmasking.h"
#include "ui/models/participanttreemodel.h"
#include "ui/screens/preview/jsonview.h"
#include "ui/screens/preview/referencesview.h"
#include "ui/screens/preview/requestspreview.h"
#include "ui/screens/preview/timelineview.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/requestview.h"
#include "ui/widgets/statepage.h"

#include <QCoroTask>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace offboarding::ui {

namespace {

constexpr int readDelayMilliseconds = 250;
constexpr int updateDelayMilliseconds = 30;

QString tabKey()
{
    return QStringLiteral("preview/tab");
}

QString tableKey()
{
    return QStringLiteral("preview/timelineAsTable");
}

QString treeKey()
{
    return QStringLiteral("preview/participantsHeader");
}

} // namespace

PreviewPage::PreviewPage(Services services, QWidget *parent)
    : QWidget(parent), m_services(std::move(services)), m_participants(new ParticipantTreeModel(this))
{
    setObjectName(QStringLiteral("previewPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildHeader());
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("previewTabWidget"));
    m_tabs->setAccessibleName(tr("Preview"));
    m_tabs->setDocumentMode(true);
    m_timeline = new TimelineView(this);
    m_json = new JsonView(this);
    m_tabs->addTab(buildConversationTab(), tr("Conversation"));
    m_tabs->addTab(m_timeline, tr("Timeline"));
    m_references = new ReferencesView(m_services, this);
    m_tabs->addTab(m_references, tr("References"));
    m_tabs->addTab(buildRequestsTab(), tr("Requests"));
    m_tabs->addTab(m_json, tr("Raw JSON"));
    layout->addWidget(m_tabs, 1);

    m_readDelay.setSingleShot(true);
    m_readDelay.setInterval(readDelayMilliseconds);
    connect(&m_readDelay, &QTimer::timeout, this, &PreviewPage::read);
    m_updateDelay.setSingleShot(true);
    m_updateDelay.setInterval(updateDelayMilliseconds);
    connect(&m_updateDelay, &QTimer::timeout, this, &PreviewPage::refresh);
    connect(&m_services.references, &ReferenceFinder::mapChanged, this, [this](const QString &userId) {
        if (userId == m_key.userId && !m_updateDelay.isActive())
            m_updateDelay.start();
    });
    refresh();
}

QWidget *PreviewPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(6, 2, 6, 2);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    const auto label = [header] {
        auto *made = new QLabel(header);
        made->setTextFormat(Qt::PlainText);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        return made;
    };
    m_title = label();
    m_title->setObjectName(QStringLiteral("previewTitleLabel"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_subtitle = label();
    m_subtitle->setObjectName(QStringLiteral("previewSubtitleLabel"));
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    row->addLayout(texts, 1);
    m_addresses = new QToolButton(header);
    m_addresses->setObjectName(QStringLiteral("showAddressesToolButton"));
    m_addresses->setText(tr("Show addresses"));
    m_addresses->setToolTip(tr("Numbers, addresses and names of other parties are masked until this is on."));
    m_addresses->setCheckable(true);
    connect(m_addresses, &QToolButton::toggled, this, &PreviewPage::setShowAddresses);
    row->addWidget(m_addresses);
    return header;
}

QWidget *PreviewPage::buildConversationTab()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("participantsTreeView"));
    m_tree->setAccessibleName(tr("Participants"));
    m_tree->setModel(m_participants);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const int letter = fontMetrics().averageCharWidth();
    constexpr std::array widths{30, 14, 16, 12, 18, 18, 16};
    for (int column = 0; column < ParticipantTreeModel::ColumnCount; ++column)
        m_tree->setColumnWidth(column, letter * widths[static_cast<size_t>(column)] + 12);
    m_statePage = new StatePage(this);
    connect(m_statePage, &StatePage::actionTriggered, this, &PreviewPage::read);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_tree);
    return m_stack;
}

QWidget *PreviewPage::buildRequestsTab()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(4, 4, 4, 4);
    m_clearingLabel = new QLabel(tab);
    m_clearingLabel->setObjectName(QStringLiteral("clearingLabel"));
    m_clearingLabel->setTextFormat(Qt::PlainText);
    m_clearingLabel->setWordWrap(true);
    m_clearingLabel->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_requests = new RequestView(tab);
    layout->addWidget(m_clearingLabel);
    layout->addWidget(m_requests, 1);
    return tab;
}

void PreviewPage::setUserIds(const QStringList &userIds)
{
    m_references->setUserIds(userIds);
}

void PreviewPage::setConversation(const ConversationKey &key)
{
    if (key == m_key)
        return;
    m_key = key;
    m_error.reset();
    m_reading = false;
    m_wasRead = false;
    m_readDelay.stop();
    refresh();
}

const ConversationReference *PreviewPage::reference() const
{
    const ReferenceMap *map = m_services.references.map(m_key.userId);
    return map == nullptr || m_key.conversationId.isEmpty() ? nullptr : map->find(m_key.conversationId);
}

void PreviewPage::read()
{
    if (m_key.conversationId.isEmpty() || m_reading)
        return;
    m_reading = true;
    m_error.reset();
    const ConversationKey asked = m_key;
    refresh();
    QCoro::connect(m_services.references.readConversation(asked.conversationId), this,
                   [this, asked](const Result<Conversation> &answer) {
                       if (!(asked == m_key))
                           return; // the admin has moved on
                       m_reading = false;
                       if (!answer)
                           m_error = answer.error();
                       refresh();
                   });
}

void PreviewPage::refresh()
{
    const ConversationReference *found = reference();
    updateRequests();
    if (m_key.conversationId.isEmpty()) {
        m_title->setText(tr("Preview"));
        m_subtitle->setText({});
        showState(tr("No conversation selected"),
                  tr("Select a conversation to see who is in it and what clearing it would send."));
        return;
    }
    m_title->setText(m_key.conversationId.left(200).simplified());
    if (found == nullptr) {
        m_subtitle->setText({});
        if (m_wasRead)
            showState(tr("No longer refers to this user"),
                      tr("The conversation was read again: the user is not in it any more."));
        else
            showState(tr("Not in the list any more"),
                      tr("The last reading did not find this conversation for the user."));
        return;
    }
    m_wasRead = true;
    const QString since = found->started.isValid() ? localTime(found->started) : tr("start unknown");
    QString state = participantStateText(found->state);
    if (found->error)
        state = tr("state unknown");
    else if (!found->isBlocking() && !found->ended.isValid() && !found->conversation)
        state = participantStateText(found->state); // vanished: not known to have ended
    else if (!found->isBlocking() && found->state != QLatin1String("no-participants"))
        state = tr("ended");
    m_subtitle->setText(tr("%1 · %2 · %3", "media, state and start")
                            .arg(displayText(found->media), state.left(200).simplified(), since));
    if (found->conversation) {
        showConversation(*found->conversation);
        return;
    }
    const std::optional<Error> error = m_error ? m_error : found->error;
    if (m_reading) {
        showState(tr("Reading the conversation…"), {});
        m_statePage->showProgress(tr("Reading the conversation…"), 0, 0);
    } else if (error) {
        const ErrorText text = describe(*error);
        showState(text.title, {});
        m_statePage->showError(text.title, *error, tr("Read again"));
    } else {
        showState(tr("Reading the conversation…"), {});
        m_statePage->showProgress(tr("Reading the conversation…"), 0, 0);
        m_readDelay.start();
    }
}

void PreviewPage::showState(const QString &title, const QString &text)
{
    m_shown = {};
    m_statePage->showMessage(title, text);
    m_stack->setCurrentWidget(m_statePage);
    m_participants->clear();
    m_timeline->clear();
    m_json->setObject({});
}

void PreviewPage::showConversation(const Conversation &conversation)
{
    const bool isSame = m_shown.id == conversation.id;
    m_shown = conversation;
    m_participants->setConversation(conversation, m_key.userId);
    m_timeline->setConversation(conversation, m_key.userId);
    m_json->setObject(m_showAddresses ? conversation.raw : maskedConversation(conversation.raw));
    if (conversation.participants.isEmpty()) {
        // An empty tree would look like nobody is in it; that is what the server says, not what is known.
        m_statePage->showMessage(
            tr("The server lists no participants"),
            tr("Whether anybody is in this conversation is not known. Its body is under Raw JSON."));
        m_stack->setCurrentWidget(m_statePage);
        return;
    }
    m_stack->setCurrentWidget(m_tree);
    if (!isSame) {
        m_tree->expandToDepth(0);
        for (int row = 0; row < m_participants->rowCount(); ++row) {
            const QModelIndex index = m_participants->index(row, 0);
            if (m_participants->isLeaver(index)) {
                m_tree->scrollTo(index);
                break;
            }
        }
    }
}

void PreviewPage::setShowAddresses(bool isShown)
{
    m_showAddresses = isShown;
    m_participants->setShowAddresses(isShown);
    m_timeline->setShowAddresses(isShown);
    refresh();
}

void PreviewPage::updateRequests()
{
    const ReferenceMap *map = m_services.references.map(m_key.userId);
    const ConversationReference *found = reference();
    if (map == nullptr || found == nullptr) {
        m_clearingLabel->setText(tr("Select a conversation to see the requests that would clear it."));
        m_requests->setPlan({});
        m_requests->hide();
        return;
    }
    const User *known = m_services.users.find(m_key.userId);
    User user;
    user.id = m_key.userId;
    const ClearingPreview preview =
        clearingPreview(m_services.connection, known == nullptr ? user : *known, *map, m_key.conversationId,
                        QDateTime::currentDateTimeUtc());
    m_requests->setPlan(preview.plan);
    m_requests->setVisible(!preview.plan.steps.isEmpty());
    if (!preview.plan.steps.isEmpty()) {
        m_clearingLabel->setText(tr("Suggested: %1. Nothing is sent from here; Clear references… asks first.")
                                     .arg(displayText(preview.action)));
    } else if (found->error) {
        m_clearingLabel->setText(
            tr("The conversation could not be read, so nothing is suggested: unknown is not clear."));
    } else if (found->live && found->customerLive) {
        m_clearingLabel->setText(tr("A customer is live and the conversation cannot be handed to a queue in "
                                    "this state. Nothing is suggested, because it would cut them off."));
    } else if (!found->isBlocking()) {
        m_clearingLabel->setText(
            tr("The conversation has ended. This connection has no request that changes it, and it does not "
               "stand in the way."));
    } else {
        m_clearingLabel->setText(tr("Nothing would be sent."));
    }
}

void PreviewPage::saveState(QSettings &settings) const
{
    settings.setValue(tabKey(), m_tabs->currentIndex());
    settings.setValue(tableKey(), m_timeline->isShownAsTable());
    settings.setValue(treeKey(), m_tree->header()->saveState());
    m_references->saveState(settings);
}

void PreviewPage::restoreState(QSettings &settings)
{
    m_tabs->setCurrentIndex(settings.value(tabKey(), 0).toInt());
    m_timeline->setShownAsTable(settings.value(tableKey(), false).toBool());
    m_tree->header()->restoreState(settings.value(treeKey()).toByteArray());
    m_references->restoreState(settings);
    // Masking is never remembered: every start begins masked.
}

} // namespace offboarding::ui
