// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "app/offboarding/administrators.h"
#include "app/offboarding/runner.h"
#include "app/references/referencefinder.h"

namespace offboarding::cli {

/// The services behind a plan and a run, as the window has them; @p api outlives them.
struct RunServices
{
    explicit RunServices(ApiClient &api)
        : loader(api, directory), finder(api), administrators(api), runner(api, loader, finder)
    {
    }

    UserStore directory;
    UserLoader loader;
    ReferenceFinder finder;
    AdministratorFinder administrators;
    Runner runner;
};

} // namespace offboarding::cli
