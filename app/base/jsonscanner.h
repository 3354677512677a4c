// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace offboarding {

// Where things are in JSON text: for error messages with line and column, and to read a large file piece by
// piece. What a span holds is not checked here; hand it to QJsonDocument.

struct JsonSpan
{
    qsizetype begin = 0;
    qsizetype end = 0; ///< behind the last byte
};

struct JsonMember
{
    QByteArray key; ///< as written between the quotes
    JsonSpan value;
};

/// The members of the object that begins at @p offset (blanks allowed before it). Empty optional if there is
/// no object, or it is cut off or torn.
std::optional<QList<JsonMember>> jsonMembers(const QByteArray &json, qsizetype offset,
                                             qsizetype *end = nullptr);
/// The same for the entries of an array.
std::optional<QList<JsonSpan>> jsonEntries(const QByteArray &json, qsizetype offset);

/// Where the value of @p path begins ("users[3].steps[1].kind"); of a part that does not exist, where the
/// last part that does begins.
qsizetype jsonOffset(const QByteArray &json, const QString &path);

/// Members written in @p json, doubled ones included: more than a parsed object has means that two have the
/// same name, of which readers take one or the other.
qsizetype jsonMemberCount(QByteArrayView json);

} // namespace offboarding
