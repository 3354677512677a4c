// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/references/reportchecker.h"
#include "app/reports/table.h"

#include <QJsonObject>

namespace offboarding {

/// Why a definition is listed. The names are part of the offboardctl contract.
enum class ReportFindingKind {
    NamesUser,      ///< a field of a filter holds the user's id
    WatchesUser,    ///< an alert rule has the user as its subject
    TellsUser,      ///< an alert rule or an export sends to the user
    SharedWithUser, ///< a dashboard is shared with the user
    OwnedByUser,    ///< the user made it: nobody else may be able to change it
    ShowsInactive,  ///< the filter asks for inactive or deleted users
    MayShowInactive ///< the filter does not say, so the product's default decides
};

/// "names-user", "watches-user", "tells-user", "shared-with-user", "owned-by-user", "shows-inactive",
/// "may-show-inactive"
QString reportFindingName(ReportFindingKind kind);

/// One reason why a report shows a leaver, and where to change that.
struct ReportFinding
{
    ReportFindingKind kind = ReportFindingKind::NamesUser;
    ReportDefinitionKind definition = ReportDefinitionKind::Export;
    QString definitionId;
    QString definitionName;
    QString ownerId;
    QString ownerName;        ///< empty when not known
    bool ownerLeaves = false; ///< the owner is one of reading.users: somebody else has to be asked
    QString userId;           ///< empty: concerns every inactive user
    QString place;            ///< "widgets[2].filter.userIds"
    QString title;            ///< of the widget
    QString value;            ///< what stands there now: the id, the address, the user state

    bool operator==(const ReportFinding &other) const = default;
};

/// Everything that can make a report show one of reading.users, sorted: what names somebody first. Pure.
QList<ReportFinding> reportFindings(const ReportCheckReading &reading);

/// What to change, in plain English for files and the command line; the window makes its own text.
QString reportAdvice(const ReportFinding &finding);

/// {readAt, users:[…], index:[{userId,status,directState,attempts,elapsedMs,readAt,error}],
/// findings:[{finding,kind,id,name,ownerId,ownerName,userId,place,title,value,change}],
/// unreadable:[{kind,why,id,ownerId,count,detail}], sources:[…]}. Unknown counts are null, never 0.
QJsonObject reportCheckToJson(const ReportCheckReading &reading);
/// One row per finding, per user's index, per unreadable definition and per source that is not fresh.
ReportTable reportCheckToTable(const ReportCheckReading &reading);

} // namespace offboarding
