// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QList>
#include <QString>

#include <functional>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace offboarding::ui {

class Actions;
class ConnectionMenu;

/// A part of the window that the View menu shows, hides and jumps to.
struct Pane
{
    QString objectName;
    QString title;
    QWidget *widget = nullptr;
    std::function<void()> focus;
    bool isOptional = true; ///< may be hidden
};

/// What the menus need to know of the window; borrowed while they are built.
struct MenuParts
{
    Actions *actions = nullptr;
    QMenu *exportMenu = nullptr;
    QMenu *columnMenu = nullptr;
    QList<Pane> panes;
    Connection connection;
    std::function<bool()> isBusy; ///< a run goes on: the connection must not change
    std::function<void(Dialect)> chooseDialect;
    std::function<void()> showAbout;
    ConnectionMenu *connections = nullptr; ///< made by fillMenuBar()
};

/// Fills @p bar with the menus Users, View, Connections and Help. Returns every action in it that makes sense
/// as a command.
QList<QAction *> fillMenuBar(QMenuBar *bar, MenuParts &parts);

} // namespace offboarding::ui
