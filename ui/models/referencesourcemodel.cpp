// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/referencesourcemodel.h"

#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QStyle>

namespace offboarding::ui {

ReferenceSourceModel::ReferenceSourceModel(QObject *parent) : QAbstractTableModel(parent) {}

void ReferenceSourceModel::setRows(QList<SourceRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ReferenceSourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReferenceSourceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ReferenceSourceModel::text(const SourceRow &row, int column)
{
    switch (column) {
    case UserColumn:
        return (row.userName.isEmpty() ? row.userId : row.userName).left(300).simplified();
    case SourceColumn:
        return sourceDisplayName(row.reading.name);
    case StatusColumn:
        return displayText(row.reading.status);
    case CountColumn:
        return row.reading.count ? QLocale().toString(*row.reading.count) : tr("unknown");
    case ReadColumn:
        return row.reading.readAt.isValid() ? localTime(row.reading.readAt) : tr("never");
    case ErrorColumn:
        return row.reading.error ? describe(*row.reading.error).title.simplified() : QString();
    default:
        return {};
    }
}

QVariant ReferenceSourceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const SourceRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole: {
        const QString plain =
            row.reading.error ? describeBriefly(*row.reading.error) : text(row, index.column());
        return QString(QLatin1String("<qt>") + plain.toHtmlEscaped() + QLatin1String("</qt>"));
    }
    case Qt::DecorationRole:
        if (index.column() == StatusColumn && qApp != nullptr) {
            return QApplication::style()->standardIcon(row.reading.status == SourceStatus::Fresh
                                                           ? QStyle::SP_DialogApplyButton
                                                           : QStyle::SP_MessageBoxWarning);
        }
        return {};
    default:
        return {};
    }
}

QVariant ReferenceSourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case UserColumn:
        return tr("User");
    case SourceColumn:
        return tr("Source");
    case StatusColumn:
        return tr("Status");
    case CountColumn:
        return tr("Count");
    case ReadColumn:
        return tr("Read at");
    case ErrorColumn:
        return tr("Error");
    default:
        return {};
    }
}

} // namespace offboarding::ui
