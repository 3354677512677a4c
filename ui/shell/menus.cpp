// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menus.h"

#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/connectionmenu.h"
#include "ui/widgets/displaytext.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCoreApplication>
#include <QHash>
#include <QMenu>
#include <QMenuBar>

namespace offboarding::ui {

namespace {

struct Menus
{
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

QMenu *addMenu(QMenuBar *bar, const QString &objectName, const QString &title)
{
    QMenu *menu = bar->addMenu(title);
    menu->setObjectName(objectName);
    menu->setToolTipsVisible(true); // a disabled action says why
    return menu;
}

QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &objectName, const QString &text,
                   bool isChecked)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(objectName);
    action->setCheckable(true);
    action->setChecked(isChecked);
    group->addAction(action);
    return action;
}

void fillUsersMenu(QMenu *menu, const MenuParts &parts)
{
    const Actions &actions = *parts.actions;
    menu->addAction(actions.refresh);
    menu->addAction(actions.search);
    menu->addSeparator();
    menu->addAction(actions.deactivate);
    menu->addAction(actions.restore);
    menu->addAction(actions.clearReferences);
    menu->addSeparator();
    menu->addAction(actions.deleteUser);
    menu->addAction(actions.forceDelete);
    menu->addAction(actions.plannedDeletions);
    menu->addAction(actions.openPlan);
    menu->addAction(actions.undoRun);
    menu->addSeparator();
    menu->addAction(actions.reportCheck);
    menu->addAction(actions.importLeavers);
    menu->addAction(actions.exportFile);
    menu->addSeparator();
    QAction *quit = menu->addAction(Menus::tr("Quit"));
    quit->setObjectName(QStringLiteral("quitAction"));
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    // Through the windows, so that a run which still goes on is asked about.
    QObject::connect(quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
}

void addPanes(QMenu *menu, const MenuParts &parts)
{
    QHash<QWidget *, QAction *> shows;
    for (const Pane &pane : parts.panes) {
        if (!pane.isOptional)
            continue;
        QAction *action = menu->addAction(pane.title);
        action->setObjectName(QStringLiteral("show") + pane.objectName + QStringLiteral("Action"));
        action->setCheckable(true);
        action->setChecked(true);
        QObject::connect(action, &QAction::toggled, pane.widget, &QWidget::setVisible);
        shows.insert(pane.widget, action);
    }
    QMenu *go = menu->addMenu(Menus::tr("Go to"));
    go->setObjectName(QStringLiteral("goMenu"));
    int number = 0;
    for (const Pane &pane : parts.panes) {
        QAction *action = go->addAction(pane.title);
        action->setObjectName(QStringLiteral("goTo") + pane.objectName + QStringLiteral("Action"));
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++)));
        QObject::connect(action, &QAction::triggered, pane.widget,
                         [show = shows.value(pane.widget), focus = pane.focus] {
                             if (show != nullptr)
                                 show->setChecked(true);
                             focus();
                         });
    }
}

void addAppearances(QMenu *menu)
{
    QMenu *appearances = menu->addMenu(Menus::tr("Appearance"));
    appearances->setObjectName(QStringLiteral("appearanceMenu"));
    auto *group = new QActionGroup(appearances);
    const Appearance current = savedAppearance();
    const auto add = [&](Appearance appearance, const QString &objectName, const QString &text) {
        QAction *action = addChoice(appearances, group, objectName, text, current == appearance);
        QObject::connect(action, &QAction::triggered, action, [appearance] {
            saveAppearance(appearance);
            applyAppearance(appearance);
        });
    };
    add(Appearance::System, QStringLiteral("systemAppearanceAction"), Menus::tr("System"));
    add(Appearance::Light, QStringLiteral("lightAppearanceAction"), Menus::tr("Light"));
    add(Appearance::Dark, QStringLiteral("darkAppearanceAction"), Menus::tr("Dark"));
}

void addDialects(QMenu *menu, const MenuParts &parts)
{
    QMenu *dialects = menu->addMenu(Menus::tr("Dialect of the demo organisation"));
    dialects->setObjectName(QStringLiteral("dialectMenu"));
    auto *group = new QActionGroup(dialects);
    for (const Dialect dialect : {Dialect::Legacy, Dialect::Published}) {
        QAction *action = addChoice(dialects, group, dialectName(dialect) + QStringLiteral("DialectAction"),
                                    displayText(dialect), parts.connection.dialect == dialect);
        const bool isCurrent = parts.connection.dialect == dialect;
        QObject::connect(action, &QAction::triggered, action,
                         [dialect, isCurrent, choose = parts.chooseDialect] {
                             if (!isCurrent)
                                 choose(dialect);
                         });
    }
    dialects->setToolTipsVisible(true);
    QObject::connect(dialects, &QMenu::aboutToShow, dialects, [group, isBusy = parts.isBusy] {
        group->setEnabled(!isBusy());
        for (QAction *action : group->actions())
            action->setToolTip(isBusy() ? Menus::tr("A run is not finished") : QString());
    });
}

} // namespace

QList<QAction *> fillMenuBar(QMenuBar *bar, MenuParts &parts)
{
    QMenu *users = addMenu(bar, QStringLiteral("usersMenu"), Menus::tr("&Users"));
    fillUsersMenu(users, parts);

    QMenu *view = addMenu(bar, QStringLiteral("viewMenu"), Menus::tr("&View"));
    view->addAction(parts.actions->commands);
    view->addSeparator();
    view->addMenu(parts.columnMenu);
    addPanes(view, parts);
    view->addSeparator();
    addAppearances(view);
    if (parts.connection.environment == Environment::Demo)
        addDialects(view, parts);

    QMenu *connections = addMenu(bar, QStringLiteral("connectionsMenu"), Menus::tr("&Connections"));
    parts.connections = new ConnectionMenu(connections, *parts.actions, parts.connection, bar);

    QMenu *help = addMenu(bar, QStringLiteral("helpMenu"), Menus::tr("&Help"));
    help->addAction(parts.actions->copyPermissions);
    help->addSeparator();
    QAction *about = help->addAction(Menus::tr("About Offboarding Console"));
    about->setObjectName(QStringLiteral("aboutAction"));
    about->setMenuRole(QAction::AboutRole);
    QObject::connect(about, &QAction::triggered, about, [show = parts.showAbout] { show(); });

    QList<QAction *> commands;
    for (QMenu *menu : bar->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (!action->isSeparator() && action->menu() == nullptr && !commands.contains(action))
                commands.append(action);
        }
    }
    return commands;
}

} // namespace offboarding::ui
