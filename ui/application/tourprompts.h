// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/prompts.h"

#include <QDir>
#include <QStringList>

namespace offboarding::ui {

/// Answers the questions of a tour: every file goes into the tour's directory under a name of its own.
class TourPrompts : public Prompts
{
public:
    explicit TourPrompts(const QString &directory) : m_directory(directory) {}

    void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                        const QStringList &nameFilters, std::function<void(const QString &)> answer) override;
    void inform(QWidget *parent, const QString &title, const QString &text, const QString &detail) override;
    void confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb,
                 std::function<void(bool)> answer) override;

    QString lastFile() const { return m_lastFile; }         ///< the last path that was answered
    QStringList complaints() const { return m_complaints; } ///< what inform() was told

private:
    QDir m_directory;
    QString m_lastFile;
    QStringList m_complaints;
};

} // namespace offboarding::ui
