// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/identity.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/undo.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QObject>
#include <QPointer>
#include <QString>

namespace offboarding::ui {

/// From a run, of this session or of a journal, to the plan that puts back what it changed.
class UndoController : public QObject
{
    Q_OBJECT

public:
    UndoController(Services services, Prompts &prompts, QWidget *window);

    void setIdentity(const Identity &identity) { m_identity = identity; }
    /// Of a run that is finished.
    void undo(const QString &runId);
    /// Asks for the journal of a run.
    void chooseJournal();

Q_SIGNALS:
    /// Confirmed: to be run as any other plan.
    void runRequested(const offboarding::Plan &plan);
    /// To be written to a file, over @p parent.
    void savePlanRequested(QWidget *parent, const offboarding::Plan &plan);

private:
    void show(UndoInput input);
    void showHistory(const QString &path, const Result<RunHistory> &history);

    Services m_services;
    Prompts &m_prompts;
    QPointer<QWidget> m_window;
    Identity m_identity;
};

} // namespace offboarding::ui
