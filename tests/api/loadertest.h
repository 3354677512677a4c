// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/directory/userloader.h"
#include "app/directory/userstore.h"
#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

namespace offboarding::testing {

constexpr int pageSize = 10;

inline QJsonObject userObject(int number)
{
    return {{QStringLiteral("id"), QStringLiteral("u%1").arg(number)},
            {QStringLiteral("name"), QStringLiteral("User %1").arg(number)},
            {QStringLiteral("state"), QStringLiteral("active")},
            {QStringLiteral("version"), 1}};
}

/// Users first … first + count - 1 as one page.
inline ScriptedAnswer pageAnswer(int pageNumber, int first, int count, int total)
{
    QJsonArray entities;
    for (int i = 0; i < count; ++i)
        entities.append(userObject(first + i));
    const QJsonObject body{{QStringLiteral("entities"), entities},
                           {QStringLiteral("pageNumber"), pageNumber},
                           {QStringLiteral("pageSize"), pageSize},
                           {QStringLiteral("total"), total},
                           {QStringLiteral("pageCount"), (total + pageSize - 1) / pageSize}};
    return jsonAnswer(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

inline ScriptedAnswer healthyPage(const ReceivedRequest &request, int total)
{
    const int page = request.query(QStringLiteral("pageNumber")).toInt();
    const int first = (page - 1) * pageSize;
    return pageAnswer(page, first, std::clamp(total - first, 0, pageSize), total);
}

inline bool isNoted(const UserStore &store, const QString &text)
{
    const QStringList notes = store.notes();
    return std::any_of(notes.cbegin(), notes.cend(),
                       [&text](const QString &note) { return note.contains(text); });
}

/// A loader, its store and a server that misbehaves on purpose, new for each test. Tests add Q_OBJECT and
/// their own.
class LoaderTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<UserStore> m_store;
    std::unique_ptr<UserLoader> m_loader;

    void load()
    {
        QSignalSpy finished(m_loader.get(), &UserLoader::finished);
        m_loader->load();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QVERIFY(!m_loader->isLoading());
    }

    void setUp()
    {
        m_server = std::make_unique<FaultServer>();
        m_client = std::make_unique<ApiClient>(m_server->url());
        RetrySettings settings;
        settings.mostAttempts = 2;
        settings.firstPauseMilliseconds = 5;
        m_client->setRetrySettings(settings);
        m_store = std::make_unique<UserStore>();
        m_loader = std::make_unique<UserLoader>(*m_client, *m_store);
    }

private Q_SLOTS:
    void cleanup()
    {
        m_loader.reset();
        m_store.reset();
        m_client.reset();
        m_server.reset();
    }
};

} // namespace offboarding::testing
