// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoserver.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QString>
#include <QUrl>

/// What came back over the socket.
struct DemoAnswer
{
    int status = 0;
    QByteArray body;
    QJsonObject json;
    QString code; ///< `code` of an error body
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    int elapsedMs = 0;
};

/// Sends one request after the other over QNetworkAccessManager and waits for each answer.
class DemoClient
{
public:
    explicit DemoClient(const offboarding::demo::DemoEndpoints &endpoints) : m_endpoints(endpoints) {}

    /// @p path relative to /api/v2 with its query, or "/oauth/token".
    DemoAnswer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                    const QByteArray &contentType = "application/json");
    /// The same with a path from the root of the server.
    DemoAnswer sendAbsolute(const QByteArray &method, const QString &path, const QByteArray &body = {},
                            const QByteArray &contentType = "application/json");
    DemoAnswer get(const QString &path) { return send("GET", path); }
    /// The reply itself, still running; the caller deletes it.
    QNetworkReply *begin(const QByteArray &method, const QString &path, const QByteArray &body = {},
                         const QByteArray &contentType = "application/json");
    static DemoAnswer finished(QNetworkReply *reply);

    /// The participants of a conversation that are this user.
    QList<QJsonObject> participants(const QString &conversationId, const QString &userId);

    void usePublishedUrl() { m_endpoints.apiUrl = m_endpoints.publishedApiUrl; }
    void setToken(const QString &token) { m_endpoints.token = token; }
    QByteArray basicAuthorization; ///< sent instead of the token if set

private:
    QNetworkReply *beginAt(const QByteArray &method, const QString &url, const QByteArray &body,
                           const QByteArray &contentType);

    offboarding::demo::DemoEndpoints m_endpoints;
    QNetworkAccessManager m_manager;
};
