// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace offboarding::testing {

/// What an RFC 4180 reader makes of a file; knows nothing of the code that wrote it.
struct CsvFile
{
    QString problem; ///< with the byte offset; empty: the file is well-formed
    bool hasByteOrderMark = false;
    QList<QStringList> rows; ///< the header included

    /// Cells of the column @p name, without the header; empty if there is no such column.
    QStringList column(const QString &name) const;
    /// The cell of row @p row (0: the first after the header).
    QString cell(qsizetype row, const QString &name) const;
};

/// Strict: rows end with CRLF, quotes stand only around whole cells, every row is as long as the first.
CsvFile readCsv(const QByteArray &bytes);

} // namespace offboarding::testing
