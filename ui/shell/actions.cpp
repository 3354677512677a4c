// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "app/offboarding/actpermissions.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/iconset.h"

#include <QAction>
#include <QKeySequence>

#include <algorithm>

namespace offboarding::ui {

namespace {

QAction *create(QObject *parent, const QString &objectName, const QString &text, const QString &icon,
                const QKeySequence &shortcut = {})
{
    auto *action = new QAction(actionIcon(icon), text, parent);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    action->setIconText(text); // with the dots: an act that asks first looks the same everywhere
    return action;
}

bool hasState(const QList<User> &users, std::initializer_list<UserState> states)
{
    return std::any_of(users.cbegin(), users.cend(), [&](const User &user) {
        return std::find(states.begin(), states.end(), user.state) != states.end();
    });
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent), refresh(create(parent, QStringLiteral("refreshAction"), tr("Refresh"),
                                      QStringLiteral("refresh"), Qt::Key_F5)),
      deactivate(create(parent, QStringLiteral("deactivateAction"), tr("Deactivate…"),
                        QStringLiteral("deactivate"), QKeySequence(Qt::CTRL | Qt::Key_D))),
      deleteUser(create(parent, QStringLiteral("deleteAction"), tr("Delete…"), QStringLiteral("delete"))),
      forceDelete(create(parent, QStringLiteral("forceDeleteAction"), tr("Force delete…"),
                         QStringLiteral("force-delete"))),
      clearReferences(create(parent, QStringLiteral("clearReferencesAction"), tr("Clear references…"),
                             QStringLiteral("clear-references"), QKeySequence(Qt::CTRL | Qt::Key_L))),
      plannedDeletions(
          create(parent, QStringLiteral("plannedDeletionsAction"), tr("Planned deletions…"), {})),
      openPlan(create(parent, QStringLiteral("openPlanAction"), tr("Open plan…"), {})),
      undoRun(create(parent, QStringLiteral("undoRunAction"), tr("Undo run…"), QStringLiteral("undo"))),
      restore(create(parent, QStringLiteral("restoreAction"), tr("Restore…"), QStringLiteral("restore"),
                     QKeySequence(Qt::CTRL | Qt::Key_R))),
      reportCheck(create(parent, QStringLiteral("reportCheckAction"), tr("Report check…"),
                         QStringLiteral("report-check"))),
      exportFile(create(parent, QStringLiteral("exportAction"), tr("Export…"), QStringLiteral("export"),
                        QKeySequence(Qt::CTRL | Qt::Key_E))),
      exportUsers(create(parent, QStringLiteral("exportUsersAction"), tr("Users as shown"),
                         QStringLiteral("export"))),
      exportReferences(create(parent, QStringLiteral("exportReferencesAction"),
                              tr("References of the selected users"), QStringLiteral("export"))),
      exportRun(create(parent, QStringLiteral("exportRunAction"), tr("Result of the last run"),
                       QStringLiteral("export"))),
      importLeavers(create(parent, QStringLiteral("importLeaversAction"), tr("Import leavers…"),
                           QStringLiteral("import-leavers"), QKeySequence(Qt::CTRL | Qt::Key_I))),
      search(create(parent, QStringLiteral("searchAction"), tr("Search users"), QStringLiteral("search"),
                    QKeySequence::Find)),
      commands(create(parent, QStringLiteral("commandsAction"), tr("Command palette"), {},
                      QKeySequence(Qt::CTRL | Qt::Key_K))),
      manageConnections(
          create(parent, QStringLiteral("manageConnectionsAction"), tr("Manage connections…"), {})),
      account(create(parent, QStringLiteral("accountAction"), tr("Account…"), {})),
      signIn(create(parent, QStringLiteral("signInAction"), tr("Sign in again…"), {})),
      signOut(create(parent, QStringLiteral("signOutAction"), tr("Sign out"), {})),
      unlock(create(parent, QStringLiteral("unlockAction"), tr("Unlock…"), {})),
      lock(create(parent, QStringLiteral("lockAction"), tr("Lock now"), {})),
      copyPermissions(create(parent, QStringLiteral("copyPermissionsAction"),
                             tr("Copy required permissions…"), QStringLiteral("copy")))
{
    set(refresh, true, tr("Read all users again"));
    set(exportFile, true, tr("Write users, references or a result to a file"));
    set(plannedDeletions, true, tr("Who is to be deleted later: what is due, cancel it, or decide"));
    set(openPlan, true, tr("Look at a plan from a file, approve it, or run exactly it"));
    set(importLeavers, true, tr("Read a list of leavers, and check each row before anything is done"));
    set(search, true, tr("Search name, e-mail, department, title or ID"));
    set(commands, true, tr("Find a command by a few letters of its name"));
    set(manageConnections, true, tr("Add, change, remove, import or export connections"));
    set(account, true, tr("Who is signed in, in which organisation, and what this account may do"));
    set(signIn, true, tr("Get a new token, for instance before the one in use ends"));
    set(signOut, true, tr("Take the token back at the server and forget it here"));
    set(copyPermissions, true,
        tr("The least permissions for the acts that you choose, for an administrator"));
    updateFor({});
}

void Actions::set(QAction *action, bool isEnabled, const QString &tip)
{
    action->setEnabled(isEnabled);
    const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(shortcut.isEmpty() ? tip : tr("%1 (%2)").arg(tip, shortcut));
    action->setStatusTip(tip);
}

void Actions::setAct(QAction *action, Act act, const ActionContext &context, bool isEnabled,
                     const QString &tip)
{
    const QStringList missing = missingForAct(act, context.dialect, context.permissions);
    if (!missing.isEmpty())
        set(action, false, missingPermissionText(missing));
    else if (context.isLocked)
        set(action, false, tr("This production organisation is read-only: unlock it first"));
    else
        set(action, isEnabled, tip);
}

void Actions::updateFor(const ActionContext &context)
{
    const QList<User> &selected = context.selected;
    const bool isEmpty = selected.isEmpty();
    const QString nobody = tr("Select a user first");

    const bool canDeactivate = hasState(selected, {UserState::Active});
    setAct(deactivate, Act::Deactivate, context, canDeactivate,
           isEmpty         ? nobody
           : canDeactivate ? tr("Remove access and keep history: the recommended way to take somebody out")
                           : tr("No active user is selected"));

    const bool canDelete = selected.size() == 1 && selected.first().state != UserState::Deleted;
    const QString whyNot = isEmpty                ? nobody
                           : selected.size() != 1 ? tr("One user at a time: select exactly one")
                                                  : tr("This user is already deleted");
    setAct(deleteUser, Act::Delete, context, canDelete,
           canDelete ? tr("Delete; the server refuses while interactions still refer to the user") : whyNot);
    setAct(forceDelete, Act::ForceDelete, context, canDelete,
           canDelete ? tr("Delete although old interactions refer to the user, behind gates that are checked")
                     : whyNot);

    const bool canClear = !isEmpty || context.hasConversations;
    setAct(clearReferences, Act::ClearReferences, context, canClear,
           canClear ? tr("Take the selected users out of their conversations") : nobody);

    const bool canRestore = hasState(selected, {UserState::Inactive, UserState::Deleted});
    setAct(restore, Act::Restore, context, canRestore,
           isEmpty      ? nobody
           : canRestore ? tr("Make the selected users active again")
                        : tr("No inactive or deleted user is selected"));

    set(reportCheck, !isEmpty,
        isEmpty ? nobody : tr("Why reports may still show the selected users; nothing is changed"));

    set(exportUsers, context.hasUsers,
        context.hasUsers ? tr("The table as shown: its columns, and the selected users or all")
                         : tr("The table shows no user"));
    set(exportReferences, !isEmpty,
        isEmpty ? nobody : tr("The conversations that refer to the selected users"));
    set(exportRun, context.hasFinishedRun,
        context.hasFinishedRun ? tr("Each step of the last run with its outcome")
                               : tr("Nothing was done yet"));

    set(undoRun, !context.isLocked,
        context.isLocked ? tr("This production organisation is read-only: unlock it first")
        : context.hasFinishedRun
            ? tr("What the run changed: see what can be put back, and put it back")
            : tr("Choose the journal of an earlier run: see what can be put back, and put it back"));

    const QString neverLocked = tr("Only production organisations are locked");
    set(unlock, context.isLocked,
        !context.isLockable ? neverLocked
        : context.isLocked  ? tr("Allow changes in this production organisation for a while")
                            : tr("It is unlocked already"));
    set(lock, context.isLockable && !context.isLocked,
        !context.isLockable ? neverLocked
        : context.isLocked  ? tr("It is read-only already")
                            : tr("Back to read-only at once"));
}

QList<QAction *> Actions::userActions() const
{
    return {deactivate, forceDelete, clearReferences, restore, reportCheck, exportFile};
}

QList<QAction *> Actions::exportActions() const
{
    return {exportUsers, exportReferences, exportRun};
}

QList<QAction *> Actions::toolBarActions() const
{
    return {refresh,         nullptr, deactivate, nullptr,    forceDelete,  nullptr,
            clearReferences, restore, nullptr,    exportFile, importLeavers};
}

} // namespace offboarding::ui
