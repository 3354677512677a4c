// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/reportcheck/reportcheckwindow.h"

#include "ui/models/reportdefinitionmodel.h"
#include "ui/models/searchindexmodel.h"
#include "ui/screens/reportcheck/reportcheckcontroller.h"
#include "ui/widgets/copyofferbutton.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statepage.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace offboarding::ui {

namespace {

constexpr int mostIndexRows = 4; ///< without scrolling

using State = ReportCheckController::State;

void setUpTable(QTableView *table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

template <size_t Count> void setWidths(QTableView *table, const std::array<int, Count> &letters)
{
    const int letter = table->fontMetrics().averageCharWidth();
    for (size_t column = 0; column < Count; ++column)
        table->setColumnWidth(static_cast<int>(column), letter * letters[column] + 12);
}

QLabel *plainLabel(const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ReportCheckWindow::ReportCheckWindow(ReportCheckController &controller, QWidget *parent)
    : QDialog(parent), m_controller(controller), m_index(new SearchIndexModel(this)),
      m_definitions(new ReportDefinitionModel(this)), m_sorted(new QSortFilterProxyModel(this)),
      m_headline(plainLabel(QStringLiteral("headlineLabel"), this)), m_notice(new NoticeBar(this)),
      m_indexTable(new QTableView(this)), m_summary(plainLabel(QStringLiteral("reportSummaryLabel"), this)),
      m_stack(new QStackedWidget(this)), m_statePage(new StatePage(this)),
      m_definitionTable(new QTableView(this)), m_explanation(new QPlainTextEdit(this)),
      m_copy(new CopyOfferButton(this))
{
    setObjectName(QStringLiteral("reportCheckWindow"));
    setWindowTitle(tr("Report check"));
    setSizeGripEnabled(true);
    QFont bold = m_headline->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_headline->setFont(bold);
    buildIndexTable();
    buildDefinitionTable();
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_definitionTable);
    m_explanation->setObjectName(QStringLiteral("explanationPlainTextEdit"));
    m_explanation->setAccessibleName(tr("What to do about the selected row"));
    m_explanation->setReadOnly(true);
    m_explanation->setTabChangesFocus(true);
    m_explanation->setFixedHeight(6 * m_explanation->fontMetrics().lineSpacing());

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(m_notice);
    layout->addWidget(m_indexTable);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_explanation);
    layout->addWidget(m_copy, 0, Qt::AlignLeading);
    layout->addWidget(buildProgress());
    layout->addWidget(buildButtons());

    connect(&m_controller, &ReportCheckController::readingChanged, this, &ReportCheckWindow::updateReading);
    connect(&m_controller, &ReportCheckController::stateChanged, this, &ReportCheckWindow::updateState);
    connect(&m_controller, &ReportCheckController::progressChanged, this, &ReportCheckWindow::updateProgress);
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] { m_controller.checkAgain(); });
    connect(m_statePage, &StatePage::actionTriggered, this, [this] { m_controller.checkAgain(); });
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &ReportCheckWindow::tick);
    const QSize available = screen()->availableSize();
    resize(std::min(1000, available.width() - 40), std::min(660, available.height() - 60));
    updateState();
}

