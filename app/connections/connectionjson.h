// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/connection.h"

#include <QByteArray>
#include <QList>

namespace offboarding {

/// The version of the file format that this program writes. Older ones are read, newer ones refused.
inline constexpr int connectionFormatVersion = 1;

/// {"format":"offboarding-connections","version":1,"connections":[…]}, indented. Holds no secret, because a
/// Connection holds none. With @p forExport, what is only true on this computer is left out (keepsSecret,
/// proxy.keepsPassword).
QByteArray connectionsToJson(const QList<Connection> &connections, bool forExport);

/// Error::serverCode of text that is no JSON at all: such a file is damaged, others were only not understood.
QString damagedJsonCode();

/// Reads what connectionsToJson() wrote. Errors are of kind File and name the place: @p source with line and
/// column for damaged JSON, or the path of the field ("connections[2].apiUrl").
/// Refused: another format, a newer version, an unknown or misspelt field, a wrong type, an unknown or
/// impossible value, a missing or doubled id, and any field whose name or value looks like a secret. An
/// extraCaFile that does not exist here is accepted.
Result<QList<Connection>> connectionsFromJson(const QByteArray &json, const QString &source);

} // namespace offboarding
