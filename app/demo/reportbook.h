// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/directory.h"

#include <QJsonArray>
#include <QJsonObject>

namespace offboarding::demo {

struct DashboardRecord
{
    QString name;
    int owner = 0;
    bool isPublic = false;
    bool isFavorite = false;
    QList<int> sharedWith;
    QJsonArray widgets; ///< Widget of contract §7.2
    qint64 created = 0;
    qint64 deleted = 0; ///< 0: not
};

struct ExportRecord
{
    int caller = -1;  ///< whose it is; -1: the client's
    QJsonObject body; ///< ReportingExportJobResponse without id, selfUri
};

struct AlertRuleRecord
{
    int creator = 0;
    QJsonObject body; ///< CommonRule without id, user, version, selfUri
    int version = 1;
};

/// Report definitions that go on naming people: dashboards, export jobs, alert rules (contract §7).
struct ReportBook
{
    std::vector<DashboardRecord> dashboards;
    std::vector<ExportRecord> exports;
    std::vector<AlertRuleRecord> rules;
};

/// The same for the same directory. The first story person is named in all of the ways there are.
ReportBook makeReports(const Directory &directory);

} // namespace offboarding::demo
