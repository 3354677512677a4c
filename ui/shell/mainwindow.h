// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/httpexchange.h"
#include "app/domain/identity.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <functional>

class QMenu;

namespace offboarding::ui {

class Actions;
class ActivityPane;
class Banner;
class CommandPalette;
class ConnectionMenu;
class ConversationsPage;
class HttpLogModel;
class NoticeBar;
class LeaversController;
class OffboardingController;
class ReportCheckController;
class ReportCheckWindow;
class StatusArea;
class UsersPage;
class WorkArea;

/// The frame around the screens of one connection: banner, menus, toolbar, panes, status. Knows which action
/// fits the selection, and remembers its layout.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Everything is borrowed and must outlive the window.
    MainWindow(Services services, Prompts &prompts, HttpLogModel &log);
    ~MainWindow() override;

    /// Who is signed in: shown, and what this account may not do is switched off.
    void setIdentity(const Identity &identity);
    /// A word about the sign-in that stays until it is taken back with an empty text.
    void setSignInNotice(const QString &text);
    void setConnections(const QList<Connection> &saved);
    void setReachable(bool isReachable);
    void setRateBudget(const RateBudget &budget);
    void showMessage(const QString &text); ///< in the status area
    void saveLayout() const;
    /// "Copy required permissions" over @p parent.
    void showPermissions(QWidget *parent);

    /// Calls @p proceed when no run is active any more: at once, or after the admin agreed to stop it. Not
    /// called otherwise.
    void leave(std::function<void()> proceed);

Q_SIGNALS:
    /// The admin wants the demo organisation to be spoken to in this dialect: needs a new session.
    void dialectChosen(offboarding::Dialect dialect);
    void windowClosed();
    void connectionRequested(const QUuid &id);
    void demoRequested();
    void manageConnectionsRequested();
    void accountRequested();
    void signInRequested();
    void signOutRequested();
    /// The steps that shall be ticked at first on this connection.
    void planOptionsChosen(const offboarding::PlanOptions &options);
    void runsStopping(); ///< the admin wants every run to end: what waits for a sign-in need not any more

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override; ///< a list of leavers may be dropped
    void dropEvent(QDropEvent *event) override;

private:
    void buildTopArea();
    void buildToolBar();
    void connectActions();
    void connectPages();
    void connectConnection();
    void connectLeavers();
    void askToUnlock();
    void connectCoolOff();
    void connectJournals();
    void updateLock();
    void stopRuns(const QString &question, const QString &verb, std::function<void()> proceed);
    void restoreLayout();
    void updateActions();
    void clearReferences();
    void showExportMenu();
    void showReportCheck(const QStringList &userIds);
    void showCommands();
    void exportLastRun();
    void undoRun();
    void showAbout();
    QString lastFinishedRunId() const;
    bool isRunActive() const;

    Services m_services;
    Prompts &m_prompts;
    Actions *m_actions;
    OffboardingController *m_controller;
    ReportCheckController *m_reportCheck;
    QPointer<ReportCheckWindow> m_reportCheckWindow;
    LeaversController *m_leavers;
    WorkArea *m_area;
    UsersPage *m_users;
    ConversationsPage *m_conversations;
    ActivityPane *m_activity;
    Banner *m_banner = nullptr;
    StatusArea *m_status = nullptr;
    NoticeBar *m_interruptedNotice = nullptr; ///< runs that were cut off
    NoticeBar *m_deletionsNotice = nullptr;   ///< planned deletions that are due
    CommandPalette *m_palette = nullptr;
    QMenu *m_exportMenu = nullptr;
    QTimer m_ticker;
    ConnectionMenu *m_connectionMenu = nullptr;
    Identity m_identity;
    std::function<void()> m_afterRuns; ///< what waits for the last run to stop
};

} // namespace offboarding::ui
