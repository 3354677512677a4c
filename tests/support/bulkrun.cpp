// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bulkrun.h"

#include "app/journal/journalreading.h"

#include <algorithm>

namespace offboarding::testing {

QStringList leavers(DemoFixture &demo, int count)
{
    demo.connection.limits.mostPercentOfOrganization = 50;
    QStringList ids = demo.server.userIdsWithoutReferences(count + 1);
    ids.removeAll(demo.server.adminUserId());
    return ids.mid(0, count);
}

Decision bulkDecision(DemoFixture &demo, const QStringList &userIds)
{
    Decision all;
    for (const QString &userId : userIds) {
        const Decision one = demo.decision(userId);
        all.riskAccepted = one.riskAccepted;
        all.typedOrganization = one.typedOrganization;
        all.typedIdentities.insert(userId, one.typedIdentity);
        all.evidence.insert(userId, one.evidence.value(userId));
    }
    return all;
}

int recordsOf(const QString &journalPath, const char *kind)
{
    const Result<JournalReading> reading = readJournal(journalPath);
    if (!reading)
        return -1;
    return static_cast<int>(
        std::count_if(reading->records.cbegin(), reading->records.cend(),
                      [kind](const JournalRecord &record) { return record.kind == QLatin1String(kind); }));
}

} // namespace offboarding::testing
