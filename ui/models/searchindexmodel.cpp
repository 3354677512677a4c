// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/searchindexmodel.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/reporttext.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

SearchIndexModel::SearchIndexModel(QObject *parent) : QAbstractTableModel(parent) {}

void SearchIndexModel::setReading(const ReportCheckReading &reading)
{
    QList<Row> rows;
    for (qsizetype i = 0; i < reading.index.size(); ++i) {
        const QString name =
            i < reading.users.size() ? reading.users.at(i).identity() : reading.index.at(i).userId;
        rows.append({inOneLine(name).left(300), reading.index.at(i)});
    }
    const bool isReset = rows.size() != m_rows.size();
    if (isReset)
        beginResetModel();
    m_rows = std::move(rows);
    if (isReset)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void SearchIndexModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

QString SearchIndexModel::explanation(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    return indexExplanation(m_rows.at(row).reading, m_rows.at(row).userName);
}

int SearchIndexModel::count(IndexState state) const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), [state](const Row &row) {
        return row.reading.isOver && row.reading.state == state;
    }));
}

int SearchIndexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SearchIndexModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SearchIndexModel::text(const Row &row, int column)
{
    switch (column) {
    case UserColumn:
        return row.userName;
    case DirectColumn: {
        const UserState state = userStateFromName(row.reading.directState);
        return state == UserState::Unknown ? inOneLine(row.reading.directState).left(100)
                                           : displayText(state);
    }
    case IndexColumn:
        return indexStateText(row.reading);
    case LooksColumn:
        return QLocale().toString(row.reading.attempts);
    case ElapsedColumn:
        return row.reading.attempts == 0
                   ? QString()
                   : tr("%1 s").arg(QLocale().toString(
                         static_cast<double>(row.reading.elapsedMilliseconds) / 1000.0, 'f', 1));
    default:
        return {};
    }
}

QVariant SearchIndexModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return QString(QLatin1String("<qt>") + explanation(index.row()).toHtmlEscaped() +
                       QLatin1String("</qt>"));
    case Qt::DecorationRole:
        if (index.column() == IndexColumn && row.reading.isOver && qApp != nullptr)
            return QApplication::style()->standardIcon(row.reading.state == IndexState::Agrees
                                                           ? QStyle::SP_DialogApplyButton
                                                           : QStyle::SP_MessageBoxWarning);
        return {};
    default:
        return {};
    }
}

QVariant SearchIndexModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case UserColumn:
        return tr("User");
    case DirectColumn:
        return tr("State, read directly");
    case IndexColumn:
        return tr("Search index");
    case LooksColumn:
        return tr("Looked");
    case ElapsedColumn:
        return tr("For");
    default:
        return {};
    }
}

} // namespace offboarding::ui
