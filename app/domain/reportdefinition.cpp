// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/reportdefinition.h"

namespace offboarding {

QString reportDefinitionKindName(ReportDefinitionKind kind)
{
    switch (kind) {
    case ReportDefinitionKind::Export:
        return QStringLiteral("export");
    case ReportDefinitionKind::Dashboard:
        return QStringLiteral("dashboard");
    case ReportDefinitionKind::AlertRule:
        break;
    }
    return QStringLiteral("alert-rule");
}

QString unreadableReasonName(UnreadableDefinition::Why why)
{
    switch (why) {
    case UnreadableDefinition::Why::NoApi:
        return QStringLiteral("no-api");
    case UnreadableDefinition::Why::NotListed:
        return QStringLiteral("not-listed");
    case UnreadableDefinition::Why::Broken:
        break;
    }
    return QStringLiteral("broken");
}

QString indexStateName(IndexState state)
{
    switch (state) {
    case IndexState::Agrees:
        return QStringLiteral("agrees");
    case IndexState::Behind:
        return QStringLiteral("behind");
    case IndexState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace offboarding
