// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apirequest.h"

namespace offboarding {

namespace {

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

QString httpMethodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return QStringLiteral("GET");
    case HttpMethod::Post:
        return QStringLiteral("POST");
    case HttpMethod::Put:
        return QStringLiteral("PUT");
    case HttpMethod::Patch:
        return QStringLiteral("PATCH");
    case HttpMethod::Delete:
        break;
    }
    return QStringLiteral("DELETE");
}

bool isUnsent(const Error &error)
{
    return error.kind == ErrorKind::RateLimited && error.httpStatus == 0;
}

QString ApiRequest::target() const
{
    QByteArray result = path.toUtf8();
    char separator = '?';
    for (const auto &[name, value] : query) {
        result += separator + encoded(name) + '=' + encoded(value);
        separator = '&';
    }
    return QString::fromUtf8(result);
}

QString ApiRequest::line() const
{
    return httpMethodName(method) + QLatin1Char(' ') + target();
}

RequestPreview ApiRequest::preview(const QUrl &apiUrl) const
{
    return {httpMethodName(method), target(), body, apiUrl};
}

QString pathPart(const QString &part)
{
    // "." and ".." would be resolved away by URL normalisation; their dots are encoded too.
    if (part == QLatin1String(".") || part == QLatin1String(".."))
        return QString(part).replace(QLatin1Char('.'), QStringLiteral("%2E"));
    return QString::fromLatin1(encoded(part));
}

QUrl requestUrl(const QUrl &apiUrl, const ApiRequest &request)
{
    return urlOfTarget(apiUrl, request.target());
}

QString toCurl(const QUrl &apiUrl, const ApiRequest &request)
{
    return request.preview(apiUrl).curl();
}

} // namespace offboarding
