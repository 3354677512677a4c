// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userstore.h"
#include "app/leavers/leaververdicts.h"

#include <QAbstractTableModel>
#include <QList>

namespace offboarding::ui {

/// The rows of a leavers' list as the file has them, each with its verdict and the user it means. Rows carry
/// their index in the list across filtering.
class LeaversTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LineColumn, IdColumn, EmailColumn, NameColumn, VerdictColumn, UserColumn, ColumnCount };
    enum Role { ListRowRole = Qt::UserRole }; ///< qsizetype: index in the list

    /// @p users is borrowed; it says what matched users are called.
    explicit LeaversTableModel(const UserStore &users, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Other rows; they have no verdict until setJudgement().
    void setRows(const QList<LeaverRow> &rows);
    /// One verdict per row. What is shown follows the filter, except that a row stays until the filter is
    /// applied again: a row must not vanish from under the hand that decides about it.
    void setJudgement(const LeaversJudgement &judgement);
    void setUnresolvedOnly(bool isUnresolvedOnly);
    bool isUnresolvedOnly() const { return m_isUnresolvedOnly; }

    qsizetype listRowAt(int row) const;        ///< -1 if there is no such row
    int rowOfListRow(qsizetype listRow) const; ///< -1 if it is not shown
    const QList<LeaverRow> &rows() const { return m_rows; }
    const LeaverJudgement *judgementOf(qsizetype listRow) const; ///< null while it is not judged

private:
    void applyFilter();
    QString text(qsizetype listRow, int column) const;
    QString verdictText(const LeaverJudgement *judgement) const;
    QString toolTip(qsizetype listRow, int column) const;

    const UserStore &m_users;
    QList<LeaverRow> m_rows;
    QList<LeaverJudgement> m_judgements;
    QList<qsizetype> m_shown; ///< indexes in the list, ascending
    bool m_isUnresolvedOnly = false;
};

} // namespace offboarding::ui
