// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"

#include <QList>
#include <QString>

namespace offboarding {

/// A field of a connection, as the editor and the file call it.
enum class ConnectionField {
    Name,
    Region,
    ApiUrl,
    LoginUrl,
    ClientId,
    RedirectUrl,
    ProtectedUsers,
    AllowedDivisions,
    MostUsersPerRun,
    MostPercentOfOrganization,
    UnlockMinutes,
    ExtraCaFile,
    ProxyHost,
    ProxyPort,
    ProxyUser
};

QString connectionFieldName(ConnectionField field); ///< as in the file: "name", "apiUrl", "proxy.host", …

/// Why a field was not accepted. Text is made at the screen.
enum class FieldProblem {
    Empty,
    TooLong,
    Duplicate,      ///< another connection has this name
    UnknownRegion,  ///< not in the table
    NotOfRegion,    ///< an address that differs from that of the region
    NotAnAddress,   ///< not a complete URL
    NotSecure,      ///< http to another computer
    HoldsUserInfo,  ///< user:password@host: secrets belong into the keychain
    HoldsQuery,     ///< a query or a fragment
    NotLoopback,    ///< the redirect has to come back to this computer
    OutOfRange,     ///< of the limits named in connection.h
    UnreadableFile, ///< does not exist or may not be read
    NoCertificates, ///< a file without any certificate in it
    HoldsControlCharacters
};

QString fieldProblemName(FieldProblem problem); ///< "empty", "too-long", …

struct FieldError
{
    ConnectionField field = ConnectionField::Name;
    FieldProblem problem = FieldProblem::Empty;

    bool operator==(const FieldError &other) const = default;
};

/// Everything that keeps @p connection from being saved, in the order of the fields; empty: it is fine.
/// @p others are the connections beside it (one with the same id is not compared). Reads extraCaFile.
QList<FieldError> validate(const Connection &connection, const QList<Connection> &others);

/// Longest name of a connection, in characters.
inline constexpr int longestConnectionName = 80;

} // namespace offboarding
