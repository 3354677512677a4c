// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/reportdefinition.h"
#include "app/references/readingbatch.h"

#include <QCoroTask>
#include <QStringList>

#include <functional>

namespace offboarding {

struct ReportDefinitionsReading
{
    QList<ReportDefinition> definitions;
    QList<UnreadableDefinition> unreadable;
    QList<SourceReading> sources;
};

/// Everything that can be listed of reports (contract §7): the caller's exports, the dashboards of anybody,
/// the private ones of @p userIds, the alert rules. What no API lists is named as unreadable. @p stepDone is
/// called after each source.
QCoro::Task<ReportDefinitionsReading> readReportDefinitions(ReadingBatchPointer batch, QStringList userIds,
                                                            std::function<void()> stepDone);

} // namespace offboarding
