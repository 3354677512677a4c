// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/planneddeletionsdialog.h"

#include "ui/models/planneddeletionmodel.h"
#include "ui/widgets/statepage.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

PlannedDeletionsDialog::PlannedDeletionsDialog(const IntentionStore &store, const Connection &here,
                                               QWidget *parent)
    : QDialog(parent), m_here(here), m_model(new PlannedDeletionModel(store, this)),
      m_table(new QTableView(this)), m_pages(new QStackedWidget(this)), m_problem(new QLabel(this)),
      m_cancel(new QPushButton(tr("Cancel &deletion"), this)),
      m_forceDelete(new QPushButton(tr("&Force delete…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("plannedDeletionsDialog"));
    setWindowTitle(tr("Planned deletions"));
    setSizeGripEnabled(true);

    auto *explanation = new QLabel(
        tr("These users were deactivated, and somebody planned to delete them later. Nothing is deleted by "
           "itself: when the date has come, go through Force delete… with all its checks, or cancel."),
        this);
    explanation->setTextFormat(Qt::PlainText);
    explanation->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problemLabel"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    m_table->setObjectName(QStringLiteral("plannedDeletionsTableView"));
    m_table->setAccessibleName(tr("Planned deletions"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = m_table->fontMetrics().averageCharWidth();
    m_table->setColumnWidth(PlannedDeletionModel::UserColumn, character * 38);
    m_table->setColumnWidth(PlannedDeletionModel::OrganizationColumn, character * 22);
    m_table->setColumnWidth(PlannedDeletionModel::DueColumn, character * 24);
    m_table->setColumnWidth(PlannedDeletionModel::CountdownColumn, character * 18);
    m_table->setColumnWidth(PlannedDeletionModel::StateColumn, character * 48);
    auto *empty = new StatePage(this);
    empty->showMessage(tr("No deletion is planned"),
                       tr("Tick “Delete after … days” while deactivating to plan one."));
    m_pages->addWidget(empty);
    m_pages->addWidget(m_table);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_cancel->setObjectName(QStringLiteral("cancelDeletionPushButton"));
    m_cancel->setAutoDefault(false);
    m_forceDelete->setObjectName(QStringLiteral("forceDeletePushButton"));
    m_forceDelete->setAutoDefault(false);
    buttons->addButton(m_forceDelete, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::ActionRole);
    m_cancel->setAutoDefault(false);
    m_forceDelete->setAutoDefault(false);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setObjectName(QStringLiteral("closePushButton"));
    close->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(m_problem);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (const Intention *chosen = current())
            Q_EMIT cancelRequested(chosen->id);
    });
    connect(m_forceDelete, &QPushButton::clicked, this, [this] {
        const Intention *chosen = current();
        if (chosen == nullptr)
            return;
        const QString userId = chosen->userId;
        accept();
        Q_EMIT forceDeleteRequested(userId);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (now.isValid())
                    m_currentId = now.data(PlannedDeletionModel::IdRole).toString();
                updateButtons();
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
        const int row = std::max(0, m_model->rowOf(m_currentId));
        if (row < m_model->rowCount())
            m_table->selectRow(row);
        updateButtons();
    });
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_model->tick();
        updateButtons();
    });
    m_tick.start();
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    updateButtons();
    close->setFocus(Qt::OtherFocusReason);
    const QSize available = screen()->availableSize();
    resize(std::min(1180, available.width() - 40), std::min(440, available.height() - 60));
}

const Intention *PlannedDeletionsDialog::current() const
{
    return m_model->intentionAt(m_table->currentIndex().row());
}

void PlannedDeletionsDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void PlannedDeletionsDialog::updateButtons()
{
    const Intention *chosen = current();
    const bool isOpen = chosen != nullptr && chosen->isOpen();
    const bool isHere = chosen != nullptr && !m_here.organizationId.isEmpty() &&
                        chosen->organizationId == m_here.organizationId;
    const bool isEarly = isOpen && chosen->state(QDateTime::currentDateTimeUtc()) == IntentionState::Waiting;
    m_cancel->setEnabled(isOpen);
    m_cancel->setToolTip(isOpen              ? tr("The user stays deactivated and is not deleted")
                         : chosen != nullptr ? tr("This one is over")
                                             : tr("Select a planned deletion first"));
    m_forceDelete->setEnabled(isOpen && isHere && !isEarly);
    m_forceDelete->setToolTip(!isOpen   ? m_cancel->toolTip()
                              : !isHere ? tr("Open a connection to that organisation first")
                              : isEarly ? tr("Its date has not come yet; cancel it to decide otherwise")
                                        : tr("Opens the dialog with all its checks; nothing is sent yet"));
}

} // namespace offboarding::ui
