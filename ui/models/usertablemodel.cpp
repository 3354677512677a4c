// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/usertablemodel.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/usersymbols.h"

#include <QHash>

namespace offboarding::ui {

namespace {

QStringList idsOf(const UserStore &store, const QList<int> &rows)
{
    QStringList ids;
    ids.reserve(rows.size());
    for (const int row : rows)
        ids.append(store.users().at(row).id);
    return ids;
}

} // namespace

UserTableModel::UserTableModel(const UserStore &store, QObject *parent)
    : QAbstractTableModel(parent), m_store(store)
{
    connect(&store, &UserStore::usersReset, this, &UserTableModel::rebuild);
    connect(&store, &UserStore::usersAppended, this, &UserTableModel::appended);
    connect(&store, &UserStore::userChanged, this, &UserTableModel::changed);
    m_rows = visibleRows(m_store, m_filter, m_sort);
    m_ids = idsOf(m_store, m_rows);
}

int UserTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UserTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : userColumnCount;
}

QString UserTableModel::columnKey(UserColumn column)
{
    switch (column) {
    case UserColumn::Name:
        return QStringLiteral("name");
    case UserColumn::Email:
        return QStringLiteral("email");
    case UserColumn::Department:
        return QStringLiteral("department");
    case UserColumn::Title:
        return QStringLiteral("title");
    case UserColumn::Division:
        return QStringLiteral("division");
    case UserColumn::State:
        return QStringLiteral("state");
    case UserColumn::Presence:
        return QStringLiteral("presence");
    case UserColumn::RoutingStatus:
        return QStringLiteral("routingStatus");
    case UserColumn::LiveConversations:
        return QStringLiteral("liveConversations");
    case UserColumn::LastLogin:
        return QStringLiteral("lastLogin");
    case UserColumn::Id:
        break;
    }
    return QStringLiteral("id");
}

QString UserTableModel::columnTitle(UserColumn column)
{
    switch (column) {
    case UserColumn::Name:
        return tr("Name");
    case UserColumn::Email:
        return tr("E-mail");
    case UserColumn::Department:
        return tr("Department");
    case UserColumn::Title:
        return tr("Title");
    case UserColumn::Division:
        return tr("Division");
    case UserColumn::State:
        return tr("State");
    case UserColumn::Presence:
        return tr("Presence");
    case UserColumn::RoutingStatus:
        return tr("Routing status");
    case UserColumn::LiveConversations:
        return tr("Live");
    case UserColumn::LastLogin:
        return tr("Last login");
    case UserColumn::Id:
        break;
    }
    return tr("ID");
}

QString UserTableModel::displayValue(const User &user, UserColumn column)
{
    switch (column) {
    case UserColumn::Name:
        return user.name;
    case UserColumn::Email:
        return user.email;
    case UserColumn::Department:
        return user.department;
    case UserColumn::Title:
        return user.title;
    case UserColumn::Division:
        return user.divisionName;
    case UserColumn::State:
        return user.state == UserState::Unknown ? tr("unknown (%1)").arg(user.stateText)
                                                : displayText(user.state);
    case UserColumn::Presence:
        return user.presence.isEmpty() ? tr("not read") : presenceText(user.presence);
    case UserColumn::RoutingStatus:
        return user.routingStatus.isEmpty() ? tr("not read") : user.routingStatus;
    case UserColumn::LiveConversations:
        return user.liveConversations ? QString::number(*user.liveConversations) : tr("unknown");
    case UserColumn::LastLogin:
        return user.lastLogin.isValid() ? localTime(user.lastLogin) : QString();
    case UserColumn::Id:
        break;
    }
    return user.id;
}

QVariant UserTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int storeRow = m_rows.at(index.row());
    if (storeRow >= m_store.users().size())
        return {};
    const User &user = m_store.users().at(storeRow);
    const auto column = static_cast<UserColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        // A name of hundreds of characters must not make every row slow to lay out; the tool tip has it all.
        return displayValue(user, column).left(200).simplified();
    case Qt::ToolTipRole: {
        const QString text = displayValue(user, column);
        // Escaped, because a tool tip guesses at markup.
        return text.size() > 24 ? QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()) : QString();
    }
    case Qt::DecorationRole:
        return column == UserColumn::State ? QVariant(userStateIcon(user.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return column == UserColumn::LiveConversations ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                                       : QVariant();
    case UserIdRole:
        return user.id;
    case StateRole:
        return static_cast<int>(user.state);
    default:
        return {};
    }
}

QVariant UserTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= userColumnCount || role != Qt::DisplayRole)
        return {};
    return columnTitle(static_cast<UserColumn>(section));
}

void UserTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= userColumnCount)
        return;
    const UserSort wanted{static_cast<UserColumn>(column), order};
    if (wanted == m_sort)
        return;
    m_sort = wanted;
    rebuild();
}

void UserTableModel::setFilter(const UserFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

QString UserTableModel::userIdAt(int row) const
{
    return m_ids.value(row);
}

int UserTableModel::rowOf(const QString &userId) const
{
    return static_cast<int>(m_ids.indexOf(userId));
}

QStringList UserTableModel::visibleIds() const
{
    return m_ids;
}

void UserTableModel::rebuild()
{
    const QList<int> rows = visibleRows(m_store, m_filter, m_sort);
    const QStringList ids = idsOf(m_store, rows);
    if (rows == m_rows && ids == m_ids) {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    if (!before.isEmpty()) {
        QHash<QString, int> newRows;
        newRows.reserve(ids.size());
        for (qsizetype i = 0; i < ids.size(); ++i)
            newRows.insert(ids.at(i), static_cast<int>(i));
        const QStringList oldIds = m_ids;
        m_rows = rows;
        m_ids = ids;
        for (const QModelIndex &old : before) {
            const int row = newRows.value(oldIds.value(old.row()), -1);
            after.append(row < 0 ? QModelIndex() : index(row, old.column()));
        }
    } else {
        m_rows = rows;
        m_ids = ids;
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void UserTableModel::appended(int first, int last)
{
    Q_UNUSED(first)
    Q_UNUSED(last)
    rebuild();
}

void UserTableModel::changed(int storeRow)
{
    const qsizetype row = m_rows.indexOf(storeRow);
    rebuild();
    // Where the user stayed in its place the layout did not change, but its cells did.
    if (row >= 0 && row < m_rows.size() && m_rows.at(row) == storeRow)
        Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), columnCount() - 1));
}

} // namespace offboarding::ui
