// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionmenu.h"

#include "ui/shell/actions.h"
#include "ui/widgets/displaytext.h"

#include <QAction>
#include <QMenu>

namespace offboarding::ui {

namespace {

QString literal(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

ConnectionMenu::ConnectionMenu(QMenu *menu, const Actions &actions, const Connection &open, QObject *parent)
    : QObject(parent), m_menu(menu), m_saved(menu->addMenu(tr("Switch to"))), m_open(open)
{
    m_saved->setObjectName(QStringLiteral("switchMenu"));
    m_menu->addAction(actions.manageConnections);
    m_menu->addSeparator();
    m_menu->addAction(actions.account);
    m_menu->addAction(actions.signIn);
    m_menu->addAction(actions.signOut);
    m_menu->addSeparator();
    m_menu->addAction(actions.unlock);
    m_menu->addAction(actions.lock);
    setConnections({});
}

void ConnectionMenu::setConnections(const QList<Connection> &connections)
{
    m_saved->clear();
    const auto add = [this](const QString &text, bool isOpen) {
        QAction *action = m_saved->addAction(text);
        action->setCheckable(true);
        action->setChecked(isOpen);
        // The one that is open stays ticked, whatever is clicked.
        connect(action, &QAction::triggered, action, [action, isOpen] { action->setChecked(isOpen); });
        return action;
    };
    QAction *demo =
        add(tr("Demo organisation"), m_open.id.isNull() && m_open.environment == Environment::Demo);
    demo->setObjectName(QStringLiteral("openDemoAction"));
    if (!demo->isChecked())
        connect(demo, &QAction::triggered, this, &ConnectionMenu::demoRequested);
    m_saved->addSeparator();
    for (const Connection &connection : connections) {
        const bool isOpen = connection.id == m_open.id && !m_open.id.isNull();
        QAction *action =
            add(tr("%1 · %2").arg(literal(connection.name), displayText(connection.environment)), isOpen);
        if (!isOpen)
            connect(action, &QAction::triggered, this,
                    [this, id = connection.id] { Q_EMIT connectionRequested(id); });
    }
}

} // namespace offboarding::ui
