// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/interruptedrunsdialog.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/guardedbutton.h"
#include "ui/widgets/statussign.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

enum RunColumn {
    ActColumn,
    UsersColumn,
    OrganizationColumn,
    BegunColumn,
    FinishedColumn,
    OpenColumn,
    RunColumnCount
};
enum StepColumn { StateColumn, UserColumn, StepKindColumn, StepColumnCount };

constexpr int signSize = 16;

QTableWidget *createTable(int columns, const QString &objectName, const QString &name,
                          const QStringList &titles, QWidget *parent)
{
    auto *table = new QTableWidget(0, columns, parent);
    table->setObjectName(objectName);
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(titles);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    return table;
}

QString usersOf(const Plan &plan)
{
    return plan.users.size() == 1
               ? inOneLine(plan.users.first().identity())
               : InterruptedRunsDialog::tr("%n user(s)", nullptr, static_cast<int>(plan.users.size()));
}

} // namespace

InterruptedRunsDialog::InterruptedRunsDialog(const QList<InterruptedRun> &runs, const Connection &here,
                                             QWidget *parent)
    : QDialog(parent), m_runs(runs), m_here(here),
      m_table(createTable(
          RunColumnCount, QStringLiteral("interruptedRunsTableWidget"), tr("Interrupted runs"),
          {tr("Act"), tr("User"), tr("Organisation"), tr("Begun"), tr("Finished steps"), tr("Open steps")},
          this)),
      m_steps(createTable(StepColumnCount, QStringLiteral("interruptedStepsTableWidget"),
                          tr("Steps of the interrupted run"), {tr("State"), tr("User"), tr("Step")}, this)),
      m_about(new QLabel(this)), m_resume(new GuardedButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("interruptedRunsDialog"));
    setWindowTitle(tr("Interrupted runs"));
    setSizeGripEnabled(true);

    auto *explanation = new QLabel(tr("The program ended in the middle of these runs. Nothing goes on by "
                                      "itself. Resume reads back first "
                                      "what may have arrived at the server, sends nothing twice that "
                                      "deletes, and checks each user again."),
                                   this);
    for (QLabel *label : {explanation, m_about}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_about->setObjectName(QStringLiteral("aboutRunLabel"));
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *notNow = buttons->button(QDialogButtonBox::Cancel);
    notNow->setText(tr("Not now"));
    notNow->setAccessibleName(tr("Not now"));
    notNow->setObjectName(QStringLiteral("notNowPushButton"));
    notNow->setDefault(true);
    m_resume->setObjectName(QStringLiteral("resumePushButton"));
    m_resume->setText(tr("Resume"));
    m_resume->setAccessibleName(tr("Resume"));
    m_resume->setAutoDefault(false);
    auto *bottom = new QHBoxLayout;
    bottom->addStretch();
    bottom->addWidget(m_resume);
    bottom->addSpacing(32);
    buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    bottom->addWidget(buttons);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_about);
    layout->addWidget(m_steps, 2);
    layout->addLayout(bottom);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_resume, &QPushButton::clicked, this, [this] {
        const InterruptedRun *chosen = current();
        if (chosen == nullptr || !refusal().isEmpty())
            return;
        const QString journal = chosen->journal;
        accept();
        Q_EMIT resumeRequested(journal);
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &InterruptedRunsDialog::showCurrent);
    fillRuns();
    if (!m_runs.isEmpty())
        m_table->selectRow(0);
    showCurrent();
    notNow->setFocus(Qt::OtherFocusReason);
    const QSize available = screen()->availableSize();
    resize(std::min(1040, available.width() - 40), std::min(560, available.height() - 60));
}

void InterruptedRunsDialog::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    showCurrent();
}

