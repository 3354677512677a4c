// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

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
      restore(create(parent, QStringLiteral("restoreAction"), tr("Restore…"), QStringLiteral("restore"),
                     QKeySequence(Qt::CTRL | Qt::Key_R))),
      exportFile(create(parent, QStringLiteral("exportAction"), tr("Export…"), QStringLiteral("export"),
                        QKeySequence(Qt::CTRL | Qt::Key_E))),
      exportUsers(create(parent, QStringLiteral("exportUsersAction"), tr("Users as shown"),
                         QStringLiteral("export"))),
      exportReferences(create(parent, QStringLiteral("exportReferencesAction"),
                              tr("References of the selected users"), QStringLiteral("export"))),
      exportRun(create(parent, QStringLiteral("exportRunAction"), tr("Result of the last run"),
                       QStringLiteral("export"))),
      search(create(parent, QStringLiteral("searchAction"), tr("Search users"), QStringLiteral("search"),
                    QKeySequence::Find)),
      commands(create(parent, QStringLiteral("commandsAction"), tr("Command palette"), {},
                      QKeySequence(Qt::CTRL | Qt::Key_K)))
{
    set(refresh, true, tr("Read all users again"));
    set(exportFile, true, tr("Write users, references or a result to a file"));
    set(search, true, tr("Search name, e-mail, department, title or ID"));
    set(commands, true, tr("Find a command by a few letters of its name"));
    updateFor({});
}

void Actions::set(QAction *action, bool isEnabled, const QString &tip)
{
    action->setEnabled(isEnabled);
    const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(shortcut.isEmpty() ? tip : tr("%1 (%2)").arg(tip, shortcut));
    action->setStatusTip(tip);
}

void Actions::updateFor(const ActionContext &context)
{
    const QList<User> &selected = context.selected;
    const bool isEmpty = selected.isEmpty();
    const QString nobody = tr("Select a user first");

    const bool canDeactivate = hasState(selected, {UserState::Active});
    set(deactivate, canDeactivate,
        isEmpty         ? nobody
        : canDeactivate ? tr("Remove access and keep history: the recommended way to take somebody out")
                        : tr("No active user is selected"));

    const bool canDelete = selected.size() == 1 && selected.first().state != UserState::Deleted;
    const QString whyNot = isEmpty                ? nobody
                           : selected.size() != 1 ? tr("One user at a time: select exactly one")
                                                  : tr("This user is already deleted");
    set(deleteUser, canDelete,
        canDelete ? tr("Delete; the server refuses while interactions still refer to the user") : whyNot);
    set(forceDelete, canDelete,
        canDelete ? tr("Delete although old interactions refer to the user, behind gates that are checked")
                  : whyNot);

    const bool canClear = !isEmpty || context.hasConversations;
    set(clearReferences, canClear,
        canClear ? tr("Take the selected users out of their conversations") : nobody);

    const bool canRestore = hasState(selected, {UserState::Inactive, UserState::Deleted});
    set(restore, canRestore,
        isEmpty      ? nobody
        : canRestore ? tr("Make the selected users active again")
                     : tr("No inactive or deleted user is selected"));

    set(exportUsers, context.hasUsers,
        context.hasUsers ? tr("The table as shown: its columns, and the selected users or all")
                         : tr("The table shows no user"));
    set(exportReferences, !isEmpty,
        isEmpty ? nobody : tr("The conversations that refer to the selected users"));
    set(exportRun, context.hasFinishedRun,
        context.hasFinishedRun ? tr("Each step of the last run with its outcome")
                               : tr("Nothing was done yet"));
}

QList<QAction *> Actions::userActions() const
{
    return {deactivate, forceDelete, clearReferences, restore, exportFile};
}

QList<QAction *> Actions::exportActions() const
{
    return {exportUsers, exportReferences, exportRun};
}

QList<QAction *> Actions::toolBarActions() const
{
    return {refresh, nullptr,         deactivate, nullptr, forceDelete,
            nullptr, clearReferences, restore,    nullptr, exportFile};
}

} // namespace offboarding::ui
