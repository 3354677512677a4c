// SPDX-License-Identifier: GPL-3.0-or-later
// What the tab References shows of every source and of what it found.
#include "ui/models/referencetreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace offboarding::ui {

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

SourceReading reading(const char *name, SourceStatus status = SourceStatus::Fresh,
                      std::optional<int> count = {})
{
    SourceReading made;
    made.name = QLatin1String(name);
    made.status = status;
    made.count = count;
    made.readAt = QDateTime::currentDateTimeUtc();
    return made;
}

SourceReading failed(const char *name, SourceStatus status, ErrorKind kind, const QString &detail)
{
    SourceReading made = reading(name, status);
    Error error;
    error.kind = kind;
    error.httpStatus = kind == ErrorKind::Forbidden ? 403 : 500;
    error.detail = detail;
    made.error = error;
    return made;
}

PersonReading everything()
{
    PersonReading around;
    PersonReferences &person = around.person;
    person.queues = QList<QueueMembership>{{QStringLiteral("q1"), QStringLiteral("Support"), QString(), true},
                                           {QStringLiteral("q2"), QStringLiteral("Sales"), QString(), false}};
    person.skills = QList<SkillLevel>{{QStringLiteral("s1"), QStringLiteral("Billing"), 4.5}};
    person.languages = QList<SkillLevel>{{QStringLiteral("l1"), QStringLiteral("German"), 5}};
    person.groups = QList<GroupMembership>{{QStringLiteral("g1"), QStringLiteral("<b>Bold</b>")}};
    person.ownedGroups = QList<GroupMembership>{{QStringLiteral("g1"), QStringLiteral("Owners")}};
    RoleGrant direct{QStringLiteral("r1"),   QStringLiteral("Admin"), QStringLiteral("d1"),
                     QStringLiteral("Home"), QStringLiteral("u1"),    false};
    RoleGrant inherited = direct;
    inherited.subjectId = QStringLiteral("g1");
    inherited.inherited = true;
    person.roles = QList<RoleGrant>{direct, inherited};
    Stations stations;
    stations.associated = {QStringLiteral("st1"), QStringLiteral("Desk 4"), QStringLiteral("inin_webrtc")};
    person.stations = stations;
    person.phones = QList<PhoneReference>{{QStringLiteral("p1"), QStringLiteral("Phone"), true, true}};
    person.forwarding = CallForwarding{
        true, {QStringLiteral("+49 30 1")}, {QStringLiteral("PHONENUMBER")}, QStringLiteral("NONE")};
    person.presence = PresenceReference{QStringLiteral("Offline"), QString(), QString(), noon};
    person.routingStatus = RoutingStatusReference{QStringLiteral("OFF_QUEUE"), noon};
    person.outOfOffice = OutOfOffice();
    person.lastTokenIssued = noon;
    person.directReports = QList<DirectReport>{
        {QStringLiteral("u2"), QStringLiteral("Ada"), QStringLiteral("ada@example.test")}};
    person.mailbox = Mailbox{3, 1, noon};
    person.externalIds = QList<ExternalId>{{QStringLiteral("x-pc:scimv2:v1"), QStringLiteral("k1")},
                                           {QStringLiteral("hr"), QStringLiteral("4711")}};
    person.licences = QStringList{QStringLiteral("cloudCX3")};
    person.oauthClients =
        QList<OAuthClientReference>{{QStringLiteral("c1"), QStringLiteral("Script"), QStringLiteral("active"),
                                     QStringLiteral("CLIENT-CREDENTIALS")}};
    person.callbacks = QList<ScheduledCallback>{{QStringLiteral("conv"), QStringLiteral("q1"), noon}};
    person.workItems = QList<WorkItem>{{QStringLiteral("w1"), QStringLiteral("Case"), QStringLiteral("Open"),
                                        QStringLiteral("Connected"), QString(), QDateTime()}};
    const std::array counted{std::pair{sourceNames::callbacks, 1},   std::pair{sourceNames::workItems, 1},
                             std::pair{sourceNames::queues, 2},      std::pair{sourceNames::skills, 1},
                             std::pair{sourceNames::languages, 1},   std::pair{sourceNames::groups, 1},
                             std::pair{sourceNames::ownedGroups, 1}, std::pair{sourceNames::roles, 2},
                             std::pair{sourceNames::station, 1},     std::pair{sourceNames::phones, 1},
                             std::pair{sourceNames::forwarding, 1},  std::pair{sourceNames::directReports, 1},
                             std::pair{sourceNames::voicemail, 3},   std::pair{sourceNames::externalIds, 2},
                             std::pair{sourceNames::licences, 1},    std::pair{sourceNames::oauthClients, 1}};
    for (const auto &[name, count] : counted)
        around.sources.append(reading(name, SourceStatus::Fresh, count));
    for (const char *name :
         {sourceNames::presence, sourceNames::routingStatus, sourceNames::outOfOffice, sourceNames::tokens})
        around.sources.append(reading(name));
    return around;
}

