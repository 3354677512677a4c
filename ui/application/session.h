// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "app/domain/connection.h"
#include "app/offboarding/planpreview.h"
#include "app/offboarding/runner.h"
#include "app/references/referencefinder.h"
#include "ui/models/httplogmodel.h"
#include "ui/screens/services.h"

#include <memory>

namespace offboarding::ui {

class MainWindow;
class Prompts;

/// Everything that lives as long as one connection, in the order in which it depends on each other: what is
/// listed last goes first, the window before all.
class Session
{
public:
    /// @p prompts is borrowed. Nothing is sent before load().
    Session(const Connection &connection, const QString &accessToken, const QString &signedInAs,
            Prompts &prompts);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    void load(); ///< reads the users

    MainWindow &window() { return *m_window; }
    Services services();
    HttpLogModel &log() { return m_log; }

private:
    Connection m_connection;
    HttpLogModel m_log;
    ApiClient m_client;
    UserStore m_users;
    UserLoader m_loader;
    ReferenceFinder m_references;
    Runner m_runner;
    PlanPreview m_preview;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace offboarding::ui
