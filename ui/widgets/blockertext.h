// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/blocker.h"
#include "ui/widgets/errortext.h"

#include <optional>

namespace offboarding::ui {

/// What a blocker is called where its kind alone says too little; technical stays empty. Empty for those
/// whose text depends on the error itself, see describe().
std::optional<ErrorText> blockerText(Blocker blocker);

/// For an administrator: the permission that is missing and where. Plain text, several lines.
QString permissionsToCopy(const Error &error);
/// For the vendor's support: what happened, status, code, message, correlation id, place. Plain text.
QString supportToCopy(const Error &error);

} // namespace offboarding::ui