void ReportCheckWindow::buildIndexTable()
{
    m_indexTable->setObjectName(QStringLiteral("searchIndexTableView"));
    m_indexTable->setAccessibleName(tr("Search index"));
    m_indexTable->setModel(m_index);
    setUpTable(m_indexTable);
    setWidths(m_indexTable, std::array{44, 22, 22, 12});
    m_indexTable->setSelectionMode(QAbstractItemView::NoSelection);
    m_indexTable->setFocusPolicy(Qt::TabFocus);
    m_indexTable->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ReportCheckWindow::buildDefinitionTable()
{
    m_sorted->setSourceModel(m_definitions);
    m_sorted->setSortRole(ReportDefinitionModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_definitionTable->setObjectName(QStringLiteral("reportDefinitionsTableView"));
    m_definitionTable->setAccessibleName(tr("Report definitions"));
    m_definitionTable->setModel(m_sorted);
    setUpTable(m_definitionTable);
    m_definitionTable->setSortingEnabled(true);
    m_definitionTable->sortByColumn(ReportDefinitionModel::FindingColumn, Qt::AscendingOrder);
    setWidths(m_definitionTable, std::array{28, 14, 25, 17, 28, 45});
    connect(m_definitionTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReportCheckWindow::explain);
}

QWidget *ReportCheckWindow::buildProgress()
{
    auto *row = new QWidget(this);
    m_progress = new QProgressBar(row);
    m_progress->setObjectName(QStringLiteral("reportCheckProgressBar"));
    m_progress->setAccessibleName(tr("Report check"));
    m_progress->setFormat(tr("%v of %m"));
    m_elapsed = plainLabel(QStringLiteral("elapsedLabel"), row);
    m_elapsed->setWordWrap(false);
    m_stop = new QPushButton(tr("&Stop"), row);
    m_stop->setObjectName(QStringLiteral("stopPushButton"));
    m_stop->setToolTip(tr("What was read stays; what was not is shown as unknown"));
    m_stop->setAutoDefault(false);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_controller.stop(); });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_elapsed);
    layout->addWidget(m_stop);
    return row;
}

QWidget *ReportCheckWindow::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(QStringLiteral("closePushButton"));
    close->setText(tr("Close"));
    close->setDefault(true);
    m_again = buttons->addButton(tr("Check &again"), QDialogButtonBox::ActionRole);
    m_again->setObjectName(QStringLiteral("checkAgainPushButton"));
    m_again->setAutoDefault(false);
    m_export = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(QStringLiteral("exportReportCheckPushButton"));
    m_export->setToolTip(tr("Write everything that is listed here to a file"));
    m_export->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, [this] { m_controller.checkAgain(); });
    connect(m_export, &QPushButton::clicked, this, &ReportCheckWindow::exportRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ReportCheckWindow::showFor(const QStringList &userIds)
{
    m_definitions->clear();
    m_index->clear();
    m_progress->setRange(0, 0);
    m_definitionTable->setColumnHidden(ReportDefinitionModel::UserColumn, userIds.size() < 2);
    m_controller.check(userIds);
    show();
    raise();
    activateWindow();
}

void ReportCheckWindow::done(int result)
{
    m_controller.stop();
    QDialog::done(result);
}

QString ReportCheckWindow::headline() const
{
    const ReportCheckReading *reading = m_controller.reading();
    if (reading == nullptr || reading->users.isEmpty())
        return tr("Why reports may still show somebody");
    if (reading->users.size() == 1)
        return tr("Why reports may still show %1")
            .arg(inOneLine(reading->users.first().identity()).left(300));
    return tr("Why reports may still show %n user(s)", nullptr, static_cast<int>(reading->users.size()));
}

QString ReportCheckWindow::summary() const
{
    using Kind = ReportFindingKind;
    const int naming = m_definitions->count(Kind::NamesUser) + m_definitions->count(Kind::WatchesUser) +
                       m_definitions->count(Kind::TellsUser) + m_definitions->count(Kind::SharedWithUser) +
                       m_definitions->count(Kind::OwnedByUser);
    const int inactive =
        m_definitions->count(Kind::ShowsInactive) + m_definitions->count(Kind::MayShowInactive);
    const QStringList parts{
        tr("%n place(s) name the user(s)", nullptr, naming),
        tr("%n filter(s) do not exclude inactive users", nullptr, inactive),
        tr("%n thing(s) could not be looked into", nullptr, m_definitions->unreadableCount())};
    return parts.join(QStringLiteral(" · "));
}

void ReportCheckWindow::updateReading()
{
    const ReportCheckReading *reading = m_controller.reading();
    if (reading == nullptr)
        return;
    m_index->setReading(*reading);
    m_definitions->setReading(*reading);
    m_headline->setText(headline());
    const int rows = std::clamp(m_index->rowCount(), 1, mostIndexRows);
    m_indexTable->setFixedHeight(m_indexTable->horizontalHeader()->sizeHint().height() +
                                 rows * m_indexTable->verticalHeader()->defaultSectionSize() +
                                 2 * m_indexTable->frameWidth() + 2);
    if (m_sorted->rowCount() > 0 && !m_definitionTable->currentIndex().isValid())
        m_definitionTable->setCurrentIndex(m_sorted->index(0, 0));
    updateState();
}

void ReportCheckWindow::updateState()
{
    const State state = m_controller.state();
    const bool isReading = state == State::Reading;
    const bool hasRows = m_definitions->rowCount() > 0;
    m_progress->setVisible(isReading);
    m_stop->setVisible(isReading);
    m_stop->setEnabled(!m_controller.isStopping());
    m_again->setEnabled(!isReading && state != State::Idle);
    m_export->setEnabled(!isReading && state != State::Idle);
    m_summary->setText(hasRows ? summary() : QString());
    m_summary->setVisible(hasRows);
    m_explanation->setVisible(hasRows);
    const bool appears = hasRows && m_stack->currentWidget() != m_definitionTable;
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_definitionTable) : m_statePage);
    // Whoever went on to a button meanwhile stays there.
    if (appears && qobject_cast<QPushButton *>(focusWidget()) == nullptr)
        m_definitionTable->setFocus();
    if (!hasRows && isReading)
        m_statePage->showProgress(tr("Reading report definitions…"), m_progress->value(),
                                  m_progress->maximum());
    else if (!hasRows)
        m_statePage->showMessage(tr("Nothing was read"), tr("No report definition was looked into."));
    if (isReading && !m_ticker.isActive())
        m_ticker.start();
    else if (!isReading)
        m_ticker.stop();
    tick();
    updateNotice();
    explain();
}

