// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/demo/rundemo.h"

using namespace offboarding;
using namespace offboarding::demo;

DemoOptions smallDemo()
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

RunningDemo::RunningDemo(const DemoOptions &options) : server(options)
{
    const Result<DemoEndpoints> result = server.start();
    if (result)
        endpoints = *result;
    client = std::make_unique<DemoClient>(endpoints);
}

QString RunningDemo::user(const char *mailbox) const
{
    return server.userIdByEmail(QString::fromLatin1(mailbox) + QLatin1String("@demo.example"));
}

QString RunningDemo::newToken() const
{
    DemoClient other(endpoints);
    const QString pair = endpoints.clientId + QLatin1Char(':') + endpoints.clientSecret;
    other.basicAuthorization = "Basic " + pair.toUtf8().toBase64();
    const DemoAnswer answer =
        other.send("POST", QStringLiteral("/oauth/token"), "grant_type=client_credentials",
                   "application/x-www-form-urlencoded");
    return answer.json.value(QLatin1String("access_token")).toString();
}

QStringList idsOf(const DemoAnswer &answer, const char *array)
{
    QStringList ids;
    const QJsonArray entities = answer.json.value(QLatin1String(array)).toArray();
    for (const QJsonValue &one : entities)
        ids.append(one[QLatin1String("id")].toString());
    return ids;
}
