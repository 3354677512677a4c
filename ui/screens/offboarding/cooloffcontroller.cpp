// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/offboarding/cooloffcontroller.h"

#include "ui/dialogs/planneddeletionsdialog.h"
#include "ui/widgets/connectiontext.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"

namespace offboarding::ui {

CoolOffController::CoolOffController(Services services, IntentionStore &store, Prompts &prompts,
                                     QWidget *window)
    : QObject(window), m_services(services), m_store(store), m_prompts(prompts), m_window(window)
{
    connect(&m_services.runner, &Runner::runFinished, this, &CoolOffController::finished);
    connect(&m_store, &IntentionStore::intentionsChanged, this, &CoolOffController::updateNotice);
}

void CoolOffController::planAfter(const QString &runId, int days)
{
    if (days > 0)
        m_days.insert(runId, days);
}

void CoolOffController::load()
{
    const Result<Done> loaded = m_store.load();
    m_loadProblem = loaded ? QString() : describeBriefly(loaded.error());
    updateNotice();
}

void CoolOffController::tick()
{
    updateNotice();
}

void CoolOffController::finished(const QString &runId)
{
    const RunResult *run = m_services.runner.find(runId);
    const int days = m_days.take(runId);
    if (run == nullptr)
        return;
    if (run->plan.act == Act::Deactivate && days > 0)
        enter(*run, days);
    else if (run->plan.act == Act::Delete || run->plan.act == Act::ForceDelete)
        settle(*run);
}

void CoolOffController::enter(const RunResult &run, int days)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int entered = 0;
    QStringList problems;
    for (const User &user : run.plan.users) {
        // Only who is certainly out: a deletion must not be planned on a guess.
        if (!run.isProven(user.id)) {
            problems.append(tr("%1: the deactivation was not read back").arg(inOneLine(user.identity())));
            continue;
        }
        Intention intention = makeIntention(m_services.connection, user, m_identity, days, now);
        if (const Result<Done> planned = m_store.plan(intention); !planned)
            problems.append(tr("%1: %2").arg(inOneLine(user.identity()), describeBriefly(planned.error())));
        else
            ++entered;
    }
    if (entered > 0)
        Q_EMIT messageChanged(
            tr("%n deletion(s) planned for %1", nullptr, entered).arg(localTime(now.addDays(days))));
    if (!problems.isEmpty())
        m_prompts.inform(
            m_window, tr("%n deletion(s) were not planned", nullptr, static_cast<int>(problems.size())),
            tr("Nobody will be reminded to delete these users."), problems.join(QLatin1Char('\n')));
}

void CoolOffController::settle(const RunResult &run)
{
    for (const User &user : run.plan.users) {
        const Intention *open = m_store.findOpen(m_services.connection.organizationId, user.id);
        if (open == nullptr || !run.isProven(user.id))
            continue;
        const QString id = open->id;
        const Result<Done> done = m_store.finish(id, run.id, QDateTime::currentDateTimeUtc());
        if (!done)
            m_prompts.inform(
                m_window, tr("The list of planned deletions was not changed"),
                tr("%1 is deleted, but still stands in the list.").arg(inOneLine(user.identity())),
                describeBriefly(done.error()));
    }
}

void CoolOffController::showPlanned()
{
    load();
    auto *dialog = new PlannedDeletionsDialog(m_store, m_services.connection, m_window);
    dialog->showProblem(m_loadProblem);
    connect(dialog, &PlannedDeletionsDialog::forceDeleteRequested, this,
            &CoolOffController::forceDeleteRequested);
    connect(dialog, &PlannedDeletionsDialog::cancelRequested, this, [this, dialog](const QString &id) {
        const Result<Done> done =
            m_store.cancel(id, displayName(m_identity), QDateTime::currentDateTimeUtc());
        dialog->showProblem(done ? QString() : describeBriefly(done.error()));
    });
    dialog->open();
}

void CoolOffController::updateNotice()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int due = 0;
    int missed = 0;
    QStringList details;
    for (const Intention &intention : m_store.intentions()) {
        const IntentionState state = intention.state(now);
        if (state != IntentionState::Due && state != IntentionState::Missed)
            continue;
        (state == IntentionState::Due ? due : missed) += 1;
        const QString who = intention.userEmail.isEmpty() ? intention.userId : intention.userEmail;
        details.append(
            tr("%1, %2, due %3")
                .arg(inOneLine(who), inOneLine(intention.organizationName), localTime(intention.due)));
    }
    QStringList sentences;
    if (!m_loadProblem.isEmpty())
        sentences.append(tr("The planned deletions could not be read: %1").arg(m_loadProblem));
    if (due > 0)
        sentences.append(
            tr("%n planned deletion(s) are due. Nothing is deleted until you decide.", nullptr, due));
    if (missed > 0)
        sentences.append(tr("%n planned deletion(s) were missed: nobody decided, and nobody was deleted.",
                            nullptr, missed));
    const QString text = sentences.join(QLatin1Char(' '));
    if (text == m_notice)
        return;
    m_notice = text;
    Q_EMIT noticeChanged(text, details);
}

} // namespace offboarding::ui
