// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/permissionset.h"
#include "app/domain/user.h"
#include "app/offboarding/plan.h"

#include <QList>
#include <QObject>

class QAction;

namespace offboarding::ui {

/// What the actions depend on.
struct ActionContext
{
    QList<User> selected;
    bool hasConversations = false; ///< rows of the conversations table are selected
    bool hasFinishedRun = false;
    bool hasUsers = false; ///< the table shows at least one user
    Dialect dialect = Dialect::Published;
    PermissionSet permissions; ///< of the signed-in account; unknown: the server decides
    bool isLockable = false;   ///< a production connection
    bool isLocked = false;     ///< read-only until it is unlocked
};

/// The acts of the console, made once and shown in menu, toolbar, context menu and command palette alike.
/// The names are found by screen readers and tests and do not change.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent);

    QAction *refresh;
    QAction *deactivate;
    QAction *deleteUser;
    QAction *forceDelete;
    QAction *clearReferences;
    QAction *plannedDeletions;
    QAction *openPlan;
    QAction *undoRun;
    QAction *restore;
    QAction *reportCheck;
    QAction *exportFile; ///< opens the choice of the next three
    QAction *exportUsers;
    QAction *exportReferences;
    QAction *exportRun;
    QAction *importLeavers;
    QAction *search;
    QAction *commands;
    QAction *manageConnections;
    QAction *account;
    QAction *signIn;
    QAction *signOut;
    QAction *unlock;
    QAction *lock;
    QAction *copyPermissions;

    /// Enables what fits; what is off says why in its tool tip.
    void updateFor(const ActionContext &context);

    QList<QAction *> userActions() const;    ///< for the context menu of the users table
    QList<QAction *> exportActions() const;  ///< the choices of Export…
    QList<QAction *> toolBarActions() const; ///< null: a separator

private:
    static void set(QAction *action, bool isEnabled, const QString &tip);
    /// The same for an act: a missing permission or the lock say no before the selection does.
    static void setAct(QAction *action, Act act, const ActionContext &context, bool isEnabled,
                       const QString &tip);
};

} // namespace offboarding::ui
