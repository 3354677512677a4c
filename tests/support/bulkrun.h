// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/demofixture.h"

namespace offboarding::testing {

/// Active users whom nothing refers to and who do not administer; the fixture's limits are lifted for them.
QStringList leavers(DemoFixture &demo, int count);

/// What an admin confirms for a force delete of several users: the risk, each identity, the evidence of each.
Decision bulkDecision(DemoFixture &demo, const QStringList &userIds);

/// @p count records of a step kind in a journal's lines, e.g. "step-begun"; for tests.
int recordsOf(const QString &journalPath, const char *kind);

} // namespace offboarding::testing
