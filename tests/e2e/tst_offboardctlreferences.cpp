// SPDX-License-Identifier: GPL-3.0-or-later
// offboardctl references: what still refers to people, from the real program against the real demo
// organisation.
#include "tests/e2e/offboardctlrun.h"
#include "tests/support/csvreader.h"
#include "tests/support/faultserver.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace offboarding::testing;

namespace {

const QString jane = QStringLiteral("jane.doe@demo.example");

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<DemoServerProcess> serverWith(const QStringList &more)
{
    QStringList options = words(QStringLiteral("--users 200 --seed 3"));
    options += more;
    return std::make_unique<DemoServerProcess>(options);
}

Finished references(const DemoServerProcess &server, const QStringList &options)
{
    return runOffboardctl(server.connection() + QStringList{QStringLiteral("references")} + options,
                          server.token());
}

QJsonObject sourceOf(const QJsonObject &entry, const char *name)
{
    for (const QJsonValue &value : entry.value(QStringLiteral("sources")).toArray()) {
        if (value.toObject().value(QStringLiteral("name")).toString() == QLatin1String(name))
            return value.toObject();
    }
    return {};
}

} // namespace

class TestOffboardctlReferences : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoServerProcess> m_server;
    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QJsonArray janeAsJson() const
    {
        const Finished run =
            references(*m_server, {jane, QStringLiteral("--format"), QStringLiteral("json")});
        return QJsonDocument::fromJson(run.output).array();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = serverWith({});
        QVERIFY2(m_server->isReady(), m_server->process().readAllStandardError().constData());
    }

    void everythingAboutOnePersonAsJson()
    {
        const Finished run =
            references(*m_server, {jane, QStringLiteral("--format"), QStringLiteral("json")});
        QVERIFY2(run.code == 0, run.errors.constData());
        QCOMPARE(run.errors, QByteArray());
        const QJsonArray array = QJsonDocument::fromJson(run.output).array();
        QCOMPARE(array.size(), 1);
        const QJsonObject entry = array.first().toObject();
        const QJsonObject user = entry.value(QStringLiteral("user")).toObject();
        QCOMPARE(user.value(QStringLiteral("email")).toString(), jane);
        QCOMPARE(user.value(QStringLiteral("state")).toString(), QStringLiteral("active"));
        for (const char *key : {"id", "name"})
            QVERIFY2(!user.value(QLatin1String(key)).toString().isEmpty(), key);
        const QJsonArray conversations = entry.value(QStringLiteral("conversations")).toArray();
        QVERIFY(conversations.size() >= 3);
        bool hasLive = false;
        for (const QJsonValue &value : conversations) {
            const QJsonObject conversation = value.toObject();
            for (const char *key : {"conversationId", "media", "direction", "queueId", "purpose",
                                    "participantId", "state", "live", "customerLive", "started", "ended"})
                QVERIFY2(conversation.contains(QLatin1String(key)), key);
            hasLive = hasLive || conversation.value(QStringLiteral("live")).toBool();
        }
        QVERIFY(hasLive);
        const QJsonArray sources = entry.value(QStringLiteral("sources")).toArray();
        QCOMPARE(sources.size(), 25);
        for (const QJsonValue &value : sources) {
            const QJsonObject source = value.toObject();
            QCOMPARE(source.value(QStringLiteral("status")).toString(), QStringLiteral("fresh"));
            QVERIFY(!source.value(QStringLiteral("readAt")).toString().isEmpty());
            QVERIFY(source.contains(QStringLiteral("count")) && source.contains(QStringLiteral("error")));
        }
        const QJsonArray queues = entry.value(QStringLiteral("queues")).toArray();
        QVERIFY(!queues.isEmpty() && queues.first().isString());
        QCOMPARE(sourceOf(entry, "queues").value(QStringLiteral("count")).toInt(), queues.size());
        const QJsonObject role = entry.value(QStringLiteral("roles")).toArray().first().toObject();
        for (const char *key : {"roleId", "divisionId", "inherited"})
            QVERIFY2(role.contains(QLatin1String(key)), key);
        for (const char *key : {"groups", "skills"})
            QVERIFY2(entry.value(QLatin1String(key)).isArray(), key);
    }

    void byIdAndByAddressIsTheSamePersonOnce()
    {
        const QString id = janeAsJson()
                               .first()
                               .toObject()
                               .value(QStringLiteral("user"))
                               .toObject()
                               .value(QStringLiteral("id"))
                               .toString();
        const Finished run = references(*m_server, {id, jane.toUpper(), QStringLiteral("--format=json")});
        QVERIFY2(run.code == 0, run.errors.constData());
        QCOMPARE(QJsonDocument::fromJson(run.output).array().size(), 1);
    }

    void theSameAsATable()
    {
        const QString file = path("jane.csv");
        const Finished run = references(*m_server, {jane, QStringLiteral("-o"), file});
        QVERIFY2(run.code == 0, run.errors.constData());
        QCOMPARE(run.output, QByteArray());
        QVERIFY(run.says("written to"));
        const CsvFile csv = readCsv(contentOf(file));
        QCOMPARE(csv.problem, QString());
        const QStringList kinds = csv.column(QStringLiteral("kind"));
        for (const char *kind :
             {"conversation", "queue", "group", "role", "skill", "presence", "routing-status", "token"})
            QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
        QVERIFY(!kinds.contains(QStringLiteral("source"))); // every source was read
        const QStringList people = csv.column(QStringLiteral("userEmail"));
        QCOMPARE(people.count(jane), people.size());
    }

    void aLongerPastFindsMore()
    {
        const auto ended = [&](const QString &days) {
            const Finished run = references(
                *m_server, {jane, QStringLiteral("--recent-days"), days, QStringLiteral("--format=json")});
            const QJsonObject entry = QJsonDocument::fromJson(run.output).array().first().toObject();
            return sourceOf(entry, "recent-conversations").value(QStringLiteral("count")).toInt(-1);
        };
        const int one = ended(QStringLiteral("1"));
        const int many = ended(QStringLiteral("60")); // more than one query may span
        QVERIFY2(one >= 0 && many >= one, qPrintable(QStringLiteral("%1 %2").arg(one).arg(many)));
    }

    void whatIsNotKnownIsNullAndNamed()
    {
        const auto server =
            serverWith({QStringLiteral("--faults"), QStringLiteral("GET /api/v2/users/*/queues=403")});
        QVERIFY(server->isReady());
        const QString file = path("partly.json");
        const Finished run = references(*server, {jane, QStringLiteral("-o"), file});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.says("queues of") && run.says("not-permitted"), run.errors.constData());
        const QJsonObject entry = QJsonDocument::fromJson(contentOf(file)).array().first().toObject();
        QVERIFY(entry.contains(QStringLiteral("queues")));
        QVERIFY(entry.value(QStringLiteral("queues")).isNull());
        const QJsonObject queues = sourceOf(entry, "queues");
        QCOMPARE(queues.value(QStringLiteral("status")).toString(), QStringLiteral("not-permitted"));
        QVERIFY(queues.value(QStringLiteral("count")).isNull());
        QVERIFY(queues.value(QStringLiteral("error")).isObject());
        QVERIFY(entry.value(QStringLiteral("skills")).isArray());

        const Finished table = references(*server, {jane});
        QCOMPARE(table.code, 1);
        const CsvFile csv = readCsv(table.output);
        const qsizetype row = csv.column(QStringLiteral("kind")).indexOf(QStringLiteral("source"));
        QVERIFY(row >= 0);
        QVERIFY(csv.column(QStringLiteral("problem")).at(row).startsWith(QStringLiteral("queues")));
    }

    void whoIsUnknownIsSaid()
    {
        const QString file = path("nobody.json");
        const Finished address =
            references(*m_server, {QStringLiteral("nobody@demo.example"), QStringLiteral("-o"), file});
        QCOMPARE(address.code, 2);
        QVERIFY2(address.says("nobody@demo.example"), address.errors.constData());
        const Finished id = references(*m_server, {QStringLiteral("00000000-0000-4000-8000-000000000000")});
        QCOMPARE(id.code, 2);
        QVERIFY2(id.says("00000000-0000-4000-8000-000000000000"), id.errors.constData());
        QCOMPARE(id.output, QByteArray());
        QVERIFY(!QFileInfo::exists(file));
    }

    void aFileIsWholeOrAsItWas()
    {
        const QString file = path("kept.json");
        QFile before(file);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("what was there");
        before.close();
        // A server that knows the person and then keeps everybody waiting.
        FaultServer server;
        server.setHandler([](const ReceivedRequest &request) {
            ScriptedAnswer answer = jsonAnswer(
                R"({"id":"u1","name":"Jane","email":"jane@x.example","state":"active","version":1})");
            answer.isSilent = request.path() != "/api/v2/users/u1";
            return answer;
        });
        const auto process =
            startOffboardctl({QStringLiteral("--api-url"), server.url().toString(),
                              QStringLiteral("references"), QStringLiteral("u1"), QStringLiteral("-o"), file},
                             {{QStringLiteral("OFFBOARDING_TOKEN"), QStringLiteral("t")}});
        QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > 3, 20'000);
        process->terminate();
        const Finished run = finishOffboardctl(process.get());
        QCOMPARE(run.code, 5);
        QVERIFY2(run.says("Stopped"), run.errors.constData());
        QCOMPARE(contentOf(file), QByteArray("what was there"));
    }

    void wrongOptionsSendNothing_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nobody") << QStringList() << QByteArray("USER");
        QTest::newRow("no days") << QStringList{jane, QStringLiteral("--recent-days=0")}
                                 << QByteArray("--recent-days");
        QTest::newRow("format") << QStringList{jane, QStringLiteral("--format=xlsx")}
                                << QByteArray("--format");
        QTest::newRow("folder") << QStringList{jane, QStringLiteral("-o"), QStringLiteral("/nowhere/x.json")}
                                << QByteArray("/nowhere");
    }

    void wrongOptionsSendNothing()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, message);
        const Finished run = references(*m_server, options);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.errors.contains(message), run.errors.constData());
        QCOMPARE(run.output, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestOffboardctlReferences)
#include "tst_offboardctlreferences.moc"
