// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace offboarding {

/// Text for comparing names: compatibility-decomposed, without combining marks, lower case, so that "José" is
/// found by "jose", "Weiß" by "weiss" and a full-width "Ｊａｎｅ" by "jane".
QString folded(const QString &text);

} // namespace offboarding
