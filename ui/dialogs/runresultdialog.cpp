// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/runresultdialog.h"

#include "app/offboarding/actpermissions.h"
#include "app/offboarding/snapshot.h"
#include "ui/widgets/blockerlist.h"
#include "ui/widgets/copyofferbutton.h"
#include "ui/widgets/differencetable.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/statussign.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

enum Column { OutcomeColumn, UserColumn, StepColumn, ReasonColumn, DetailColumn, ColumnCount };

constexpr int widestColumn = 320;
constexpr int signSize = 32;
constexpr int rowSignSize = 16;

int rank(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Failed:
        return 0;
    case Outcome::Skipped:
        return 1;
    case Outcome::Done:
        return 2;
    case Outcome::Kept:
        break;
    }
    return 3;
}

StatusSign signOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Failed:
        return StatusSign::Refused;
    case Outcome::Skipped:
        return StatusSign::Warning;
    case Outcome::Done:
    case Outcome::Kept:
        break;
    }
    return StatusSign::Passed;
}

QString reasonOf(const StepResult &step)
{
    if (step.error)
        return describe(*step.error).title;
    return displayText(step.cause);
}

QString explanationOf(const StepResult &step)
{
    QStringList lines{displayText(step.outcome) + QStringLiteral(": ") + displayText(step.step.kind)};
    if (step.cause != Cause::None)
        lines.append(displayText(step.cause));
    if (step.error) {
        lines.append(describeBriefly(*step.error));
        lines.append(describe(*step.error).technical);
    }
    if (!step.detail.isEmpty())
        lines.append(step.detail);
    for (const RequestPreview &request : step.step.requests)
        lines.append(request.line());
    return lines.join(QLatin1Char('\n'));
}

/// What can be done next about a step that did not work out.
QList<NextAction> actionsFor(const StepResult &step)
{
    if (step.error)
        return nextActions(blockerOf(*step.error));
    // The console's own guard said no before the server could.
    if (step.cause == Cause::LiveCustomer || step.cause == Cause::NotConnected)
        return {NextAction::ClearReferences};
    return {};
}

bool isTakenOut(Act act)
{
    return act == Act::Deactivate || act == Act::Delete || act == Act::ForceDelete;
}

} // namespace

RunResultDialog::RunResultDialog(const RunResult &run, const QHash<QString, ReferenceMap> &maps,
                                 const QStringList &unfinishedUserIds, QWidget *parent)
    : QDialog(parent), m_run(run), m_unfinished(unfinishedUserIds), m_steps(run.steps),
      m_explanation(new QPlainTextEdit(this)), m_copy(new CopyOfferButton(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("runResultDialog"));
    setWindowTitle(tr("Result"));
    setSizeGripEnabled(true);

    auto *sign = new QLabel(this);
    sign->setPixmap(
        statusSign(m_run.isVerified() ? StatusSign::Passed : StatusSign::Warning, this, signSize));
    auto *head = new QLabel(headline(), this);
    head->setObjectName(QStringLiteral("headlineLabel"));
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    QFont bold = head->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    head->setFont(bold);
    auto *top = new QHBoxLayout;
    top->addWidget(sign, 0, Qt::AlignTop);
    top->addSpacing(6);
    top->addWidget(head, 1);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("resultTabWidget"));
    tabs->addTab(createSteps(), tr("&Steps"));
    if (QWidget *blockers = createBlockers(maps)) {
        tabs->insertTab(0, blockers, tr("Conversations in the &way"));
        tabs->setCurrentIndex(0);
    }
    if (QWidget *differences = createDifferences()) {
        tabs->insertTab(0, differences, tr("Remaining &differences"));
        tabs->setCurrentIndex(0);
    }
    layout->addWidget(tabs, 1);
    if (!m_run.journal.isEmpty()) {
        QString text = tr("Journal: %1").arg(m_run.journal);
        if (m_run.journalError)
            text +=
                QLatin1Char('\n') + tr("It could not be written to its end; nothing was sent after that. %1")
                                        .arg(describe(*m_run.journalError).technical);
        auto *journal = new QLabel(text, this);
        journal->setObjectName(QStringLiteral("journalLabel"));
        journal->setTextFormat(Qt::PlainText);
        journal->setWordWrap(true);
        journal->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(journal);
    }
    layout->addWidget(m_buttons);
    createButtons();

    const QSize available = screen()->availableSize();
    resize(std::min(860, available.width() - 40), std::min(520, available.height() - 60));
}

QString RunResultDialog::identityOf(const QString &userId) const
{
    const auto found = std::find_if(m_run.plan.users.cbegin(), m_run.plan.users.cend(),
                                    [&](const User &user) { return user.id == userId; });
    return found == m_run.plan.users.cend() ? userId : inOneLine(found->identity());
}

