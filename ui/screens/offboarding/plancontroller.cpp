// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/offboarding/plancontroller.h"

#include "app/offboarding/plancheck.h"
#include "app/offboarding/plandocument.h"
#include "ui/dialogs/plandialog.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/plantext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThreadPool>

#include <memory>

namespace offboarding::ui {

namespace {

QString whoOf(const Plan &plan)
{
    return plan.users.size() == 1
               ? inOneLine(plan.users.first().identity())
               : PlanController::tr("%n user(s)", nullptr, static_cast<int>(plan.users.size()));
}

} // namespace

PlanController::PlanController(Services services, Prompts &prompts, QWidget *window)
    : QObject(window), m_services(services), m_prompts(prompts), m_window(window)
{
}

void PlanController::save(QWidget *parent, const Plan &plan)
{
    const QString name =
        QStringLiteral("plan-%1-%2.json")
            .arg(actName(plan.act), QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    m_prompts.chooseSaveFile(
        parent, tr("Save plan"), name, {tr("Plan (*.json)")},
        [this, parent = QPointer<QWidget>(parent), plan](const QString &path) {
            if (path.isEmpty())
                return;
            QWidget *over = parent != nullptr ? parent.data() : m_window.data();
            if (const Result<Done> written = writePlan(path, plan); !written) {
                m_prompts.inform(over, tr("The plan was not written"), path,
                                 planProblemText(written.error()));
                return;
            }
            Q_EMIT fileExported(path);
            QString detail = tr("Good until %1. SHA-256: %2").arg(localTime(plan.expires), planHash(plan));
            if (needsSecondPerson(m_services.connection, plan.act))
                detail += QLatin1Char('\n') +
                          tr("A second person has to approve it: on their own sign-in, with Open plan… and "
                             "Approve…. Then open it here and choose Run….");
            m_prompts.inform(over, tr("The plan is written"), path, detail);
        });
}

void PlanController::open()
{
    m_prompts.chooseOpenFile(
        m_window, tr("Open plan"), {tr("Plan (*.json)"), tr("All files (*)")}, [this](const QString &path) {
            if (path.isEmpty())
                return;
            // A plan for thousands of users takes a moment; the window does not wait for it.
            QThreadPool::globalInstance()->start([self = QPointer<PlanController>(this), path] {
                const auto plan = std::make_shared<Result<Plan>>(readPlan(path));
                QMetaObject::invokeMethod(qApp, [self, path, plan] {
                    if (self != nullptr)
                        self->show(path, *plan);
                });
            });
        });
}

void PlanController::show(const QString &path, const Result<Plan> &read)
{
    if (!read) {
        m_prompts.inform(m_window, tr("This plan cannot be used"), path, planProblemText(read.error()));
        return;
    }
    auto *dialog = new PlanDialog(*read, path, m_services.connection, m_identity, m_window);
    if (m_services.lock != nullptr) {
        dialog->setLocked(m_services.lock->isLocked());
        connect(m_services.lock, &WriteLock::lockChanged, dialog, &PlanDialog::setLocked);
    }
    connect(dialog, &PlanDialog::approveRequested, this, [this, dialog] { approvePlan(dialog); });
    connect(dialog, &PlanDialog::runRequested, this, [this, dialog] { run(dialog); });
    dialog->open();
}

void PlanController::approvePlan(PlanDialog *dialog)
{
    const Plan &plan = dialog->plan();
    m_prompts.confirm(dialog, tr("Approve the plan"),
                      tr("Approve as %1: %2 for %3 in %4, planned by %5?")
                          .arg(inOneLine(displayName(m_identity)), displayText(plan.act), whoOf(plan),
                               inOneLine(plan.organizationName), inOneLine(displayName(plan.author))),
                      tr("Approve"), [this, dialog = QPointer<PlanDialog>(dialog)](bool isConfirmed) {
                          if (isConfirmed && dialog != nullptr)
                              writeApproval(dialog);
                      });
}

void PlanController::writeApproval(PlanDialog *dialog)
{
    // What is approved is what was looked at, and approvals that came in meanwhile are kept.
    const Result<Plan> onDisk = readPlan(dialog->path());
    const QString title = tr("The plan was not approved");
    if (!onDisk) {
        m_prompts.inform(dialog, title, dialog->path(), planProblemText(onDisk.error()));
        return;
    }
    if (planHash(*onDisk) != planHash(dialog->plan())) {
        m_prompts.inform(dialog, title, dialog->path(),
                         tr("Another plan is in the file now. Close this, and open it again."));
        return;
    }
    const Result<Plan> approved = approve(*onDisk, m_identity, QDateTime::currentDateTimeUtc());
    if (!approved) {
        m_prompts.inform(dialog, title, dialog->path(), planProblemText(approved.error()));
        return;
    }
    if (const Result<Done> written = writePlan(dialog->path(), *approved); !written) {
        m_prompts.inform(dialog, title, dialog->path(), planProblemText(written.error()));
        return;
    }
    dialog->setPlan(*approved);
}

void PlanController::run(PlanDialog *dialog)
{
    const Plan plan = rebased(dialog->plan(), m_services.connection, m_identity);
    if (plan.act == Act::ForceDelete || plan.act == Act::Delete) {
        dialog->accept();
        Q_EMIT deletionRequested(plan);
        return;
    }
    Decision decision;
    decision.typedOrganization = dialog->typedOrganization();
    m_prompts.confirm(
        dialog, tr("Run the plan"),
        tr("%1 for %2 in %3, exactly as in the file? Each user is checked again right before every change "
           "and read back after it.")
            .arg(displayText(plan.act), whoOf(plan), inOneLine(organizationOf(m_services.connection))),
        tr("Run"), [this, dialog = QPointer<PlanDialog>(dialog), plan, decision](bool isConfirmed) {
            if (!isConfirmed || dialog == nullptr || !dialog->refusal().isEmpty())
                return;
            dialog->accept();
            Q_EMIT runRequested(plan, decision);
        });
}

} // namespace offboarding::ui
