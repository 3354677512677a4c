// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/dialogs/permissionsdialog.h"
#include "ui/models/usertablemodel.h"
#include "ui/screens/conversations/conversationspage.h"
#include "ui/screens/leavers/leaverscontroller.h"
#include "ui/screens/offboarding/cooloffcontroller.h"
#include "ui/screens/offboarding/journaledruns.h"
#include "ui/screens/offboarding/offboardingcontroller.h"
#include "ui/screens/offboarding/plancontroller.h"
#include "ui/screens/offboarding/undocontroller.h"
#include "ui/screens/reportcheck/reportcheckcontroller.h"
#include "ui/screens/reportcheck/reportcheckwindow.h"
#include "ui/screens/users/userspage.h"
#include "ui/shell/actions.h"
#include "ui/shell/activitypane.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/connectionmenu.h"
#include "ui/shell/menus.h"
#include "ui/shell/statusarea.h"
#include "ui/shell/workarea.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/noticebar.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace offboarding::ui {

MainWindow::MainWindow(Services services, Prompts &prompts, HttpLogModel &log)
    : m_services(services), m_prompts(prompts), m_actions(new Actions(this)),
      m_controller(new OffboardingController(services, prompts, this)),
      m_reportCheck(new ReportCheckController(*services.reports, services.users, this)),
      m_leavers(new LeaversController(services, prompts, this)), m_area(new WorkArea(services, log, this)),
      m_users(m_area->users()), m_conversations(m_area->conversations()), m_activity(m_area->activity())
{
    setObjectName(QStringLiteral("mainWindow"));
    const Connection &connection = services.connection;
    setWindowTitle(tr("%1 – Offboarding Console").arg(organizationOf(connection)));
    m_exportMenu = new QMenu(tr("Export…"), this);
    m_exportMenu->setObjectName(QStringLiteral("exportMenu"));
    m_exportMenu->setToolTipsVisible(true);
    m_exportMenu->addActions(m_actions->exportActions());

    setCentralWidget(m_area);
    m_users->addContextActions(m_actions->userActions());
    m_conversations->addContextActions({m_actions->clearReferences, m_actions->exportReferences});
    buildTopArea();
    buildToolBar();
    m_status = new StatusArea(services, this);
    setStatusBar(m_status);
    connectActions();
    connectPages();
    connectConnection();
    connectLeavers();

    connectCoolOff();
    connectJournals();
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        m_status->tick();
        m_banner->tick();
        m_activity->tick();
        if (m_controller->coolOff() != nullptr)
            m_controller->coolOff()->tick();
    });
    m_ticker.start();
    restoreLayout();
    updateActions();
    m_users->table()->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildTopArea()
{
    auto *top = new QWidget(this);
    auto *bar = new QMenuBar(top);
    m_banner = new Banner(top);
    m_banner->setConnection(m_services.connection);
    auto *layout = new QVBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_banner);
    m_interruptedNotice = new NoticeBar(top);
    m_interruptedNotice->setObjectName(QStringLiteral("interruptedRunsNoticeBar"));
    layout->addWidget(m_interruptedNotice);
    m_deletionsNotice = new NoticeBar(top);
    m_deletionsNotice->setObjectName(QStringLiteral("plannedDeletionsNoticeBar"));
    layout->addWidget(m_deletionsNotice);
    setMenuWidget(top);

    MenuParts parts;
    parts.actions = m_actions;
    parts.exportMenu = m_exportMenu;
    parts.columnMenu = m_users->columnMenu();
    parts.connection = m_services.connection;
    parts.panes = m_area->panes();
    parts.isBusy = [this] { return isRunActive(); };
    parts.chooseDialect = [this](Dialect dialect) { Q_EMIT dialectChosen(dialect); };
    parts.showAbout = [this] { showAbout(); };
    const QList<QAction *> commands = fillMenuBar(bar, parts) + m_actions->exportActions();
    m_connectionMenu = parts.connections;
    m_palette = new CommandPalette(commands, this);
}

void MainWindow::buildToolBar()
{
    auto *bar = new QToolBar(tr("Actions"), this);
    bar->setObjectName(QStringLiteral("actionsToolBar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(18, 18));
    bar->setContextMenuPolicy(Qt::PreventContextMenu); // the toolbar cannot be lost by accident
    for (QAction *action : m_actions->toolBarActions()) {
        if (action == nullptr) {
            bar->addSeparator();
            continue;
        }
        bar->addAction(action);
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action))) {
            button->setObjectName(action->objectName().chopped(6) + QStringLiteral("ToolButton"));
            button->setAccessibleName(action->text());
            button->setFocusPolicy(Qt::TabFocus);
        }
    }
    if (bar->layout() != nullptr)
        bar->layout()->setSpacing(6); // or a line between two buttons seems to belong to the right one
    addToolBar(bar);
}

