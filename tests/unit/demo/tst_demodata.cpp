// SPDX-License-Identifier: GPL-3.0-or-later
// What the demo organisation holds when nobody asks for anything else, counted over the socket.
#include "tests/unit/demo/rundemo.h"

#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

/// The default organisation, at a time that stands still between runs.
DemoOptions defaultDemo()
{
    DemoOptions options;
    options.startTime = smallDemo().startTime;
    return options;
}

/// All conversations with an end ("exists") or without one ("notExists"), one page.
DemoAnswer conversations(RunningDemo &demo, const char *endOperator, int page)
{
    const QDateTime now = smallDemo().startTime;
    const QString interval =
        now.addDays(-20).toString(Qt::ISODate) + QLatin1Char('/') + now.addDays(1).toString(Qt::ISODate);
    const QJsonObject predicate{{QStringLiteral("type"), QStringLiteral("dimension")},
                                {QStringLiteral("dimension"), QStringLiteral("conversationEnd")},
                                {QStringLiteral("operator"), QString::fromLatin1(endOperator)}};
    const QJsonObject filter{{QStringLiteral("type"), QStringLiteral("and")},
                             {QStringLiteral("predicates"), QJsonArray{predicate}}};
    const QJsonObject paging{{QStringLiteral("pageSize"), 100}, {QStringLiteral("pageNumber"), page}};
    const QJsonObject query{{QStringLiteral("interval"), interval},
                            {QStringLiteral("paging"), paging},
                            {QStringLiteral("conversationFilters"), QJsonArray{filter}}};
    return demo.client->send("POST", QStringLiteral("/analytics/conversations/details/query"),
                             QJsonDocument(query).toJson());
}

/// Types of the segments that have no end, over all sessions of one conversation.
QStringList openSegments(const QJsonValue &conversation, const QString &purpose)
{
    QStringList types;
    const QJsonArray participants = conversation[QLatin1String("participants")].toArray();
    for (const QJsonValue &participant : participants) {
        if (participant[QLatin1String("purpose")].toString() != purpose)
            continue;
        const QJsonArray sessions = participant[QLatin1String("sessions")].toArray();
        for (const QJsonValue &session : sessions) {
            const QJsonArray segments = session[QLatin1String("segments")].toArray();
            for (const QJsonValue &segment : segments) {
                if (segment[QLatin1String("segmentEnd")].isUndefined())
                    types.append(segment[QLatin1String("segmentType")].toString());
            }
        }
    }
    return types;
}

QString mediumOf(const QJsonValue &conversation)
{
    return conversation[QLatin1String("participants")][0][QLatin1String("sessions")][0]
                       [QLatin1String("mediaType")]
                           .toString();
}

} // namespace

