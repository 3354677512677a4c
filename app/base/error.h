// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace offboarding {

/// What went wrong, in the terms in which the product reacts to it.
enum class ErrorKind {
    Network,        ///< no connection, refused, or the line was cut
    Timeout,        ///< the server did not answer in time
    Tls,            ///< certificate or protocol error; never ignorable
    Unauthorized,   ///< 401
    Forbidden,      ///< 403; Error::missingPermission names the permission if the server did
    NotFound,       ///< 404
    Gone,           ///< 410
    Conflict,       ///< 409, or the 400 that reports a stale version; see ConflictCause
    RateLimited,    ///< 429 that lasted longer than the client is willing to wait
    BadRequest,     ///< any other 4xx
    Server,         ///< 5xx
    BadResponse,    ///< an answer that cannot be used: not JSON, wrong shape, too large
    Cancelled,      ///< stopped by the user before it was sent, or a read that was aborted
    OutcomeUnknown, ///< a write was sent and no usable answer came back: read before deciding
    Refused,        ///< a gate of the product itself said no; nothing was sent
    File,           ///< a local file cannot be read or written
    Keychain,       ///< the desktop's keychain did not give or take a secret; see KeychainCause
    Proxy           ///< the proxy refused, or wants other credentials; the server was not asked
};

/// The two meanings of 409 that need different next actions.
enum class ConflictCause {
    None,
    Version,   ///< someone changed the object since it was read
    References ///< conversations or sessions still refer to the user
};

/// Why a secure connection was refused, as far as the TLS library tells. None of them can be ignored.
enum class TlsCause {
    None,
    UnknownAuthority, ///< signed by nobody this computer trusts; an extra CA file may be missing
    WrongHost,        ///< the certificate belongs to another name
    Expired,          ///< or the computer's clock is wrong
    NotYetValid,      ///< or the computer's clock is wrong
    Revoked,
    Protocol, ///< no common version or cipher: the server is older than TLS 1.2, or does not speak TLS
    Other
};

/// What is wrong with the keychain, by what has to be done next.
enum class KeychainCause {
    None,
    Missing,   ///< nothing was ever kept there: ask for the secret
    Deleted,   ///< it was kept, and somebody else removed it: ask again, and say so
    NoBackend, ///< no keychain service runs or can be started
    Locked,    ///< the keychain is there but locked, and was not unlocked
    Denied,    ///< the user or the system said no
    Other
};

/// The one error type below the screen. Carries facts; text is made once, at the screen.
struct Error
{
    ErrorKind kind = ErrorKind::Network;
    ConflictCause conflict = ConflictCause::None;
    TlsCause tls = TlsCause::None;                ///< for Tls
    KeychainCause keychain = KeychainCause::None; ///< for Keychain
    int httpStatus = 0;                           ///< 0 when no answer came
    QString serverCode;                           ///< the dotted `code` of the error body
    QString correlationId;                        ///< header `ININ-Correlation-Id` or `contextId`
    QString detail;            ///< server message or technical cause; hostile plain text, redacted, bounded
    QString place;             ///< where: "GET /api/v2/users page 3", a file with line and column
    QString missingPermission; ///< for Forbidden, when the server named it
    int retryAfterSeconds = 0; ///< for RateLimited
    QStringList referencedIds; ///< for Conflict by references: the conversations that the body names

    /// One line for logs and tests; never shown as the only text to an admin.
    QString toLogString() const;
};

/// Stable lower-case name of a kind ("timeout", "conflict-references", …), used in JSON and logs.
QString errorKindName(const Error &error);

} // namespace offboarding
