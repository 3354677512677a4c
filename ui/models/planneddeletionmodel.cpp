// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/planneddeletionmodel.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/statussign.h"

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

int rank(IntentionState state)
{
    switch (state) {
    case IntentionState::Due:
        return 0;
    case IntentionState::Missed:
        return 1;
    case IntentionState::Waiting:
        return 2;
    case IntentionState::Cancelled:
    case IntentionState::Finished:
        break;
    }
    return 3;
}

QString userOf(const Intention &intention)
{
    const QString name = inOneLine(intention.userName);
    const QString email = inOneLine(intention.userEmail);
    if (name.isEmpty())
        return email.isEmpty() ? intention.userId : email;
    return email.isEmpty() ? name : PlannedDeletionModel::tr("%1 (%2)").arg(name, email);
}

} // namespace

PlannedDeletionModel::PlannedDeletionModel(const IntentionStore &store, QObject *parent,
                                           std::function<QDateTime()> clock)
    : QAbstractTableModel(parent), m_store(store), m_clock(std::move(clock))
{
    connect(&store, &IntentionStore::intentionsChanged, this, &PlannedDeletionModel::readAgain);
    readAgain();
}

void PlannedDeletionModel::readAgain()
{
    beginResetModel();
    const QDateTime now = m_clock();
    QList<Intention> sorted = m_store.intentions();
    std::stable_sort(sorted.begin(), sorted.end(), [&now](const Intention &a, const Intention &b) {
        return std::pair(rank(a.state(now)), a.due) < std::pair(rank(b.state(now)), b.due);
    });
    m_ids.clear();
    for (const Intention &intention : std::as_const(sorted))
        m_ids.append(intention.id);
    endResetModel();
}

int PlannedDeletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int PlannedDeletionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Intention *PlannedDeletionModel::intentionAt(int row) const
{
    return row < 0 || row >= m_ids.size() ? nullptr : m_store.find(m_ids.at(row));
}

QString PlannedDeletionModel::countdown(const Intention &intention) const
{
    const QDateTime now = m_clock();
    switch (intention.state(now)) {
    case IntentionState::Waiting:
        return tr("in %1").arg(ageText(now, intention.due));
    case IntentionState::Due:
    case IntentionState::Missed:
        return tr("due for %1").arg(ageText(intention.due, now));
    case IntentionState::Cancelled:
    case IntentionState::Finished:
        break;
    }
    return {};
}

QString PlannedDeletionModel::stateText(const Intention &intention) const
{
    switch (intention.state(m_clock())) {
    case IntentionState::Waiting:
        return tr("Waiting");
    case IntentionState::Due:
        return tr("Due: decide now");
    case IntentionState::Missed:
        return tr("Missed: nobody decided, nobody was deleted");
    case IntentionState::Cancelled:
        return intention.cancelledBy.isEmpty()
                   ? tr("Cancelled %1").arg(localTime(intention.cancelled))
                   : tr("Cancelled %1 by %2")
                         .arg(localTime(intention.cancelled), inOneLine(intention.cancelledBy));
    case IntentionState::Finished:
        break;
    }
    return tr("Finished: deleted and read back %1").arg(localTime(intention.finished));
}

QVariant PlannedDeletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Intention *intention = intentionAt(index.row());
    if (intention == nullptr)
        return {};
    if (role == IdRole)
        return intention->id;
    if (role == Qt::ToolTipRole) {
        QStringList lines{index.data().toString(), tr("Planned %1").arg(localTime(intention->planned))};
        if (!intention->reason.isEmpty())
            lines.append(tr("Reason: %1").arg(inOneLine(intention->reason)));
        if (!intention->ticket.isEmpty())
            lines.append(tr("Ticket: %1").arg(inOneLine(intention->ticket)));
        return QStringLiteral("<p>%1</p>")
            .arg(lines.join(QLatin1Char('\n'))
                     .toHtmlEscaped()
                     .replace(QLatin1Char('\n'), QLatin1String("<br>")));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case UserColumn:
        return userOf(*intention);
    case OrganizationColumn:
        return inOneLine(intention->organizationName.isEmpty() ? intention->connectionName
                                                               : intention->organizationName);
    case DueColumn:
        return localTime(intention->due);
    case CountdownColumn:
        return countdown(*intention);
    case StateColumn:
        return stateText(*intention);
    case PlannedByColumn:
        return inOneLine(intention->plannedBy);
    default:
        return {};
    }
}

QVariant PlannedDeletionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case UserColumn:
        return tr("User");
    case OrganizationColumn:
        return tr("Organisation");
    case DueColumn:
        return tr("Due");
    case CountdownColumn:
        return tr("Countdown");
    case StateColumn:
        return tr("State");
    case PlannedByColumn:
        return tr("Planned by");
    default:
        return {};
    }
}

void PlannedDeletionModel::tick()
{
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0, CountdownColumn), index(rowCount() - 1, StateColumn), {Qt::DisplayRole});
}

} // namespace offboarding::ui