QString RunResultDialog::headline() const
{
    const QString what = displayText(m_run.plan.act);
    if (m_run.isVerified())
        return tr("%1: all %n step(s) were done and read back.", nullptr,
                  static_cast<int>(m_run.steps.size()))
            .arg(what);
    if (const qsizetype refused = refusedByReferences().size(); refused > 0)
        return tr("%1: the server refused, because interactions still refer to the user. Nothing was "
                  "deleted.")
            .arg(what);
    return tr("%1: not everything was done. Failed: %2, skipped: %3, done: %4, kept: %5, waiting: %6.")
        .arg(what)
        .arg(m_run.count(Outcome::Failed))
        .arg(m_run.count(Outcome::Skipped))
        .arg(m_run.count(Outcome::Done))
        .arg(m_run.count(Outcome::Kept))
        .arg(m_run.waiting());
}

QWidget *RunResultDialog::createSteps()
{
    auto *page = new QWidget(this);
    auto *table = new QTableWidget(0, ColumnCount, page);
    table->setObjectName(QStringLiteral("stepsTableWidget"));
    table->setAccessibleName(tr("Steps"));
    table->setHorizontalHeaderLabels({tr("Outcome"), tr("User"), tr("Step"), tr("Reason"), tr("Detail")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);

    std::stable_sort(m_steps.begin(), m_steps.end(), [](const StepResult &a, const StepResult &b) {
        return rank(a.outcome) < rank(b.outcome);
    });
    table->setRowCount(static_cast<int>(m_steps.size()));
    for (int row = 0; row < m_steps.size(); ++row) {
        const StepResult &step = m_steps.at(row);
        const QString tip =
            explanationOf(step).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
        const QStringList texts{displayText(step.outcome), identityOf(step.step.userId),
                                displayText(step.step.kind), reasonOf(step), step.detail};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *cell = new QTableWidgetItem(texts.at(column).simplified());
            cell->setToolTip(tip);
            table->setItem(row, column, cell);
        }
        table->item(row, OutcomeColumn)->setIcon(statusSign(signOf(step.outcome), this, rowSignSize));
    }
    table->resizeColumnsToContents();
    for (int column = 0; column < DetailColumn; ++column)
        table->setColumnWidth(column, std::min(table->columnWidth(column), widestColumn));

    m_explanation->setObjectName(QStringLiteral("explanationPlainTextEdit"));
    m_explanation->setAccessibleName(tr("What happened in this step"));
    m_explanation->setReadOnly(true);
    m_explanation->setTabChangesFocus(true);
    m_explanation->setMaximumHeight(7 * m_explanation->fontMetrics().lineSpacing());
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(table, 1);
    layout->addWidget(m_explanation);
    layout->addWidget(m_copy, 0, Qt::AlignLeading);
    connect(table, &QTableWidget::currentCellChanged, this, &RunResultDialog::showStep);
    table->setCurrentCell(0, OutcomeColumn);
    return page;
}

void RunResultDialog::showStep(int row)
{
    if (row < 0 || row >= m_steps.size())
        return;
    m_explanation->setPlainText(explanationOf(m_steps.at(row)));
    m_copy->setError(m_steps.at(row).error,
                     requiredPermissionsText({m_run.plan.act}, m_run.plan.connection.dialect));
}

QStringList RunResultDialog::usersOffered(NextAction action) const
{
    QStringList ids;
    for (const StepResult &step : m_run.steps) {
        const bool isOpen = step.outcome == Outcome::Failed || step.outcome == Outcome::Skipped;
        if (isOpen && actionsFor(step).contains(action) && !ids.contains(step.step.userId))
            ids.append(step.step.userId);
    }
    return ids;
}

