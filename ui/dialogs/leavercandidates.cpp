// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/leavercandidates.h"

#include "app/directory/userquery.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/leaverstext.h"
#include "ui/widgets/usersymbols.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace offboarding::ui {

namespace {

enum Column { NameColumn, EmailColumn, DepartmentColumn, DivisionColumn, StateColumn, ColumnCount };

constexpr qsizetype longestText = 200;
constexpr int widestColumn = 260;

} // namespace

LeaverCandidates::LeaverCandidates(const UserStore &users, QWidget *parent)
    : QWidget(parent), m_users(users), m_explanation(new QLabel(this)),
      m_table(new QTableWidget(0, ColumnCount, this)), m_search(new QLineEdit(this)),
      m_use(new QPushButton(tr("Use &this user"), this))
{
    m_explanation->setObjectName(QStringLiteral("explanationLabel"));
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_table->setObjectName(QStringLiteral("candidatesTableWidget"));
    m_table->setAccessibleName(tr("Candidates"));
    m_table->setHorizontalHeaderLabels(
        {tr("Name"), tr("E-mail"), tr("Department"), tr("Division"), tr("State")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    m_search->setObjectName(QStringLiteral("candidateSearchLineEdit"));
    m_search->setAccessibleName(tr("Search the organisation for this row"));
    m_search->setPlaceholderText(tr("Search the organisation…"));
    m_search->setClearButtonEnabled(true);
    m_use->setObjectName(QStringLiteral("usePushButton"));
    m_use->setAutoDefault(false);

    auto *line = new QHBoxLayout;
    line->addWidget(m_search, 1);
    line->addWidget(m_use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_explanation);
    layout->addWidget(m_table, 1);
    layout->addLayout(line);

    connect(m_search, &QLineEdit::textChanged, this, &LeaverCandidates::showFound);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &LeaverCandidates::updateButton);
    connect(m_table, &QTableWidget::itemActivated, this, &LeaverCandidates::pick);
    connect(m_use, &QPushButton::clicked, this, &LeaverCandidates::pick);
    setRow(nullptr, nullptr);
}

void LeaverCandidates::setRow(const LeaverRow *row, const LeaverJudgement *judgement)
{
    const bool isJudged = row != nullptr && judgement != nullptr;
    const bool isOpen = isJudged && judgement->isUnresolved && judgement->userId.isEmpty();
    m_canPick = isJudged && !judgement->isExcluded && (isOpen || judgement->verdict == LeaverVerdict::Picked);
    m_candidateIds.clear();
    if (isJudged)
        m_candidateIds =
            judgement->userId.isEmpty() ? judgement->candidateIds : QStringList{judgement->userId};
    QString text = tr("Select a row to see who could be meant.");
    if (isJudged)
        text = judgement->isExcluded
                   ? tr("Line %1 is excluded: nothing is done about it.").arg(row->line)
                   : tr("Line %1: %2").arg(QString::number(row->line), leaverExplanation(*judgement));
    m_explanation->setText(text);
    m_search->setEnabled(m_canPick);
    if (!m_search->text().isEmpty())
        m_search->clear(); // shows the candidates
    else
        showUsers(m_candidateIds);
}

void LeaverCandidates::showFound()
{
    const QString text = m_search->text().trimmed();
    if (text.isEmpty()) {
        showUsers(m_candidateIds);
        return;
    }
    UserFilter filter;
    filter.text = text;
    QStringList ids;
    for (const int row : visibleRows(m_users, filter, {})) {
        ids.append(m_users.users().at(row).id);
        if (ids.size() >= mostCandidates)
            break;
    }
    showUsers(ids);
}

void LeaverCandidates::showUsers(const QStringList &userIds)
{
    m_table->setRowCount(0);
    for (const QString &id : userIds) {
        const User *user = m_users.find(id);
        if (user == nullptr)
            continue;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const QString state = user->state == UserState::Unknown ? user->stateText : displayText(user->state);
        const QStringList texts{user->name.isEmpty() ? user->id : user->name,
                                user->email.isEmpty() ? tr("none") : user->email, user->department,
                                user->divisionName, state};
        for (int column = 0; column < ColumnCount; ++column) {
            const QString text = inOneLine(texts.at(column).left(longestText));
            auto *cell = new QTableWidgetItem(text);
            cell->setToolTip(QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()));
            cell->setData(Qt::UserRole, id);
            m_table->setItem(row, column, cell);
        }
        m_table->item(row, StateColumn)->setIcon(userStateIcon(user->state));
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setColumnWidth(column, qBound(90, m_table->columnWidth(column), widestColumn));
    // Nobody is chosen beforehand: a person must look before somebody else is taken out.
    m_table->clearSelection();
    m_table->setCurrentCell(-1, -1);
    updateButton();
}

QString LeaverCandidates::currentUserId() const
{
    const QList<QTableWidgetItem *> selected = m_table->selectedItems();
    return selected.isEmpty() ? QString() : selected.constFirst()->data(Qt::UserRole).toString();
}

void LeaverCandidates::updateButton()
{
    const bool isChosen = !currentUserId().isEmpty();
    m_use->setEnabled(m_canPick && isChosen);
    m_use->setToolTip(!m_canPick ? tr("This row needs no user picked by hand")
                      : isChosen ? tr("Say that this user is meant by the row")
                                 : tr("Select the right user first"));
}

void LeaverCandidates::pick()
{
    const QString id = currentUserId();
    if (m_canPick && !id.isEmpty())
        Q_EMIT picked(id);
}

} // namespace offboarding::ui
