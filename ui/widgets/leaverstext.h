// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/leavers/leaverslist.h"
#include "app/leavers/leaververdicts.h"
#include "ui/widgets/errortext.h"

#include <QString>

namespace offboarding::ui {

// Translated words for leavers' lists. Text of the list is hostile and plain.

QString displayText(LeaverField field);     ///< "E-mail"
QString displayText(LeaverVerdict verdict); ///< "Matched by ID"
/// Why the row has its verdict, and what to do where a person has to decide; one or two sentences.
QString leaverExplanation(const LeaverJudgement &judgement);
QString displayText(const TripwireHit &hit); ///< which, and what to do
QString displayText(const LeaversList &list, LeaversNotice notice);
/// "CSV (semicolon), Windows-1252": how the list was read.
QString formatText(const LeaversList &list);

/// Why a list was refused, in the admin's words: where, what it means, what to do.
ErrorText describeListError(const Error &error);

} // namespace offboarding::ui
