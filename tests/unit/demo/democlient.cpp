// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/demo/democlient.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QTimer>

namespace {

constexpr int longestWaitMs = 20000;

} // namespace

QNetworkReply *DemoClient::begin(const QByteArray &method, const QString &path, const QByteArray &body,
                                 const QByteArray &contentType)
{
    const QString prefix = path == QLatin1String("/oauth/token") ? QString() : QStringLiteral("/api/v2");
    return beginAt(method, m_endpoints.apiUrl.toString() + prefix + path, body, contentType);
}

QNetworkReply *DemoClient::beginAt(const QByteArray &method, const QString &url, const QByteArray &body,
                                   const QByteArray &contentType)
{
    QNetworkRequest request{QUrl(url)};
    // The tests look at redirects themselves.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!basicAuthorization.isEmpty())
        request.setRawHeader("Authorization", basicAuthorization);
    else if (!m_endpoints.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_endpoints.token.toUtf8());
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
    // As a custom verb the network manager would wait for the body that HEAD never has.
    return method == "HEAD" ? m_manager.head(request) : m_manager.sendCustomRequest(request, method, body);
}

DemoAnswer DemoClient::finished(QNetworkReply *reply)
{
    QElapsedTimer timer;
    timer.start();
    if (!reply->isFinished()) {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(longestWaitMs, reply, &QNetworkReply::abort);
        loop.exec();
    }
    DemoAnswer answer;
    answer.elapsedMs = static_cast<int>(timer.elapsed());
    answer.error = reply->error();
    // Given up on by the timer above: not an answer, even if its head had arrived.
    if (answer.error != QNetworkReply::OperationCanceledError)
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->isOpen())
        answer.body = reply->readAll();
    answer.json = QJsonDocument::fromJson(answer.body).object();
    answer.code = answer.json.value(QLatin1String("code")).toString();
    const QList<QByteArray> names = reply->rawHeaderList();
    for (const QByteArray &name : names)
        answer.headers.insert(name.toLower(), reply->rawHeader(name));
    reply->deleteLater();
    return answer;
}

DemoAnswer DemoClient::send(const QByteArray &method, const QString &path, const QByteArray &body,
                            const QByteArray &contentType)
{
    return finished(begin(method, path, body, contentType));
}

DemoAnswer DemoClient::sendAbsolute(const QByteArray &method, const QString &path, const QByteArray &body,
                                    const QByteArray &contentType)
{
    return finished(beginAt(method, m_endpoints.apiUrl.toString() + path, body, contentType));
}

QList<QJsonObject> DemoClient::participants(const QString &conversationId, const QString &userId)
{
    QList<QJsonObject> found;
    const QJsonArray all = get(QStringLiteral("/conversations/%1").arg(conversationId))
                               .json.value(QLatin1String("participants"))
                               .toArray();
    for (const QJsonValue &one : all) {
        if (one[QLatin1String("userId")].toString() == userId)
            found.append(one.toObject());
    }
    return found;
}
