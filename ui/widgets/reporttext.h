// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/reportcheck.h"

#include <QString>

namespace offboarding::ui {

// Translated words of the report check. All plain text; names are the server's and not to be trusted.

QString displayText(ReportFindingKind kind);
QString displayText(ReportDefinitionKind kind);
/// "Up to date", "Not yet", "Still behind", "Unknown".
QString indexStateText(const IndexReading &reading);
/// What the state of the index means and what to do, in a sentence or two.
QString indexExplanation(const IndexReading &reading, const QString &who);

/// What has to be changed, and whom to ask.
QString adviceText(const ReportFinding &finding);
/// Where in the definition: the widget's title and the field.
QString placeText(const ReportFinding &finding);

QString displayText(UnreadableDefinition::Why why);
QString unreadableAdvice(const UnreadableDefinition &unreadable);

} // namespace offboarding::ui
