// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workarea.h"

#include "ui/screens/conversations/conversationspage.h"
#include "ui/screens/preview/previewpage.h"
#include "ui/screens/users/userspage.h"
#include "ui/shell/activitypane.h"

#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

/// Jumps to what a pane is about: its first child that takes the keyboard.
void focusInto(QWidget *pane)
{
    QWidget *widget = pane;
    for (QWidget *next = pane->nextInFocusChain(); next != pane; next = next->nextInFocusChain()) {
        if (pane->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
            (next->focusPolicy() & Qt::TabFocus) != 0) {
            widget = next;
            break;
        }
    }
    widget->setFocus(Qt::ShortcutFocusReason);
}

} // namespace

WorkArea::WorkArea(Services services, HttpLogModel &log, QWidget *parent)
    : QWidget(parent), m_main(new QSplitter(Qt::Vertical, this)),
      m_upper(new QSplitter(Qt::Horizontal, m_main)), m_lists(new QSplitter(Qt::Vertical, m_upper)),
      m_users(new UsersPage(services, m_lists)), m_conversations(new ConversationsPage(services, m_lists)),
      m_preview(new PreviewPage(services, m_upper)),
      m_activity(new ActivityPane(services.runner, log, m_main))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_main);
    m_main->setObjectName(QStringLiteral("mainSplitter"));
    m_upper->setObjectName(QStringLiteral("upperSplitter"));
    m_lists->setObjectName(QStringLiteral("listSplitter"));
    for (QSplitter *splitter : splitters())
        splitter->setChildrenCollapsible(false); // the View menu hides panes, where they can be found again
    // The lists take what a larger window gives; the activity keeps its height.
    m_lists->setStretchFactor(0, 3);
    m_lists->setStretchFactor(1, 2);
    m_upper->setStretchFactor(0, 3);
    m_upper->setStretchFactor(1, 2);
    m_main->setStretchFactor(0, 1);
    m_main->setStretchFactor(1, 0);
    m_upper->setSizes({800, 480});
    m_lists->setSizes({400, 200});
    m_main->setSizes({600, 90});

    connect(m_users, &UsersPage::selectionSettled, this, [this](const QStringList &userIds) {
        m_conversations->setUserIds(userIds);
        m_preview->setUserIds(userIds);
    });
    connect(m_conversations, &ConversationsPage::currentChanged, m_preview, &PreviewPage::setConversation);
}

QList<Pane> WorkArea::panes() const
{
    const auto focus = [](QWidget *widget) {
        return [widget] { widget->setFocus(Qt::ShortcutFocusReason); };
    };
    return {{QStringLiteral("Users"), tr("Users"), m_users, focus(m_users->table()), false},
            {QStringLiteral("Conversations"), tr("Conversations"), m_conversations,
             focus(m_conversations->table()), true},
            {QStringLiteral("Preview"), tr("Preview"), m_preview,
             [preview = m_preview] { focusInto(preview); }, true},
            {QStringLiteral("Activity"), tr("Activity"), m_activity,
             [activity = m_activity] { focusInto(activity->currentWidget()); }, true}};
}

void WorkArea::saveTo(QSettings &settings) const
{
    settings.beginGroup(QStringLiteral("panes"));
    for (const QSplitter *splitter : splitters())
        settings.setValue(splitter->objectName(), splitter->saveState());
    for (const Pane &pane : panes())
        settings.setValue(QStringLiteral("hides") + pane.objectName, pane.widget->isHidden());
    settings.setValue(QStringLiteral("activityTab"), m_activity->currentIndex());
    settings.endGroup();
    m_users->saveState(settings);
    m_conversations->saveState(settings);
    m_preview->saveState(settings);
}

void WorkArea::restoreFrom(QSettings &settings)
{
    settings.beginGroup(QStringLiteral("panes"));
    for (QSplitter *splitter : splitters()) {
        const QByteArray state = settings.value(splitter->objectName()).toByteArray();
        if (!state.isEmpty())
            splitter->restoreState(state);
    }
    for (const Pane &pane : panes()) {
        if (pane.isOptional && settings.value(QStringLiteral("hides") + pane.objectName).toBool())
            Q_EMIT paneHidden(pane.objectName);
    }
    m_activity->setCurrentIndex(settings.value(QStringLiteral("activityTab")).toInt());
    settings.endGroup();
    m_users->restoreState(settings);
    m_conversations->restoreState(settings);
    m_preview->restoreState(settings);
}

} // namespace offboarding::ui
