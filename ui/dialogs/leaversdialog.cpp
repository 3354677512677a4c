// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/leaversdialog.h"

#include "ui/dialogs/leavercandidates.h"
#include "ui/dialogs/leavercolumnsbar.h"
#include "ui/models/leaverstablemodel.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/guardedbutton.h"
#include "ui/widgets/iconset.h"
#include "ui/widgets/leaverstext.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

constexpr qsizetype mostUndone = 100;

QTableView *createTable(LeaversTableModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QStringLiteral("leaversTableView"));
    table->setAccessibleName(LeaversDialog::tr("Leavers"));
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false); // Tab leaves the table; the arrows move in it
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int character = table->fontMetrics().averageCharWidth();
    const QList<int> characters{6, 20, 32, 22, 24, 30};
    for (int column = 0; column < LeaversTableModel::ColumnCount; ++column)
        table->setColumnWidth(column, characters.value(column) * character + 12);
    return table;
}

QPushButton *createButton(const QString &text, const QString &objectName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false); // Enter in the table must not press anything
    return button;
}

QLabel *createLabel(const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

LeaversDialog::LeaversDialog(const UserStore &users, QWidget *parent)
    : QDialog(parent), m_model(new LeaversTableModel(users, this)), m_stack(new QStackedWidget(this)),
      m_state(new StatePage(this)), m_file(createLabel(QStringLiteral("fileLabel"), this)),
      m_notices(new NoticeBar(this)), m_tripwires(new NoticeBar(this)), m_columns(new LeaverColumnsBar(this)),
      m_unresolvedOnly(new QCheckBox(tr("Un&resolved rows only"), this)),
      m_counts(createLabel(QStringLiteral("countsLabel"), this)), m_table(createTable(m_model, this)),
      m_exclude(createButton(tr("&Exclude row"), QStringLiteral("excludePushButton"), this)),
      m_undo(createButton(tr("&Undo"), QStringLiteral("undoPushButton"), this)),
      m_next(createButton(tr("&Next unresolved"), QStringLiteral("nextPushButton"), this)),
      m_candidates(new LeaverCandidates(users, this)), m_act(new QComboBox(this)),
      m_reason(createLabel(QStringLiteral("reasonLabel"), this)),
      m_another(createButton(tr("Choose another &file…"), QStringLiteral("anotherFilePushButton"), this)),
      m_goOn(new GuardedButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("leaversDialog"));
    setWindowTitle(tr("Import leavers"));
    m_stack->addWidget(m_state);
    m_stack->addWidget(createContent());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_reason);
    layout->addWidget(createButtons());
    resize(1000, 700);

    connect(m_columns, &LeaverColumnsBar::columnsChosen, this, &LeaversDialog::columnsChosen);
    connect(m_unresolvedOnly, &QCheckBox::toggled, this, &LeaversDialog::applyFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LeaversDialog::showCurrentRow);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LeaversDialog::showCurrentRow);
    connect(m_exclude, &QPushButton::clicked, this, &LeaversDialog::toggleExcluded);
    connect(m_undo, &QPushButton::clicked, this, &LeaversDialog::undo);
    connect(m_next, &QPushButton::clicked, this, &LeaversDialog::selectNextUnresolved);
    connect(m_candidates, &LeaverCandidates::picked, this, &LeaversDialog::pick);
    connect(m_state, &StatePage::actionTriggered, this, &LeaversDialog::anotherFileRequested);
    connect(m_another, &QPushButton::clicked, this, &LeaversDialog::anotherFileRequested);
    connect(m_tripwires, &NoticeBar::actionTriggered, this, &LeaversDialog::refreshRequested);
    connect(m_act, &QComboBox::activated, this, &LeaversDialog::actChosen);
    connect(m_goOn, &QPushButton::clicked, this, &LeaversDialog::goOn);
    updateState();
}

