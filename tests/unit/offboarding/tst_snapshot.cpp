// SPDX-License-Identifier: GPL-3.0-or-later
// The pre-image: kept without loss, compared field by field, and honest about what it does not know.
#include "app/offboarding/partrules.h"
#include "app/offboarding/snapshot.h"
#include "tests/support/values.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

Snapshot full()
{
    Snapshot snapshot;
    snapshot.user = testUser();
    snapshot.managerId = QStringLiteral("boss-1");
    PersonReferences &person = snapshot.person;
    person.queues = {{QStringLiteral("q1"), QStringLiteral("Support"), QStringLiteral("Home"), true},
                     {QStringLiteral("q2"), {}, {}, false}};
    person.skills = {{QStringLiteral("s1"), QStringLiteral("Chess \"\n"), 3.5}};
    person.languages = {{QStringLiteral("l1"), QStringLiteral("日本語"), 0}};
    person.groups = {{QStringLiteral("g1"), QStringLiteral("Everybody")}};
    person.roles = {{QStringLiteral("r1"), QStringLiteral("Agent"), QStringLiteral("d1"),
                     QStringLiteral("Home"), QStringLiteral("user-1"), false},
                    {QStringLiteral("r2"), QStringLiteral("Lead"), QStringLiteral("d1"),
                     QStringLiteral("Home"), QStringLiteral("g1"), true}};
    person.stations = Stations{{QStringLiteral("st1"), QStringLiteral("Desk"), QStringLiteral("inin_webrtc")},
                               {QStringLiteral("st1"), {}, {}},
                               {QStringLiteral("st2"), {}, {}},
                               {}};
    person.forwarding = CallForwarding{
        true, {QStringLiteral("+49 30 1")}, {QStringLiteral("PHONENUMBER")}, QStringLiteral("PURECLOUD")};
    person.presence =
        PresenceReference{QStringLiteral("Available"), QStringLiteral("p1"), QStringLiteral("hi"), noon()};
    person.routingStatus = RoutingStatusReference{QStringLiteral("IDLE"), noon()};
    snapshot.unread = {QStringLiteral("none really")};
    snapshot.readAt = noon();
    return snapshot;
}

QStringList fields(const QList<SnapshotDifference> &found)
{
    QStringList names;
    for (const SnapshotDifference &difference : found)
        names.append(difference.field + (difference.isKnown ? QString() : QStringLiteral(" unknown")) +
                     (difference.isPassing ? QStringLiteral(" passing") : QString()));
    return names;
}

PlanStep stepOf(StepKind kind, const QJsonObject &data = {})
{
    PlanStep step;
    step.kind = kind;
    step.userId = QStringLiteral("user-1");
    step.data = data;
    return step;
}