class TestDemoData : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RunningDemo> m_demo;

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<RunningDemo>(defaultDemo());
        QVERIFY(m_demo->server.isRunning());
    }

    void hasSixDivisionsAndFortyQueues()
    {
        const DemoAnswer divisions =
            m_demo->client->get(QStringLiteral("/authorization/divisionspermitted/paged/me?pageSize=100"));
        QCOMPARE(divisions.json.value(QLatin1String("total")).toInt(), 6);
        const DemoAnswer queues = m_demo->client->get(QStringLiteral("/routing/queues?pageSize=100"));
        QCOMPARE(queues.json.value(QLatin1String("total")).toInt(), 40);
        const QStringList ids = idsOf(queues);
        QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), 40);
        // Users are in all of the divisions.
        QSet<QString> used;
        const DemoAnswer users = m_demo->client->get(QStringLiteral("/users?pageSize=500"));
        const QJsonArray entities = users.json.value(QLatin1String("entities")).toArray();
        for (const QJsonValue &user : entities)
            used.insert(user[QLatin1String("division")][QLatin1String("id")].toString());
        QCOMPARE(used.size(), 6);
    }

    void hasSevenHundredLiveConversationsOfEveryKind()
    {
        QMap<QString, QMap<QString, int>> kinds; // medium → what the agent does → how many
        QMap<QString, QString> examples;         // "voice hold" → conversation id
        int seen = 0;
        for (int page = 1; page <= 7; ++page) {
            const DemoAnswer answer = conversations(*m_demo, "notExists", page);
            QCOMPARE(answer.json.value(QLatin1String("totalHits")).toInt(), 700);
            const QJsonArray found = answer.json.value(QLatin1String("conversations")).toArray();
            for (const QJsonValue &one : found) {
                ++seen;
                const QString medium = mediumOf(one);
                const QStringList doing = openSegments(one, QStringLiteral("agent"));
                for (const QString &type : doing) {
                    ++kinds[medium][type];
                    const QString kind = medium + QLatin1Char(' ') + type;
                    examples.insert(kind, one[QLatin1String("conversationId")].toString());
                }
            }
        }
        QCOMPARE(seen, 700);
        const QStringList media = {QStringLiteral("callback"), QStringLiteral("chat"),
                                   QStringLiteral("email"), QStringLiteral("message"),
                                   QStringLiteral("voice")};
        QCOMPARE(QStringList(kinds.keys()), media);
        for (const QString &medium : media) {
            QVERIFY2(kinds[medium].value(QStringLiteral("alert")) > 0, qPrintable(medium));
            QVERIFY2(kinds[medium].value(QStringLiteral("interact")) > 5, qPrintable(medium));
            if (medium != QLatin1String("message"))
                QVERIFY2(kinds[medium].value(QStringLiteral("wrapup")) > 0, qPrintable(medium));
        }
        QVERIFY(kinds[QStringLiteral("voice")].value(QStringLiteral("hold")) > 5);

        // The live view of one of each says the same as analytics.
        const QMap<QString, QString> states = {{QStringLiteral("alert"), QStringLiteral("alerting")},
                                               {QStringLiteral("interact"), QStringLiteral("connected")},
                                               {QStringLiteral("hold"), QStringLiteral("connected")},
                                               {QStringLiteral("wrapup"), QStringLiteral("disconnected")}};
        const QMap<QString, QString> arrays = {{QStringLiteral("voice"), QStringLiteral("calls")},
                                               {QStringLiteral("callback"), QStringLiteral("callbacks")},
                                               {QStringLiteral("chat"), QStringLiteral("chats")},
                                               {QStringLiteral("email"), QStringLiteral("emails")},
                                               {QStringLiteral("message"), QStringLiteral("messages")}};
        for (auto it = examples.cbegin(); it != examples.cend(); ++it) {
            const QStringList kind = it.key().split(QLatin1Char(' '));
            const QJsonArray participants = m_demo->client->get(QStringLiteral("/conversations/%1").arg(*it))
                                                .json.value(QLatin1String("participants"))
                                                .toArray();
            QVERIFY(!participants.isEmpty());
            const QJsonValue agent = participants.last();
            const QJsonValue leg = agent[arrays.value(kind.at(0))][0];
            QCOMPARE(leg[QLatin1String("state")].toString(), states.value(kind.at(1)));
            QCOMPARE(leg[QLatin1String("held")].toBool(), kind.at(1) == QLatin1String("hold"));
            const bool wraps = kind.at(1) == QLatin1String("wrapup");
            QCOMPARE(agent[QLatin1String("startAcwTime")].isString(), wraps);
            QVERIFY(agent[QLatin1String("endAcwTime")].isUndefined());
        }
    }

    void hasTwentyThousandEndedOnesWithSegments()
    {
        QSet<QString> days;
        for (const int page : {1, 100, 200}) {
            const DemoAnswer answer = conversations(*m_demo, "exists", page);
            QCOMPARE(answer.json.value(QLatin1String("totalHits")).toInt(), 20000);
            const QJsonArray found = answer.json.value(QLatin1String("conversations")).toArray();
            QCOMPARE(found.size(), 100);
            for (const QJsonValue &one : found) {
                const QString start = one[QLatin1String("conversationStart")].toString();
                const QString end = one[QLatin1String("conversationEnd")].toString();
                days.insert(start.left(10));
                QVERIFY(start < end);
                QVERIFY(openSegments(one, QStringLiteral("agent")).isEmpty());
                const QJsonArray participants = one[QLatin1String("participants")].toArray();
                for (const QJsonValue &participant : participants) {
                    const QJsonValue segments =
                        participant[QLatin1String("sessions")][0][QLatin1String("segments")];
                    QVERIFY(!segments.toArray().isEmpty());
                    QVERIFY(segments[0][QLatin1String("segmentStart")].toString() >= start);
                    QVERIFY(segments[0][QLatin1String("segmentEnd")].toString() <= end);
                }
            }
        }
        QVERIFY(days.size() >= 3);
    }

    void hasLookAlikesAndOtherScripts()
    {
        QSet<int> scripts;
        QMap<QString, int> names;
        int withoutEmail = 0;
        for (int page = 1; page <= 10; ++page) {
            const DemoAnswer answer =
                m_demo->client->get(QStringLiteral("/users?state=any&pageSize=500&pageNumber=%1").arg(page));
            const QJsonArray users = answer.json.value(QLatin1String("entities")).toArray();
            for (const QJsonValue &user : users) {
                const QString name = user[QLatin1String("name")].toString();
                ++names[name];
                scripts.insert(name.at(0).script());
                withoutEmail += user[QLatin1String("email")].isUndefined() ? 1 : 0;
            }
        }
        for (const QChar::Script script : {QChar::Script_Latin, QChar::Script_Han, QChar::Script_Hangul,
                                           QChar::Script_Cyrillic, QChar::Script_Arabic, QChar::Script_Hebrew,
                                           QChar::Script_Greek, QChar::Script_Thai, QChar::Script_Devanagari})
            QVERIFY2(scripts.contains(script), qPrintable(QString::number(script)));
        QCOMPARE(names.value(QStringLiteral("Jane Doe")), 2);
        QCOMPARE(names.value(QStringLiteral("Janet Doe")), 1);
        QCOMPARE(names.value(QStringLiteral("Jane D\u0153")), 1);
        QVERIFY(withoutEmail > 50);
    }

    void legacyAndPublishedLiveBesideEachOther()
    {
        DemoClient published(m_demo->endpoints);
        published.usePublishedUrl();
        const QString path = QStringLiteral("/users/%1").arg(m_demo->user("nora.nothing"));
        QCOMPARE(published.get(path).body, m_demo->client->get(path).body);
        QCOMPARE(m_demo->client->send("PUT", path, "{\"status\":\"inactive\"}").status, 200);
        QCOMPARE(published.get(path).json.value(QLatin1String("state")).toString(),
                 QStringLiteral("inactive"));
    }
};

QTEST_GUILESS_MAIN(TestDemoData)
#include "tst_demodata.moc"
