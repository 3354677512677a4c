// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/demo/demooptions.h"

namespace offboarding::cli {

/// demo-server: serves a demo organisation on loopback until it is told to stop.
Command demoServerCommand();

struct DemoServerOptions
{
    demo::DemoOptions organisation;
    quint16 port = 0; ///< 0: any free one
};

Usage<DemoServerOptions> demoServerOptions(const Arguments &arguments);

} // namespace offboarding::cli
