// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/reportchecker.h"

#include <QAbstractTableModel>
#include <QList>

namespace offboarding::ui {

/// Whether the search index has caught up with each user: the state of a direct read against what a search
/// finds, and how long that has been looked at.
class SearchIndexModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { UserColumn, DirectColumn, IndexColumn, LooksColumn, ElapsedColumn, ColumnCount };

    explicit SearchIndexModel(QObject *parent = nullptr);

    void setReading(const ReportCheckReading &reading);
    void clear();
    QString explanation(int row) const;
    int count(IndexState state) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString userName;
        IndexReading reading;
    };

    static QString text(const Row &row, int column);

    QList<Row> m_rows;
};

} // namespace offboarding::ui
