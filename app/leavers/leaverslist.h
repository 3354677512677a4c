// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/leavers/csvparser.h"
#include "app/leavers/leavercolumns.h"
#include "app/leavers/leaverstable.h"
#include "app/leavers/textdecoding.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace offboarding {

/// One row as the mapped columns say, without blanks around and without the apostrophe that exports put
/// before a cell which a spreadsheet would calculate. Hostile plain text.
struct LeaverRow
{
    qint64 line = 0; ///< where it begins in the file, from 1
    QString id;
    QString email;
    QString name; ///< of one column, or given and family name put together
};

/// What an admin should know about how a list was read.
enum class LeaversNotice {
    WindowsEncoding,     ///< neither marked nor UTF-8: read as Windows-1252; look at the umlauts
    UnmarkedUtf16,       ///< UTF-16 without a byte order mark: the order was guessed
    BlankRows,           ///< LeaversList::blankRows rows without any text were left out
    AmbiguousColumns,    ///< more than one column could be the same field; see ambiguous
    UnrecognisedColumns, ///< no column says who is meant: map them by hand
    NamesOnly            ///< neither an id nor an e-mail address: every row has to be picked by hand
};

enum class ListKind { Csv, Json, JsonLines };

/// A list of leavers as read; says nothing about the directory.
struct LeaversList
{
    QString path;
    QByteArray digest; ///< SHA-256 of the file's bytes, hexadecimal: the same list again
    ListKind kind = ListKind::Csv;
    TextEncoding encoding = TextEncoding::Utf8;
    bool hasMark = false; ///< a byte order mark
    QChar delimiter;      ///< of CSV: comma, semicolon or tab
    LeaversTable table;
    LeaverColumns columns; ///< recognised; may be replaced by a mapping by hand
    QList<LeaverField> ambiguous;
    bool isUtf16Guessed = false;
    int blankRows = 0;

    LeaverRow row(qsizetype index) const;
    QList<LeaverRow> rows() const;
    /// As the columns are mapped now.
    QList<LeaversNotice> notices() const;
};

/// Reads CSV (UTF-8 with or without byte order mark, UTF-16, Windows-1252; comma, semicolon or tab; quotes as
/// in RFC 4180; Excel's "sep=;" line) and this program's own exports of users and references as CSV, JSON or
/// JSON Lines. Only regular files. Bounded by @p limits and 64 MiB; blocks while it reads, so windows
/// call it in a thread of its own (LeaversService).
///
/// All or nothing: a file that cannot be read completely and without guessing is refused with kind File,
/// serverCode = listProblemName(), detail in plain English with what to do, place = "file.csv line 3 column
/// 17" (TextPlace says what they count). A file that cannot be opened has no serverCode and only its path as
/// place.
Result<LeaversList> readLeavers(const QString &path, const CsvLimits &limits = {});

/// The line and column of a refusal by readLeavers(); empty if it names none.
std::optional<TextPlace> textPlaceOf(const Error &error);

/// Plain English for offboardctl; the window makes its own text.
QString leaversNoticeText(const LeaversList &list, LeaversNotice notice);

} // namespace offboarding

Q_DECLARE_METATYPE(offboarding::LeaversList)
