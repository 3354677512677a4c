// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/reportcheck.h"
#include "app/reports/reports.h"

#include <QJsonArray>
#include <QTest>

namespace offboarding {

namespace {

User user(const char *id, const char *email)
{
    User result;
    result.id = QLatin1String(id);
    result.name = QStringLiteral("Jane");
    result.email = QLatin1String(email);
    return result;
}

ReportFilter filter(const char *state, const QStringList &ids = {})
{
    ReportFilter result;
    result.place = QStringLiteral("filter");
    result.exists = true;
    if (*state != '\0')
        result.userState = QLatin1String(state);
    if (!ids.isEmpty())
        result.userFields = {{QStringLiteral("userIds"), ids}};
    return result;
}

ReportDefinition definition(ReportDefinitionKind kind, const QList<ReportFilter> &filters = {})
{
    ReportDefinition result;
    result.kind = kind;
    result.id = QStringLiteral("d1");
    result.name = QStringLiteral("=Weekly");
    result.ownerId = QStringLiteral("u9");
    result.filters = filters;
    return result;
}

ReportCheckReading reading(const QList<ReportDefinition> &definitions)
{
    ReportCheckReading result;
    result.users = {user("u1", "jane@acme.example")};
    result.definitions = definitions;
    result.ownerNames.insert(QStringLiteral("u9"), QStringLiteral("Ruler"));
    IndexReading index;
    index.userId = QStringLiteral("u1");
    index.state = IndexState::Behind;
    index.attempts = 4;
    index.elapsedMilliseconds = 9000;
    result.index = {index};
    return result;
}

QStringList namesOf(const QList<ReportFinding> &findings)
{
    QStringList names;
    for (const ReportFinding &finding : findings)
        names.append(reportFindingName(finding.kind));
    return names;
}

} // namespace

class ReportCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyActiveExcludesInactiveUsers_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QStringList>("findings");
        QTest::addRow("active") << "Active" << QStringList();
        QTest::addRow("absent") << "" << QStringList{QStringLiteral("may-show-inactive")};
        for (const char *state : {"ActiveAndInactive", "Inactive", "Deleted", "Purple"})
            QTest::addRow("%s", state) << state << QStringList{QStringLiteral("shows-inactive")};
    }

    void onlyActiveExcludesInactiveUsers()
    {
        QFETCH(QString, state);
        QFETCH(QStringList, findings);
        const QByteArray word = state.toLatin1();
        const QList<ReportFinding> found =
            reportFindings(reading({definition(ReportDefinitionKind::Export, {filter(word.constData())})}));
        QCOMPARE(namesOf(found), findings);
        if (!found.isEmpty()) {
            QCOMPARE(found.first().place, QStringLiteral("filter.userState"));
            QVERIFY(found.first().userId.isEmpty());
            QVERIFY(reportAdvice(found.first()).contains(QStringLiteral("ask Ruler (u9)")));
            QVERIFY(reportAdvice(found.first()).contains(QStringLiteral("Active")));
        }
    }

    void namesTheUserWhereverTheyStand()
    {
        ReportDefinition board =
            definition(ReportDefinitionKind::Dashboard, {filter("Active", {QStringLiteral("u1")})});
        board.sharedWith = {QStringLiteral("u1")};
        ReportDefinition rule = definition(ReportDefinitionKind::AlertRule);
        rule.ownerId = QStringLiteral("u1");
        rule.recipients = {
            {QStringLiteral("notifications[0].recipient"), QStringLiteral("Jane@ACME.example")}};
        rule.watched = {{QStringLiteral("conditions.predicates[0].entity.user"), QStringLiteral("u1")}};
        ReportDefinition sent =
            definition(ReportDefinitionKind::Export, {filter("Active", {QStringLiteral("u2")})});
        sent.recipientEmails = {QStringLiteral("bob@acme.example"), QStringLiteral("jane@acme.example")};
        const QList<ReportFinding> found = reportFindings(reading({sent, board, rule}));
        QCOMPARE(namesOf(found),
                 (QStringList{QStringLiteral("names-user"), QStringLiteral("watches-user"),
                              QStringLiteral("tells-user"), QStringLiteral("tells-user"),
                              QStringLiteral("shared-with-user"), QStringLiteral("owned-by-user")}));
        for (const ReportFinding &finding : found)
            QCOMPARE(finding.userId, QStringLiteral("u1"));
        QCOMPARE(found.first().place, QStringLiteral("filter.userIds"));
    }

    void somebodyWhoLeavesIsNotAsked()
    {
        ReportDefinition own = definition(ReportDefinitionKind::Dashboard, {filter("")});
        own.ownerId = QStringLiteral("u1");
        for (const ReportFinding &finding : reportFindings(reading({own}))) {
            QVERIFY(finding.ownerLeaves);
            QVERIFY2(reportAdvice(finding).contains(QStringLiteral("ask an administrator")),
                     qPrintable(reportAdvice(finding)));
        }
        ReportDefinition callers = definition(ReportDefinitionKind::Export, {filter("")});
        callers.ownerId.clear();
        const QList<ReportFinding> found = reportFindings(reading({callers}));
        QCOMPARE(found.size(), 1);
        QVERIFY(!found.first().ownerLeaves);
        QVERIFY(reportAdvice(found.first()).contains(QStringLiteral("of the signed-in account")));
    }

    void aUserWithoutAddressIsNobodysRecipient()
    {
        ReportDefinition sent = definition(ReportDefinitionKind::Export, {filter("Active")});
        sent.recipientEmails = {QString()};
        ReportCheckReading nameless = reading({sent});
        nameless.users = {user("u1", "")};
        QVERIFY(reportFindings(nameless).isEmpty());
    }

    void aWidgetWithoutDataShowsNobody()
    {
        ReportFilter text = filter("");
        text.isData = false;
        QVERIFY(reportFindings(reading({definition(ReportDefinitionKind::Dashboard, {text})})).isEmpty());
    }

    void writesWhatItFoundAndWhatItCouldNotRead()
    {
        ReportCheckReading checked = reading({definition(ReportDefinitionKind::Export, {filter("")})});
        UnreadableDefinition unreadable;
        unreadable.why = UnreadableDefinition::Why::NoApi;
        checked.unreadable = {unreadable};
        SourceReading source = beginReading(sourceNames::alertRules);
        failReading(&source, Error());
        checked.sources = {source};
        const QJsonObject json = reportCheckToJson(checked);
        QCOMPARE(json.value(QLatin1String("index"))[0][QLatin1String("status")].toString(),
                 QStringLiteral("behind"));
        QCOMPARE(json.value(QLatin1String("index"))[0][QLatin1String("elapsedMs")].toInt(), 9000);
        QCOMPARE(json.value(QLatin1String("findings"))[0][QLatin1String("ownerName")].toString(),
                 QStringLiteral("Ruler"));
        QVERIFY(json.value(QLatin1String("findings"))[0][QLatin1String("userId")].isNull());
        QVERIFY(json.value(QLatin1String("unreadable"))[0][QLatin1String("count")].isNull());
        QVERIFY(json.value(QLatin1String("sources"))[0][QLatin1String("count")].isNull());

        const ReportTable table = reportCheckToTable(checked);
        QCOMPARE(table.rows.size(), 4); // index, finding, unreadable, source
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
        QVERIFY(toCsv(table).contains("'=Weekly")); // a name is no formula
    }

    void aPersonInTheReferencesReport()
    {
        ReferenceMap map;
        map.userId = QStringLiteral("u1");
        map.sources = {beginReading(sourceNames::agentStatus)};
        PersonReferences person;
        person.queues =
            QList<QueueMembership>{{QStringLiteral("q1"), QStringLiteral("Sales"), QString(), true}};
        person.skills = QList<SkillLevel>();
        person.roles = QList<RoleGrant>{{QStringLiteral("r1"), QStringLiteral("Agent"), QStringLiteral("d1"),
                                         QStringLiteral("Home"), QStringLiteral("g1"), true}};
        map.person = person;
        SourceReading groups = beginReading(sourceNames::groups);
        failReading(&groups, Error());
        map.furtherSources = {groups};
        const QList<User> users{user("u1", "jane@acme.example")};
        const QJsonObject json = referencesToJson(users, {{QStringLiteral("u1"), map}}).first().toObject();
        QCOMPARE(json.value(QLatin1String("queues")).toArray(), QJsonArray{QStringLiteral("q1")});
        QVERIFY(json.value(QLatin1String("skills")).isArray());
        QVERIFY(json.value(QLatin1String("groups")).isNull()); // not read is not "none"
        const QJsonValue role = json.value(QLatin1String("roles"))[0];
        QCOMPARE(role[QLatin1String("roleId")].toString(), QStringLiteral("r1"));
        QCOMPARE(role[QLatin1String("divisionId")].toString(), QStringLiteral("d1"));
        QVERIFY(role[QLatin1String("inherited")].toBool());
        QCOMPARE(json.value(QLatin1String("sources")).toArray().size(), 2);

        const ReportTable table = referencesToTable(users, {{QStringLiteral("u1"), map}});
        QCOMPARE(table.rows.size(), 3); // queue, role, failed source
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
    }

    void gatesOnlyMeansNoWordAboutThePerson()
    {
        ReferenceMap map;
        map.userId = QStringLiteral("u1");
        map.sources = {beginReading(sourceNames::agentStatus)};
        const QList<User> users{user("u1", "jane@acme.example")};
        const QJsonObject json = referencesToJson(users, {{QStringLiteral("u1"), map}}).first().toObject();
        QVERIFY(!json.contains(QLatin1String("queues")));
    }
};

} // namespace offboarding

QTEST_GUILESS_MAIN(offboarding::ReportCheckTest)
#include "tst_reportcheck.moc"
