// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/identity.h"
#include "app/offboarding/intentions.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

namespace offboarding::ui {

/// "Deactivate now, delete after N days": enters a planned deletion once the deactivation was read back, ends
/// it once the user was deleted, and says what is due. Starts nothing by itself.
class CoolOffController : public QObject
{
    Q_OBJECT

public:
    CoolOffController(Services services, IntentionStore &store, Prompts &prompts, QWidget *window);

    void setIdentity(const Identity &identity) { m_identity = identity; }
    /// When the run has deactivated a user, the deletion of that user is planned for @p days later.
    void planAfter(const QString &runId, int days);
    void showPlanned(); ///< the list of planned deletions
    void load();        ///< reads the list again and says what is due
    void tick();        ///< once a second: something may have become due

Q_SIGNALS:
    void forceDeleteRequested(const QString &userId);
    /// Empty: nothing is due. @p details: one line per deletion.
    void noticeChanged(const QString &text, const QStringList &details);
    void messageChanged(const QString &text);

private:
    void finished(const QString &runId);
    void enter(const RunResult &run, int days);
    void settle(const RunResult &run);
    void updateNotice();

    Services m_services;
    IntentionStore &m_store;
    Prompts &m_prompts;
    QPointer<QWidget> m_window;
    Identity m_identity;
    QHash<QString, int> m_days; ///< by run
    QString m_loadProblem;
    QString m_notice; ///< as told last
};

} // namespace offboarding::ui
