// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations that no server should answer, as the window shows them: never as cleared, and never a crash.
#include "tests/support/faultserver.h"
#include "ui/models/conversationtablemodel.h"
#include "ui/screens/conversations/conversationspage.h"
#include "ui/screens/preview/previewpage.h"
#include "ui/widgets/timelinewidget.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

namespace offboarding::ui {

using testing::errorAnswer;
using testing::FaultServer;
using testing::jsonAnswer;
using testing::ReceivedRequest;
using testing::ScriptedAnswer;

namespace {

const QString leaver = QStringLiteral("u1");

ScriptedAnswer json(const QJsonObject &object)
{
    return jsonAnswer(QJsonDocument(object).toJson());
}

QJsonObject communication(const char *state, const QJsonObject &more = {})
{
    QJsonObject made{{QStringLiteral("id"), QStringLiteral("c1")},
                     {QStringLiteral("state"), QLatin1String(state)}};
    for (auto member = more.begin(); member != more.end(); ++member)
        made.insert(member.key(), member.value());
    return made;
}

QJsonObject party(const QString &id, const QString &userId, const QString &array, const QJsonObject &leg)
{
    return {
        {QStringLiteral("id"), id},
        {QStringLiteral("userId"), userId},
        {QStringLiteral("purpose"), userId.isEmpty() ? QStringLiteral("customer") : QStringLiteral("agent")},
        {QStringLiteral("startTime"), QStringLiteral("2026-11-25T10:00:00.000Z")},
        {array, QJsonArray{leg}}};
}

QString cell(const QTableView *table, int column)
{
    return table->model()->index(0, column).data().toString();
}

QString visibleText(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&page))
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

/// Both pages on a server that answers what the test says.
struct Bench
{
    Bench()
        : client(server.url()), loader(client, users), references(client), runner(client, loader, references),
          preview(connection, users, loader, references), conversations(services()), page(services())
    {
        client.setRetrySettings({1, 1, 1});
        connection.dialect = Dialect::Legacy;
        server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
        QObject::connect(&conversations, &ConversationsPage::currentChanged, &page,
                         &PreviewPage::setConversation);
        conversations.resize(1100, 300);
        page.resize(600, 600);
        conversations.show();
        page.show();
    }

    Services services()
    {
        return {connection, users,   loader,  references, runner,
                preview,    nullptr, nullptr, nullptr,    RunFolder()};
    }

    ScriptedAnswer answer(const ReceivedRequest &request) const
    {
        const QByteArray path = request.path();
        if (path.startsWith("/api/v2/analytics/agents/")) {
            QJsonArray list;
            for (const QString &id : sessions)
                list.append(QJsonObject{{QStringLiteral("conversationId"), id}});
            return json({{QStringLiteral("userId"), leaver},
                         {QStringLiteral("sessionCount"), static_cast<int>(list.size())},
                         {QStringLiteral("sessions"), list}});
        }
        if (path == "/api/v2/analytics/conversations/details/query")
            return request.body.contains("conversationFilters") ? open
                                                                : json({{QStringLiteral("totalHits"), 0}});
        if (path.startsWith("/api/v2/users/"))
            return json(
                {{QStringLiteral("id"), leaver}, {QStringLiteral("state"), QStringLiteral("active")}});
        return path.startsWith("/api/v2/conversations/") ? body : errorAnswer(404, "not.found", "gone");
    }

    void setParticipants(const QJsonArray &participants, const QString &id = QStringLiteral("conv"))
    {
        sessions = {id};
        body = json({{QStringLiteral("id"), id},
                     {QStringLiteral("startTime"), QStringLiteral("2026-11-25T10:00:00.000Z")},
                     {QStringLiteral("participants"), participants}});
    }

