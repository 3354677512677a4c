// SPDX-License-Identifier: GPL-3.0-or-later
// What offboardctl references says of sources that are not known, and with which exit status it ends.
#include "app/cli/commands/references.h"

#include <QTest>

using namespace offboarding;
using namespace offboarding::cli;

namespace {

User person(const char *name)
{
    User user;
    user.id = QString::fromLatin1(name);
    user.email = user.id + QStringLiteral("@x.example");
    return user;
}

SourceReading source(const char *name, SourceStatus status, ErrorKind kind = ErrorKind::Server)
{
    SourceReading made = beginReading(name);
    made.count = 0;
    if (status == SourceStatus::Fresh)
        return made;
    Error error;
    error.kind = kind;
    error.detail = QStringLiteral("why");
    error.correlationId = QStringLiteral("corr-1");
    failReading(&made, error);
    made.status = status;
    return made;
}

ReferenceMap map(const QString &userId, const QList<SourceReading> &sources,
                 const QList<SourceReading> &further = {})
{
    ReferenceMap made;
    made.userId = userId;
    made.sources = sources;
    made.furtherSources = further;
    return made;
}

} // namespace

class TestReferencesCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceFreshIsDone()
    {
        const User jane = person("jane");
        const QHash<QString, ReferenceMap> maps{
            {jane.id, map(jane.id, {source("agent-status", SourceStatus::Fresh)},
                          {source("queues", SourceStatus::Fresh)})}};
        QVERIFY(referencesCode({jane}, maps) == ExitCode::Done);
        QVERIFY(referenceTroubles({jane}, maps).isEmpty());
    }

    void oneSourceAroundThePersonIsEnoughToBePartly()
    {
        const User jane = person("jane");
        const QHash<QString, ReferenceMap> maps{
            {jane.id, map(jane.id, {source("agent-status", SourceStatus::Fresh)},
                          {source("queues", SourceStatus::NotPermitted, ErrorKind::Forbidden)})}};
        QVERIFY(referencesCode({jane}, maps) == ExitCode::Partly);
        const QStringList troubles = referenceTroubles({jane}, maps);
        QCOMPARE(troubles.size(), 1);
        for (const char *word : {"queues", "jane@x.example", "not-permitted", "not known", "corr-1"})
            QVERIFY2(troubles.first().contains(QLatin1String(word)), qPrintable(troubles.first()));
    }

    void whoWasNotReadIsNotDone()
    {
        const User jane = person("jane");
        QVERIFY(referencesCode({jane}, {}) == ExitCode::Partly);
        QVERIFY(referenceTroubles({jane}, {}).first().contains(QStringLiteral("was not read")));
        const QHash<QString, ReferenceMap> empty{{jane.id, map(jane.id, {})}};
        QVERIFY(referencesCode({jane}, empty) == ExitCode::Partly); // no source proves nothing
    }

    void everythingRefusedIsNotPermitted()
    {
        const User jane = person("jane");
        const QHash<QString, ReferenceMap> maps{
            {jane.id, map(jane.id, {source("agent-status", SourceStatus::NotPermitted, ErrorKind::Forbidden)},
                          {source("queues", SourceStatus::NotPermitted, ErrorKind::Forbidden)})}};
        QVERIFY(referencesCode({jane}, maps) == ExitCode::NotPermitted);
    }

    void theSameTroubleOfManyIsToldOnce()
    {
        const User jane = person("jane");
        const User john = person("john");
        const auto both = [&](ErrorKind kind) {
            return QHash<QString, ReferenceMap>{
                {jane.id,
                 map(jane.id, {source("conversations", SourceStatus::Incomplete, ErrorKind::BadResponse)})},
                {john.id, map(john.id, {source("conversations", SourceStatus::Incomplete, kind)})}};
        };
        const QStringList same = referenceTroubles({jane, john}, both(ErrorKind::BadResponse));
        QCOMPARE(same.size(), 1);
        QVERIFY2(same.first().contains(QStringLiteral("2 users")), qPrintable(same.first()));
        QVERIFY(same.first().contains(QStringLiteral("not known to be all")));
        QCOMPARE(referenceTroubles({jane, john}, both(ErrorKind::Timeout)).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReferencesCommand)
#include "tst_references.moc"
