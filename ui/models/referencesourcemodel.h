// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/referencemap.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace offboarding::ui {

/// One source of references of one user, as a row.
struct SourceRow
{
    QString userId;
    QString userName;
    SourceReading reading;
};

/// What was asked about each user, and how far each answer can be trusted. An unknown count says so.
class ReferenceSourceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { UserColumn, SourceColumn, StatusColumn, CountColumn, ReadColumn, ErrorColumn, ColumnCount };

    explicit ReferenceSourceModel(QObject *parent = nullptr);

    void setRows(QList<SourceRow> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString text(const SourceRow &row, int column);

    QList<SourceRow> m_rows;
};

} // namespace offboarding::ui
