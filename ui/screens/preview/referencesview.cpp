// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/preview/referencesview.h"

#include "ui/models/referencetreemodel.h"
#include "ui/screens/preview/referencescontroller.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/iconset.h"
#include "ui/widgets/statepage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace offboarding::ui {

namespace {

constexpr int mostExpandedPersons = 5;

QString headerKey()
{
    return QStringLiteral("preview/referencesHeader");
}

QString namesOf(const QStringList &sources)
{
    constexpr int mostNames = 4;
    QStringList names;
    for (const QString &source : sources.mid(0, mostNames))
        names.append(sourceDisplayName(source));
    if (sources.size() > mostNames)
        names.append(QStringLiteral("…"));
    return names.join(QLatin1String(", "));
}

} // namespace

ReferencesView::ReferencesView(Services services, QWidget *parent)
    : QWidget(parent), m_controller(new ReferencesController(std::move(services), this)),
      m_model(new ReferenceTreeModel(this))
{
    setObjectName(QStringLiteral("referencesView"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    auto *header = new QWidget(this);
    buildHeader(header);
    layout->addWidget(header);
    buildTree();
    m_statePage = new StatePage(this);
    m_statePage->showMessage(
        tr("No user selected"),
        tr("Select a user to see everything that still refers to them: conversations, queues, groups, roles, "
           "phones and what else they own."));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_tree);
    layout->addWidget(m_stack, 1);
    connect(m_controller, &ReferencesController::changed, this, &ReferencesView::updateRows);
    connect(m_controller, &ReferencesController::overviewChanged, this, &ReferencesView::updateHeader);
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &ReferencesView::tick);
    updateRows();
}

void ReferencesView::buildHeader(QWidget *header)
{
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    m_summary = new QLabel(header);
    m_summary->setObjectName(QStringLiteral("referencesSummaryLabel"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setWordWrap(true);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress = new QProgressBar(header);
    m_progress->setObjectName(QStringLiteral("referencesProgressBar"));
    m_progress->setAccessibleName(tr("Reading references"));
    m_progress->setFormat(tr("%v of %m"));
    m_progress->setToolTip(tr("Requests answered"));
    m_progress->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    m_progress->setMaximumWidth(180);
    m_stop = new QPushButton(actionIcon(QStringLiteral("stop")), tr("Stop"), header);
    m_stop->setObjectName(QStringLiteral("stopReferencesPushButton"));
    m_stop->setAccessibleName(tr("Stop reading references"));
    m_stop->setToolTip(tr("What was not read yet stays as it was."));
    m_read = new QPushButton(header);
    m_read->setObjectName(QStringLiteral("readReferencesPushButton"));
    row->addWidget(m_summary, 1);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addWidget(m_read);
    connect(m_stop, &QPushButton::clicked, m_controller, &ReferencesController::stop);
    connect(m_read, &QPushButton::clicked, m_controller, &ReferencesController::readAgain);
}

void ReferencesView::buildTree()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("referencesTreeView"));
    m_tree->setAccessibleName(tr("References"));
    m_tree->setModel(m_model);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const int letter = fontMetrics().averageCharWidth();
    constexpr std::array widths{30, 17, 17, 38, 11};
    for (int column = 0; column < ReferenceTreeModel::ColumnCount; ++column)
        m_tree->setColumnWidth(column, letter * widths[static_cast<size_t>(column)] + 12);

    auto *copy = new QAction(actionIcon(QStringLiteral("copy")), tr("Copy rows"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ReferencesView::copyRows);
    auto *expand = new QAction(tr("Expand all"), m_tree);
    connect(expand, &QAction::triggered, m_tree, &QTreeView::expandAll);
    auto *collapse = new QAction(tr("Collapse all"), m_tree);
    connect(collapse, &QAction::triggered, m_tree, &QTreeView::collapseAll);
    m_tree->addActions({copy, expand, collapse});
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        for (int row = 0; row < m_model->rowCount() && m_model->rowCount() <= mostExpandedPersons; ++row)
            m_tree->expand(m_model->index(row, 0));
    });
}

void ReferencesView::setUserIds(const QStringList &userIds)
{
    m_controller->setUserIds(userIds);
    updateHeader();
}

void ReferencesView::updateRows()
{
    m_model->setPersons(m_controller->persons());
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_tree) : m_statePage);
    updateHeader();
}

void ReferencesView::updateHeader()
{
    const ReferencesController::Overview overview = m_controller->overview();
    const auto users = static_cast<int>(m_controller->selectedUsers());
    QStringList parts;
    if (users > ReferencesController::mostUsers)
        parts.append(tr("Only the first %1 of the selected users.")
                         .arg(locale().toString(ReferencesController::mostUsers)));
    if (overview.isReading)
        parts.append(tr("Reading…"));
    else if (overview.unread > 0)
        parts.append(tr("%n source(s) not read yet.", nullptr, overview.unread));
    if (overview.untrusted > 0)
        parts.append(tr("%n source(s) not known for certain: %1.", nullptr, overview.untrusted)
                         .arg(namesOf(overview.untrustedSources)));
    else if (!overview.isReading && overview.unread == 0 && users > 0)
        parts.append(tr("Every source was read."));
    if (overview.oldestRead.isValid())
        parts.append(tr("The oldest reading is %1 old.")
                         .arg(ageText(overview.oldestRead, QDateTime::currentDateTimeUtc())));
    m_summary->setText(users == 0 ? tr("Everything that refers to the selected users")
                                  : parts.join(QLatin1Char(' ')));
    m_progress->setVisible(overview.isReading);
    m_progress->setRange(0, overview.asked);
    m_progress->setValue(overview.answered);
    m_stop->setVisible(overview.isReading);
    m_read->setVisible(users > 0);
    m_read->setEnabled(!overview.isReading);
    m_read->setText(overview.unread > 0 && users > 1 ? tr("Read everything of %n user(s)", nullptr,
                                                          std::min(users, ReferencesController::mostUsers))
                                                     : tr("Read again"));
    m_read->setAccessibleName(users > 1 ? m_read->text() : tr("Read all references again"));
}

QModelIndexList ReferencesView::shownRows() const
{
    QModelIndexList rows;
    const int bottom = m_tree->viewport()->height();
    for (QModelIndex index = m_tree->indexAt(QPoint(0, 0)); index.isValid();
         index = m_tree->indexBelow(index)) {
        if (m_tree->visualRect(index).top() > bottom)
            break;
        rows.append(index.siblingAtColumn(0));
    }
    return rows;
}

void ReferencesView::tick()
{
    m_model->setNow(QDateTime::currentDateTimeUtc(), shownRows());
    updateHeader();
}

void ReferencesView::copyRows() const
{
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    // From top to bottom, whatever the order of selecting was.
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex &left, const QModelIndex &right) {
        return m_tree->visualRect(left).top() < m_tree->visualRect(right).top();
    });
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows)) {
        const QString text = m_model->rowText(index);
        lines.append(m_model->isEntry(index) ? QString(QLatin1Char('\t') + text) : text);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ReferencesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_controller->setShown(true);
    m_ticker.start();
    tick();
}

void ReferencesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_controller->setShown(false);
    m_ticker.stop();
}

void ReferencesView::saveState(QSettings &settings) const
{
    settings.setValue(headerKey(), m_tree->header()->saveState());
}

void ReferencesView::restoreState(QSettings &settings)
{
    m_tree->header()->restoreState(settings.value(headerKey()).toByteArray());
}

} // namespace offboarding::ui
