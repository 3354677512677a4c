// SPDX-License-Identifier: GPL-3.0-or-later
// A plan for 10,000 users, plain and with every step ticked: memory, file, and the time to write and read it.
#include "app/offboarding/plandocument.h"
#include "app/offboarding/planner.h"
#include "tests/bench/measure.h"
#include "tests/support/values.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <malloc.h>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

constexpr int users = 10'000;
constexpr double mostMegabytes = 150;

/// What is allocated now, whatever the system has been given back.
double allocatedMegabytes()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / 1e6;
}

QString idOf(const char *kind, int number)
{
    return QStringLiteral("%1-0000-4000-8000-%2")
        .arg(QLatin1String(kind))
        .arg(number, 12, 10, QLatin1Char('0'));
}

PersonReferences around(const QString &userId)
{
    PersonReferences person;
    person.presence = PresenceReference{QStringLiteral("Available"), QStringLiteral("p1"), {}, {}};
    person.routingStatus = RoutingStatusReference{QStringLiteral("IDLE"), {}};
    person.stations = Stations{{idOf("57a71010", 1), QStringLiteral("Desk"), {}}, {}, {}, {}};
    person.queues = QList<QueueMembership>();
    person.skills = QList<SkillLevel>();
    person.groups = QList<GroupMembership>();
    person.roles = QList<RoleGrant>();
    person.languages = {{idOf("1a000000", 1), QStringLiteral("English"), 5}};
    for (int i = 0; i < 3; ++i) {
        person.queues->append({idOf("90000000", i), QStringLiteral("Queue"), {}, true});
        person.skills->append({idOf("5c111000", i), QStringLiteral("Skill"), 3});
        person.roles->append({idOf("401e0000", i), {}, idOf("d1000000", 1), {}, userId, false});
    }
    person.groups->append({idOf("64000000", 1), {}});
    return person;
}

PlanInput input(const PlanOptions &options)
{
    PlanInput result;
    result.act = Act::Deactivate;
    result.connection = testConnection(Dialect::Published);
    result.now = noon();
    result.planId = QStringLiteral("plan-1");
    result.offlinePresenceId = idOf("0ff11e00", 1);
    result.options = options;
    result.organizationUsers = 200'000;
    for (int number = 0; number < users; ++number) {
        User user = testUser(idOf("a5e40000", number));
        user.email = QStringLiteral("somebody.%1@acme.example").arg(number);
        ReferenceMap map = freshMap(user.id);
        map.person = around(user.id);
        result.references.insert(user.id, map);
        result.users.append(user);
    }
    return result;
}

} // namespace

class BenchPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandUsers_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::addRow("deactivate") << false;
        QTest::addRow("deactivate with every step ticked") << true;
    }

    void tenThousandUsers()
    {
        QFETCH(bool, isFull);
        PlanOptions options;
        if (isFull)
            options = {true, true, true, true, true, true, true, true, true};
        const PlanInput wishes = input(options);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("plan.json"));

        QElapsedTimer timer;
        const double before = allocatedMegabytes();
        timer.start();
        std::optional<Plan> plan = makePlan(wishes);
        const qint64 made = timer.restart();
        const double planned = allocatedMegabytes() - before;
        const Result<Done> written = writePlan(path, *plan);
        QVERIFY2(written, written ? "" : qPrintable(written.error().toLogString()));
        const qint64 wrote = timer.elapsed();
        const QString hash = planHash(*plan);
        const qsizetype steps = plan->steps.size();
        plan.reset();

        const double beforeReading = allocatedMegabytes();
        timer.restart();
        const Result<Plan> read = readPlan(path);
        const qint64 readIn = timer.elapsed();
        QVERIFY2(read, read ? "" : qPrintable(read.error().toLogString()));
        const double kept = allocatedMegabytes() - beforeReading;
        QCOMPARE(planHash(*read), hash);
        QCOMPARE(read->steps.size(), steps);
        const double fileSize = static_cast<double>(QFileInfo(path).size()) / 1e6;
        qInfo("%lld steps; plan %.0f MB made in %lld ms; file %.1f MB written in %lld ms; read in %lld ms, "
              "%.0f MB; "
              "goal %.0f MB",
              static_cast<long long>(steps), planned, static_cast<long long>(made), fileSize,
              static_cast<long long>(wrote), static_cast<long long>(readIn), kept, mostMegabytes);
        if (isFull)
            return; // fifty requests per user are more than the goal is about
        QVERIFY2(planned < mostMegabytes, qPrintable(QString::number(planned)));
        QVERIFY2(kept < mostMegabytes, qPrintable(QString::number(kept)));
    }
};

QTEST_GUILESS_MAIN(BenchPlan)
#include "bench_plan.moc"
