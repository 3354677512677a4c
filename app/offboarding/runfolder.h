// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/identity.h"
#include "app/offboarding/resume.h"
#include "app/offboarding/runner.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace offboarding {

/// A run that was begun here and did not come to its end.
struct InterruptedRun
{
    QString journal; ///< path
    /// Empty if the journal cannot be used; then `problem` says why.
    std::optional<RunHistory> history;
    std::optional<Error> problem;
};

/// Where the journals of the window's runs live: in the user's data folder, for the owner only.
class RunFolder
{
public:
    /// @p path: the folder; it is made when it is first needed.
    explicit RunFolder(QString path = defaultPath());

    static QString defaultPath();
    QString path() const { return m_path; }

    /// A new journal, and the run that writes it. After an error nothing was started.
    Result<QString> start(Runner &runner, const Plan &plan, const Decision &decision) const;

    /// Goes on with an interrupted run on the connection @p here. After an error nothing was started; Refused
    /// with planRefusalName() as the code if the plan was made for something else.
    static Result<QString> goOn(Runner &runner, const QString &journal, const Connection &here,
                                const Identity &signedInAs);

    /// Reads the folder; may take its time, so call it in a thread. Journals that somebody has open are left
    /// out, and those of runs that never began: nothing was sent then.
    QList<InterruptedRun> interruptedRuns() const;

private:
    Result<QString> newFile(const Plan &plan) const;

    QString m_path;
};

} // namespace offboarding
