// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/leavers/leavercolumns.h"

#include <optional>

namespace offboarding::ui {

/// Mappings of columns that the admin chose by hand, kept in the program's settings by the header they belong
/// to; the latest fifty. Holds names of columns only in the form of a hash, and nobody's data.
std::optional<LeaverColumns> rememberedColumns(const QStringList &header);
void rememberColumns(const QStringList &header, const LeaverColumns &columns);

} // namespace offboarding::ui
