// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/runfolder.h"

#include <QDialog>
#include <QList>

class QLabel;
class QPushButton;
class QTableWidget;

namespace offboarding::ui {

/// Runs that were cut off: what of each is finished and what is open. Goes on with one of them only if
/// somebody says so.
class InterruptedRunsDialog : public QDialog
{
    Q_OBJECT

public:
    InterruptedRunsDialog(const QList<InterruptedRun> &runs, const Connection &here, QWidget *parent);

    void setLocked(bool isLocked); ///< the connection is read-only

Q_SIGNALS:
    /// The dialog is closed already.
    void resumeRequested(const QString &journal);

private:
    void fillRuns();
    void showCurrent();
    QString refusal() const; ///< why the chosen one cannot go on here; empty: it can
    const InterruptedRun *current() const;

    QList<InterruptedRun> m_runs;
    Connection m_here;
    bool m_isLocked = false;
    QTableWidget *m_table;
    QTableWidget *m_steps;
    QLabel *m_about;
    QPushButton *m_resume;
};

} // namespace offboarding::ui