void MainWindow::connectActions()
{
    const Actions &actions = *m_actions;
    connect(actions.refresh, &QAction::triggered, &m_services.loader, &UserLoader::load);
    connect(actions.search, &QAction::triggered, m_users, &UsersPage::focusSearch);
    connect(actions.commands, &QAction::triggered, this, &MainWindow::showCommands);
    connect(actions.deactivate, &QAction::triggered, this,
            [this] { m_controller->deactivate(m_users->selectedUserIds()); });
    connect(actions.restore, &QAction::triggered, this,
            [this] { m_controller->restore(m_users->selectedUserIds()); });
    connect(actions.clearReferences, &QAction::triggered, this, &MainWindow::clearReferences);
    connect(actions.deleteUser, &QAction::triggered, this,
            [this] { m_controller->deleteUser(m_users->selectedUserIds().value(0)); });
    connect(actions.forceDelete, &QAction::triggered, this,
            [this] { m_controller->forceDelete(m_users->selectedUserIds().value(0)); });
    connect(actions.reportCheck, &QAction::triggered, this,
            [this] { showReportCheck(m_users->selectedUserIds()); });
    connect(m_controller, &OffboardingController::reportCheckRequested, this, &MainWindow::showReportCheck);
    connect(actions.undoRun, &QAction::triggered, this, &MainWindow::undoRun);
    connect(actions.openPlan, &QAction::triggered, m_controller->plans(), &PlanController::open);
    connect(m_controller, &OffboardingController::planOptionsChosen, this, &MainWindow::planOptionsChosen);
    connect(actions.exportFile, &QAction::triggered, this, &MainWindow::showExportMenu);
    connect(actions.exportUsers, &QAction::triggered, this, [this] {
        m_controller->exportUsers(m_users->shownUserIds(), m_users->shownColumnTitles(),
                                  m_users->shownRows());
    });
    connect(actions.exportReferences, &QAction::triggered, this,
            [this] { m_controller->exportReferences(m_users->selectedUserIds()); });
    connect(actions.exportRun, &QAction::triggered, this, &MainWindow::exportLastRun);
    connect(m_controller, &OffboardingController::fileExported, this,
            [this](const QString &path) { m_status->showMessage(tr("Written: %1").arg(path), 10'000); });
    connect(m_controller, &OffboardingController::messageChanged, this,
            [this](const QString &text) { m_status->showMessage(text, 20'000); });
    connect(&m_services.runner, &Runner::runStateChanged, this, &MainWindow::updateActions);
    connect(&m_services.runner, &Runner::runFinished, this, [this] {
        updateActions();
        if (m_afterRuns && !isRunActive())
            std::exchange(m_afterRuns, {})();
    });
}

void MainWindow::connectConnection()
{
    const Actions &actions = *m_actions;
    connect(actions.manageConnections, &QAction::triggered, this, &MainWindow::manageConnectionsRequested);
    connect(actions.account, &QAction::triggered, this, &MainWindow::accountRequested);
    connect(actions.signIn, &QAction::triggered, this, &MainWindow::signInRequested);
    connect(actions.signOut, &QAction::triggered, this, &MainWindow::signOutRequested);
    connect(actions.copyPermissions, &QAction::triggered, this, [this] { showPermissions(this); });
    connect(actions.unlock, &QAction::triggered, this, &MainWindow::askToUnlock);
    connect(m_connectionMenu, &ConnectionMenu::connectionRequested, this, &MainWindow::connectionRequested);
    connect(m_connectionMenu, &ConnectionMenu::demoRequested, this, &MainWindow::demoRequested);
    connect(m_banner, &Banner::accountRequested, this, &MainWindow::accountRequested);
    connect(m_banner, &Banner::signInRequested, this, &MainWindow::signInRequested);
    connect(m_banner, &Banner::unlockRequested, this, &MainWindow::askToUnlock);
    if (m_services.lock == nullptr)
        return;
    connect(actions.lock, &QAction::triggered, m_services.lock, &WriteLock::lock);
    connect(m_banner, &Banner::lockRequested, m_services.lock, &WriteLock::lock);
    connect(m_services.lock, &WriteLock::lockChanged, this, &MainWindow::updateLock);
    updateLock();
}

void MainWindow::connectJournals()
{
    JournaledRuns *runs = m_controller->journaled();
    connect(m_interruptedNotice, &NoticeBar::actionTriggered, runs, &JournaledRuns::showInterrupted);
    connect(runs, &JournaledRuns::noticeChanged, this,
            [this](const QString &text, const QStringList &details) {
                m_interruptedNotice->setNotice(text, details, tr("Show…"));
            });
    runs->look();
}

void MainWindow::connectCoolOff()
{
    CoolOffController *coolOff = m_controller->coolOff();
    m_actions->plannedDeletions->setVisible(coolOff != nullptr);
    if (coolOff == nullptr)
        return;
    connect(m_actions->plannedDeletions, &QAction::triggered, coolOff, &CoolOffController::showPlanned);
    connect(m_deletionsNotice, &NoticeBar::actionTriggered, coolOff, &CoolOffController::showPlanned);
    connect(coolOff, &CoolOffController::noticeChanged, this,
            [this](const QString &text, const QStringList &details) {
                m_deletionsNotice->setNotice(text, details, tr("Planned deletions…"));
            });
    coolOff->load();
}

void MainWindow::updateLock()
{
    m_banner->setLock(m_services.lock->isLockable(), m_services.lock->isLocked(),
                      m_services.lock->unlockedUntil());
    updateActions();
}

void MainWindow::askToUnlock()
{
    if (m_services.lock == nullptr || !m_services.lock->isLocked())
        return;
    const int minutes = m_services.connection.unlockMinutes;
    m_prompts.confirm(
        this, tr("Unlock production"),
        tr("Allow changes in %1 for %n minute(s)? It goes back to read-only by itself.", nullptr, minutes)
            .arg(organizationOf(m_services.connection)),
        tr("Unlock for %n minute(s)", nullptr, minutes), [this](bool isConfirmed) {
            if (isConfirmed)
                m_services.lock->unlock();
        });
}

void MainWindow::setIdentity(const Identity &identity)
{
    m_identity = identity;
    m_banner->setIdentity(identity);
    m_controller->plans()->setIdentity(identity);
    m_controller->undo()->setIdentity(identity);
    m_controller->journaled()->setIdentity(identity);
    if (m_controller->coolOff() != nullptr)
        m_controller->coolOff()->setIdentity(identity);
    m_leavers->setIdentity(identity);
    updateActions();
}

void MainWindow::setSignInNotice(const QString &text)
{
    m_banner->setSignInNotice(text);
}

void MainWindow::setConnections(const QList<Connection> &saved)
{
    m_connectionMenu->setConnections(saved);
}

void MainWindow::showMessage(const QString &text)
{
    m_status->showMessage(text, 20'000);
}

void MainWindow::showPermissions(QWidget *parent)
{
    (new PermissionsDialog(m_services.connection.dialect, m_identity.permissions, parent))->open();
}

void MainWindow::connectPages()
{
    connect(m_users, &UsersPage::refreshRequested, &m_services.loader, &UserLoader::load);
    connect(m_users, &UsersPage::selectionChanged, this, &MainWindow::updateActions);
    connect(m_conversations, &ConversationsPage::selectionChanged, this, &MainWindow::updateActions);
    connect(m_activity, &ActivityPane::resultRequested, m_controller, &OffboardingController::showRun);
    connect(m_activity, &ActivityPane::retryRequested, m_controller, &OffboardingController::retry);
    connect(&m_services.users, &UserStore::userChanged, this, &MainWindow::updateActions);
    connect(&m_services.users, &UserStore::usersReset, this, &MainWindow::updateActions);
    connect(&m_services.users, &UserStore::statusChanged, this, &MainWindow::updateActions);
}

void MainWindow::updateActions()
{
    ActionContext context;
    for (const QString &id : m_users->selectedUserIds()) {
        if (const User *user = m_services.users.find(id))
            context.selected.append(*user);
    }
    context.hasConversations = !m_conversations->selectedConversations().isEmpty();
    context.hasFinishedRun = !lastFinishedRunId().isEmpty();
    context.hasUsers = m_users->model().rowCount() > 0;
    context.dialect = m_services.connection.dialect;
    context.permissions = m_identity.permissions;
    context.isLockable = m_services.lock != nullptr && m_services.lock->isLockable();
    context.isLocked = m_services.lock != nullptr && m_services.lock->isLocked();
    m_actions->updateFor(context);
}

void MainWindow::clearReferences()
{
    m_controller->clearReferences(m_users->selectedUserIds(), m_conversations->selectedConversations());
}

void MainWindow::showReportCheck(const QStringList &userIds)
{
    if (userIds.isEmpty())
        return;
    if (m_reportCheckWindow == nullptr) {
        m_reportCheckWindow = new ReportCheckWindow(*m_reportCheck, this);
        connect(m_reportCheckWindow, &ReportCheckWindow::exportRequested, this, [this] {
            if (const ReportCheckReading *reading = m_reportCheck->reading())
                m_controller->exportReportCheck(m_reportCheckWindow, *reading);
        });
    }
    m_reportCheckWindow->showFor(userIds);
}

void MainWindow::showExportMenu()
{
    // Under its toolbar button if that can be seen, whichever way it was chosen.
    const auto *button = findChild<QToolButton *>(QStringLiteral("exportToolButton"));
    const bool hasButton = button != nullptr && button->isVisible();
    m_exportMenu->popup(hasButton ? button->mapToGlobal(button->rect().bottomLeft())
                                  : mapToGlobal(rect().center()));
    m_exportMenu->setActiveAction(m_exportMenu->actions().constFirst());
}

void MainWindow::showCommands()
{
    m_palette->popUp();
}

QString MainWindow::lastFinishedRunId() const
{
    for (const RunResult &run : m_services.runner.runs()) {
        if (run.state == RunState::Finished)
            return run.id;
    }
    return {};
}

void MainWindow::undoRun()
{
    // The run that is selected, else the last one; without any, one of an earlier day.
    const RunResult *selected = m_services.runner.find(m_activity->currentRunId());
    const bool isFinished = selected != nullptr && selected->state == RunState::Finished;
    const QString runId = isFinished ? selected->id : lastFinishedRunId();
    if (runId.isEmpty())
        m_controller->undo()->chooseJournal();
    else
        m_controller->undo()->undo(runId);
}

void MainWindow::exportLastRun()
{
    m_controller->exportRun(lastFinishedRunId());
}

void MainWindow::showAbout()
{
    m_prompts.inform(this, tr("About Offboarding Console"),
                     tr("Offboarding Console %1").arg(QStringLiteral(OFFBOARDING_VERSION)),
                     tr("Takes leavers out of a Genesys Cloud organisation, safely.\n\n"
                        "Free software under the GNU General Public License, version 3 or later. "
                        "Made with Qt %1.")
                         .arg(QString::fromLatin1(qVersion())));
}

void MainWindow::setReachable(bool isReachable)
{
    m_banner->setReachable(isReachable);
}

void MainWindow::setRateBudget(const RateBudget &budget)
{
    m_status->setRateBudget(budget);
    m_activity->setRateBudget(budget);
}

bool MainWindow::isRunActive() const
{
    return m_services.runner.isRunning();
}

void MainWindow::connectLeavers()
{
    setAcceptDrops(true);
    connect(m_actions->importLeavers, &QAction::triggered, m_leavers, &LeaversController::importFile);
    connect(m_leavers, &LeaversController::usersChosen, this, [this](Act act, const QStringList &userIds) {
        if (act == Act::ForceDelete)
            m_controller->forceDelete(userIds.value(0));
        else
            m_controller->deactivate(userIds);
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!LeaversController::listIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = LeaversController::listIn(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    m_leavers->importFrom(path);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (isRunActive()) {
        event->ignore();
        stopRuns(
            tr("Finish the current step, then stop and close? What was done stays done, and the rest is not "
               "begun. Cancel stays here, and the run goes on."),
            tr("Finish the step and close"), [this] { close(); });
        return;
    }
    saveLayout();
    event->accept();
    Q_EMIT windowClosed();
}

void MainWindow::leave(std::function<void()> proceed)
{
    if (!isRunActive()) {
        proceed();
        return;
    }
    stopRuns(
        tr("Finish the current step, then stop and leave this connection? What was done stays done, and the "
           "rest is not begun. Cancel stays here, and the run goes on."),
        tr("Finish the step and leave"), std::move(proceed));
}

void MainWindow::stopRuns(const QString &question, const QString &verb, std::function<void()> proceed)
{
    if (m_afterRuns)
        return; // asked and answered already
    m_prompts.confirm(this, tr("A run is not finished"), question, verb,
                      [this, proceed = std::move(proceed)](bool isConfirmed) {
                          if (!isConfirmed)
                              return;
                          if (!isRunActive()) {
                              proceed();
                              return;
                          }
                          m_afterRuns = proceed;
                          for (const RunResult &run : m_services.runner.runs()) {
                              if (run.state != RunState::Finished)
                                  m_services.runner.stop(run.id);
                          }
                          Q_EMIT runsStopping();
                      });
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_area->saveTo(settings);
}

void MainWindow::restoreLayout()
{
    QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray()))
        resize(1280, 800);
    connect(m_area, &WorkArea::paneHidden, this, [this](const QString &pane) {
        if (auto *action = findChild<QAction *>(QStringLiteral("show") + pane + QStringLiteral("Action")))
            action->setChecked(false);
    });
    m_area->restoreFrom(settings);
}

} // namespace offboarding::ui
