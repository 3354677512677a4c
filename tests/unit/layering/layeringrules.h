// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace offboarding::layering {

/// What @p content of @p path (relative to the repository) does that its folder may not do, one "path:line:
/// rule" each.
QStringList violations(const QString &path, const QString &content);

} // namespace offboarding::layering
