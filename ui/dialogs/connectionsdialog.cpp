// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectionsdialog.h"

#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

enum Column { NameColumn, EnvironmentColumn, ServerColumn, MethodColumn, OrganizationColumn, ColumnCount };

} // namespace

ConnectionsDialog::ConnectionsDialog(QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget(0, ColumnCount, this)), m_notice(new QLabel(this)),
      m_empty(new QLabel(this)), m_open(addButton(tr("&Open"), QStringLiteral("openPushButton"))),
      m_add(addButton(tr("&Add…"), QStringLiteral("addPushButton"))),
      m_edit(addButton(tr("&Edit…"), QStringLiteral("editPushButton"))),
      m_duplicate(addButton(tr("&Duplicate…"), QStringLiteral("duplicatePushButton"))),
      m_remove(addButton(tr("&Remove…"), QStringLiteral("removePushButton"))),
      m_import(addButton(tr("&Import…"), QStringLiteral("importPushButton"))),
      m_export(addButton(tr("E&xport…"), QStringLiteral("exportPushButton")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("connectionsDialog"));
    setWindowTitle(tr("Manage connections"));

    m_table->setObjectName(QStringLiteral("connectionsTableWidget"));
    m_table->setAccessibleName(tr("Connections"));
    m_table->setHorizontalHeaderLabels(
        {tr("Name"), tr("Environment"), tr("Server"), tr("Sign-in"), tr("Organisation")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (QLabel *label : {m_notice, m_empty}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_notice->setObjectName(QStringLiteral("noticeLabel"));
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    m_empty->setObjectName(QStringLiteral("emptyLabel"));
    m_empty->setText(tr("There is no connection yet. Add one for your organisation, or import a file that a "
                        "colleague exported: it holds no secrets."));
    m_export->setToolTip(tr("The selected connections, or all; secrets are never in the file"));

    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_open, m_add, m_edit, m_duplicate, m_remove})
        buttons->addWidget(button);
    buttons->addSpacing(16);
    buttons->addWidget(m_import);
    buttons->addWidget(m_export);
    buttons->addStretch();
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_table, 1);
    middle->addLayout(buttons);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_empty);
    layout->addLayout(middle, 1);
    layout->addWidget(box);
    resize(820, 420);

    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ConnectionsDialog::updateButtons);
    connect(m_table, &QTableWidget::itemActivated, this, [this] { m_open->click(); });
    connect(m_add, &QPushButton::clicked, this, &ConnectionsDialog::addRequested);
    connect(m_import, &QPushButton::clicked, this, &ConnectionsDialog::importRequested);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(selectedIds()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(selectedIds()); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(selectedIds().value(0)); });
    connect(m_duplicate, &QPushButton::clicked, this,
            [this] { Q_EMIT duplicateRequested(selectedIds().value(0)); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(selectedIds().value(0)); });
    updateButtons();
}

QPushButton *ConnectionsDialog::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

void ConnectionsDialog::setConnections(const QList<Connection> &connections, const QUuid &openId)
{
    const QList<QUuid> selected = selectedIds();
    m_connections = connections;
    m_openId = openId;
    m_table->clearContents();
    m_table->setRowCount(static_cast<int>(connections.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Connection &connection = connections.at(row);
        const bool isOpen = !openId.isNull() && connection.id == openId;
        const auto cell = [&](Column column, const QString &text) {
            m_table->setItem(row, column, new QTableWidgetItem(text));
        };
        cell(NameColumn, isOpen ? tr("%1 (open)").arg(connection.name) : connection.name);
        cell(EnvironmentColumn, displayText(connection.environment));
        cell(ServerColumn, serverText(connection));
        cell(MethodColumn, displayText(connection.signInMethod));
        cell(OrganizationColumn, connection.organizationName.isEmpty()
                                     ? tr("not read yet")
                                     : connection.organizationName.simplified().left(200));
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setColumnWidth(column, qBound(90, m_table->columnWidth(column), 240));
    m_empty->setVisible(connections.isEmpty());
    for (const QUuid &id : selected)
        select(id);
    if (selectedIds().isEmpty() && !connections.isEmpty())
        m_table->setCurrentCell(0, 0);
    updateButtons();
}

void ConnectionsDialog::setNotice(const QString &text, bool isProblem)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    QFont font = this->font();
    font.setBold(isProblem);
    m_notice->setFont(font);
}

void ConnectionsDialog::select(const QUuid &id)
{
    for (int row = 0; row < m_connections.size(); ++row) {
        if (m_connections.at(row).id == id)
            m_table->setCurrentCell(row, 0);
    }
}

QList<QUuid> ConnectionsDialog::selectedIds() const
{
    QList<QUuid> ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        if (index.row() < m_connections.size())
            ids.append(m_connections.at(index.row()).id);
    }
    return ids;
}

void ConnectionsDialog::updateButtons()
{
    const QList<QUuid> ids = selectedIds();
    const bool isOne = ids.size() == 1;
    const bool holdsOpen = !m_openId.isNull() && ids.contains(m_openId);
    const auto set = [](QPushButton *button, bool isEnabled, const QString &whyNot) {
        button->setEnabled(isEnabled);
        button->setToolTip(isEnabled ? QString() : whyNot);
        button->setAccessibleDescription(isEnabled ? QString() : whyNot);
    };
    const QString selectOne = tr("Select exactly one connection");
    set(m_open, isOne && !holdsOpen, holdsOpen ? tr("This connection is open already") : selectOne);
    set(m_edit, isOne, selectOne);
    set(m_duplicate, isOne, selectOne);
    set(m_remove, !ids.isEmpty() && !holdsOpen,
        holdsOpen ? tr("This connection is open: switch to another one first") : tr("Select a connection"));
    m_export->setEnabled(!m_connections.isEmpty());
}

} // namespace offboarding::ui
