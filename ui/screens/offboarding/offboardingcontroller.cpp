// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/offboarding/offboardingcontroller.h"

#include "ui/dialogs/clearreferencesdialog.h"
#include "ui/dialogs/deactivatedialog.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/dialogs/restoredialog.h"
#include "ui/dialogs/runresultdialog.h"
#include "ui/screens/offboarding/cooloffcontroller.h"
#include "ui/screens/offboarding/journaledruns.h"
#include "ui/screens/offboarding/plancontroller.h"
#include "ui/screens/offboarding/reportexporter.h"
#include "ui/screens/offboarding/undocontroller.h"
#include "ui/widgets/displaytext.h"

#include <QApplication>
#include <QFile>
#include <QSaveFile>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace offboarding::ui {

namespace {

constexpr QLatin1String deleteAfterEnding(".delete-after-days");

/// What was confirmed about a user and must not change behind the dialog.
bool isSame(const User &shown, const User &now)
{
    return shown.state == now.state && shown.version == now.version && shown.name == now.name &&
           shown.email == now.email;
}

} // namespace

OffboardingController::OffboardingController(Services services, Prompts &prompts, QWidget *window)
    : QObject(window), m_services(services), m_prompts(prompts), m_window(window),
      m_exporter(new ReportExporter(prompts, window)), m_plans(new PlanController(services, prompts, window)),
      m_journaled(new JournaledRuns(services, services.journals, prompts, window)),
      m_undo(new UndoController(services, prompts, window))
{
    connect(m_undo, &UndoController::savePlanRequested, m_plans, &PlanController::save);
    connect(m_undo, &UndoController::runRequested, this, [this](const Plan &plan) {
        if (const QString runId = m_journaled->start(plan, {}); !runId.isEmpty())
            Q_EMIT runQueued(runId);
    });
    connect(m_plans, &PlanController::runRequested, this, [this](const Plan &plan, const Decision &decision) {
        if (const QString runId = m_journaled->start(plan, decision); !runId.isEmpty())
            Q_EMIT runQueued(runId);
    });
    connect(m_journaled, &JournaledRuns::resumed, this, [this](const QString &runId, const QString &journal) {
        QFile file(journal + deleteAfterEnding);
        const int days = file.open(QIODevice::ReadOnly) ? file.read(8).trimmed().toInt() : 0;
        if (m_coolOff != nullptr && days >= fewestCoolOffDays && days <= mostCoolOffDays)
            m_coolOff->planAfter(runId, days);
    });
    connect(m_plans, &PlanController::deletionRequested, this,
            [this](const Plan &plan) { openDelete(plan.act, plan.users.value(0).id, &plan); });
    connect(m_plans, &PlanController::fileExported, this, &OffboardingController::fileExported);
    connect(&m_services.preview, &PlanPreview::progressChanged, this,
            [this](quint64 ticket, int done, int total) {
                if (ActDialog *dialog = m_dialogs.value(ticket))
                    dialog->showReading(done, total);
                else if (m_exports.contains(ticket))
                    Q_EMIT messageChanged(tr("Reading references: user %1 of %2").arg(done).arg(total));
            });
    connect(&m_services.preview, &PlanPreview::prepared, this, &OffboardingController::showPrepared);
    connect(&m_services.users, &UserStore::userChanged, this,
            [this](int row) { watchUser(m_services.users.users().value(row)); });
    connect(&m_services.users, &UserStore::usersReset, this, &OffboardingController::watchAllUsers);
    connect(&m_services.references, &ReferenceFinder::mapChanged, this,
            &OffboardingController::watchReferences);
    connect(&m_services.runner, &Runner::runFinished, this, &OffboardingController::finished);
    if (m_services.intentions != nullptr) {
        m_coolOff = new CoolOffController(m_services, *m_services.intentions, prompts, window);
        connect(m_coolOff, &CoolOffController::forceDeleteRequested, this,
                &OffboardingController::forceDelete);
        connect(m_coolOff, &CoolOffController::messageChanged, this, &OffboardingController::messageChanged);
    }
    connect(m_exporter, &ReportExporter::fileExported, this, &OffboardingController::fileExported);
}

