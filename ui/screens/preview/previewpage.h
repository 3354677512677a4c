// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/services.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QSettings;
class QStackedWidget;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace offboarding::ui {

class JsonView;
class ParticipantTreeModel;
class ReferencesView;
class RequestView;
class StatePage;
class TimelineView;

/// One conversation in full: participants, timeline, what clearing it would send, and the raw body; and
/// everything that refers to the selected users.
///
/// An ended conversation was only listed; it is read through ReferenceFinder when it is shown. Addresses and
/// names of other parties are masked until they are asked for.
class PreviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPage(Services services, QWidget *parent = nullptr);

    void setUserIds(const QStringList &userIds);
    void setConversation(const ConversationKey &key); ///< empty ids: none
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

private:
    QWidget *buildHeader();
    QWidget *buildConversationTab();
    QWidget *buildRequestsTab();
    void refresh();
    void updateRequests();
    void showConversation(const Conversation &conversation);
    void showState(const QString &title, const QString &text);
    void read();
    void setShowAddresses(bool isShown);
    const ConversationReference *reference() const;

    Services m_services;
    ConversationKey m_key;
    Conversation m_shown;
    std::optional<Error> m_error; ///< of the last try to read m_key
    bool m_reading = false;
    bool m_wasRead = false; ///< m_key was found once: missing now means cleared
    bool m_showAddresses = false;
    QTimer m_readDelay; ///< arrow keys through the table must not read every row that they pass
    QTimer m_updateDelay;

    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QToolButton *m_addresses = nullptr;
    QTabWidget *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr; ///< over the tab Conversation
    StatePage *m_statePage = nullptr;
    ParticipantTreeModel *m_participants = nullptr;
    QTreeView *m_tree = nullptr;
    TimelineView *m_timeline = nullptr;
    ReferencesView *m_references = nullptr;
    QLabel *m_clearingLabel = nullptr;
    RequestView *m_requests = nullptr;
    JsonView *m_json = nullptr;
};

} // namespace offboarding::ui
