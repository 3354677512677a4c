// SPDX-License-Identifier: GPL-3.0-or-later
// The demo organisation over a real socket: what any client may rely on.
#include "tests/unit/demo/democlient.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace offboarding;
using namespace offboarding::demo;

namespace {

/// Small and quick; the same data in every test.
DemoOptions smallOptions()
{
    DemoOptions options;
    options.users = 600;
    options.liveConversations = 80;
    options.endedConversations = 900;
    options.acceptDelayMs = 0;
    options.searchLagMs = 0;
    options.startTime = QDateTime::fromString(QStringLiteral("2026-11-20T10:00:00Z"), Qt::ISODate);
    return options;
}

struct Running
{
    explicit Running(const DemoOptions &options = smallOptions()) : server(options)
    {
        const Result<DemoEndpoints> result = server.start();
        if (result)
            endpoints = *result;
        client = std::make_unique<DemoClient>(endpoints);
    }

    DemoServer server;
    DemoEndpoints endpoints;
    std::unique_ptr<DemoClient> client;
};

QStringList idsOf(const DemoAnswer &answer, const char *array = "entities")
{
    QStringList ids;
    const QJsonArray entities = answer.json.value(QLatin1String(array)).toArray();
    for (const QJsonValue &one : entities)
        ids.append(one[QLatin1String("id")].toString());
    return ids;
}

} // namespace

class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnLoopbackOnly()
    {
        Running demo;
        QVERIFY(demo.server.isRunning());
        QCOMPARE(demo.endpoints.apiUrl.host(), QStringLiteral("127.0.0.1"));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QStringLiteral("127.0.0.2")),
                             static_cast<quint16>(demo.endpoints.apiUrl.port()));
        QVERIFY(!socket.waitForConnected(2000));
    }

    void saysWhoItIs()
    {
        Running demo;
        const DemoAnswer answer = demo.client->get(QStringLiteral("/organizations/me"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value(QLatin1String("name")).toString(),
                 QStringLiteral("Demo Organisation (generated data)"));
        QVERIFY(!answer.headers.value("inin-correlation-id").isEmpty());
        QCOMPARE(answer.headers.value("inin-ratelimit-count"), QByteArray("1"));
        QVERIFY(answer.headers.contains("inin-ratelimit-allowed"));
        QVERIFY(answer.headers.contains("inin-ratelimit-reset"));
    }

    void refusesWithoutAToken()
    {
        Running demo;
        demo.client->setToken(QString());
        const DemoAnswer none = demo.client->get(QStringLiteral("/users"));
        QCOMPARE(none.status, 401);
        QCOMPARE(none.code, QStringLiteral("authentication.required"));
        QCOMPARE(none.json.value(QLatin1String("contextId")).toString().toLatin1(),
                 none.headers.value("inin-correlation-id"));
        demo.client->setToken(QStringLiteral("not-a-token"));
        QCOMPARE(demo.client->get(QStringLiteral("/users")).code, QStringLiteral("bad.credentials"));
    }

    void pagesThroughAllUsersOnce()
    {
        Running demo;
        QStringList all;
        int pages = 1;
        for (int page = 1; page <= pages; ++page) {
            const DemoAnswer answer =
                demo.client->get(QStringLiteral("/users?state=any&pageSize=250&pageNumber=%1").arg(page));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json.value(QLatin1String("total")).toInt(), 600);
            pages = answer.json.value(QLatin1String("pageCount")).toInt();
            all += idsOf(answer);
        }
        QCOMPARE(pages, 3);
        QCOMPARE(all.size(), 600);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 600);
        QVERIFY(!all.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
