// SPDX-License-Identifier: GPL-3.0-or-later
// 5,000 users listed over HTTP and decoded, and a key typed into the search, each beside the obvious
// alternative.
#include "app/api/apiclient.h"
#include "app/api/calls/userscalls.h"
#include "app/demo/demoserver.h"
#include "app/directory/userloader.h"
#include "app/directory/userquery.h"
#include "app/directory/userstore.h"
#include "tests/bench/measure.h"
#include "ui/models/usertablemodel.h"

#include <QApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QThread>

#include <cstdio>
#include <ctime>

using namespace offboarding;
using namespace offboarding::bench;

namespace {

/// CPU of the calling thread only: the demo organisation answers in a thread of its own and is not the
/// subject.
double threadCpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

double measureLoading(const demo::DemoEndpoints &endpoints, QList<User> *users)
{
    ApiClient client(endpoints.apiUrl);
    client.setAccessToken(endpoints.token);
    UserStore store;
    UserLoader loader(client, store);
    QEventLoop loop;
    QObject::connect(&loader, &UserLoader::finished, &loop, &QEventLoop::quit);
    const double before = threadCpuMilliseconds();
    loader.load();
    loop.exec();
    const double spent = threadCpuMilliseconds() - before;
    *users = store.users();
    return spent;
}

/// The same pages one after the other with QNetworkAccessManager and QJsonDocument.
double measureBaseline(const demo::DemoEndpoints &endpoints)
{
    QNetworkAccessManager manager;
    qsizetype count = 0;
    const double before = threadCpuMilliseconds();
    for (int page = 1, pages = 1; page <= pages; ++page) {
        const ApiRequest request = usersPageRequest(QStringLiteral("any"), page, 500);
        QNetworkRequest plain(requestUrl(endpoints.apiUrl, request));
        plain.setRawHeader("Authorization", "Bearer " + endpoints.token.toUtf8());
        QNetworkReply *reply = manager.get(plain);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QJsonObject body = QJsonDocument::fromJson(reply->readAll()).object();
        pages = body.value(QLatin1String("pageCount")).toInt();
        for (const QJsonValue &value : body.value(QLatin1String("entities")).toArray()) {
            const QJsonObject entity = value.toObject();
            User user;
            user.id = entity.value(QLatin1String("id")).toString();
            user.name = entity.value(QLatin1String("name")).toString();
            user.email = entity.value(QLatin1String("email")).toString();
            user.department = entity.value(QLatin1String("department")).toString();
            user.title = entity.value(QLatin1String("title")).toString();
            user.state = userStateFromName(entity.value(QLatin1String("state")).toString());
            count += user.id.isEmpty() ? 0 : 1;
        }
        delete reply;
    }
    const double spent = threadCpuMilliseconds() - before;
    std::printf("baseline decoded %lld users\n", static_cast<long long>(count));
    return spent;
}

void measureTyping(const QList<User> &users)
{
    UserStore store;
    store.replaceAll(users);
    ui::UserTableModel model(store);
    QTableView view;
    view.setModel(&model);
    view.resize(1200, 700);
    view.show();
    QApplication::processEvents();
    int typed = 0;
    const QStringList words{QStringLiteral("j"), QStringLiteral("ja"), QStringLiteral("jan"),
                            QStringLiteral("jane"), QStringLiteral("a")};
    const auto typeKey = [&] {
        UserFilter filter;
        filter.text = words.at(typed++ % static_cast<int>(words.size()));
        model.setFilter(filter);
        view.viewport()->repaint();
    };
    const double ours = leastCpuMilliseconds(10,
                                             [&] {
                                                 for (qsizetype word = 0; word < words.size(); ++word)
                                                     typeKey();
                                             }) /
                        static_cast<double>(words.size());

    ui::UserTableModel source(store);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&source);
    proxy.setFilterKeyColumn(-1);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.sort(0);
    QTableView proxyView;
    proxyView.setModel(&proxy);
    proxyView.resize(1200, 700);
    proxyView.show();
    QApplication::processEvents();
    const double baseline = leastCpuMilliseconds(3,
                                                 [&] {
                                                     for (const QString &word : words) {
                                                         proxy.setFilterFixedString(word);
                                                         proxyView.viewport()->repaint();
                                                     }
                                                 }) /
                            static_cast<double>(words.size());
    report(QStringLiteral("key typed into the search to repaint, 5,000 users"), ours,
           QStringLiteral("QSortFilterProxyModel"), baseline, QStringLiteral("16 ms"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    demo::DemoOptions options;
    options.rateLimit = {0, 60};
    demo::DemoServer server(options);
    const Result<demo::DemoEndpoints> endpoints = server.start();
    if (!endpoints) {
        std::fprintf(stderr, "%s\n", qPrintable(endpoints.error().toLogString()));
        return 1;
    }
    QList<User> users;
    measureLoading(*endpoints, &users); // warms the caches of both sides
    double ours = measureLoading(*endpoints, &users);
    for (int round = 0; round < 4; ++round)
        ours = qMin(ours, measureLoading(*endpoints, &users));
    double baseline = measureBaseline(*endpoints);
    for (int round = 0; round < 2; ++round)
        baseline = qMin(baseline, measureBaseline(*endpoints));
    report(QStringLiteral("%1 users listed and decoded").arg(users.size()), ours,
           QStringLiteral("QJsonDocument, page after page"), baseline, QStringLiteral("150 ms"));
    measureTyping(users);
    return users.size() >= 5000 ? 0 : 1;
}
