// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QList>
#include <QObject>
#include <QUuid>

class QMenu;

namespace offboarding::ui {

class Actions;

/// The menu of connections: the saved ones and the demo organisation to switch to, the account, the lock.
class ConnectionMenu : public QObject
{
    Q_OBJECT

public:
    /// @p open: the connection of the window.
    ConnectionMenu(QMenu *menu, const Actions &actions, const Connection &open, QObject *parent);

    void setConnections(const QList<Connection> &connections);

Q_SIGNALS:
    void connectionRequested(const QUuid &id);
    void demoRequested();

private:
    QMenu *m_menu;
    QMenu *m_saved;
    Connection m_open;
};

} // namespace offboarding::ui
