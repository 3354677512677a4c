// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/identity.h"
#include "app/offboarding/runfolder.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace offboarding::ui {

/// Starts every run of the window with a journal, and offers to go on with those that were cut off. Nothing
/// goes on by itself.
class JournaledRuns : public QObject
{
    Q_OBJECT

public:
    JournaledRuns(Services services, RunFolder folder, Prompts &prompts, QWidget *window);

    void setIdentity(const Identity &identity) { m_identity = identity; }
    /// The run's id; empty if its journal could not be written: then nothing was started, and it was said.
    QString start(const Plan &plan, const Decision &decision);
    void look();            ///< for runs that were cut off, in the background
    void showInterrupted(); ///< the list of them, read anew

Q_SIGNALS:
    void resumed(const QString &runId, const QString &journal);
    /// Empty: there is none. @p details: one line per run.
    void noticeChanged(const QString &text, const QStringList &details);

private:
    void read(std::function<void(const QList<InterruptedRun> &)> then);
    void tell(const QList<InterruptedRun> &runs);
    void resume(const QString &journal);

    Services m_services;
    RunFolder m_folder;
    Prompts &m_prompts;
    QPointer<QWidget> m_window;
    Identity m_identity;
};

} // namespace offboarding::ui
