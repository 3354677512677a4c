// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/errormapping.h"

#include "app/base/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace offboarding {

namespace {

constexpr int mostReferencedIds = 500;

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::Timeout;
    case 409:
        return ErrorKind::Conflict;
    case 410:
        return ErrorKind::Gone;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (status == 504)
        return ErrorKind::Timeout;
    if (status >= 500)
        return ErrorKind::Server;
    return ErrorKind::BadRequest;
}

bool speaksOfVersion(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\bversion\b.*(match|current|stale|conflict|newer|outdated))"
                       R"(|(stale|outdated).*\bversion\b)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return pattern.match(text).hasMatch();
}

bool speaksOfReferences(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            R"(referenc|interaction|active\s*\.?session|active\s+conversation|recent\s+conversation)"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

QStringList referencedConversations(const QJsonObject &body)
{
    QStringList ids;
    const auto collect = [&ids](const QJsonArray &entries) {
        for (const QJsonValue &entry : entries) {
            const QJsonObject object = entry.toObject();
            const QString id = object.value(QLatin1String("entityId")).toString();
            const QString field = object.value(QLatin1String("fieldName")).toString() +
                                  object.value(QLatin1String("errorCode")).toString() +
                                  object.value(QLatin1String("code")).toString();
            if (!id.isEmpty() && field.contains(QLatin1String("conversation"), Qt::CaseInsensitive) &&
                !ids.contains(id) && ids.size() < mostReferencedIds)
                ids.append(boundedServerText(id));
        }
    };
    collect(body.value(QLatin1String("details")).toArray());
    const QJsonArray causes = body.value(QLatin1String("errors")).toArray();
    collect(causes);
    for (const QJsonValue &cause : causes)
        collect(cause.toObject().value(QLatin1String("details")).toArray());
    return ids;
}

QString missingPermissionOf(const QJsonObject &body, const QString &message)
{
    const QJsonObject parameters = body.value(QLatin1String("messageParams")).toObject();
    for (const char *key : {"permission", "permissions", "missingPermission", "missingPermissions"}) {
        const QString value = parameters.value(QLatin1String(key)).toString();
        if (!value.isEmpty())
            return boundedServerText(value);
    }
    static const QRegularExpression pattern(QStringLiteral(R"([A-Za-z]+:[A-Za-z*]+:[A-Za-z*]+)"));
    QStringList found;
    auto matches = pattern.globalMatch(message);
    while (matches.hasNext() && found.size() < 20)
        found.append(matches.next().captured());
    return found.join(QStringLiteral(", "));
}

/// An update of a user carries a version and nothing that could be a duplicate, so the code without any
/// explanation means the version there (contract §3 rule 3).
bool isPlainConflictOfUserUpdate(const Error &error)
{
    static const QRegularExpression update(QStringLiteral("^(?:PATCH|PUT) /api/v2/users/"));
    return error.serverCode == QLatin1String("general.conflict") && update.match(error.place).hasMatch();
}

ConflictCause conflictOf(const Error &error, const QString &words)
{
    const QString text = error.serverCode + QLatin1Char(' ') + words;
    if (!error.referencedIds.isEmpty())
        return ConflictCause::References;
    if (speaksOfVersion(text))
        return ConflictCause::Version;
    if (speaksOfReferences(text))
        return ConflictCause::References;
    return isPlainConflictOfUserUpdate(error) ? ConflictCause::Version : ConflictCause::None;
}

} // namespace

Error errorFromAnswer(int status, const QByteArray &body, const QString &correlationIdHeader,
                      const QString &place)
{
    Error error;
    error.kind = kindOfStatus(status);
    error.httpStatus = status;
    error.place = place;
    error.correlationId = boundedServerText(correlationIdHeader);

    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        error.detail = boundedServerText(QString::fromUtf8(body.left(400)));
        return error;
    }
    const QJsonObject object = document.object();
    QString message = object.value(QLatin1String("message")).toString();
    error.serverCode = boundedServerText(object.value(QLatin1String("code")).toString());
    if (message.isEmpty()) // SCIM: {schemas, status, scimType, detail}
        message = object.value(QLatin1String("detail")).toString();
    if (error.serverCode.isEmpty())
        error.serverCode = boundedServerText(object.value(QLatin1String("scimType")).toString());
    // The token endpoint: {error, error_description, description} (contract §1.2)
    if (error.serverCode.isEmpty())
        error.serverCode = boundedServerText(object.value(QLatin1String("error")).toString());
    if (message.isEmpty())
        message = object.value(QLatin1String("error_description")).toString();
    if (message.isEmpty())
        message = object.value(QLatin1String("description")).toString();
    if (error.correlationId.isEmpty())
        error.correlationId = boundedServerText(object.value(QLatin1String("contextId")).toString());
    error.detail = boundedServerText(message);
    error.referencedIds = referencedConversations(object);

    // Bounded, because a search in a message of megabytes would not end.
    const QString pattern = object.value(QLatin1String("messageWithParams")).toString();
    const QString words =
        message.left(longestServerText) + QLatin1Char(' ') + pattern.left(longestServerText);
    if (error.kind == ErrorKind::Conflict) {
        error.conflict = conflictOf(error, words);
    } else if (status == 400 && speaksOfVersion(words)) {
        error.kind = ErrorKind::Conflict; // contract §3 rule 3: a stale version also shows as 400
        error.conflict = ConflictCause::Version;
    } else if (error.kind == ErrorKind::Forbidden) {
        error.missingPermission = missingPermissionOf(object, words);
    }
    return error;
}

Error errorFromNetwork(QNetworkReply::NetworkError networkError, const QString &detail, const QString &place)
{
    Error error;
    error.place = place;
    error.detail = boundedServerText(detail);
    switch (networkError) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        error.kind = ErrorKind::Timeout;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.kind = ErrorKind::Tls;
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        error.kind = ErrorKind::Proxy;
        break;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError: // a body that cannot be decompressed
        error.kind = ErrorKind::BadResponse;
        break;
    default:
        error.kind = ErrorKind::Network;
        break;
    }
    return error;
}

Error asWriteOutcome(Error error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Server:
    case ErrorKind::BadResponse:
        break;
    default:
        return error;
    }
    error.kind = ErrorKind::OutcomeUnknown;
    return error;
}

} // namespace offboarding
