// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/users/userspage.h"

#include "ui/models/usertablemodel.h"
#include "ui/screens/users/statefilterbar.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/iconset.h"
#include "ui/widgets/statepage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

constexpr int selectionRestMilliseconds = 150;

QTableView *createTable(QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QStringLiteral("usersTableView"));
    table->setAccessibleName(UsersPage::tr("Users"));
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false); // Tab leaves the table; the arrows move in it
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    const int character = table->fontMetrics().averageCharWidth();
    const QList<int> widths{22, 28, 16, 18, 14, 11, 12, 16, 7, 17, 38};
    for (int column = 0; column < userColumnCount; ++column)
        table->setColumnWidth(column, character * widths.at(column) + 16);
    table->setColumnHidden(static_cast<int>(UserColumn::RoutingStatus), true);
    table->setColumnHidden(static_cast<int>(UserColumn::Id), true);
    header->setSortIndicator(0, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    return table;
}

} // namespace

UsersPage::UsersPage(Services services, QWidget *parent)
    : QWidget(parent), m_services(services), m_model(new UserTableModel(services.users, this)),
      m_search(new QLineEdit(this)), m_states(new StateFilterBar(this)), m_table(createTable(m_model, this)),
      m_statePage(new StatePage(this)), m_stack(new QStackedWidget(this)), m_notice(new QLabel(this)),
      m_columnMenu(new QMenu(tr("Columns"), this))
{
    m_search->setObjectName(QStringLiteral("userSearchLineEdit"));
    m_search->setAccessibleName(tr("Search users"));
    m_search->setPlaceholderText(tr("Search name, e-mail, department, title or ID"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(actionIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_notice->setObjectName(QStringLiteral("usersNoticeLabel"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setFrameShape(QFrame::StyledPanel);
    m_notice->hide();

    auto *columns = new QToolButton(this);
    columns->setObjectName(QStringLiteral("columnsToolButton"));
    columns->setText(tr("Columns"));
    columns->setAccessibleName(tr("Columns"));
    columns->setToolTip(tr("Choose the columns of the table"));
    columns->setIcon(actionIcon(QStringLiteral("columns")));
    columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setMenu(m_columnMenu);
    for (int column = 0; column < userColumnCount; ++column) {
        QAction *action =
            m_columnMenu->addAction(UserTableModel::columnTitle(static_cast<UserColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        action->setEnabled(column != 0); // without a name nobody can be told from anybody
        action->setData(column);
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { m_table->setColumnHidden(column, !isShown); });
    }

    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->addLayout(top);
    layout->addWidget(m_states);
    layout->addWidget(m_notice);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_statePage);
    layout->addWidget(m_stack, 1);
    setTabOrder(m_search, m_states);
    setTabOrder(m_states, m_table);

    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(selectionRestMilliseconds);
    connect(&m_selectionTimer, &QTimer::timeout, this,
            [this] { Q_EMIT selectionSettled(selectedUserIds()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_selectionTimer.start();
        Q_EMIT selectionChanged();
    });
    connect(m_table->horizontalHeader(), &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint &point) {
                m_columnMenu->popup(m_table->horizontalHeader()->mapToGlobal(point));
            });
    connect(m_search, &QLineEdit::textChanged, this, &UsersPage::applyFilter);
    connect(m_states, &QTabBar::currentChanged, this, &UsersPage::applyFilter);
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
    static_cast<StateFilterBar *>(m_states)->showCounts(m_services.users.counts(), m_services.users.status());
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
    m_notice->setText(notice);
    m_notice->setToolTip(
        QStringLiteral("<p>%1</p>").arg(store.notes().join(QLatin1Char('\n')).toHtmlEscaped()));
    m_notice->setVisible(!notice.isEmpty());

    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (isEmpty && error) {
        m_statePage->showFailure(tr("The users could not be read"), describeBriefly(*error), tr("Try again"));
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
    QStringList ids;
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    for (const int row : std::as_const(rows))
        ids.append(m_model->userIdAt(row));
    return ids;
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

QList<int> UsersPage::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < userColumnCount; ++visual) {
        const int logical = m_table->horizontalHeader()->logicalIndex(visual);
        if (!m_table->isColumnHidden(logical))
            columns.append(logical);
    }
    return columns;
}

QStringList UsersPage::shownColumnTitles() const
{
    QStringList titles;
    for (const int column : shownColumns())
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
    const QList<int> columns = shownColumns();
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
    settings.setValue(QStringLiteral("header"), m_table->horizontalHeader()->saveState());
    settings.setValue(QStringLiteral("state"), m_states->currentIndex());
    settings.setValue(QStringLiteral("search"), m_search->text());
    settings.endGroup();
}

void UsersPage::restoreState(QSettings &settings)
{
    settings.beginGroup(QStringLiteral("users"));
    const QByteArray header = settings.value(QStringLiteral("header")).toByteArray();
    if (!header.isEmpty() && m_table->horizontalHeader()->restoreState(header)) {
        m_table->setColumnHidden(0, false);
        m_model->sort(m_table->horizontalHeader()->sortIndicatorSection(),
                      m_table->horizontalHeader()->sortIndicatorOrder());
        for (QAction *action : m_columnMenu->actions())
            action->setChecked(!m_table->isColumnHidden(action->data().toInt()));
    }
    m_states->setCurrentIndex(settings.value(QStringLiteral("state"), int(StateFilterBar::Active)).toInt());
    m_search->setText(settings.value(QStringLiteral("search")).toString());
    settings.endGroup();
}

} // namespace offboarding::ui
