// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace offboarding::ui {

/// Before the QApplication: chooses the off-screen platform where no window can or need be shown. Returns
/// false if there is no display and none was asked to do without.
bool preparePlatform(int argumentCount, char **arguments);

/// Name and icon of the program, its symbols and its settings file.
void identifyProgram();

/// Loads the translations of the program and of Qt for @p language, or the session's if empty. English has
/// plurals of its own, so it is loaded where no other language is.
void installTranslations(const QString &language);

} // namespace offboarding::ui
