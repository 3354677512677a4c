// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/offboarding/undocontroller.h"

#include "app/journal/journalreading.h"
#include "ui/dialogs/undodialog.h"
#include "ui/widgets/errortext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThreadPool>
#include <QUuid>

#include <memory>
#include <utility>

namespace offboarding::ui {

namespace {

Result<RunHistory> historyOf(const QString &path)
{
    const Result<JournalReading> reading = readJournal(path);
    if (!reading)
        return failure(reading.error());
    return readRunHistory(*reading, path);
}

} // namespace

UndoController::UndoController(Services services, Prompts &prompts, QWidget *window)
    : QObject(window), m_services(services), m_prompts(prompts), m_window(window)
{
}

void UndoController::undo(const QString &runId)
{
    const RunResult *run = m_services.runner.find(runId);
    if (run == nullptr || run->state != RunState::Finished)
        return;
    UndoInput input;
    input.plan = run->plan;
    input.steps = run->steps;
    show(std::move(input));
}

void UndoController::chooseJournal()
{
    m_prompts.chooseOpenFile(
        m_window, tr("Undo the run of a journal"), {tr("Journals (*.jsonl)"), tr("All files (*)")},
        [this](const QString &path) {
            if (path.isEmpty())
                return;
            QThreadPool::globalInstance()->start([self = QPointer<UndoController>(this), path] {
                const auto history = std::make_shared<Result<RunHistory>>(historyOf(path));
                QMetaObject::invokeMethod(qApp, [self, path, history] {
                    if (self != nullptr)
                        self->showHistory(path, *history);
                });
            });
        });
}

void UndoController::showHistory(const QString &path, const Result<RunHistory> &history)
{
    if (!history) {
        m_prompts.inform(m_window, tr("This journal cannot be used"), path,
                         describe(history.error()).title + QLatin1Char('\n') +
                             describe(history.error()).technical);
        return;
    }
    const QString organization = history->plan.organizationId;
    if (organization.isEmpty() || organization != m_services.connection.organizationId) {
        m_prompts.inform(m_window, tr("This journal cannot be used"), path,
                         tr("The run was made in another organisation: open a connection to that one."));
        return;
    }
    UndoInput input;
    input.plan = history->plan;
    input.steps = history->result(path).steps;
    for (int index = 0; index < history->plan.steps.size(); ++index) {
        const StepHistory step = history->steps.value(index);
        if (step.hasBegun && !step.result)
            input.unfinished.append(history->plan.steps.at(index));
    }
    show(std::move(input));
}

void UndoController::show(UndoInput input)
{
    input.connection = m_services.connection;
    input.signedInAs = m_identity;
    input.now = QDateTime::currentDateTimeUtc();
    input.planId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto *dialog = new UndoDialog(undoPreview(input), input.plan, m_services.connection, m_window);
    if (m_services.lock != nullptr) {
        dialog->setLocked(m_services.lock->isLocked());
        connect(m_services.lock, &WriteLock::lockChanged, dialog, &UndoDialog::setLocked);
    }
    connect(dialog, &UndoDialog::savePlanRequested, this, [this, dialog, input] {
        UndoInput lasting = input;
        lasting.now = QDateTime::currentDateTimeUtc();
        lasting.lifetimeSeconds = planDocumentLifetimeSeconds;
        Q_EMIT savePlanRequested(dialog, undoPreview(lasting).plan);
    });
    connect(dialog, &UndoDialog::confirmed, this, &UndoController::runRequested);
    dialog->open();
}

} // namespace offboarding::ui
