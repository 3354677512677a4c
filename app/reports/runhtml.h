// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offboarding/runresult.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace offboarding {

/// What a report on a run is made from.
struct RunReport
{
    RunResult run;
    QString planHash;    ///< empty: not known
    QString journalHash; ///< of the journal's last record; empty: the run kept no journal
    QDateTime made;      ///< when the report was made
    QString productVersion;
};

/// One self-contained page: summary, the run as a stacked bar, and for each user the steps as a timeline and
/// as a table. It loads nothing, runs no script, shows what servers said as text only, and keeps to the HTML
/// that QTextDocument can print. English: a file that others will read later.
QString runToHtml(const RunReport &report);

} // namespace offboarding
