// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/offboarding/journaledruns.h"

#include "ui/dialogs/interruptedrunsdialog.h"
#include "ui/widgets/displaytext.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/plantext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace offboarding::ui {

JournaledRuns::JournaledRuns(Services services, RunFolder folder, Prompts &prompts, QWidget *window)
    : QObject(window), m_services(services), m_folder(std::move(folder)), m_prompts(prompts), m_window(window)
{
}

QString JournaledRuns::start(const Plan &plan, const Decision &decision)
{
    const Result<QString> started = m_folder.start(m_services.runner, plan, decision);
    if (started)
        return *started;
    m_prompts.inform(
        m_window, tr("Nothing was started"),
        tr("The journal of this run cannot be written, and without one nobody could go on after a "
           "crash or put anything back. Make room, or put the rights of the folder right."),
        describe(started.error()).title + QLatin1Char('\n') + describe(started.error()).technical);
    return {};
}

void JournaledRuns::read(std::function<void(const QList<InterruptedRun> &)> then)
{
    QThreadPool::globalInstance()->start(
        [self = QPointer<JournaledRuns>(this), folder = m_folder, then = std::move(then)] {
            const auto runs = std::make_shared<QList<InterruptedRun>>(folder.interruptedRuns());
            QMetaObject::invokeMethod(qApp, [self, runs, then] {
                if (self != nullptr)
                    then(*runs);
            });
        });
}

void JournaledRuns::look()
{
    read([this](const QList<InterruptedRun> &runs) { tell(runs); });
}

void JournaledRuns::tell(const QList<InterruptedRun> &runs)
{
    QStringList details;
    for (const InterruptedRun &run : runs)
        details.append(run.history ? tr("%1 in %2, begun %3, %n step(s) open", nullptr,
                                        static_cast<int>(run.history->openSteps().size()))
                                         .arg(displayText(run.history->plan.act),
                                              inOneLine(run.history->plan.organizationName),
                                              localTime(run.history->begun))
                                   : tr("not readable: %1").arg(QFileInfo(run.journal).fileName()));
    QString text;
    if (!runs.isEmpty())
        text = runs.size() == 1 ? tr("A run was interrupted. It goes on only if you say so.")
                                : tr("%n run(s) were interrupted. They go on only if you say so.", nullptr,
                                     static_cast<int>(runs.size()));
    Q_EMIT noticeChanged(text, details);
}

void JournaledRuns::showInterrupted()
{
    read([this](const QList<InterruptedRun> &runs) {
        tell(runs);
        if (runs.isEmpty())
            return;
        auto *dialog = new InterruptedRunsDialog(runs, m_services.connection, m_window);
        if (m_services.lock != nullptr) {
            dialog->setLocked(m_services.lock->isLocked());
            connect(m_services.lock, &WriteLock::lockChanged, dialog, &InterruptedRunsDialog::setLocked);
        }
        connect(dialog, &InterruptedRunsDialog::resumeRequested, this, &JournaledRuns::resume);
        dialog->open();
    });
}

void JournaledRuns::resume(const QString &journal)
{
    const Result<QString> started =
        RunFolder::goOn(m_services.runner, journal, m_services.connection, m_identity);
    if (started)
        Q_EMIT resumed(*started, journal);
    else
        m_prompts.inform(m_window, tr("The run does not go on"), journal, planProblemText(started.error()));
    look();
}

} // namespace offboarding::ui
