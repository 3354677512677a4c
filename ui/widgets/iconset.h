// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace offboarding::ui {

/// One of the product's own symbols (resources/icons/actions), drawn in the text colour of the program's
/// palette at the moment of painting, so that it stays visible when the appearance changes. A missing symbol
/// gives an empty icon: every action has a text too.
QIcon actionIcon(const QString &name);

} // namespace offboarding::ui
