// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/identity.h"
#include "app/offboarding/plan.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace offboarding::ui {

class GateList;

/// A plan from a file: who made it, when, for whom, its steps and its hash; why it cannot be run here and
/// now; approving it as the second person; running exactly it.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p plan as it was read from @p path, not rebased. @p here: the open connection. @p signedInAs: by
    /// whom.
    PlanDialog(const Plan &plan, const QString &path, const Connection &here, const Identity &signedInAs,
               QWidget *parent);

    const Plan &plan() const { return m_plan; }
    QString path() const { return m_path; }
    /// The same plan with its new approval.
    void setPlan(const Plan &plan);
    void setLocked(bool isLocked); ///< the connection is read-only
    QString typedOrganization() const;
    /// Why it cannot be run; empty: it can.
    QString refusal() const;

Q_SIGNALS:
    void approveRequested();
    void runRequested();

private:
    void fill();
    void updateState();
    QString approvalProblem() const;
    bool needsBulkText() const;
    QString bulkText() const;

    Plan m_plan;
    QString m_path;
    Connection m_here;
    Identity m_signedInAs;
    bool m_isLocked = false;
    QTimer m_tick;

    QLabel *m_headline;
    QLabel *m_facts;
    GateList *m_state;
    QWidget *m_bulk;
    QLineEdit *m_bulkText;
    QPushButton *m_approve;
    QPushButton *m_run;
};

} // namespace offboarding::ui
