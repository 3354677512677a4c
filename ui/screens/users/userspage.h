// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userquery.h"
#include "ui/screens/services.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QSettings;
class QStackedWidget;
class QTableView;

namespace offboarding::ui {

class NoticeBar;
class StateFilterBar;
class StatePage;
class UserTableModel;
class UserTableView;

/// The users table with search, state filter and column chooser. The selection is told as ids, after it has
/// settled.
class UsersPage : public QWidget
{
    Q_OBJECT

public:
    explicit UsersPage(Services services, QWidget *parent = nullptr);

    QStringList selectedUserIds() const; ///< in the order shown
    QTableView *table() const;
    QLineEdit *searchField() const { return m_search; }
    const UserTableModel &model() const { return *m_model; }
    QMenu *columnMenu() const;

    void addContextActions(const QList<QAction *> &actions);
    void focusSearch();
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

    /// The table as shown: visible columns in their order, and the selected rows, or all where fewer than two
    /// are.
    QStringList shownColumnTitles() const;
    QStringList shownUserIds() const;
    QList<QStringList> shownRows() const;

Q_SIGNALS:
    void selectionSettled(const QStringList &userIds);
    void selectionChanged();
    void refreshRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyFilter();
    void updateCounts();
    void updateState();

    Services m_services;
    UserTableModel *m_model;
    QLineEdit *m_search;
    StateFilterBar *m_states;
    UserTableView *m_table;
    StatePage *m_statePage;
    QStackedWidget *m_stack;
    NoticeBar *m_notice;
    QTimer m_selectionTimer;
};

} // namespace offboarding::ui
