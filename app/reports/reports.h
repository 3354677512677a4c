// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/connection.h"
#include "app/domain/user.h"
#include "app/offboarding/runresult.h"
#include "app/references/referencemap.h"
#include "app/reports/table.h"

#include <QHash>
#include <QJsonArray>

namespace offboarding {

// JSON field names are the contract of offboardctl: more may be added, none renamed.

/// users:
/// {id,name,email,department,title,division,state,version,lastLogin,presence,routingStatus,liveConversations}
QJsonArray usersToJson(const QList<User> &users);
/// The same fields in the same order, as rows. What is not known is an empty cell, never 0.
ReportTable usersToTable(const QList<User> &users);

/// references: [{user:{id,name,email,state}, conversations:[…], sources:[…]}], and where it was asked for
/// what is around the person (queues, groups, roles, skills, …, see addPerson()); an unknown count is null,
/// never 0. A user without a map has the one failed source "references".
QJsonArray referencesToJson(const QList<User> &users, const QHash<QString, ReferenceMap> &maps);
/// One row per conversation; sources that failed get a row of their own, so that a short list never looks
/// complete. Every user has a row: kind "no-references" if everything was read and nothing found
/// ("no-conversations" where what is around the person was not asked for), "not-read" if nothing was read.
ReportTable referencesToTable(const QList<User> &users, const QHash<QString, ReferenceMap> &maps);

/// run: one object per step {time,userId,step,outcome,cause,conversationId,detail,error}. Steps that a run
/// has not come to yet have a null outcome here and "waiting" in the table.
QJsonArray runToJson(const RunResult &run);
ReportTable runToTable(const RunResult &run);

} // namespace offboarding
