// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logging.h"

namespace offboarding {

Q_LOGGING_CATEGORY(logApi, "offboarding.api", QtWarningMsg)
Q_LOGGING_CATEGORY(logDirectory, "offboarding.directory", QtWarningMsg)
Q_LOGGING_CATEGORY(logReferences, "offboarding.references", QtWarningMsg)
Q_LOGGING_CATEGORY(logOffboarding, "offboarding.offboarding", QtWarningMsg)
Q_LOGGING_CATEGORY(logDemo, "offboarding.demo", QtWarningMsg)

} // namespace offboarding
