// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace offboarding::ui {

/// The product's own symbols (resources/icons/actions), recoloured so that they can be seen on light and on
/// dark. A missing symbol gives an empty icon: every action has a text too.
QIcon actionIcon(const QString &name);
QIcon actionIcon(const QString &name, const QColor &color);

/// Called when the palette changes: icons made afterwards take the new colour.
void forgetIcons();

} // namespace offboarding::ui
