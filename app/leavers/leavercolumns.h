// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>

namespace offboarding {

/// What a column of a list can say about a person.
enum class LeaverField { Id, Email, Name, GivenName, FamilyName };
inline constexpr std::array<LeaverField, 5> leaverFields{
    LeaverField::Id, LeaverField::Email, LeaverField::Name, LeaverField::GivenName, LeaverField::FamilyName};

QString leaverFieldName(LeaverField field); ///< "id", "email", "name", "givenName", "familyName"

/// Which column of the header says what; -1: none does.
struct LeaverColumns
{
    std::array<int, leaverFields.size()> columns{-1, -1, -1, -1, -1};

    int column(LeaverField field) const { return columns.at(static_cast<std::size_t>(field)); }
    void setColumn(LeaverField field, int column) { columns.at(static_cast<std::size_t>(field)) = column; }
    /// At least one column says who is meant; without, every row is unknown.
    bool isUsable() const;

    bool operator==(const LeaverColumns &other) const = default;
};

/// Columns by their names, in any order, case and punctuation: those of this program's exports, and what
/// English and German lists (and the French, Spanish, Japanese and Arabic words for them) call an id, an
/// e-mail address and a name. A field that more than one column could be is left out, for a guess could take
/// the private address for the one that counts; @p ambiguous (may be null) is told which.
LeaverColumns recognisedColumns(const QStringList &header, QList<LeaverField> *ambiguous = nullptr);

/// The same header gives the same text, whatever its case, spaces and punctuation: the key under which a
/// mapping by hand is remembered. Hexadecimal, 40 characters.
QString headerSignature(const QStringList &header);

/// A mapping as one line of text and back, for settings. What does not fit a header of @p columnCount columns
/// is dropped.
QString columnsToText(const LeaverColumns &columns);
LeaverColumns columnsFromText(const QString &text, qsizetype columnCount);

} // namespace offboarding
