// SPDX-License-Identifier: GPL-3.0-or-later
// The reference map of 200 users with 10 live conversations each, beside the time that the very same requests
// take six at a time; and how much of a rate limit is used.
#include "app/api/apiclient.h"
#include "app/demo/demoserver.h"
#include "app/references/referencefinder.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace offboarding;
using namespace offboarding::bench;

namespace {

constexpr int userCount = 200;
constexpr int conversationsPerUser = 10;
constexpr int parallelLines = 6;
/// The baseline sends every sixteenth request and counts sixteen times as long: all of them would take as
/// long as the measurement itself.
constexpr int baselineStep = 16;

demo::DemoOptions organisation()
{
    demo::DemoOptions options;
    options.users = 400;
    options.liveConversations = 0;
    options.endedConversations = 400;
    options.rateLimit = {0, 60};
    options.loggedRequests = 50'000;
    return options;
}

QStringList busyUsers(demo::DemoServer &server, int users, int conversations)
{
    const QStringList chosen = server.userIdsInState(QStringLiteral("active"), users);
    for (const QString &userId : chosen) {
        for (int i = 0; i < conversations; ++i)
            server.startConversation(userId);
    }
    return chosen;
}

double readMaps(const demo::DemoEndpoints &endpoints, const QStringList &userIds,
                QHash<QString, ReferenceMap> *maps, ReadingDepth depth = ReadingDepth::Gates)
{
    ApiClient client(endpoints.apiUrl);
    client.setAccessToken(endpoints.token);
    ReferenceFinder finder(client);
    QElapsedTimer timer;
    timer.start();
    *maps = QCoro::waitFor(finder.readAll(userIds, depth));
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

/// @p requests as they were logged, @c parallelLines at a time, each sent as soon as another is answered.
double sendPlainly(const demo::DemoEndpoints &endpoints, const QList<demo::RequestRecord> &requests)
{
    QNetworkAccessManager manager;
    QEventLoop loop;
    qsizetype next = 0;
    int underWay = 0;
    std::function<void()> sendNext = [&] {
        while (underWay < parallelLines && next < requests.size()) {
            const demo::RequestRecord &record = requests.at(next++);
            QUrl url = endpoints.apiUrl;
            url.setPath(record.path);
            url.setQuery(record.query, QUrl::StrictMode);
            QNetworkRequest request(url);
            request.setRawHeader("Authorization", "Bearer " + endpoints.token.toUtf8());
            request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
            QNetworkReply *reply = manager.sendCustomRequest(request, record.method.toLatin1(), record.body);
            ++underWay;
            QObject::connect(reply, &QNetworkReply::finished, &manager, [&, reply] {
                reply->readAll();
                reply->deleteLater();
                --underWay;
                sendNext();
                if (underWay == 0)
                    loop.quit();
            });
        }
    };
    QElapsedTimer timer;
    timer.start();
    sendNext();
    if (underWay > 0)
        loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

/// How many requests were sent more than once; each is printed.
int repeatedRequests(const QList<demo::RequestRecord> &log)
{
    QHash<QString, int> times;
    for (const demo::RequestRecord &record : log) {
        const QString line = record.method + QLatin1Char(' ') + record.path + QLatin1Char('?') +
                             record.query + QLatin1Char(' ') + QString::fromUtf8(record.body);
        ++times[line];
    }
    int repeated = 0;
    for (auto entry = times.cbegin(); entry != times.cend(); ++entry) {
        if (entry.value() == 1)
            continue;
        ++repeated;
        std::printf("sent %d times: %s\n", entry.value(), qPrintable(entry.key()));
    }
    return repeated;
}

bool measureTime()
{
    demo::DemoServer server(organisation());
    const Result<demo::DemoEndpoints> endpoints = server.start();
    if (!endpoints)
        return false;
    const QStringList userIds = busyUsers(server, userCount, conversationsPerUser);
    server.setLatency(50);
    server.clearRequestLog();
    QHash<QString, ReferenceMap> maps;
    const double ours = readMaps(*endpoints, userIds, &maps);
    const QList<demo::RequestRecord> log = server.requestLog();
    int live = 0;
    int complete = 0;
    for (const ReferenceMap &map : std::as_const(maps)) {
        live += map.knownLiveCount();
        complete += map.isComplete() ? 1 : 0;
    }
    const int repeated = repeatedRequests(log);
    QList<demo::RequestRecord> sample;
    for (qsizetype i = 0; i < log.size(); i += baselineStep)
        sample.append(log.at(i));
    const double plain = sendPlainly(*endpoints, sample) * static_cast<double>(log.size()) /
                         static_cast<double>(std::max<qsizetype>(1, sample.size()));
    report(QStringLiteral("reference maps of %1 users, %2 live conversations, %3 requests, 50 ms latency")
               .arg(maps.size())
               .arg(live)
               .arg(log.size()),
           ours, QStringLiteral("the same requests, 6 at a time"), plain, QStringLiteral("ratio 1.3"));
    std::printf("requests sent more than once: %d; maps complete: %d of %d\n", repeated, complete, userCount);
    return repeated == 0 && complete == userCount && live >= userCount * conversationsPerUser;
}

/// What is around the people as well: lists of the organisation are asked for once, whoever needs them.
bool measureEverything()
{
    constexpr int users = 25;
    demo::DemoServer server(organisation());
    const Result<demo::DemoEndpoints> endpoints = server.start();
    if (!endpoints)
        return false;
    const QStringList userIds = busyUsers(server, users, 2);
    server.clearRequestLog();
    QHash<QString, ReferenceMap> maps;
    const double ours = readMaps(*endpoints, userIds, &maps, ReadingDepth::Everything);
    const QList<demo::RequestRecord> log = server.requestLog();
    const double plain = sendPlainly(*endpoints, log);
    report(QStringLiteral("everything around %1 users, %2 requests").arg(maps.size()).arg(log.size()), ours,
           QStringLiteral("the same requests, 6 at a time"), plain, QStringLiteral("ratio 1.3"));
    const int repeated = repeatedRequests(log);
    std::printf("requests sent more than once: %d\n", repeated);
    return repeated == 0 && maps.size() == users;
}

/// Requests that were let through, window by window, as the server counts: a window begins with the first
/// request after the one before is over.
QList<int> requestsPerWindow(const QList<demo::RequestRecord> &log, qint64 windowMilliseconds)
{
    QList<int> windows;
    QDateTime begin;
    for (const demo::RequestRecord &record : log) {
        if (!begin.isValid() || begin.msecsTo(record.time) >= windowMilliseconds) {
            begin = record.time;
            windows.append(0);
        }
        if (record.status != 429)
            ++windows.last();
    }
    return windows;
}

bool measureLimit()
{
    constexpr int limitedUsers = 70; // three full windows and a rest
    constexpr int allowed = 300;
    constexpr int seconds = 2;
    demo::DemoOptions options = organisation();
    options.rateLimit = {allowed, seconds};
    demo::DemoServer server(options);
    const Result<demo::DemoEndpoints> endpoints = server.start();
    if (!endpoints)
        return false;
    const QStringList userIds = busyUsers(server, limitedUsers, conversationsPerUser);
    server.clearRequestLog();
    QHash<QString, ReferenceMap> maps;
    const double ours = readMaps(*endpoints, userIds, &maps);
    const QList<demo::RequestRecord> log = server.requestLog();
    const auto refused = std::count_if(
        log.cbegin(), log.cend(), [](const demo::RequestRecord &record) { return record.status == 429; });
    QList<int> windows = requestsPerWindow(log, seconds * 1000);
    // The rest of the last window goes out at once.
    const qsizetype fullWindows = (log.size() - 1) / allowed;
    const double ideal = static_cast<double>(fullWindows) * seconds * 1000;
    report(QStringLiteral("reference maps of %1 users within %2 requests per %3 s, %4 requests")
               .arg(maps.size())
               .arg(allowed)
               .arg(seconds)
               .arg(log.size()),
           ours, QStringLiteral("the limit used to the full"), ideal, QStringLiteral("ratio 1.2"));
    std::printf("429 answers: %d; requests per window:", static_cast<int>(refused));
    for (const int requests : std::as_const(windows))
        std::printf(" %d", requests);
    std::printf(" (goal: %d in each but the last)\n", allowed * 95 / 100);
    if (!windows.isEmpty())
        windows.removeLast(); // is not full, because there was nothing left to ask
    const bool areFull = std::all_of(windows.cbegin(), windows.cend(),
                                     [](int requests) { return requests >= allowed * 95 / 100; });
    return refused == 0 && windows.size() >= 3 && areFull && maps.size() == userIds.size();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool isTimeRight = measureTime();
    const bool isEverythingRight = measureEverything();
    const bool isLimitRight = measureLimit();
    return isTimeRight && isEverythingRight && isLimitRight ? 0 : 1;
}
