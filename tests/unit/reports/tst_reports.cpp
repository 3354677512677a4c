// SPDX-License-Identifier: GPL-3.0-or-later
// Field names of the offboardctl contract, and that nothing unknown ever looks like nothing there.
#include "app/reports/reports.h"
#include "tests/support/csvreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace offboarding;
using namespace offboarding::testing;

namespace {

const QDateTime noon(QDate(2026, 8, 1), QTime(12, 0, 0, 5), Qt::UTC);

User jane()
{
    User user;
    user.id = QStringLiteral("user-1");
    user.name = QStringLiteral("Jane Doe");
    user.email = QStringLiteral("jane@demo.example");
    user.department = QStringLiteral("Support");
    user.title = QStringLiteral("Lead");
    user.divisionName = QStringLiteral("Home");
    user.state = UserState::Active;
    user.stateText = QStringLiteral("active");
    user.version = 7;
    return user;
}

ConversationReference liveCall()
{
    ConversationReference reference;
    reference.userId = QStringLiteral("user-1");
    reference.conversationId = QStringLiteral("conversation-1");
    reference.media = Media::Call;
    reference.direction = QStringLiteral("inbound");
    reference.queueId = QStringLiteral("queue-1");
    reference.purpose = QStringLiteral("agent");
    reference.participantIds = {QStringLiteral("p1"), QStringLiteral("p2")};
    reference.state = QStringLiteral("connected");
    reference.live = true;
    reference.customerLive = true;
    reference.started = noon;
    return reference;
}

Error forbidden()
{
    Error error;
    error.kind = ErrorKind::Forbidden;
    error.httpStatus = 403;
    error.serverCode = QStringLiteral("missing.permissions");
    error.correlationId = QStringLiteral("c-1");
    error.place = QStringLiteral("GET /api/v2/x");
    return error;
}

ConversationReference unreadableCall()
{
    ConversationReference reference = liveCall();
    reference.conversationId = QStringLiteral("conversation-2");
    reference.state = QStringLiteral("unknown");
    reference.customerLive = false;
    reference.error = forbidden();
    return reference;
}

SourceReading source(const char *name, SourceStatus status, std::optional<int> count = {},
                     const std::optional<Error> &error = {})
{
    return {QString::fromLatin1(name), status, noon, count, error};
}

ReferenceMap map(const QList<ConversationReference> &conversations, const QList<SourceReading> &sources)
{
    ReferenceMap result;
    result.userId = QStringLiteral("user-1");
    result.readAt = noon;
    result.conversations = conversations;
    result.sources = sources;
    return result;
}

RunResult run()
{
    RunResult result;
    result.plan.users = {jane()};
    PlanStep step;
    step.userId = QStringLiteral("user-1");
    step.kind = StepKind::ClearReference;
    step.clearing.conversationId = QStringLiteral("conversation-1");
    RequestPreview first;
    first.method = QStringLiteral("GET");
    first.target = QStringLiteral("/a");
    RequestPreview second = first;
    second.method = QStringLiteral("DELETE");
    step.requests = {first, second};
    PlanStep last = step;
    last.kind = StepKind::ReadBack;
    last.clearing = {};
    last.requests.clear();
    result.plan.steps = {step, last};
    StepResult done;
    done.step = step;
    done.outcome = Outcome::Failed;
    done.cause = Cause::ServerRefused;
    done.error = forbidden();
    done.finished = noon;
    done.detail = QStringLiteral("=detail");
    result.steps = {done};
    return result;
}

QStringList keysOf(const QJsonObject &object)
{
    return object.keys();
}

CsvFile csvOf(const ReportTable &table)
{
    return readCsv(toCsv(table));
}

} // namespace