    /// Lets analytics name the conversation, in which the leaver's segment has no end.
    void listAsOpen(const QString &id)
    {
        const QJsonObject segment{
            {QStringLiteral("segmentType"), QStringLiteral("interact")},
            {QStringLiteral("segmentStart"), QStringLiteral("2026-11-25T10:00:00.000Z")}};
        const QJsonObject session{{QStringLiteral("mediaType"), QStringLiteral("voice")},
                                  {QStringLiteral("segments"), QJsonArray{segment}}};
        const QJsonObject participant{{QStringLiteral("participantId"), QStringLiteral("p")},
                                      {QStringLiteral("userId"), leaver},
                                      {QStringLiteral("sessions"), QJsonArray{session}}};
        const QJsonObject listed{
            {QStringLiteral("conversationId"), id},
            {QStringLiteral("conversationStart"), QStringLiteral("2026-11-25T10:00:00.000Z")},
            {QStringLiteral("participants"), QJsonArray{participant}}};
        open =
            json({{QStringLiteral("conversations"), QJsonArray{listed}}, {QStringLiteral("totalHits"), 1}});
    }

    /// Reads, selects the first row and looks at every tab.
    bool show()
    {
        conversations.setUserIds({leaver});
        page.setUserIds({leaver});
        if (!QTest::qWaitFor([this] { return conversations.table()->model()->rowCount() > 0; }))
            return false;
        conversations.table()->selectRow(0);
        auto *tabs = page.findChild<QTabWidget *>();
        for (int tab = tabs->count() - 1; tab >= 0; --tab) {
            tabs->setCurrentIndex(tab);
            page.grab();
        }
        return true;
    }

    QString state() const { return cell(conversations.table(), ConversationTableModel::StateColumn); }
    QAbstractItemModel *participants() const
    {
        return page.findChild<QTreeView *>(QStringLiteral("participantsTreeView"))->model();
    }

    FaultServer server;
    ApiClient client;
    Connection connection;
    UserStore users;
    UserLoader loader;
    ReferenceFinder references;
    Runner runner;
    PlanPreview preview;
    ConversationsPage conversations;
    PreviewPage page;
    QStringList sessions;
    ScriptedAnswer open = json({{QStringLiteral("totalHits"), 0}});
    ScriptedAnswer body;
};

} // namespace

class TestOddConversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutParticipantsIsUnknown()
    {
        Bench bench;
        bench.setParticipants({});
        QVERIFY(bench.show());
        QCOMPARE(bench.state(), QStringLiteral("Unknown: could not be read"));
        QTRY_VERIFY(visibleText(bench.page).contains(QStringLiteral("lists no participants")));
        QVERIFY(!visibleText(bench.conversations).contains(QStringLiteral("Nothing refers")));
    }

    void with200ParticipantsAllAreShown()
    {
        Bench bench;
        QJsonArray parties;
        for (int i = 0; i < 200; ++i)
            parties.append(party(QStringLiteral("p%1").arg(i), i == 150 ? leaver : QString(),
                                 QStringLiteral("calls"), communication("connected")));
        bench.setParticipants(parties);
        QVERIFY(bench.show());
        QTRY_COMPARE(bench.participants()->rowCount(), 200);
        QCOMPARE(bench.state(), QStringLiteral("Live: Connected"));
        QCOMPARE(bench.page.findChild<TimelineWidget *>()->timeline().lanes.size(), 200);
    }

    void unknownMediaKeepsTheServersWord()
    {
        Bench bench;
        bench.setParticipants(
            {party(QStringLiteral("p1"), leaver, QStringLiteral("holograms"), communication("beaming"))});
        QVERIFY(bench.show());
        QCOMPARE(cell(bench.conversations.table(), ConversationTableModel::MediaColumn),
                 QStringLiteral("holograms"));
        QVERIFY2(bench.state().startsWith(QStringLiteral("Live")), qPrintable(bench.state()));
    }

    void negativeDurationsAndEndsBeforeStartsAreDrawn()
    {
        Bench bench;
        const QJsonObject backwards{{QStringLiteral("type"), QStringLiteral("interact")},
                                    {QStringLiteral("startTime"), QStringLiteral("2026-11-25T10:05:00.000Z")},
                                    {QStringLiteral("endTime"), QStringLiteral("2026-11-25T10:00:00.000Z")}};
        QJsonObject mine =
            party(QStringLiteral("p1"), leaver, QStringLiteral("calls"),
                  communication(
                      "connected",
                      {{QStringLiteral("segments"), QJsonArray{backwards}},
                       {QStringLiteral("connectedTime"), QStringLiteral("2026-11-25T11:00:00.000Z")},
                       {QStringLiteral("disconnectedTime"), QStringLiteral("2026-11-25T09:00:00.000Z")}}));
        mine.insert(QStringLiteral("wrapupTimeoutMs"), -5);
        bench.setParticipants({mine});
        QVERIFY(bench.show());
        QVERIFY2(bench.state().startsWith(QStringLiteral("Live")), qPrintable(bench.state()));
        QVERIFY(bench.page.findChild<TimelineWidget *>()->barCount() > 0);
    }

    void idsThatAreNoUuidsAreShownAsTheyAre()
    {
        Bench bench;
        const QString id = QStringLiteral("../<b>42</b>?x=1");
        bench.setParticipants(
            {party(QStringLiteral("p/1"), leaver, QStringLiteral("calls"), communication("connected"))}, id);
        QVERIFY(bench.show());
        QCOMPARE(cell(bench.conversations.table(), ConversationTableModel::ConversationColumn), id);
        const QString tip = bench.conversations.table()
                                ->model()
                                ->index(0, ConversationTableModel::ConversationColumn)
                                .data(Qt::ToolTipRole)
                                .toString();
        QVERIFY2(!tip.contains(QStringLiteral("<b>")), qPrintable(tip));
        for (const ReceivedRequest &request : bench.server.requests())
            QVERIFY2(!request.target.contains("..") && !request.target.contains("x=1"),
                     request.target.constData());
    }

    void aParticipantListedTwiceCountsAsAlive()
    {
        Bench bench;
        bench.setParticipants(
            {party(QStringLiteral("p1"), leaver, QStringLiteral("calls"), communication("disconnected")),
             party(QStringLiteral("p1"), leaver, QStringLiteral("calls"), communication("connected"))});
        QVERIFY(bench.show());
        QVERIFY2(!bench.state().startsWith(QStringLiteral("Ended")), qPrintable(bench.state()));
    }

    void whatVanishesBetweenListAndReadIsNamedSo()
    {
        Bench bench;
        bench.listAsOpen(QStringLiteral("gone"));
        bench.body = errorAnswer(404, "not.found", "no such conversation");
        QVERIFY(bench.show());
        QCOMPARE(bench.state(), QStringLiteral("Not found any more"));
        QTRY_VERIFY(!visibleText(bench.page).contains(QStringLiteral("Reading")));
        QVERIFY2(visibleText(bench.page).contains(QStringLiteral("Not found any more")),
                 qPrintable(visibleText(bench.page)));
        QVERIFY(!visibleText(bench.page).contains(QStringLiteral("not in it any more")));
    }

    void analyticsThatLagsDoesNotMakeSomebodyLive()
    {
        Bench bench;
        bench.listAsOpen(QStringLiteral("conv"));
        bench.setParticipants(
            {party(QStringLiteral("p1"), leaver, QStringLiteral("calls"), communication("disconnected"))});
        bench.sessions.clear();
        QVERIFY(bench.show());
        QCOMPARE(bench.state(), QStringLiteral("Ended"));
    }

    void aQueueThatWasDeletedIsShownById()
    {
        Bench bench;
        QJsonObject mine =
            party(QStringLiteral("p1"), leaver, QStringLiteral("calls"), communication("connected"));
        mine.insert(QStringLiteral("queueId"), QStringLiteral("queue-that-is-gone"));
        bench.setParticipants({mine});
        QVERIFY(bench.show());
        QCOMPARE(cell(bench.conversations.table(), ConversationTableModel::QueueColumn),
                 QStringLiteral("queue-that-is-gone"));
        QCOMPARE(bench.state(), QStringLiteral("Live: Connected"));
    }
};

} // namespace offboarding::ui

QTEST_MAIN(offboarding::ui::TestOddConversations)
#include "tst_oddconversations.moc"
