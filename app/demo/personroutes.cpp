// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/router.h"

namespace offboarding::demo {

void addPersonRoutes(Router &router)
{
    Q_UNUSED(router)
}

} // namespace offboarding::demo
