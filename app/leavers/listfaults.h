// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/leavers/csvparser.h"

#include <QString>

namespace offboarding {

/// The refusal of the file at @p path; readLeavers() says what its members hold.
Error listError(const QString &path, const ListFault &fault);

/// A file that cannot be opened or read at all.
Error listFileError(const QString &path, const QString &detail);

} // namespace offboarding
