// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activitypane.h"

#include "ui/models/activitymodel.h"
#include "ui/models/httplogmodel.h"
#include "ui/widgets/iconset.h"
#include "ui/widgets/rategauge.h"
#include "ui/widgets/runbar.h"
#include "ui/widgets/statepage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace offboarding::ui {

namespace {

QTableView *createTable(QAbstractItemModel *model, const QString &objectName, const QString &name,
                        QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(objectName);
    table->setAccessibleName(name);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 10);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

} // namespace

ActivityPane::ActivityPane(Runner &runner, HttpLogModel &log, QWidget *parent)
    : QTabWidget(parent), m_runner(runner), m_model(new ActivityModel(runner, this))
{
    setObjectName(QStringLiteral("activityTabWidget"));
    setDocumentMode(true);
    addTab(createActivity(), tr("Activity"));
    addTab(createLog(log), tr("HTTP log"));
    connect(&runner, &Runner::runStateChanged, this, &ActivityPane::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        m_runs->selectRow(0); // the newest run is what one wants to see
        setCurrentIndex(0);
    });
    updateButtons();
}

QWidget *ActivityPane::createActivity()
{
    auto *page = new QWidget(this);
    m_runs = createTable(m_model, QStringLiteral("activityTableView"), tr("Activity"), page);
    m_runs->setItemDelegateForColumn(ActivityModel::ProgressColumn,
                                     new RunBarDelegate(ActivityModel::CountsRole, m_runs));
    const int character = m_runs->fontMetrics().averageCharWidth();
    m_runs->setColumnWidth(ActivityModel::ActColumn, character * 18);
    m_runs->setColumnWidth(ActivityModel::UsersColumn, character * 34);
    m_runs->setColumnWidth(ActivityModel::StateColumn, character * 14);
    m_runs->setColumnWidth(ActivityModel::ProgressColumn, character * 30);
    m_runs->setColumnWidth(ActivityModel::RemainingColumn, character * 20);
    m_pause = new QPushButton(actionIcon(QStringLiteral("pause")), tr("Pause"), this);
    m_pause->setObjectName(QStringLiteral("pausePushButton"));
    m_stop = new QPushButton(actionIcon(QStringLiteral("stop")), tr("Stop"), this);
    m_stop->setObjectName(QStringLiteral("stopPushButton"));
    m_stop->setToolTip(
        tr("Stops before the next step. A request that is on its way cannot be called back: it is "
           "awaited and recorded. What was done stays done."));
    m_retry = new QPushButton(actionIcon(QStringLiteral("refresh")), tr("Retry failed…"), this);
    m_retry->setObjectName(QStringLiteral("retryFailedPushButton"));
    m_retry->setToolTip(tr("Plan the act anew for the users who are not finished"));
    m_result = new QPushButton(tr("Show result"), this);
    m_result->setObjectName(QStringLiteral("showResultPushButton"));
    m_gauge = new RateGauge(this);
    m_gauge->setObjectName(QStringLiteral("activityRateGauge"));
    // Beside the tabs, so that a pane of a few lines shows rows and not buttons.
    auto *corner = new QWidget(this);
    auto *buttons = new QHBoxLayout(corner);
    buttons->setContentsMargins(4, 2, 6, 2);
    buttons->addWidget(m_gauge);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_result);
    setCornerWidget(corner, Qt::TopRightCorner);
    connect(this, &QTabWidget::currentChanged, corner,
            [this, corner] { corner->setVisible(currentIndex() == 0); });
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(4, 4, 4, 4);
    auto *empty = new StatePage(page);
    empty->showMessage(tr("Nothing was done yet"),
                       tr("Each act appears here with its progress, and its result stays."));
    auto *stack = new QStackedWidget(page);
    stack->addWidget(empty);
    stack->addWidget(m_runs);
    layout->addWidget(stack, 1);
    connect(m_model, &QAbstractItemModel::rowsInserted, stack, [stack] { stack->setCurrentIndex(1); });
    if (m_model->rowCount() > 0)
        stack->setCurrentIndex(1);

    connect(m_runs->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityPane::updateButtons);
    connect(m_runs, &QTableView::activated, this, [this] { Q_EMIT resultRequested(currentRunId()); });
    connect(m_result, &QPushButton::clicked, this, [this] { Q_EMIT resultRequested(currentRunId()); });
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(currentRunId()); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_runner.stop(currentRunId()); });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        const RunResult *run = m_runner.find(currentRunId());
        if (run != nullptr && run->state == RunState::Paused)
            m_runner.resume(run->id);
        else
            m_runner.pause(currentRunId());
    });
    return page;
}

QWidget *ActivityPane::createLog(HttpLogModel &log)
{
    QTableView *table = createTable(&log, QStringLiteral("httpLogTableView"), tr("HTTP log"), this);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const int character = table->fontMetrics().averageCharWidth();
    table->setColumnWidth(HttpLogModel::Time, character * 16);
    table->setColumnWidth(HttpLogModel::Method, character * 10);
    table->setColumnWidth(HttpLogModel::Target, character * 70);
    table->setColumnWidth(HttpLogModel::CorrelationId, character * 40);
    auto *copy = new QAction(actionIcon(QStringLiteral("copy")), tr("Copy rows"), table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    table->addAction(copy);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [table, &log] {
        QStringList lines;
        for (const QModelIndex &index : table->selectionModel()->selectedRows())
            lines.append(log.rowText(index.row()));
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    // Follows the newest request as long as one is at the end, and leaves a reader alone who scrolled up.
    table->setProperty("follows", true);
    connect(&log, &QAbstractItemModel::rowsAboutToBeInserted, table, [table] {
        const QScrollBar *bar = table->verticalScrollBar();
        if (table->isVisible()) // a hidden bar knows nothing
            table->setProperty("follows", bar->value() == bar->maximum());
    });
    const auto follow = [table] {
        if (table->isVisible() && table->property("follows").toBool())
            table->scrollToBottom();
    };
    connect(&log, &QAbstractItemModel::rowsInserted, table, follow);
    connect(this, &QTabWidget::currentChanged, table, follow);
    return table;
}

QString ActivityPane::currentRunId() const
{
    return m_model->runIdAt(m_runs->currentIndex().row());
}

void ActivityPane::updateButtons()
{
    const RunResult *run = m_runner.find(currentRunId());
    const bool isActive = run != nullptr && run->state != RunState::Finished;
    const bool isPaused = run != nullptr && run->state == RunState::Paused;
    m_pause->setEnabled(isActive && run->state != RunState::Stopping && run->state != RunState::Waiting);
    m_pause->setText(isPaused ? tr("Go on") : tr("Pause"));
    m_stop->setEnabled(isActive && run->state != RunState::Stopping);
    m_retry->setEnabled(run != nullptr && !isActive && run->plan.act != Act::Undo &&
                        !m_runner.unfinishedUserIds(run->id).isEmpty());
    m_result->setEnabled(run != nullptr);
    m_gauge->setVisible(m_runner.isRunning());
}

void ActivityPane::setRateBudget(const RateBudget &budget)
{
    m_gauge->setBudget(budget);
}

void ActivityPane::tick()
{
    m_model->tick();
}

} // namespace offboarding::ui
