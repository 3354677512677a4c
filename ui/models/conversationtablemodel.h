// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/referencemap.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <QList>

namespace offboarding::ui {

/// One conversation of one user, as a row.
struct ConversationRow
{
    ConversationReference reference;
    QString userName; ///< hostile plain text
};

/// Shows conversation references. Holds no request and no store: rows are given, ids are carried.
///
/// Sorts by raw values with a tie-breaker; what blocks comes first by default. setRows() keeps the selection:
/// rows that stay keep their persistent indexes.
class ConversationTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        UserColumn,
        MediaColumn,
        ConversationColumn,
        QueueColumn,
        DirectionColumn,
        PurposeColumn,
        StateColumn,
        CustomerColumn,
        StartedColumn,
        AgeColumn,
        ColumnCount
    };
    enum Role { UserIdRole = Qt::UserRole + 1, ConversationIdRole };

    explicit ConversationTableModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Replaces all rows by @p rows, told to views as removals, changes, insertions and moves.
    void setRows(QList<ConversationRow> rows);
    const ConversationRow *row(int row) const; ///< null outside; valid until the next setRows()
    int rowOf(const QString &userId, const QString &conversationId) const; ///< -1: not there

    /// Ages are counted up to @p now (UTC). Only rows @p first to @p last are repainted.
    void setNow(const QDateTime &now, int first, int last);

private:
    static QString keyOf(const ConversationReference &reference);
    QString displayText(const ConversationRow &row, int column) const;
    QString toolTip(const ConversationRow &row, int column) const;
    bool isBefore(const ConversationRow &left, const ConversationRow &right) const;
    void sortRows();
    void removeMissing(const QHash<QString, qsizetype> &wanted, const QList<ConversationRow> &rows);

    QList<ConversationRow> m_rows;
    QDateTime m_now;
    int m_sortColumn = StateColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace offboarding::ui