QStringList lines(const QList<PartWrite> &writes)
{
    QStringList result;
    for (const PartWrite &write : writes)
        result.append(write.request.line());
    return result;
}

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost()
    {
        const QByteArray text = QJsonDocument(snapshotToJson(full())).toJson();
        const Result<Snapshot> read =
            snapshotFromJson(QJsonDocument::fromJson(text).object(), QStringLiteral("snapshot"));
        QVERIFY2(read, read ? "" : qPrintable(read.error().toLogString()));
        QVERIFY(*read == full());
        Snapshot unknown;
        unknown.user = testUser();
        unknown.readAt = noon();
        const Result<Snapshot> nothing = snapshotFromJson(snapshotToJson(unknown), {});
        QVERIFY(nothing && *nothing == unknown); // not known stays not known, never "none"
    }

    void editsAreRefused()
    {
        QJsonObject object = snapshotToJson(full());
        object.insert(QStringLiteral("more"), true);
        const Result<Snapshot> more = snapshotFromJson(object, QStringLiteral("snapshot"));
        QVERIFY(!more);
        QCOMPARE(more.error().place, QStringLiteral("snapshot.more"));
        QVERIFY(!snapshotFromJson({}, QStringLiteral("snapshot")));
        QJsonObject person = snapshotToJson(full());
        person.insert(QStringLiteral("person"),
                      QJsonObject{{QStringLiteral("queues"), QStringLiteral("none")}});
        QVERIFY(!snapshotFromJson(person, QStringLiteral("snapshot")));
    }

    void theSameIsNoDifference() { QVERIFY(differences(full(), full()).isEmpty()); }

    void everyDifferenceIsFound_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"state", "division", "name", "email", "manager", "roles", "groups",
                                  "queues", "skills", "languages", "station", "default-station", "forwarding",
                                  "presence passing", "routing-status passing"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }

    void everyDifferenceIsFound()
    {
        QFETCH(QString, field);
        const QHash<QString, std::function<void(Snapshot *)>> changes{
            {QStringLiteral("state"), [](Snapshot *s) { s->user.stateText = QStringLiteral("inactive"); }},
            {QStringLiteral("division"), [](Snapshot *s) { s->user.divisionId = QStringLiteral("d9"); }},
            {QStringLiteral("name"), [](Snapshot *s) { s->user.name.clear(); }},
            {QStringLiteral("email"), [](Snapshot *s) { s->user.email.clear(); }},
            {QStringLiteral("manager"), [](Snapshot *s) { s->managerId = QString(); }},
            {QStringLiteral("roles"), [](Snapshot *s) { s->person.roles->removeFirst(); }},
            {QStringLiteral("groups"), [](Snapshot *s) { s->person.groups->clear(); }},
            {QStringLiteral("queues"), [](Snapshot *s) { (*s->person.queues)[0].joined = false; }},
            {QStringLiteral("skills"), [](Snapshot *s) { (*s->person.skills)[0].proficiency = 1; }},
            {QStringLiteral("languages"), [](Snapshot *s) { s->person.languages->clear(); }},
            {QStringLiteral("station"), [](Snapshot *s) { s->person.stations->associated = {}; }},
            {QStringLiteral("default-station"), [](Snapshot *s) { s->person.stations->byDefault = {}; }},
            {QStringLiteral("forwarding"), [](Snapshot *s) { s->person.forwarding->enabled = false; }},
            {QStringLiteral("presence passing"),
             [](Snapshot *s) { s->person.presence->system = QStringLiteral("Offline"); }},
            {QStringLiteral("routing-status passing"),
             [](Snapshot *s) { s->person.routingStatus->status = QStringLiteral("OFF_QUEUE"); }}};
        Snapshot now = full();
        changes.value(field)(&now);
        QCOMPARE(fields(differences(full(), now)), QStringList{field});
        // What came in addition is a difference, too.
        QCOMPARE(fields(differences(now, full())), QStringList{field});
        const QList<SnapshotDifference> found = differences(full(), now);
        QCOMPARE(differencesFromJson(differencesToJson(found)), found);
    }

    void notReadIsNotTheSame()
    {
        Snapshot now = full();
        now.person.roles.reset();
        now.person.presence.reset();
        QCOMPARE(fields(differences(full(), now)),
                 (QStringList{QStringLiteral("roles unknown"), QStringLiteral("presence unknown passing")}));
    }

    void whatIsNotKnownIsSaid()
    {
        const Snapshot nothing;
        for (const StepKind kind : allStepKinds) {
            QVERIFY2(isKnown(full(), kind), qPrintable(stepKindName(kind)));
            QVERIFY2(isKnown(nothing, kind) != changesPart(kind), qPrintable(stepKindName(kind)));
        }
    }

    void removalsNameWhatIsThere()
    {
        SurroundingsReading reading;
        reading.person = full().person;
        QCOMPARE(lines(partWrites(stepOf(StepKind::RemoveRoles), reading)),
                 QStringList{
                     QStringLiteral("DELETE /api/v2/authorization/subjects/user-1/divisions/d1/roles/r1")});
        QVERIFY(partDetail(stepOf(StepKind::RemoveRoles), reading).contains(QLatin1String("1 inherited")));
        QCOMPARE(lines(partWrites(stepOf(StepKind::RemoveGroups), reading)),
                 QStringList{QStringLiteral("DELETE /api/v2/groups/g1/members?ids=user-1")});
        QCOMPARE(partWrites(stepOf(StepKind::RemoveQueues), reading).size(), 2);
        QCOMPARE(partWrites(stepOf(StepKind::ReleaseStation), reading).size(), 1);
        reading.person.routingStatus->status = QStringLiteral("OFF_QUEUE");
        QVERIFY(partWrites(stepOf(StepKind::SetRoutingOff), reading).isEmpty());
        // What is not known is not written.
        QVERIFY(partWrites(stepOf(StepKind::RemoveSkills), {}).isEmpty());
    }

    void restorationsBringBackWhatIsMissing()
    {
        const Snapshot before = full();
        SurroundingsReading now;
        now.person = before.person;
        now.managerId = before.managerId;
        const QList<StepKind> kinds{StepKind::RestoreRoles,   StepKind::RestoreQueues,
                                    StepKind::RestoreSkills,  StepKind::RestoreLanguages,
                                    StepKind::RestoreGroups,  StepKind::RestoreStation,
                                    StepKind::RestoreManager, StepKind::RestoreForwarding};
        for (const StepKind kind : kinds) {
            const PlanStep step = stepOf(kind, restoreData(kind, before.person, before.managerId));
            QVERIFY2(partWrites(step, now).isEmpty(), qPrintable(stepKindName(kind)));
            QVERIFY2(!partWrites(step, SurroundingsReading()).isEmpty(), qPrintable(stepKindName(kind)));
        }
        const PlanStep queues =
            stepOf(StepKind::RestoreQueues, restoreData(StepKind::RestoreQueues, before.person, {}));
        QCOMPARE(lines(partWrites(queues, SurroundingsReading())),
                 (QStringList{QStringLiteral("POST /api/v2/routing/queues/q1/members?delete=false"),
                              QStringLiteral("PATCH /api/v2/routing/queues/q1/members/user-1"),
                              QStringLiteral("POST /api/v2/routing/queues/q2/members?delete=false")}));
        (*now.person.queues)[0].joined = false;
        QCOMPARE(partWrites(queues, now).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
