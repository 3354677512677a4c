// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/preparedplan.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>

namespace offboarding::ui {

class ActDialog;
class CoolOffController;
class DeleteDialog;
class JournaledRuns;
class PlanController;
class ReportExporter;
class RunResultDialog;
class UndoController;

/// From an action to a plan, a dialog, a run and its result. Ids only; opens dialogs over @p window.
///
/// A dialog is shown at once and filled when its preview was read. What changes meanwhile switches its button
/// off until it is read again.
class OffboardingController : public QObject
{
    Q_OBJECT

public:
    OffboardingController(Services services, Prompts &prompts, QWidget *window);

    PlanController *plans() const { return m_plans; }
    UndoController *undo() const { return m_undo; }
    JournaledRuns *journaled() const { return m_journaled; }
    CoolOffController *coolOff() const { return m_coolOff; } ///< null if nothing can be planned

public Q_SLOTS:
    void deactivate(const QStringList &userIds);
    void
    deleteUser(const QString &userId); ///< plain DELETE: the server refuses with 409 while references exist
    void forceDelete(const QString &userId);
    void restore(const QStringList &userIds);
    /// @p conversations may span users; empty: all blocking conversations of @p userIds.
    void clearReferences(const QStringList &userIds, const QList<ConversationKey> &conversations);
    /// Users table as shown: @p userIds in the order and @p rows with the columns that the table shows.
    void exportUsers(const QStringList &userIds, const QStringList &columnTitles,
                     const QList<QStringList> &rows);
    /// What refers to @p userIds, read freshly before it is written.
    void exportReferences(const QStringList &userIds);
    void exportRun(const QString &runId);
    void exportReportCheck(QWidget *parent, const offboarding::ReportCheckReading &reading);
    void retry(const QString &runId);   ///< plans the act anew for whoever is not finished
    void showRun(const QString &runId); ///< the result: failures first, retry, undo, export

Q_SIGNALS:
    void runQueued(const QString &runId);
    /// The steps that shall be ticked at first on this connection from now on.
    void planOptionsChosen(const offboarding::PlanOptions &options);
    void fileExported(const QString &path);
    void reportCheckRequested(const QStringList &userIds);
    void messageChanged(const QString &text); ///< what goes on in the background, for the status area

private:
    void open(ActDialog *dialog, Act act, const QStringList &userIds);
    void openDelete(Act act, const QString &userId, const Plan *given = nullptr);
    void remember(const ActDialog *dialog);
    void planDeletion(const QString &runId, int days);
    void readFor(ActDialog *dialog, Act act);
    void showPrepared(quint64 ticket, const PreparedPlan &prepared);
    void watchUser(const User &now);
    void watchAllUsers();
    void watchReferences(const QString &userId);
    void exportEvidence(DeleteDialog *dialog);
    void act(Act act, const QStringList &userIds);
    void finished(const QString &runId);
    void notifySoon(const QString &runId);
    void notify(const RunResult &run);
    void connectResult(RunResultDialog *dialog, const RunResult &run);

    Services m_services;
    Prompts &m_prompts;
    QPointer<QWidget> m_window;
    ReportExporter *m_exporter;
    QHash<quint64, QPointer<ActDialog>> m_dialogs; ///< by the ticket of their preview
    QHash<quint64, QString> m_exports;             ///< chosen path by the ticket of the reading
    CoolOffController *m_coolOff = nullptr;
    PlanController *m_plans;
    JournaledRuns *m_journaled;
    UndoController *m_undo;
};

} // namespace offboarding::ui
