// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/restoredialog.h"

#include "ui/widgets/errortext.h"
#include "ui/widgets/plannedusertable.h"

#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

RestoreDialog::RestoreDialog(const Connection &connection, QWidget *parent)
    : ActDialog(Act::Restore, connection, parent), m_users(new PlannedUserTable(this))
{
    setObjectName(QStringLiteral("restoreDialog"));
    setWindowTitle(tr("Restore users"));
    tabs()->insertTab(0, m_users, tr("&Users"));
    tabs()->setCurrentIndex(0);
    for (const QString &text :
         {tr("Comes back: the sign-in, the place in the directory, and roles that come from groups."),
          tr("Does not come back: roles given directly to the user; for a deleted user also the division, "
             "the "
             "extension and the default station. Write them down or give them again by hand."),
          tr("A user who was erased for data protection cannot be restored.")}) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        questionLayout()->addWidget(label);
    }
}

QString RestoreDialog::headline() const
{
    if (isReading())
        return tr("Reading %n user(s) …", nullptr, static_cast<int>(userIds().size()));
    const QList<User> &users = prepared().input.users;
    return users.size() == 1 ? tr("Restore %1 in %2?").arg(identityOf(users.first()), organizationName())
                             : tr("Restore %n user(s) in %1?", nullptr, static_cast<int>(users.size()))
                                   .arg(organizationName());
}

QString RestoreDialog::confirmName() const
{
    const auto count = isReading() ? userIds().size() : prepared().input.users.size();
    return tr("Restore %n user(s)", nullptr, static_cast<int>(count));
}

void RestoreDialog::fill()
{
    QHash<QString, QString> blockers;
    for (auto it = prepared().unreadableUsers.cbegin(); it != prepared().unreadableUsers.cend(); ++it)
        blockers.insert(it.key(), tr("Could not be read: %1").arg(describe(it.value()).title));
    m_users->setUsers(prepared(), blockers);
    m_users->setColumnHidden(4, true); // live conversations: not read for a restore
}

QString RestoreDialog::ownRefusal() const
{
    const QList<User> &users = prepared().input.users;
    if (std::all_of(users.cbegin(), users.cend(),
                    [](const User &user) { return user.state == UserState::Active; }))
        return tr("Every one of these users is active already.");
    return {};
}

} // namespace offboarding::ui
