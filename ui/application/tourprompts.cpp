// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/tourprompts.h"

namespace offboarding::ui {

void TourPrompts::chooseSaveFile(QWidget *, const QString &, const QString &suggestedName,
                                 const QStringList &, std::function<void(const QString &)> answer)
{
    // Without the time in the name: a second tour replaces the files of the first.
    const QString stem = suggestedName.section(QLatin1Char('-'), 0, -3);
    m_lastFile =
        m_directory.filePath((stem.isEmpty() ? QStringLiteral("export") : stem) + QStringLiteral(".csv"));
    answer(m_lastFile);
}

void TourPrompts::inform(QWidget *, const QString &title, const QString &text, const QString &detail)
{
    m_complaints.append(QStringLiteral("%1: %2 %3").arg(title, text, detail));
}

void TourPrompts::confirm(QWidget *, const QString &, const QString &, const QString &,
                          std::function<void(bool)> answer)
{
    answer(false);
}

} // namespace offboarding::ui