void OffboardingController::deactivate(const QStringList &userIds)
{
    act(Act::Deactivate, userIds);
}

void OffboardingController::deleteUser(const QString &userId)
{
    act(Act::Delete, {userId});
}

void OffboardingController::forceDelete(const QString &userId)
{
    act(Act::ForceDelete, {userId});
}

void OffboardingController::restore(const QStringList &userIds)
{
    act(Act::Restore, userIds);
}

void OffboardingController::act(Act act, const QStringList &userIds)
{
    if (userIds.isEmpty() || userIds.first().isEmpty())
        return;
    switch (act) {
    case Act::Deactivate:
        open(new DeactivateDialog(m_services.connection, m_window), act, userIds);
        return;
    case Act::Restore:
        open(new RestoreDialog(m_services.connection, m_window), act, userIds);
        return;
    case Act::Delete:
    case Act::ForceDelete:
        openDelete(act, userIds.first());
        return;
    case Act::ClearReferences:
        clearReferences(userIds, {});
        return;
    case Act::Undo:
        return; // is planned from a run, not from users
    }
}

void OffboardingController::openDelete(Act act, const QString &userId, const Plan *given)
{
    auto *dialog = new DeleteDialog(act, m_services.connection, m_window);
    if (given != nullptr)
        dialog->setPlan(*given);
    if (const User *known = m_services.users.find(userId))
        dialog->setKnownIdentity(known->identity());
    connect(dialog, &DeleteDialog::exportEvidenceRequested, this, [this, dialog] { exportEvidence(dialog); });
    connect(dialog, &DeleteDialog::clearReferencesRequested, this,
            [this, userId] { clearReferences({userId}, {}); });
    connect(dialog, &DeleteDialog::deactivateRequested, this, [this, userId] { deactivate({userId}); });
    open(dialog, act, {userId});
}

void OffboardingController::clearReferences(const QStringList &userIds,
                                            const QList<ConversationKey> &conversations)
{
    QStringList who = userIds;
    QSet<QPair<QString, QString>> chosen;
    if (!conversations.isEmpty()) {
        who.clear();
        for (const ConversationKey &key : conversations) {
            chosen.insert({key.userId, key.conversationId});
            if (!who.contains(key.userId))
                who.append(key.userId);
        }
    }
    if (who.isEmpty())
        return;
    auto *dialog = new ClearReferencesDialog(m_services.connection, m_window);
    dialog->setConversations(chosen);
    open(dialog, Act::ClearReferences, who);
}

void OffboardingController::open(ActDialog *dialog, Act act, const QStringList &userIds)
{
    dialog->setUserIds(userIds);
    connect(dialog, &ActDialog::readAgainRequested, this, [this, dialog, act] { readFor(dialog, act); });
    connect(dialog, &ActDialog::confirmed, this, [this, dialog](const Plan &plan, const Decision &decision) {
        remember(dialog);
        const QString runId = m_journaled->start(plan, decision);
        if (runId.isEmpty())
            return;
        if (const auto *deactivating = qobject_cast<DeactivateDialog *>(dialog);
            deactivating != nullptr && m_coolOff != nullptr)
            planDeletion(runId, deactivating->deleteAfterDays());
        Q_EMIT runQueued(runId);
    });
    connect(dialog, &ActDialog::savePlanRequested, this, [this, dialog](const Plan &plan) {
        remember(dialog);
        m_plans->save(dialog, plan);
    });
    connect(dialog, &QDialog::finished, this, [this, dialog] {
        if (const quint64 ticket = m_dialogs.key(dialog, 0)) {
            m_dialogs.remove(ticket);
            m_services.preview.forget(ticket);
        }
    });
    if (m_services.lock != nullptr) {
        dialog->setLocked(m_services.lock->isLocked());
        connect(m_services.lock, &WriteLock::lockChanged, dialog, &ActDialog::setLocked);
    }
    readFor(dialog, act);
    dialog->open();
}

