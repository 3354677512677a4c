// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userstore.h"
#include "app/leavers/leaverslist.h"
#include "app/leavers/leaververdicts.h"

#include <QDialog>
#include <QList>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace offboarding::ui {

class GuardedButton;
class LeaverCandidates;
class LeaverColumnsBar;
class LeaversTableModel;
class NoticeBar;
class StatePage;

/// A leavers' list: each row with its verdict, and what a person decides about it. Values in, a decision out;
/// somebody else reads the file and judges the rows.
///
/// The button that goes on names the act and is off, with the reason beside it, while a row is unresolved, a
/// tripwire is hit, or the verdicts are being computed. It does nothing but open the act's own dialog.
class LeaversDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p users is borrowed: what users are called, and who can be searched for.
    explicit LeaversDialog(const UserStore &users, QWidget *parent);

    void setReading(const QString &path);
    void setRefused(const QString &path, const Error &error);
    /// @p decisions: as they were when the same file was open before.
    void setList(const LeaversList &list, const LeaverDecisions &decisions);
    /// The verdicts are being computed again.
    void setChecking();
    void setJudgement(const LeaversJudgement &judgement);

    Act act() const;
    const LeaverDecisions &decisions() const { return m_decisions; }
    QString refusal() const; ///< why one cannot go on; empty: one can

Q_SIGNALS:
    void anotherFileRequested();
    void refreshRequested(); ///< the users were not read completely
    void actChosen();
    void columnsChosen(const offboarding::LeaverColumns &columns);
    void decided(const offboarding::LeaverDecisions &decisions);
    /// The dialog is closed already.
    void usersChosen(offboarding::Act act, const QStringList &userIds);

private:
    QWidget *createContent();
    QWidget *createButtons();
    void decide(const LeaverDecisions &decisions);
    void undo();
    void pick(const QString &userId);
    void toggleExcluded();
    void selectNextUnresolved();
    QList<qsizetype> selectedListRows() const;
    qsizetype currentListRow() const;
    void showCurrentRow();
    void applyFilter();
    void updateState();
    QString countsText() const;
    QString goOnName() const;
    void goOn();

    LeaverDecisions m_decisions;
    QList<LeaverDecisions> m_undone; ///< former decisions, the latest last
    LeaversList m_list;
    LeaversJudgement m_judgement;
    bool m_hasList = false;
    bool m_isChecking = false;

    LeaversTableModel *m_model;
    QStackedWidget *m_stack;
    StatePage *m_state;
    QLabel *m_file;
    NoticeBar *m_notices;
    NoticeBar *m_tripwires;
    LeaverColumnsBar *m_columns;
    QCheckBox *m_unresolvedOnly;
    QLabel *m_counts;
    QTableView *m_table;
    QPushButton *m_exclude;
    QPushButton *m_undo;
    QPushButton *m_next;
    LeaverCandidates *m_candidates;
    QComboBox *m_act;
    QLabel *m_reason;
    QPushButton *m_another;
    GuardedButton *m_goOn;
};

} // namespace offboarding::ui
