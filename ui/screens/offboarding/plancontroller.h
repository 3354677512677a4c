// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/identity.h"
#include "app/offboarding/runner.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QObject>
#include <QPointer>

namespace offboarding::ui {

class PlanDialog;

/// Plans as files: writing one, opening one, approving it as the second person, running exactly it.
class PlanController : public QObject
{
    Q_OBJECT

public:
    PlanController(Services services, Prompts &prompts, QWidget *window);

    void setIdentity(const Identity &identity) { m_identity = identity; }
    /// Asks for a place over @p parent and writes @p plan there.
    void save(QWidget *parent, const Plan &plan);
    void open(); ///< asks for a file and shows its plan

Q_SIGNALS:
    /// Confirmed; the dialog is closed already. @p plan carries the limits of the connection at hand.
    void runRequested(const offboarding::Plan &plan, const offboarding::Decision &decision);
    /// A deletion goes through its own dialog with all its gates.
    void deletionRequested(const offboarding::Plan &plan);
    void fileExported(const QString &path);

private:
    void show(const QString &path, const Result<Plan> &read);
    void approvePlan(PlanDialog *dialog);
    void writeApproval(PlanDialog *dialog);
    void run(PlanDialog *dialog);

    Services m_services;
    Prompts &m_prompts;
    QPointer<QWidget> m_window;
    Identity m_identity;
};

} // namespace offboarding::ui
