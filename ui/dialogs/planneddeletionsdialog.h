// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/offboarding/intentions.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace offboarding::ui {

class PlannedDeletionModel;

/// The dated intentions to delete: how long each still waits, what is due, what was missed. Nothing is
/// deleted from here by itself; a deletion goes through its own dialog and gates.
class PlannedDeletionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p store is borrowed and outlives the dialog. @p here: the open connection; only users of its
    /// organisation can be deleted now.
    PlannedDeletionsDialog(const IntentionStore &store, const Connection &here, QWidget *parent);

    /// Why the list or a change failed; empty: nothing to say. Plain text.
    void showProblem(const QString &text);

Q_SIGNALS:
    void cancelRequested(const QString &id);          ///< the dialog stays
    void forceDeleteRequested(const QString &userId); ///< the dialog is closed already

private:
    void updateButtons();
    const Intention *current() const;

    Connection m_here;
    PlannedDeletionModel *m_model;
    QTableView *m_table;
    QStackedWidget *m_pages;
    QLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_forceDelete;
    QTimer m_tick;
    QString m_currentId; ///< across changes of the list
};

} // namespace offboarding::ui
