// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace offboarding {

Q_DECLARE_LOGGING_CATEGORY(logApi)
Q_DECLARE_LOGGING_CATEGORY(logDirectory)
Q_DECLARE_LOGGING_CATEGORY(logReferences)
Q_DECLARE_LOGGING_CATEGORY(logOffboarding)
Q_DECLARE_LOGGING_CATEGORY(logDemo)

} // namespace offboarding