void OffboardingController::remember(const ActDialog *dialog)
{
    const std::optional<PlanOptions> options = dialog->rememberedOptions();
    if (!options || *options == m_services.connection.planOptions)
        return;
    m_services.connection.planOptions = *options;
    Q_EMIT planOptionsChosen(*options);
}

/// Kept beside the journal, so that a run that is cut off still plans the deletion when it goes on.
void OffboardingController::planDeletion(const QString &runId, int days)
{
    const RunResult *run = m_services.runner.find(runId);
    if (days <= 0 || run == nullptr)
        return;
    m_coolOff->planAfter(runId, days);
    QSaveFile file(run->journal + deleteAfterEnding);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(days)) < 0 || !file.commit())
        Q_EMIT messageChanged(tr("If this run is cut off, the later deletion has to be planned by hand"));
}

void OffboardingController::readFor(ActDialog *dialog, Act act)
{
    if (const quint64 former = m_dialogs.key(dialog, 0)) {
        m_dialogs.remove(former);
        m_services.preview.forget(former);
    }
    dialog->showReading(0, static_cast<int>(dialog->userIds().size()));
    const bool isDeep = dialog->wantsSurroundings();
    dialog->setReadsSurroundings(isDeep);
    m_dialogs.insert(m_services.preview.prepare(act, dialog->userIds(),
                                                isDeep ? ReadingDepth::Everything : ReadingDepth::Gates),
                     dialog);
}

void OffboardingController::showPrepared(quint64 ticket, const PreparedPlan &prepared)
{
    if (ActDialog *dialog = m_dialogs.value(ticket)) {
        dialog->setPrepared(prepared);
    } else if (const QString path = m_exports.take(ticket); !path.isEmpty()) {
        Q_EMIT messageChanged({});
        m_exporter->writeReferences(path, prepared);
    }
}

void OffboardingController::watchAllUsers()
{
    for (const QPointer<ActDialog> &dialog : std::as_const(m_dialogs)) {
        if (dialog == nullptr)
            continue;
        for (const User &shown : dialog->prepared().input.users) {
            const User *now = m_services.users.find(shown.id);
            if (now == nullptr || !isSame(shown, *now))
                dialog->markChanged();
        }
    }
}

void OffboardingController::watchUser(const User &now)
{
    for (const QPointer<ActDialog> &dialog : std::as_const(m_dialogs)) {
        if (dialog == nullptr)
            continue;
        const QList<User> &shown = dialog->prepared().input.users;
        const bool isOther = std::any_of(shown.cbegin(), shown.cend(), [&](const User &user) {
            return user.id == now.id && !isSame(user, now);
        });
        if (isOther)
            dialog->markChanged();
    }
}

void OffboardingController::watchReferences(const QString &userId)
{
    const ReferenceMap *now = m_services.references.map(userId);
    for (const QPointer<ActDialog> &dialog : std::as_const(m_dialogs)) {
        const ReferenceMap *shown = dialog == nullptr ? nullptr : dialog->prepared().map(userId);
        if (shown != nullptr && now != nullptr && hasChanged(*shown, *now))
            dialog->markChanged();
    }
}

void OffboardingController::exportEvidence(DeleteDialog *dialog)
{
    const PreparedPlan prepared = dialog->prepared();
    if (prepared.input.users.isEmpty())
        return;
    m_exporter->exportEvidence(dialog, prepared, prepared.input.users.first(),
                               [dialog = QPointer<DeleteDialog>(dialog)](const EvidenceFile &evidence) {
                                   if (dialog != nullptr)
                                       dialog->setEvidence(evidence);
                               });
}

void OffboardingController::exportUsers(const QStringList &userIds, const QStringList &columnTitles,
                                        const QList<QStringList> &rows)
{
    QList<User> users;
    for (const QString &id : userIds) {
        if (const User *user = m_services.users.find(id))
            users.append(*user);
    }
    m_exporter->exportUsers(users, {columnTitles, rows});
}

void OffboardingController::exportReferences(const QStringList &userIds)
{
    if (userIds.isEmpty())
        return;
    const QString day = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    m_exporter->choosePath(m_window, tr("Export references"), QStringLiteral("references-%1.csv").arg(day),
                           [this, userIds](const QString &path) {
                               m_exports.insert(m_services.preview.prepare(Act::ClearReferences, userIds),
                                                path);
                           });
}

