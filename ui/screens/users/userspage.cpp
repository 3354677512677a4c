// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/users/userspage.h"

#include "ui/models/usertablemodel.h"
#include "ui/screens/users/statefilterbar.h"
#include "ui/screens/users/usertableview.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/iconset.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statepage.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

constexpr int selectionRestMilliseconds = 150;

} // namespace

UsersPage::UsersPage(Services services, QWidget *parent)
    : QWidget(parent), m_services(services), m_model(new UserTableModel(services.users, this)),
      m_search(new QLineEdit(this)), m_states(new StateFilterBar(this)),
      m_table(new UserTableView(m_model, this)), m_statePage(new StatePage(this)),
      m_stack(new QStackedWidget(this)), m_notice(new NoticeBar(this))
{
    m_search->setObjectName(QStringLiteral("userSearchLineEdit"));
    m_search->setAccessibleName(tr("Search users"));
    m_search->setPlaceholderText(tr("Search name, e-mail, department, title or ID"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(actionIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    auto *columns = new QToolButton(this);
    columns->setObjectName(QStringLiteral("columnsToolButton"));
    columns->setAccessibleName(tr("Columns"));
    columns->setToolTip(tr("Choose the columns of the table"));
    columns->setIcon(actionIcon(QStringLiteral("columns")));
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setMenu(m_table->columnMenu());

    auto *top = new QHBoxLayout;
    m_search->setMinimumWidth(m_search->fontMetrics().averageCharWidth() * 18);
    top->addWidget(m_search, 1);
    top->addWidget(m_states);
    top->addWidget(columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->addLayout(top);
    layout->addWidget(m_notice);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_statePage);
    layout->addWidget(m_stack, 1);
    setTabOrder(m_search, m_states);
    setTabOrder(m_states, columns);
    setTabOrder(columns, m_table);

    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(selectionRestMilliseconds);
    connect(&m_selectionTimer, &QTimer::timeout, this,
            [this] { Q_EMIT selectionSettled(selectedUserIds()); });
    connect(m_table, &UserTableView::selectedUsersChanged, this, [this] {
        m_selectionTimer.start();
        Q_EMIT selectionChanged();
    });
    connect(m_search, &QLineEdit::textChanged, this, &UsersPage::applyFilter);
    connect(m_states, &QTabBar::currentChanged, this, &UsersPage::applyFilter);
    connect(m_notice, &NoticeBar::actionTriggered, this, &UsersPage::refreshRequested);
    connect(m_statePage, &StatePage::actionTriggered, this, [this] {
        if (m_services.users.users().isEmpty()) {
            Q_EMIT refreshRequested();
        } else {
            m_search->clear();
            m_states->setCurrentIndex(StateFilterBar::All);
        }
    });
    for (const auto signal : {&UserStore::usersReset, &UserStore::statusChanged})
        connect(&services.users, signal, this, &UsersPage::updateState);
    connect(&services.users, &UserStore::usersAppended, this, &UsersPage::updateState);
    connect(&services.users, &UserStore::userChanged, this, &UsersPage::updateState);
    connect(&services.users, &UserStore::progressChanged, this, &UsersPage::updateState);
    m_states->setCurrentIndex(StateFilterBar::Active);
    applyFilter();
}

void UsersPage::applyFilter()
{
    UserFilter filter;
    filter.text = m_search->text();
    filter.state = StateFilterBar::stateOf(m_states->currentIndex());
    m_model->setFilter(filter);
    updateState();
}

void UsersPage::updateCounts()
{
    m_states->showCounts(m_services.users.counts(), m_services.users.status());
}

void UsersPage::updateState()
{
    updateCounts();
    const UserStore &store = m_services.users;
    const bool isEmpty = store.users().isEmpty();
    const std::optional<Error> error = store.lastError();

    QString notice;
    if (!isEmpty && error)
        notice = tr("The list may be out of date or incomplete. %1").arg(describeBriefly(*error));
    else if (!isEmpty && store.status() == DirectoryStatus::Incomplete)
        notice = tr("The list is incomplete: %1").arg(store.notes().value(0));
    m_notice->setNotice(notice, store.notes(), m_services.loader.isLoading() ? QString() : tr("Try again"));
    m_notice->setError(isEmpty ? std::nullopt : error);

    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (isEmpty && error) {
        m_statePage->showError(tr("The users could not be read"), *error, tr("Try again"));
    } else if (isEmpty && store.status() == DirectoryStatus::Complete) {
        m_statePage->showMessage(
            tr("This organisation has no users"),
            tr("Nobody was listed. If you expected users, your account may not see their division."));
    } else if (isEmpty || store.status() == DirectoryStatus::Loading) {
        m_statePage->showProgress(tr("Reading users…"), static_cast<int>(store.users().size()),
                                  store.expectedTotal());
    } else {
        m_statePage->showFailure(tr("No user matches"),
                                 tr("No user in this list has all of the words that you typed. "
                                    "Look in all states, or search for less."),
                                 tr("Show all users"));
    }
    m_stack->setCurrentWidget(m_statePage);
}

QStringList UsersPage::selectedUserIds() const
{
    return m_table->selectedUserIds();
}

QTableView *UsersPage::table() const
{
    return m_table;
}

QMenu *UsersPage::columnMenu() const
{
    return m_table->columnMenu();
}

void UsersPage::addContextActions(const QList<QAction *> &actions)
{
    m_table->addActions(actions);
}

void UsersPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool UsersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) { // leaves the search: first the text, then the field
            if (m_search->text().isEmpty())
                m_table->setFocus();
            else
                m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_table->setFocus();
            if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
                m_table->selectRow(0);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QStringList UsersPage::shownColumnTitles() const
{
    QStringList titles;
    for (const int column : m_table->shownColumns())
        titles.append(UserTableModel::columnTitle(static_cast<UserColumn>(column)));
    return titles;
}

QStringList UsersPage::shownUserIds() const
{
    const QStringList selected = selectedUserIds();
    return selected.size() > 1 ? selected : m_model->visibleIds();
}

QList<QStringList> UsersPage::shownRows() const
{
    QList<QStringList> rows;
    const QList<int> columns = m_table->shownColumns();
    for (const QString &id : shownUserIds()) {
        const User *user = m_services.users.find(id);
        if (user == nullptr)
            continue;
        QStringList row;
        for (const int column : columns)
            row.append(UserTableModel::displayValue(*user, static_cast<UserColumn>(column)));
        rows.append(row);
    }
    return rows;
}

void UsersPage::saveState(QSettings &settings) const
{
    settings.beginGroup(QStringLiteral("users"));
    m_table->saveState(settings);
    settings.setValue(QStringLiteral("state"), m_states->currentIndex());
    settings.setValue(QStringLiteral("search"), m_search->text());
    settings.endGroup();
}

void UsersPage::restoreState(QSettings &settings)
{
    settings.beginGroup(QStringLiteral("users"));
    m_table->restoreState(settings);
    m_states->setCurrentIndex(settings.value(QStringLiteral("state"), int(StateFilterBar::Active)).toInt());
    m_search->setText(settings.value(QStringLiteral("search")).toString());
    settings.endGroup();
}

} // namespace offboarding::ui
