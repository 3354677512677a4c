// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/identity.h"
#include "app/leavers/leaversservice.h"
#include "ui/dialogs/prompts.h"
#include "ui/screens/services.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QMimeData;

namespace offboarding::ui {

class LeaversDialog;

/// From a file to the users that it means: has it read and judged, shows it over @p window, and judges it
/// again whenever a person decides something or the directory changes. Sends nothing.
class LeaversController : public QObject
{
    Q_OBJECT

public:
    LeaversController(Services services, Prompts &prompts, QWidget *window);

    void setIdentity(const Identity &identity); ///< nobody takes themselves out
    /// The one local file in @p data that could be a list; empty if there is none.
    static QString listIn(const QMimeData *data);

public Q_SLOTS:
    void importFile(); ///< asks for one
    void importFrom(const QString &path);

Q_SIGNALS:
    /// Every row is resolved and no tripwire was hit; the act's own dialog comes next.
    void usersChosen(offboarding::Act act, const QStringList &userIds);

private:
    void openDialog();
    void show(const LeaversList &list);
    void mapColumns(const LeaverColumns &columns);
    void judgeSoon();
    void judge();

    Services m_services;
    Prompts &m_prompts;
    QPointer<QWidget> m_window;
    QPointer<LeaversDialog> m_dialog;
    LeaversService m_service;
    QTimer m_settling; ///< the directory changes in many small steps
    Identity m_identity;
    QString m_path;
    LeaversList m_list;
    LeaverDecisions m_decisions; ///< about m_list; kept when the dialog goes, for the same file again
};

} // namespace offboarding::ui
