// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/services.h"

#include <QHash>
#include <QStringList>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QSettings;
class QStackedWidget;
class QTableView;

namespace offboarding::ui {

class ConversationTableModel;
class StatePage;

/// The conversations that still refer to the selected users, with the trust of what is shown.
///
/// Asks ReferenceFinder for the maps of the selection, a bounded number of users at once; the rest waits for
/// a click. Selections are kept by id whatever is read meanwhile.
class ConversationsPage : public QWidget
{
    Q_OBJECT

public:
    /// More users than this are only read when the admin asks for it.
    static constexpr int mostUsersAtOnce = 20;

    explicit ConversationsPage(Services services, QWidget *parent = nullptr);

    void setUserIds(const QStringList &userIds);
    QList<ConversationKey> selectedConversations() const;
    QTableView *table() const { return m_table; }
    /// Shown in the table's context menu. Borrowed.
    void addContextActions(const QList<QAction *> &actions);
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void currentChanged(const offboarding::ui::ConversationKey &key); ///< empty ids: none
    void selectionChanged();

private:
    void buildTable();
    void buildHeader(QWidget *header);
    void connectServices();
    void requestMissing();
    void readAgain();
    void readAll();
    void stop();
    void updateRows();
    void requestQueueNames();
    void updateState();
    void updateHeader();
    void tick();
    void announceCurrent();
    QList<const ReferenceMap *> maps() const;
    bool isReading() const;

    Services m_services;
    QStringList m_userIds;
    ConversationTableModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePage *m_statePage = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_summary = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_readAgain = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_readAll = nullptr;
    QTimer m_ticker;
    QTimer m_requestDelay; ///< arrow keys through the users must not send requests for each of them
    QTimer m_updateDelay;  ///< several maps that change at once are shown at once
    ConversationKey m_current;
    QHash<QString, QString> m_queueNames; ///< by id; the detail query lists ids only
    bool m_hasAskedForQueues = false;
    int m_done = 0;
    int m_total = 0;
};

} // namespace offboarding::ui
