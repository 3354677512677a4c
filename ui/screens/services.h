// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/writelock.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "app/domain/connection.h"
#include "app/offboarding/intentions.h"
#include "app/offboarding/planpreview.h"
#include "app/offboarding/runfolder.h"
#include "app/offboarding/runner.h"
#include "app/references/referencefinder.h"
#include "app/references/reportchecker.h"

namespace offboarding::ui {

/// What every screen may use: borrowed from the composition root, alive as long as the window.
struct Services
{
    Connection connection;
    UserStore &users;
    UserLoader &loader;
    ReferenceFinder &references;
    Runner &runner;
    PlanPreview &preview;
    ReportChecker *reports = nullptr;     ///< never null in a window
    WriteLock *lock = nullptr;            ///< null: never locked
    IntentionStore *intentions = nullptr; ///< null: nothing is planned for later
    RunFolder journals;                   ///< where each run is recorded
};

/// One conversation of one user: what selections carry across time instead of rows.
struct ConversationKey
{
    QString userId;
    QString conversationId;
    bool operator==(const ConversationKey &other) const = default;
};

} // namespace offboarding::ui
