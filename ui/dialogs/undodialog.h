// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/undo.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QTableWidget;

namespace offboarding::ui {

class GuardedButton;

/// What of a run can be put back, what cannot and why, and the steps that do it.
class UndoDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p undone: the plan of the run. @p here: the open connection.
    UndoDialog(const UndoPreview &preview, const Plan &undone, const Connection &here, QWidget *parent);

    void setLocked(bool isLocked); ///< the connection is read-only
    QString refusal() const;       ///< why it cannot be begun; empty: it can

Q_SIGNALS:
    /// The dialog is closed already.
    void confirmed(const offboarding::Plan &plan);
    void savePlanRequested(); ///< for a second person; the dialog stays

private:
    QTableWidget *createItems();
    void updateState();

    UndoPreview m_preview;
    Plan m_undone;
    Connection m_here;
    bool m_isLocked = false;
    QTimer m_tick;
    QLabel *m_reason;
    GuardedButton *m_confirm;
};

} // namespace offboarding::ui
