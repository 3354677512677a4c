// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/leaverstablemodel.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/iconset.h"
#include "ui/widgets/leaverstext.h"

#include <QFont>

#include <algorithm>

namespace offboarding::ui {

namespace {

constexpr qsizetype longestText = 300; ///< of a hostile cell

/// A sign beside the word: colour is never the only one.
QString signOf(const LeaverJudgement &judgement)
{
    if (judgement.isExcluded)
        return QStringLiteral("remove");
    if (judgement.isChosen)
        return QStringLiteral("passed");
    if (!judgement.isUnresolved)
        return QStringLiteral("remove");
    const bool isRefused = judgement.verdict == LeaverVerdict::Self ||
                           judgement.verdict == LeaverVerdict::Protected ||
                           judgement.verdict == LeaverVerdict::OutsideDivision;
    return isRefused ? QStringLiteral("refused") : QStringLiteral("warning");
}

} // namespace

LeaversTableModel::LeaversTableModel(const UserStore &users, QObject *parent)
    : QAbstractTableModel(parent), m_users(users)
{
}

int LeaversTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LeaversTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void LeaversTableModel::setRows(const QList<LeaverRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_judgements.clear();
    m_shown.clear();
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        m_shown.append(row);
    endResetModel();
}

void LeaversTableModel::setJudgement(const LeaversJudgement &judgement)
{
    if (judgement.rows.size() != m_rows.size())
        return; // of another list
    const bool isFirst = m_judgements.isEmpty();
    m_judgements = judgement.rows;
    if (isFirst && m_isUnresolvedOnly)
        applyFilter();
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LeaversTableModel::setUnresolvedOnly(bool isUnresolvedOnly)
{
    m_isUnresolvedOnly = isUnresolvedOnly;
    applyFilter();
}

void LeaversTableModel::applyFilter()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const LeaverJudgement *judgement = judgementOf(row);
        if (!m_isUnresolvedOnly || judgement == nullptr || judgement->isUnresolved)
            m_shown.append(row);
    }
    endResetModel();
}

qsizetype LeaversTableModel::listRowAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_shown.at(row) : -1;
}

int LeaversTableModel::rowOfListRow(qsizetype listRow) const
{
    const auto found = std::lower_bound(m_shown.cbegin(), m_shown.cend(), listRow);
    return found != m_shown.cend() && *found == listRow
               ? static_cast<int>(std::distance(m_shown.cbegin(), found))
               : -1;
}

const LeaverJudgement *LeaversTableModel::judgementOf(qsizetype listRow) const
{
    return listRow >= 0 && listRow < m_judgements.size() ? &m_judgements.at(listRow) : nullptr;
}

QString LeaversTableModel::verdictText(const LeaverJudgement *judgement) const
{
    if (judgement == nullptr)
        return tr("Checking…");
    if (judgement->isExcluded)
        return tr("Excluded");
    return displayText(judgement->verdict);
}

QString LeaversTableModel::text(qsizetype listRow, int column) const
{
    const LeaverRow &row = m_rows.at(listRow);
    const LeaverJudgement *judgement = judgementOf(listRow);
    switch (column) {
    case LineColumn:
        return QString::number(row.line);
    case IdColumn:
        return row.id;
    case EmailColumn:
        return row.email;
    case NameColumn:
        return row.name;
    case VerdictColumn:
        return verdictText(judgement);
    case UserColumn:
        break;
    default:
        return {};
    }
    if (judgement == nullptr)
        return {};
    if (judgement->userId.isEmpty()) {
        const auto count = static_cast<int>(judgement->candidateIds.size());
        return count == 0 ? tr("nobody") : tr("%n candidate(s)", nullptr, count);
    }
    const User *user = m_users.find(judgement->userId);
    return user == nullptr ? judgement->userId : user->identity();
}

QString LeaversTableModel::toolTip(qsizetype listRow, int column) const
{
    const LeaverJudgement *judgement = judgementOf(listRow);
    const bool isAboutVerdict = column == VerdictColumn && judgement != nullptr && !judgement->isExcluded;
    const QString plain =
        isAboutVerdict ? leaverExplanation(*judgement) : inOneLine(text(listRow, column).left(longestText));
    return QStringLiteral("<qt>%1</qt>").arg(plain.toHtmlEscaped());
}

QVariant LeaversTableModel::data(const QModelIndex &index, int role) const
{
    const qsizetype listRow = index.isValid() ? listRowAt(index.row()) : -1;
    if (listRow < 0)
        return {};
    const LeaverJudgement *judgement = judgementOf(listRow);
    switch (role) {
    case Qt::DisplayRole:
        return inOneLine(text(listRow, index.column()).left(longestText));
    case Qt::ToolTipRole:
        return toolTip(listRow, index.column());
    case Qt::DecorationRole:
        if (index.column() == VerdictColumn && judgement != nullptr)
            return actionIcon(signOf(*judgement));
        return {};
    case Qt::FontRole: {
        QFont font;
        font.setStrikeOut(judgement != nullptr && judgement->isExcluded);
        return font.strikeOut() ? QVariant(font) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return index.column() == LineColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ListRowRole:
        return static_cast<qlonglong>(listRow);
    default:
        return {};
    }
}

QVariant LeaversTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case LineColumn:
        return tr("Line");
    case IdColumn:
        return tr("ID");
    case EmailColumn:
        return tr("E-mail");
    case NameColumn:
        return tr("Name");
    case VerdictColumn:
        return tr("Verdict");
    case UserColumn:
        return tr("User");
    default:
        return {};
    }
}

} // namespace offboarding::ui
