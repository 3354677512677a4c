// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/conversation.h"
#include "app/domain/user.h"
#include "app/offboarding/gates.h"
#include "app/offboarding/runresult.h"
#include "app/references/referencemap.h"

#include <QDateTime>
#include <QString>

namespace offboarding::ui {

// Translated words for the values of the domain. A value that is not known keeps the server's own word.

QString displayText(UserState state);
QString displayText(Media media);
QString displayText(Environment environment);
QString displayText(Dialect dialect);
QString displayText(Act act);
QString displayText(StepKind kind);
QString displayText(Outcome outcome);
QString displayText(Cause cause);
QString displayText(SourceStatus status);
QString displayText(ClearingAction action);
QString displayText(RunState state);
QString displayText(const GateResult &gate);
QString displayText(const PlanWarning &warning);
QString sourceDisplayName(const QString &sourceName); ///< "agent-status" → "Agent status"
QString participantStateText(const QString &state); ///< "alerting" → "Ringing" …; unknown words unchanged
QString presenceText(const QString &presence);
QString routingStatusText(const QString &status); ///< "OFF_QUEUE" → "Off queue"
QString directionText(const QString &direction);
QString purposeText(const QString &purpose);
/// @p text of the server in one line, without the characters that turn the writing direction around: a name
/// must not rearrange the question that it stands in.
QString inOneLine(const QString &text);
QString localTime(const QDateTime &utc);                     ///< short local date and time; empty if invalid
QString ageText(const QDateTime &utc, const QDateTime &now); ///< "12 s", "3 min", "2 h 5 min", "3 d"

} // namespace offboarding::ui
