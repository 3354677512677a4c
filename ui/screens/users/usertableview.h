// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QTableView>

class QMenu;
class QSettings;

namespace offboarding::ui {

class UserTableModel;

/// The table of users: which columns are shown and in which order is the admin's choice and is remembered.
/// The selection belongs to users, not to rows: who is hidden by the filter is selected again when shown
/// again, unless something else was selected meanwhile.
class UserTableView : public QTableView
{
    Q_OBJECT

public:
    explicit UserTableView(UserTableModel *model, QWidget *parent = nullptr);

    QMenu *columnMenu() const { return m_columnMenu; }
    QList<int> shownColumns() const;     ///< logical, in visual order
    QStringList selectedUserIds() const; ///< those that are shown, in the order shown
    /// Selects the rows of @p userIds as far as they are shown; the first becomes current.
    void selectUserIds(const QStringList &userIds);

    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void selectedUsersChanged();

private:
    void setDefaultColumns();
    void buildColumnMenu();
    void rememberSelection();
    void reselect();

    UserTableModel *m_model;
    QMenu *m_columnMenu;
    QStringList m_wantedIds;   ///< what the admin selected, shown or not
    QStringList m_selectedIds; ///< as last told
    bool m_isReselecting = false;
};

} // namespace offboarding::ui
