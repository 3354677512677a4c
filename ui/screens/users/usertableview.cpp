// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/users/usertableview.h"

#include "ui/models/usertablemodel.h"

#include <QAction>
#include <QHeaderView>
#include <QItemSelection>
#include <QMenu>
#include <QSet>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

struct ColumnDefault
{
    UserColumn column;
    int characters;
    bool isHidden = false;
};

/// In the order shown: what tells people apart first, then what an offboarding depends on.
const QList<ColumnDefault> &columnDefaults()
{
    static const QList<ColumnDefault> defaults{
        {UserColumn::Name, 18},       {UserColumn::Email, 25},
        {UserColumn::Department, 15}, {UserColumn::State, 11},
        {UserColumn::Presence, 11},   {UserColumn::LiveConversations, 6},
        {UserColumn::LastLogin, 17},  {UserColumn::Title, 14},
        {UserColumn::Division, 16},   {UserColumn::RoutingStatus, 14, true},
        {UserColumn::Id, 38, true}};
    return defaults;
}

} // namespace

UserTableView::UserTableView(UserTableModel *model, QWidget *parent)
    : QTableView(parent), m_model(model), m_columnMenu(new QMenu(tr("Columns"), this))
{
    setObjectName(QStringLiteral("usersTableView"));
    setAccessibleName(tr("Users"));
    setModel(model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table; the arrows move in it
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint &point) { m_columnMenu->popup(horizontalHeader()->mapToGlobal(point)); });
    setDefaultColumns();
    buildColumnMenu();
    header->setSortIndicator(0, Qt::AscendingOrder);
    setSortingEnabled(true);

    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &UserTableView::rememberSelection);
    connect(model, &QAbstractItemModel::layoutChanged, this, &UserTableView::reselect);
}

void UserTableView::setDefaultColumns()
{
    QHeaderView *header = horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    int position = 0;
    for (const ColumnDefault &choice : columnDefaults()) {
        const int column = static_cast<int>(choice.column);
        header->moveSection(header->visualIndex(column), position++);
        setColumnWidth(column, character * choice.characters + 12);
        setColumnHidden(column, choice.isHidden);
    }
}

void UserTableView::buildColumnMenu()
{
    m_columnMenu->setObjectName(QStringLiteral("columnsMenu"));
    for (const ColumnDefault &choice : columnDefaults()) {
        const int column = static_cast<int>(choice.column);
        QAction *action = m_columnMenu->addAction(UserTableModel::columnTitle(choice.column));
        action->setObjectName(UserTableModel::columnKey(choice.column) + QStringLiteral("ColumnAction"));
        action->setCheckable(true);
        action->setChecked(!choice.isHidden);
        action->setEnabled(choice.column != UserColumn::Name); // without it nobody can be told from anybody
        action->setData(column);
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { setColumnHidden(column, !isShown); });
    }
}

QList<int> UserTableView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < userColumnCount; ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(logical))
            columns.append(logical);
    }
    return columns;
}

QStringList UserTableView::selectedUserIds() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    ids.reserve(rows.size());
    for (const int row : std::as_const(rows))
        ids.append(m_model->userIdAt(row));
    return ids;
}

void UserTableView::selectUserIds(const QStringList &userIds)
{
    const QSet<QString> wanted(userIds.cbegin(), userIds.cend());
    const QStringList shown = m_model->visibleIds();
    QItemSelection selection;
    const auto end = static_cast<int>(shown.size());
    for (int row = 0; row < end; ++row) {
        if (!wanted.contains(shown.at(row)))
            continue;
        const int first = row; // whole runs of rows: thousands of single ones take seconds
        while (row + 1 < end && wanted.contains(shown.at(row + 1)))
            ++row;
        selection.append(QItemSelectionRange(m_model->index(first, 0), m_model->index(row, 0)));
    }
    const int current = userIds.isEmpty() ? -1 : m_model->rowOf(userIds.constFirst());
    const auto flags = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    selectionModel()->select(selection, flags);
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_model->index(current, 0), QItemSelectionModel::NoUpdate);
}

void UserTableView::rememberSelection()
{
    if (m_isReselecting)
        return;
    m_wantedIds = selectedUserIds();
    m_selectedIds = m_wantedIds;
    Q_EMIT selectedUsersChanged();
}

void UserTableView::reselect()
{
    if (m_wantedIds.isEmpty())
        return;
    m_isReselecting = true;
    const QString current = m_model->userIdAt(currentIndex().row());
    QStringList wanted = m_wantedIds;
    if (wanted.removeOne(current)) // stays where the keyboard is
        wanted.prepend(current);
    selectUserIds(wanted);
    m_isReselecting = false;
    QStringList selected = selectedUserIds();
    // The order alone is no change: a sort must not have everything read again.
    const bool isSame = selected.size() == m_selectedIds.size() &&
                        std::is_permutation(selected.cbegin(), selected.cend(), m_selectedIds.cbegin());
    m_selectedIds = std::move(selected);
    if (!isSame)
        Q_EMIT selectedUsersChanged();
}

void UserTableView::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("header"), horizontalHeader()->saveState());
}

void UserTableView::restoreState(QSettings &settings)
{
    const QByteArray state = settings.value(QStringLiteral("header")).toByteArray();
    QHeaderView *header = horizontalHeader();
    if (state.isEmpty() || !header->restoreState(state))
        return;
    setColumnHidden(static_cast<int>(UserColumn::Name), false);
    m_model->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    for (QAction *action : m_columnMenu->actions())
        action->setChecked(!isColumnHidden(action->data().toInt()));
}

} // namespace offboarding::ui
