// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plannedusertable.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/statussign.h"

#include <QHeaderView>

#include <algorithm>

namespace offboarding::ui {

namespace {

enum Column { NameColumn, EmailColumn, DivisionColumn, StateColumn, LiveColumn, NoteColumn, ColumnCount };

constexpr int widestColumn = 230;

QString liveText(const ReferenceMap *map)
{
    if (map == nullptr)
        return PlannedUserTable::tr("not read");
    const std::optional<int> count = map->liveCount();
    if (count)
        return QString::number(*count);
    const int known = map->knownLiveCount();
    return known > 0 ? PlannedUserTable::tr("at least %1").arg(known) : PlannedUserTable::tr("unknown");
}

} // namespace

PlannedUserTable::PlannedUserTable(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    setObjectName(QStringLiteral("plannedUsersTableWidget"));
    setAccessibleName(tr("Users in this plan"));
    setHorizontalHeaderLabels(
        {tr("Name"), tr("E-mail"), tr("Division"), tr("State"), tr("Live conversations"), tr("Note")});
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
}

void PlannedUserTable::addUser(const QString &userId, const User *user, const ReferenceMap *map)
{
    const int row = rowCount();
    insertRow(row);
    const auto setText = [this, row, &userId](int column, const QString &text) {
        auto *cell = new QTableWidgetItem(text.simplified());
        cell->setToolTip(text.toHtmlEscaped());
        cell->setData(Qt::UserRole, userId);
        setItem(row, column, cell);
    };
    setText(NameColumn, user == nullptr ? userId : user->name.isEmpty() ? user->id : user->name);
    setText(EmailColumn, user == nullptr ? tr("unknown") : user->email.isEmpty() ? tr("none") : user->email);
    setText(DivisionColumn, user == nullptr ? tr("unknown") : user->divisionName);
    setText(StateColumn, user == nullptr                     ? tr("unknown")
                         : user->state == UserState::Unknown ? user->stateText
                                                             : displayText(user->state));
    setText(LiveColumn, liveText(map));
    setText(NoteColumn, {});
}

void PlannedUserTable::setUsers(const PreparedPlan &prepared, const QHash<QString, QString> &blockers)
{
    setRowCount(0);
    for (auto it = prepared.unreadableUsers.cbegin(); it != prepared.unreadableUsers.cend(); ++it) {
        addUser(it.key(), nullptr, prepared.map(it.key()));
        item(rowCount() - 1, NameColumn)->setText(prepared.nameOf(it.key()).simplified());
    }
    for (const User &user : prepared.input.users)
        addUser(user.id, &user, prepared.map(user.id));
    setBlockers(blockers);
    resizeColumnsToContents();
    for (int column = 0; column < NoteColumn; ++column)
        setColumnWidth(column, std::min(columnWidth(column), widestColumn));
}

void PlannedUserTable::setBlockers(const QHash<QString, QString> &blockers)
{
    for (int row = 0; row < rowCount(); ++row) {
        QTableWidgetItem *note = item(row, NoteColumn);
        const QString text = blockers.value(note->data(Qt::UserRole).toString());
        note->setText(text.isEmpty() ? tr("Ready") : text.simplified());
        note->setToolTip(text.toHtmlEscaped());
        note->setIcon(statusSign(text.isEmpty() ? StatusSign::Passed : StatusSign::Refused, this, 16));
    }
}

} // namespace offboarding::ui