void InterruptedRunsDialog::fillRuns()
{
    m_table->setRowCount(static_cast<int>(m_runs.size()));
    for (int row = 0; row < m_runs.size(); ++row) {
        const InterruptedRun &run = m_runs.at(row);
        const QStringList texts =
            run.history ? QStringList{displayText(run.history->plan.act),
                                      usersOf(run.history->plan),
                                      inOneLine(run.history->plan.organizationName),
                                      localTime(run.history->begun),
                                      QString::number(run.history->plan.steps.size() -
                                                      run.history->openSteps().size()),
                                      QString::number(run.history->openSteps().size())}
                        : QStringList{tr("not readable"), QFileInfo(run.journal).fileName(), {}, {}, {}, {}};
        for (int column = 0; column < texts.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(texts.at(column)));
    }
    m_table->resizeColumnsToContents();
}

const InterruptedRun *InterruptedRunsDialog::current() const
{
    const int row = m_table->currentRow();
    return row < 0 || row >= m_runs.size() ? nullptr : &m_runs.at(row);
}

QString InterruptedRunsDialog::refusal() const
{
    const InterruptedRun *run = current();
    if (run == nullptr)
        return tr("Select a run first.");
    if (!run->history)
        return tr("The journal cannot be used, so nobody knows what is open.");
    const QString organization = run->history->plan.organizationId;
    if (organization.isEmpty() || organization != m_here.organizationId)
        return tr("This run belongs to another organisation: open a connection to that one.");
    if (m_isLocked)
        return tr("The connection is read-only: unlock it first.");
    return {};
}

void InterruptedRunsDialog::showCurrent()
{
    const QString reason = refusal();
    m_resume->setEnabled(reason.isEmpty());
    m_resume->setToolTip(
        (reason.isEmpty() ? tr("Go on with the steps that are open") : reason).toHtmlEscaped());
    m_resume->setAccessibleDescription(reason);
    m_steps->setRowCount(0);
    const InterruptedRun *run = current();
    if (run == nullptr) {
        m_about->setText(reason);
        return;
    }
    QStringList lines{tr("Journal: %1").arg(run->journal)};
    if (run->problem)
        lines.append(describeBriefly(*run->problem) + QLatin1Char(' ') +
                     inOneLine(describe(*run->problem).technical));
    if (!reason.isEmpty())
        lines.append(reason);
    m_about->setText(lines.join(QLatin1Char('\n')));
    if (!run->history)
        return;
    const Plan &plan = run->history->plan;
    QHash<QString, QString> names;
    for (const User &user : plan.users)
        names.insert(user.id, inOneLine(user.identity()));
    const QList<int> openSteps = run->history->openSteps();
    const QSet<int> open(openSteps.cbegin(), openSteps.cend());
    // What is open comes first: that is the question.
    QList<int> order;
    for (const bool wantsOpen : {true, false}) {
        for (int index = 0; index < plan.steps.size(); ++index) {
            if (open.contains(index) == wantsOpen)
                order.append(index);
        }
    }
    m_steps->setRowCount(static_cast<int>(order.size()));
    for (int row = 0; row < order.size(); ++row) {
        const PlanStep &step = plan.steps.at(order.at(row));
        const StepHistory history = run->history->steps.value(order.at(row));
        const bool isOpen = open.contains(order.at(row));
        const QString state =
            isOpen           ? (history.mayHaveBeenSent ? tr("Open: may have arrived, is read back first")
                                : history.hasBegun      ? tr("Open: begun, nothing was sent")
                                                        : tr("Open"))
            : history.result ? displayText(history.result->outcome)
                             : tr("Skipped");
        auto *cell = new QTableWidgetItem(state);
        cell->setIcon(statusSign(isOpen ? StatusSign::Unknown : StatusSign::Passed, this, signSize));
        m_steps->setItem(row, StateColumn, cell);
        m_steps->setItem(row, UserColumn, new QTableWidgetItem(names.value(step.userId, step.userId)));
        m_steps->setItem(row, StepKindColumn, new QTableWidgetItem(displayText(step.kind)));
    }
    m_steps->resizeColumnsToContents();
}

} // namespace offboarding::ui
