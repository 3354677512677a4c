// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userstore.h"
#include "app/leavers/leaververdicts.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace offboarding::ui {

/// Why a row of a leavers' list has its verdict, and who could be meant by it: those who look alike, or
/// whoever a search finds. The admin picks one by hand.
class LeaverCandidates : public QWidget
{
    Q_OBJECT

public:
    /// @p users is borrowed.
    explicit LeaverCandidates(const UserStore &users, QWidget *parent = nullptr);

    /// Null: no row is current.
    void setRow(const LeaverRow *row, const LeaverJudgement *judgement);

Q_SIGNALS:
    void picked(const QString &userId);

private:
    void showUsers(const QStringList &userIds);
    void showFound();
    void pick();
    void updateButton();
    QString currentUserId() const;

    const UserStore &m_users;
    QStringList m_candidateIds;
    bool m_canPick = false;
    QLabel *m_explanation;
    QTableWidget *m_table;
    QLineEdit *m_search;
    QPushButton *m_use;
};

} // namespace offboarding::ui
