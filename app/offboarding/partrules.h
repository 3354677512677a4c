// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/offboarding/plan.h"
#include "app/references/surroundings.h"

#include <QList>
#include <QString>

namespace offboarding {

// Steps that change one part of what is around a person: what they read, and what they write for what was
// read. Pure: the planner shows what this returns for the preview, the executor sends what it returns for the
// moment right before, as far as it was shown.

/// True for every kind from SetPresenceOffline to RemoveRoles and from RestoreRoles to RestoreForwarding that
/// changes something around the person; not for RevokeTokens, which nobody can read back.
bool changesPart(StepKind kind);
/// Takes away, rather than puts back.
bool takesPartAway(StepKind kind);

/// What a step of @p kind reads before and after.
Surroundings partOf(StepKind kind);

/// One write. A version in it is that of @p request as shown, "{version}": it is read right before.
struct PartWrite
{
    ApiRequest request;
    QString item;    ///< what it is about, for reports: "Support (queue-1)"
    QString groupId; ///< for RestoreGroups: whose version is read
};

/// The writes that bring @p current to where @p step wants it; empty: it is there. What is not known in
/// @p current is left out: ask SurroundingsReading::firstUnread() first.
QList<PartWrite> partWrites(const PlanStep &step, const SurroundingsReading &current);

/// Everything that a plan shows for @p step: reading, writes (with the readings that they need), reading
/// back. Without writes only the first reading.
QList<ApiRequest> partRequests(const PlanStep &step, const SurroundingsReading &current);

/// A version that is read right before is put in.
ApiRequest withVersion(const PlanStep &step, const PartWrite &write, int version);

/// Facts for the report: what stays although the step is done, e.g. inherited roles. Not translated.
QString partDetail(const PlanStep &step, const SurroundingsReading &current);

/// For PlanStep::data: the part of @p snapshot that a step of @p kind puts back.
QJsonObject restoreData(StepKind kind, const PersonReferences &person,
                        const std::optional<QString> &managerId);

} // namespace offboarding