QWidget *LeaversDialog::createContent()
{
    m_notices->setObjectName(QStringLiteral("noticesBar"));
    m_tripwires->setObjectName(QStringLiteral("tripwiresBar"));
    m_unresolvedOnly->setObjectName(QStringLiteral("unresolvedOnlyCheckBox"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setToolTip(tr("Take the last decision back"));
    m_undo->setIcon(actionIcon(QStringLiteral("undo")));

    auto *above = new QHBoxLayout;
    above->addWidget(m_unresolvedOnly);
    above->addWidget(m_counts, 1);
    auto *below = new QHBoxLayout;
    below->addWidget(m_exclude);
    below->addWidget(m_undo);
    below->addWidget(m_next);
    below->addStretch();
    auto *upper = new QWidget(this);
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->addLayout(above);
    upperLayout->addWidget(m_table, 1);
    upperLayout->addLayout(below);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("leaversSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(m_candidates);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_file);
    layout->addWidget(m_columns);
    layout->addWidget(m_notices);
    layout->addWidget(m_tripwires);
    layout->addWidget(splitter, 1);
    return content;
}

QWidget *LeaversDialog::createButtons()
{
    m_act->setObjectName(QStringLiteral("actComboBox"));
    m_act->setAccessibleName(tr("What to do with them"));
    // The reversible act is the default.
    m_act->addItem(displayText(Act::Deactivate), static_cast<int>(Act::Deactivate));
    m_act->addItem(displayText(Act::ForceDelete), static_cast<int>(Act::ForceDelete));
    m_goOn->setObjectName(QStringLiteral("goOnPushButton"));
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setText(tr("Cancel"));
    cancel->setAutoDefault(false);
    cancel->setDefault(false);
    buttons->addButton(m_goOn, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_another);
    layout->addStretch();
    layout->addWidget(m_act);
    layout->addWidget(buttons);
    return line;
}

void LeaversDialog::setReading(const QString &path)
{
    m_hasList = false;
    m_state->showProgress(tr("Reading %1…").arg(inOneLine(QFileInfo(path).fileName())), 0, 0);
    m_stack->setCurrentIndex(0);
    updateState();
}

void LeaversDialog::setRefused(const QString &path, const Error &error)
{
    m_hasList = false;
    const ErrorText text = describeListError(error);
    m_state->showFailure(text.title,
                         QStringList{inOneLine(QFileInfo(path).fileName()), text.meaning, text.nextStep}.join(
                             QLatin1Char('\n')),
                         tr("Choose another file…"));
    m_stack->setCurrentIndex(0);
    updateState();
}

void LeaversDialog::setList(const LeaversList &list, const LeaverDecisions &decisions)
{
    const bool isSame = m_hasList && m_list.digest == list.digest;
    m_list = list;
    m_decisions = decisions;
    m_undone.clear();
    m_judgement = {};
    m_hasList = true;
    m_isChecking = true;
    m_file->setText(tr("%1 – %2, %n row(s)", nullptr, static_cast<int>(list.table.rowCount()))
                        .arg(inOneLine(QFileInfo(list.path).fileName()), formatText(list)));
    m_file->setToolTip(QStringLiteral("<qt>%1</qt>").arg(list.path.toHtmlEscaped()));
    m_columns->setColumns(list.table.header(), list.columns);
    m_columns->setVisible(list.kind == ListKind::Csv);
    QStringList notices;
    for (const LeaversNotice notice : list.notices())
        notices.append(displayText(list, notice));
    m_notices->setNotice(notices.join(QLatin1Char('\n')), {}, {});
    m_model->setRows(list.rows());
    const auto isMapped = [&list](LeaverField field) { return list.columns.column(field) >= 0; };
    m_table->setColumnHidden(LeaversTableModel::IdColumn, !isMapped(LeaverField::Id));
    m_table->setColumnHidden(LeaversTableModel::EmailColumn, !isMapped(LeaverField::Email));
    m_stack->setCurrentIndex(1);
    if (!isSame)
        m_table->setFocus();
    updateState();
}

void LeaversDialog::setChecking()
{
    m_isChecking = true;
    updateState();
}

void LeaversDialog::setJudgement(const LeaversJudgement &judgement)
{
    if (!m_hasList || judgement.rows.size() != m_model->rows().size())
        return;
    const bool isFirst = m_judgement.rows.isEmpty();
    m_judgement = judgement;
    m_isChecking = false;
    m_model->setJudgement(judgement);
    QStringList hits;
    bool canRefresh = false;
    for (const TripwireHit &hit : judgement.tripwires) {
        hits.append(displayText(hit));
        canRefresh = canRefresh || hit.tripwire == LeaversTripwire::DirectoryIncomplete;
    }
    m_tripwires->setNotice(hits.join(QLatin1Char('\n')), {}, canRefresh ? tr("Read again") : QString());
    if (isFirst && m_model->rowCount() > 0 && currentListRow() < 0) {
        m_table->selectRow(0);
        if (judgement.unresolvedCount > 0 && !judgement.rows.constFirst().isUnresolved)
            selectNextUnresolved();
    }
    showCurrentRow();
    updateState();
}

Act LeaversDialog::act() const
{
    return static_cast<Act>(m_act->currentData().toInt());
}

void LeaversDialog::decide(const LeaverDecisions &decisions)
{
    if (decisions == m_decisions)
        return;
    m_undone.append(m_decisions);
    if (m_undone.size() > mostUndone)
        m_undone.removeFirst();
    m_decisions = decisions;
    setChecking();
    Q_EMIT decided(m_decisions);
}

void LeaversDialog::undo()
{
    if (m_undone.isEmpty())
        return;
    m_decisions = m_undone.takeLast();
    setChecking();
    Q_EMIT decided(m_decisions);
}

void LeaversDialog::pick(const QString &userId)
{
    const qsizetype row = currentListRow();
    if (row < 0 || m_isChecking)
        return;
    LeaverDecisions decisions = m_decisions;
    decisions.pickedIds.insert(row, userId);
    decide(decisions);
}

void LeaversDialog::toggleExcluded()
{
    const QList<qsizetype> rows = selectedListRows();
    const bool areExcluded = std::all_of(
        rows.cbegin(), rows.cend(), [this](qsizetype row) { return m_decisions.excluded.contains(row); });
    LeaverDecisions decisions = m_decisions;
    for (const qsizetype row : rows) {
        if (areExcluded)
            decisions.excluded.remove(row);
        else
            decisions.excluded.insert(row);
    }
    decide(decisions);
}

void LeaversDialog::selectNextUnresolved()
{
    const int count = m_model->rowCount();
    const int start = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    for (int step = 1; step <= count; ++step) {
        const int row = (start + step) % count;
        const LeaverJudgement *judgement = m_model->judgementOf(m_model->listRowAt(row));
        if (judgement != nullptr && judgement->isUnresolved) {
            m_table->selectRow(row);
            m_table->setFocus();
            return;
        }
    }
}

QList<qsizetype> LeaversDialog::selectedListRows() const
{
    QList<qsizetype> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(m_model->listRowAt(index.row()));
    return rows;
}

qsizetype LeaversDialog::currentListRow() const
{
    const QList<qsizetype> rows = selectedListRows();
    const qsizetype current = m_model->listRowAt(m_table->currentIndex().row());
    return rows.contains(current) ? current : rows.value(0, -1);
}

void LeaversDialog::showCurrentRow()
{
    const qsizetype row = currentListRow();
    m_candidates->setRow(row < 0 ? nullptr : &m_model->rows().at(row), m_model->judgementOf(row));
    updateState();
}

void LeaversDialog::applyFilter()
{
    const qsizetype current = currentListRow();
    m_model->setUnresolvedOnly(m_unresolvedOnly->isChecked());
    const int row = m_model->rowOfListRow(current);
    if (row >= 0)
        m_table->selectRow(row);
    else if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showCurrentRow();
}

QString LeaversDialog::countsText() const
{
    if (m_isChecking)
        return tr("Checking…");
    const auto chosen = static_cast<int>(m_judgement.chosenUserIds.size());
    const auto leftOut = static_cast<int>(m_judgement.rows.size()) - chosen - m_judgement.excludedCount -
                         m_judgement.unresolvedCount;
    QStringList parts{tr("%n user(s) go on", nullptr, chosen)};
    if (m_judgement.unresolvedCount > 0)
        parts.append(tr("%n unresolved", nullptr, m_judgement.unresolvedCount));
    if (leftOut > 0)
        parts.append(tr("%n left out", nullptr, leftOut));
    if (m_judgement.excludedCount > 0)
        parts.append(tr("%n excluded", nullptr, m_judgement.excludedCount));
    return parts.join(QStringLiteral(" · "));
}

QString LeaversDialog::goOnName() const
{
    const auto count = static_cast<int>(m_judgement.chosenUserIds.size());
    return act() == Act::ForceDelete ? tr("Force delete %n user(s)…", nullptr, count)
                                     : tr("Deactivate %n user(s)…", nullptr, count);
}

QString LeaversDialog::refusal() const
{
    if (!m_hasList)
        return tr("No list is read");
    if (m_isChecking)
        return tr("The rows are being checked");
    if (!m_judgement.tripwires.isEmpty())
        return displayText(m_judgement.tripwires.constFirst());
    if (m_judgement.unresolvedCount > 0)
        return tr("%n row(s) are unresolved: use the right user for each, or exclude it", nullptr,
                  m_judgement.unresolvedCount);
    const auto count = static_cast<int>(m_judgement.chosenUserIds.size());
    if (count == 0)
        return tr("Nobody on the list is left to act on");
    if (act() == Act::ForceDelete && count > 1)
        return tr("Force delete takes one user at a time, and the list names %n: deactivate them instead, or "
                  "exclude the others",
                  nullptr, count);
    return {};
}

void LeaversDialog::updateState()
{
    const QString reason = refusal();
    m_reason->setText(m_hasList ? reason : QString());
    // Tripwires stand above the table already, all of them.
    const bool isToldAbove = !m_isChecking && !m_judgement.tripwires.isEmpty();
    m_reason->setVisible(m_hasList && !reason.isEmpty() && !isToldAbove);
    m_goOn->setName(goOnName());
    m_goOn->setEnabled(reason.isEmpty());
    m_goOn->setAccessibleDescription(reason);
    if (!reason.isEmpty())
        m_goOn->setToolTip(QStringLiteral("<qt>%1</qt>").arg(reason.toHtmlEscaped()));
    m_goOn->setVisible(m_hasList);
    m_act->setVisible(m_hasList);
    m_another->setVisible(m_hasList);
    m_counts->setText(countsText());
    const QList<qsizetype> rows = selectedListRows();
    const bool areExcluded =
        !rows.isEmpty() && std::all_of(rows.cbegin(), rows.cend(),
                                       [this](qsizetype row) { return m_decisions.excluded.contains(row); });
    m_exclude->setText(areExcluded ? tr("&Include row") : tr("&Exclude row"));
    m_exclude->setToolTip(areExcluded ? tr("Take the exclusion of the selected rows back")
                                      : tr("Do nothing about the selected rows"));
    m_exclude->setEnabled(!rows.isEmpty());
    m_undo->setEnabled(!m_undone.isEmpty());
    m_next->setEnabled(!m_isChecking && m_judgement.unresolvedCount > 0);
}

void LeaversDialog::goOn()
{
    if (!refusal().isEmpty())
        return;
    const QStringList userIds = m_judgement.chosenUserIds;
    const Act chosen = act();
    accept();
    Q_EMIT usersChosen(chosen, userIds);
}

} // namespace offboarding::ui
