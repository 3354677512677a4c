// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QString>

namespace offboarding::ui {

/// An error in the admin's words: what happened, what it means, what to do next. All plain text.
struct ErrorText
{
    QString title;     ///< what happened, one line
    QString meaning;   ///< what it means for the admin
    QString nextStep;  ///< what to do next
    QString technical; ///< status, code, server message, correlation id, place: for the vendor's support
};

/// The only place where an Error becomes text ("Blockers explained").
ErrorText describe(const Error &error);

/// title, meaning and next step as one plain paragraph.
QString describeBriefly(const Error &error);

} // namespace offboarding::ui
