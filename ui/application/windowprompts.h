// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/prompts.h"

namespace offboarding::ui {

/// Questions and file choosers as windows, opened without blocking.
class WindowPrompts : public Prompts
{
public:
    void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                        const QStringList &nameFilters, std::function<void(const QString &)> answer) override;
    void chooseOpenFile(QWidget *parent, const QString &title, const QStringList &nameFilters,
                        std::function<void(const QString &)> answer) override;
    bool openAddress(const QUrl &address) override;
    void inform(QWidget *parent, const QString &title, const QString &text, const QString &detail) override;
    void notify(const QString &title, const QString &text) override;
    void confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb,
                 std::function<void(bool)> answer) override;
};

} // namespace offboarding::ui
