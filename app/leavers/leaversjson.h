// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/leavers/csvparser.h"
#include "app/leavers/leaverstable.h"

#include <QByteArray>
#include <QString>

namespace offboarding {

/// Entries of an export of users or references (app/reports/reports.h) as a table with the header id, email,
/// name, department, division. An entry without any of them is left out and counted in @p blankEntries.
struct JsonEntries
{
    LeaversTable table;
    int blankEntries = 0;
};

/// A JSON array of objects. @p content is UTF-8 without byte order mark; @p path is for errors, which are
/// those of readLeavers().
Result<JsonEntries> entriesFromJson(const QByteArray &content, const QString &path, const CsvLimits &limits);
/// One JSON object per line; blank lines are no entries.
Result<JsonEntries> entriesFromJsonLines(const QByteArray &content, const QString &path,
                                         const CsvLimits &limits);

} // namespace offboarding