class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usersAsRowsAndLinesSayTheSameAsJson()
    {
        User other = jane();
        other.id = QStringLiteral("user-2");
        other.name = QStringLiteral("=cmd|' /C calc'!A0");
        other.version = 0;
        const QList<User> users{jane(), other};
        const QJsonArray objects = usersToJson(users);
        const CsvFile csv = readCsv(toPlainCsv(usersToTable(users)));
        QCOMPARE(csv.problem, QString());
        QVERIFY(!csv.hasByteOrderMark);
        QVERIFY(readCsv(toCsv(usersToTable(users))).hasByteOrderMark);
        QCOMPARE(csv.column(QStringLiteral("id")),
                 (QStringList{QStringLiteral("user-1"), QStringLiteral("user-2")}));
        QCOMPARE(csv.cell(1, QStringLiteral("name")), QString(QLatin1Char('\'') + other.name)); // harmless
        QCOMPARE(csv.cell(0, QStringLiteral("version")), QStringLiteral("7"));
        QCOMPARE(csv.cell(1, QStringLiteral("version")), QString());           // none, never 0
        QCOMPARE(csv.cell(0, QStringLiteral("liveConversations")), QString()); // not known, never 0
        for (const QString &key : objects.first().toObject().keys())
            QVERIFY2(csv.rows.first().contains(key), qPrintable(key));

        const QByteArray lines = toJsonLines(objects);
        QVERIFY(lines.endsWith('\n'));
        const QList<QByteArray> parts = lines.trimmed().split('\n');
        QCOMPARE(parts.size(), 2);
        for (qsizetype i = 0; i < parts.size(); ++i)
            QCOMPARE(QJsonDocument::fromJson(parts.at(i)).object(), objects.at(i).toObject());
        QCOMPARE(toJsonLines({}), QByteArray());
    }

    void usersHaveTheContractsFields()
    {
        User unknown = jane();
        unknown.lastLogin = noon;
        unknown.liveConversations = 3;
        const QJsonArray users = usersToJson({jane(), unknown});
        const QJsonObject first = users.at(0).toObject();
        for (const char *key :
             {"id", "name", "email", "department", "title", "division", "state", "version", "lastLogin"})
            QVERIFY2(first.contains(QLatin1String(key)), key);
        QCOMPARE(first.value(QLatin1String("id")).toString(), QStringLiteral("user-1"));
        QCOMPARE(first.value(QLatin1String("division")).toString(), QStringLiteral("Home"));
        QCOMPARE(first.value(QLatin1String("state")).toString(), QStringLiteral("active"));
        QCOMPARE(first.value(QLatin1String("version")).toInt(), 7);
        QVERIFY(first.value(QLatin1String("lastLogin")).isNull());
        QVERIFY(first.value(QLatin1String("liveConversations")).isNull());
        QCOMPARE(users.at(1)[QLatin1String("lastLogin")].toString(),
                 QStringLiteral("2026-08-01T12:00:00.005Z"));
        QCOMPARE(users.at(1)[QLatin1String("liveConversations")].toInt(), 3);
    }

    void jsonFilesParseBack()
    {
        User user = jane();
        user.name = QStringLiteral("\u5C71\u7530 \"x\" \U0001F600\n");
        const QJsonDocument document = QJsonDocument::fromJson(toJson(usersToJson({user})));
        QVERIFY(document.isArray());
        QCOMPARE(document.array().at(0)[QLatin1String("name")].toString(), user.name);
    }

    void referencesHaveTheContractsFields()
    {
        const ReferenceMap read = map({liveCall()}, {source("agent-status", SourceStatus::Fresh, 1)});
        const QJsonArray array = referencesToJson({jane()}, {{QStringLiteral("user-1"), read}});
        const QJsonObject entry = array.at(0).toObject();
        QCOMPARE(keysOf(entry.value(QLatin1String("user")).toObject()),
                 (QStringList{QStringLiteral("email"), QStringLiteral("id"), QStringLiteral("name"),
                              QStringLiteral("state")}));
        const QJsonObject conversation = entry.value(QLatin1String("conversations"))[0].toObject();
        for (const char *key : {"conversationId", "media", "direction", "queueId", "purpose", "participantId",
                                "state", "live", "customerLive", "started", "ended"})
            QVERIFY2(conversation.contains(QLatin1String(key)), key);
        QCOMPARE(conversation.value(QLatin1String("media")).toString(), QStringLiteral("call"));
        QCOMPARE(conversation.value(QLatin1String("participantId")).toString(), QStringLiteral("p1"));
        QCOMPARE(conversation.value(QLatin1String("live")), QJsonValue(true));
        QCOMPARE(conversation.value(QLatin1String("customerLive")), QJsonValue(true));
        QVERIFY(conversation.value(QLatin1String("ended")).isNull());
        const QJsonObject reading = entry.value(QLatin1String("sources"))[0].toObject();
        QCOMPARE(keysOf(reading),
                 (QStringList{QStringLiteral("count"), QStringLiteral("error"), QStringLiteral("name"),
                              QStringLiteral("readAt"), QStringLiteral("status")}));
        QCOMPARE(reading.value(QLatin1String("status")).toString(), QStringLiteral("fresh"));
        QCOMPARE(reading.value(QLatin1String("count")).toInt(), 1);
    }

    void unknownIsNullAndNeverZeroOrFalse()
    {
        const ReferenceMap read =
            map({unreadableCall()}, {source("agent-status", SourceStatus::NotPermitted, {}, forbidden()),
                                     source("recent-conversations", SourceStatus::Incomplete)});
        const QJsonArray array = referencesToJson({jane()}, {{QStringLiteral("user-1"), read}});
        const QJsonObject conversation = array.at(0)[QLatin1String("conversations")][0].toObject();
        for (const char *key : {"live", "customerLive", "afterCallWork"})
            QVERIFY2(conversation.value(QLatin1String(key)).isNull(), key);
        const QJsonArray sources = array.at(0)[QLatin1String("sources")].toArray();
        QVERIFY(sources.at(0)[QLatin1String("count")].isNull());
        QCOMPARE(sources.at(0)[QLatin1String("status")].toString(), QStringLiteral("not-permitted"));
        QCOMPARE(sources.at(0)[QLatin1String("error")][QLatin1String("status")].toInt(), 403);
        QVERIFY(sources.at(1)[QLatin1String("count")].isNull());
        QCOMPARE(sources.at(1)[QLatin1String("status")].toString(), QStringLiteral("incomplete"));
    }

    void aUserThatWasNotReadIsNotAUserWithoutReferences()
    {
        for (const QHash<QString, ReferenceMap> &maps :
             {QHash<QString, ReferenceMap>(),
              QHash<QString, ReferenceMap>{{QStringLiteral("user-1"), map({}, {})}}}) {
            const QJsonArray array = referencesToJson({jane()}, maps);
            const QJsonObject reading = array.at(0)[QLatin1String("sources")][0].toObject();
            QCOMPARE(reading.value(QLatin1String("status")).toString(), QStringLiteral("failed"));
            QVERIFY(reading.value(QLatin1String("count")).isNull());
            const CsvFile file = csvOf(referencesToTable({jane()}, maps));
            QCOMPARE(file.problem, QString());
            QCOMPARE(file.column(QStringLiteral("kind")), QStringList{QStringLiteral("not-read")});
            QCOMPARE(file.cell(0, QStringLiteral("userEmail")), QStringLiteral("jane@demo.example"));
        }
    }

    void theTableNamesWhatFailed()
    {
        const ReferenceMap read = map({liveCall(), unreadableCall()},
                                      {source("agent-status", SourceStatus::Fresh, 2),
                                       source("conversations", SourceStatus::Failed, {}, forbidden())});
        const CsvFile file = csvOf(referencesToTable({jane()}, {{QStringLiteral("user-1"), read}}));
        QCOMPARE(file.problem, QString());
        QCOMPARE(file.column(QStringLiteral("kind")),
                 (QStringList{QStringLiteral("conversation"), QStringLiteral("conversation"),
                              QStringLiteral("source")}));
        QCOMPARE(file.column(QStringLiteral("live")),
                 (QStringList{QStringLiteral("yes"), QStringLiteral("unknown"), QString()}));
        QCOMPARE(file.column(QStringLiteral("customerLive")),
                 (QStringList{QStringLiteral("yes"), QStringLiteral("unknown"), QString()}));
        QCOMPARE(file.cell(0, QStringLiteral("participantId")), QStringLiteral("p1 p2"));
        QCOMPARE(file.cell(2, QStringLiteral("state")), QStringLiteral("failed"));
        QVERIFY(file.cell(2, QStringLiteral("problem")).startsWith(QLatin1String("conversations: ")));
        QVERIFY(file.cell(1, QStringLiteral("problem")).contains(QLatin1String("403")));
    }

    void everyUserHasARow()
    {
        const ReferenceMap empty = map({}, {source("agent-status", SourceStatus::Fresh, 0)});
        const CsvFile file = csvOf(referencesToTable({jane()}, {{QStringLiteral("user-1"), empty}}));
        QCOMPARE(file.column(QStringLiteral("kind")), QStringList{QStringLiteral("no-conversations")});
        QCOMPARE(file.cell(0, QStringLiteral("userId")), QStringLiteral("user-1"));
    }

    void nothingRefersOnlyIfEverySourceIsKnown()
    {
        ReferenceMap read = map({}, {source("agent-status", SourceStatus::Fresh, 0)});
        read.person = PersonReferences();
        read.person->presence = PresenceReference{QStringLiteral("Offline"), QStringLiteral("d1"), {}, noon};
        read.person->lastTokenIssued = noon;
        read.person->queues = QList<QueueMembership>();
        read.furtherSources = {source("queues", SourceStatus::Fresh, 0)};
        const auto kinds = [&] {
            return csvOf(referencesToTable({jane()}, {{QStringLiteral("user-1"), read}}))
                .column(QStringLiteral("kind"));
        };
        // A presence is a state and no reference.
        QCOMPARE(kinds(), (QStringList{QStringLiteral("presence"), QStringLiteral("token"),
                                       QStringLiteral("no-references")}));
        read.person->queues.reset();
        read.furtherSources = {source("queues", SourceStatus::NotPermitted, {}, forbidden())};
        QCOMPARE(kinds(), (QStringList{QStringLiteral("presence"), QStringLiteral("token"),
                                       QStringLiteral("source")}));
    }

    void theResultOfARunNamesEachStep()
    {
        const QJsonArray array = runToJson(run());
        const QJsonObject first = array.at(0).toObject();
        for (const char *key : {"time", "userId", "step", "outcome", "cause"})
            QVERIFY2(first.contains(QLatin1String(key)), key);
        QCOMPARE(first.value(QLatin1String("time")).toString(), QStringLiteral("2026-08-01T12:00:00.005Z"));
        QCOMPARE(first.value(QLatin1String("step")).toString(), QStringLiteral("clear-reference"));
        QCOMPARE(first.value(QLatin1String("outcome")).toString(), QStringLiteral("failed"));
        QCOMPARE(first.value(QLatin1String("cause")).toString(), QStringLiteral("server-refused"));
        QCOMPARE(first.value(QLatin1String("error"))[QLatin1String("correlationId")].toString(),
                 QStringLiteral("c-1"));

        const CsvFile file = csvOf(runToTable(run()));
        QCOMPARE(file.problem, QString());
        QCOMPARE(file.cell(0, QStringLiteral("userName")), QStringLiteral("Jane Doe"));
        QCOMPARE(file.cell(0, QStringLiteral("outcome")), QStringLiteral("failed"));
        QCOMPARE(file.cell(0, QStringLiteral("requests")), QStringLiteral("GET /a\nDELETE /a"));
        QCOMPARE(file.cell(0, QStringLiteral("detail")), QStringLiteral("'=detail"));
    }

    void stepsThatAreToComeAreNotLeftOut()
    {
        const QJsonArray array = runToJson(run());
        QCOMPARE(array.size(), 2);
        QCOMPARE(array.at(1)[QLatin1String("step")].toString(), QStringLiteral("read-back"));
        QVERIFY(array.at(1)[QLatin1String("outcome")].isNull());
        QVERIFY(array.at(1)[QLatin1String("time")].isNull());
        const CsvFile file = csvOf(runToTable(run()));
        QCOMPARE(file.column(QStringLiteral("outcome")),
                 (QStringList{QStringLiteral("failed"), QStringLiteral("waiting")}));
    }

    void aSecretInAServersTextDoesNotReachAFile()
    {
        RunResult result = run();
        result.steps[0].error->detail = QStringLiteral("Authorization: Bearer abcdefghijklmnop failed");
        QVERIFY(!toCsv(runToTable(result)).contains("abcdefghijklmnop"));
        QVERIFY(!toJson(runToJson(result)).contains("abcdefghijklmnop"));
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