void ReportCheckWindow::updateNotice()
{
    const ReportCheckReading *reading = m_controller.reading();
    const State state = m_controller.state();
    if (reading == nullptr || state == State::Reading || state == State::Idle) {
        m_notice->setNotice({}, {}, {});
        return;
    }
    QStringList problems;
    if (state == State::Stopped)
        problems.append(tr("Stopped: what was not read by then is not known."));
    if (const int behind = m_index->count(IndexState::Behind); behind > 0)
        problems.append(tr("The search index is still behind for %n user(s): lists and reports that use it "
                           "show an older state.",
                           nullptr, behind));
    if (const int unknown = m_index->count(IndexState::Unknown); unknown > 0)
        problems.append(
            tr("Whether the search index has caught up is not known for %n user(s).", nullptr, unknown));
    if (!reading->isComplete())
        problems.append(tr("Some definitions could not be read: how many show the user is not known."));
    m_notice->setNotice(problems.join(QLatin1Char(' ')), problems,
                        problems.isEmpty() ? QString() : tr("Check again"));
}

void ReportCheckWindow::updateProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    updateState();
}

void ReportCheckWindow::tick()
{
    const qint64 seconds = m_controller.elapsedMilliseconds() / 1000;
    switch (m_controller.state()) {
    case State::Idle:
        m_elapsed->clear();
        return;
    case State::Reading:
        m_elapsed->setText(m_controller.isStopping() ? tr("Stopping, %1 s").arg(seconds)
                                                     : tr("%1 s").arg(seconds));
        return;
    case State::Finished:
    case State::Stopped:
        break;
    }
    const ReportCheckReading *reading = m_controller.reading();
    m_elapsed->setText(reading == nullptr
                           ? QString()
                           : tr("Read at %1, in %2 s").arg(localTime(reading->readAt)).arg(seconds));
}

void ReportCheckWindow::explain()
{
    const QModelIndex current = m_sorted->mapToSource(m_definitionTable->currentIndex());
    m_explanation->setPlainText(current.isValid() ? m_definitions->explanation(current.row()) : QString());
    m_copy->setError(current.isValid() ? m_definitions->error(current.row()) : std::nullopt);
}

} // namespace offboarding::ui
