// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/httpexchange.h"

namespace offboarding {

namespace {

/// POSIX: everything inside single quotes is literal; a single quote itself is closed, escaped and opened
/// again.
QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace

QUrl urlOfTarget(const QUrl &apiUrl, const QString &target)
{
    QString base =
        apiUrl.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/'))) // QUrl::StripTrailingSlash keeps the slash of a bare host
        base.chop(1);
    return QUrl(base + target, QUrl::StrictMode);
}

QString RequestPreview::curl() const
{
    QString command = QStringLiteral("curl --fail-with-body -X %1 %2 -H \"Authorization: Bearer $TOKEN\"")
                          .arg(method, shellQuoted(urlOfTarget(apiUrl, target).toString(QUrl::FullyEncoded)));
    if (!body.isEmpty()) {
        command += QStringLiteral(" -H 'Content-Type: application/json' --data-raw ");
        command += shellQuoted(QString::fromUtf8(body));
    }
    return command;
}

} // namespace offboarding