QWidget *RunResultDialog::createDifferences()
{
    if (m_run.plan.act != Act::Undo)
        return nullptr;
    auto *page = new QWidget(this);
    auto *table = new DifferenceTable(page);
    int compared = 0;
    for (const StepResult &step : std::as_const(m_run.steps)) {
        if (step.step.kind != StepKind::CompareSnapshot || !step.data.contains(QLatin1String("differences")))
            continue;
        ++compared;
        table->addDifferences(identityOf(step.step.userId), differencesFromJson(step.data));
    }
    const auto users = static_cast<int>(m_run.plan.users.size());
    QString text =
        tr("Compared with what was kept before the run: %1 of %n user(s).", nullptr, users).arg(compared);
    // Who was not compared may differ in everything.
    text += QLatin1Char(' ') + (table->rowCount() > 0 ? tr("These differences remain:")
                                : compared == users   ? tr("Everything is as it was.")
                                                      : tr("Nothing is known of the others."));
    auto *label = new QLabel(text, page);
    label->setObjectName(QStringLiteral("differencesLabel"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    table->setVisible(table->rowCount() > 0);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(label);
    layout->addWidget(table, 1);
    if (table->rowCount() == 0)
        layout->addStretch();
    return page;
}

QStringList RunResultDialog::refusedByReferences() const
{
    QStringList ids;
    for (const StepResult &step : m_run.steps) {
        if (step.error && step.error->conflict == ConflictCause::References)
            ids.append(step.step.userId);
    }
    return ids;
}

QWidget *RunResultDialog::createBlockers(const QHash<QString, ReferenceMap> &maps)
{
    QList<ConversationReference> references;
    QStringList named;
    QString explanation;
    for (const StepResult &step : std::as_const(m_run.steps)) {
        if (!step.error || step.error->conflict != ConflictCause::References)
            continue;
        explanation = describeBriefly(*step.error);
        named += step.error->referencedIds;
        // Without names from the server every conversation that was found may be the one.
        for (const ConversationReference &reference : maps.value(step.step.userId).conversations) {
            if (step.error->referencedIds.isEmpty() ||
                step.error->referencedIds.contains(reference.conversationId) || reference.isBlocking())
                references.append(reference);
        }
    }
    if (explanation.isEmpty())
        return nullptr;
    auto *page = new QWidget(this);
    auto *text = new QLabel(explanation, page);
    text->setObjectName(QStringLiteral("blockersLabel"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *list = new BlockerList(page);
    list->setReferences(references, named, m_run.plan.connection.dialect);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(text);
    layout->addWidget(list, 1);
    return page;
}

/// Whoever was touched, read back or not: a step that failed may have done a part of what it was to do.
QStringList RunResultDialog::touchedUserIds() const
{
    const Act act = m_run.plan.act;
    QStringList ids;
    if (act != Act::Deactivate && act != Act::Delete && act != Act::ForceDelete)
        return ids;
    for (const StepResult &step : m_run.steps) {
        if (step.step.isWrite && step.outcome != Outcome::Skipped && !ids.contains(step.step.userId))
            ids.append(step.step.userId);
    }
    return ids;
}

QStringList RunResultDialog::reversibleUserIds() const
{
    return isTakenOut(m_run.plan.act) ? m_run.verifiedUserIds() : QStringList();
}

void RunResultDialog::addWish(const QString &objectName, const QString &text, const QString &tip,
                              const QStringList &userIds, Wish wish)
{
    if (userIds.isEmpty())
        return;
    QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(objectName);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, userIds, wish] {
        accept();
        Q_EMIT(this->*wish)(userIds);
    });
}

void RunResultDialog::createButtons()
{
    addWish(QStringLiteral("clearReferencesPushButton"), tr("Clear &references…"),
            tr("Take the user out of these conversations"), usersOffered(NextAction::ClearReferences),
            &RunResultDialog::clearReferencesRequested);
    addWish(QStringLiteral("deactivateInsteadPushButton"), tr("Deactivate &instead"),
            tr("Takes access away, keeps the history, and can be undone"),
            usersOffered(NextAction::DeactivateInstead), &RunResultDialog::deactivateRequested);
    if (m_run.plan.act != Act::Undo)
        addWish(QStringLiteral("retryPushButton"), tr("Re&try failed…"),
                tr("Plan the act anew for the users who are not finished"), m_unfinished,
                &RunResultDialog::retryRequested);
    if (!touchedUserIds().isEmpty()) {
        QPushButton *undo = m_buttons->addButton(tr("&Undo run…"), QDialogButtonBox::ActionRole);
        undo->setObjectName(QStringLiteral("undoPushButton"));
        undo->setToolTip(tr("Shows what can be put back, what cannot and why"));
        undo->setAutoDefault(false);
        connect(undo, &QPushButton::clicked, this, [this] {
            accept();
            Q_EMIT undoRequested();
        });
    }
    addWish(QStringLiteral("reportCheckPushButton"), tr("Report &check…"),
            tr("Why reports may still show the users"), reversibleUserIds(),
            &RunResultDialog::reportCheckRequested);
    QPushButton *save = m_buttons->addButton(tr("&Export result…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("exportResultPushButton"));
    save->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, &RunResultDialog::exportRequested);
    QPushButton *close = m_buttons->button(QDialogButtonBox::Close);
    close->setObjectName(QStringLiteral("closePushButton"));
    close->setText(tr("Close"));
    close->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace offboarding::ui
