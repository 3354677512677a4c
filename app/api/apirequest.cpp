// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apirequest.h"

namespace offboarding {

namespace {

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

/// POSIX: everything inside single quotes is literal; a single quote itself is closed, escaped and opened
/// again.
QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
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
    return {httpMethodName(method), target(), body, toCurl(apiUrl, *this)};
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
    QString base =
        apiUrl.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/'))) // QUrl::StripTrailingSlash keeps the slash of a bare host
        base.chop(1);
    return QUrl(base + request.target(), QUrl::StrictMode);
}

QString toCurl(const QUrl &apiUrl, const ApiRequest &request)
{
    QString command = QStringLiteral("curl --fail-with-body -X %1 %2 -H \"Authorization: Bearer $TOKEN\"")
                          .arg(httpMethodName(request.method),
                               shellQuoted(requestUrl(apiUrl, request).toString(QUrl::FullyEncoded)));
    if (!request.body.isEmpty()) {
        command += QStringLiteral(" -H 'Content-Type: application/json' --data-raw ");
        command += shellQuoted(QString::fromUtf8(request.body));
    }
    return command;
}

} // namespace offboarding
