// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/api/calls/userscalls.h"
#include "app/api/dialect.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace offboarding::testing {

inline const QString marker = QStringLiteral("MARKER-token-1f3a9c");

inline ApiRequest readOne()
{
    return userRequest(QStringLiteral("u1"), false);
}

inline ApiRequest deleteOne()
{
    return deleteUserRequest(Dialect::Published, QStringLiteral("u1"));
}

/// A client and a server that misbehaves on purpose, new for each test. Tests add Q_OBJECT and their own.
class ClientTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ApiClient> m_client;

    Result<ApiResponse> send(ApiRequest request)
    {
        return QCoro::waitFor(m_client->send(std::move(request)));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FaultServer>();
        m_client = std::make_unique<ApiClient>(m_server->url());
        m_client->setAccessToken(marker);
        RetrySettings settings;
        settings.mostAttempts = 3;
        settings.firstPauseMilliseconds = 10;
        m_client->setRetrySettings(settings);
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }
};

} // namespace offboarding::testing
