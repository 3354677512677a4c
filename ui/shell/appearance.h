// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace offboarding::ui {

enum class Appearance { System, Light, Dark };

/// Sets style and palette of the whole program. Light and Dark are the product's own palettes, with text
/// contrasts of at least 4.5 to 1; System keeps what the desktop says.
void applyAppearance(Appearance appearance);

/// What the admin chose last; System at first.
Appearance savedAppearance();
void saveAppearance(Appearance appearance);

} // namespace offboarding::ui
