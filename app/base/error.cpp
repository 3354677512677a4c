// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/error.h"

#include "app/base/redaction.h"

namespace offboarding {

namespace {

QString keychainCauseName(KeychainCause cause)
{
    switch (cause) {
    case KeychainCause::Missing:
        return QStringLiteral("missing");
    case KeychainCause::Deleted:
        return QStringLiteral("deleted");
    case KeychainCause::NoBackend:
        return QStringLiteral("no-backend");
    case KeychainCause::Locked:
        return QStringLiteral("locked");
    case KeychainCause::Denied:
        return QStringLiteral("denied");
    case KeychainCause::None:
    case KeychainCause::Other:
        break;
    }
    return QStringLiteral("other");
}

QString tlsCauseName(TlsCause cause)
{
    switch (cause) {
    case TlsCause::UnknownAuthority:
        return QStringLiteral("unknown-authority");
    case TlsCause::WrongHost:
        return QStringLiteral("wrong-host");
    case TlsCause::Expired:
        return QStringLiteral("expired");
    case TlsCause::NotYetValid:
        return QStringLiteral("not-yet-valid");
    case TlsCause::Revoked:
        return QStringLiteral("revoked");
    case TlsCause::Protocol:
        return QStringLiteral("protocol");
    case TlsCause::None:
    case TlsCause::Other:
        break;
    }
    return QStringLiteral("other");
}

} // namespace

QString errorKindName(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
        return QStringLiteral("network");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Tls:
        return error.tls == TlsCause::None ? QStringLiteral("tls")
                                           : QString(QStringLiteral("tls-") + tlsCauseName(error.tls));
    case ErrorKind::Unauthorized:
        return QStringLiteral("unauthorized");
    case ErrorKind::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::Gone:
        return QStringLiteral("gone");
    case ErrorKind::Conflict:
        switch (error.conflict) {
        case ConflictCause::Version:
            return QStringLiteral("conflict-version");
        case ConflictCause::References:
            return QStringLiteral("conflict-references");
        case ConflictCause::None:
            return QStringLiteral("conflict");
        }
        return QStringLiteral("conflict");
    case ErrorKind::RateLimited:
        return QStringLiteral("rate-limited");
    case ErrorKind::BadRequest:
        return QStringLiteral("bad-request");
    case ErrorKind::Server:
        return QStringLiteral("server");
    case ErrorKind::BadResponse:
        return QStringLiteral("bad-response");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::OutcomeUnknown:
        return QStringLiteral("outcome-unknown");
    case ErrorKind::Refused:
        return QStringLiteral("refused");
    case ErrorKind::File:
        return QStringLiteral("file");
    case ErrorKind::Keychain:
        return QStringLiteral("keychain-") + keychainCauseName(error.keychain);
    case ErrorKind::Proxy:
        return QStringLiteral("proxy");
    }
    return QStringLiteral("unknown");
}

QString Error::toLogString() const
{
    QString line = errorKindName(*this);
    if (!place.isEmpty())
        line += QStringLiteral(" at ") + place;
    if (httpStatus != 0)
        line += QStringLiteral(" HTTP ") + QString::number(httpStatus);
    if (!serverCode.isEmpty())
        line += QStringLiteral(" code ") + serverCode;
    if (!correlationId.isEmpty())
        line += QStringLiteral(" correlation ") + correlationId;
    if (!detail.isEmpty())
        line += QStringLiteral(": ") + detail;
    return redacted(line.simplified()); // a server must not be able to begin a line of the log
}

} // namespace offboarding
