// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/httpexchange.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QMainWindow>
#include <QTimer>

class QMenu;

namespace offboarding::ui {

class Actions;
class ActivityPane;
class Banner;
class CommandPalette;
class ConversationsPage;
class HttpLogModel;
class OffboardingController;
class StatusArea;
class UsersPage;
class WorkArea;

/// The frame around the screens of one connection: banner, menus, toolbar, panes, status. Knows which action
/// fits the selection, and remembers its layout.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Everything is borrowed and must outlive the window. @p signedInAs is shown as plain text.
    MainWindow(Services services, Prompts &prompts, HttpLogModel &log, const QString &signedInAs);
    ~MainWindow() override;

    void setReachable(bool isReachable);
    void setRateBudget(const RateBudget &budget);
    void saveLayout() const;

Q_SIGNALS:
    /// The admin wants the demo organisation to be spoken to in this dialect: needs a new session.
    void dialectChosen(offboarding::Dialect dialect);
    void windowClosed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildTopArea(const QString &signedInAs);
    void buildToolBar();
    void connectActions();
    void connectPages();
    void restoreLayout();
    void updateActions();
    void clearReferences();
    void showExportMenu();
    void showCommands();
    void exportLastRun();
    void showAbout();
    void finishClosing();
    QString lastFinishedRunId() const;
    bool isRunActive() const;

    Services m_services;
    Prompts &m_prompts;
    Actions *m_actions;
    OffboardingController *m_controller;
    WorkArea *m_area;
    UsersPage *m_users;
    ConversationsPage *m_conversations;
    ActivityPane *m_activity;
    Banner *m_banner = nullptr;
    StatusArea *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QMenu *m_exportMenu = nullptr;
    QTimer m_ticker;
    bool m_isClosing = false; ///< closes as soon as the last run has stopped
};

} // namespace offboarding::ui
