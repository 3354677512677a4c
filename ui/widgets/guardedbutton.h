// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace offboarding::ui {

/// A button for a destructive act. Takes one deliberate click or Space: never Enter, never a key that is held
/// down, never the second half of a double click, and never the default of its dialog.
class GuardedButton : public QPushButton
{
    Q_OBJECT

public:
    explicit GuardedButton(QWidget *parent = nullptr);

    /// The whole name for screen readers; on the button a long one is shortened in the middle.
    void setName(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
};

} // namespace offboarding::ui
