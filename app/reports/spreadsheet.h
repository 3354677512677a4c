// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/reports/table.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace offboarding {

/// Which columns of a table are more than text.
struct ColumnKinds
{
    QSet<QString> numbers; ///< whole numbers
    QSet<QString> dates;   ///< ISO 8601 with zone; shown in UTC
};

/// The kinds of usersToTable().
ColumnKinds userColumnKinds();

/// An XLSX workbook with one sheet: titles in bold that stay in sight, and a filter on each. Text is always
/// stored as text, never as a formula or a link; a number or date that cannot be read stays the text that it
/// is. File error if there are more rows than a sheet holds (1,048,575) or the temporary folder, through
/// which the library writes, cannot be used.
Result<QByteArray> toSpreadsheet(const ReportTable &table, const ColumnKinds &kinds,
                                 const QString &sheetName);

} // namespace offboarding