ReferencePerson person(const PersonReading *around, const ReferenceMap *map = nullptr,
                       const QString &id = QStringLiteral("u1"))
{
    ReferencePerson made;
    made.userId = id;
    made.userName = QString(QLatin1String("Name of ") + id);
    made.sources = referenceEntries(map, around);
    return made;
}

} // namespace

class TestReferenceTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ReferenceTreeModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void everySourceHasARowBeforeAnythingWasRead()
    {
        m_model->setPersons({person(nullptr)});
        QCOMPARE(m_model->rowCount(), 25);
        for (int row = 0; row < m_model->rowCount(); ++row) {
            QCOMPARE(cell(row, ReferenceTreeModel::ValueColumn), QStringLiteral("unknown"));
            QCOMPARE(cell(row, ReferenceTreeModel::StatusColumn), QStringLiteral("Not read yet"));
            QCOMPARE(cell(row, ReferenceTreeModel::ReadColumn), QStringLiteral("never"));
            const QString name = cell(row, ReferenceTreeModel::NameColumn);
            const QModelIndex shown = m_model->index(row, ReferenceTreeModel::NameColumn);
            QVERIFY2(name.at(0).isUpper() && name != shown.data(ReferenceTreeModel::SourceRole).toString(),
                     qPrintable(name));
        }
        ReferencePerson reading = person(nullptr);
        reading.isReading = true;
        m_model->setPersons({reading});
        QCOMPARE(cell(0, ReferenceTreeModel::StatusColumn), QStringLiteral("Reading…"));
    }

    void everythingAroundThePersonIsNamed()
    {
        const PersonReading around = everything();
        m_model->setPersons({person(&around)});
        const QList<std::pair<const char *, QString>> expected{
            {sourceNames::callbacks, QStringLiteral("Callback at")},
            {sourceNames::workItems, QStringLiteral("Case\tOpen, Connected")},
            {sourceNames::queues, QStringLiteral("Support\tjoined")},
            {sourceNames::queues, QStringLiteral("Sales\tnot joined")},
            {sourceNames::skills, QStringLiteral("Billing\tproficiency 4.5 of 5")},
            {sourceNames::languages, QStringLiteral("German\tproficiency 5 of 5")},
            {sourceNames::groups, QStringLiteral("<b>Bold</b>")},
            {sourceNames::ownedGroups, QStringLiteral("Owners")},
            {sourceNames::roles, QStringLiteral("Admin\tdivision Home")},
            {sourceNames::roles, QStringLiteral("inherited from a group")},
            {sourceNames::station, QStringLiteral("Desk 4\tsigned in there")},
            {sourceNames::phones, QStringLiteral("Phone\town WebRTC phone, default line")},
            {sourceNames::forwarding, QStringLiteral("+49 30 1\tin force")},
            {sourceNames::presence, QStringLiteral("Offline")},
            {sourceNames::routingStatus, QStringLiteral("Off queue")},
            {sourceNames::tokens, QStringLiteral("last issued")},
            {sourceNames::directReports, QStringLiteral("Ada\tada@example.test")},
            {sourceNames::voicemail, QStringLiteral("3 message(s)\t1 unread")},
            {sourceNames::externalIds, QStringLiteral("k1\tx-pc:scimv2:v1\tkept by SCIM provisioning")},
            {sourceNames::externalIds, QStringLiteral("4711\thr")},
            {sourceNames::licences, QStringLiteral("cloudCX3")},
            {sourceNames::oauthClients, QStringLiteral("goes on working without the person")}};
        for (const auto &[name, text] : expected) {
            const QString below = entriesOf(name);
            QVERIFY2(below.contains(text), qPrintable(QString(QLatin1String(name) + below)));
        }
        QVERIFY(!entriesOf(sourceNames::externalIds)
                     .contains(QStringLiteral("4711\thr\tkept by SCIM provisioning")));
        QCOMPARE(cell(rowOf(sourceNames::queues), ReferenceTreeModel::ValueColumn), QStringLiteral("2"));
        QCOMPARE(cell(rowOf(sourceNames::presence), ReferenceTreeModel::ValueColumn),
                 QStringLiteral("Offline"));
        QCOMPARE(cell(rowOf(sourceNames::outOfOffice), ReferenceTreeModel::ValueColumn),
                 QStringLiteral("off"));
    }

    void unknownIsNeverZero()
    {
        PersonReading around;
        around.sources = {
            failed(sourceNames::queues, SourceStatus::NotPermitted, ErrorKind::Forbidden,
                   QStringLiteral("<b>no</b>")),
            failed(sourceNames::skills, SourceStatus::Failed, ErrorKind::Server, QStringLiteral("boom")),
            failed(sourceNames::groups, SourceStatus::Incomplete, ErrorKind::BadResponse,
                   QStringLiteral("the server promised 9 entries and listed 1")),
            failed(sourceNames::roles, SourceStatus::Incomplete, ErrorKind::BadResponse,
                   QStringLiteral("page 1: 2 entries cannot be read")),
            reading(sourceNames::licences, SourceStatus::Fresh, 0)};
        around.person.groups = QList<GroupMembership>{{QStringLiteral("g1"), QStringLiteral("Team")}};
        around.person.roles = QList<RoleGrant>();
        around.person.licences = QStringList();
        m_model->setPersons({person(&around)});
        const auto value = [&](const char *name) {
            return cell(rowOf(name), ReferenceTreeModel::ValueColumn);
        };
        QCOMPARE(value(sourceNames::queues), QStringLiteral("unknown"));
        QCOMPARE(value(sourceNames::skills), QStringLiteral("unknown"));
        QCOMPARE(value(sourceNames::groups), QStringLiteral("at least 1"));
        QCOMPARE(value(sourceNames::roles), QStringLiteral("unknown"));
        QCOMPARE(value(sourceNames::licences), QStringLiteral("0"));
        const auto status = [&](const char *name) {
            return cell(rowOf(name), ReferenceTreeModel::StatusColumn);
        };
        QCOMPARE(status(sourceNames::queues), QStringLiteral("Not permitted"));
        QCOMPARE(status(sourceNames::skills), QStringLiteral("Could not be read"));
        QCOMPARE(status(sourceNames::groups), QStringLiteral("Incomplete"));
        const QString cause = cell(rowOf(sourceNames::groups), ReferenceTreeModel::DetailColumn);
        QVERIFY2(cause.contains(QStringLiteral("promised 9 entries and listed 1")), qPrintable(cause));
        for (const char *name : {sourceNames::queues, sourceNames::skills})
            QVERIFY(!cell(rowOf(name), ReferenceTreeModel::DetailColumn).isEmpty());
    }

    void serverTextStaysPlain()
    {
        const PersonReading around = everything();
        m_model->setPersons({person(&around)});
        const QModelIndex groups = m_model->index(rowOf(sourceNames::groups), 0);
        const QString tip = m_model->index(0, 0, groups).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<b>")), qPrintable(tip));
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;")));
        PersonReading refused;
        refused.sources = {failed(sourceNames::queues, SourceStatus::NotPermitted, ErrorKind::Forbidden,
                                  QStringLiteral("<img src=x>"))};
        m_model->setPersons({person(&refused)});
        const QModelIndex cause =
            m_model->index(rowOf(sourceNames::queues), ReferenceTreeModel::DetailColumn);
        QVERIFY(!cause.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
    }

    void freshBecomesStaleByItself()
    {
        const PersonReading around = everything();
        m_model->setPersons({person(&around)});
        const int row = rowOf(sourceNames::queues);
        QCOMPARE(cell(row, ReferenceTreeModel::StatusColumn), QStringLiteral("Fresh"));
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setNow(QDateTime::currentDateTimeUtc().addSecs(freshSeconds + 60),
                        {m_model->index(row, 0), m_model->index(0, 0, m_model->index(row, 0))});
        QCOMPARE(changes.size(), 1); // only rows that are shown, and entries have no age
        QCOMPARE(changes.at(0).at(0).toModelIndex().row(), row);
        QCOMPARE(cell(row, ReferenceTreeModel::StatusColumn), QStringLiteral("Stale"));
        QCOMPARE(cell(row, ReferenceTreeModel::ReadColumn), QStringLiteral("3 min ago"));
    }

    void rowsStayWhenTheSamePersonIsReadAgain()
    {
        PersonReading around = everything();
        m_model->setPersons({person(&around)});
        const QPersistentModelIndex queues(m_model->index(rowOf(sourceNames::queues), 0));
        const QPersistentModelIndex support(m_model->index(0, 0, queues));
        const QPersistentModelIndex group(
            m_model->index(0, 0, m_model->index(rowOf(sourceNames::groups), 0)));
        around.person.queues->first().joined = false;
        around.person.groups->append({QStringLiteral("g2"), QStringLiteral("New")});
        m_model->setPersons({person(&around)});
        QVERIFY(queues.isValid() && support.isValid());
        QCOMPARE(support.sibling(0, ReferenceTreeModel::ValueColumn).data().toString(),
                 QStringLiteral("not joined"));
        QVERIFY(!group.isValid());
        QCOMPARE(m_model->rowCount(m_model->index(rowOf(sourceNames::groups), 0)), 2);
        m_model->setPersons({person(nullptr, nullptr, QStringLiteral("u2"))});
        QVERIFY(!queues.isValid());
        m_model->setPersons({});
        QCOMPARE(m_model->rowCount(), 0);
    }

    void severalPersonsHaveRowsOfTheirOwn()
    {
        const PersonReading around = everything();
        const QList<ReferencePerson> two{person(&around), person(nullptr, nullptr, QStringLiteral("u2"))};
        m_model->setPersons(two);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(cell(1, ReferenceTreeModel::NameColumn), QStringLiteral("Name of u2"));
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 25);
        QVERIFY(!m_model->isEntry(m_model->index(0, 0)));
        m_model->setPersons({two.at(1), two.at(0)});
        QCOMPARE(cell(0, ReferenceTreeModel::NameColumn), QStringLiteral("Name of u2"));
        m_model->setPersons({two.at(0)});
        QCOMPARE(m_model->rowCount(), 25);
    }

    void conversationsAreWhatTheyAre()
    {
        ReferenceMap map;
        map.userId = QStringLiteral("u1");
        map.sources = {
            reading(sourceNames::agentStatus, SourceStatus::Fresh, 1),
            failed(sourceNames::conversations, SourceStatus::Failed, ErrorKind::Timeout, QString()),
            reading(sourceNames::recentConversations, SourceStatus::Fresh, 2)};
        ConversationReference live;
        live.conversationId = QStringLiteral("live");
        live.state = QStringLiteral("connected");
        live.live = true;
        live.customerLive = true;
        ConversationReference unread = live;
        unread.conversationId = QStringLiteral("unread");
        unread.error = map.sources.at(1).error;
        ConversationReference vanished;
        vanished.conversationId = QStringLiteral("vanished");
        vanished.state = QStringLiteral("not-found");
        ConversationReference deserted;
        deserted.conversationId = QStringLiteral("deserted");
        deserted.state = QStringLiteral("no-participants");
        map.conversations = {live, unread, vanished, deserted};
        m_model->setPersons({person(nullptr, &map)});
        const QString now = entriesOf(sourceNames::conversations);
        QVERIFY2(now.contains(QStringLiteral("Connected\tcustomer live")), qPrintable(now));
        QVERIFY2(now.contains(QStringLiteral("unknown: could not be read")), qPrintable(now));
        const QString past = entriesOf(sourceNames::recentConversations);
        QVERIFY2(past.contains(QStringLiteral("Not found any more")), qPrintable(past));
        QVERIFY2(past.contains(QStringLiteral("No participants listed")), qPrintable(past));
        QCOMPARE(cell(rowOf(sourceNames::conversations), ReferenceTreeModel::ValueColumn),
                 QStringLiteral("unknown"));
    }

    void aRowIsHeardAndCopiedAsAWhole()
    {
        const PersonReading around = everything();
        m_model->setPersons({person(&around)});
        const QModelIndex queues = m_model->index(rowOf(sourceNames::queues), 0);
        QVERIFY(m_model->rowText(queues).startsWith(QStringLiteral("Queues\t2\tFresh\t")));
        QVERIFY(m_model->rowText(queues).endsWith(QStringLiteral(" ago")));
        const QString heard = queues.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(heard.startsWith(QStringLiteral("Queues, 2, Fresh, ")), qPrintable(heard));
        QVERIFY(m_model->isEntry(m_model->index(0, 0, queues)));
    }

private:
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }

    int rowOf(const char *name) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->index(row, 0).data(ReferenceTreeModel::SourceRole).toString() == QLatin1String(name))
                return row;
        }
        return -1;
    }

    QString entriesOf(const char *name) const
    {
        const QModelIndex above = m_model->index(rowOf(name), 0);
        QStringList lines;
        for (int row = 0; row < m_model->rowCount(above); ++row)
            lines.append(m_model->rowText(m_model->index(row, 0, above)));
        return lines.join(QLatin1Char('\n'));
    }

    std::unique_ptr<ReferenceTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestReferenceTreeModel)
#include "tst_referencetreemodel.moc"
