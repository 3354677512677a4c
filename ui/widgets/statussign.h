// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>

class QWidget;

namespace offboarding::ui {

/// What a small sign beside a text says. Each has a shape of its own: colour is never the only sign.
enum class StatusSign { Passed, Refused, Unknown, Warning };

/// A sign in the colours of @p widget's palette (light or dark), @p size device-independent pixels square.
QPixmap statusSign(StatusSign sign, const QWidget *widget, int size);

} // namespace offboarding::ui
