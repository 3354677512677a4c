// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace offboarding::ui {

/// Shows a note of the desktop, without waiting for anybody: through the freedesktop notification service
/// where there is a session bus, in the system tray elsewhere. Nothing happens where there is neither.
/// Plain texts: what would be markup there is shown as it is.
void showDesktopNotification(const QString &title, const QString &text);

} // namespace offboarding::ui