void OffboardingController::exportRun(const QString &runId)
{
    if (const RunResult *run = m_services.runner.find(runId))
        m_exporter->exportRun(*run);
}

void OffboardingController::exportReportCheck(QWidget *parent, const ReportCheckReading &reading)
{
    m_exporter->exportReportCheck(parent, reading);
}

void OffboardingController::finished(const QString &runId)
{
    const RunResult *run = m_services.runner.find(runId);
    if (run == nullptr)
        return;
    notifySoon(runId);
    const QString act = displayText(run->plan.act);
    Q_EMIT messageChanged(run->isVerified() ? tr("%1: all steps done and read back").arg(act)
                                            : tr("%1: not everything was done, see the activity").arg(act));
    // What went wrong is shown at once, unless the admin is in the middle of another decision; what still
    // differs after an undo is listed, whatever came of it.
    const bool isShown = !run->isVerified() || run->plan.act == Act::Undo;
    if (isShown && m_window != nullptr && m_window->isVisible() &&
        QApplication::activeModalWidget() == nullptr)
        showRun(runId);
}

void OffboardingController::notifySoon(const QString &runId)
{
    // While a dialog closes, no window is in front for a moment.
    constexpr int settleMilliseconds = 400;
    QTimer::singleShot(settleMilliseconds, this, [this, runId] {
        if (const RunResult *run = m_services.runner.find(runId))
            notify(*run);
    });
}

void OffboardingController::notify(const RunResult &run)
{
    if (QApplication::activeWindow() != nullptr)
        return; // it is in front: whoever sits there sees it
    if (m_window != nullptr)
        QApplication::alert(m_window);
    const QString act = displayText(run.plan.act);
    m_prompts.notify(run.isVerified() ? tr("%1: done and read back").arg(act)
                                      : tr("%1: not everything was done").arg(act),
                     tr("%1 – done: %2, kept: %3, skipped: %4, failed: %5")
                         .arg(inOneLine(m_services.connection.name))
                         .arg(run.count(Outcome::Done))
                         .arg(run.count(Outcome::Kept))
                         .arg(run.count(Outcome::Skipped))
                         .arg(run.count(Outcome::Failed)));
}

void OffboardingController::retry(const QString &runId)
{
    if (const RunResult *run = m_services.runner.find(runId))
        act(run->plan.act, m_services.runner.unfinishedUserIds(runId));
}

void OffboardingController::showRun(const QString &runId)
{
    const RunResult *run = m_services.runner.find(runId);
    if (run == nullptr)
        return;
    QHash<QString, ReferenceMap> maps;
    for (const User &user : run->plan.users) {
        if (const ReferenceMap *map = m_services.references.map(user.id))
            maps.insert(user.id, *map);
    }
    auto *dialog = new RunResultDialog(*run, maps, m_services.runner.unfinishedUserIds(runId), m_window);
    connectResult(dialog, *run);
    dialog->open();
}

void OffboardingController::connectResult(RunResultDialog *dialog, const RunResult &run)
{
    const QString runId = run.id;
    const Act runAct = run.plan.act;
    connect(dialog, &RunResultDialog::retryRequested, this,
            [this, runAct](const QStringList &userIds) { act(runAct, userIds); });
    connect(dialog, &RunResultDialog::undoRequested, this, [this, runId] { m_undo->undo(runId); });
    connect(dialog, &RunResultDialog::clearReferencesRequested, this,
            [this](const QStringList &userIds) { clearReferences(userIds, {}); });
    connect(dialog, &RunResultDialog::deactivateRequested, this,
            [this](const QStringList &userIds) { deactivate(userIds); });
    connect(dialog, &RunResultDialog::reportCheckRequested, this,
            &OffboardingController::reportCheckRequested);
    connect(dialog, &RunResultDialog::exportRequested, this, [this, runId] { exportRun(runId); });
}

} // namespace offboarding::ui
